// Spec: "Function types" and, for receivers, "Method declarations".
#include "compiler/types/type_expr.h"

namespace govm::types {
namespace {

// Parameters or results; `variadic` (null: not allowed) takes whether the last is ...T.
std::vector<const Var*> check_params(Context& c, std::span<syntax::Field*> list, VarKind kind, bool* variadic,
                                     const syntax::Node* function) {
  std::vector<const Var*> vars;
  const Type* shared = nullptr;
  syntax::Expr* shared_expr = nullptr;
  for (size_t i = 0; i < list.size(); i++) {
    syntax::Field* field = list[i];
    if (field->type != shared_expr || !shared) {
      shared_expr = field->type;
      if (auto* dots = syntax::as<syntax::DotsType>(field->type); dots && variadic && i + 1 == list.size()) {
        *variadic = true;
        shared = c.store.slice_of(check_var_type(c, dots->elem));
        Operand x;
        x.mode = Mode::TypeExpr;
        x.type = shared;
        x.expr = dots;
        record(c, x);
      } else {
        shared = check_var_type(c, field->type);
      }
    }
    Symbol name = field->name ? field->name->symbol : Symbol();
    Var* var = c.store.make_var(field->name ? field->name->pos : pos_of(field->type), c.package, name, shared, kind);
    var->field_index = static_cast<uint32_t>(i);
    var->function = function;
    var->used = true;
    var->color = Object::Color::Black;
    if (field->name) {
      c.info.define(field->name, var);
    }
    c.info.implicits[field] = var;
    vars.push_back(var);
  }
  return vars;
}

// Spec: the receiver base type "must not be a pointer or interface type and it must be declared in the same package as the
// method."
void check_receiver(Context& c, const Var* recv, Pos pos) {
  c.put_off([&c, recv, pos] {
    const Type* base = recv->type;
    if (auto* p = is_a<Pointer>(base)) base = p->elem;
    const Type* plain = unalias(base);
    if (is_invalid(plain)) return;
    if (auto* named = is_a<Named>(plain)) {
      const Type* under = underlying(named);
      auto* basic = as<Basic>(under);
      if (named->object->package != c.package) {
        c.report(pos, diag::kNonLocalReceiver, c.text(base));
      } else if (basic && basic->basic() == BasicKind::UnsafePointer) {
        c.report(pos, diag::kUnsafePointerReceiver, c.text(base));
      } else if (under && (under->kind() == TypeKind::Pointer || under->kind() == TypeKind::Interface)) {
        c.report(pos, diag::kPointerOrInterfaceReceiver, c.text(base));
      }
    } else if (is_a<Basic>(plain)) {
      c.report(pos, diag::kNonLocalReceiver, c.text(base));
    } else {
      c.report(pos, diag::kInvalidReceiver, c.text(recv->type));
    }
  });
}

const Type* without_pointers(const Type* type) {
  while (type && type->kind() == TypeKind::Pointer) type = static_cast<const Pointer*>(type)->elem;
  return type;
}

// The type of a receiver without type parameters: "Defining new methods on instantiated types is not permitted", also
// through aliases.
const Type* plain_receiver_type(Context& c, syntax::Field* recv, syntax::Expr* base) {
  const Type* type = check_var_type(c, recv->type);
  for (const Type* at = without_pointers(type); at && at->kind() == TypeKind::Alias;) {
    at = without_pointers(static_cast<const Alias*>(at)->target);
    auto* named = at && at->kind() == TypeKind::Named ? static_cast<const Named*>(at) : nullptr;
    auto* alias = at && at->kind() == TypeKind::Alias ? static_cast<const Alias*>(at) : nullptr;
    if ((named && (!named->type_params.empty() || !named->type_args.empty())) || (alias && !alias->type_args.empty())) {
      c.report(pos_of(base), diag::kReceiverOfInstance, c.text(at));
      return c.invalid_type();
    }
  }
  return type;
}

// func (r *T[A, B]) m(): the receiver declares names for the parameters of its generic type.
const Type* generic_receiver_type(Context& c, Signature* signature, syntax::IndexExpr* index, bool pointer) {
  const Type* generic = check_instantiated_operand(c, index->x);
  const Named* named = nullptr;
  if (!is_invalid(generic) && !is_generic(generic)) {
    c.report(pos_of(index->x), diag::kReceiverNotGeneric, c.text(generic));
  } else if (generic->kind() == TypeKind::Alias) {
    if (!is_invalid(generic)) c.report(pos_of(index->x), diag::kReceiverOfGenericAlias, c.text(generic));
  } else if (!is_invalid(generic)) {
    named = is_a<Named>(generic);
  }
  std::vector<const Type*> args;
  for (size_t i = 0; i < index->indices.size(); i++) {
    auto* name = syntax::as<syntax::Name>(index->indices[i]);
    if (!name && !syntax::is<syntax::BadExpr>(index->indices[i])) {
      c.report(pos_of(index->indices[i]), diag::kReceiverParamNotName, c.text(index->indices[i]));
    }
    auto* object = c.store.make<TypeName>(index->indices[i]->pos, c.package, name ? name->symbol : c.intern("_"));
    auto* param = c.store.make<TypeParam>(object, static_cast<uint32_t>(i));
    param->constraint = c.store.empty_interface();
    object->type = param;
    object->color = Object::Color::Black;
    declare(c, c.env.scope, object, Pos());
    // A blank one has no scope, but the receiver's type mentions it.
    if (name) {
      c.info.define(name, object);
      Operand use;
      use.mode = Mode::TypeExpr;
      use.type = param;
      use.expr = name;
      record(c, use);
    }
    signature->recv_type_params.push_back(param);
    args.push_back(param);
  }
  if (!named) return c.invalid_type();
  if (named->type_params.size() == args.size()) {
    Substitution substitution{named->type_params, args};
    for (size_t i = 0; i < args.size(); i++) {
      signature->recv_type_params[i]->constraint = substitute(c.store, named->type_params[i]->constraint, substitution);
      c.canonical_params[signature->recv_type_params[i]->object] = named->type_params[i];
    }
  } else {
    std::string count = std::to_string(args.size()) + (args.size() == 1 ? " type parameter" : " type parameters");
    c.report(pos_of(index->x), diag::kReceiverParamCount, count, static_cast<int64_t>(named->type_params.size()));
    return c.invalid_type();
  }
  c.require_version(pos_of(index->x), 18, "type instantiation");
  const Type* type = instantiate(c.store, named, args);
  if (auto* name = syntax::as<syntax::Name>(index->x)) c.info.instances[name] = {args, type};
  return pointer ? c.store.pointer_to(type) : type;
}

// Records the type of a receiver's expression and what it is made of.
void record_receiver_type(Context& c, syntax::Expr* expr, const Type* type) {
  for (; expr && type;) {
    Operand x;
    x.mode = Mode::TypeExpr;
    x.type = type;
    x.expr = expr;
    record(c, x);
    if (auto* paren = syntax::as<syntax::ParenExpr>(expr)) {
      expr = paren->x;
    } else if (auto* star = syntax::as<syntax::StarExpr>(expr)) {
      expr = star->x;
      auto* pointer = is_a<Pointer>(type);
      type = pointer ? pointer->elem : nullptr;
    } else {
      return;
    }
  }
}

const Var* check_receiver_param(Context& c, Signature* signature, syntax::Field* recv, const syntax::Node* function) {
  syntax::Expr* base = syntax::unparen(recv->type);
  auto* star = syntax::as<syntax::StarExpr>(base);
  if (star) base = syntax::unparen(star->x);
  const Type* type = nullptr;
  if (auto* index = syntax::as<syntax::IndexExpr>(base)) {
    type = generic_receiver_type(c, signature, index, star != nullptr);
    record_receiver_type(c, recv->type, type);
    base = index->x;
  } else {
    type = plain_receiver_type(c, recv, base);
  }
  Var* var = c.store.make_var(recv->name ? recv->name->pos : pos_of(recv->type), c.package, recv->name ? recv->name->symbol : Symbol(),
                              type, VarKind::Receiver);
  var->function = function;
  var->used = true;
  var->color = Object::Color::Black;
  if (recv->name) c.info.define(recv->name, var);
  c.info.implicits[recv] = var;
  check_receiver(c, var, pos_of(base));
  return var;
}

}  // namespace

Signature* check_signature(Context& c, syntax::Field* recv, std::span<syntax::Field*> type_params, syntax::FuncType* type, Scope* scope,
                           const syntax::Node* function) {
  auto* signature = c.store.make<Signature>();
  check_signature(c, signature, recv, type_params, type, scope, function);
  return signature;
}

void check_signature(Context& c, Signature* signature, syntax::Field* recv, std::span<syntax::Field*> type_params, syntax::FuncType* type,
                     Scope* scope, const syntax::Node* function) {
  Scope* saved = c.env.scope;
  c.env.scope = scope;
  Pos body_start = syntax::end_pos(type);
  const Var* receiver = recv ? check_receiver_param(c, signature, recv, function) : nullptr;
  if (!type_params.empty()) declare_type_params(c, type_params, signature->type_params);
  bool variadic = false;
  std::vector<const Var*> params = check_params(c, type->params, VarKind::Param, &variadic, function);
  std::vector<const Var*> results = check_params(c, type->results, VarKind::Result, nullptr, function);
  // The scope of all of them is the body.
  if (receiver && recv->name) declare(c, scope, const_cast<Var*>(receiver), body_start);
  for (const std::vector<const Var*>* list : {&params, &results}) {
    for (const Var* var : *list) {
      if (!var->name.view().empty()) declare(c, scope, const_cast<Var*>(var), body_start);
    }
  }
  signature->recv = receiver;
  signature->params = std::move(params);
  signature->results = std::move(results);
  signature->variadic = variadic;
  c.env.scope = saved;
}

}  // namespace govm::types
