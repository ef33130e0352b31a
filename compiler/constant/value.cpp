// Making values, asking them, converting between kinds.
#include "compiler/constant/value.h"

#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "base/check.h"
#include "compiler/constant/representation.h"

namespace govm::constant {
namespace {

// Exponents beyond this are refused: no program means them.
constexpr int64_t kMaxExponent = 1'000'000'000;

std::string without_underscores(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c != '_') out += c;
  }
  return out;
}

mpf_class power(unsigned base, uint64_t exponent) {
  mpf_class result(1, kFloatBits);
  mpf_pow_ui(result.get_mpf_t(), mpf_class(base, kFloatBits).get_mpf_t(), exponent);
  return result;
}

// mantissa * base^exponent, exact where it stays small.
Value scaled(const mpz_class& mantissa, unsigned base, int64_t exponent) {
  if (mantissa == 0) return make_float(mpq_class(0));
  uint64_t distance = static_cast<uint64_t>(exponent < 0 ? -exponent : exponent);
  if (distance * (base == 2 ? 1 : 4) < kFractionBits) {
    mpz_class factor;
    mpz_ui_pow_ui(factor.get_mpz_t(), base, distance);
    mpq_class fraction = exponent < 0 ? mpq_class(mantissa, factor) : mpq_class(mpz_class(mantissa * factor));
    fraction.canonicalize();
    return make_float(std::move(fraction));
  }
  mpf_class number(mantissa, kFloatBits);
  if (exponent < 0) {
    number /= power(base, distance);
  } else {
    number *= power(base, distance);
  }
  return make_float(number);
}

// Rounds a fraction to a binary float with `precision` bits and smallest exponent `lowest`, nearest even.
double round_fraction(const mpq_class& fraction, int precision, int64_t lowest) {
  int sign = sgn(fraction);
  if (sign == 0) return 0;
  mpz_class n = abs(fraction.get_num());
  const mpz_class& d = fraction.get_den();
  auto bits = [](const mpz_class& z) { return static_cast<int64_t>(mpz_sizeinbase(z.get_mpz_t(), 2)); };
  int64_t top = bits(n) - bits(d);  // floor(log2) is top or top - 1
  mpz_class left = n, right = d;
  if (top >= 0) {
    right <<= top;
  } else {
    left <<= -top;
  }
  if (left < right) top--;
  int64_t last = std::max(top - (precision - 1), lowest);  // exponent of the last bit that is kept
  if (top > 2000) return sign * std::numeric_limits<double>::infinity();
  if (top < lowest - 2) return 0;
  left = n;
  right = d;
  if (last >= 0) {
    right <<= last;
  } else {
    left <<= -last;
  }
  mpz_class quotient = left / right, rest = left % right;
  int half = cmp(mpz_class(rest * 2), right);
  if (half > 0 || (half == 0 && mpz_odd_p(quotient.get_mpz_t()))) quotient++;
  return sign * std::ldexp(quotient.get_d(), static_cast<int>(last));
}

// As an exact fraction where the exponent is not beyond every float; otherwise infinity or zero.
double round_value(const Value& value, int precision, int64_t lowest) {
  mpq_class fraction;
  if (fraction_of(value, fraction)) return round_fraction(fraction, precision, lowest);
  mpf_class number = wide(value);
  long exponent = 0;
  mpf_get_d_2exp(&exponent, number.get_mpf_t());
  if (exponent > 5000) return sgn(number) * std::numeric_limits<double>::infinity();
  if (exponent < -5000) return 0;
  return round_fraction(mpq_class(number), precision, lowest);
}

}  // namespace

Value make_float(mpq_class fraction) {
  auto bits = [](const mpz_class& z) { return mpz_sizeinbase(z.get_mpz_t(), 2); };
  if (bits(fraction.get_num()) >= kFractionBits || bits(fraction.get_den()) >= kFractionBits) {
    return make_value(mpf_class(fraction, kFloatBits));
  }
  return make_value(std::move(fraction));
}

Value make_float(const mpf_class& number) {
  long exponent = 0;
  mpf_get_d_2exp(&exponent, number.get_mpf_t());
  // The exponents of Go's compiler have 32 bits: numbers beyond are none, those below are zero.
  if (exponent > std::numeric_limits<int32_t>::max()) return Value();
  if (exponent < std::numeric_limits<int32_t>::min()) return make_value(mpq_class(0));
  if (std::abs(exponent) < static_cast<long>(kFractionBits) / 2) return make_float(mpq_class(number));
  return make_value(number);
}

mpf_class wide(const Value& value) {
  if (auto* z = Access::get<mpz_class>(value)) return mpf_class(*z, kFloatBits);
  if (auto* q = Access::get<mpq_class>(value)) return mpf_class(*q, kFloatBits);
  if (auto* f = Access::get<mpf_class>(value)) return *f;
  return mpf_class(0, kFloatBits);
}

bool fraction_of(const Value& value, mpq_class& out) {
  if (auto* z = Access::get<mpz_class>(value)) {
    out = *z;
    return true;
  }
  if (auto* q = Access::get<mpq_class>(value)) {
    out = *q;
    return true;
  }
  return false;
}

Value Value::from_bool(bool value) { return make_value(value); }
Value Value::from_string(std::string value) { return make_value(Text(std::move(value))); }

Value Value::from_int64(int64_t value) {
  static_assert(sizeof(long) == 8);
  return make_value(mpz_class(static_cast<long>(value)));
}

Value Value::from_uint64(uint64_t value) { return make_value(mpz_class(static_cast<unsigned long>(value))); }

Value Value::from_double(double value) {
  if (!std::isfinite(value)) return Value();
  return make_float(mpq_class(value));
}

Value Value::complex(const Value& real, const Value& imaginary) {
  if (real.is_unknown() || imaginary.is_unknown()) return Value();
  return make_value(ComplexParts{real, imaginary});
}

Value Value::from_int_literal(std::string_view text) {
  std::string digits = without_underscores(text);
  int base = 10;
  if (digits.size() > 1 && digits[0] == '0') {
    switch (digits[1] | 0x20) {
      case 'x': base = 16; break;
      case 'b': base = 2; break;
      case 'o': base = 8; break;
      default:
        base = 8;
        digits.insert(1, "o");
        break;  // the old octal form
    }
    digits.erase(0, 2);
  }
  mpz_class number;
  if (digits.empty() || number.set_str(digits, base) != 0) return Value();
  return make_value(std::move(number));
}

Value Value::from_float_literal(std::string_view text) {
  std::string digits = without_underscores(text);
  bool hex = digits.size() > 1 && digits[0] == '0' && (digits[1] | 0x20) == 'x';
  if (hex) digits.erase(0, 2);
  std::string mantissa;
  int64_t fraction_digits = 0, exponent = 0;
  bool behind_point = false;
  for (size_t i = 0; i < digits.size(); i++) {
    char c = digits[i];
    if (c == '.') {
      behind_point = true;
    } else if ((hex && (c | 0x20) == 'p') || (!hex && (c | 0x20) == 'e')) {
      char* end = nullptr;
      errno = 0;
      exponent = std::strtoll(digits.c_str() + i + 1, &end, 10);
      if (errno != 0 || *end != '\0') return Value();
      break;
    } else {
      mantissa += c;
      fraction_digits += behind_point;
    }
  }
  mpz_class number;
  if (mantissa.empty() || number.set_str(mantissa, hex ? 16 : 10) != 0) return Value();
  exponent -= hex ? 4 * fraction_digits : fraction_digits;
  if (exponent > kMaxExponent || exponent < -kMaxExponent) return Value();
  return scaled(number, hex ? 2 : 10, exponent);
}

Value Value::from_imaginary_literal(std::string_view text) {
  text.remove_suffix(1);
  bool is_float = text.find_first_of(".eEpP") != std::string_view::npos && !(text.size() > 1 && (text[1] | 0x20) == 'b');
  bool hex = text.size() > 1 && text[0] == '0' && (text[1] | 0x20) == 'x';
  if (hex) is_float = text.find_first_of(".pP") != std::string_view::npos;
  // Spec: "for backward compatibility, an imaginary literal's integer part consisting entirely of decimal
  // digits … is considered a decimal integer, even if it starts with a leading 0".
  if (!is_float && text.find_first_not_of("0123456789_") == std::string_view::npos) {
    while (text.size() > 1 && (text[0] == '0' || text[0] == '_')) text.remove_prefix(1);
  }
  return complex(from_int64(0), is_float ? from_float_literal(text) : from_int_literal(text));
}

Kind Value::kind() const {
  if (!rep_) return Kind::Unknown;
  static constexpr Kind kKinds[] = {Kind::Bool, Kind::String, Kind::Int, Kind::Float, Kind::Float, Kind::Complex};
  return kKinds[rep_->data.index()];
}

bool Value::as_bool() const {
  const bool* b = Access::get<bool>(*this);
  return b && *b;
}

const std::string& Value::as_string() const {
  static const std::string kEmpty;
  const Text* text = Access::get<Text>(*this);
  return text ? text->whole() : kEmpty;
}

size_t Value::string_size() const {
  const Text* text = Access::get<Text>(*this);
  return text ? text->size() : 0;
}

Text::Text(Value left, Value right) : left_(std::move(left)), right_(std::move(right)), size_(left_.string_size() + right_.string_size()) {}

const std::string& Text::whole() const {
  if (left_.is_unknown()) return whole_;
  whole_.reserve(size_);
  std::vector<Value> rest{std::exchange(right_, Value()), std::exchange(left_, Value())};
  while (!rest.empty()) {
    const Value next = std::move(rest.back());
    rest.pop_back();
    const Text* text = Access::get<Text>(next);
    if (text->left_.is_unknown()) {
      whole_ += text->whole_;
    } else {
      rest.push_back(text->right_);
      rest.push_back(text->left_);
    }
  }
  return whole_;
}

int64_t Value::as_int64(bool& exact) const {
  const mpz_class* z = Access::get<mpz_class>(*this);
  exact = z && z->fits_slong_p();
  return exact ? z->get_si() : 0;
}

uint64_t Value::as_uint64(bool& exact) const {
  const mpz_class* z = Access::get<mpz_class>(*this);
  exact = z && z->fits_ulong_p();
  return exact ? z->get_ui() : 0;
}

double Value::as_double() const {
  if (kind() == Kind::Complex) return real().as_double();
  return round_value(*this, 53, -1074);
}

float Value::as_float() const {
  if (kind() == Kind::Complex) return real().as_float();
  return static_cast<float>(round_value(*this, 24, -149));
}

Value Value::real() const {
  if (auto* parts = Access::get<ComplexParts>(*this)) return parts->real;
  return *this;
}

Value Value::imaginary() const {
  if (auto* parts = Access::get<ComplexParts>(*this)) return parts->imaginary;
  return is_unknown() ? Value() : from_int64(0);
}

int Value::sign() const {
  if (auto* z = Access::get<mpz_class>(*this)) return sgn(*z);
  if (auto* q = Access::get<mpq_class>(*this)) return sgn(*q);
  if (auto* f = Access::get<mpf_class>(*this)) return sgn(*f);
  if (auto* parts = Access::get<ComplexParts>(*this)) return parts->real.sign() | parts->imaginary.sign();
  return 0;
}

uint64_t Value::bit_length() const {
  const mpz_class* z = Access::get<mpz_class>(*this);
  return z && *z != 0 ? mpz_sizeinbase(z->get_mpz_t(), 2) : 0;
}

Value Value::to_int() const {
  switch (kind()) {
    case Kind::Int: return *this;
    case Kind::Float: {
      if (auto* q = Access::get<mpq_class>(*this)) return q->get_den() == 1 ? make_value(q->get_num()) : Value();
      // A 512-bit float may be a rounded integer: take it if rounding to a few bits less gives one.
      const mpf_class& f = *Access::get<mpf_class>(*this);
      long exponent = 0;
      mpf_get_d_2exp(&exponent, f.get_mpf_t());
      if (exponent < 0 || exponent > 100'000 || !mpf_integer_p(f.get_mpf_t())) return Value();
      return make_value(mpz_class(f));
    }
    case Kind::Complex: return imaginary().sign() == 0 ? real().to_int() : Value();
    default: return Value();
  }
}

Value Value::to_float() const {
  switch (kind()) {
    case Kind::Int: return make_float(mpq_class(*Access::get<mpz_class>(*this)));
    case Kind::Float: return *this;
    case Kind::Complex: return imaginary().sign() == 0 ? real().to_float() : Value();
    default: return Value();
  }
}

Value Value::to_complex() const {
  switch (kind()) {
    case Kind::Int:
    case Kind::Float: return complex(*this, from_int64(0));
    case Kind::Complex: return *this;
    default: return Value();
  }
}

Value Value::round_to_float32() const { return is_unknown() ? Value() : from_double(as_float()); }
Value Value::round_to_float64() const { return is_unknown() ? Value() : from_double(as_double()); }

}  // namespace govm::constant
