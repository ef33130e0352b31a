// Complex numbers (spec: "Arithmetic operators", "Manipulating complex numbers"): a complex value has two parts, its
// real and imaginary floats, and what is done to it is done to those. Only the quotient is an operation of its own.
#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

using syntax::Operator;
using types::BasicKind;

const Type* Builder::float_of_complex(const Type* type) const {
  return basic(types::size_of(type) == 16 ? BasicKind::Float64 : BasicKind::Float32);
}

Datum Builder::complex_datum(const Type* type, Value* real, Value* imaginary) {
  Datum datum = single(type, real);
  datum.parts.push_back(imaginary);
  return datum;
}

Datum Builder::complex_constant(const constant::Value& value, const Type* type) {
  const constant::Value number = value.to_complex();
  const Type* part = float_of_complex(type);
  return complex_datum(type, constant_datum(number.real(), part).value(), constant_datum(number.imaginary(), part).value());
}

Datum Builder::convert_complex(const Datum& datum, const Type* to) {
  const Type* from_part = float_of_complex(datum.type);
  const Type* to_part = float_of_complex(to);
  return complex_datum(to, convert_number(datum.parts[0], from_part, to_part), convert_number(datum.parts[1], from_part, to_part));
}

Datum Builder::complex_negation(const Datum& x) {
  const Type* part = float_of_complex(x.type);
  return complex_datum(x.type, emit(Op::Neg, rep_of(part), part, {x.parts[0]}), emit(Op::Neg, rep_of(part), part, {x.parts[1]}));
}

Datum Builder::complex_arithmetic(Operator op, const Datum& x, const Datum& y, const Type* type) {
  if (op == Operator::Mul || op == Operator::Div) {
    // Products and quotients of complex64 are computed in float64 and rounded once, as Go's compiler does.
    const Type* wide = basic(BasicKind::Complex128);
    const Datum a = convert_complex(x, wide);
    const Datum b = convert_complex(y, wide);
    return convert_complex(op == Operator::Mul ? complex_product(a, b) : complex_quotient(a, b), type);
  }
  GOVM_CHECK(op == Operator::Add || op == Operator::Sub, "operator of complex numbers");
  const Type* part = float_of_complex(type);
  auto each = [&](size_t i) { return float_operation(op == Operator::Add ? Op::Add : Op::Sub, x.parts[i], y.parts[i], part); };
  Value* real = each(0);
  return complex_datum(type, real, each(1));
}

Datum Builder::complex_product(const Datum& x, const Datum& y) {
  const Type* part = float_of_complex(x.type);
  auto product = [&](size_t i, size_t j) { return float_operation(Op::Mul, x.parts[i], y.parts[j], part); };
  Value* real = float_operation(Op::Sub, product(0, 0), product(1, 1), part);
  Value* left = product(0, 1);
  return complex_datum(x.type, real, float_operation(Op::Add, left, product(1, 0), part));
}

Datum Builder::complex_quotient(const Datum& x, const Datum& y) {
  const Type* part = float_of_complex(x.type);
  Value* tuple = emit(Op::ComplexDiv, Rep::Tuple, nullptr, {x.parts[0], x.parts[1], y.parts[0], y.parts[1]});
  Value* real = tuple_result(tuple, 0, part);
  return complex_datum(x.type, real, tuple_result(tuple, 1, part));
}

Value* Builder::float_operation(Op op, Value* x, Value* y, const Type* type) {
  Value* value = emit(op, rep_of(type), type, {x, y});
  value->unchecked = true;
  return value;
}

Value* Builder::complex_equal(const Datum& x, const Datum& y) {
  const Type* part = float_of_complex(x.type);
  Value* real = compare(Op::Eq, x.parts[0], y.parts[0], part);
  return emit_word(Op::And, {real, compare(Op::Eq, x.parts[1], y.parts[1], part)}, bool_type());
}

}  // namespace govm::ir
