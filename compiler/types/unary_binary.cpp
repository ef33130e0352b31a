// Operators (spec: "Operators"): unary, binary, comparison, shift.
#include <fmt/format.h>

#include "compiler/syntax/visit.h"
#include "compiler/types/common_underlying.h"
#include "compiler/types/context.h"
#include "compiler/types/sizes.h"

namespace govm::types {
namespace {

using constant::Value;
using syntax::Operator;

// Constants of the compiler have at most 512 bits.
constexpr uint64_t kMaxConstantBits = 512;
// Bytes of the longest constant string, as in Go's object files.
constexpr size_t kMaxConstantString = 2'000'000'000;
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

/// How messages call an operation that can overflow.
std::string_view operation_name(const syntax::Expr* expr) {
  if (auto* unary = syntax::as<syntax::UnaryExpr>(expr)) return unary->op == Operator::Xor ? "bitwise complement " : "";
  auto* binary = syntax::as<syntax::BinaryExpr>(expr);
  switch (binary ? binary->op : Operator::None) {
    case Operator::Add: return "addition ";
    case Operator::Sub: return "subtraction ";
    case Operator::Mul: return "multiplication ";
    case Operator::Shl: return "shift ";
    case Operator::Xor: return "bitwise XOR ";
    default: return "";
  }
}

Pos operator_pos(const syntax::Expr* expr) {
  bool is_operation = syntax::is<syntax::UnaryExpr>(expr) || syntax::is<syntax::BinaryExpr>(expr) || syntax::is<syntax::StarExpr>(expr);
  return is_operation ? expr->pos : pos_of(expr);
}

bool operator_applies(Context& c, Operand& x, Operator op) {
  bool fits = false;
  switch (op) {
    case Operator::Add:
      fits = for_each_term(x.type, [](const Type* t, const Type*) { return t && (is_numeric(t) || is_string(t)); });
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
  if (fits) return true;
  c.report(pos_of(x), diag::kUndefinedOperator, syntax::operator_text(op), c.text(x));
  x.mode = Mode::Invalid;
  return false;
}

/// Whether the square of a complex divisor's both parts vanishes, though the divisor does not.
bool divisor_underflows(const Value& divisor) {
  Value re = divisor.real(), im = divisor.imaginary();
  return constant::binary(re, constant::BinaryOp::Mul, re).sign() == 0 && constant::binary(im, constant::BinaryOp::Mul, im).sign() == 0;
}

// Whether an untyped constant that is shifted in an expression is negative.
bool shifts_negative(Context& c, const syntax::Expr* expr) {
  bool found = false;
  syntax::walk(expr, [&](const syntax::Node* node) {
    const auto* part = syntax::is_expr_kind(node->kind) ? static_cast<const syntax::Expr*>(node) : nullptr;
    if (part != nullptr && c.shifted.contains(part)) found = found || c.info.record(part).value.sign() < 0;
    return true;
  });
  return found;
}

// Spec: "The right operand in a shift expression must have integer type or be an untyped constant representable by a
// value of type uint."
bool check_shift_count(Context& c, Operand& y) {
  if (y.mode == Mode::Constant) {
    Value count = y.value.to_int();
    if (count.kind() == constant::Kind::Int && count.sign() < 0) {
      c.report(pos_of(y), diag::kNegativeShift, c.text(y));
      return false;
    }
    if (is_untyped(y.type)) check_representable(c, y, c.basic(BasicKind::Uint));
    return static_cast<bool>(y);
  }
  // A shift of an untyped constant: that is a uint as well. Go's compiler does not refuse a negative one, which panics then.
  if (is_untyped(y.type)) {
    const bool is_signed = is_integer(y.type) && shifts_negative(c, y.expr);
    convert_untyped(c, y, is_signed ? c.store.default_type(y.type) : c.basic(BasicKind::Uint));
    return static_cast<bool>(y);
  }
  if (is_integer(y.type)) {
    return is_unsigned(y.type) || c.require_version(pos_of(y), 13, "invalid operation: signed shift count " + c.text(y));
  }
  c.report(pos_of(y), diag::kNonIntegerShiftCount, c.text(y));
  return false;
}

void check_shift(Context& c, Operand& x, Operand& y, syntax::Expr* expr, Operator op) {
  Value integer;
  if (x.mode == Mode::Constant) integer = x.value.to_int();
  if (!is_integer(x.type) && !(is_untyped(x.type) && integer.kind() == constant::Kind::Int)) {
    c.report(pos_of(x), diag::kShiftOfNonInteger, c.text(x));
    x.mode = Mode::Invalid;
    return;
  }
  if (!check_shift_count(c, y)) {
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
      check_overflow(c, x);
      return;
    }
    if (is_untyped(x.type)) {
      // Spec: "If the left operand of a non-constant shift expression is an untyped constant, it is first
      // implicitly converted to the type it would assume if the shift expression were replaced by its left operand
      // alone." The type stays open until then.
      c.info.record(x.expr).value = integer;
      c.shifted.insert(x.expr);
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

// What is wrong with a comparison of operands whose types match; empty: nothing. `culprit` takes the operand.
std::string incomparable_cause(Context& c, Operand& x, Operand& y, Operator op, Operand*& culprit) {
  std::string cause;
  culprit = &x;
  if (op == Operator::Eql || op == Operator::Neq) {
    if (x.is_nil() || y.is_nil()) {
      const Type* other = x.is_nil() ? y.type : x.type;
      if (has_nil(other) && !is_untyped(other)) return "";
      culprit = &y;
    } else if (is_comparable(x.type, false, &cause, c.message_context())) {
      if (is_comparable(y.type, false, &cause, c.message_context())) return "";
      culprit = &y;
    }
  } else if (is_ordered(x.type)) {
    if (is_ordered(y.type)) return "";
    culprit = &y;
  }
  if (!cause.empty()) return cause;
  if (is_type_param(x.type) || is_type_param(y.type)) {
    if (!is_type_param(x.type)) culprit = &y;
    return fmt::format("type parameter {} cannot use operator {}", c.text(culprit->type), syntax::operator_text(op));
  }
  std::string kind(composite_kind(culprit->type));
  return fmt::format("operator {} not defined on {}", syntax::operator_text(op), kind.empty() ? c.text(culprit->type) : kind);
}

}  // namespace

// A constant result must fit its type; of an untyped one the size is limited.
void check_overflow(Context& c, Operand& x) {
  if (x.value.is_unknown()) {
    c.report(operator_pos(x.expr), diag::kConstantOverflowUnknown);
    return;
  }
  if (!is_untyped(x.type)) {
    if (auto* basic = as<Basic>(x.type)) check_representable(c, x, basic);
    return;
  }
  if (x.value.kind() == constant::Kind::Int && x.value.bit_length() > kMaxConstantBits) {
    c.report(operator_pos(x.expr), diag::kConstantOverflow, operation_name(x.expr));
    x.value = Value();
  }
  if (x.value.kind() == constant::Kind::String && x.value.string_size() > kMaxConstantString) {
    c.report(operator_pos(x.expr), diag::kLongConstantString, static_cast<int64_t>(x.value.string_size()),
             static_cast<int64_t>(kMaxConstantString));
    x.value = Value();
  }
}

// Spec: "In any comparison, the first operand must be assignable to the type of the second operand, or vice versa."
void check_comparison(Context& c, Operand& x, Operand& y, Operator op, bool switch_case) {
  if (is_invalid(x.type) || is_invalid(y.type)) {
    x.mode = Mode::Invalid;
    return;
  }
  std::string cause;
  Operand* culprit = &y;
  if (is_assignable(c, x, y.type, nullptr) || is_assignable(c, y, x.type, nullptr)) {
    cause = incomparable_cause(c, x, y, op, culprit);
  } else {
    cause = fmt::format("mismatched types {} and {}", c.text(x.type), c.text(y.type));
  }
  if (!cause.empty()) {
    if (switch_case) {
      c.report(pos_of(x), diag::kInvalidCase, c.text(x.expr), c.text(y.expr), cause);
    } else {
      std::string expr = fmt::format("{} {} {}", c.text(x.expr), syntax::operator_text(op), c.text(y.expr));
      c.report(pos_of(*culprit), diag::kInvalidOperation, expr, cause);
    }
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::Constant && y.mode == Mode::Constant) {
    x.value = Value::from_bool(constant::compare(x.value, compare_op(op), y.value));
  } else {
    x.mode = Mode::Value;
    // Untyped operands of a non-constant comparison get their default types.
    update_expr_type(c, x.expr, c.store.default_type(x.type), true);
    update_expr_type(c, y.expr, c.store.default_type(y.type), true);
  }
  x.type = c.basic(BasicKind::UntypedBool);
}

const Type* channel_element(Context& c, const Operand& x, bool receive) {
  std::string why;
  TypeCondition sends = [](const Context& c, const Type* type, const Type* under) -> std::string {
    if (!under) return "no specific channel type";
    auto* chan = as<Chan>(under);
    if (!chan) return "non-channel " + c.text(type);
    return chan->dir == ChanDir::RecvOnly ? "receive-only channel " + c.text(type) : "";
  };
  TypeCondition receives = [](const Context& c, const Type* type, const Type* under) -> std::string {
    if (!under) return "no specific channel type";
    auto* chan = as<Chan>(under);
    if (!chan) return "non-channel " + c.text(type);
    return chan->dir == ChanDir::SendOnly ? "send-only channel " + c.text(type) : "";
  };
  const Type* chan = common_underlying(c, x.type, receive ? receives : sends, why);
  if (chan) return as<Chan>(chan)->elem;
  std::string what = is_type_param(x.type) ? c.text(x) + ": " + why : why + " " + c.text(x);
  if (receive) {
    c.report(pos_of(x), diag::kInvalidReceive, what);
  } else {
    c.report(pos_of(x), diag::kInvalidSend, what);
  }
  return nullptr;
}

void check_unary(Context& c, Operand& x, syntax::UnaryExpr* expr) {
  check_expr(c, x, expr->x);
  if (!x) return;
  Operator applied = expr->op;
  switch (expr->op) {
    case Operator::And:
      // Spec: "The operand must be addressable … or a (possibly parenthesized) composite literal."
      if (!syntax::is<syntax::CompositeLit>(syntax::unparen(expr->x)) && x.mode != Mode::Variable) {
        c.report(pos_of(x), diag::kNotAddressable, c.text(x));
        x.mode = Mode::Invalid;
        return;
      }
      x.mode = Mode::Value;
      x.type = c.store.pointer_to(x.type);
      return;
    case Operator::Recv: {
      const Type* elem = channel_element(c, x, true);
      x.mode = elem && check_complete(c, elem) ? Mode::CommaOk : Mode::Invalid;
      x.type = elem;
      return;
    }
    case Operator::Tilde:
      if (!is_integer(x.type)) {
        c.report(pos_of(expr), diag::kMisplacedTilde, "");
        x.mode = Mode::Invalid;
        return;
      }
      c.report(pos_of(expr), diag::kMisplacedTilde, " (use ^ for bitwise complement)");
      applied = Operator::Xor;
      break;
    default: break;
  }
  bool fits = applied == Operator::Not ? is_boolean(x.type) : applied == Operator::Xor ? is_integer(x.type) : is_numeric(x.type);
  if (!fits) {
    c.report(pos_of(x), diag::kUndefinedOperator, syntax::operator_text(applied), c.text(x));
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode != Mode::Constant) {
    x.mode = Mode::Value;
    return;
  }
  if (x.value.is_unknown()) return;
  constant::UnaryOp op = applied == Operator::Not   ? constant::UnaryOp::Not
                         : applied == Operator::Xor ? constant::UnaryOp::Complement
                         : applied == Operator::Sub ? constant::UnaryOp::Negate
                                                    : constant::UnaryOp::Plus;
  unsigned bits = is_unsigned(x.type) ? static_cast<unsigned>(size_of(x.type) * 8) : 0;
  x.value = constant::unary(op, x.value, bits);
  x.expr = expr;
  check_overflow(c, x);
}

void check_binary(Context& c, Operand& x, syntax::Expr* expr, syntax::Expr* lhs, syntax::Expr* rhs, Operator op) {
  Operand y;
  check_expr(c, x, lhs);
  check_expr(c, y, rhs);
  if (!x || !y) {
    x.mode = Mode::Invalid;
    return;
  }
  if (syntax::is_shift(op)) {
    check_shift(c, x, y, expr, op);
    return;
  }
  match_types(c, x, y);
  if (!x) return;
  if (syntax::is_comparison(op)) {
    check_comparison(c, x, y, op);
    return;
  }
  if (!identical(x.type, y.type)) {
    if (!is_invalid(x.type) && !is_invalid(y.type)) {
      std::string text = expr ? c.text(expr) : fmt::format("{} {}= {}", c.text(lhs), syntax::operator_text(op), c.text(rhs));
      c.report(pos_of(x), diag::kInvalidOperation, text, fmt::format("mismatched types {} and {}", c.text(x.type), c.text(y.type)));
    }
    x.mode = Mode::Invalid;
    return;
  }
  if (!operator_applies(c, x, op)) return;
  bool constants = x.mode == Mode::Constant && y.mode == Mode::Constant;
  if ((op == Operator::Div || op == Operator::Rem) && y.mode == Mode::Constant && !y.value.is_unknown()) {
    bool zero = (x.mode == Mode::Constant || is_integer(x.type)) && y.value.sign() == 0;
    if (zero || (constants && is_complex(x.type) && divisor_underflows(y.value.to_complex()))) {
      c.report(pos_of(y), diag::kDivisionByZero);
      x.mode = Mode::Invalid;
      return;
    }
  }
  if (!constants) {
    x.mode = Mode::Value;
    return;
  }
  if (x.value.is_unknown() || y.value.is_unknown()) {
    x.value = Value();
    return;
  }
  bool integers = op == Operator::Div && is_integer(x.type);
  x.expr = expr;
  if (x.value.kind() == constant::Kind::String && y.value.kind() == constant::Kind::String) {
    const size_t size = x.value.string_size() + y.value.string_size();
    if (size > kMaxConstantString) {
      // Not even built.
      c.report(operator_pos(x.expr), diag::kLongConstantString, static_cast<int64_t>(size), static_cast<int64_t>(kMaxConstantString));
      x.value = Value();
      return;
    }
  }
  x.value = constant::binary(x.value, constant_op(op, integers), y.value);
  check_overflow(c, x);
}

}  // namespace govm::types
