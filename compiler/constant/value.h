// Exact values of constant expressions (spec: "Constants").
//
// Integers are exact (mpz), floats exact rationals (mpq) while they are small and 512-bit floats beyond,
// complex numbers pairs of these. Values are immutable and shared; a Value is one pointer. Overflow of the
// implementation's limits (spec: at least 256 bits; here 512 as in Go's compiler) is found by the checker
// through `bit_length`, not here. Source: the Go specification; rounding once, to nearest even.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace govm::constant {

enum class Kind : uint8_t { Unknown, Bool, String, Int, Float, Complex };

enum class UnaryOp : uint8_t { Plus, Negate, Complement, Not };
enum class BinaryOp : uint8_t { Add, Sub, Mul, Quo, IntQuo, Rem, And, Or, Xor, AndNot, LogicalAnd, LogicalOr };
enum class CompareOp : uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };

struct Representation;

/// A constant. Cheap to copy. The default value is Unknown: what an erroneous expression has; every
/// operation on it gives Unknown.
class Value {
 public:
  Value() = default;
  explicit Value(std::shared_ptr<const Representation> representation) : rep_(std::move(representation)) {}

  static Value from_bool(bool value);
  static Value from_string(std::string value);
  static Value from_int64(int64_t value);
  static Value from_uint64(uint64_t value);
  static Value from_double(double value);  ///< finite only, else Unknown
  static Value complex(const Value& real, const Value& imaginary);
  /// The literal as written, with prefixes and underscores; Unknown if it is malformed or its exponent is
  /// beyond all reason. `text` of a rune literal is its code point's business: use from_int64.
  static Value from_int_literal(std::string_view text);
  static Value from_float_literal(std::string_view text);
  static Value from_imaginary_literal(std::string_view text);  ///< with the i

  Kind kind() const;
  bool is_unknown() const { return rep_ == nullptr; }
  bool as_bool() const;                  ///< Kind::Bool
  const std::string& as_string() const;  ///< Kind::String
  size_t string_size() const;            ///< the same text's length, without writing out a sum
  /// The integer if it fits; `exact` is false (and the value 0) where it does not. Kind::Int.
  int64_t as_int64(bool& exact) const;
  uint64_t as_uint64(bool& exact) const;
  /// Rounded to nearest even; infinite where too large. Numeric kinds (real part of a complex value).
  double as_double() const;
  float as_float() const;
  Value real() const;
  Value imaginary() const;
  /// -1, 0, 1; of a complex value 0 only if it is zero. Numeric kinds.
  int sign() const;
  /// Bits of the absolute value of an integer.
  uint64_t bit_length() const;

  /// As an integer, float or complex value if that is exact (an integral float as an integer), else Unknown.
  Value to_int() const;
  Value to_float() const;
  Value to_complex() const;
  /// Rounded to the precision of float32 or float64; Unknown if that is infinite.
  Value round_to_float32() const;
  Value round_to_float64() const;

  /// As error messages print it: long strings and numbers shortened.
  std::string text() const;
  /// As -m and reports print it: numbers as in messages, strings whole.
  std::string exact_text() const;

 private:
  friend struct Access;
  std::shared_ptr<const Representation> rep_;
};

/// `bits` limits the complement of an unsigned operand (0: untyped or signed).
Value unary(UnaryOp op, const Value& x, unsigned bits = 0);
/// Operands are of kinds that match after conversion to the larger; Quo of integers is exact (a fraction
/// gives a Float), IntQuo truncates. Division by zero gives Unknown.
Value binary(const Value& x, BinaryOp op, const Value& y);
/// `left` says the direction; x is an integer.
Value shift(const Value& x, bool left, uint64_t count);
bool compare(const Value& x, CompareOp op, const Value& y);

}  // namespace govm::constant
