// Constants as text, as Go's messages print them.
#include <fmt/format.h>

#include <cmath>

#include "base/quote.h"
#include "compiler/constant/representation.h"

namespace govm::constant {
namespace {

constexpr size_t kLongestString = 72;

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
      std::string text = quote(as_string());
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
    case Kind::String: return quote(as_string());
    case Kind::Float: return short_float(*this);
    case Kind::Complex: return complex_text(*this, [](const Value& v) { return v.exact_text(); });
    default: return text();
  }
}

}  // namespace govm::constant
