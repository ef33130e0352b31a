// Natives by qualified name, bound when a program is loaded.
//
// std hands its tables in (one per package); tests register their own. A registry is a
// value: two VMs may use different ones.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>

#include "vm/native/native.h"

namespace govm::native {

/// One row of a package's table. Names are as the linker writes them:
/// "strings.IndexByte", "internal/abi.Kind", "time.(*Timer).Stop".
struct NativeRow {
  std::string_view name;
  NativeFunction function;
  /// Words of state kept while Go code runs in between (NativeCall::state), at most 64.
  std::uint32_t state_words = 0;
  /// Bit i: state word i may hold a heap pointer.
  std::uint64_t state_pointers = 0;
};

/// Qualified name → row. Rows are referred to, not copied: tables are static.
class Registry {
 public:
  void add(std::span<const NativeRow> rows);
  /// Null if there is no such native.
  const NativeRow* find(std::string_view name) const;
  std::size_t size() const { return rows_.size(); }

 private:
  std::unordered_map<std::string_view, const NativeRow*> rows_;
};

}  // namespace govm::native
