// Finding the parts of a store.
#include "compiler/codegen/code_store.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"

namespace govm::codegen {

CodeStore::CodeStore(std::string_view block) {
  if (block.empty()) return;
  GOVM_CHECK(reinterpret_cast<uintptr_t>(block.data()) % alignof(uint32_t) == 0, "a store is aligned");
  words_ = reinterpret_cast<const uint32_t*>(block.data());
  std::memcpy(&header_, words_, sizeof header_);
  texts_ = words_ + kHeaderWords;
  files_ = texts_ + size_t{2} * header_.texts;
  variables_ = files_ + size_t{2} * header_.files;
  types_ = variables_ + size_t{2} * header_.variables;
  images_ = types_ + header_.types;
  functions_ = images_ + header_.images;
  named_ = functions_ + header_.functions;
}

std::string_view CodeStore::text(uint32_t index) const {
  const char* bytes = reinterpret_cast<const char*>(words_ + header_.bytes_at);
  return {bytes + texts_[2 * index], texts_[2 * index + 1]};
}

uint32_t CodeStore::find_function(std::string_view name) const {
  // A function's record begins with its name.
  const auto name_of = [this](uint32_t index) { return text(function(index).next()); };
  const uint32_t* end = named_ + header_.named;
  const uint32_t* found = std::ranges::lower_bound(named_, end, name, {}, name_of);
  return found != end && name_of(*found) == name ? *found : header_.functions;
}

}  // namespace govm::codegen
