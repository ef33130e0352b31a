// Making and recognising shapes.
#include "compiler/inline/shape.h"

#include <algorithm>

#include "compiler/types/relations.h"
#include "compiler/types/type_set.h"

namespace govm::inl {
namespace {

constexpr std::string_view kPrefix = "go.shape.";

bool any_shape(const std::vector<const types::Type*>& args) { return std::ranges::any_of(args, Shapes::has_shape); }

}  // namespace

bool Shapes::is_shape(const types::Type* type) {
  const auto* named = types::is_a<types::Named>(type);
  return named != nullptr && named->object->package == nullptr && named->object->name.view().starts_with(kPrefix);
}

bool Shapes::has_shape(const types::Type* type) {
  if (type == nullptr) return false;
  type = types::unalias(type);
  auto any = [](const auto& vars) {
    for (const types::Var* var : vars) {
      if (has_shape(var->type)) return true;
    }
    return false;
  };
  switch (type->kind()) {
    case types::TypeKind::Named:
      if (is_shape(type)) return true;
      return any_shape(static_cast<const types::Named*>(type)->type_args) ||
             any_shape(static_cast<const types::Named*>(type)->outer_args());
    case types::TypeKind::Pointer: return has_shape(static_cast<const types::Pointer*>(type)->elem);
    case types::TypeKind::Slice: return has_shape(static_cast<const types::Slice*>(type)->elem);
    case types::TypeKind::Array: return has_shape(static_cast<const types::Array*>(type)->elem);
    case types::TypeKind::Chan: return has_shape(static_cast<const types::Chan*>(type)->elem);
    case types::TypeKind::Map:
      return has_shape(static_cast<const types::Map*>(type)->key) || has_shape(static_cast<const types::Map*>(type)->elem);
    case types::TypeKind::Struct: return any(static_cast<const types::Struct*>(type)->fields);
    case types::TypeKind::Signature:
      return any(static_cast<const types::Signature*>(type)->params) || any(static_cast<const types::Signature*>(type)->results);
    case types::TypeKind::Interface:
      for (const types::Func* method : static_cast<const types::Interface*>(type)->methods) {
        if (has_shape(method->type)) return true;
      }
      for (const types::Type* embedded : static_cast<const types::Interface*>(type)->embedded) {
        if (has_shape(embedded)) return true;
      }
      return false;
    default: return false;
  }
}

bool Shapes::identical(const types::Type* x, const types::Type* y) {
  if (x == y || types::identical(x, y)) return true;
  if (x == nullptr || y == nullptr || (!has_shape(x) && !has_shape(y))) return false;
  x = types::unalias(x);
  y = types::unalias(y);
  if (is_shape(x) || is_shape(y)) {
    x = types::underlying(x);
    y = types::underlying(y);
    // All pointers have one shape.
    return (types::is_a<types::Pointer>(x) != nullptr && types::is_a<types::Pointer>(y) != nullptr) || identical(x, y);
  }
  if (x->kind() != y->kind()) return false;
  const auto all = [](const auto& these, const auto& those, auto&& type_of) {
    if (these.size() != those.size()) return false;
    for (size_t i = 0; i < these.size(); ++i) {
      if (!identical(type_of(these[i]), type_of(those[i]))) return false;
    }
    return true;
  };
  const auto itself = [](const types::Type* type) { return type; };
  const auto of_var = [](const types::Var* var) { return var->type; };
  switch (x->kind()) {
    case types::TypeKind::Pointer:
      return identical(static_cast<const types::Pointer*>(x)->elem, static_cast<const types::Pointer*>(y)->elem);
    case types::TypeKind::Slice: return identical(static_cast<const types::Slice*>(x)->elem, static_cast<const types::Slice*>(y)->elem);
    case types::TypeKind::Array: {
      const auto* array = static_cast<const types::Array*>(x);
      const auto* other = static_cast<const types::Array*>(y);
      return array->length == other->length && identical(array->elem, other->elem);
    }
    case types::TypeKind::Map: {
      const auto* map = static_cast<const types::Map*>(x);
      const auto* other = static_cast<const types::Map*>(y);
      return identical(map->key, other->key) && identical(map->elem, other->elem);
    }
    case types::TypeKind::Chan: {
      const auto* channel = static_cast<const types::Chan*>(x);
      const auto* other = static_cast<const types::Chan*>(y);
      return channel->dir == other->dir && identical(channel->elem, other->elem);
    }
    case types::TypeKind::Struct:
      return all(static_cast<const types::Struct*>(x)->fields, static_cast<const types::Struct*>(y)->fields, of_var);
    case types::TypeKind::Signature: {
      const auto* signature = static_cast<const types::Signature*>(x);
      const auto* other = static_cast<const types::Signature*>(y);
      return signature->variadic == other->variadic && all(signature->params, other->params, of_var) &&
             all(signature->results, other->results, of_var);
    }
    case types::TypeKind::Named: {
      const auto* named = static_cast<const types::Named*>(x);
      const auto* other = static_cast<const types::Named*>(y);
      return named->origin != nullptr && named->declaration() == other->declaration() && all(named->type_args, other->type_args, itself);
    }
    default: return false;
  }
}

const types::Type* Shapes::normal(const types::Type* type) {
  if (type == nullptr || is_shape(type) || !has_shape(type)) return type;
  type = types::unalias(type);
  const auto [known, is_new] = normal_.try_emplace(type, type);
  if (!is_new) return known->second;
  const types::Type* made = type;
  switch (type->kind()) {
    case types::TypeKind::Named: {
      const auto* named = static_cast<const types::Named*>(type);
      if (named->origin == nullptr) break;
      std::vector<const types::Type*> args = named->type_args;
      for (size_t i = 0; i < args.size(); ++i) args[i] = of(normal(args[i]), named->origin->type_params[i]);
      made = types_.instance_of(named->origin, args);
      break;
    }
    case types::TypeKind::Pointer: made = types_.pointer_to(normal(static_cast<const types::Pointer*>(type)->elem)); break;
    case types::TypeKind::Slice: made = types_.slice_of(normal(static_cast<const types::Slice*>(type)->elem)); break;
    case types::TypeKind::Array: {
      const auto* array = static_cast<const types::Array*>(type);
      made = types_.array_of(normal(array->elem), array->length);
      break;
    }
    case types::TypeKind::Map: {
      const auto* map = static_cast<const types::Map*>(type);
      made = types_.map_of(normal(map->key), normal(map->elem));
      break;
    }
    case types::TypeKind::Chan: {
      const auto* channel = static_cast<const types::Chan*>(type);
      made = types_.chan_of(channel->dir, normal(channel->elem));
      break;
    }
    case types::TypeKind::Signature: {
      const auto* old = static_cast<const types::Signature*>(type);
      auto* signature = types_.make<types::Signature>();
      signature->variadic = old->variadic;
      auto vars = [&](const std::vector<const types::Var*>& from, std::vector<const types::Var*>& to) {
        for (const types::Var* var : from)
          to.push_back(types_.make_var(var->pos, var->package, var->name, normal(var->type), var->var_kind));
      };
      vars(old->params, signature->params);
      vars(old->results, signature->results);
      made = signature;
      break;
    }
    default: break;
  }
  return normal_[type] = made;
}

const types::Type* Shapes::of(const types::Type* argument, const types::TypeParam* param) {
  argument = types::unalias(argument);
  if (is_shape(argument)) return argument;
  const types::Type* under = types::underlying(argument);
  if (under->kind() == types::TypeKind::Interface && has_shape(argument) && types::is_a<types::Named>(argument) != nullptr) return argument;
  bool basic = !types::type_set_of(param->bound()).is_constraint_only();
  if (basic && under->kind() == types::TypeKind::Pointer) under = types_.pointer_to(types_.basic(types::BasicKind::Uint8));
  std::string text(kPrefix);
  text += TypeText(types_, nullptr).link(under);
  const types::Named*& shape = by_text_[text];
  if (shape == nullptr) {
    auto* name = types_.make<types::TypeName>(Pos(), nullptr, types_.interner().intern(text));
    auto* named = types_.make<types::Named>(name);
    name->type = named;
    named->resolved = under;
    named->store = &types_;
    named->methods_expanded = true;
    shape = named;
  }
  return shape;
}

}  // namespace govm::inl
