// Reading: see reading.h.
#include "compiler/inline/reading.h"

#include "compiler/inline/lower.h"
#include "compiler/types/relations.h"
#include "compiler/types/type_set.h"

namespace govm::inl {

using types::as_object;

void Reading::begin(const types::Package* home) {
  home_ = home;
  in_foreign_ = false;
  seen_.clear();
  named_.clear();
  objects_.clear();
  dictionaries_.clear();
  waiting_.clear();
  types_.clear();
  foreign_.clear();
}

void Reading::declaration(const types::Info& info, const syntax::Decl* decl) {
  const auto names = [&](std::span<syntax::Name* const> all) {
    for (const syntax::Name* name : all) {
      if (const types::Object* declared = info.object_of(name)) object(declared);
    }
  };
  switch (decl->kind) {
    case syntax::NodeKind::ConstDecl: return names(syntax::cast<syntax::ConstDecl>(decl)->names);
    case syntax::NodeKind::VarDecl: return names(syntax::cast<syntax::VarDecl>(decl)->names);
    case syntax::NodeKind::FuncDecl: {
      const auto* declared = syntax::cast<syntax::FuncDecl>(decl);
      const auto* func = declared->name != nullptr ? as_object<types::Func>(info.object_of(declared->name)) : nullptr;
      if (func == nullptr || func->name.view() == "_" || !func->signature()->all_type_params().empty()) return;
      const types::Var* recv = func->signature()->recv;
      if (recv == nullptr) return object(func);
      return type(types::pointed_to(recv->type));
    }
    case syntax::NodeKind::TypeDecl: {
      const auto* declared = syntax::cast<syntax::TypeDecl>(decl);
      const auto* name = as_object<types::TypeName>(info.object_of(declared->name));
      if (name == nullptr || !declared->type_params.empty() || name->name.view() == "_") return;
      const auto* interface = types::as<types::Interface>(name->type);
      if (interface != nullptr && types::type_set_of(interface).is_constraint_only()) return;
      return type(name->type);
    }
    default: return;
  }
}

void Reading::object(const types::Object* object) {
  if (home_ == nullptr || object->package == nullptr || !objects_.insert(object).second) return;
  const bool was_foreign = std::exchange(in_foreign_, in_foreign_ || object->package != home_);
  if (const auto* func = as_object<types::Func>(object)) {
    signature(func->signature(), {});
    if (object->package == home_ && func->signature()->recv == nullptr) session_.mention(session_.function_of(func));
  } else {
    type(object->type);
  }
  in_foreign_ = was_foreign;
}

void Reading::signature(const types::Signature* signature, const types::Substitution& substitution) {
  if (home_ == nullptr) return;
  const auto read = [&](const std::vector<const types::Var*>& vars) {
    for (const types::Var* var : vars) {
      type(substitution.params.empty() ? var->type
                                       : session_.shapes().normal(types::substitute(session_.types(), var->type, substitution)));
    }
  };
  if (signature->recv != nullptr && !signature->type_params.empty()) read({signature->recv});
  read(signature->params);
  read(signature->results);
}

void Reading::type(const types::Type* type) {
  if (home_ == nullptr || type == nullptr || seen_.contains(type)) return;
  if (type->kind() == types::TypeKind::Alias) {
    const types::Object* name = static_cast<const types::Alias*>(type)->object;
    const bool was_foreign = std::exchange(in_foreign_, in_foreign_ || (name->package != nullptr && name->package != home_));
    this->type(types::unalias(type));
    in_foreign_ = was_foreign;
    return;
  }
  type = session_.shapes().normal(type);
  if (seen_.contains(type)) return;
  if (types::is_a<types::Tuple>(type) != nullptr || types::is_a<types::Basic>(type) != nullptr || types::is_parameterized(type)) return;
  if (const auto* defined = types::is_a<types::Named>(type)) {
    for (const types::Type* argument : defined->type_args) this->type(argument);
    named(defined);
  } else {
    parts(type);
  }
  seen_.insert(type);
  if (type->kind() == types::TypeKind::Pointer || unfinished_.contains(type)) return;
  if (in_foreign_) foreign_.insert(type);
  types_.push_back(type);
}

// What a type is made of.
void Reading::parts(const types::Type* whole) {
  switch (whole->kind()) {
    case types::TypeKind::Pointer: return type(static_cast<const types::Pointer*>(whole)->elem);
    case types::TypeKind::Slice: return type(static_cast<const types::Slice*>(whole)->elem);
    case types::TypeKind::Array: return type(static_cast<const types::Array*>(whole)->elem);
    case types::TypeKind::Chan: return type(static_cast<const types::Chan*>(whole)->elem);
    case types::TypeKind::Map: type(static_cast<const types::Map*>(whole)->key); return type(static_cast<const types::Map*>(whole)->elem);
    case types::TypeKind::Struct:
      for (const types::Var* field : static_cast<const types::Struct*>(whole)->fields) type(field->type);
      return;
    case types::TypeKind::Signature: return signature(static_cast<const types::Signature*>(whole), {});
    case types::TypeKind::Interface: {
      const auto* interface = static_cast<const types::Interface*>(whole);
      for (const types::Func* method : interface->methods) signature(method->signature(), {});
      for (const types::Type* embedded : interface->embedded) type(embedded);
      return;
    }
    default: return;
  }
}

// The declaration of a defined type, its methods with it.
void Reading::named(const types::Named* named) {
  const types::Package* package = named->object->package;
  if (package == nullptr || package->is_std || !named_.insert(named).second) return;
  const bool is_instance = named->origin != nullptr;
  const bool is_shaped = Shapes::has_shape(named);
  const bool was_foreign = std::exchange(in_foreign_, !is_instance && (in_foreign_ || package != home_));
  unfinished_.insert(named);
  parts(types::underlying(named));
  unfinished_.erase(named);
  if (is_instance && !is_shaped) later({named->object, named->type_args});
  const types::Named* declared = is_instance ? named->origin : named;
  for (const types::Func* method : declared->methods()) {
    const types::Signature* of_method = method->signature();
    if (!of_method->type_params.empty()) continue;
    // Each method of a generic type names the type with parameters of its own.
    if (is_instance) {
      types_.push_back(named);
    } else {
      type(named);
    }
    const std::vector<const types::TypeParam*> params = of_method->all_type_params();
    signature(of_method, {params, named->type_args});
    if (is_shaped) {
      session_.function_of(method, named->type_args);
    } else if (is_instance) {
      session_.mention_wrapper(method, named->type_args);
    } else if (package == home_) {
      session_.mention(session_.function_of(method));
    }
  }
  if (!is_shaped) {
    if (in_foreign_) foreign_.insert(named);
    types_.push_back(named);
  }
  in_foreign_ = was_foreign;
}

bool Reading::owner_of(const types::Func* method, std::span<const types::Type* const> args) {
  const types::Signature* of_method = method->signature();
  if (home_ == nullptr || of_method->recv == nullptr || !of_method->type_params.empty()) return false;
  const auto* owner = types::is_a<types::Named>(types::pointed_to(of_method->recv->type));
  if (owner == nullptr) return false;
  if (owner->origin != nullptr) owner = owner->origin;
  const types::Named* instance = session_.types().instance_of(owner, args);
  if (named_.contains(instance)) return false;
  named(instance);
  return true;
}

void Reading::dictionary(Dictionary::Instance instance) {
  if (home_ == nullptr || instance.object->package->is_std || !dictionaries_.insert(instance).second) return;
  const Dictionary& held = session_.dictionaries().of(instance.object);
  const auto for_parts = [&](auto&& read) {
    for (const Dictionary::Part& part : held.parts) {
      if (part.params.size() == instance.args.size()) read(part, types::Substitution{part.params, instance.args});
    }
  };
  for_parts([&](const Dictionary::Part& part, const types::Substitution& substitution) {
    for (const Dictionary::Instance& used : part.instances) {
      Dictionary::Instance other{used.object, {}};
      for (const types::Type* arg : used.args) {
        other.args.push_back(types::substitute(session_.types(), arg, substitution));
        type(other.args.back());
      }
      dictionary(std::move(other));
    }
  });
  for_parts([&](const Dictionary::Part& part, const types::Substitution& substitution) {
    for (const types::Type* one : part.types) type(types::substitute(session_.types(), one, substitution));
  });
}

void Reading::finish() {
  while (!waiting_.empty()) {
    const Dictionary::Instance instance = std::move(waiting_.back());
    waiting_.pop_back();
    if (const auto* func = as_object<types::Func>(instance.object)) {
      session_.function_of(func, instance.args);
      continue;
    }
    const auto* declared = types::is_a<types::Named>(instance.object->type);
    std::vector<const types::Type*> shapes;
    for (size_t i = 0; i < instance.args.size(); ++i) shapes.push_back(session_.shapes().of(instance.args[i], declared->type_params[i]));
    named(session_.types().instance_of(declared, shapes));
  }
}

}  // namespace govm::inl
