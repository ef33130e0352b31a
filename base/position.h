// Source positions.
//
// A Pos is one number for a byte of any file of a compile session: files are laid out one after
// the other in one space of offsets by the SourceMap (base/source_file.h), which also resolves a
// Pos to file, line and column. Comparing two Pos of one file orders them by place in the text.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace govm {

/// A byte of some source file of the session; 0 means "no position".
struct Pos {
  uint32_t offset = 0;

  /// Whether this is a position at all.
  constexpr explicit operator bool() const { return offset != 0; }
  constexpr auto operator<=>(const Pos&) const = default;
  /// The position `bytes` further on in the same file.
  constexpr Pos operator+(uint32_t bytes) const { return Pos{offset + bytes}; }
};

/// A half-open range of source text.
struct Span {
  Pos begin;
  Pos end;
};

/// A resolved position, as messages print it. Lines and columns count from 1, columns in bytes.
/// An unknown position has line 0; a column of 0 means a //line directive gave none.
struct Position {
  std::string_view file;
  uint32_t line = 0;
  uint32_t column = 0;
};

}  // namespace govm
