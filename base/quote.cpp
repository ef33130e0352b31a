// Writing quoted text: which runes stand for themselves, which have an escape of one letter, which need \x, \u or \U.
#include "base/quote.h"

#include "base/unicode.h"
#include "base/utf8.h"

namespace govm {

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

/// The letter of a one-letter escape, 0 if there is none.
char escape_letter(int32_t rune) {
  constexpr std::string_view kLetters = "abtnvfr";  // from U+0007 on
  return '\a' <= rune && rune <= '\r' ? kLetters[static_cast<size_t>(rune - '\a')] : '\0';
}

RuneText escape(char kind, uint32_t value, int digits) {
  RuneText text;
  text.push('\\');
  text.push(kind);
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) text.push(kHexDigits[value >> shift & 15]);
  return text;
}

bool stands_for_itself(char32_t rune, Unescaped unescaped) {
  switch (unescaped) {
    case Unescaped::Print: return is_printable(rune);
    case Unescaped::PrintAscii: return rune < 0x80 && is_printable(rune);
    case Unescaped::Graphic: return is_graphic(rune);
  }
  return false;
}

}  // namespace

RuneText quoted_rune(int32_t rune, char quote, Unescaped unescaped) {
  RuneText text;
  if (rune == quote || rune == '\\') {
    text.push('\\');
    text.push(static_cast<char>(rune));
    return text;
  }
  if (stands_for_itself(static_cast<char32_t>(rune), unescaped)) {
    char bytes[4];
    const size_t length = encode_rune(static_cast<char32_t>(rune), bytes);
    for (size_t i = 0; i < length; ++i) text.push(bytes[i]);
    return text;
  }
  if (const char letter = escape_letter(rune)) {
    text.push('\\');
    text.push(letter);
    return text;
  }
  const auto value = static_cast<uint32_t>(rune);
  if (rune < ' ' || rune == 0x7F) return escape('x', value, 2);
  return rune < 0x10000 ? escape('u', value, 4) : escape('U', value, 8);
}

RuneText quoted_byte(unsigned char byte) { return escape('x', byte, 2); }

std::string quote(std::string_view text, char quote) {
  std::string out(1, quote);
  while (!text.empty()) {
    const auto [rune, size] = decode_rune(text);
    const bool invalid = size == 1 && rune == kRuneError;
    out += (invalid ? quoted_byte(static_cast<unsigned char>(text[0])) : quoted_rune(static_cast<int32_t>(rune), quote, Unescaped::Print))
               .view();
    text.remove_prefix(size);
  }
  out += quote;
  return out;
}

}  // namespace govm
