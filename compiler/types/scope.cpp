#include "compiler/types/scope.h"

namespace govm::types {

Object* Scope::lookup(Symbol name) const {
  auto found = names_.find(name);
  return found != names_.end() ? found->second : nullptr;
}

Object* Scope::lookup_parent(Symbol name, Pos pos, Scope** where) const {
  for (const Scope* scope = this; scope != nullptr; scope = scope->parent_) {
    Object* object = scope->lookup(name);
    if (object == nullptr || (pos && object->scope_start > pos)) continue;
    if (where != nullptr) *where = const_cast<Scope*>(scope);
    return object;
  }
  return nullptr;
}

Object* Scope::insert(Object* object) {
  auto [place, fresh] = names_.try_emplace(object->name, object);
  if (!fresh) return place->second;
  order_.push_back(object);
  if (object->parent == nullptr) object->parent = this;
  return nullptr;
}

}  // namespace govm::types
