// Making and recognising shapes.
#include "compiler/inline/shape.h"

#include "compiler/types/relations.h"
#include "compiler/types/type_set.h"

namespace govm::inl {
namespace {

constexpr std::string_view kPrefix = "go.shape.";

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
      for (const types::Type* argument : static_cast<const types::Named*>(type)->type_args) {
        if (has_shape(argument)) return true;
      }
      return false;
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
