// Digits, base prefixes and underscores, by the grammar of Go's integer literals.
#include "std/strconv/integers.h"

#include <charconv>
#include <limits>

namespace govm::stdlib {

namespace {

char lower(char c) { return static_cast<char>(c | ('x' - 'X')); }

/// The value of a letter or digit, 36 for anything else.
unsigned digit_value(char c) {
  if ('0' <= c && c <= '9') return static_cast<unsigned>(c - '0');
  const char letter = lower(c);
  if ('a' <= letter && letter <= 'z') return static_cast<unsigned>(letter - 'a') + 10;
  return 36;
}

/// Takes a prefix 0b, 0o, 0x or 0 off `text`; the base it stands for.
unsigned take_base_prefix(std::string_view& text) {
  if (text[0] != '0') return 10;
  unsigned base = 0;
  if (text.size() >= 3) {
    switch (lower(text[1])) {
      case 'b': base = 2; break;
      case 'o': base = 8; break;
      case 'x': base = 16; break;
      default: break;
    }
  }
  text.remove_prefix(base == 0 ? 1 : 2);
  return base == 0 ? 8 : base;
}

}  // namespace

std::string_view format_integer(IntegerBuffer& buffer, std::uint64_t magnitude, bool negative, int base) {
  char* first = buffer.data();
  if (negative) *first++ = '-';
  const auto result = std::to_chars(first, buffer.data() + buffer.size(), magnitude, base);
  return {buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data())};
}

bool underscores_separate(std::string_view number) {
  if (!number.empty() && (number[0] == '-' || number[0] == '+')) number.remove_prefix(1);
  bool after_digit = false;
  bool hexadecimal = false;
  if (number.size() >= 2 && number[0] == '0') {
    const char prefix = lower(number[1]);
    if (prefix == 'b' || prefix == 'o' || prefix == 'x') {
      after_digit = true;
      hexadecimal = prefix == 'x';
      number.remove_prefix(2);
    }
  }
  bool after_underscore = false;
  for (const char c : number) {
    const bool digit = digit_value(c) < (hexadecimal ? 16u : 10u);
    if (c == '_' ? !after_digit : after_underscore && !digit) return false;
    after_underscore = c == '_';
    after_digit = digit;
  }
  return !after_underscore;
}

ParsedUint parse_uint(std::string_view text, std::int64_t base, std::int64_t bit_size) {
  if (text.empty()) return {0, ParseStatus::Syntax};
  const std::string_view whole = text;
  unsigned radix;
  if (base == 0) {
    radix = take_base_prefix(text);
  } else if (base < 2 || base > 36) {
    return {0, ParseStatus::Base};
  } else {
    radix = static_cast<unsigned>(base);
  }
  if (bit_size < 0 || bit_size > 64) return {0, ParseStatus::BitSize};
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t limit = bit_size == 0 || bit_size == 64 ? kMax : (std::uint64_t{1} << bit_size) - 1;

  bool underscores = false;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c == '_' && base == 0) {
      underscores = true;
      continue;
    }
    const unsigned digit = digit_value(c);
    if (digit >= radix) return {0, ParseStatus::Syntax};
    if (__builtin_mul_overflow(value, radix, &value) || __builtin_add_overflow(value, digit, &value) || value > limit) {
      return {limit, ParseStatus::Range};
    }
  }
  if (underscores && !underscores_separate(whole)) return {0, ParseStatus::Syntax};
  return {value, ParseStatus::Ok};
}

ParsedInt parse_int(std::string_view text, std::int64_t base, std::int64_t bit_size) {
  if (text.empty()) return {0, ParseStatus::Syntax};
  const bool negative = text[0] == '-';
  if (negative || text[0] == '+') text.remove_prefix(1);
  const auto [magnitude, status] = parse_uint(text, base, bit_size);
  if (status != ParseStatus::Ok && status != ParseStatus::Range) return {0, status};
  const std::uint64_t limit = std::uint64_t{1} << (bit_size == 0 ? 63 : bit_size - 1);
  if (!negative && magnitude >= limit) return {static_cast<std::int64_t>(limit - 1), ParseStatus::Range};
  if (negative && magnitude > limit) return {static_cast<std::int64_t>(0 - limit), ParseStatus::Range};
  return {static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude), ParseStatus::Ok};
}

}  // namespace govm::stdlib
