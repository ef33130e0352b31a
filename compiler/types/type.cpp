// Underlying types and methods of defined types, which are found when they are first asked for.
#include "compiler/types/type.h"

#include <algorithm>
#include <utility>

#include "compiler/types/object.h"
#include "compiler/types/scope.h"
#include "compiler/types/store.h"
#include "compiler/types/subst.h"

namespace govm::types {

const Type* unalias(const Type* type) {
  while (type != nullptr && type->kind() == TypeKind::Alias) type = static_cast<const Alias*>(type)->target;
  return type;
}

const Type* underlying(const Type* type) {
  type = unalias(type);
  if (type == nullptr) return nullptr;
  switch (type->kind()) {
    case TypeKind::Named: return static_cast<const Named*>(type)->underlying();
    case TypeKind::TypeParam: return static_cast<const TypeParam*>(type)->bound();
    default: return type;
  }
}

const Type* Named::underlying() const {
  if (resolved == nullptr && declared != nullptr) {
    const Type* inside = declared->underlying();
    if (inside != nullptr && store != nullptr) resolved = substitute(*store, inside, {declared->enclosing_params, enclosing_args});
  }
  if (resolved == nullptr && origin != nullptr) {
    const Type* generic = origin->underlying();
    if (generic != nullptr && store != nullptr) {
      resolved = substitute(*store, generic, {origin->type_params, type_args});
    }
  }
  return resolved;
}

std::span<const Func* const> Named::methods() const {
  if (late_methods != nullptr) {
    std::exchange(late_methods, nullptr)->declare_methods(this);
    std::ranges::sort(method_list, {}, [](const Func* method) { return method->pos; });
  }
  if (origin != nullptr && !methods_expanded && store != nullptr) {
    methods_expanded = true;
    method_list.clear();
    for (const Func* declared : origin->methods()) {
      method_list.push_back(instantiate_method(*store, this, declared));
      // While the generic type's methods are still being collected this will be asked again.
      if (declared->type == nullptr) methods_expanded = false;
    }
  }
  return method_list;
}

std::span<const Func* const> Named::methods_for(Symbol name) const {
  if (late_methods == nullptr) return methods();
  late_methods->declare_method(this, name);
  return method_list;
}

const Func* Named::find_method(Symbol name, const Package* package) const {
  for (const Func* method : methods_for(name)) {
    if (method->name == name && (method->is_exported() || method->package == package)) return method;
  }
  return nullptr;
}

const Interface* TypeParam::bound() const { return as<Interface>(constraint); }

}  // namespace govm::types
