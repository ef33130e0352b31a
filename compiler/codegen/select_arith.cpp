// Selection of arithmetic, shifts, conversions and comparisons to bool.
#include <cmath>
#include <cstring>

#include "base/check.h"
#include "compiler/codegen/select.h"

namespace govm::codegen {

using ir::Op;
using ir::Rep;
using ir::Value;

namespace {

// The forms of one operation by width: 64 bits, then I8 I16 I32 U8 U16 U32.
struct Widths {
  Opcode forms[7];
};

#define GOVM_WIDTHS(name)                                                                                                            \
  Widths {                                                                                                                           \
    { Opcode::name, Opcode::name##I8, Opcode::name##I16, Opcode::name##I32, Opcode::name##U8, Opcode::name##U16, Opcode::name##U32 } \
  }
constexpr Widths kAdd = GOVM_WIDTHS(Add);
constexpr Widths kSub = GOVM_WIDTHS(Sub);
constexpr Widths kMul = GOVM_WIDTHS(Mul);
constexpr Widths kNeg = GOVM_WIDTHS(Neg);
constexpr Widths kShl = GOVM_WIDTHS(Shl);
#undef GOVM_WIDTHS
constexpr Widths kAddImm{
    {Opcode::AddImm, Opcode::AddI8Imm, Opcode::AddI16Imm, Opcode::AddI32Imm, Opcode::AddU8Imm, Opcode::AddU16Imm, Opcode::AddU32Imm}};
constexpr Widths kMulImm{{Opcode::MulImm, Opcode::Nop, Opcode::Nop, Opcode::MulI32Imm, Opcode::MulU8Imm, Opcode::Nop, Opcode::MulU32Imm}};
constexpr Widths kShlImm{
    {Opcode::ShlImm, Opcode::ShlI8Imm, Opcode::ShlI16Imm, Opcode::ShlI32Imm, Opcode::ShlU8Imm, Opcode::ShlU16Imm, Opcode::ShlU32Imm}};
constexpr Widths kNot{{Opcode::Not, Opcode::Not, Opcode::Not, Opcode::Not, Opcode::NotU8, Opcode::NotU16, Opcode::NotU32}};
constexpr Widths kExt{{Opcode::Mov, Opcode::ExtI8, Opcode::ExtI16, Opcode::ExtI32, Opcode::ExtU8, Opcode::ExtU16, Opcode::ExtU32}};
constexpr Widths kDiv{{Opcode::DivI64, Opcode::DivI8, Opcode::DivI16, Opcode::DivI32, Opcode::DivU64, Opcode::DivU64, Opcode::DivU64}};

Opcode form(const Widths& widths, IntShape shape) {
  const int narrow = shape.bits == 8 ? 1 : shape.bits == 16 ? 2 : shape.bits == 32 ? 3 : 0;
  return widths.forms[narrow == 0 ? 0 : narrow + (shape.is_signed ? 0 : 3)];
}

// F64 or F32 form by rep.
Opcode by_rep(Rep rep, Opcode f64, Opcode f32) { return rep == Rep::F32 ? f32 : f64; }

}  // namespace

bool Selector::select_arith(const Value* v) {
  if (ir::is_float(v->rep) || (!v->args.empty() && ir::is_float(v->arg(0)->rep))) {
    if (select_float(v)) return true;
  }
  switch (v->op) {
    case Op::Add:
    case Op::Sub: select_add_sub(v); return true;
    case Op::Mul: select_mul(v); return true;
    case Op::And:
    case Op::AndNot:
    case Op::Or:
    case Op::Xor: select_bitwise(v); return true;
    case Op::Div:
    case Op::Rem: select_div_rem(v); return true;
    case Op::Shl:
    case Op::Shr: select_shift(v); return true;
    case Op::Eq:
    case Op::Ne:
    case Op::Lt:
    case Op::Le:
    case Op::StrEq:
    case Op::StrNe:
    case Op::StrLt:
    case Op::StrLe: select_compare(v); return true;
    case Op::Neg: emit(form(kNeg, int_shape(v->type)), {dst(v), use(v->arg(0))}); return true;
    case Op::Not: emit(form(kNot, int_shape(v->type)), {dst(v), use(v->arg(0))}); return true;
    case Op::BoolNot: emit(Opcode::NotBool, {dst(v), use(v->arg(0))}); return true;
    case Op::Truncate: emit(form(kExt, int_shape(v->type)), {dst(v), use(v->arg(0))}); return true;
    case Op::IntToFloat: {
      const bool is_unsigned = !int_shape(v->elem).is_signed && int_shape(v->elem).bits == 64;
      const Opcode opcode =
          v->rep == Rep::F32 ? (is_unsigned ? Opcode::U64ToF32 : Opcode::I64ToF32) : (is_unsigned ? Opcode::U64ToF64 : Opcode::I64ToF64);
      emit(opcode, {dst(v), use(v->arg(0))});
      return true;
    }
    case Op::FloatFromBits: emit(Opcode::Mov, {dst(v), use(v->arg(0))}); return true;
    case Op::BitLen: {
      const Operand zeros = new_temp();
      emit(Opcode::LeadingZeros, {zeros, use(v->arg(0))});
      emit(Opcode::SubFromImm, {dst(v), zeros, Operand::imm(64)});
      return true;
    }
    case Op::OnesCount: emit(Opcode::OnesCount, {dst(v), use(v->arg(0))}); return true;
    case Op::TrailingZeros: {
      if (v->imm >= 64) {
        emit(Opcode::TrailingZeros, {dst(v), use(v->arg(0))});
        return true;
      }
      const Operand zeros = new_temp();
      emit(Opcode::TrailingZeros, {zeros, use(v->arg(0))});
      emit(Opcode::MinU64, {dst(v), zeros, materialise(Operand::make(Opcode::Const, v->imm), 1, 0)});
      return true;
    }
    case Op::ReverseBytes: {
      const int bits = int_shape(v->type).bits;
      if (bits == 32) {
        emit(Opcode::ReverseBytes32, {dst(v), use(v->arg(0))});
      } else if (bits == 64) {
        emit(Opcode::ReverseBytes64, {dst(v), use(v->arg(0))});
      } else {
        const Operand reversed = new_temp();
        emit(Opcode::ReverseBytes64, {reversed, use(v->arg(0))});
        emit(Opcode::ShrUImm, {dst(v), reversed, Operand::imm(64 - bits)});
      }
      return true;
    }
    case Op::RotateLeft: {
      const int bits = int_shape(v->type).bits;
      if (bits == 64 || bits == 32) {
        if (const auto by = immediate(v->arg(1), 32)) {
          emit(bits == 64 ? Opcode::RotateLeft64Imm : Opcode::RotateLeft32Imm, {dst(v), use(v->arg(0)), Operand::imm(*by & (bits - 1))});
        } else {
          emit(bits == 64 ? Opcode::RotateLeft64 : Opcode::RotateLeft32, {dst(v), use(v->arg(0)), use(v->arg(1))});
        }
        return true;
      }
      // x<<k | x>>(bits-k) with k modulo the width.
      const Operand value = use(v->arg(0));
      const Operand left = new_temp();
      const Operand right = new_temp();
      const Operand high = new_temp();
      const Operand low = new_temp();
      emit(Opcode::AndImm, {left, use(v->arg(1)), Operand::imm(bits - 1)});
      emit(Opcode::SubFromImm, {right, left, Operand::imm(bits)});
      emit(form(kShl, int_shape(v->type)), {high, value, left});
      emit(Opcode::ShrU, {low, value, right});
      emit(Opcode::Or, {dst(v), high, low});
      return true;
    }
    case Op::MulWide: {
      const auto [high, low] = tuple_results(v);
      emit(Opcode::MulWide, {high, low, use(v->arg(0)), use(v->arg(1))});
      return true;
    }
    case Op::AddCarry:
    case Op::SubBorrow: {
      const auto [word, out] = tuple_results(v);
      emit(v->op == Op::AddCarry ? Opcode::AddCarry : Opcode::SubBorrow, {word, out, use(v->arg(0)), use(v->arg(1)), use(v->arg(2))});
      return true;
    }
    case Op::Max:
    case Op::Min: {
      const IntShape shape = int_shape(v->type);
      const bool is_unsigned = !shape.is_signed && shape.bits == 64;
      const Opcode opcode =
          v->op == Op::Max ? (is_unsigned ? Opcode::MaxU64 : Opcode::MaxI64) : (is_unsigned ? Opcode::MinU64 : Opcode::MinI64);
      emit(opcode, {dst(v), use(v->arg(0)), use(v->arg(1))});
      return true;
    }
    default: return false;
  }
}

void Selector::select_add_sub(const Value* v) {
  const IntShape shape = int_shape(v->type);
  const Value* a = v->arg(0);
  const Value* b = v->arg(1);
  if (v->op == Op::Add) {
    if (immediate(a, 32)) std::swap(a, b);
    if (const auto number = immediate(b, 32)) {
      emit(form(kAddImm, shape), {dst(v), use(a), Operand::imm(*number)});
      return;
    }
    if (is_folded(a) || is_folded(b)) {
      if (!is_folded(a)) std::swap(a, b);
      const Value* x = a->arg(0);
      const Value* y = a->arg(1);
      if (a->op == Op::Add) {
        emit(Opcode::Add3, {dst(v), use(x), use(y), use(b)});
        return;
      }
      if (immediate(x, 32)) std::swap(x, y);
      if (const auto factor = immediate(y, 32)) {
        emit(Opcode::MulImmAdd, {dst(v), use(x), use(b), Operand::imm(*factor)});
      } else {
        emit(Opcode::MulAdd, {dst(v), use(x), use(y), use(b)});
      }
      return;
    }
    emit(form(kAdd, shape), {dst(v), use(a), use(b)});
    return;
  }
  if (const auto number = immediate(b, 32); number && *number != INT32_MIN) {
    emit(form(kAddImm, shape), {dst(v), use(a), Operand::imm(-*number)});
  } else if (const auto from = immediate(a, 32); from && shape.bits == 64) {
    emit(Opcode::SubFromImm, {dst(v), use(b), Operand::imm(*from)});
  } else {
    emit(form(kSub, shape), {dst(v), use(a), use(b)});
  }
}

void Selector::select_mul(const Value* v) {
  const IntShape shape = int_shape(v->type);
  const Value* a = v->arg(0);
  const Value* b = v->arg(1);
  if (immediate(a, 32)) std::swap(a, b);
  const auto number = immediate(b, 32);
  if (number && *number > 0 && (*number & (*number - 1)) == 0) {
    emit(form(kShlImm, shape), {dst(v), use(a), Operand::imm(__builtin_ctzll(static_cast<std::uint64_t>(*number)))});
  } else if (const Opcode by_number = form(kMulImm, shape); number && by_number != Opcode::Nop) {
    emit(by_number, {dst(v), use(a), Operand::imm(*number)});
  } else {
    emit(form(kMul, shape), {dst(v), use(a), use(b)});
  }
}

void Selector::select_bitwise(const Value* v) {
  const Value* a = v->arg(0);
  const Value* b = v->arg(1);
  if (v->op == Op::AndNot) {
    if (const auto number = immediate(b, 32)) {
      emit(Opcode::AndImm, {dst(v), use(a), Operand::imm(~*number)});
    } else {
      emit(Opcode::AndNot, {dst(v), use(a), use(b)});
    }
    return;
  }
  if (immediate(a, 32)) std::swap(a, b);
  const auto number = immediate(b, 32);
  switch (v->op) {
    case Op::And:
      number ? emit(Opcode::AndImm, {dst(v), use(a), Operand::imm(*number)}) : emit(Opcode::And, {dst(v), use(a), use(b)});
      return;
    case Op::Or: number ? emit(Opcode::OrImm, {dst(v), use(a), Operand::imm(*number)}) : emit(Opcode::Or, {dst(v), use(a), use(b)}); return;
    default: number ? emit(Opcode::XorImm, {dst(v), use(a), Operand::imm(*number)}) : emit(Opcode::Xor, {dst(v), use(a), use(b)});
  }
}

void Selector::select_div_rem(const Value* v) {
  const IntShape shape = int_shape(v->type);
  const Value* a = v->arg(0);
  const Value* b = v->arg(1);
  const bool is_div = v->op == Op::Div;
  const auto number = immediate(b, 32);
  if (number && *number > 0) {
    if (!shape.is_signed && (*number & (*number - 1)) == 0) {
      if (is_div) {
        emit(Opcode::ShrUImm, {dst(v), use(a), Operand::imm(__builtin_ctzll(static_cast<std::uint64_t>(*number)))});
      } else {
        emit(Opcode::AndImm, {dst(v), use(a), Operand::imm(*number - 1)});
      }
      return;
    }
    const Opcode opcode =
        is_div ? (shape.is_signed ? Opcode::DivI64Imm : Opcode::DivU64Imm) : (shape.is_signed ? Opcode::RemI64Imm : Opcode::RemU64Imm);
    emit(opcode, {dst(v), use(a), Operand::imm(*number)});
    return;
  }
  const Opcode div = shape.is_signed ? form(kDiv, shape) : Opcode::DivU64;
  const Opcode rem = shape.is_signed ? Opcode::RemI64 : Opcode::RemU64;
  emit(is_div ? div : rem, {dst(v), use(a), use(b)});
}

void Selector::select_shift(const Value* v) {
  const IntShape shape = int_shape(v->type);
  const Value* a = v->arg(0);
  const Value* count = v->arg(1);
  if (const auto number = immediate(count, 32); number && *number >= 0) {
    const std::int64_t by = std::min<std::int64_t>(*number, 63);
    if (v->op == Op::Shl) {
      if (*number >= shape.bits) {
        emit(Opcode::AndImm, {dst(v), use(a), Operand::imm(0)});
      } else {
        emit(form(kShlImm, shape), {dst(v), use(a), Operand::imm(by)});
      }
    } else if (!shape.is_signed && *number >= 64) {
      emit(Opcode::AndImm, {dst(v), use(a), Operand::imm(0)});
    } else {
      emit(shape.is_signed ? Opcode::ShrIImm : Opcode::ShrUImm, {dst(v), use(a), Operand::imm(by)});
    }
    return;
  }
  if (!v->unchecked && int_shape(v->elem).is_signed) emit(Opcode::CheckShift, {use(count)});
  const Opcode shr = shape.is_signed ? Opcode::ShrI : Opcode::ShrU;
  emit(v->op == Op::Shl ? form(kShl, shape) : shr, {dst(v), use(a), use(count)});
}

void Selector::select_compare(const Value* v) {
  const Value* a = v->arg(0);
  const Value* b = v->arg(1);
  switch (v->op) {
    case Op::StrEq: emit(Opcode::EqStr, {dst(v), use(a), use(b)}); return;
    case Op::StrNe: emit(Opcode::NeStr, {dst(v), use(a), use(b)}); return;
    case Op::StrLt: emit(Opcode::LtStr, {dst(v), use(a), use(b)}); return;
    case Op::StrLe: emit(Opcode::LeStr, {dst(v), use(a), use(b)}); return;
    default: break;
  }
  const bool is_unsigned = v->elem != nullptr && !int_shape(v->elem).is_signed && int_shape(v->elem).bits == 64;
  const bool equality = v->op == Op::Eq || v->op == Op::Ne;
  if (v->op == Op::Eq && is_type_word(b)) {
    emit(Opcode::IsType, {dst(v), use(a), Operand::imm(word_row(b).index())});
    return;
  }
  bool swapped = false;
  if (immediate(a, 32)) {
    std::swap(a, b);
    swapped = true;
  }
  auto number = immediate(b, 32);
  if (is_unsigned && number && *number < 0 && !equality) number.reset();
  if (number) {
    Opcode opcode = v->op == Op::Eq ? Opcode::EqImm : Opcode::NeImm;
    if (v->op == Op::Lt) {
      opcode = swapped ? (is_unsigned ? Opcode::GtUImm : Opcode::GtIImm) : (is_unsigned ? Opcode::LtUImm : Opcode::LtIImm);
    } else if (v->op == Op::Le) {
      opcode = swapped ? (is_unsigned ? Opcode::GeUImm : Opcode::GeIImm) : (is_unsigned ? Opcode::LeUImm : Opcode::LeIImm);
    }
    emit(opcode, {dst(v), use(a), Operand::imm(*number)});
    return;
  }
  if (swapped) std::swap(a, b);
  Opcode opcode = v->op == Op::Eq ? Opcode::Eq : Opcode::Ne;
  if (v->op == Op::Lt) opcode = is_unsigned ? Opcode::LtU : Opcode::LtI;
  if (v->op == Op::Le) opcode = is_unsigned ? Opcode::LeU : Opcode::LeI;
  emit(opcode, {dst(v), use(a), use(b)});
}

bool Selector::select_float_fused(const Value* v) {
  if (v->rep != Rep::F64) return false;
  const Value* a = v->arg(0);
  const Value* b = v->arg(1);
  if (is_folded(b) && b->op == Op::Mul) {
    const Opcode opcode = v->op == Op::Add ? Opcode::MulAddF64 : Opcode::SubMulF64;
    emit(opcode, {dst(v), use(b->arg(0)), use(b->arg(1)), use(a)});
    return true;
  }
  if (is_folded(a) && a->op == Op::Mul) {
    const Opcode opcode = v->op == Op::Add ? Opcode::MulAddF64 : Opcode::MulSubF64;
    emit(opcode, {dst(v), use(a->arg(0)), use(a->arg(1)), use(b)});
    return true;
  }
  return select_field_fused(v);
}

// An operand or both are fields: the cell stands where the one that may be nil is read.
bool Selector::select_field_fused(const Value* v) {
  const auto pick = [&](Opcode add, Opcode sub, Opcode mul) { return v->op == Op::Add ? add : v->op == Op::Sub ? sub : mul; };
  const Value* a = v->arg(0);
  const Value* b = v->arg(1);
  if (is_folded(a) && is_folded(b)) {
    emit(pick(Opcode::FieldsAddF64, Opcode::FieldsSubF64, Opcode::FieldsMulF64),
         {dst(v), use(a->arg(0)), Operand::imm(a->imm), use(b->arg(0)), Operand::imm(b->imm)})
        .at = position_of(a->unchecked ? b : a);
    return true;
  }
  if (is_folded(a)) std::swap(a, b);
  if (!is_folded(b)) return false;
  emit(pick(Opcode::FieldAddF64, Opcode::FieldSubF64, Opcode::FieldMulF64), {dst(v), use(a), use(b->arg(0)), Operand::imm(b->imm)}).at =
      position_of(b);
  return true;
}

bool Selector::select_float(const Value* v) {
  const auto binary = [&](Opcode f64, Opcode f32) {
    emit(by_rep(v->arg(0)->rep, f64, f32), {dst(v), use(v->arg(0)), use(v->arg(1))});
    return true;
  };
  const auto unary = [&](Opcode opcode) {
    emit(opcode, {dst(v), use(v->arg(0))});
    return true;
  };
  // math functions exist for float64 only; their float32 forms go through it exactly.
  const auto in_f64 = [&](Opcode opcode) {
    if (v->rep != Rep::F32) return unary(opcode);
    const Operand wide = new_temp();
    const Operand result = new_temp();
    emit(Opcode::F32ToF64, {wide, use(v->arg(0))});
    emit(opcode, {result, wide});
    emit(Opcode::F64ToF32, {dst(v), result});
    return true;
  };
  switch (v->op) {
    case Op::Add:
    case Op::Sub:
      if (select_float_fused(v)) return true;
      return v->op == Op::Add ? binary(Opcode::AddF64, Opcode::AddF32) : binary(Opcode::SubF64, Opcode::SubF32);
    case Op::Mul: return select_field_fused(v) || binary(Opcode::MulF64, Opcode::MulF32);
    case Op::Div: return binary(Opcode::DivF64, Opcode::DivF32);
    case Op::ComplexDiv: {
      const auto [real, imaginary] = tuple_results(v);
      emit(Opcode::DivComplex, {real, imaginary, use(v->arg(0)), use(v->arg(1)), use(v->arg(2)), use(v->arg(3))});
      return true;
    }
    case Op::Eq: return binary(Opcode::EqF64, Opcode::EqF32);
    case Op::Ne: return binary(Opcode::NeF64, Opcode::NeF32);
    case Op::Lt: return binary(Opcode::LtF64, Opcode::LtF32);
    case Op::Le: return binary(Opcode::LeF64, Opcode::LeF32);
    case Op::Min: return binary(Opcode::MinF64, Opcode::MinF32);
    case Op::Max: return binary(Opcode::MaxF64, Opcode::MaxF32);
    case Op::Neg: return unary(by_rep(v->rep, Opcode::NegF64, Opcode::NegF32));
    case Op::Sqrt: return in_f64(Opcode::Sqrt);
    case Op::FloatAbs: return in_f64(Opcode::Abs);
    case Op::FloatCeil: return in_f64(Opcode::Ceil);
    case Op::FloatFloor: return in_f64(Opcode::Floor);
    case Op::FloatTrunc: return in_f64(Opcode::Trunc);
    case Op::FloatRoundToEven: return in_f64(Opcode::RoundEven);
    case Op::FloatCopysign: return binary(Opcode::CopySign, Opcode::Nop);
    case Op::FusedMulAdd: emit(Opcode::Fma, {dst(v), use(v->arg(0)), use(v->arg(1)), use(v->arg(2))}); return true;
    case Op::FloatBits: return unary(v->arg(0)->rep == Rep::F32 ? Opcode::ExtU32 : Opcode::Mov);
    case Op::FloatToFloat:
      if (v->rep == v->arg(0)->rep) return unary(Opcode::Mov);
      return unary(v->rep == Rep::F32 ? Opcode::F64ToF32 : Opcode::F32ToF64);
    case Op::FloatToInt: {
      const IntShape shape = int_shape(v->type);
      const bool from_f32 = v->arg(0)->rep == Rep::F32;
      const bool to_u64 = shape.bits == 64 && !shape.is_signed;
      const Opcode opcode = from_f32 ? (to_u64 ? Opcode::F32ToU64 : Opcode::F32ToI64) : (to_u64 ? Opcode::F64ToU64 : Opcode::F64ToI64);
      if (shape.bits == 64) return unary(opcode);
      const Operand wide = new_temp();
      if (shape.bits == 32 && !shape.is_signed) {
        emit(opcode, {wide, use(v->arg(0))});
      } else if (from_f32) {
        emit(Opcode::F32ToF64, {wide, use(v->arg(0))});
        emit(Opcode::F64ToI32, {wide, wide});
      } else {
        emit(Opcode::F64ToI32, {wide, use(v->arg(0))});
      }
      emit(form(kExt, shape), {dst(v), wide});
      return true;
    }
    default: return false;
  }
}

}  // namespace govm::codegen
