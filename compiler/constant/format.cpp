// Constants as text, as Go's messages print them.
#include <fmt/format.h>

#include <cmath>

#include "compiler/constant/representation.h"

namespace govm::constant {
namespace {

constexpr size_t kLongestString = 72;

// Text in quotes with Go's escapes.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (unsigned char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\t': out += "\\t"; break;
      case '\r': out += "\\r"; break;
      case '\a': out += "\\a"; break;
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      case '\v': out += "\\v"; break;
      default:
        if (c < 0x20 || c == 0x7f) {
          out += fmt::format("\\x{:02x}", c);
        } else {
          out += static_cast<char>(c);
        }
    }
  }
  return out + "\"";
}

// A number beyond float64 as "1.5e+1000".
std::string far_float(const mpf_class& number) {
  mp_exp_t exponent = 0;
  std::string digits = number.get_str(exponent, 10, 6);
  bool negative = digits.starts_with('-');
  if (negative) digits.erase(0, 1);
  std::string mantissa = digits.substr(0, 1);
  if (digits.size() > 1) mantissa += "." + digits.substr(1);
  return fmt::format("{}{}e{}{}", negative ? "-" : "", mantissa, exponent - 1 < 0 ? '-' : '+', std::abs(exponent - 1));
}

// Six significant digits, as messages have them.
std::string short_float(const Value& value) {
  double number = value.as_double();
  if (std::isinf(number) || (number == 0 && value.sign() != 0)) return far_float(wide(value));
  return fmt::format("{:.6g}", number);
}

std::string complex_text(const Value& value, std::string (*part)(const Value&)) {
  return fmt::format("({} + {}i)", part(value.real()), part(value.imaginary()));
}

}  // namespace

std::string Value::text() const {
  switch (kind()) {
    case Kind::Unknown: return "unknown";
    case Kind::Bool: return as_bool() ? "true" : "false";
    case Kind::String: {
      std::string text = quoted(as_string());
      if (text.size() <= kLongestString) return text;
      size_t cut = kLongestString - 3;
      while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xc0) == 0x80) cut--;
      return text.substr(0, cut) + "...";
    }
    case Kind::Int: return Access::get<mpz_class>(*this)->get_str();
    case Kind::Float: return short_float(*this);
    case Kind::Complex: return complex_text(*this, [](const Value& v) { return v.text(); });
  }
  return "";
}

std::string Value::exact_text() const {
  switch (kind()) {
    case Kind::String: return quoted(as_string());
    case Kind::Float: return short_float(*this);
    case Kind::Complex: return complex_text(*this, [](const Value& v) { return v.exact_text(); });
    default: return text();
  }
}

}  // namespace govm::constant
