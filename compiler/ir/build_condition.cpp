// Conditions and comparisons (spec: "Comparison operators", "Logical operators").
#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

using syntax::Operator;

void Builder::build_condition(const syntax::Expr* expr, Block* yes, Block* no) {
  expr = syntax::unparen(expr);
  if (constant_of(expr) == nullptr) {
    if (const auto* unary = syntax::as<syntax::UnaryExpr>(expr); unary != nullptr && unary->op == Operator::Not) {
      return build_condition(unary->x, no, yes);
    }
    if (const auto* binary = syntax::as<syntax::BinaryExpr>(expr)) {
      if (binary->op == Operator::AndAnd || binary->op == Operator::OrOr) {
        Block* second = new_block();
        if (binary->op == Operator::AndAnd) {
          build_condition(binary->x, second, no);
        } else {
          build_condition(binary->x, yes, second);
        }
        start_sealed(second);
        return build_condition(binary->y, yes, no);
      }
    }
  } else {
    return jump(constant_of(expr)->as_bool() ? yes : no);
  }
  EarlyOperands early(*this);
  early.add(expr);
  Value* condition = build_scalar(expr);
  pos_ = expr->pos;
  branch(condition, yes, no);
}

Datum Builder::build_short_circuit(const syntax::BinaryExpr* expr) {
  const Type* type = types_.default_type(type_of(expr));
  uint32_t slot = new_slots(1);
  Block* second = new_block();
  Block* end = new_block();
  // x && y is false, x || y is true where y is not evaluated.
  Block* short_cut = new_block();
  if (expr->op == Operator::AndAnd) {
    build_condition(expr->x, second, short_cut);
  } else {
    build_condition(expr->x, short_cut, second);
  }
  start_sealed(short_cut);
  write_slot(slot, current_, constant(expr->op == Operator::OrOr, type));
  jump(end);
  start_sealed(second);
  {
    EarlyOperands early(*this);
    early.add(expr->y);
    Value* value = build_scalar(expr->y);  // it may end in another block
    write_slot(slot, current_, value);
  }
  jump(end);
  start_sealed(end);
  return single(type, read_slot(slot, current_, Rep::Word, type));
}

Value* Builder::build_comparison(const syntax::BinaryExpr* expr) {
  const syntax::Expr* x = syntax::unparen(expr->x);
  const syntax::Expr* y = syntax::unparen(expr->y);
  bool negate = expr->op == Operator::Neq;
  bool nil_x = info_.mode_of(x) == types::Mode::Nil;
  bool nil_y = info_.mode_of(y) == types::Mode::Nil;
  if (nil_x || nil_y) {
    // Only the first word of slices, interfaces, maps … tells.
    if (nil_x && nil_y) return constant(!negate, bool_type());
    Value* value = build_scalar(nil_x ? y : x);
    pos_ = expr->pos;
    Value* word = rep_words(value->rep) == 1 ? value : component(value, 0, pointer_type());
    return compare(negate ? Op::Ne : Op::Eq, word, constant(0, pointer_type()), pointer_type());
  }
  const Type* x_type = type_of(x);
  const Type* y_type = type_of(y);
  if (expr->op == Operator::Eql || negate) {
    Value* result = nullptr;
    bool x_interface = types::is_interface(x_type);
    bool y_interface = types::is_interface(y_type);
    if (x_interface != y_interface) {
      Datum a = build_as(x, types_.default_type(x_type));
      Datum b = build_as(y, types_.default_type(y_type));
      pos_ = expr->pos;
      result = x_interface ? equal_interface_value(a.value(), x_type, b) : equal_interface_value(b.value(), y_type, a);
    } else {
      const Type* type = types::is_untyped(x_type) ? types_.default_type(y_type) : x_type;
      if (types::is_untyped(type)) type = types_.default_type(type);
      Datum a = build_compared(x, y, type);
      Datum b;
      if (x_interface && !types::identical(x_type, y_type)) {
        // Both are compared as the interface that one is assignable to.
        b = build_expr(y);
        pos_ = expr->pos;
        const Type* common = is_empty_interface(x_type) ? x_type : is_empty_interface(y_type) ? y_type : x_type;
        bool x_is_wider = types::missing_method(y_type, types::as<types::Interface>(x_type), true).method == nullptr;
        if (common != y_type && !x_is_wider) common = y_type;
        a = convert_assigned(a, common, nullptr);
        b = convert_assigned(b, common, nullptr);
      } else {
        b = build_compared(y, x, type);
      }
      pos_ = expr->pos;
      result = equal(a, b);
    }
    if (!negate) return result;
    // Turn the comparison itself around where it is one operation of words.
    if (result == current_->values.back()) {
      if (result->op == Op::Eq) {
        result->op = Op::Ne;
        return result;
      }
      if (result->op == Op::StrEq) {
        result->op = Op::StrNe;
        return result;
      }
    }
    return emit_word(Op::BoolNot, {result}, bool_type());
  }
  const Type* type = types::is_untyped(x_type) ? types_.default_type(y_type) : x_type;
  if (types::is_untyped(type)) type = types_.default_type(type);
  Value* a = build_compared(x, y, type).value();
  Value* b = build_compared(y, x, type).value();
  pos_ = expr->pos;
  bool is_text = types::is_string(type);
  switch (expr->op) {
    case Operator::Lss: return compare(is_text ? Op::StrLt : Op::Lt, a, b, type);
    case Operator::Leq: return compare(is_text ? Op::StrLe : Op::Le, a, b, type);
    case Operator::Gtr: return compare(is_text ? Op::StrLt : Op::Lt, b, a, type);
    case Operator::Geq: return compare(is_text ? Op::StrLe : Op::Le, b, a, type);
    default: GOVM_UNREACHABLE("comparison");
  }
}

// An operand of a comparison. string(b) looks at the bytes where they are if the other operand calls nothing that could change them.
Datum Builder::build_compared(const syntax::Expr* expr, const syntax::Expr* other, const Type* type) {
  return has_calls(other, true) ? build_as(expr, type) : build_text_to_read(expr, type);
}

Value* Builder::equal(const Datum& x, const Datum& y) {
  const Type* type = x.type;
  if (!is_split(type)) {
    Value* value = emit_word(Op::MemEq, {x.address, y.address}, bool_type());
    value->elem = type;
    return value;
  }
  if (rep_of(type) == Rep::Str) return compare(Op::StrEq, x.value(), y.value(), type);
  if (rep_of(type) == Rep::Iface) return compare(Op::IfaceEq, x.value(), y.value(), type);
  if (rep_of(type) != Rep::None) return compare(Op::Eq, x.value(), y.value(), type);
  if (types::is_complex(type)) return complex_equal(x, y);
  // Structs and arrays: element by element; those without comparison (blank fields) do not count.
  if (const auto* structure = struct_of(type)) {
    Value* all = nullptr;
    for (size_t i = 0; i < structure->fields.size(); ++i) {
      if (structure->fields[i]->name.is_blank()) continue;
      Value* one = equal(field_datum(x, i), field_datum(y, i));
      all = all == nullptr ? one : emit_word(Op::And, {all, one}, bool_type());
    }
    return all != nullptr ? all : constant(1, bool_type());
  }
  if (length_of(type) == 0) return constant(1, bool_type());
  Datum a = x;
  Datum b = y;
  a.type = b.type = elem_of(type);
  return equal(a, b);
}

Value* Builder::equal_interface_value(Value* interface, const Type* interface_type, const Datum& value) {
  // An interface equals a value of concrete type T if it holds a T that equals it.
  uint32_t slot = new_slots(1);
  Block* same_type = new_block();
  Block* other_type = new_block();
  Block* end = new_block();
  Datum kept = copy_to_temporary(value);
  branch(has_type(interface, interface_type, value.type), same_type, other_type);
  start_sealed(other_type);
  write_slot(slot, current_, constant(0, bool_type()));
  jump(end);
  start_sealed(same_type);
  if (types::is_comparable(value.type)) {
    Value* same = equal(unbox(interface, value.type), kept);  // it may end in another block
    write_slot(slot, current_, same);
  }
  jump(end);
  start_sealed(end);
  return read_slot(slot, current_, Rep::Word, bool_type());
}

}  // namespace govm::ir
