// FormatFloat: the digits come from std::to_chars, which rounds exactly; their arrangement is Go's.
#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

#include "std/strconv/floats.h"

namespace govm::stdlib {

namespace {

/// Digits behind the point of the longest exact decimal expansion (of the smallest double).
constexpr std::int64_t kMostDigits = 1074;

/// A float taken apart: mantissa · 2^(exponent - mantissa_bits).
struct Parts {
  std::uint64_t mantissa;
  int exponent;
  int mantissa_bits;
};

/// `value` is finite.
Parts take_apart(double value, int bit_size) {
  const bool wide = bit_size == 64;
  const int mantissa_bits = wide ? 52 : 23;
  const int bias = wide ? 1023 : 127;
  const std::uint64_t bits = wide ? std::bit_cast<std::uint64_t>(value) : std::bit_cast<std::uint32_t>(static_cast<float>(value));
  const std::uint64_t fraction = bits & ((std::uint64_t{1} << mantissa_bits) - 1);
  const int stored = static_cast<int>(bits >> mantissa_bits) & (2 * bias + 1);
  if (stored == 0) return {fraction, 1 - bias, mantissa_bits};
  return {fraction | std::uint64_t{1} << mantissa_bits, stored - bias, mantissa_bits};
}

/// Decimal digits without leading or trailing zeros: 0.d₀d₁d₂… · 10^point. Zero has none.
struct Decimal {
  std::array<char, 800> digits;
  std::int64_t count = 0;
  std::int64_t point = 0;
  bool negative = false;
};

/// From what to_chars wrote in scientific form.
void read_scientific(Decimal& decimal, const char* first, const char* last) {
  int exponent = 0;
  for (const char* c = first; c != last; c++) {
    if (*c == 'e') {
      c += c[1] == '+' ? 2 : 1;
      std::from_chars(c, last, exponent);
      break;
    }
    if (*c != '.') decimal.digits[static_cast<std::size_t>(decimal.count++)] = *c;
  }
  while (decimal.count > 0 && decimal.digits[static_cast<std::size_t>(decimal.count - 1)] == '0') decimal.count--;
  if (decimal.count > 0) decimal.point = exponent + 1;
}

void shortest_digits(Decimal& decimal, double magnitude, int bit_size) {
  std::array<char, 32> buffer;
  char* const last = buffer.data() + buffer.size();
  const auto end = bit_size == 64 ? std::to_chars(buffer.data(), last, magnitude, std::chars_format::scientific)
                                  : std::to_chars(buffer.data(), last, static_cast<float>(magnitude), std::chars_format::scientific);
  read_scientific(decimal, buffer.data(), end.ptr);
}

void rounded_digits(Decimal& decimal, double magnitude, std::int64_t digits) {
  std::array<char, 800> buffer;
  const int precision = static_cast<int>(std::min<std::int64_t>(digits - 1, 780));
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude, std::chars_format::scientific, precision);
  read_scientific(decimal, buffer.data(), end.ptr);
}

std::string_view digit_range(const Decimal& decimal, std::int64_t from, std::int64_t to) {
  return {decimal.digits.data() + from, static_cast<std::size_t>(to - from)};
}

void push_exponent(ByteAppender& out, int exponent, int least_digits) {
  out.push(exponent < 0 ? '-' : '+');
  IntegerBuffer buffer;
  const auto magnitude = static_cast<std::uint64_t>(exponent < 0 ? -exponent : exponent);
  const std::string_view digits = format_integer(buffer, magnitude, false, 10);
  std::array<char, 8> text;
  const std::size_t zeros =
      digits.size() < static_cast<std::size_t>(least_digits) ? static_cast<std::size_t>(least_digits) - digits.size() : 0;
  std::fill_n(text.begin(), zeros, '0');
  std::copy(digits.begin(), digits.end(), text.begin() + zeros);
  out.append({text.data(), zeros + digits.size()});
}

/// -d.dddde±dd
void push_with_exponent(ByteAppender& out, const Decimal& decimal, char format, std::int64_t precision) {
  if (decimal.negative) out.push('-');
  out.push(decimal.count == 0 ? '0' : decimal.digits[0]);
  if (precision > 0) {
    out.push('.');
    const std::int64_t end = std::max<std::int64_t>(1, std::min(decimal.count, precision + 1));
    if (end > 1) out.append(digit_range(decimal, 1, end));
    out.push_repeated('0', precision + 1 - end);
  }
  out.push(format);
  push_exponent(out, decimal.count == 0 ? 0 : static_cast<int>(decimal.point - 1), 2);
}

/// -ddd.dddd
void push_without_exponent(ByteAppender& out, const Decimal& decimal, std::int64_t precision) {
  if (decimal.negative) out.push('-');
  std::int64_t next = 0;
  if (decimal.point > 0) {
    next = std::min(decimal.count, decimal.point);
    out.push_each(digit_range(decimal, 0, next));
    out.push_repeated('0', decimal.point - next);
  } else {
    out.push('0');
  }
  if (precision <= 0) return;
  out.push('.');
  const std::int64_t zeros = std::min(precision, std::max<std::int64_t>(0, -decimal.point));
  const std::int64_t digits = std::clamp<std::int64_t>(decimal.count - next, 0, precision - zeros);
  out.push_repeated('0', zeros);
  out.push_each(digit_range(decimal, next, next + digits));
  out.push_repeated('0', precision - zeros - digits);
}

/// %g: the form without exponent unless the exponent is small or beyond the digits wanted.
void push_general(ByteAppender& out, const Decimal& decimal, char format, std::int64_t precision, bool shortest) {
  std::int64_t largest = precision;
  if (largest > decimal.count && decimal.count >= decimal.point) largest = decimal.count;
  if (shortest) largest = 6;
  if (const std::int64_t exponent = decimal.point - 1; exponent < -4 || exponent >= largest) {
    const char letter = format == 'g' ? 'e' : 'E';
    return push_with_exponent(out, decimal, letter, std::min(precision, decimal.count) - 1);
  }
  const std::int64_t digits = precision > decimal.point ? decimal.count : precision;
  push_without_exponent(out, decimal, std::max<std::int64_t>(digits - decimal.point, 0));
}

/// e, f and g without a precision; any other format is written as what it is.
void append_shortest(ByteAppender& out, Decimal& decimal, double magnitude, char format, int bit_size) {
  if (magnitude != 0) shortest_digits(decimal, magnitude, bit_size);
  const bool zero = decimal.count == 0;
  switch (format) {
    case 'e':
    case 'E': return push_with_exponent(out, decimal, format, decimal.count - 1);
    case 'f': return push_without_exponent(out, decimal, zero ? 0 : decimal.count - decimal.point);
    default: return push_general(out, decimal, format, zero ? -1 : decimal.count, true);
  }
}

void append_rounded(ByteAppender& out, Decimal& decimal, double magnitude, char format, std::int64_t precision) {
  switch (format) {
    case 'e':
    case 'E':
      if (magnitude != 0) rounded_digits(decimal, magnitude, std::min(precision, kMostDigits) + 1);
      return push_with_exponent(out, decimal, format, precision);
    case 'f': {
      if (decimal.negative) out.push('-');
      std::array<char, 1400> buffer;
      const std::int64_t written = std::min(precision, kMostDigits);
      const auto end =
          std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude, std::chars_format::fixed, static_cast<int>(written));
      out.push_each({buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data())});
      return out.push_repeated('0', precision - written);
    }
    default:
      if (magnitude != 0) {
        precision = std::max<std::int64_t>(precision, 1);
        rounded_digits(decimal, magnitude, std::min(precision, kMostDigits));
      }
      return push_general(out, decimal, format, precision, false);
  }
}

/// -ddddp±ddd
void append_binary(ByteAppender& out, const Parts& parts, bool negative) {
  if (negative) out.push('-');
  IntegerBuffer buffer;
  out.append(format_integer(buffer, parts.mantissa, false, 10));
  out.push('p');
  const int exponent = parts.exponent - parts.mantissa_bits;
  out.push(exponent < 0 ? '-' : '+');
  out.append(format_integer(buffer, static_cast<std::uint64_t>(exponent < 0 ? -exponent : exponent), false, 10));
}

/// -0x1.yyyyp±dd
void append_hexadecimal(ByteAppender& out, const Parts& parts, bool negative, char format, std::int64_t precision) {
  constexpr int kPoint = 60;  // bits behind the point of `mantissa`
  constexpr std::uint64_t kOne = std::uint64_t{1} << kPoint;
  std::uint64_t mantissa = parts.mantissa << (kPoint - parts.mantissa_bits);
  int exponent = mantissa == 0 ? 0 : parts.exponent;
  while (mantissa != 0 && mantissa < kOne) {
    mantissa <<= 1;
    exponent--;
  }
  if (precision >= 0 && precision < kPoint / 4) {
    const std::uint64_t unit = kOne >> (4 * precision);
    const std::uint64_t extra = mantissa & (unit - 1);
    mantissa -= extra;
    if (extra > unit / 2 || (extra == unit / 2 && (mantissa & unit) != 0)) mantissa += unit;
    if (mantissa >= 2 * kOne) {
      mantissa >>= 1;
      exponent++;
    }
  }
  if (negative) {
    out.enter_frame();
    out.push('-');
  }
  const std::array<char, 3> start{'0', format, static_cast<char>('0' + (mantissa >> kPoint))};
  out.append({start.data(), start.size()});
  const std::string_view digits = format == 'x' ? "0123456789abcdef" : "0123456789ABCDEF";
  mantissa <<= 4;
  if (precision > 0 || (precision < 0 && mantissa != 0)) {
    out.push('.');
    for (std::int64_t i = 0; precision < 0 ? mantissa != 0 : i < precision; i++) {
      out.push(digits[mantissa >> kPoint]);
      mantissa <<= 4;
    }
  }
  out.push(format == 'x' ? 'p' : 'P');
  push_exponent(out, exponent, 2);
  out.leave_frame();
}

}  // namespace

void append_float(ByteAppender& out, double value, char format, std::int64_t precision, int bit_size) {
  if (bit_size == 32) value = static_cast<float>(value);
  if (std::isnan(value)) return out.append("NaN");
  const bool negative = std::signbit(value);
  if (std::isinf(value)) return out.append(negative ? "-Inf" : "+Inf");
  switch (format) {
    case 'b': return append_binary(out, take_apart(value, bit_size), negative);
    case 'x':
    case 'X': return append_hexadecimal(out, take_apart(value, bit_size), negative, format, precision);
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G': {
      Decimal decimal;
      decimal.negative = negative;
      const double magnitude = std::fabs(value);
      if (precision < 0) return append_shortest(out, decimal, magnitude, format, bit_size);
      return append_rounded(out, decimal, magnitude, format, precision);
    }
    default: {
      const std::array<char, 2> text{'%', format};
      return out.append({text.data(), text.size()});
    }
  }
}

}  // namespace govm::stdlib
