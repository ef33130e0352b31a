// Entering things in a Program, and look-ups by name, key and cell.
#include "vm/bytecode/program.h"

#include <algorithm>
#include <utility>

#include "base/check.h"

namespace govm::bytecode {

const LineEntry* Function::line_at(std::uint32_t cell) const {
  auto after = std::upper_bound(lines.begin(), lines.end(), cell, [](std::uint32_t c, const LineEntry& entry) { return c < entry.cell; });
  return after == lines.begin() ? nullptr : &*(after - 1);
}

const StackMap* Function::map_at(std::uint32_t cell) const {
  auto at = std::lower_bound(maps.begin(), maps.end(), cell, [](const StackMap& map, std::uint32_t c) { return map.cell < c; });
  return at != maps.end() && at->cell == cell ? &*at : nullptr;
}

FunctionId Program::declare_function(std::string name) {
  const FunctionId id(function_count());
  function_index_.emplace(name, id);
  Function& function = functions_.emplace_back();
  function.id = id;
  function.name = std::move(name);
  return id;
}

FunctionId Program::find_function(std::string_view name) const {
  auto found = function_index_.find(name);
  return found == function_index_.end() ? FunctionId() : found->second;
}

TypeId Program::declare_type(const std::string& key, bool* fresh) {
  auto [at, inserted] = type_index_.emplace(key, TypeId(type_count()));
  if (inserted) types_.emplace_back().key = key;
  *fresh = inserted;
  return at->second;
}

TypeId Program::find_type(std::string_view key) const {
  const auto found = type_index_.find(key);
  return found == type_index_.end() ? TypeId() : found->second;
}

SiteId Program::add_site(Site site) {
  sites_.push_back(std::move(site));
  return SiteId(site_count() - 1);
}

StringId Program::intern_string(std::string_view bytes) {
  auto found = string_index_.find(bytes);
  if (found != string_index_.end()) return found->second;
  const StringId id(string_count());
  string_index_.emplace(strings_.emplace_back(bytes), id);
  return id;
}

DataId Program::add_data(DataImage image) {
  data_.push_back(std::move(image));
  return DataId(data_count() - 1);
}

ItabId Program::intern_itab(TypeId interface, TypeId type, bool* fresh) {
  auto [at, inserted] = itab_index_.emplace(std::pair(interface, type), ItabId(itab_count()));
  if (inserted) itabs_.push_back({interface, type, {}});
  if (fresh != nullptr) *fresh = inserted;
  return at->second;
}

std::uint32_t Program::add_global(std::string name, std::uint64_t size, std::uint32_t align, std::span<const std::uint64_t> pointers) {
  // Variables without size share one address, which no other has.
  if (size == 0) {
    globals_.push_back({std::move(name), 0, 0});
    return 0;
  }
  // Words keep to word boundaries; small variables are packed as in Go.
  const std::uint32_t offset = (globals_bytes_ + align - 1) / align * align;
  GOVM_CHECK(offset + size < UINT32_MAX, "globals area");
  globals_bytes_ = offset + static_cast<std::uint32_t>(size);
  for (std::size_t unit = 0; unit < pointers.size(); ++unit) {
    for (std::uint64_t bits = pointers[unit]; bits != 0; bits &= bits - 1) {
      global_pointers_.set(offset / 8 + unit * 64 + static_cast<std::size_t>(__builtin_ctzll(bits)));
    }
  }
  globals_.push_back({std::move(name), size, offset});
  return offset;
}

InlineContextId Program::add_inline_context(InlineContext context) {
  inline_contexts_.push_back(std::move(context));
  return InlineContextId(inline_context_count() - 1);
}

}  // namespace govm::bytecode
