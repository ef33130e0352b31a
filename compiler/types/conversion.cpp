// Representability, untyped operands, conversions (spec: "Representability", "Conversions").
#include <fmt/format.h>

#include <cmath>

#include "compiler/types/context.h"
#include "base/utf8.h"

namespace govm::types {
namespace {

using constant::Value;

bool fits_integer(const Value& value, BasicKind kind) {
  struct Row {
    BasicKind kind;
    unsigned bits;
    bool is_signed;
  };
  static constexpr Row kRows[] = {
      {BasicKind::Int, 64, true},   {BasicKind::Int8, 8, true},     {BasicKind::Int16, 16, true},
      {BasicKind::Int32, 32, true}, {BasicKind::Int64, 64, true},   {BasicKind::Uint, 64, false},
      {BasicKind::Uint8, 8, false}, {BasicKind::Uint16, 16, false}, {BasicKind::Uint32, 32, false},
      {BasicKind::Uint64, 64, false}, {BasicKind::Uintptr, 64, false},
  };
  for (const Row& row : kRows) {
    if (row.kind != kind) continue;
    if (!row.is_signed) return value.sign() >= 0 && value.bit_length() <= row.bits;
    if (value.sign() >= 0) return value.bit_length() <= row.bits - 1;
    // -2^(n-1) is the one negative value of n bits that fits.
    return constant::unary(constant::UnaryOp::Complement, value).bit_length() <= row.bits - 1;
  }
  return kind == BasicKind::UntypedInt || kind == BasicKind::UntypedRune;
}

void report_invalid_conversion(Context& c, const Operand& x, const Type* target) {
  c.report(pos_of(x), diag::kInvalidConversion, c.text(x), c.text(target), "");
}

// The type an untyped operand gets where `target` is wanted; null: it cannot. `value` takes the constant there.
const Type* implicit_type(Context& c, const Operand& x, const Type* target) {
  if (!x || !is_untyped(x.type) || is_invalid(target)) return x.type;
  if (is_untyped(target)) {
    // Both untyped: the kinds must agree, or both be numeric; the later kind wins.
    BasicKind from = is_a<Basic>(x.type)->basic(), to = is_a<Basic>(target)->basic();
    if (is_numeric(x.type) && is_numeric(target)) return from < to ? target : x.type;
    return from == to ? x.type : nullptr;
  }
  if (x.is_nil()) return has_nil(target) ? c.basic(BasicKind::UntypedNil) : nullptr;
  if (is_type_param(target)) {
    bool fits = false;
    bool all = for_each_term(target, [&](const Type*, const Type* under) {
      fits = under && implicit_type(c, x, under);
      return fits;
    });
    return all && fits ? target : nullptr;
  }
  const Type* under = underlying(target);
  if (!under) return nullptr;
  if (auto* basic = as<Basic>(target)) {
    if (x.mode == Mode::Constant) {
      bool kind_fits = (is_boolean(x.type) && is_boolean(basic)) || (is_string(x.type) && is_string(basic)) ||
                       (is_numeric(x.type) && is_numeric(basic));
      return kind_fits ? target : nullptr;
    }
    // Non-constant untyped values come from comparisons and shifts.
    switch (is_a<Basic>(x.type)->basic()) {
      case BasicKind::UntypedBool: return is_boolean(target) ? target : nullptr;
      case BasicKind::UntypedInt:
      case BasicKind::UntypedRune:
      case BasicKind::UntypedFloat:
      case BasicKind::UntypedComplex: return is_numeric(target) ? target : nullptr;
      case BasicKind::UntypedString: return is_string(target) ? target : nullptr;
      default: return nullptr;
    }
  }
  if (under->kind() == TypeKind::Interface) {
    // Spec: the value gets its default type before it is stored in the interface.
    return type_set_of(static_cast<const Interface*>(under)).methods.empty() ? c.store.default_type(x.type) : nullptr;
  }
  return nullptr;
}

}  // namespace

bool is_representable(const Value& value, const Basic* type, Value* rounded) {
  if (value.is_unknown()) return true;
  auto keep = [&](Value v) {
    if (v.is_unknown()) return false;
    if (rounded) *rounded = std::move(v);
    return true;
  };
  BasicKind kind = type->basic();
  if (is_integer(type)) {
    Value integer = value.to_int();
    return !integer.is_unknown() && fits_integer(integer, kind) && keep(integer);
  }
  if (is_float(type)) {
    Value number = value.to_float();
    if (number.is_unknown()) return false;
    if (kind == BasicKind::Float32) return keep(number.round_to_float32());
    if (kind == BasicKind::Float64) return keep(number.round_to_float64());
    return keep(number);
  }
  if (is_complex(type)) {
    Value number = value.to_complex();
    if (number.is_unknown()) return false;
    if (kind == BasicKind::Complex64) {
      return keep(Value::complex(number.real().to_float().round_to_float32(), number.imaginary().to_float().round_to_float32()));
    }
    if (kind == BasicKind::Complex128) {
      return keep(Value::complex(number.real().to_float().round_to_float64(), number.imaginary().to_float().round_to_float64()));
    }
    return keep(number);
  }
  if (is_string(type)) return value.kind() == constant::Kind::String && keep(value);
  if (is_boolean(type)) return value.kind() == constant::Kind::Bool && keep(value);
  return false;
}

void check_representable(Context& c, Operand& x, const Basic* type) {
  Value rounded = x.value;
  if (is_representable(x.value, type, &rounded)) {
    x.value = rounded;
    return;
  }
  if (is_numeric(x.type) && is_numeric(type)) {
    if (!is_integer(x.type) && is_integer(type)) {
      c.report(pos_of(x), diag::kTruncatedConstant, c.text(x), c.text(type));
    } else {
      c.report(pos_of(x), diag::kOverflowingConstant, c.text(x), c.text(type));
    }
  } else {
    report_invalid_conversion(c, x, type);
  }
  x.mode = Mode::Invalid;
}

void update_expr_type(Context& c, syntax::Expr* expr, const Type* type) {
  TypeAndValue& slot = c.info.record(expr);
  if (!slot.type || !is_untyped(slot.type)) return;
  switch (expr->kind) {
    case syntax::NodeKind::ParenExpr: update_expr_type(c, syntax::cast<syntax::ParenExpr>(expr)->x, type); break;
    case syntax::NodeKind::UnaryExpr: {
      // A constant's parts keep their own types: only the value counts.
      if (slot.mode != Mode::Constant) update_expr_type(c, syntax::cast<syntax::UnaryExpr>(expr)->x, type);
      break;
    }
    case syntax::NodeKind::BinaryExpr: {
      auto* binary = syntax::cast<syntax::BinaryExpr>(expr);
      if (slot.mode == Mode::Constant) break;
      if (syntax::is_comparison(binary->op)) break;
      if (syntax::is_shift(binary->op)) {
        update_expr_type(c, binary->x, type);
        if (!is_untyped(type) && !is_interface(type) && !is_integer(type)) {
          c.report(pos_of(binary->x), diag::kShiftedOperand, c.text(binary->x), c.text(type));
        }
        break;
      }
      update_expr_type(c, binary->x, type);
      update_expr_type(c, binary->y, type);
      break;
    }
    default: break;
  }
  TypeAndValue& again = c.info.record(expr);
  again.type = type;
  if (again.mode == Mode::Constant) {
    if (auto* basic = as<Basic>(type); basic && !is_type_param(type)) {
      Value rounded;
      if (is_representable(again.value, basic, &rounded)) again.value = rounded;
    }
  }
}

void convert_untyped(Context& c, Operand& x, const Type* target) {
  if (!x || !is_untyped(x.type) || is_invalid(target)) return;
  const Type* type = implicit_type(c, x, target);
  if (!type) {
    report_invalid_conversion(c, x, target);
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::Constant) {
    if (auto* basic = as<Basic>(type); basic && !is_type_param(type) && !is_untyped(type)) {
      check_representable(c, x, basic);
      if (!x) return;
    }
  }
  if (type != x.type) {
    x.type = type;
    update_expr_type(c, x.expr, type);
  }
}

bool is_convertible(Context& c, const Operand& x, const Type* target, std::string* cause) {
  if (is_assignable(c, x, target, cause)) return true;
  const Type *from = x.type, *to = target;
  const Type *from_under = underlying(from), *to_under = underlying(to);
  bool parametric = is_type_param(from) || is_type_param(to);
  if (!parametric && identical_ignore_tags(from_under, to_under)) return true;
  if (auto *p = is_a<Pointer>(from), *q = is_a<Pointer>(to); p && q) {
    if (identical_ignore_tags(underlying(p->elem), underlying(q->elem)) && !is_type_param(p->elem) && !is_type_param(q->elem)) return true;
  }
  if (parametric) {
    // Each type of the one set must convert to each of the other.
    bool all = for_each_term(from, [&](const Type* a, const Type*) {
      return a && for_each_term(to, [&](const Type* b, const Type*) {
        if (!b) return false;
        Operand y = x;
        y.type = a;
        return is_convertible(c, y, b, nullptr);
      });
    });
    return all;
  }
  auto number = [](const Type* t) { return is_integer(t) || is_float(t); };
  if (number(from) && number(to)) return true;
  if (is_complex(from) && is_complex(to)) return true;
  auto bytes_or_runes = [](const Type* t) {
    auto* slice = as<Slice>(t);
    auto* elem = slice ? as<Basic>(slice->elem) : nullptr;
    return elem && (elem->basic() == BasicKind::Uint8 || elem->basic() == BasicKind::Int32);
  };
  if (is_string(to) && (is_integer(from) || bytes_or_runes(from))) return true;
  if (is_string(from) && bytes_or_runes(to)) return true;
  auto unsafe_pointer = [](const Type* t) {
    auto* basic = as<Basic>(t);
    return basic && basic->basic() == BasicKind::UnsafePointer;
  };
  auto uintptr = [](const Type* t) {
    auto* basic = as<Basic>(t);
    return basic && basic->basic() == BasicKind::Uintptr;
  };
  if ((as<Pointer>(from) || uintptr(from)) && unsafe_pointer(to)) return true;
  if (unsafe_pointer(from) && (as<Pointer>(to) || uintptr(to))) return true;
  if (auto* slice = as<Slice>(from)) {
    if (auto* array = as<Array>(to)) return identical(slice->elem, array->elem);
    if (auto* pointer = as<Pointer>(to)) {
      if (auto* array = as<Array>(pointer->elem)) return identical(slice->elem, array->elem);
    }
  }
  return false;
}

void check_conversion(Context& c, Operand& x, const Type* target) {
  bool constant_source = x.mode == Mode::Constant;
  auto* basic = as<Basic>(target);
  bool ok = false, stays_constant = false;
  std::string cause;
  if (constant_source && basic && is_constant_type(target)) {
    Value value;
    if (is_representable(x.value, basic, &value)) {
      x.value = value;
      ok = stays_constant = true;
    } else if (is_integer(x.type) && is_string(basic)) {
      bool exact = false;
      int64_t point = x.value.to_int().as_int64(exact);
      std::string encoded;
      append_rune(encoded, exact && point >= 0 && point <= kMaxRune ? static_cast<char32_t>(point) : kRuneError);
      x.value = Value::from_string(encoded);
      ok = stays_constant = true;
    }
    if (!ok && is_numeric(x.type) && is_numeric(basic)) {
      // A constant that does not fit is an error, whatever its conversion at run time would do.
      if (is_integer(x.type) && is_integer(basic)) {
        c.report(pos_of(x), diag::kOverflowingConversion, c.text(x), c.text(target));
      } else {
        c.report(pos_of(x), diag::kTruncatedConversion, c.text(x), c.text(target));
      }
      x.mode = Mode::Invalid;
      return;
    }
  }
  if (!ok) ok = is_convertible(c, x, target, &cause);
  if (!ok) {
    c.report(pos_of(x), diag::kInvalidConversion, c.text(x), c.text(target), cause.empty() ? "" : ": " + cause);
    x.mode = Mode::Invalid;
    return;
  }
  if (!stays_constant) x.mode = Mode::Value;
  if (is_untyped(x.type)) {
    const Type* final_type = target;
    // The operand of T(x) gets T; of an interface or parameter, or of string(1), its default type.
    if (is_interface(target) || is_type_param(target) || (constant_source && !is_constant_type(target)) || x.is_nil()) {
      final_type = x.is_nil() ? target : c.store.default_type(x.type);
    } else if (x.mode == Mode::Constant && is_integer(x.type) && is_string(target)) {
      final_type = x.type;
    }
    update_expr_type(c, x.expr, final_type);
  }
  x.type = target;
}

}  // namespace govm::types
