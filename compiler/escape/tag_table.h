// What the parameters of std functions leak: as measured from Go (std/escape_tags.tsv), and what is known of functions that Go
// does not have.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compiler/escape/leaks.h"

namespace govm::escape {

/// Tables whose rows are sorted by package and function; where several have a function the first counts. The texts must outlive it.
class TagTable {
 public:
  explicit TagTable(std::vector<std::string_view> texts) : texts_(std::move(texts)) {}

  /// Receiver first, then parameters. Empty if no table has the function. `function` is written
  /// as "Println", "(*Builder).Grow", "IntSlice.Len".
  std::span<const Leaks> find(std::string_view package, std::string_view function) const;
  bool has(std::string_view package, std::string_view function) const { return !find(package, function).empty(); }

 private:
  std::vector<Leaks> read(std::string_view key) const;

  std::vector<std::string_view> texts_;
  mutable std::unordered_map<std::string, std::vector<Leaks>> known_;  ///< what was asked for, by package and function
};

}  // namespace govm::escape
