// Which wrappers a package needs.
#include "compiler/inline/method_wrappers.h"

#include <algorithm>

#include "compiler/types/relations.h"

namespace govm::inl {

// What another package declares, it has wrapped; a type literal or an instance may be seen here first.
bool MethodWrappers::is_made_here(const types::Type* type) const {
  const auto* named = types::is_a<types::Named>(type);
  if (named == nullptr && types::is_a<types::Struct>(type) == nullptr && types::is_a<types::Interface>(type) == nullptr) return false;
  return named == nullptr || named->origin != nullptr || Shapes::is_shape(named) || named->object->package == home_;
}

// "T.m", "(*T).m"; a method that is not exported has its package's name where the receiver is of another one.
std::string MethodWrappers::name(const types::Type* receiver, const types::Func* method) const {
  const auto* pointer = types::is_a<types::Pointer>(receiver);
  const auto* named = types::is_a<types::Named>(pointer != nullptr ? pointer->elem : receiver);
  std::string text;
  if (Shapes::is_shape(named)) {
    text = text_.link(types::underlying(named));
  } else if (named != nullptr) {
    text = std::string(named->object->name.view()) + text_.arguments(named->type_args);
  } else {
    text = text_.link(types::pointed_to(receiver));
  }
  if (pointer != nullptr) text = "(*" + text + ")";
  const types::Package* owner = named != nullptr ? named->object->package : nullptr;
  if (!method->is_exported() && method->package != owner) text += "." + method->package->path;
  return text + "." + std::string(method->name.view());
}

void MethodWrappers::make(std::vector<Function*>& functions) {
  functions_ = &functions;
  std::unordered_set<const types::Type*> seen;
  const std::vector<const types::Type*> all = session_.reading().types();
  for (const types::Type* type : all) {
    if (session_.reading().is_foreign(type)) seen.insert(session_.types().canonical(type));
  }
  for (const types::Type* type : all) {
    if (seen.insert(session_.types().canonical(type)).second && is_made_here(type)) wrap(type);
  }
  for (MethodWrapper& wrapper : session_.take_method_values()) wrap_value(std::move(wrapper));
}

void MethodWrappers::wrap(const types::Type* type) {
  const bool is_interface = types::is_interface(type);
  const types::Type* pointer = is_interface ? type : session_.types().pointer_to(type);
  for (const types::MethodEntry& entry : types::method_set(pointer)) {
    const types::Func* method = entry.func;
    bool through_pointer = false;
    const types::Type* owner = type;
    for (const uint32_t index : entry.path) {
      owner = types::as<types::Struct>(types::pointed_to(owner))->fields[index]->type;
      through_pointer |= types::is_a<types::Pointer>(owner) != nullptr;
    }
    const bool in_interface = method->decl == nullptr;
    const bool is_promoted = !entry.path.empty();
    // Of the receiver itself, where that is not the method's own; then of the pointer to it.
    const bool has_value = is_interface || in_interface || !method->pointer_receiver || through_pointer;
    if (has_value && (is_promoted || in_interface)) finish({type, entry, false, false, name(type, method)});
    if (is_interface || (!is_promoted && !in_interface && method->pointer_receiver)) continue;
    finish({pointer, entry, false, is_promoted && (in_interface || method->pointer_receiver), name(pointer, method)});
  }
}

void MethodWrappers::wrap_value(MethodWrapper wrapper) {
  wrapper.name = name(wrapper.receiver, wrapper.method.func) + "-fm";
  if (values_.insert(wrapper.name).second) finish(wrapper);
}

void MethodWrappers::finish(const MethodWrapper& wrapper) {
  Function* function = session_.wrap_method(wrapper);
  // A method that can be inlined is called, not jumped to.
  if (wrapper.jumps && wrapper.method.func->decl != nullptr && can_be_inlined_(function->body.front()->x)) {
    MethodWrapper calling = wrapper;
    calling.jumps = false;
    function = session_.wrap_method(calling);
  }
  work_(function);
  // Inlined text may hold values of methods.
  const std::function<void(const Function*)> find_values = [&](const Function* one) {
    walk_tree(one->body, [&](const Node* node) {
      if (node->op != Op::MethodValue) return;
      const auto* method = types::as_object<types::Func>(node->object);
      wrap_value({node->x->type, {method, {}, false}, true});
    });
    for (const Function* literal : one->literals) find_values(literal);
  };
  find_values(function);
  functions_->push_back(function);
  add_literals(function, *functions_);
}

}  // namespace govm::inl
