// Operators (spec: "Operators"): unary, binary, comparison, shift.
#include <fmt/format.h>

#include "compiler/types/context.h"
#include "compiler/types/sizes.h"

namespace govm::types {
namespace {

using constant::Value;
using syntax::Operator;

// Constants of the compiler have at most 512 bits.
constexpr uint64_t kMaxConstantBits = 512;
// Spec leaves the limit of shift counts open; Go's compiler takes this one.
constexpr uint64_t kMaxShift = 1023 - 1 + 52;

constant::BinaryOp constant_op(Operator op, bool integers) {
  switch (op) {
    case Operator::Add: return constant::BinaryOp::Add;
    case Operator::Sub: return constant::BinaryOp::Sub;
    case Operator::Mul: return constant::BinaryOp::Mul;
    case Operator::Div: return integers ? constant::BinaryOp::IntQuo : constant::BinaryOp::Quo;
    case Operator::Rem: return constant::BinaryOp::Rem;
    case Operator::And: return constant::BinaryOp::And;
    case Operator::Or: return constant::BinaryOp::Or;
    case Operator::Xor: return constant::BinaryOp::Xor;
    case Operator::AndNot: return constant::BinaryOp::AndNot;
    case Operator::AndAnd: return constant::BinaryOp::LogicalAnd;
    default: return constant::BinaryOp::LogicalOr;
  }
}

constant::CompareOp compare_op(Operator op) {
  switch (op) {
    case Operator::Eql: return constant::CompareOp::Equal;
    case Operator::Neq: return constant::CompareOp::NotEqual;
    case Operator::Lss: return constant::CompareOp::Less;
    case Operator::Leq: return constant::CompareOp::LessEqual;
    case Operator::Gtr: return constant::CompareOp::Greater;
    default: return constant::CompareOp::GreaterEqual;
  }
}

std::string_view operation_name(Operator op) {
  switch (op) {
    case Operator::Add: return "addition";
    case Operator::Sub: return "subtraction";
    case Operator::Mul: return "multiplication";
    case Operator::Shl: return "shift";
    case Operator::Xor: return "bitwise XOR";
    default: return "";
  }
}

// A constant result must fit its type; of an untyped one the size is limited.
void check_overflow(Context& c, Operand& x, Pos op_pos, Operator op) {
  if (x.value.is_unknown()) {
    c.report(op_pos, diag::kConstantOverflowUnknown);
    x.mode = Mode::Invalid;
    return;
  }
  if (!is_untyped(x.type)) {
    if (auto* basic = as<Basic>(x.type)) {
      Value rounded;
      if (!is_representable(x.value, basic, &rounded)) {
        if (is_numeric(basic)) {
          c.report(op_pos, diag::kTypedConstantOverflow, c.text(x.expr), x.value.text(), c.text(x.type), c.text(x.type));
        }
        x.mode = Mode::Invalid;
        return;
      }
      x.value = rounded;
    }
    return;
  }
  if (x.value.kind() == constant::Kind::Int && x.value.bit_length() > kMaxConstantBits) {
    std::string name(operation_name(op));
    c.report(op_pos, diag::kConstantOverflow, name.empty() ? "" : name + " ");
    x.value = Value();
  }
}

bool operator_applies(Context& c, Operand& x, Operator op) {
  bool fits = false;
  const char* message = "";
  switch (op) {
    case Operator::Add:
      fits = is_type_param(x.type) ? for_each_term(x.type, [](const Type* t, const Type*) { return t && (is_numeric(t) || is_string(t)); })
                                   : is_numeric(x.type) || is_string(x.type);
      message = "numeric or string";
      break;
    case Operator::Sub:
    case Operator::Mul:
    case Operator::Div: fits = is_numeric(x.type); break;
    case Operator::Rem:
    case Operator::And:
    case Operator::Or:
    case Operator::Xor:
    case Operator::AndNot: fits = is_integer(x.type); break;
    case Operator::AndAnd:
    case Operator::OrOr: fits = is_boolean(x.type); break;
    default: break;
  }
  (void)message;
  if (!fits) {
    c.report(pos_of(x), diag::kUndefinedOperator, syntax::operator_text(op), c.text(x));
    x.mode = Mode::Invalid;
  }
  return fits;
}

void check_shift(Context& c, Operand& x, Operand& y, syntax::Expr* expr, Operator op, Pos op_pos) {
  Value integer;
  if (x.mode == Mode::Constant) integer = x.value.to_int();
  if (!is_integer(x.type) && !(is_untyped(x.type) && integer.kind() == constant::Kind::Int)) {
    c.report(pos_of(x), diag::kShiftOfNonInteger, c.text(x));
    x.mode = Mode::Invalid;
    return;
  }
  // Spec: "The right operand … must have integer type or be an untyped constant representable by … uint."
  if (y.mode == Mode::Constant) {
    Value count = y.value.to_int();
    if (count.kind() == constant::Kind::Int && count.sign() < 0) {
      c.report(pos_of(y), diag::kNegativeShift, c.text(y));
      x.mode = Mode::Invalid;
      return;
    }
    if (is_untyped(y.type)) {
      if (!is_representable(y.value, c.basic(BasicKind::Uint), nullptr)) {
        c.report(pos_of(y), diag::kInvalidShiftCount, c.text(y));
        x.mode = Mode::Invalid;
        return;
      }
      convert_untyped(c, y, c.basic(BasicKind::Uint));
    }
  } else if (is_untyped(y.type)) {
    convert_untyped(c, y, c.basic(BasicKind::Uint));
  }
  if (!y || !is_integer(y.type)) {
    if (y) c.report(pos_of(y), diag::kNonIntegerShiftCount, c.text(y));
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::Constant) {
    if (y.mode == Mode::Constant) {
      if (integer.is_unknown() || y.value.is_unknown()) {
        x.value = Value();
        if (!is_integer(x.type)) x.type = c.basic(BasicKind::UntypedInt);
        return;
      }
      bool exact = false;
      uint64_t count = y.value.to_int().as_uint64(exact);
      if (!exact || count > kMaxShift) {
        c.report(pos_of(y), diag::kInvalidShiftCount, c.text(y));
        x.mode = Mode::Invalid;
        return;
      }
      if (is_untyped(x.type) && !is_integer(x.type)) x.type = c.basic(BasicKind::UntypedInt);
      x.value = constant::shift(integer, op == Operator::Shl, count);
      x.expr = expr;
      check_overflow(c, x, op_pos, op);
      return;
    }
    if (is_untyped(x.type)) {
      // Spec: "If the left operand of a non-constant shift expression is an untyped constant, it is first
      // implicitly converted to the type it would assume if the shift expression were replaced by its left operand
      // alone." The type stays open until then.
      c.info.record(x.expr).value = integer;
      x.mode = Mode::Value;
      return;
    }
  }
  if (!is_integer(x.type)) {
    c.report(pos_of(x), diag::kShiftOfNonInteger, c.text(x));
    x.mode = Mode::Invalid;
    return;
  }
  x.mode = Mode::Value;
}

}  // namespace

void check_comparison(Context& c, Operand& x, Operand& y, Operator op, [[maybe_unused]] Pos op_pos, bool switch_case) {
  std::string cause;
  bool mismatch = false, ok = true;
  Operand* culprit = &x;
  bool assignable = is_assignable(c, x, y.type, nullptr) || is_assignable(c, y, x.type, nullptr);
  if (!assignable) {
    mismatch = true;
    ok = false;
    cause = fmt::format("mismatched types {} and {}", c.text(x.type), c.text(y.type));
  } else if (op == Operator::Eql || op == Operator::Neq) {
    if (x.is_nil() || y.is_nil()) {
      const Type* other = x.is_nil() ? y.type : x.type;
      if (x.is_nil() && y.is_nil()) {
        ok = false;
        cause = fmt::format("operator {} not defined on nil", syntax::operator_text(op));
      } else if (!has_nil(other)) {
        ok = false;
        culprit = &y;
      }
    } else {
      std::string why;
      if (!is_comparable(x.type, false, &why)) {
        ok = false;
        culprit = &x;
      } else if (!is_comparable(y.type, false, &why)) {
        ok = false;
        culprit = &y;
      }
      if (!ok) cause = why;
    }
  } else {
    if (!is_ordered(x.type)) {
      ok = false;
      culprit = &x;
    } else if (!is_ordered(y.type)) {
      ok = false;
      culprit = &y;
    }
    if (!ok) {
      std::string kind = is_type_param(culprit->type) ? "type parameter" : "";
      if (kind.empty()) {
        const Type* under = underlying(culprit->type);
        switch (under ? under->kind() : TypeKind::Basic) {
          case TypeKind::Array: kind = "array"; break;
          case TypeKind::Slice: kind = "slice"; break;
          case TypeKind::Struct: kind = "struct"; break;
          case TypeKind::Pointer: kind = "pointer"; break;
          case TypeKind::Signature: kind = "func"; break;
          case TypeKind::Interface: kind = "interface"; break;
          case TypeKind::Map: kind = "map"; break;
          case TypeKind::Chan: kind = "chan"; break;
          default: kind = culprit->is_nil() ? "nil" : c.text(culprit->type);
        }
      }
      cause = fmt::format("operator {} not defined on {}", syntax::operator_text(op), kind);
    }
  }
  if (!ok) {
    if (switch_case) {
      c.report(pos_of(x), diag::kInvalidCase, c.text(x.expr), c.text(y.expr), cause);
      x.mode = Mode::Invalid;
      return;
    }
    std::string expr = fmt::format("{} {} {}", c.text(x.expr), syntax::operator_text(op), c.text(y.expr));
    c.report(mismatch ? pos_of(x) : pos_of(*culprit), diag::kInvalidOperation, expr, cause);
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::Constant && y.mode == Mode::Constant) {
    x.value = Value::from_bool(constant::compare(x.value, compare_op(op), y.value));
  } else {
    x.mode = Mode::Value;
    // Untyped operands of a non-constant comparison get their default types.
    update_expr_type(c, x.expr, c.store.default_type(x.type));
    update_expr_type(c, y.expr, c.store.default_type(y.type));
  }
  x.type = c.basic(BasicKind::UntypedBool);
}

void check_unary(Context& c, Operand& x, syntax::UnaryExpr* expr) {
  check_expr(c, x, expr->x);
  if (!x) return;
  Operand operand = x;
  switch (expr->op) {
    case Operator::And: {
      // Spec: "The operand must be addressable … or a (possibly parenthesized) composite literal."
      if (!syntax::is<syntax::CompositeLit>(syntax::unparen(expr->x)) && x.mode != Mode::Variable) {
        c.report(pos_of(expr), diag::kNotAddressable, c.text(operand));
        x.mode = Mode::Invalid;
        return;
      }
      x.mode = Mode::Value;
      x.type = c.store.pointer_to(x.type);
      return;
    }
    case Operator::Recv: {
      auto* chan = is_a<Chan>(core_type(x.type));
      if (!chan) {
        c.report(pos_of(expr), diag::kReceiveFromNonChannel, c.text(operand));
        x.mode = Mode::Invalid;
        return;
      }
      if (chan->dir == ChanDir::SendOnly) {
        c.report(pos_of(expr), diag::kReceiveFromSendOnly, c.text(operand));
        x.mode = Mode::Invalid;
        return;
      }
      x.mode = Mode::CommaOk;
      x.type = chan->elem;
      return;
    }
    case Operator::Tilde:
      c.report(pos_of(expr), diag::kMisplacedTilde);
      x.mode = Mode::Invalid;
      return;
    default: break;
  }
  bool fits = expr->op == Operator::Not ? is_boolean(x.type) : expr->op == Operator::Xor ? is_integer(x.type) : is_numeric(x.type);
  if (!fits) {
    c.report(pos_of(expr), diag::kUndefinedOperator, syntax::operator_text(expr->op), c.text(operand));
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode != Mode::Constant) {
    x.mode = Mode::Value;
    return;
  }
  constant::UnaryOp op = expr->op == Operator::Not   ? constant::UnaryOp::Not
                         : expr->op == Operator::Xor ? constant::UnaryOp::Complement
                         : expr->op == Operator::Sub ? constant::UnaryOp::Negate
                                                     : constant::UnaryOp::Plus;
  unsigned bits = is_unsigned(x.type) ? static_cast<unsigned>(size_of(x.type) * 8) : 0;
  x.value = constant::unary(op, x.value, bits);
  x.expr = expr;
  check_overflow(c, x, pos_of(expr), expr->op);
}

void check_binary(Context& c, Operand& x, syntax::Expr* expr, syntax::Expr* lhs, syntax::Expr* rhs, Operator op, Pos op_pos) {
  Operand y;
  check_expr(c, x, lhs);
  check_expr(c, y, rhs);
  if (!x || !y) {
    x.mode = Mode::Invalid;
    return;
  }
  if (syntax::is_shift(op)) {
    check_shift(c, x, y, expr, op, op_pos);
    return;
  }
  std::string text = syntax::is<syntax::BinaryExpr>(expr) ? c.text(expr)
                                                          : fmt::format("{} {}= {}", c.text(lhs), syntax::operator_text(op), c.text(rhs));
  if (!match_types(c, x, y)) {
    c.report(pos_of(x), diag::kInvalidOperation, text, fmt::format("mismatched types {} and {}", c.text(x.type), c.text(y.type)));
    x.mode = Mode::Invalid;
    return;
  }
  if (!x || !y) {
    x.mode = Mode::Invalid;
    return;
  }
  if (syntax::is_comparison(op)) {
    check_comparison(c, x, y, op, op_pos);
    return;
  }
  if (!identical(x.type, y.type)) {
    if (!is_invalid(x.type) && !is_invalid(y.type)) {
      c.report(pos_of(x), diag::kInvalidOperation, text, fmt::format("mismatched types {} and {}", c.text(x.type), c.text(y.type)));
    }
    x.mode = Mode::Invalid;
    return;
  }
  if (!operator_applies(c, x, op)) return;
  if (op == Operator::Div || op == Operator::Rem) {
    if ((x.mode == Mode::Constant || is_integer(x.type)) && y.mode == Mode::Constant && !y.value.is_unknown() && y.value.sign() == 0) {
      c.report(pos_of(y), diag::kDivisionByZero);
      x.mode = Mode::Invalid;
      return;
    }
  }
  if (x.mode == Mode::Constant && y.mode == Mode::Constant) {
    if (x.value.is_unknown() || y.value.is_unknown()) {
      x.value = Value();
      return;
    }
    bool integers = op == Operator::Div && is_integer(x.type);
    x.value = constant::binary(x.value, constant_op(op, integers), y.value);
    x.expr = expr;
    check_overflow(c, x, op_pos, op);
    return;
  }
  x.mode = Mode::Value;
}

}  // namespace govm::types
