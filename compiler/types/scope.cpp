// Look-up and insertion of names; large scopes have an index.
#include "compiler/types/scope.h"

namespace govm::types {

namespace {
/// So many names are found faster one after the other.
constexpr size_t kFew = 8;
}  // namespace

Object* Scope::lookup(Symbol name) const {
  Object* object = find(name);
  if (object != nullptr || late == nullptr) return object;
  late->declare(name);
  return find(name);
}

const std::vector<Object*>& Scope::objects() const {
  if (late != nullptr) late->declare_all();
  return order_;
}

Object* Scope::find(Symbol name) const {
  if (order_.size() <= kFew) {
    for (Object* object : order_) {
      if (object->name == name) return object;
    }
    return nullptr;
  }
  auto found = names_.find(name);
  return found != names_.end() ? found->second : nullptr;
}

const Object* Scope::lookup_ignoring_case(std::string_view name) const {
  for (const Object* object : objects()) {
    if (object->is_exported() && equal_fold(object->name.view(), name)) return object;
  }
  return nullptr;
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
  if (Object* other = find(object->name)) return other;
  order_.push_back(object);
  if (order_.size() == kFew + 1) {
    for (Object* known : order_) names_.emplace(known->name, known);
  } else if (order_.size() > kFew) {
    names_.emplace(object->name, object);
  }
  if (object->parent == nullptr) object->parent = this;
  return nullptr;
}

}  // namespace govm::types
