// Types in source (spec: "Types"): from tree to Type.
#include "compiler/types/context.h"

namespace govm::types {
namespace {

// The length of an array type: a constant, not negative, that fits an int.
int64_t array_length(Context& c, syntax::Expr* expr) {
  if (auto* name = syntax::as<syntax::Name>(expr)) {
    Object* object = c.env.scope->lookup_parent(name->symbol, name->pos);
    if (!object) {
      c.report(name->pos, diag::kUndefinedArrayLength, name->text());
      return -1;
    }
    if (!as_object<Const>(object)) {
      if (auto* var = as_object<Var>(object)) var->used = true;
      c.report(name->pos, diag::kInvalidArrayLength, name->text());
      return -1;
    }
  }
  Operand x;
  check_expr(c, x, expr);
  if (!x) return -1;
  if (x.mode != Mode::Constant) {
    c.report(pos_of(x), diag::kNonConstantArrayLength, c.text(x.expr));
    return -1;
  }
  if (is_untyped(x.type) || is_integer(x.type)) {
    constant::Value value = x.value.to_int();
    if (value.kind() == constant::Kind::Int) {
      bool exact = false;
      int64_t length = value.as_int64(exact);
      if (exact && length >= 0) {
        if (is_untyped(x.type)) convert_untyped(c, x, c.basic(BasicKind::Int));
        return length;
      }
    }
  }
  c.report(pos_of(x), is_integer(x.type) ? diag::kInvalidArrayLengthValue : diag::kNonIntegerArrayLength, c.text(x));
  return -1;
}

// The name an embedded field goes by.
syntax::Name* embedded_name(syntax::Expr* type) {
  if (auto* name = syntax::as<syntax::Name>(type)) return name;
  if (auto* star = syntax::as<syntax::StarExpr>(type)) return syntax::is<syntax::StarExpr>(star->x) ? nullptr : embedded_name(star->x);
  if (auto* selector = syntax::as<syntax::SelectorExpr>(type)) return selector->sel;
  if (auto* index = syntax::as<syntax::IndexExpr>(type)) return embedded_name(index->x);
  if (auto* paren = syntax::as<syntax::ParenExpr>(type)) return embedded_name(paren->x);
  return nullptr;
}

void check_embedded(Context& c, const Type* type, Pos pos) {
  c.put_off([&c, type, pos] {
    const Type* base = type;
    bool pointer = false;
    if (auto* p = is_a<Pointer>(base)) {
      base = p->elem;
      pointer = true;
    }
    const Type* under = underlying(base);
    if (!under || is_invalid(base)) return;
    if (is_type_param(base)) {
      c.report(pos, diag::kEmbeddedTypeParam);
    } else if (auto* b = is_a<Basic>(under); b && b->basic() == BasicKind::UnsafePointer) {
      c.report(pos, diag::kEmbeddedUnsafePointer);
    } else if (under->kind() == TypeKind::Pointer) {
      c.report(pos, diag::kEmbeddedPointer);
    } else if (pointer && under->kind() == TypeKind::Interface) {
      c.report(pos, diag::kEmbeddedPointerToInterface);
    }
  });
}

const Type* check_struct(Context& c, syntax::StructType* expr) {
  std::vector<const Var*> fields;
  std::vector<std::string> tags;
  std::unordered_map<Symbol, Var*> seen;
  const Type* shared = nullptr;
  syntax::Expr* shared_expr = nullptr;
  for (syntax::Field* field : expr->fields) {
    if (field->type != shared_expr || !shared) {
      shared = check_var_type(c, field->type);
      shared_expr = field->type;
    }
    syntax::Name* name = field->name ? field->name : embedded_name(field->type);
    if (!name) {
      c.report(pos_of(field->type), diag::kInvalidEmbeddedType, c.text(field->type));
      continue;
    }
    Var* var = c.store.make_var(field->name ? name->pos : pos_of(name), c.package, name->symbol, shared, VarKind::Field);
    var->embedded = field->name == nullptr;
    var->field_index = static_cast<uint32_t>(fields.size());
    var->color = Object::Color::Black;
    if (!name->symbol.is_blank()) {
      if (auto [at, fresh] = seen.try_emplace(name->symbol, var); !fresh) {
        auto& d = c.report(var->pos, diag::kRedeclared, name->text());
        d.note(at->second->pos, "other declaration of " + std::string(name->text()));
      }
    }
    if (field->name) {
      if (name->id >= c.info.objects.size()) c.info.objects.resize(name->id + 64);
      c.info.objects[name->id] = var;
    } else {
      check_embedded(c, shared, pos_of(field->type));
    }
    if (field->tag && !field->tag->bad) {
      tags.resize(fields.size());
      Operand x;
      check_raw(c, x, field->tag);
      tags.push_back(x ? x.value.as_string() : "");
    }
    fields.push_back(var);
  }
  if (!tags.empty()) tags.resize(fields.size());
  return c.store.make<Struct>(std::move(fields), std::move(tags));
}

const Type* check_union(Context& c, syntax::Expr* expr) {
  std::vector<Union::Term> terms;
  std::vector<syntax::Expr*> list;
  syntax::Expr* at = expr;
  while (auto* binary = syntax::as<syntax::BinaryExpr>(at)) {
    if (binary->op != syntax::Operator::Or) break;
    list.push_back(binary->y);
    at = binary->x;
  }
  list.push_back(at);
  bool plain = list.size() == 1;
  for (size_t i = list.size(); i-- > 0;) {
    syntax::Expr* term = list[i];
    bool tilde = false;
    if (auto* unary = syntax::as<syntax::UnaryExpr>(term); unary && unary->op == syntax::Operator::Tilde) {
      tilde = true;
      term = unary->x;
    }
    const Type* type = check_type(c, term);
    if (plain && !tilde) return type;
    if (tilde && !is_invalid(type)) {
      c.put_off([&c, type, term] {
        const Type* under = underlying(type);
        if (is_interface(type)) {
          c.report(pos_of(term), diag::kTildeOfInterface, c.text(type));
        } else if (under && !identical(under, type)) {
          c.report(pos_of(term), diag::kTildeOfNamed, c.text(type), c.text(under));
        }
      });
    }
    terms.push_back({tilde, type});
  }
  return c.store.make<Union>(std::move(terms));
}

const Type* check_interface(Context& c, syntax::InterfaceType* expr, Named* definition) {
  auto* interface = c.store.make<Interface>();
  const Type* receiver = definition ? static_cast<const Type*>(definition) : interface;
  std::unordered_map<Symbol, Func*> seen;
  for (syntax::Field* field : expr->methods) {
    if (!field->name) {
      interface->embedded.push_back(check_union(c, field->type));
      interface->embedded_pos.push_back(pos_of(field->type));
      continue;
    }
    if (field->name->symbol.is_blank()) {
      c.report(field->name->pos, diag::kBlankMethod);
      continue;
    }
    auto* type = syntax::as<syntax::FuncType>(field->type);
    if (!type) continue;
    Func* method = c.store.make_func(field->name->pos, c.package, field->name->symbol);
    Signature* signature = check_signature(c, nullptr, {}, type, nullptr, nullptr);
    signature->recv = c.store.make_var(method->pos, c.package, Symbol(), receiver, VarKind::Receiver);
    method->type = signature;
    method->color = Object::Color::Black;
    if (field->name->id >= c.info.objects.size()) c.info.objects.resize(field->name->id + 64);
    c.info.objects[field->name->id] = method;
    if (auto [at, fresh] = seen.try_emplace(method->name, method); !fresh) {
      auto& d = c.report(method->pos, diag::kDuplicateInterfaceMethod, method->name.view());
      d.note(at->second->pos, "other declaration of method " + std::string(method->name.view()));
      continue;
    }
    interface->methods.push_back(method);
  }
  c.put_off([&c, interface, expr] {
    for (size_t i = 0; i < interface->embedded.size(); i++) {
      const Type* embedded = interface->embedded[i];
      if (is_type_param(embedded)) c.report(interface->embedded_pos[i], diag::kEmbeddedTypeParamInInterface, c.text(embedded));
    }
    type_set_of(interface);
    (void)expr;
  });
  return interface;
}

// A name or qualified name that must denote a type.
const Type* typed_name(Context& c, syntax::Expr* expr) {
  Operand x;
  if (auto* name = syntax::as<syntax::Name>(expr)) {
    check_name(c, x, name);
  } else {
    check_selector(c, x, syntax::cast<syntax::SelectorExpr>(expr), true);
  }
  switch (x.mode) {
    case Mode::TypeExpr: record(c, x); return x.type;
    case Mode::Invalid: return c.invalid_type();
    case Mode::NoValue: c.report(pos_of(expr), diag::kNoValueAsType, c.text(expr)); return c.invalid_type();
    default: c.report(pos_of(expr), diag::kNotAType, c.text(expr)); return c.invalid_type();
  }
}

// Generic types must be instantiated where a type is wanted.
const Type* need_instance(Context& c, const Type* type, syntax::Expr* expr) {
  auto* named = is_a<Named>(type);
  if (named && !named->type_params.empty() && named->type_args.empty()) {
    c.report(pos_of(expr), diag::kUninstantiatedType, c.text(type));
    return c.invalid_type();
  }
  return type;
}

const Type* check_type_internal(Context& c, syntax::Expr* expr, Named* definition) {
  switch (expr->kind) {
    case syntax::NodeKind::Name:
    case syntax::NodeKind::SelectorExpr: return need_instance(c, typed_name(c, expr), expr);
    case syntax::NodeKind::ParenExpr: return check_defined_type(c, syntax::cast<syntax::ParenExpr>(expr)->x, definition);
    case syntax::NodeKind::IndexExpr: return check_instantiated_type(c, syntax::cast<syntax::IndexExpr>(expr));
    case syntax::NodeKind::StarExpr: return c.store.pointer_to(check_var_type(c, syntax::cast<syntax::StarExpr>(expr)->x));
    case syntax::NodeKind::SliceType: return c.store.slice_of(check_var_type(c, syntax::cast<syntax::SliceType>(expr)->elem));
    case syntax::NodeKind::ArrayType: {
      auto* array = syntax::cast<syntax::ArrayType>(expr);
      if (!array->len) {
        c.report(array->pos, diag::kOpenArray);
        check_var_type(c, array->elem);
        return c.invalid_type();
      }
      int64_t length = array_length(c, array->len);
      const Type* elem = check_var_type(c, array->elem);
      return length < 0 ? c.invalid_type() : c.store.array_of(elem, length);
    }
    case syntax::NodeKind::DotsType: {
      c.report(expr->pos, diag::kUnusableDots);
      return c.store.slice_of(check_var_type(c, syntax::cast<syntax::DotsType>(expr)->elem));
    }
    case syntax::NodeKind::MapType: {
      auto* map = syntax::cast<syntax::MapType>(expr);
      const Type* key = check_var_type(c, map->key);
      const Type* elem = check_var_type(c, map->value);
      c.put_off([&c, key, map] {
        if (is_invalid(key)) return;
        std::string why;
        if (!is_comparable(key, false, &why)) {
          c.report(pos_of(map->key), is_type_param(key) ? diag::kIncomparableTypeParamKey : diag::kInvalidMapKey, c.text(key));
        }
      });
      return c.store.map_of(key, elem);
    }
    case syntax::NodeKind::ChanType: {
      auto* chan = syntax::cast<syntax::ChanType>(expr);
      ChanDir dir = chan->dir == syntax::ChanDir::Both       ? ChanDir::Both
                    : chan->dir == syntax::ChanDir::SendOnly ? ChanDir::SendOnly
                                                             : ChanDir::RecvOnly;
      return c.store.chan_of(dir, check_var_type(c, chan->elem));
    }
    case syntax::NodeKind::StructType: return check_struct(c, syntax::cast<syntax::StructType>(expr));
    case syntax::NodeKind::FuncType:
      return check_signature(c, nullptr, {}, syntax::cast<syntax::FuncType>(expr), c.store.make_scope(c.env.scope), nullptr);
    case syntax::NodeKind::InterfaceType: return check_interface(c, syntax::cast<syntax::InterfaceType>(expr), definition);
    case syntax::NodeKind::BadExpr: return c.invalid_type();
    case syntax::NodeKind::BinaryExpr:
    case syntax::NodeKind::UnaryExpr: {
      auto* binary = syntax::as<syntax::BinaryExpr>(expr);
      auto* unary = syntax::as<syntax::UnaryExpr>(expr);
      if ((binary && binary->op == syntax::Operator::Or) || (unary && unary->op == syntax::Operator::Tilde)) {
        return check_union(c, expr);
      }
      break;
    }
    default: break;
  }
  c.report(pos_of(expr), diag::kNotAType, c.text(expr));
  return c.invalid_type();
}

// Parameters or results; `variadic` (null: not allowed) takes whether the last is ...T.
std::vector<const Var*> check_params(Context& c, std::span<syntax::Field*> list, VarKind kind, bool* variadic, Scope* scope,
                                     const syntax::Node* function, Pos scope_start) {
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
      if (scope) declare(c, scope, var, scope_start);
      if (field->name->id >= c.info.objects.size()) c.info.objects.resize(field->name->id + 64);
      c.info.objects[field->name->id] = var;
    }
    c.info.implicits[field] = var;
    vars.push_back(var);
  }
  return vars;
}

// Receivers must be T or *T with T a defined type of this package that is no pointer or interface.
void check_receiver(Context& c, const Var* recv, syntax::Field* field) {
  c.put_off([&c, recv, field] {
    const Type* type = unalias(recv->type);
    if (auto* p = is_a<Pointer>(type)) type = unalias(p->elem);
    if (is_invalid(type)) return;
    auto* named = is_a<Named>(type);
    if (!named) {
      if (is_a<Basic>(type)) {
        c.report(pos_of(field->type), diag::kNonLocalReceiver, c.text(type));
      } else {
        c.report(pos_of(field->type), diag::kInvalidReceiver, c.text(recv->type));
      }
      return;
    }
    if (named->object->package != c.package) {
      c.report(pos_of(field->type), diag::kNonLocalReceiver, c.text(type));
      return;
    }
    const Type* under = named->underlying();
    if (under && (under->kind() == TypeKind::Pointer || under->kind() == TypeKind::Interface)) {
      c.report(pos_of(field->type), diag::kPointerOrInterfaceReceiver, c.text(type));
    }
  });
}

}  // namespace

const Type* check_type(Context& c, syntax::Expr* expr) { return check_defined_type(c, expr, nullptr); }

const Type* check_defined_type(Context& c, syntax::Expr* expr, Named* definition) {
  const Type* type = check_type_internal(c, expr, definition);
  Operand x;
  x.mode = Mode::TypeExpr;
  x.type = type;
  x.expr = expr;
  record(c, x);
  return type;
}

const Type* check_var_type(Context& c, syntax::Expr* expr) {
  const Type* type = check_type(c, expr);
  c.put_off([&c, type, expr] {
    auto* interface = is_type_param(type) ? nullptr : as<Interface>(type);
    if (interface && type_set_of(interface).is_constraint_only()) {
      const TypeSet& set = type_set_of(interface);
      if (set.comparable) {
        c.report(pos_of(expr), diag::kComparableAsType, c.text(type));
      } else {
        c.report(pos_of(expr), diag::kConstraintAsType, c.text(type));
      }
    }
  });
  return type;
}

Signature* check_signature(Context& c, syntax::Field* recv, std::span<syntax::Field*> type_params, syntax::FuncType* type,
                           Scope* scope, const syntax::Node* function) {
  auto* signature = c.store.make<Signature>();
  Scope* saved = c.env.scope;
  if (scope) c.env.scope = scope;
  Pos body_start = scope ? syntax::end_pos(type) : Pos();
  if (recv) {
    // Parameters of the receiver's generic type are declared by the receiver: func (r *T[A, B]) m().
    syntax::Expr* base = syntax::unparen(recv->type);
    if (auto* star = syntax::as<syntax::StarExpr>(base)) base = syntax::unparen(star->x);
    if (auto* index = syntax::as<syntax::IndexExpr>(base)) {
      const Type* generic = nullptr;
      Operand x;
      check_raw(c, x, index->x);
      if (x.mode == Mode::TypeExpr) generic = x.type;
      auto* named = is_a<Named>(generic);
      for (size_t i = 0; i < index->indices.size(); i++) {
        auto* name = syntax::as<syntax::Name>(index->indices[i]);
        if (!name) continue;
        auto* object = c.store.make<TypeName>(name->pos, c.package, name->symbol);
        auto* param = c.store.make<TypeParam>(object, static_cast<uint32_t>(i));
        object->type = param;
        object->color = Object::Color::Black;
        declare(c, c.env.scope, object, Pos());
        // A blank one has no scope, but the receiver's type mentions it.
        if (name->id >= c.info.objects.size()) c.info.objects.resize(name->id + 64);
        c.info.objects[name->id] = object;
        signature->recv_type_params.push_back(param);
      }
      if (named && named->type_params.size() == signature->recv_type_params.size()) {
        std::vector<const Type*> args(signature->recv_type_params.begin(), signature->recv_type_params.end());
        Substitution substitution{named->type_params, args};
        for (size_t i = 0; i < args.size(); i++) {
          signature->recv_type_params[i]->constraint = substitute(c.store, named->type_params[i]->constraint, substitution);
        }
      }
    }
    std::vector<const Var*> list = check_params(c, std::span(&recv, 1), VarKind::Receiver, nullptr, scope, function, body_start);
    signature->recv = list[0];
    check_receiver(c, list[0], recv);
  }
  if (!type_params.empty()) signature->type_params = declare_type_params(c, type_params);
  signature->params = check_params(c, type->params, VarKind::Param, &signature->variadic, scope, function, body_start);
  signature->results = check_params(c, type->results, VarKind::Result, nullptr, scope, function, body_start);
  c.env.scope = saved;
  return signature;
}

std::vector<const TypeParam*> declare_type_params(Context& c, std::span<syntax::Field*> fields) {
  std::vector<const TypeParam*> params;
  for (syntax::Field* field : fields) {
    auto* object = c.store.make<TypeName>(field->name->pos, c.package, field->name->symbol);
    auto* param = c.store.make<TypeParam>(object, static_cast<uint32_t>(params.size()));
    object->type = param;
    object->color = Object::Color::Black;
    param->constraint = c.store.empty_interface();
    declare(c, c.env.scope, object, Pos());
    if (field->name->id >= c.info.objects.size()) c.info.objects.resize(field->name->id + 64);
    c.info.objects[field->name->id] = object;
    params.push_back(param);
  }
  const Type* shared = nullptr;
  syntax::Expr* shared_expr = nullptr;
  for (size_t i = 0; i < fields.size(); i++) {
    if (fields[i]->type != shared_expr || !shared) {
      shared_expr = fields[i]->type;
      shared = check_type(c, shared_expr);
      if (is_type_param(shared)) {
        c.report(pos_of(shared_expr), diag::kTypeParamAsConstraint);
        shared = c.store.empty_interface();
      } else if (shared && !as<Interface>(shared) && !is_invalid(shared)) {
        // A constraint that is no interface stands for interface{ T }.
        auto* interface = c.store.make<Interface>();
        interface->embedded.push_back(shared);
        interface->embedded_pos.push_back(pos_of(shared_expr));
        interface->implicit = true;
        shared = interface;
      }
    }
    params[i]->constraint = shared;
  }
  return params;
}

const Type* check_instantiated_type(Context& c, syntax::IndexExpr* expr) {
  Operand x;
  check_raw(c, x, expr->x);
  if (!x) return c.invalid_type();
  auto* named = x.mode == Mode::TypeExpr ? is_a<Named>(x.type) : nullptr;
  if (!named || named->type_params.empty() || !named->type_args.empty()) {
    if (x.mode == Mode::TypeExpr) {
      c.report(pos_of(expr->x), diag::kNotGenericType, c.text(x.type));
    } else {
      c.report(pos_of(expr), diag::kNotAType, c.text(expr));
    }
    return c.invalid_type();
  }
  std::vector<const Type*> args;
  for (syntax::Expr* index : expr->indices) args.push_back(check_type(c, index));
  for (const Type* arg : args) {
    if (is_invalid(arg)) return c.invalid_type();
  }
  if (args.size() != named->type_params.size()) {
    bool few = args.size() < named->type_params.size();
    c.report(few ? expr->pos : pos_of(expr->indices[named->type_params.size()]), few ? diag::kFewTypeArguments : diag::kManyTypeArguments,
             c.text(named), static_cast<int64_t>(args.size()), static_cast<int64_t>(named->type_params.size()));
    return c.invalid_type();
  }
  const Type* instance = instantiate(c.store, named, args);
  if (auto* name = syntax::as<syntax::Name>(expr->x)) c.info.instances[name] = {args, instance};
  c.put_off([&c, named, args, expr] {
    Substitution substitution{named->type_params, args};
    for (size_t i = 0; i < args.size(); i++) {
      const Type* bound = substitute(c.store, named->type_params[i]->constraint, substitution);
      std::string gap = implementation_gap(c, args[i], bound);
      if (!gap.empty()) {
        c.report(pos_of(expr->indices[i]), diag::kUnsatisfiedConstraint, gap);
        return;
      }
    }
  });
  return instance;
}

}  // namespace govm::types
