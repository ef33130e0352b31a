// What the parameters of std functions leak, as measured from Go: std/escape_tags.tsv.
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/escape/leaks.h"

namespace govm::escape {

/// The table by package and function. The text must outlive it; a package's rows are read at the first question about it.
class TagTable {
 public:
  explicit TagTable(std::string_view text) : text_(text) {}

  /// Receiver first, then parameters. Empty if the table does not have the function. `function` is written
  /// as "Println", "(*Builder).Grow", "IntSlice.Len".
  std::span<const Leaks> find(std::string_view package, std::string_view function) const;
  bool has(std::string_view package, std::string_view function) const { return !find(package, function).empty(); }

 private:
  using Functions = std::unordered_map<std::string_view, std::vector<Leaks>>;
  const Functions& functions_of(std::string_view package) const;

  std::string_view text_;
  mutable std::unordered_map<std::string_view, Functions> packages_;
};

}  // namespace govm::escape
