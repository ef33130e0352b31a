// Index and slice expressions (spec: "Index expressions", "Slice expressions").
#include "compiler/types/context.h"

namespace govm::types {

int64_t check_index_value(Context& c, syntax::Expr* expr, int64_t length, bool allow_length) {
  Operand x;
  check_expr(c, x, expr);
  if (!x) return -1;
  if (is_untyped(x.type)) {
    Operand before = x;
    if (x.mode == Mode::Constant && is_numeric(x.type) && x.value.to_int().is_unknown()) {
      c.report(pos_of(x), diag::kTruncatedConstant, c.text(x), "int");
      return -1;
    }
    if (x.mode == Mode::Constant && !is_numeric(x.type)) {
      c.report(pos_of(x), diag::kInvalidConversion, c.text(before), "int", "");
      return -1;
    }
    if (!is_numeric(x.type) || x.is_nil()) {
      c.report(pos_of(x), diag::kNonIntegerIndex, c.text(before));
      return -1;
    }
    if (x.mode == Mode::Constant && !is_representable(x.value, c.basic(BasicKind::Int), nullptr)) {
      c.report(pos_of(x), diag::kOverflowingIndex, c.text(x));
      return -1;
    }
    convert_untyped(c, x, c.basic(BasicKind::Int));
    if (!x) return -1;
  }
  if (!is_integer(x.type)) {
    c.report(pos_of(x), diag::kNonIntegerIndex, c.text(x));
    return -1;
  }
  if (x.mode != Mode::Constant) return -1;
  constant::Value value = x.value.to_int();
  if (value.sign() < 0) {
    c.report(pos_of(x), diag::kNegativeIndex, c.text(x));
    return -1;
  }
  bool exact = false;
  int64_t index = value.as_int64(exact);
  if (!exact) {
    c.report(pos_of(x), diag::kOverflowingIndex, c.text(x));
    return -1;
  }
  if (length >= 0 && (allow_length ? index > length : index >= length)) {
    c.report(pos_of(x), diag::kIndexOutOfBounds, value.text(), allow_length ? length + 1 : length);
    return -1;
  }
  return index;
}

bool check_index(Context& c, Operand& x, syntax::IndexExpr* expr) {
  check_expr_or_type(c, x, expr->x, true);
  if (!x) return false;
  if (x.mode == Mode::TypeExpr) {
    x.type = check_instantiated_type(c, expr);
    x.mode = is_invalid(x.type) ? Mode::Invalid : Mode::TypeExpr;
    return false;
  }
  if (auto* signature = is_a<Signature>(x.type); signature && signature->is_generic()) return true;
  if (expr->indices.size() != 1) {
    c.report(pos_of(expr->indices[1]), diag::kManyIndices);
    x.mode = Mode::Invalid;
    return false;
  }
  Operand base = x;
  const Type* core = is_type_param(x.type) ? core_string(x.type) : underlying(x.type);
  int64_t length = -1;
  bool valid = false;
  if (core) {
    switch (core->kind()) {
      case TypeKind::Basic:
        if (is_string(core)) {
          valid = true;
          if (x.mode == Mode::Constant) length = static_cast<int64_t>(x.value.as_string().size());
          // A constant string indexed by a constant is a byte value, not a constant.
          x.mode = Mode::Value;
          x.type = c.store.byte_type();
          if (is_untyped(base.type)) update_expr_type(c, expr->x, c.basic(BasicKind::String));
        }
        break;
      case TypeKind::Array:
        valid = true;
        length = static_cast<const Array*>(core)->length;
        if (x.mode != Mode::Variable) x.mode = Mode::Value;
        x.type = static_cast<const Array*>(core)->elem;
        break;
      case TypeKind::Pointer:
        if (auto* array = as<Array>(static_cast<const Pointer*>(core)->elem)) {
          valid = true;
          length = array->length;
          x.mode = Mode::Variable;
          x.type = array->elem;
        }
        break;
      case TypeKind::Slice:
        valid = true;
        x.mode = Mode::Variable;
        x.type = static_cast<const Slice*>(core)->elem;
        break;
      case TypeKind::Map: {
        auto* map = static_cast<const Map*>(core);
        Operand key;
        check_expr(c, key, expr->index());
        check_assignment(c, key, map->key, "map index");
        x.mode = Mode::MapIndex;
        x.type = map->elem;
        return false;
      }
      default: break;
    }
  }
  if (!valid) {
    c.report(pos_of(base), diag::kInvalidIndexing, c.text(base));
    Operand ignored;
    check_expr(c, ignored, expr->index());
    x.mode = Mode::Invalid;
    return false;
  }
  check_index_value(c, expr->index(), length);
  return false;
}

void check_slice(Context& c, Operand& x, syntax::SliceExpr* expr) {
  check_expr(c, x, expr->x);
  if (!x) {
    for (syntax::Expr* index : expr->index) {
      Operand ignored;
      if (index) check_expr(c, ignored, index);
    }
    return;
  }
  Operand base = x;
  const Type* core = is_type_param(x.type) ? core_string(x.type) : underlying(x.type);
  int64_t length = -1;
  bool valid = false;
  if (core) {
    switch (core->kind()) {
      case TypeKind::Basic:
        if (is_string(core)) {
          if (expr->full) {
            c.report(pos_of(base), diag::kFullSliceOfString, c.text(base.expr));
            x.mode = Mode::Invalid;
            return;
          }
          valid = true;
          if (x.mode == Mode::Constant) length = static_cast<int64_t>(x.value.as_string().size());
          x.mode = Mode::Value;
          // Spec: "the result of the slice operation is a non-constant value of type string" for untyped operands.
          if (is_untyped(x.type)) {
            update_expr_type(c, expr->x, c.basic(BasicKind::String));
            x.type = c.basic(BasicKind::String);
          }
        }
        break;
      case TypeKind::Array:
        valid = true;
        length = static_cast<const Array*>(core)->length;
        if (x.mode != Mode::Variable) {
          c.report(pos_of(base), diag::kUnaddressableSlicing, c.text(base));
          x.mode = Mode::Invalid;
          return;
        }
        x.mode = Mode::Value;
        x.type = c.store.slice_of(static_cast<const Array*>(core)->elem);
        break;
      case TypeKind::Pointer:
        if (auto* array = as<Array>(static_cast<const Pointer*>(core)->elem)) {
          valid = true;
          length = array->length;
          x.mode = Mode::Value;
          x.type = c.store.slice_of(array->elem);
        }
        break;
      case TypeKind::Slice:
        valid = true;
        x.mode = Mode::Value;
        break;
      default: break;
    }
  }
  if (!valid) {
    c.report(pos_of(base), diag::kInvalidSlicing, c.text(base));
    x.mode = Mode::Invalid;
    return;
  }
  int64_t constants[3] = {-1, -1, -1};
  for (size_t i = 0; i < 3; i++) {
    if (expr->index[i]) constants[i] = check_index_value(c, expr->index[i], length, true);
  }
  // Constant indices must be in order.
  for (size_t i = 0; i < 3; i++) {
    for (size_t j = i + 1; j < 3; j++) {
      if (constants[i] >= 0 && constants[j] >= 0 && constants[i] > constants[j]) {
        c.report(pos_of(expr->index[j]), diag::kSwappedSliceIndices, constants[j], constants[i]);
        return;
      }
    }
  }
}

}  // namespace govm::types
