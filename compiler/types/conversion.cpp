// Representability, untyped operands, conversions (spec: "Representability", "Conversions").
#include <fmt/format.h>

#include <cmath>

#include "base/utf8.h"
#include "compiler/types/context.h"

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
      {BasicKind::Int, 64, true},     {BasicKind::Int8, 8, true},     {BasicKind::Int16, 16, true},    {BasicKind::Int32, 32, true},
      {BasicKind::Int64, 64, true},   {BasicKind::Uint, 64, false},   {BasicKind::Uint8, 8, false},    {BasicKind::Uint16, 16, false},
      {BasicKind::Uint32, 32, false}, {BasicKind::Uint64, 64, false}, {BasicKind::Uintptr, 64, false},
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

/// Why an untyped operand cannot have a type.
enum class Misfit : uint8_t { None, Kind, Truncated, Overflow };

/// Takes the constant's value in the type to `rounded`.
Misfit representation(const Operand& x, const Basic* type, Value* rounded) {
  if (is_representable(x.value, type, rounded)) return Misfit::None;
  if (!is_numeric(x.type) || !is_numeric(type)) return Misfit::Kind;
  return !is_integer(x.type) && is_integer(type) ? Misfit::Truncated : Misfit::Overflow;
}

void report_misfit(Context& c, const Operand& x, const Type* target, Misfit misfit) {
  switch (misfit) {
    case Misfit::Truncated: c.report(pos_of(x), diag::kTruncatedConstant, c.text(x), c.text(target)); break;
    case Misfit::Overflow: c.report(pos_of(x), diag::kOverflowingConstant, c.text(x), c.text(target)); break;
    default: c.report(pos_of(x), diag::kInvalidConversion, c.text(x), c.text(target), "");
  }
}

bool is_empty_interface(const Interface* interface) {
  const TypeSet& set = type_set_of(interface);
  return set.methods.empty() && set.all_types && !set.comparable;
}

/// The type an operand gets where `type` is wanted, and its constant there.
struct Implicit {
  const Type* type = nullptr;
  Misfit misfit = Misfit::None;
  Value value;  ///< Unknown: as it was

  explicit operator bool() const { return misfit == Misfit::None; }
};

Implicit implicit_type(Context& c, const Operand& x, const Type* target) {
  const Implicit bad{nullptr, Misfit::Kind, {}};
  if (!x || !is_untyped(x.type) || is_invalid(target)) return {x.type, Misfit::None, {}};
  if (is_untyped(target)) {
    // Both untyped: the kinds must agree, or both be numeric; the later kind wins.
    BasicKind from = is_a<Basic>(x.type)->basic(), to = is_a<Basic>(target)->basic();
    if (is_numeric(x.type) && is_numeric(target)) return {from < to ? target : x.type, Misfit::None, {}};
    return from == to ? Implicit{x.type, Misfit::None, {}} : bad;
  }
  if (x.is_nil()) return has_nil(target) ? Implicit{target, Misfit::None, {}} : bad;
  if (is_type_param(target)) {
    bool fits = for_each_term(target, [&](const Type*, const Type* under) { return under && implicit_type(c, x, under); });
    return fits ? Implicit{target, Misfit::None, {}} : bad;
  }
  if (auto* basic = as<Basic>(target)) {
    if (x.mode == Mode::Constant) {
      Value value = x.value;
      Misfit misfit = representation(x, basic, &value);
      return {target, misfit, std::move(value)};
    }
    // Values that are untyped and not constant come from comparisons and shifts.
    bool fits = is_boolean(x.type) ? is_boolean(target) : is_string(x.type) ? is_string(target) : is_numeric(target);
    return fits ? Implicit{target, Misfit::None, {}} : bad;
  }
  // Spec: the value gets its default type before it is stored in the interface.
  auto* interface = as<Interface>(target);
  return interface && is_empty_interface(interface) ? Implicit{c.store.default_type(x.type), Misfit::None, {}} : bad;
}

void take_implicit_type(Context& c, Operand& x, const Implicit& implicit) {
  if (!implicit.value.is_unknown()) x.value = implicit.value;
  if (implicit.type == x.type) return;
  x.type = implicit.type;
  update_expr_type(c, x.expr, implicit.type);
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
  Misfit misfit = representation(x, type, &x.value);
  if (misfit == Misfit::None) return;
  report_misfit(c, x, type, misfit);
  x.mode = Mode::Invalid;
}

void update_expr_type(Context& c, syntax::Expr* expr, const Type* type, bool is_final) {
  TypeAndValue& slot = c.info.record(expr);
  if (!slot.type || !is_untyped(slot.type)) return;
  // A constant's parts keep their own types: only the value counts.
  if (auto* paren = syntax::as<syntax::ParenExpr>(expr)) {
    update_expr_type(c, paren->x, type, is_final);
  } else if (auto* unary = syntax::as<syntax::UnaryExpr>(expr); unary && slot.mode != Mode::Constant) {
    update_expr_type(c, unary->x, type, is_final);
  } else if (auto* binary = syntax::as<syntax::BinaryExpr>(expr); binary && slot.mode != Mode::Constant) {
    if (!syntax::is_comparison(binary->op)) update_expr_type(c, binary->x, type, is_final);
    if (!syntax::is_comparison(binary->op) && !syntax::is_shift(binary->op)) update_expr_type(c, binary->y, type, is_final);
  }
  TypeAndValue& again = c.info.record(expr);
  if (!is_final && is_untyped(type)) {
    again.type = type;
    return;
  }
  if (c.shifted.erase(expr) > 0 && !is_integer(type)) {
    c.report(pos_of(expr), diag::kShiftedOperand, c.text(expr), c.text(type));
    again.type = c.invalid_type();
    return;
  }
  if (!again.value.is_unknown() && !is_untyped(type)) {
    Operand constant;
    constant.mode = Mode::Constant;
    constant.type = again.type;
    constant.value = again.value;
    constant.expr = expr;
    Implicit implicit = implicit_type(c, constant, type);
    if (!implicit) {
      report_misfit(c, constant, is_type_param(type) ? type : underlying(type), implicit.misfit);
      return;
    }
    if (!implicit.value.is_unknown()) again.value = implicit.value;
  }
  again.type = type;
}

void convert_untyped(Context& c, Operand& x, const Type* target) {
  Implicit implicit = implicit_type(c, x, target);
  if (!implicit) {
    report_misfit(c, x, is_type_param(target) ? target : underlying(target), implicit.misfit);
    x.mode = Mode::Invalid;
    return;
  }
  take_implicit_type(c, x, implicit);
}

bool is_implicitly_convertible(Context& c, const Operand& x, const Type* target) { return static_cast<bool>(implicit_type(c, x, target)); }

bool convert_for_assignment(Context& c, Operand& x, const Type* target, std::string_view what) {
  Implicit implicit = implicit_type(c, x, target);
  if (implicit) {
    take_implicit_type(c, x, implicit);
    return true;
  }
  switch (implicit.misfit) {
    case Misfit::Truncated: c.report(pos_of(x), diag::kTruncatedAssignment, c.text(x), c.text(target), what); break;
    case Misfit::Overflow: c.report(pos_of(x), diag::kOverflowingAssignment, c.text(x), c.text(target), what); break;
    default: c.report(pos_of(x), diag::kInvalidAssignment, c.text(x), c.text(target), what, "");
  }
  x.mode = Mode::Invalid;
  return false;
}

namespace {

bool is_integer_or_float(const Type* type) { return is_integer(type) || is_float(type); }

bool has_basic_kind(const Type* type, BasicKind kind) {
  auto* basic = as<Basic>(type);
  return basic && basic->basic() == kind;
}

bool is_bytes_or_runes(const Type* type) {
  auto* slice = as<Slice>(type);
  return slice && (has_basic_kind(slice->elem, BasicKind::Uint8) || has_basic_kind(slice->elem, BasicKind::Int32));
}

/// Puts a line before the cause of a failure with one type of a set.
bool explain(std::string* cause, std::string line) {
  if (cause) *cause = cause->empty() ? std::move(line) : line + "\n\t" + *cause;
  return false;
}

/// Slices convert to arrays, and to pointers to them, since later versions of the language.
bool slice_converts(Context& c, const Slice* slice, const Type* to, std::string* cause) {
  if (auto* array = as<Array>(to); array && identical(slice->elem, array->elem)) {
    if (c.allows_version(20)) return true;
    if (cause) *cause = "conversion of slice to array requires go1.20 or later";
    return false;
  }
  auto* pointer = as<Pointer>(to);
  auto* array = pointer ? as<Array>(pointer->elem) : nullptr;
  if (!array || !identical(slice->elem, array->elem)) return false;
  if (c.allows_version(17)) return true;
  if (cause) *cause = "conversion of slice to array pointer requires go1.17 or later";
  return false;
}

/// With type parameters each type of the one set must convert to each of the other.
bool type_sets_convert(Context& c, const Operand& x, const Type* to, std::string* cause) {
  const Type* from = x.type;
  Operand y = x;
  if (is_type_param(from)) {
    return for_each_term(from, [&](const Type* a, const Type*) {
      if (!a) return false;
      y.type = a;
      if (!is_type_param(to)) {
        if (is_convertible(c, y, to, cause)) return true;
        return explain(cause, fmt::format("cannot convert {} (in {}) to type {}", c.text(a), c.text(from), c.text(to)));
      }
      return for_each_term(to, [&](const Type* b, const Type*) {
        if (!b) return false;
        if (is_convertible(c, y, b, cause)) return true;
        return explain(cause, fmt::format("cannot convert {} (in {}) to type {} (in {})", c.text(a), c.text(from), c.text(b), c.text(to)));
      });
    });
  }
  return for_each_term(to, [&](const Type* b, const Type*) {
    if (!b) return false;
    if (is_convertible(c, x, b, cause)) return true;
    return explain(cause, fmt::format("cannot convert {} to type {} (in {})", c.text(from), c.text(b), c.text(to)));
  });
}

/// Whether a constant converts to a basic type; `value` (may be null) takes it there.
bool constant_converts(const Operand& x, const Type* target, Value* value) {
  auto* basic = as<Basic>(target);
  if (!basic || is_type_param(target)) return false;
  if (is_representable(x.value, basic, value)) return true;
  if (!is_integer(x.type) || !is_string(basic)) return false;
  bool exact = false;
  int64_t point = x.value.to_int().as_int64(exact);
  std::string encoded;
  append_rune(encoded, exact && point >= 0 && point <= kMaxRune ? static_cast<char32_t>(point) : kRuneError);
  if (value) *value = Value::from_string(encoded);
  return true;
}

bool constant_converts_to_set(Context& c, const Operand& x, const Type* param, std::string& cause) {
  return for_each_term(param, [&](const Type*, const Type* under) {
    if (!under) {
      cause = fmt::format("{} does not contain specific types", c.text(param));
      return false;
    }
    if ((is_string(x.type) && is_bytes_or_runes(under)) || constant_converts(x, under, nullptr)) return true;
    cause = is_integer(x.type) && is_integer(under)
                ? fmt::format("constant {} overflows {} (in {})", x.value.text(), c.text(under), c.text(param))
                : fmt::format("cannot convert {} to type {} (in {})", c.text(x), c.text(under), c.text(param));
    return false;
  });
}

}  // namespace

bool is_convertible(Context& c, const Operand& x, const Type* to, std::string* cause) {
  if (is_assignable(c, x, to, cause)) return true;
  const Type* from = x.type;
  bool parametric = is_type_param(from) || is_type_param(to);
  if (parametric) return type_sets_convert(c, x, to, cause);
  if (identical_ignore_tags(underlying(from), underlying(to))) return true;
  if (auto* p = is_a<Pointer>(from), *q = is_a<Pointer>(to); p && q) {
    if (identical_ignore_tags(underlying(p->elem), underlying(q->elem)) && !is_type_param(p->elem) && !is_type_param(q->elem)) return true;
  }
  if (is_integer_or_float(from) && is_integer_or_float(to)) return true;
  if (is_complex(from) && is_complex(to)) return true;
  if (is_string(to) && (is_integer(from) || is_bytes_or_runes(from))) return true;
  if (is_string(from) && is_bytes_or_runes(to)) return true;
  auto addresses = [](const Type* type) { return as<Pointer>(type) || has_basic_kind(type, BasicKind::Uintptr); };
  if (addresses(from) && has_basic_kind(to, BasicKind::UnsafePointer)) return true;
  if (has_basic_kind(from, BasicKind::UnsafePointer) && addresses(to)) return true;
  auto* slice = as<Slice>(from);
  return slice && slice_converts(c, slice, to, cause);
}

void check_conversion(Context& c, Operand& x, const Type* target) {
  bool constant_source = x.mode == Mode::Constant;
  bool ok = false;
  std::string cause;
  if (constant_source && is_constant_type(target)) {
    ok = constant_converts(x, target, &x.value);
    if (!ok && is_integer(x.type) && is_integer(target)) {
      c.report(pos_of(x), diag::kOverflowingConversion, x.value.text(), c.text(target));
      x.mode = Mode::Invalid;
      return;
    }
  } else if (constant_source && is_type_param(target)) {
    ok = constant_converts_to_set(c, x, target, cause);
    x.mode = Mode::Value;
  } else if (is_convertible(c, x, target, &cause)) {
    ok = true;
    x.mode = Mode::Value;
  }
  if (!ok) {
    c.report(pos_of(x), diag::kInvalidConversion, c.text(x), c.text(target), cause.empty() ? "" : ": " + cause);
    x.mode = Mode::Invalid;
    return;
  }
  if (is_untyped(x.type)) {
    const Type* final_type = target;
    // The operand of T(x) gets T; of an interface, a parameter or []byte("s") its default type; of string(1) its own.
    if (is_a<Basic>(x.type)->basic() == BasicKind::UntypedNil) {
      final_type = target;
    } else if (is_interface(target) || (constant_source && !is_constant_type(target))) {
      final_type = c.store.default_type(x.type);
    } else if (x.mode == Mode::Constant && is_integer(x.type) && is_string(target)) {
      final_type = x.type;
    }
    update_expr_type(c, x.expr, final_type, true);
  }
  x.type = target;
}

}  // namespace govm::types
