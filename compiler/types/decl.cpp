// Declarations (spec: "Declarations and scope"): resolving an object when it is first mentioned.
#include <algorithm>

#include "compiler/types/context.h"
#include "compiler/types/cycles.h"

namespace govm::types {
namespace {

// Saves and restores where the check is.
class EnvironmentScope {
 public:
  EnvironmentScope(Context& c, DeclInfo* decl, Scope* scope) : c_(c), saved_(c.env) {
    c.env = Environment();
    c.env.decl = decl;
    c.env.scope = scope;
    c.env.version = c.version_of_scope[scope];
  }
  ~EnvironmentScope() { c_.env = saved_; }

 private:
  Context& c_;
  Environment saved_;
};

// Whether the way from an object that is being declared back to itself is allowed; reports it if not. Cycles of
// constants and variables alone are found when the order of initialisation is computed.
bool is_valid_cycle(Context& c, Object* object) {
  std::vector<const Object*> cycle = path_from(c, object);
  size_t values = 0, definitions = 0;
  for (const Object* o : cycle) {
    if (as_object<Const>(o) || as_object<Var>(o)) values++;
    auto* type = as_object<TypeName>(o);
    if (!type) continue;
    // A generic type may be used in its own list of type parameters.
    if (c.env.in_type_params && is_generic(type->type)) return true;
    definitions += !type->is_alias();
  }
  if (values == cycle.size()) return true;
  // Types alone need a definition among them: aliases of each other have no end.
  if (values == 0 && definitions > 0) return true;
  report_cycle(c, cycle, first_in_source(cycle));
  return false;
}

void declare_const(Context& c, Const* object, syntax::Expr* type_expr, syntax::Expr* init, bool inherited) {
  constant::Value iota = object->value;
  object->value = constant::Value();
  c.env.iota = &iota;
  if (type_expr) {
    const Type* type = check_type(c, type_expr);
    if (!is_constant_type(type)) {
      if (!is_invalid(underlying(type))) c.report(pos_of(type_expr), diag::kInvalidConstType, c.text(type));
      object->type = c.invalid_type();
      c.env.iota = nullptr;
      return;
    }
    object->type = type;
  }
  Operand x;
  if (init) {
    if (inherited) c.env.inherited_pos = object->pos;
    check_expr(c, x, init);
  }
  if (!x || is_invalid(x.type)) {
    if (!object->type) object->type = c.invalid_type();
  } else if (x.mode != Mode::Constant) {
    c.report(pos_of(x), diag::kNotConstant, c.text(x));
    if (!object->type) object->type = c.invalid_type();
  } else {
    if (!object->type) object->type = x.type;
    check_assignment(c, x, object->type, "constant declaration");
    if (x) object->value = x.value;
  }
  c.env.iota = nullptr;
  c.env.inherited_pos = Pos();
}

void declare_var(Context& c, Var* object, DeclInfo* decl) {
  if (decl->type) object->type = check_var_type(c, decl->type);
  if (!decl->init) {
    if (!object->type) object->type = c.invalid_type();
    return;
  }
  if (decl->lhs.size() > 1) {
    // var a, b = f(): all get their types at once.
    if (object->type) {
      for (Var* other : decl->lhs) other->type = object->type;
    }
    for (Var* other : decl->lhs) other->color = Object::Color::Black;
    init_vars(c, decl->lhs, std::span(&decl->init, 1), nullptr);
    return;
  }
  Operand x;
  check_expr(c, x, decl->init, {object->type, object->name.view()});
  init_var(c, object, x, "variable declaration");
  if (!c.is_order_known) return;
  if (decl->has_late_step) {
    c.info.init_order[c.package].push_back({{object}, decl->init});
    object->left_out = c.info.is_init_order_settled;
  } else {
    c.info.late_initializers[object] = decl->init;
  }
}

// Spec: "For a base type, the non-blank names of methods bound to it must be unique", and "if the base type is a struct
// type, the non-blank method and field names must be distinct".
void collect_methods(Context& c, TypeName* object, Named* named) {
  if (object->parent == c.package->scope && !c.outlined.empty()) named->late_methods = &c.outlined;
  auto found = c.methods.find(object);
  if (found == c.methods.end()) return;
  std::vector<Func*> methods = std::move(found->second);
  c.methods.erase(found);
  std::unordered_map<Symbol, Object*> seen;
  for (Func* method : methods) {
    auto [at, fresh] = seen.try_emplace(method->name, method);
    if (fresh) {
      named->method_list.push_back(method);
    } else {
      c.report(method->pos, diag::kDuplicateMethod, object->name.view(), method->name.view(), c.sink.sources().describe(at->second->pos));
    }
  }
  c.put_off([&c, named, seen] {
    auto* structure = as<Struct>(named);
    if (!structure) return;
    for (const Var* field : structure->fields) {
      auto at = seen.find(field->name);
      if (at == seen.end() || field->name.is_blank()) continue;
      c.report(at->second->pos, diag::kFieldAndMethod, field->name.view()).note(field->pos, "other declaration of " + field->name.str());
    }
  });
}

bool is_imported_constraint(Context& c, const Type* type) {
  auto* named = is_a<Named>(type);
  if (!named || named->object->package == c.package || named->object->package == nullptr) return false;
  auto* interface = as<Interface>(named);
  return interface && type_set_of(interface).is_constraint_only();
}

void declare_alias(Context& c, TypeName* object, syntax::TypeDecl* decl) {
  bool generic = !decl->type_params.empty();
  if (!generic || c.require_version(pos_of(decl->type_params[0]), 23, "generic type alias")) {
    c.require_version(pos_of(decl), 9, "type alias");
  }
  auto* alias = c.store.make<Alias>(object);
  object->type = alias;
  Scope* saved = c.env.scope;
  if (generic) {
    c.env.scope = c.store.make_scope(saved);
    declare_type_params(c, decl->type_params, alias->type_params);
  }
  alias->target = check_type(c, decl->type);
  c.env.scope = saved;
  if (!alias->target) alias->target = c.invalid_type();
  // Spec: "In an alias declaration the given type cannot be a type parameter declared in the same declaration."
  if (auto* param = is_a<TypeParam>(alias->target); param && std::ranges::find(alias->type_params, param) != alias->type_params.end()) {
    c.report(pos_of(decl->type), diag::kTypeParamAsAliased);
    alias->target = c.invalid_type();
  }
}

void declare_type(Context& c, TypeName* object, syntax::TypeDecl* decl) {
  if (decl->is_alias) return declare_alias(c, object, decl);
  if (!decl->type_params.empty()) c.require_version(pos_of(decl->type_params[0]), 18, "type parameter");
  auto* named = c.store.make<Named>(object);
  named->store = &c.store;
  object->type = named;
  if (object->is_local) {
    c.package->local_types.push_back(object->pos);
    if (const Signature* signature = c.env.decl != nullptr ? c.env.decl->signature : nullptr) {
      named->enclosing_params = signature->recv_type_params;
      named->enclosing_params.insert(named->enclosing_params.end(), signature->type_params.begin(), signature->type_params.end());
    }
  }
  c.put_off([&c, named, decl] {
    check_type_cycles(c, named);
    if (is_imported_constraint(c, named->rhs)) {
      c.require_version(pos_of(decl->type), 18, "using type constraint " + c.text(named->rhs));
    }
  });
  Scope* saved = c.env.scope;
  if (!decl->type_params.empty()) {
    c.env.scope = c.store.make_scope(saved);
    declare_type_params(c, decl->type_params, named->type_params);
  }
  const Type* rhs = check_defined_type(c, decl->type, named);
  c.env.scope = saved;
  // Spec: "In a type definition the given type cannot be a type parameter."
  if (is_type_param(rhs)) {
    c.report(pos_of(decl->type), diag::kTypeParamAsUnderlying);
    rhs = c.invalid_type();
  }
  named->rhs = rhs;
  named->resolved = underlying(rhs);
  if (!named->resolved) {
    // The right side is itself being declared: it is complete when all is.
    c.put_off([&c, named, rhs] {
      if (!named->resolved) named->resolved = underlying(rhs);
      if (!named->resolved) named->resolved = c.invalid_type();
    });
  }
  collect_methods(c, object, named);
}

void declare_func(Context& c, Func* object, DeclInfo* decl) {
  syntax::FuncDecl* func = decl->func_decl;
  Scope* scope = c.store.make_scope(c.env.scope);
  scope->is_function = true;
  decl->func_scope = scope;
  auto* signature = c.store.make<Signature>();
  object->type = signature;  // in a cycle it is there, empty
  check_signature(c, signature, func->recv, func->type_params, func->type, scope, func);
  decl->signature = signature;
  c.functions.emplace_back(func, signature);
  if (func->recv && signature->recv) object->pointer_receiver = is_a<Pointer>(signature->recv->type) != nullptr;
  if (!func->has_body()) {
    if (!func->type_params.empty()) c.report(pos_of(func), diag::kMissingGenericBody);
    return;
  }
  if (c.options.bodies) c.put_off([&c, object, decl] { check_declared_body(c, object, decl); });
}

}  // namespace

void declare(Context& c, Scope* scope, Object* object, Pos scope_start) {
  // Spec: "The blank identifier … does not introduce a binding".
  if (!object->name.is_blank()) {
    if (Object* other = scope->insert(object)) {
      auto& d = c.report(object->pos, diag::kRedeclared, object->name.view());
      d.note(other->pos, "other declaration of " + std::string(object->name.view()));
      return;
    }
  }
  object->scope_start = scope_start;
}

void declare_object(Context& c, Object* object) {
  if (object->package != c.package) return object->need();
  if (object->color == Object::Color::Black) return;
  if (object->color == Object::Color::Gray) {
    bool valid = is_valid_cycle(c, object);
    if (as_object<Func>(object)) return;
    if (!valid || !object->type) object->type = c.invalid_type();
    return;
  }
  if (object->type) return;  // a direct cycle, reported
  auto found = c.decls.find(object);
  if (found == c.decls.end()) return;
  DeclInfo* decl = found->second;
  object->color = Object::Color::Gray;
  c.path.push_back(object);
  size_t first_check = c.later.size();
  bool is_type = as_object<TypeName>(object) || as_object<Func>(object);
  c.open_types += is_type;
  {
    EnvironmentScope env(c, as_object<Const>(object) || as_object<Var>(object) ? decl : nullptr, decl->file_scope);
    if (auto* constant = as_object<Const>(object)) {
      declare_const(c, constant, decl->type, decl->init, decl->inherited);
    } else if (auto* var = as_object<Var>(object)) {
      declare_var(c, var, decl);
    } else if (auto* type = as_object<TypeName>(object)) {
      declare_type(c, type, decl->type_decl);
    } else if (auto* func = as_object<Func>(object)) {
      declare_func(c, func, decl);
    }
  }
  c.path.pop_back();
  object->color = Object::Color::Black;
  c.open_types -= is_type;
  // What a late declaration was needed for goes on with complete types.
  if (c.package->late != nullptr && is_type && c.open_types == 0) c.process_put_off(first_check);
}

void declare_statement(Context& c, const std::vector<syntax::Decl*>& decls) {
  const syntax::ConstDecl* last = nullptr;
  const syntax::Group* group = nullptr;
  int64_t iota = 0;
  for (syntax::Decl* decl : decls) {
    if (auto* d = syntax::as<syntax::ConstDecl>(decl)) {
      if (!d->group || d->group != group) {
        iota = 0;
        last = nullptr;
      }
      group = d->group;
      bool inherited = d->type == nullptr && d->values.empty();
      if (!inherited || !last) last = d;
      std::vector<Const*> objects;
      for (size_t i = 0; i < d->names.size(); i++) {
        auto* object = c.store.make<Const>(d->names[i]->pos, c.package, d->names[i]->symbol);
        object->value = constant::Value::from_int64(iota);
        syntax::Expr* init = i < last->values.size() ? last->values[i] : nullptr;
        object->color = Object::Color::Black;
        Environment saved = c.env;
        declare_const(c, object, last->type, init, inherited);
        c.env = saved;
        objects.push_back(object);
      }
      check_value_count(c, d->pos, d->names, last->values, true, inherited && last != d);
      for (size_t i = 0; i < objects.size(); i++) {
        declare(c, c.env.scope, objects[i], syntax::end_pos(d));
        c.info.define(d->names[i], objects[i]);
      }
      iota++;
    } else if (auto* d = syntax::as<syntax::VarDecl>(decl)) {
      std::vector<Var*> objects;
      for (syntax::Name* name : d->names) {
        Var* var = c.store.make_var(name->pos, c.package, name->symbol, nullptr, VarKind::Local);
        var->function = c.env.function;
        var->color = Object::Color::Black;
        objects.push_back(var);
        c.local_vars.push_back(var);
      }
      c.env.declared = d->names[0]->pos;
      if (d->type) {
        const Type* type = check_var_type(c, d->type);
        for (Var* var : objects) var->type = type;
      }
      if (!d->values.empty()) {
        init_declared_vars(c, objects, d->names, d->values);
      }
      c.env.declared = Pos();
      for (Var* var : objects) {
        if (!var->type) var->type = c.invalid_type();
      }
      for (size_t i = 0; i < objects.size(); i++) {
        declare(c, c.env.scope, objects[i], syntax::end_pos(d));
        c.info.define(d->names[i], objects[i]);
      }
    } else if (auto* d = syntax::as<syntax::TypeDecl>(decl)) {
      auto* object = c.store.make<TypeName>(d->name->pos, c.package, d->name->symbol);
      object->is_local = true;
      // Spec: "The scope of a type identifier declared inside a function begins at the identifier in the TypeSpec".
      declare(c, c.env.scope, object, d->name->pos);
      c.info.define(d->name, object);
      object->color = Object::Color::Gray;
      c.path.push_back(object);
      c.env.declared = d->name->pos;
      declare_type(c, object, d);
      c.env.declared = Pos();
      c.path.pop_back();
      object->color = Object::Color::Black;
    }
  }
}

}  // namespace govm::types
