// Quoted text of package strconv over base/quote.h, and its way back.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/quote.h"
#include "std/byte_appender.h"

namespace govm::stdlib {

/// Appends `text` in `quote` characters with Go's escapes, growing as strconv.AppendQuote does.
void append_quoted(ByteAppender& out, std::string_view text, char quote, Unescaped unescaped);
/// Appends one rune between quotes; what is no rune becomes U+FFFD.
void append_quoted_rune(ByteAppender& out, std::int32_t rune, char quote, Unescaped unescaped);

/// strconv.CanBackquote: whether `text` can stand between backquotes unchanged.
bool can_backquote(std::string_view text);

/// The first character of quoted text, what it stands for, and what is behind it.
struct UnquotedChar {
  std::int32_t rune;
  bool multibyte;  ///< to be written as UTF-8, not as a byte
  std::string_view tail;
};
/// strconv.UnquoteChar; none: not what may stand between `quote` characters.
std::optional<UnquotedChar> unquote_char(std::string_view text, char quote);

/// A quoted text at the start of another.
struct Unquoted {
  std::string_view text;  ///< its content, or the text itself with its quotes
  std::string_view rest;  ///< what follows
  bool built;             ///< `text` lies in the buffer, not in the text given
};
/// The quoted prefix of `text`, unescaped if wanted; none: there is none. `buffer` is empty and takes what must be
/// built.
std::optional<Unquoted> unquote_prefix(std::string_view text, bool unescape, ByteAppender& buffer);

}  // namespace govm::stdlib
