// Decoding and encoding of UTF-8; malformed bytes are U+FFFD of width 1, as in Go.
#include "base/utf8.h"

namespace govm {
namespace {
constexpr bool is_continuation(unsigned char c) { return (c & 0xC0) == 0x80; }
}  // namespace

DecodedRune decode_rune(std::string_view text) {
  if (text.empty()) return {kRuneError, 0};
  auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned char first = byte(0);
  if (first < 0x80) return {first, 1};
  uint32_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < size) return {kRuneError, 1};
  char32_t rune = first & (0xFFu >> (size + 1));
  for (uint32_t i = 1; i < size; ++i) {
    if (!is_continuation(byte(i))) return {kRuneError, 1};
    rune = rune << 6 | (byte(i) & 0x3F);
  }
  bool overlong = (size == 3 && rune < 0x800) || (size == 4 && rune < 0x10000);
  bool surrogate = rune >= 0xD800 && rune < 0xE000;
  if (overlong || surrogate || rune > kMaxRune) return {kRuneError, 1};
  return {rune, size};
}

DecodedRune decode_last_rune(std::string_view text) {
  if (text.empty()) return {kRuneError, 0};
  size_t start = text.size() - 1;
  size_t lowest = text.size() > 4 ? text.size() - 4 : 0;
  while (start > lowest && is_continuation(static_cast<unsigned char>(text[start]))) --start;
  DecodedRune last = decode_rune(text.substr(start));
  if (start + last.size != text.size()) return {kRuneError, 1};
  return last;
}

size_t encode_rune(char32_t rune, char* out) {
  if (rune > kMaxRune || (rune >= 0xD800 && rune < 0xE000)) rune = kRuneError;
  if (rune < 0x80) {
    out[0] = static_cast<char>(rune);
    return 1;
  }
  size_t size = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
  for (size_t i = size - 1; i > 0; --i) {
    out[i] = static_cast<char>(0x80 | (rune & 0x3F));
    rune >>= 6;
  }
  out[0] = static_cast<char>((0xF00 >> size & 0xFF) | rune);
  return size;
}

void append_rune(std::string& out, char32_t rune) {
  char buffer[4];
  out.append(buffer, encode_rune(rune, buffer));
}

bool is_valid_utf8(std::string_view text) {
  while (!text.empty()) {
    DecodedRune c = decode_rune(text);
    if (c.rune == kRuneError && c.size == 1) return false;
    text.remove_prefix(c.size);
  }
  return true;
}

size_t count_runes(std::string_view text) {
  size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(decode_rune(text).size);
  return count;
}

}  // namespace govm
