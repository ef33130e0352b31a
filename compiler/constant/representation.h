// How a constant::Value is stored; private to the room.
#pragma once

#include <gmpxx.h>

#include <string>
#include <utility>
#include <variant>

#include "compiler/constant/value.h"

namespace govm::constant {

/// Floats too large or small for an exact fraction.
constexpr mp_bitcnt_t kFloatBits = 512;
/// Fractions whose numerator or denominator is longer become 512-bit floats, as in Go's compiler.
constexpr size_t kFractionBits = 4096;

struct ComplexParts {
  Value real, imaginary;  // never complex, never Unknown
};

/// A text, or the sum of two that is written out when somebody reads it: to write out each sum of a long chain would take time and memory
/// with the square of its length.
class Text {
 public:
  explicit Text(std::string whole) : whole_(std::move(whole)), size_(whole_.size()) {}
  /// Both are strings.
  Text(Value left, Value right);

  size_t size() const { return size_; }
  const std::string& whole() const;

 private:
  mutable std::string whole_;
  mutable Value left_, right_;  ///< unknown: the text is written out
  size_t size_;
};

/// Integers are mpz, floats mpq or mpf_class (then not representable as a small fraction).
struct Representation {
  std::variant<bool, Text, mpz_class, mpq_class, mpf_class, ComplexParts> data;
};

/// The door to a Value's representation.
struct Access {
  static const Representation* of(const Value& value) { return value.rep_.get(); }
  template <class T>
  static const T* get(const Value& value) {
    return value.rep_ ? std::get_if<T>(&value.rep_->data) : nullptr;
  }
};

template <class T>
Value make_value(T data) {
  return Value(std::make_shared<const Representation>(Representation{std::move(data)}));
}
/// A float from an exact fraction or a 512-bit float, in its smallest form.
Value make_float(mpq_class fraction);
Value make_float(const mpf_class& number);
/// Numeric kinds but complex, as a 512-bit float.
mpf_class wide(const Value& value);
/// As an exact fraction; false for 512-bit floats.
bool fraction_of(const Value& value, mpq_class& out);

}  // namespace govm::constant
