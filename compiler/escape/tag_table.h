// What the parameters of std functions leak, as measured from Go: std/escape_tags.tsv.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/escape/leaks.h"

namespace govm::escape {

/// The table by function. The text must outlive it; it is read at the first question.
class TagTable {
 public:
  explicit TagTable(std::string_view text) : text_(text) {}

  /// Receiver first, then parameters. Empty if the table does not have the function. `function` is written
  /// as "Println", "(*Builder).Grow", "IntSlice.Len".
  std::span<const Leaks> find(std::string_view package, std::string_view function) const;
  bool has(std::string_view package, std::string_view function) const;

 private:
  void read() const;

  std::string_view text_;
  mutable bool read_ = false;
  mutable std::unordered_map<std::string, std::vector<Leaks>> functions_;  ///< by "package\tfunction"
};

}  // namespace govm::escape
