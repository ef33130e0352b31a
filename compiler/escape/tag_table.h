// What the parameters of std functions leak: as measured from Go (std/escape_tags.tsv), and what is known of functions that Go
// does not have.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compiler/escape/leaks.h"

namespace govm::escape {

/// Tables by package and function; where both have a function the first counts. The texts must outlive it; a package's rows are read at the
/// first question about it.
class TagTable {
 public:
  explicit TagTable(std::vector<std::string_view> texts) : texts_(std::move(texts)) {}

  /// Receiver first, then parameters. Empty if the table does not have the function. `function` is written
  /// as "Println", "(*Builder).Grow", "IntSlice.Len".
  std::span<const Leaks> find(std::string_view package, std::string_view function) const;
  bool has(std::string_view package, std::string_view function) const { return !find(package, function).empty(); }

 private:
  using Functions = std::unordered_map<std::string_view, std::vector<Leaks>>;
  const Functions& functions_of(std::string_view package) const;
  static void read(std::string_view text, std::string_view package, Functions& functions);

  std::vector<std::string_view> texts_;
  mutable std::map<std::string, Functions, std::less<>> packages_;
};

}  // namespace govm::escape
