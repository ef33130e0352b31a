// Which functions of std Go inlines, and what they cost there: std/inline.tsv.
#pragma once

#include <optional>
#include <string_view>

#include "compiler/inline/tree.h"

namespace govm::inl {

/// The table. Its rows are sorted by package and function; the text must outlive it.
class VerdictTable {
 public:
  explicit VerdictTable(std::string_view text) : text_(text) {}

  /// The calls that are inlined in an inlined function, as lines name them, with ';' between them and '|' before those that come with the
  /// ones in front.
  std::string_view calls_in(std::string_view package, std::string_view function) const;
  /// The verdict on a function, written as "Println", "(*Builder).Grow", "IntSlice.Len"; nothing if the table does not have it.
  std::optional<InlineVerdict> find(std::string_view package, std::string_view function) const;

 private:
  /// The fields of a function's row behind its name; empty if there is none.
  std::string_view row_of(std::string_view package, std::string_view function) const;

  std::string_view text_;
};

}  // namespace govm::inl
