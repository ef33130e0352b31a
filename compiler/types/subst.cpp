// Substitution and instantiation (spec: "Instantiations").
#include "compiler/types/subst.h"

#include <algorithm>

#include "compiler/types/object.h"
#include "compiler/types/store.h"

namespace govm::types {
namespace {

/// Rebuilds a type with parameters replaced. What contains none of them stays the same pointer.
class Substituter {
 public:
  Substituter(TypeStore& store, const Substitution& substitution) : store_(store), map_(substitution) {}

  const Type* replace(const Type* type) {
    if (type == nullptr) return nullptr;
    switch (type->kind()) {
      case TypeKind::Basic: return type;
      case TypeKind::TypeParam: return map_(static_cast<const TypeParam*>(type));
      case TypeKind::Array: {
        const auto* array = static_cast<const Array*>(type);
        const Type* elem = replace(array->elem);
        return elem == array->elem ? type : store_.array_of(elem, array->length);
      }
      case TypeKind::Slice: {
        const Type* elem = replace(static_cast<const Slice*>(type)->elem);
        return elem == static_cast<const Slice*>(type)->elem ? type : store_.slice_of(elem);
      }
      case TypeKind::Pointer: {
        const Type* elem = replace(static_cast<const Pointer*>(type)->elem);
        return elem == static_cast<const Pointer*>(type)->elem ? type : store_.pointer_to(elem);
      }
      case TypeKind::Chan: {
        const auto* chan = static_cast<const Chan*>(type);
        const Type* elem = replace(chan->elem);
        return elem == chan->elem ? type : store_.chan_of(chan->dir, elem);
      }
      case TypeKind::Map: {
        const auto* map = static_cast<const Map*>(type);
        const Type* key = replace(map->key);
        const Type* elem = replace(map->elem);
        return key == map->key && elem == map->elem ? type : store_.map_of(key, elem);
      }
      case TypeKind::Tuple: {
        std::vector<const Var*> vars;
        return replace_vars(static_cast<const Tuple*>(type)->vars, vars) ? store_.tuple_of(std::move(vars)) : type;
      }
      case TypeKind::Struct: {
        const auto* old = static_cast<const Struct*>(type);
        std::vector<const Var*> fields;
        return replace_vars(old->fields, fields) ? store_.make<Struct>(std::move(fields), old->tags) : type;
      }
      case TypeKind::Signature: return replace_signature(static_cast<const Signature*>(type));
      case TypeKind::Union: {
        const auto* old = static_cast<const Union*>(type);
        std::vector<Union::Term> terms = old->terms;
        bool changed = false;
        for (Union::Term& term : terms) changed |= replace_in(term.type);
        return changed ? store_.make<Union>(std::move(terms)) : type;
      }
      case TypeKind::Interface: return replace_interface(static_cast<const Interface*>(type));
      case TypeKind::Named: {
        const auto* named = static_cast<const Named*>(type);
        const Named* base = local_instance(named->origin != nullptr ? named->origin : named);
        if (named->origin == nullptr) return base;
        std::vector<const Type*> args = named->type_args;
        return replace_all(args) || base != named->origin ? instantiate(store_, base, args) : type;
      }
      case TypeKind::Alias: {
        const auto* alias = static_cast<const Alias*>(type);
        const Type* target = replace(alias->target);
        if (target == alias->target) return type;
        Alias* copy = store_.make<Alias>(alias->object);
        copy->target = target;
        copy->origin = alias->origin;
        copy->type_args = alias->type_args;
        replace_all(copy->type_args);
        return copy;
      }
    }
    return type;
  }

  /// A type declared inside a generic function is another one for other type arguments of the function.
  const Named* local_instance(const Named* named) {
    const Named* declared = named->declaration();
    if (declared->enclosing_params.empty()) return named;
    std::vector<const Type*> args = named->enclosing_args;
    if (named == declared) args.assign(declared->enclosing_params.begin(), declared->enclosing_params.end());
    return replace_all(args) ? store_.local_instance_of(declared, args) : named;
  }

  const Signature* replace_signature(const Signature* old) {
    std::vector<const Var*> params, results;
    bool changed_params = replace_vars(old->params, params);
    bool changed_results = replace_vars(old->results, results);
    if (!changed_params && !changed_results) return old;
    Signature* signature = store_.make<Signature>();
    signature->recv = old->recv;
    signature->type_params = old->type_params;
    signature->recv_type_params = old->recv_type_params;
    signature->params = std::move(params);
    signature->results = std::move(results);
    signature->variadic = old->variadic;
    return signature;
  }

 private:
  /// Replaces in place; whether anything changed.
  bool replace_in(const Type*& type) {
    const Type* replaced = replace(type);
    bool changed = replaced != type;
    type = replaced;
    return changed;
  }

  bool replace_all(std::vector<const Type*>& types) {
    bool changed = false;
    for (const Type*& type : types) changed |= replace_in(type);
    return changed;
  }

  bool replace_vars(const std::vector<const Var*>& old, std::vector<const Var*>& vars) {
    bool changed = false;
    vars = old;
    for (const Var*& var : vars) {
      const Type* type = replace(var->type);
      if (type == var->type) continue;
      changed = true;
      Var* copy = store_.make_var(var->pos, var->package, var->name, type, var->var_kind);
      copy->embedded = var->embedded;
      copy->field_index = var->field_index;
      copy->function = var->function;
      copy->origin = var->origin != nullptr ? var->origin : var;
      var = copy;
    }
    return changed;
  }

  const Type* replace_interface(const Interface* old) {
    bool changed = false;
    std::vector<const Func*> methods = old->methods;
    for (const Func*& method : methods) {
      if (method->signature() == nullptr) continue;
      const Signature* signature = replace_signature(method->signature());
      if (signature == method->signature()) continue;
      changed = true;
      Func* copy = store_.make_func(method->pos, method->package, method->name);
      copy->type = signature;
      copy->color = method->color;
      copy->origin = method->origin != nullptr ? method->origin : method;
      method = copy;
    }
    std::vector<const Type*> embedded = old->embedded;
    changed |= replace_all(embedded);
    if (!changed) return old;
    Interface* interface = store_.make<Interface>();
    interface->methods = std::move(methods);
    interface->embedded = std::move(embedded);
    interface->embedded_pos = old->embedded_pos;
    interface->implicit = old->implicit;
    return interface;
  }

  TypeStore& store_;
  const Substitution& map_;
};

}  // namespace

const Type* Substitution::operator()(const TypeParam* param) const {
  for (size_t i = 0; i < params.size() && i < args.size(); ++i) {
    if (params[i] == param) return args[i];
  }
  return param;
}

const Type* substitute(TypeStore& store, const Type* type, const Substitution& substitution) {
  if (substitution.empty()) return type;
  return Substituter(store, substitution).replace(type);
}

const Type* instantiate(TypeStore& store, const Named* generic, std::span<const Type* const> args) {
  return store.instance_of(generic, args);
}

const Type* instantiate(TypeStore& store, const Alias* generic, std::span<const Type* const> args) {
  auto* alias = store.make<Alias>(generic->object);
  alias->origin = generic;
  alias->type_params = generic->type_params;
  alias->type_args.assign(args.begin(), args.end());
  alias->target = substitute(store, generic->target, {generic->type_params, args});
  return alias;
}

Signature* instantiate(TypeStore& store, const Signature* generic, std::span<const Type* const> args) {
  Substitution substitution{generic->type_params, args};
  const Signature* replaced = Substituter(store, substitution).replace_signature(generic);
  // The result is not generic, even where no parameter mentions a type parameter.
  Signature* instance = store.make<Signature>();
  instance->recv = replaced->recv;
  instance->recv_type_params = replaced->recv_type_params;
  instance->params = replaced->params;
  instance->results = replaced->results;
  instance->variadic = replaced->variadic;
  return instance;
}

const Func* instantiate_method(TypeStore& store, const Named* instance, const Func* method) {
  Func* copy = store.make_func(method->pos, method->package, method->name);
  copy->decl = method->decl;
  copy->origin = method;
  copy->pointer_receiver = method->pointer_receiver;
  const Signature* generic = method->signature();
  copy->color = method->color;
  copy->type = generic;
  if (generic == nullptr) return copy;
  // A generic method has type parameters of its own, whose constraints may mention the receiver's.
  std::vector<const TypeParam*> params = generic->recv_type_params;
  std::vector<const Type*> args = instance->type_args;
  Signature* signature = store.make<Signature>();
  for (const TypeParam* param : generic->type_params) {
    params.push_back(param);
    signature->type_params.push_back(store.make<TypeParam>(param->object, param->index));
    args.push_back(signature->type_params.back());
  }
  Substitution substitution{params, args};
  for (size_t i = 0; i < generic->type_params.size(); ++i) {
    signature->type_params[i]->constraint = Substituter(store, substitution).replace(generic->type_params[i]->constraint);
  }
  const Signature* replaced = Substituter(store, substitution).replace_signature(generic);
  signature->params = replaced->params;
  signature->results = replaced->results;
  signature->variadic = replaced->variadic;
  if (generic->recv != nullptr) {
    const Type* receiver = instance;
    if (method->pointer_receiver) receiver = store.pointer_to(instance);
    Var* recv = store.make_var(generic->recv->pos, generic->recv->package, generic->recv->name, receiver, VarKind::Receiver);
    recv->function = generic->recv->function;
    recv->origin = generic->recv;
    signature->recv = recv;
  }
  copy->type = signature;
  return copy;
}

}  // namespace govm::types
