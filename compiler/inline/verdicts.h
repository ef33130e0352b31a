// Which functions of std Go inlines, and what they cost there: std/inline.tsv; what is said of values that the inlined text of those makes
// whose text here is another one: std/inlined_sites.tsv.
#pragma once

#include <optional>
#include <string_view>

#include "compiler/inline/tree.h"

namespace govm::inl {

/// What the line about a value of inlined text depends on: the letters of std/inlined_sites.tsv.
enum class ToldSite : char {
  Frame = 'f',            ///< "… does not escape"
  Heap = 'h',             ///< "… escapes to heap"
  WithResult = 'r',       ///< one or the other, as the call's first result does
  Keeper = 'k',           ///< the same, and what the call's arguments leak is kept in it
  Moved = 'm',            ///< "moved to heap: …"
  MovedWithResult = 'v',  ///< that, if the first result escapes; else there is no line
  Remark = 't',           ///< another line, as it is
  Bounds = 'b',           ///< a line about an index, as it is: those come behind the others
};

/// The tables. Their rows are sorted by package and function; the texts must outlive it.
class VerdictTable {
 public:
  VerdictTable(std::string_view text, std::string_view sites) : text_(text), sites_(sites) {}

  /// The calls that are inlined in an inlined function, as lines name them, with ';' between them and '|' before those that come with the
  /// ones in front.
  std::string_view calls_in(std::string_view package, std::string_view function) const;
  /// The verdict on a function, written as "Println", "(*Builder).Grow", "IntSlice.Len"; nothing if the table does not have it.
  std::optional<InlineVerdict> find(std::string_view package, std::string_view function) const;
  /// Of a function whose text here makes other values than Go's: those that Go's makes, with a tab between them, each with a letter and a
  /// blank in front (ToldSite); may be empty. Nothing if the texts agree.
  std::optional<std::string_view> sites_in(std::string_view package, std::string_view function) const;

 private:
  std::string_view text_;
  std::string_view sites_;
};

}  // namespace govm::inl
