// Operators on constants (spec: "Constant expressions").
#include <limits>

#include "compiler/constant/representation.h"

namespace govm::constant {
namespace {

// Brings two numeric values to the larger of their kinds.
Kind match(Value& x, Value& y) {
  Kind kind = std::max(x.kind(), y.kind());
  auto lift = [&](Value& v) {
    if (kind == Kind::Float) v = v.to_float();
    if (kind == Kind::Complex) v = v.to_complex();
  };
  lift(x);
  lift(y);
  return kind;
}

Value int_operation(const mpz_class& x, BinaryOp op, const mpz_class& y) {
  switch (op) {
    case BinaryOp::Add: return make_value(mpz_class(x + y));
    case BinaryOp::Sub: return make_value(mpz_class(x - y));
    case BinaryOp::Mul: return make_value(mpz_class(x * y));
    case BinaryOp::Quo: {
      if (y == 0) return Value();
      mpq_class fraction(x, y);
      fraction.canonicalize();
      return make_float(std::move(fraction));
    }
    case BinaryOp::IntQuo: {
      if (y == 0) return Value();
      // Go's compiler divides constants of 64 bits as int64 values: this one quotient wraps.
      if (y == -1 && x == std::numeric_limits<int64_t>::min()) return make_value(x);
      return make_value(mpz_class(x / y));
    }
    case BinaryOp::Rem: return y == 0 ? Value() : make_value(mpz_class(x % y));
    case BinaryOp::And: return make_value(mpz_class(x & y));
    case BinaryOp::Or: return make_value(mpz_class(x | y));
    case BinaryOp::Xor: return make_value(mpz_class(x ^ y));
    case BinaryOp::AndNot: return make_value(mpz_class(x & ~y));
    default: return Value();
  }
}

Value float_operation(const Value& x, BinaryOp op, const Value& y) {
  mpq_class p, q;
  if (fraction_of(x, p) && fraction_of(y, q)) {
    switch (op) {
      case BinaryOp::Add: return make_float(mpq_class(p + q));
      case BinaryOp::Sub: return make_float(mpq_class(p - q));
      case BinaryOp::Mul: return make_float(mpq_class(p * q));
      case BinaryOp::Quo: return q == 0 ? Value() : make_float(mpq_class(p / q));
      default: return Value();
    }
  }
  mpf_class a = wide(x), b = wide(y);
  switch (op) {
    case BinaryOp::Add: return make_float(mpf_class(a + b, kFloatBits));
    case BinaryOp::Sub: return make_float(mpf_class(a - b, kFloatBits));
    case BinaryOp::Mul: return make_float(mpf_class(a * b, kFloatBits));
    case BinaryOp::Quo: return b == 0 ? Value() : make_float(mpf_class(a / b, kFloatBits));
    default: return Value();
  }
}

Value complex_operation(const Value& x, BinaryOp op, const Value& y) {
  Value a = x.real(), b = x.imaginary(), c = y.real(), d = y.imaginary();
  auto add = [](const Value& l, const Value& r) { return binary(l, BinaryOp::Add, r); };
  auto sub = [](const Value& l, const Value& r) { return binary(l, BinaryOp::Sub, r); };
  auto mul = [](const Value& l, const Value& r) { return binary(l, BinaryOp::Mul, r); };
  auto quo = [](const Value& l, const Value& r) { return binary(l, BinaryOp::Quo, r); };
  switch (op) {
    case BinaryOp::Add: return Value::complex(add(a, c), add(b, d));
    case BinaryOp::Sub: return Value::complex(sub(a, c), sub(b, d));
    case BinaryOp::Mul: return Value::complex(sub(mul(a, c), mul(b, d)), add(mul(b, c), mul(a, d)));
    case BinaryOp::Quo: {
      Value norm = add(mul(c, c), mul(d, d));
      return Value::complex(quo(add(mul(a, c), mul(b, d)), norm), quo(sub(mul(b, c), mul(a, d)), norm));
    }
    default: return Value();
  }
}

int order(const Value& x, const Value& y) {
  if (x.kind() == Kind::String) return x.as_string().compare(y.as_string());
  mpq_class p, q;
  if (fraction_of(x, p) && fraction_of(y, q)) return cmp(p, q);
  return cmp(wide(x), wide(y));
}

}  // namespace

Value unary(UnaryOp op, const Value& x, unsigned bits) {
  switch (op) {
    case UnaryOp::Plus: return x;
    case UnaryOp::Not: return x.kind() == Kind::Bool ? Value::from_bool(!x.as_bool()) : Value();
    case UnaryOp::Complement: {
      const mpz_class* z = Access::get<mpz_class>(x);
      if (!z) return Value();
      mpz_class result = ~*z;
      // Spec: "^x … with m = all bits set to 1 for unsigned x".
      if (bits) result &= (mpz_class(1) << bits) - 1;
      return make_value(std::move(result));
    }
    case UnaryOp::Negate:
      if (auto* z = Access::get<mpz_class>(x)) return make_value(mpz_class(-*z));
      if (auto* q = Access::get<mpq_class>(x)) return make_value(mpq_class(-*q));
      if (auto* f = Access::get<mpf_class>(x)) return make_value(mpf_class(-*f, kFloatBits));
      if (auto* parts = Access::get<ComplexParts>(x)) {
        return Value::complex(unary(op, parts->real), unary(op, parts->imaginary));
      }
      return Value();
  }
  return Value();
}

Value binary(const Value& left, BinaryOp op, const Value& right) {
  if (left.is_unknown() || right.is_unknown()) return Value();
  if (left.kind() == Kind::Bool && right.kind() == Kind::Bool) {
    if (op == BinaryOp::LogicalAnd) return Value::from_bool(left.as_bool() && right.as_bool());
    if (op == BinaryOp::LogicalOr) return Value::from_bool(left.as_bool() || right.as_bool());
    return Value();
  }
  if (left.kind() == Kind::String && right.kind() == Kind::String) {
    return op == BinaryOp::Add ? make_value(Text(left, right)) : Value();
  }
  if (left.kind() < Kind::Int || right.kind() < Kind::Int) return Value();
  Value x = left, y = right;
  switch (match(x, y)) {
    case Kind::Int: return int_operation(*Access::get<mpz_class>(x), op, *Access::get<mpz_class>(y));
    case Kind::Float: return float_operation(x, op, y);
    default: return complex_operation(x, op, y);
  }
}

Value shift(const Value& x, bool left, uint64_t count) {
  const mpz_class* z = Access::get<mpz_class>(x);
  if (!z) return Value();
  return make_value(left ? mpz_class(*z << count) : mpz_class(*z >> count));
}

bool compare(const Value& left, CompareOp op, const Value& right) {
  if (left.is_unknown() || right.is_unknown()) return false;
  Value x = left, y = right;
  int result = 0;
  if (x.kind() == Kind::Bool) {
    result = x.as_bool() != y.as_bool();
  } else if (x.kind() == Kind::Complex || y.kind() == Kind::Complex) {
    result = order(x.real(), y.real()) != 0 || order(x.imaginary(), y.imaginary()) != 0;
  } else {
    result = order(x, y);
  }
  switch (op) {
    case CompareOp::Equal: return result == 0;
    case CompareOp::NotEqual: return result != 0;
    case CompareOp::Less: return result < 0;
    case CompareOp::LessEqual: return result <= 0;
    case CompareOp::Greater: return result > 0;
    case CompareOp::GreaterEqual: return result >= 0;
  }
  return false;
}

}  // namespace govm::constant
