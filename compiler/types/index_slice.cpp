// Index and slice expressions (spec: "Index expressions", "Slice expressions").
#include <fmt/format.h>

#include "compiler/types/context.h"

namespace govm::types {

bool check_index_operand(Context& c, Operand& x, std::string_view what, bool may_be_negative) {
  if (!x) return false;
  // Spec: "a constant index that is untyped is given type int".
  convert_untyped(c, x, c.basic(BasicKind::Int));
  if (!x) return false;
  if (!is_integer(x.type)) {
    c.report(pos_of(x), diag::kNonIntegerIndex, what, c.text(x));
    return false;
  }
  if (x.mode != Mode::Constant) return true;
  if (!may_be_negative && x.value.sign() < 0) {
    c.report(pos_of(x), diag::kNegativeIndex, what, c.text(x));
    return false;
  }
  if (!is_representable(x.value, c.basic(BasicKind::Int), &x.value)) {
    c.report(pos_of(x), diag::kOverflowingIndex, what, c.text(x));
    return false;
  }
  return true;
}

bool check_index_value(Context& c, syntax::Expr* expr, int64_t limit, int64_t& value) {
  value = -1;
  Operand x;
  check_expr(c, x, expr);
  if (!check_index_operand(c, x, "index", false)) return false;
  if (x.mode != Mode::Constant) return true;
  if (x.value.is_unknown()) return false;
  bool exact = false;
  int64_t index = x.value.as_int64(exact);
  if (limit >= 0 && index >= limit) {
    c.report(pos_of(x), diag::kIndexOutOfBounds, x.value.text(), limit);
    return false;
  }
  value = index;
  return true;
}

int64_t check_index_value(Context& c, syntax::Expr* expr, int64_t limit) {
  int64_t value = -1;
  check_index_value(c, expr, limit, value);
  return value;
}

namespace {

/// What indexing the types of a type parameter's set yields, if it yields one thing.
struct Indexed {
  const Type* key = nullptr;  ///< all are maps
  const Type* elem = nullptr;
  int64_t length = -1;
  Mode mode = Mode::Variable;
};

bool index_type_set(Context& c, const Operand& x, Indexed& all) {
  return for_each_term(x.type, [&](const Type*, const Type* under) {
    Indexed one;
    switch (under ? under->kind() : TypeKind::Tuple) {
      case TypeKind::Basic:
        if (is_string(under)) one.elem = c.store.byte_type();
        all.mode = Mode::Value;
        break;
      case TypeKind::Array:
        one.elem = static_cast<const Array*>(under)->elem;
        one.length = static_cast<const Array*>(under)->length;
        if (x.mode != Mode::Variable) all.mode = Mode::Value;
        break;
      case TypeKind::Pointer:
        if (auto* array = as<Array>(static_cast<const Pointer*>(under)->elem)) {
          one.elem = array->elem;
          one.length = array->length;
        }
        break;
      case TypeKind::Slice: one.elem = static_cast<const Slice*>(under)->elem; break;
      case TypeKind::Map:
        one.key = static_cast<const Map*>(under)->key;
        one.elem = static_cast<const Map*>(under)->elem;
        break;
      default: break;
    }
    if (!one.elem) return false;
    if (!all.elem) {
      all.key = one.key;
      all.elem = one.elem;
      all.length = one.length;
      return true;
    }
    bool same_key = all.key && one.key ? identical(all.key, one.key) : !all.key && !one.key;
    if (!same_key || !identical(all.elem, one.elem)) return false;
    if (one.length >= 0 && one.length < all.length) all.length = one.length;
    return true;
  });
}

/// The one index; several are reported and the first is taken.
syntax::Expr* single_index(Context& c, syntax::IndexExpr* expr) {
  if (expr->indices.size() > 1) c.report(pos_of(expr->indices[1]), diag::kManyIndices);
  return expr->index();
}

void index_map(Context& c, Operand& x, syntax::IndexExpr* expr, const Type* key_type, const Type* elem) {
  Operand key;
  check_generic_value(c, key, single_index(c, expr));
  check_assignment(c, key, key_type, "map index");
  x.mode = Mode::MapIndex;
  x.type = elem;
}

}  // namespace

bool check_index(Context& c, Operand& x, syntax::IndexExpr* expr) {
  check_expr_or_type(c, x, expr->x, true);
  if (!x) {
    use(c, expr->indices);
    return false;
  }
  if (x.mode == Mode::TypeExpr) {
    x.type = check_var_type(c, expr);
    x.mode = is_invalid(x.type) ? Mode::Invalid : Mode::TypeExpr;
    return false;
  }
  if (auto* signature = is_a<Signature>(x.type); signature && signature->is_generic()) return true;
  if (!check_complete(c, x.type)) {
    x.mode = Mode::Invalid;
    return false;
  }
  const Type* under = underlying(x.type);
  Indexed found;
  bool valid = false;
  Operand base = x;
  switch (under ? under->kind() : TypeKind::Tuple) {
    case TypeKind::Basic:
      if (is_string(under)) {
        valid = true;
        if (x.mode == Mode::Constant) found.length = static_cast<int64_t>(x.value.string_size());
        // A constant string indexed by a constant is a byte value, not a constant.
        found.mode = Mode::Value;
        found.elem = c.store.byte_type();
      }
      break;
    case TypeKind::Array:
      valid = true;
      found.length = static_cast<const Array*>(under)->length;
      found.elem = static_cast<const Array*>(under)->elem;
      if (x.mode != Mode::Variable) found.mode = Mode::Value;
      break;
    case TypeKind::Pointer: {
      const Type* pointed = static_cast<const Pointer*>(under)->elem;
      if (!check_complete(c, pointed)) {
        x.mode = Mode::Invalid;
        return false;
      }
      if (auto* array = as<Array>(pointed)) {
        valid = true;
        found.length = array->length;
        found.elem = array->elem;
      }
      break;
    }
    case TypeKind::Slice:
      valid = true;
      found.elem = static_cast<const Slice*>(under)->elem;
      break;
    case TypeKind::Map: {
      auto* map = static_cast<const Map*>(under);
      if (!check_complete(c, map->elem)) {
        x.mode = Mode::Invalid;
        return false;
      }
      index_map(c, x, expr, map->key, map->elem);
      return false;
    }
    case TypeKind::Interface:
      if (!is_type_param(x.type) || !index_type_set(c, x, found)) break;
      if (found.key) {
        index_map(c, x, expr, found.key, found.elem);
        return false;
      }
      valid = true;
      break;
    default: break;
  }
  if (!valid) {
    c.report(expr->pos, diag::kInvalidIndexing, c.text(base));
    use(c, expr->indices);
    x.mode = Mode::Invalid;
    return false;
  }
  x.mode = found.mode;
  x.type = found.elem ? found.elem : c.invalid_type();
  if (is_untyped(base.type)) update_expr_type(c, expr->x, c.basic(BasicKind::String));
  check_index_value(c, single_index(c, expr), found.length);
  return false;
}

namespace {

/// What is sliced, strings as such; null and reported where the types of a set differ.
const Type* sliced_type(Context& c, const Operand& x) {
  const Type *common = nullptr, *common_under = nullptr;
  bool has_string = false;
  bool fits = for_each_term(x.type, [&](const Type* type, const Type* under) {
    if (!under) {
      c.report(pos_of(x), diag::kInvalidSlicing, fmt::format("{}: no specific type in {}", c.text(x), c.text(x.type)));
      return false;
    }
    if (is_string(under)) {
      under = c.store.slice_of(c.store.byte_type());
      has_string = true;
    }
    if (!common_under) {
      common = type;
      common_under = under;
    } else if (!identical(common_under, under)) {
      c.report(pos_of(x), diag::kInvalidSlicing,
               fmt::format("{}: {} and {} have different underlying types", c.text(x), c.text(common), c.text(type)));
      return false;
    }
    return true;
  });
  if (!fits) return nullptr;
  if (!has_string) return common_under;
  return is_type_param(x.type) ? c.basic(BasicKind::String) : underlying(x.type);
}

}  // namespace

void check_slice(Context& c, Operand& x, syntax::SliceExpr* expr) {
  check_expr(c, x, expr->x);
  const Type* core = nullptr;
  if (x) {
    core = sliced_type(c, x);
    if (!core) x.mode = Mode::Invalid;
  } else {
    for (syntax::Expr* index : expr->index) {
      if (index) use(c, std::span(&index, 1));
    }
  }
  if (!x) return;
  int64_t length = -1;
  bool valid = false;
  switch (core->kind()) {
    case TypeKind::Basic:
      if (!is_string(core)) break;
      if (expr->full) {
        c.report(pos_of(expr->index[2] ? expr->index[2] : expr), diag::kFullSliceOfString);
        x.mode = Mode::Invalid;
        return;
      }
      valid = true;
      if (x.mode == Mode::Constant) length = static_cast<int64_t>(x.value.string_size());
      // Spec: "the result of the slice operation is a non-constant value of type string" for untyped operands.
      if (is_untyped(x.type)) {
        update_expr_type(c, expr->x, c.basic(BasicKind::String));
        x.type = c.basic(BasicKind::String);
      }
      break;
    case TypeKind::Array:
      valid = true;
      length = static_cast<const Array*>(core)->length;
      if (x.mode != Mode::Variable) {
        c.report(pos_of(x), diag::kUnaddressableSlicing, c.text(x));
        x.mode = Mode::Invalid;
        return;
      }
      x.type = c.store.slice_of(static_cast<const Array*>(core)->elem);
      break;
    case TypeKind::Pointer: {
      const Type* pointed = static_cast<const Pointer*>(core)->elem;
      if (!check_complete(c, pointed)) {
        x.mode = Mode::Invalid;
        return;
      }
      if (auto* array = as<Array>(pointed)) {
        valid = true;
        length = array->length;
        x.type = c.store.slice_of(array->elem);
      }
      break;
    }
    case TypeKind::Slice: valid = true; break;
    default: break;
  }
  if (!valid) {
    c.report(pos_of(x), diag::kInvalidSlicing, c.text(x));
    x.mode = Mode::Invalid;
    return;
  }
  x.mode = Mode::Value;
  // An index left out stands for 0 or the length.
  int64_t constants[3] = {0, length, length};
  for (size_t i = 0; i < 3; i++) {
    if (expr->index[i]) constants[i] = check_index_value(c, expr->index[i], length < 0 ? -1 : length + 1);
  }
  // Constant indices must be in order.
  for (size_t i = 0; i < 2; i++) {
    for (size_t j = i + 1; constants[i] > 0 && j < 3; j++) {
      if (constants[j] < 0 || constants[j] >= constants[i]) continue;
      c.report(pos_of(expr->index[j]), diag::kSwappedSliceIndices, constants[j], constants[i]);
      return;
    }
  }
}

}  // namespace govm::types
