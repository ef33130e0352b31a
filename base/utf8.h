// UTF-8: decode, encode, validity, as Go's unicode/utf8 defines them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace govm {

/// What stands for bytes that are no UTF-8.
inline constexpr char32_t kRuneError = 0xFFFD;
/// The largest code point.
inline constexpr char32_t kMaxRune = 0x10FFFF;

/// A decoded code point. Invalid bytes give {kRuneError, 1}, empty input {kRuneError, 0}.
struct DecodedRune {
  char32_t rune;
  uint32_t size;  ///< bytes consumed
};

/// The first code point of a text; surrogates and overlong forms are invalid.
DecodedRune decode_rune(std::string_view text);
/// The last code point of a text.
DecodedRune decode_last_rune(std::string_view text);
/// Writes at most 4 bytes, returns how many. Surrogates and values beyond kMaxRune give U+FFFD.
size_t encode_rune(char32_t rune, char* out);
void append_rune(std::string& out, char32_t rune);
bool is_valid_utf8(std::string_view text);
/// Number of code points, each invalid byte counting as one.
size_t count_runes(std::string_view text);

}  // namespace govm
