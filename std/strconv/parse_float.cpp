// ParseFloat: checks Go's syntax, then leaves decimal numbers to std::from_chars, which rounds exactly.
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "std/strconv/floats.h"

namespace govm::stdlib {

namespace {

char lower(char c) { return static_cast<char>(c | ('x' - 'X')); }

bool is_decimal_digit(char c) { return '0' <= c && c <= '9'; }

/// `word` is in lower case.
bool equal_fold(std::string_view text, std::string_view word) {
  if (text.size() != word.size()) return false;
  for (std::size_t i = 0; i < word.size(); i++) {
    const char c = text[i];
    if (('A' <= c && c <= 'Z' ? lower(c) : c) != word[i]) return false;
  }
  return true;
}

/// A number without its sign, checked against the syntax.
struct Literal {
  bool hexadecimal = false;
  bool underscores = false;
  bool zero = true;                ///< all digits are zero
  std::uint64_t mantissa = 0;      ///< hexadecimal: its first 16 digits, the last bit set if others are not zero
  std::int64_t exponent = 0;       ///< hexadecimal: the power of two `mantissa` is multiplied with
  std::int64_t decimal_point = 0;  ///< decimal: the number is 0.ddd · 10^decimal_point, its first digit not zero
};

std::optional<Literal> scan(std::string_view text) {
  constexpr int kMantissaDigits = 16;
  constexpr std::int64_t kExponentLimit = 10000;
  Literal literal;
  std::size_t i = 0;
  if (text.size() > 2 && text[0] == '0' && lower(text[1]) == 'x') {
    literal.hexadecimal = true;
    i = 2;
  }
  bool point_seen = false;
  bool digit_seen = false;
  std::int64_t digits = 0;  // from the first that is not zero on
  std::int64_t kept = 0;
  std::int64_t point = 0;
  for (; i < text.size(); i++) {
    const char c = text[i];
    if (c == '_') {
      literal.underscores = true;
      continue;
    }
    if (c == '.') {
      if (point_seen) break;
      point_seen = true;
      point = digits;
      continue;
    }
    const bool letter = literal.hexadecimal && 'a' <= lower(c) && lower(c) <= 'f';
    if (!is_decimal_digit(c) && !letter) break;
    digit_seen = true;
    if (c == '0' && literal.zero) {
      if (point_seen) point--;
      continue;
    }
    literal.zero = false;
    digits++;
    const auto digit = static_cast<std::uint64_t>(letter ? lower(c) - 'a' + 10 : c - '0');
    if (kept < kMantissaDigits) {
      literal.mantissa = literal.mantissa << 4 | digit;
      kept++;
    } else if (digit != 0) {
      literal.mantissa |= 1;
    }
  }
  if (!digit_seen) return std::nullopt;
  if (!point_seen) point = digits;

  std::int64_t exponent = 0;
  if (i < text.size() && lower(text[i]) == (literal.hexadecimal ? 'p' : 'e')) {
    i++;
    const bool negative = i < text.size() && text[i] == '-';
    if (i < text.size() && (text[i] == '+' || negative)) i++;
    if (i >= text.size() || !is_decimal_digit(text[i])) return std::nullopt;
    for (; i < text.size() && (is_decimal_digit(text[i]) || text[i] == '_'); i++) {
      if (text[i] == '_') {
        literal.underscores = true;
      } else if (exponent < kExponentLimit) {
        exponent = 10 * exponent + (text[i] - '0');
      }
    }
    if (negative) exponent = -exponent;
  } else if (literal.hexadecimal) {
    return std::nullopt;
  }
  if (i != text.size() || (literal.underscores && !underscores_separate(text))) return std::nullopt;
  literal.exponent = 4 * (point - kept) + exponent;
  literal.decimal_point = point + exponent;
  return literal;
}

/// `mantissa` · 2^`exponent`: an 80-bit number holds the mantissa, so only the conversion to T rounds.
template <class T>
T scale(std::uint64_t mantissa, std::int64_t exponent) {
  constexpr std::int64_t kFar = 16000;  // beyond every double, within long double
  const auto near = static_cast<int>(exponent < -kFar ? -kFar : exponent > kFar ? kFar : exponent);
  return static_cast<T>(std::ldexp(static_cast<long double>(mantissa), near));
}

template <class T>
T read_decimal(std::string_view text, const Literal& literal) {
  constexpr std::int64_t kFar = 400;
  if (literal.decimal_point > kFar) return std::numeric_limits<T>::infinity();
  if (literal.decimal_point < -kFar) return 0;
  std::string digits;
  if (literal.underscores) {
    for (const char c : text) {
      if (c != '_') digits.push_back(c);
    }
    text = digits;
  }
  T value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec == std::errc::result_out_of_range) return literal.decimal_point > 0 ? std::numeric_limits<T>::infinity() : 0;
  return value;
}

template <class T>
ParsedFloat parse(std::string_view text, bool negative) {
  const auto literal = scan(text);
  if (!literal) return {0, ParseStatus::Syntax};
  T magnitude = 0;
  if (!literal->zero) {
    magnitude = literal->hexadecimal ? scale<T>(literal->mantissa, literal->exponent) : read_decimal<T>(text, *literal);
  }
  return {negative ? -magnitude : magnitude, std::isinf(magnitude) ? ParseStatus::Range : ParseStatus::Ok};
}

}  // namespace

ParsedFloat parse_float(std::string_view text, std::int64_t bit_size) {
  if (equal_fold(text, "nan")) {
    constexpr std::uint64_t kNaN = 0x7FF8000000000001;  // math.NaN(); a float32 has no room for its last bit
    return {std::bit_cast<double>(bit_size == 32 ? kNaN & ~std::uint64_t{1} : kNaN), ParseStatus::Ok};
  }
  const bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) text.remove_prefix(1);
  if (equal_fold(text, "inf") || equal_fold(text, "infinity")) {
    const double infinity = std::numeric_limits<double>::infinity();
    return {negative ? -infinity : infinity, ParseStatus::Ok};
  }
  return bit_size == 32 ? parse<float>(text, negative) : parse<double>(text, negative);
}

}  // namespace govm::stdlib
