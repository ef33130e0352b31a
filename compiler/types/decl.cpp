// Declarations (spec: "Declarations and scope"): resolving an object when it is first mentioned.
#include "compiler/types/context.h"

namespace govm::types {
namespace {

// Saves and restores where the check is.
class EnvironmentScope {
 public:
  EnvironmentScope(Context& c, DeclInfo* decl, Scope* scope) : c_(c), saved_(c.env) {
    c.env = Environment();
    c.env.decl = decl;
    c.env.scope = scope;
  }
  ~EnvironmentScope() { c_.env = saved_; }

 private:
  Context& c_;
  Environment saved_;
};

void report_cycle(Context& c, const std::vector<Object*>& cycle) {
  // The message begins at the object that is declared first.
  size_t first = 0;
  for (size_t i = 1; i < cycle.size(); i++) {
    if (cycle[i]->pos < cycle[first]->pos) first = i;
  }
  Object* object = cycle[first];
  if (as_object<TypeName>(object)) {
    if (cycle.size() == 1) {
      auto& d = c.report(object->pos, diag::kInvalidRecursiveType, object->name.view());
      d.note(object->pos, std::string(object->name.view()) + " refers to " + std::string(object->name.view()));
      return;
    }
  }
  bool types = true;
  for (Object* o : cycle) types &= as_object<TypeName>(o) != nullptr;
  diag::Diagnostic& d = types ? c.report(object->pos, diag::kInvalidRecursiveType, object->name.view())
                              : c.report(object->pos, diag::kInitializationCycleOrReference, object->name.view());
  for (size_t i = 0; i < cycle.size(); i++) {
    Object* from = cycle[(first + i) % cycle.size()];
    Object* to = cycle[(first + i + 1) % cycle.size()];
    d.note(from->pos, std::string(from->name.view()) + " refers to " + std::string(to->name.view()));
  }
}

// Whether the way from the gray object back to itself is an invalid cycle; functions and at least one type
// definition on it make it valid.
bool is_valid_cycle(Context& c, Object* object) {
  std::vector<Object*> cycle;
  size_t at = c.path.size();
  while (at > 0 && c.path[at - 1] != object) at--;
  for (size_t i = at == 0 ? 0 : at - 1; i < c.path.size(); i++) cycle.push_back(c.path[i]);
  size_t values = 0, definitions = 0;
  for (Object* o : cycle) {
    if (as_object<Const>(o) || as_object<Var>(o)) values++;
    if (as_object<Func>(o)) return true;
    if (as_object<TypeName>(o)) {
      auto decl = c.decls.find(o);
      bool alias = decl != c.decls.end() && decl->second->type_decl && decl->second->type_decl->is_alias;
      definitions += !alias;
    }
  }
  if (values == cycle.size() && values != 0) {
    report_cycle(c, cycle);
    return false;
  }
  if (values == 0 && definitions > 0) return true;  // size cycles are found by check_type_cycles
  report_cycle(c, cycle);
  return false;
}

void declare_const(Context& c, Const* object, syntax::Expr* type_expr, syntax::Expr* init, bool inherited) {
  constant::Value iota = object->value;
  object->value = constant::Value();
  c.env.iota = &iota;
  if (type_expr) {
    const Type* type = check_type(c, type_expr);
    if (!is_constant_type(type)) {
      if (!is_invalid(type)) c.report(pos_of(type_expr), diag::kInvalidConstType, c.text(type));
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
  if (x && x.mode != Mode::Constant) {
    c.report(pos_of(x), diag::kNotConstant, c.text(x));
    x.mode = Mode::Invalid;
  }
  if (!x) {
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
  check_assignment(c, x, object->type, "variable declaration");
  if (!object->type) object->type = x ? x.type : c.invalid_type();
}

void collect_methods(Context& c, TypeName* object, Named* named) {
  auto found = c.methods.find(object);
  if (found == c.methods.end()) return;
  std::vector<Func*> methods = std::move(found->second);
  c.methods.erase(found);
  std::unordered_map<Symbol, Object*> seen;
  const Struct* structure = named ? as<Struct>(named) : nullptr;
  for (Func* method : methods) {
    if (!method->name.is_blank()) {
      if (auto [at, fresh] = seen.try_emplace(method->name, method); !fresh) {
        auto& d = c.report(method->pos, diag::kDuplicateMethod, object->name.view(), method->name.view(),
                           c.sink.sources().describe(at->second->pos));
        (void)d;
        continue;
      }
    }
    if (named) named->method_list.push_back(method);
  }
  if (structure) {
    c.put_off([&c, structure, object, seen] {
      for (const Var* field : structure->fields) {
        auto at = seen.find(field->name);
        if (at != seen.end() && !field->name.is_blank()) {
          auto& d = c.report(at->second->pos, diag::kFieldAndMethod, field->name.view());
          d.note(field->pos, "other declaration of " + std::string(field->name.view()));
        }
      }
      (void)object;
    });
  }
}

void declare_type(Context& c, TypeName* object, syntax::TypeDecl* decl) {
  if (decl->is_alias) {
    auto* alias = c.store.make<Alias>(object);
    object->type = alias;
    if (!decl->type_params.empty()) {
      Scope* saved = c.env.scope;
      c.env.scope = c.store.make_scope(saved);
      alias->type_params = declare_type_params(c, decl->type_params);
      alias->target = check_type(c, decl->type);
      c.env.scope = saved;
    } else {
      alias->target = check_type(c, decl->type);
    }
    if (!alias->target) alias->target = c.invalid_type();
    return;
  }
  auto* named = c.store.make<Named>(object);
  named->store = &c.store;
  object->type = named;
  Scope* saved = c.env.scope;
  if (!decl->type_params.empty()) {
    c.env.scope = c.store.make_scope(saved);
    named->type_params = declare_type_params(c, decl->type_params);
  }
  const Type* rhs = check_defined_type(c, decl->type, named);
  c.env.scope = saved;
  named->resolved = underlying(rhs);
  if (!named->resolved) {
    // The right side is itself being declared: it is complete when all is.
    c.put_off([&c, named, rhs] {
      if (!named->resolved) named->resolved = underlying(rhs);
      if (!named->resolved) named->resolved = c.invalid_type();
    });
  } else if (is_a<TypeParam>(rhs)) {
    c.report(pos_of(decl->type), diag::kTypeParamAsUnderlying);
    named->resolved = c.invalid_type();
  }
  collect_methods(c, object, named);
  c.put_off([&c, named] { check_type_cycles(c, named); });
}

void declare_func(Context& c, Func* object, DeclInfo* decl) {
  syntax::FuncDecl* func = decl->func_decl;
  Scope* scope = c.store.make_scope(c.env.scope);
  scope->is_function = true;
  decl->func_scope = scope;
  Signature* signature = check_signature(c, func->recv, func->type_params, func->type, scope, func);
  object->type = signature;
  if (func->recv && signature->recv) object->pointer_receiver = is_a<Pointer>(signature->recv->type) != nullptr;
  if (!func->has_body()) {
    if (c.options.require_bodies) c.report(func->name->pos, diag::kMissingFunctionBody);
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
  if (object->color == Object::Color::Black) return;
  if (object->color == Object::Color::Gray) {
    if (as_object<Func>(object)) {
      if (!is_valid_cycle(c, object)) object->type = c.invalid_type();
      return;
    }
    if (!is_valid_cycle(c, object) || !object->type) {
      if (!as_object<TypeName>(object) || !object->type) object->type = c.invalid_type();
    }
    return;
  }
  auto found = c.decls.find(object);
  if (found == c.decls.end()) return;
  DeclInfo* decl = found->second;
  object->color = Object::Color::Gray;
  c.path.push_back(object);
  {
    EnvironmentScope env(c, decl, decl->file_scope);
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
        if (!init && !(inherited && last == d)) {
          c.report(d->names[i]->pos, inherited ? diag::kMissingInitExprInherited : diag::kMissingInitExpr, d->names[i]->text());
        } else if (!init) {
          c.report(d->names[i]->pos, diag::kMissingInitExpr, d->names[i]->text());
        }
        Environment saved = c.env;
        declare_const(c, object, last->type, init, inherited);
        c.env = saved;
        objects.push_back(object);
      }
      if (last->values.size() > d->names.size()) {
        c.report(pos_of(last->values[d->names.size()]), diag::kExtraInitExpr);
      }
      for (size_t i = 0; i < objects.size(); i++) {
        declare(c, c.env.scope, objects[i], syntax::end_pos(d));
        if (d->names[i]->id >= c.info.objects.size()) c.info.objects.resize(d->names[i]->id + 64);
        c.info.objects[d->names[i]->id] = objects[i];
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
      if (d->type) {
        const Type* type = check_var_type(c, d->type);
        for (Var* var : objects) var->type = type;
      }
      if (!d->values.empty()) {
        init_declared_vars(c, objects, d->names, d->values);
      }
      for (Var* var : objects) {
        if (!var->type) var->type = c.invalid_type();
      }
      for (size_t i = 0; i < objects.size(); i++) {
        declare(c, c.env.scope, objects[i], syntax::end_pos(d));
        if (d->names[i]->id >= c.info.objects.size()) c.info.objects.resize(d->names[i]->id + 64);
        c.info.objects[d->names[i]->id] = objects[i];
      }
    } else if (auto* d = syntax::as<syntax::TypeDecl>(decl)) {
      auto* object = c.store.make<TypeName>(d->name->pos, c.package, d->name->symbol);
      object->is_local = true;
      // Spec: "The scope of a type identifier declared inside a function begins at the identifier in the TypeSpec".
      declare(c, c.env.scope, object, d->name->pos);
      if (d->name->id >= c.info.objects.size()) c.info.objects.resize(d->name->id + 64);
      c.info.objects[d->name->id] = object;
      object->color = Object::Color::Gray;
      c.path.push_back(object);
      declare_type(c, object, d);
      c.path.pop_back();
      object->color = Object::Color::Black;
    }
  }
}

}  // namespace govm::types
