// Types in source (spec: "Types"): from tree to Type. Structs, interfaces, signatures and type parameters have their own files.
#include "compiler/types/type_expr.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "compiler/types/sizes.h"

namespace govm::types {
namespace {

// The length of an array type: a constant, not negative, that fits an int.
int64_t array_length(Context& c, syntax::Expr* expr) {
  if (auto* name = syntax::as<syntax::Name>(expr)) {
    Object* object = c.env.scope->lookup_parent(name->symbol, name->pos);
    if (!object) {
      c.report(name->pos, diag::kUndefinedArrayLength, name->text());
      return -1;
    }
    if (!as_object<Const>(object)) {
      c.report(name->pos, diag::kInvalidArrayLength, name->text());
      return -1;
    }
  }
  Operand x;
  check_expr(c, x, expr);
  if (!x) return -1;
  if (x.mode != Mode::Constant) {
    c.report(pos_of(x), diag::kNonConstantArrayLength, c.text(x));
    return -1;
  }
  if (is_untyped(x.type) || is_integer(x.type)) {
    constant::Value value = x.value.to_int();
    if (value.kind() == constant::Kind::Int) {
      bool exact = false;
      int64_t length = value.as_int64(exact);
      if (exact && length >= 0) {
        if (is_untyped(x.type)) convert_untyped(c, x, c.basic(BasicKind::Int));
        return length;
      }
    }
  }
  c.report(pos_of(x), is_integer(x.type) ? diag::kInvalidArrayLengthValue : diag::kNonIntegerArrayLength, c.text(x));
  return -1;
}

// A name or qualified name that must denote a type.
const Type* typed_name(Context& c, syntax::Expr* expr) {
  Operand x;
  if (auto* name = syntax::as<syntax::Name>(expr)) {
    check_name(c, x, name, true);
  } else {
    check_selector(c, x, syntax::cast<syntax::SelectorExpr>(expr), true);
  }
  switch (x.mode) {
    case Mode::TypeExpr: record(c, x); return x.type;
    case Mode::Invalid: return c.invalid_type();
    case Mode::NoValue: c.report(pos_of(expr), diag::kNoValueAsType, c.text(x)); return c.invalid_type();
    default: c.report(pos_of(expr), diag::kNotAType, c.text(x)); return c.invalid_type();
  }
}

/// The arguments of an instance must fulfil the constraints; asked once types are complete.
void verify_instance(Context& c, syntax::IndexExpr* expr, std::string_view name, const std::vector<const TypeParam*>& params,
                     const std::vector<const Type*>& args) {
  if (args.size() != params.size()) {
    bool few = args.size() < params.size();
    c.report(expr->x->pos, diag::kTypeArgumentCount, few ? "not enough" : "too many", name, static_cast<int64_t>(args.size()),
             static_cast<int64_t>(params.size()));
    return;
  }
  Substitution substitution{params, args};
  for (size_t i = 0; i < args.size(); i++) {
    std::string gap = implementation_gap(c, args[i], substitute(c.store, params[i]->constraint, substitution), true);
    if (gap.empty()) continue;
    c.report(pos_of(expr->indices[i]), diag::kUnsatisfiedConstraint, gap);
    return;
  }
  c.instantiations.push_back({expr->x->pos, params, args, {expr->indices.begin(), expr->indices.end()}});
}

const Type* check_instantiated_type(Context& c, syntax::IndexExpr* expr) {
  const Type* generic = check_instantiated_operand(c, expr->x);
  if (is_invalid(generic)) return c.invalid_type();
  if (!is_generic(generic)) {
    std::string indices;
    for (syntax::Expr* index : expr->indices) indices += (indices.empty() ? "" : " ") + c.text(index);
    c.report(pos_of(expr->x), diag::kNotGenericType, fmt::format("{}[{}]", c.text(expr->x), indices), c.text(generic));
    return c.invalid_type();
  }
  std::vector<const Type*> args;
  bool valid = true;
  for (syntax::Expr* index : expr->indices) {
    args.push_back(check_var_type(c, index));
    valid &= !is_invalid(args.back());
  }
  if (!valid) return c.invalid_type();
  auto* name = syntax::as<syntax::Name>(expr->x);
  if (generic->kind() == TypeKind::Alias) {
    auto* alias = static_cast<const Alias*>(generic);
    if (args.size() != alias->type_params.size()) {
      verify_instance(c, expr, alias->object->name.view(), alias->type_params, args);
      return c.invalid_type();
    }
    c.put_off([&c, expr, alias, args] { verify_instance(c, expr, alias->object->name.view(), alias->type_params, args); });
    return instantiate(c.store, alias, args);
  }
  auto* named = is_a<Named>(generic);
  // Its parameters may not be known yet: their number is checked later.
  const Type* instance = instantiate(c.store, named, args);
  if (auto* made = is_a<Named>(instance); made && !made->instance_pos) made->instance_pos = expr->x->pos;
  if (name) c.info.instances[name] = {args, instance};
  c.put_off([&c, named, args, expr] { verify_instance(c, expr, named->object->name.view(), named->type_params, args); });
  return instance;
}

}  // namespace

const Type* check_instantiated_operand(Context& c, syntax::Expr* expr) {
  const Type* generic = check_type_or_generic(c, expr, nullptr);
  Operand x;
  x.mode = Mode::TypeExpr;
  x.type = generic;
  x.expr = expr;
  record(c, x);
  return generic;
}

// Messages about sizes stand at the name that is declared with the type.
const Type* note_size(Context& c, Pos pos, const Type* type) {
  if (c.env.declared) {
    pos = c.env.declared;
  } else if (c.env.function == nullptr && !c.path.empty()) {
    pos = c.path.back()->pos;
  }
  c.sized_types.push_back({pos, type});
  return type;
}

const Type* check_type_or_generic(Context& c, syntax::Expr* expr, Named* definition) {
  switch (expr->kind) {
    case syntax::NodeKind::Name:
    case syntax::NodeKind::SelectorExpr: return typed_name(c, expr);
    case syntax::NodeKind::ParenExpr: return check_defined_type(c, syntax::cast<syntax::ParenExpr>(expr)->x, definition);
    case syntax::NodeKind::IndexExpr:
      c.require_version(pos_of(expr), 18, "type instantiation");
      return check_instantiated_type(c, syntax::cast<syntax::IndexExpr>(expr));
    case syntax::NodeKind::StarExpr: {
      const Type* base = check_var_type(c, syntax::cast<syntax::StarExpr>(expr)->x);
      return is_invalid(base) ? base : c.store.pointer_to(base);
    }
    case syntax::NodeKind::SliceType: return c.store.slice_of(check_var_type(c, syntax::cast<syntax::SliceType>(expr)->elem));
    case syntax::NodeKind::ArrayType: {
      auto* array = syntax::cast<syntax::ArrayType>(expr);
      if (!array->len) {
        c.report(pos_of(array), diag::kOpenArray);
        check_var_type(c, array->elem);
        return c.invalid_type();
      }
      int64_t length = array_length(c, array->len);
      const Type* elem = check_var_type(c, array->elem);
      if (length < 0) return c.invalid_type();
      const Array* type = c.store.array_of(elem, length);
      return note_size(c, array->pos, type);
    }
    case syntax::NodeKind::DotsType: {
      c.report(expr->pos, diag::kUnusableDots);
      return c.store.slice_of(check_var_type(c, syntax::cast<syntax::DotsType>(expr)->elem));
    }
    case syntax::NodeKind::MapType: {
      auto* map = syntax::cast<syntax::MapType>(expr);
      const Type* key = check_var_type(c, map->key);
      const Type* elem = check_var_type(c, map->value);
      c.put_off([&c, key, map] {
        if (is_invalid(key)) return;
        if (!is_comparable(key)) {
          c.report(pos_of(map->key), is_type_param(key) ? diag::kIncomparableTypeParamKey : diag::kInvalidMapKey, c.text(key));
        }
      });
      return note_size(c, map->pos, c.store.map_of(key, elem));
    }
    case syntax::NodeKind::ChanType: {
      auto* chan = syntax::cast<syntax::ChanType>(expr);
      ChanDir dir = chan->dir == syntax::ChanDir::Both       ? ChanDir::Both
                    : chan->dir == syntax::ChanDir::SendOnly ? ChanDir::SendOnly
                                                             : ChanDir::RecvOnly;
      return note_size(c, chan->pos, c.store.chan_of(dir, check_var_type(c, chan->elem)));
    }
    case syntax::NodeKind::StructType: return check_struct(c, syntax::cast<syntax::StructType>(expr));
    case syntax::NodeKind::FuncType:
      return check_signature(c, nullptr, {}, syntax::cast<syntax::FuncType>(expr), c.store.make_scope(c.env.scope), nullptr);
    case syntax::NodeKind::InterfaceType: return check_interface(c, syntax::cast<syntax::InterfaceType>(expr), definition);
    case syntax::NodeKind::BadExpr: return c.invalid_type();
    default: break;
  }
  c.report(pos_of(expr), diag::kNotAType, c.text(expr));
  use(c, std::span(&expr, 1));
  return c.invalid_type();
}

const Type* check_type(Context& c, syntax::Expr* expr) { return check_defined_type(c, expr, nullptr); }

const Type* check_defined_type(Context& c, syntax::Expr* expr, Named* definition) {
  const Type* type = check_type_or_generic(c, expr, definition);
  if (is_generic(type)) {
    c.report(pos_of(expr), diag::kUninstantiatedType, c.text(type));
    type = c.invalid_type();
  }
  Operand x;
  x.mode = Mode::TypeExpr;
  x.type = type;
  x.expr = expr;
  record(c, x);
  return type;
}

const Type* check_var_type(Context& c, syntax::Expr* expr) {
  const Type* type = check_type(c, expr);
  require_var_type(c, expr, type);
  return type;
}

void require_var_type(Context& c, syntax::Expr* expr, const Type* type) {
  // Most types need no look at what they become.
  TypeKind kind = type->kind();
  if (kind != TypeKind::Named && kind != TypeKind::Alias && kind != TypeKind::Interface) return;
  c.put_off([&c, type, expr] {
    auto* interface = is_type_param(type) ? nullptr : as<Interface>(type);
    if (!interface || !type_set_of(interface).is_constraint_only()) return;
    if (type_set_of(interface).comparable) {
      c.report(pos_of(expr), diag::kComparableAsType, c.text(type));
    } else {
      c.report(pos_of(expr), diag::kConstraintAsType, c.text(type));
    }
  });
}

}  // namespace govm::types
