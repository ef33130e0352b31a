// Finding the parts of a store.
#include "compiler/codegen/code_store.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

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

uint32_t CodeStore::hash_of(std::string_view name) { return static_cast<uint32_t>(XXH3_64bits(name.data(), name.size())); }

uint32_t CodeStore::find_function(std::string_view name) const {
  const uint32_t hash = hash_of(name);
  uint32_t low = 0, high = header_.named;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (named_[2 * middle] < hash) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  for (; low < header_.named && named_[2 * low] == hash; ++low) {
    const uint32_t index = named_[2 * low + 1];
    if (text(function(index).next()) == name) return index;  // its record begins with its name
  }
  return header_.functions;
}

}  // namespace govm::codegen
