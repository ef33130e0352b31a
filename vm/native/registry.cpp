// Adding of tables, and look-up by name.
#include "vm/native/registry.h"

#include "base/check.h"

namespace govm::native {

void Registry::add(std::span<const NativeRow> rows) {
  for (const NativeRow& row : rows) {
    const bool is_new = rows_.emplace(row.name, &row).second;
    GOVM_CHECK(is_new);
  }
}

const NativeRow* Registry::find(std::string_view name) const {
  const auto found = rows_.find(name);
  return found == rows_.end() ? nullptr : found->second;
}

}  // namespace govm::native
