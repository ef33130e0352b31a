// Expressions (spec: "Expressions"): the walk over kinds of expressions, names, literals, selectors.
#include "base/utf8.h"
#include "compiler/types/context.h"
#include "compiler/types/infer.h"

namespace govm::types {
namespace {

using constant::Value;

// The value of a string literal as written.
std::string unquote(std::string_view text) {
  std::string out;
  if (text.size() >= 2 && text[0] == '`') {
    for (char ch : text.substr(1, text.size() - 2)) {
      if (ch != '\r') out += ch;  // spec: carriage returns are discarded from raw strings
    }
    return out;
  }
  if (text.size() < 2) return out;
  text = text.substr(1, text.size() - 2);
  auto number = [&](size_t at, size_t digits, int base) {
    return static_cast<uint32_t>(std::stoul(std::string(text.substr(at, digits)), nullptr, base));
  };
  for (size_t i = 0; i < text.size(); i++) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    switch (text[++i]) {
      case 'a': out += '\a'; break;
      case 'b': out += '\b'; break;
      case 'f': out += '\f'; break;
      case 'n': out += '\n'; break;
      case 'r': out += '\r'; break;
      case 't': out += '\t'; break;
      case 'v': out += '\v'; break;
      case 'x': out += static_cast<char>(number(i + 1, 2, 16)); i += 2; break;
      case 'u': append_rune(out, number(i + 1, 4, 16)); i += 4; break;
      case 'U': append_rune(out, number(i + 1, 8, 16)); i += 8; break;
      case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7':
        out += static_cast<char>(number(i, 3, 8));
        i += 2;
        break;
      default: out += text[i];
    }
  }
  return out;
}

// The code point of a rune literal: an escaped byte counts as its number.
int64_t rune_value(std::string_view text) {
  if (text.size() >= 4 && text[1] == '\\' && (text[2] == 'x' || (text[2] >= '0' && text[2] <= '7'))) {
    return static_cast<unsigned char>(unquote(text)[0]);
  }
  return decode_rune(unquote(text)).rune;
}

void check_literal(Context& c, Operand& x, syntax::BasicLit* literal) {
  if (literal->bad) return;
  x.mode = Mode::Constant;
  switch (literal->lit) {
    case syntax::LitKind::Int:
      x.type = c.basic(BasicKind::UntypedInt);
      x.value = Value::from_int_literal(literal->text);
      break;
    case syntax::LitKind::Float:
      x.type = c.basic(BasicKind::UntypedFloat);
      x.value = Value::from_float_literal(literal->text);
      break;
    case syntax::LitKind::Imag:
      x.type = c.basic(BasicKind::UntypedComplex);
      x.value = Value::from_imaginary_literal(literal->text);
      break;
    case syntax::LitKind::Rune:
      x.type = c.basic(BasicKind::UntypedRune);
      x.value = Value::from_int64(rune_value(literal->text));
      break;
    case syntax::LitKind::String:
      x.type = c.basic(BasicKind::UntypedString);
      x.value = Value::from_string(unquote(literal->text));
      break;
  }
  if (x.value.is_unknown()) {
    c.report(pos_of(literal), diag::kMalformedConstant, c.text(literal));
    x.mode = Mode::Invalid;
    return;
  }
  if (x.value.bit_length() > 512) {
    c.report(pos_of(literal), diag::kConstantOverflow, "");
    x.mode = Mode::Invalid;
  }
}

// A generic function is a value only if type arguments follow from where it goes.
void require_instance(Context& c, Operand& x, const Target& target = {}) {
  auto* signature = x.mode == Mode::Value ? is_a<Signature>(x.type) : nullptr;
  if (!signature || !signature->is_generic()) return;
  if (target.type && as<Signature>(target.type)) {
    instantiate_value(c, x, nullptr, target.type, target.what);
  } else {
    c.report(pos_of(x), diag::kUninstantiatedFunction, c.text(x.expr));
    x.mode = Mode::Invalid;
  }
}

// What no value may be: a type, a built-in, a call without result.
void exclude(Context& c, Operand& x, bool types, bool no_value) {
  switch (x.mode) {
    case Mode::NoValue:
      if (no_value) {
        c.report(pos_of(x), diag::kNoValueUsed, c.text(x.expr));
        x.mode = Mode::Invalid;
      }
      break;
    case Mode::Builtin:
      c.report(pos_of(x), diag::kUncalledBuiltin, c.text(x.expr));
      x.mode = Mode::Invalid;
      break;
    case Mode::TypeExpr:
      if (types) {
        c.report(pos_of(x), diag::kTypeAsExpression, c.text(x.expr));
        x.mode = Mode::Invalid;
      }
      break;
    default: break;
  }
}

// A function with explicit type arguments: if they are not all, the others follow from where it goes.
void instantiate_indexed(Context& c, Operand& x, syntax::IndexExpr* index, const Target& target) {
  if (check_index(c, x, index)) instantiate_value(c, x, index, target.type, target.what);
}

void check_kind(Context& c, Operand& x, syntax::Expr* expr, const Type* hint, const Target& target) {
  x.expr = expr;
  switch (expr->kind) {
    case syntax::NodeKind::BadExpr: break;
    case syntax::NodeKind::Name: check_name(c, x, syntax::cast<syntax::Name>(expr)); break;
    case syntax::NodeKind::BasicLit: check_literal(c, x, syntax::cast<syntax::BasicLit>(expr)); break;
    case syntax::NodeKind::FuncLit: check_func_lit(c, x, syntax::cast<syntax::FuncLit>(expr)); break;
    case syntax::NodeKind::CompositeLit: check_composite(c, x, syntax::cast<syntax::CompositeLit>(expr), hint); break;
    case syntax::NodeKind::ParenExpr: check_raw(c, x, syntax::cast<syntax::ParenExpr>(expr)->x); x.expr = expr; break;
    case syntax::NodeKind::SelectorExpr: check_selector(c, x, syntax::cast<syntax::SelectorExpr>(expr), false); break;
    case syntax::NodeKind::IndexExpr: instantiate_indexed(c, x, syntax::cast<syntax::IndexExpr>(expr), target); break;
    case syntax::NodeKind::SliceExpr: check_slice(c, x, syntax::cast<syntax::SliceExpr>(expr)); break;
    case syntax::NodeKind::TypeAssertExpr: check_type_assertion(c, x, syntax::cast<syntax::TypeAssertExpr>(expr)); break;
    case syntax::NodeKind::TypeSwitchGuard:
      c.report(pos_of(expr), diag::kMisplacedTypeSwitchGuard);
      break;
    case syntax::NodeKind::CallExpr: check_call(c, x, syntax::cast<syntax::CallExpr>(expr)); break;
    case syntax::NodeKind::StarExpr: {
      auto* star = syntax::cast<syntax::StarExpr>(expr);
      check_expr_or_type(c, x, star->x);
      if (!x) break;
      x.expr = expr;
      if (x.mode == Mode::TypeExpr) {
        x.type = c.store.pointer_to(x.type);
        break;
      }
      auto* pointer = is_a<Pointer>(core_type(x.type));
      if (x.is_nil() || !pointer) {
        Operand y = x;
        y.expr = star->x;
        c.report(x.is_nil() ? pos_of(star->x) : pos_of(expr), x.is_nil() ? diag::kIndirectNil : diag::kInvalidIndirect, c.text(y));
        x.mode = Mode::Invalid;
        break;
      }
      x.mode = Mode::Variable;
      x.type = pointer->elem;
      break;
    }
    case syntax::NodeKind::UnaryExpr: check_unary(c, x, syntax::cast<syntax::UnaryExpr>(expr)); break;
    case syntax::NodeKind::BinaryExpr: {
      auto* binary = syntax::cast<syntax::BinaryExpr>(expr);
      check_binary(c, x, expr, binary->x, binary->y, binary->op, binary->pos);
      break;
    }
    case syntax::NodeKind::KeyValueExpr: c.report(pos_of(expr), diag::kMisplacedKeyValue); break;
    default:
      x.type = check_type(c, expr);
      x.mode = is_invalid(x.type) ? Mode::Invalid : Mode::TypeExpr;
  }
  x.expr = expr;
}

}  // namespace

void check_single_value(Context& c, Operand& x) {
  auto* tuple = x.mode == Mode::Value ? is_a<Tuple>(x.type) : nullptr;
  if (!tuple) return;
  c.report(pos_of(x), diag::kMultipleValues, c.text(x.expr), c.text(x.type));
  x.mode = Mode::Invalid;
}

void finish_operand(Context& c, Operand& x, syntax::Expr* expr) {
  if (!x) x.type = c.invalid_type();
  x.expr = expr;
  record(c, x);
}

void check_raw(Context& c, Operand& x, syntax::Expr* expr, const Type* hint, const Target& target) {
  x = Operand();
  x.type = c.invalid_type();
  check_kind(c, x, expr, hint, target);
  finish_operand(c, x, expr);
}

void check_expr(Context& c, Operand& x, syntax::Expr* expr, const Target& target) {
  check_raw(c, x, expr, nullptr, target);
  require_instance(c, x, target);
  exclude(c, x, true, true);
  check_single_value(c, x);
}

void check_multi_expr(Context& c, Operand& x, syntax::Expr* expr) {
  check_raw(c, x, expr);
  require_instance(c, x);
  exclude(c, x, true, true);
}

void check_generic_expr(Context& c, Operand& x, syntax::Expr* expr, std::vector<const Type*>& type_args) {
  auto* index = syntax::as<syntax::IndexExpr>(expr);
  if (!index) {
    check_raw(c, x, expr);
    exclude(c, x, true, true);
    return;
  }
  x = Operand();
  x.type = c.invalid_type();
  if (check_index(c, x, index)) {
    auto* generic = is_a<Signature>(x.type);
    std::optional<std::vector<const Type*>> args = check_type_args(c, generic, index);
    if (!args) {
      x.mode = Mode::Invalid;
    } else if (args->size() == generic->type_params.size()) {
      x.type = instantiate_function(c, index, pos_of(index), generic, std::move(*args), index->indices);
    } else {
      type_args = std::move(*args);
    }
  }
  finish_operand(c, x, expr);
  exclude(c, x, true, true);
}

void check_expr_or_type(Context& c, Operand& x, syntax::Expr* expr, bool allow_generic) {
  check_raw(c, x, expr);
  if (!allow_generic) require_instance(c, x);
  exclude(c, x, false, true);
  check_single_value(c, x);
}

void check_expr_or_type_or_builtin(Context& c, Operand& x, syntax::Expr* expr) {
  check_raw(c, x, expr);
  if (x.mode != Mode::Builtin) exclude(c, x, false, true);
  check_single_value(c, x);
}

void check_name(Context& c, Operand& x, syntax::Name* name) {
  x.expr = name;
  if (name->symbol.is_blank()) {
    if (const auto* param = as_object<TypeName>(c.info.object_of(name))) {
      x.mode = Mode::TypeExpr;
      x.type = param->type;
      return;
    }
    c.report(name->pos, diag::kBlankAsValue);
    return;
  }
  Scope* scope = nullptr;
  // What an omitted constant expression names is looked up where the constant stands.
  Pos place = c.env.inherited_pos ? c.env.inherited_pos : name->pos;
  Object* object = c.env.scope->lookup_parent(name->symbol, place, &scope);
  if (!object) {
    c.report(name->pos, diag::kUndefined, name->text());
    return;
  }
  if (name->id >= c.info.objects.size()) c.info.objects.resize(name->id + name->id / 2 + 64);
  c.info.objects[name->id] = object;
  // Package-level objects are resolved when first mentioned, wherever they stand.
  if (object->color != Object::Color::Black) declare_object(c, object);
  const Type* type = object->type;
  if (auto* package = as_object<PkgName>(object)) {
    c.report(name->pos, diag::kPackageAsValue, name->text());
    package->used = true;
    return;
  }
  if (object->parent == c.package->scope && c.env.decl &&
      (as_object<Const>(object) || as_object<Var>(object) || as_object<Func>(object))) {
    if (c.env.decl->dependency_set.insert(object).second) c.env.decl->dependencies.push_back(object);
  }
  switch (object->kind) {
    case ObjectKind::Const: {
      auto* constant = static_cast<Const*>(object);
      if (is_invalid(type)) return;
      if (constant->package == nullptr && name->text() == "iota" && scope == c.store.universe()) {
        if (!c.env.iota) {
          c.report(name->pos, diag::kMisplacedIota);
          return;
        }
        x.value = *c.env.iota;
      } else {
        x.value = constant->value;
      }
      x.mode = Mode::Constant;
      break;
    }
    case ObjectKind::TypeName: x.mode = is_invalid(type) ? Mode::Invalid : Mode::TypeExpr; break;
    case ObjectKind::Var:
      if (object->package == c.package) static_cast<Var*>(object)->used = true;
      if (is_invalid(type)) return;
      x.mode = Mode::Variable;
      break;
    case ObjectKind::Func:
      if (is_invalid(type)) return;
      x.mode = Mode::Value;
      break;
    case ObjectKind::Builtin:
      x.builtin = static_cast<Builtin*>(object)->id;
      x.mode = Mode::Builtin;
      break;
    case ObjectKind::Nil: x.mode = Mode::Nil; break;
    default: return;
  }
  x.type = type;
}

void check_func_lit(Context& c, Operand& x, syntax::FuncLit* literal) {
  Scope* scope = c.store.make_scope(c.env.scope);
  scope->is_function = true;
  Signature* signature = check_signature(c, nullptr, {}, literal->type, scope, literal);
  DeclInfo* decl = c.env.decl;
  const Value* iota = c.env.iota;
  Value kept = iota ? *iota : Value();
  bool has_iota = iota != nullptr;
  // The body is checked when the enclosing function is done: its types must be complete, and variables it
  // assigns count as used or not by the whole function.
  if (literal->body) {
    c.put_off([&c, decl, signature, literal, scope, kept, has_iota] {
      Environment saved = c.env;
      c.env = Environment();
      c.env.decl = decl;
      c.env.scope = scope;
      if (has_iota) c.env.iota = &kept;
      check_function_body(c, decl, signature, literal->body, literal);
      c.env = saved;
    });
  }
  x.mode = Mode::Value;
  x.type = signature;
}

void check_selector(Context& c, Operand& x, syntax::SelectorExpr* expr, bool want_type) {
  x.expr = expr;
  syntax::Name* sel = expr->sel;
  if (sel->symbol.is_blank()) {
    c.report(sel->pos, diag::kBlankSelector);
    return;
  }
  auto set_object = [&](syntax::Name* name, Object* object) {
    if (name->id >= c.info.objects.size()) c.info.objects.resize(name->id + name->id / 2 + 64);
    c.info.objects[name->id] = object;
  };
  // Qualified identifiers.
  if (auto* name = syntax::as<syntax::Name>(expr->x)) {
    if (auto* package = as_object<PkgName>(c.env.scope->lookup_parent(name->symbol, name->pos))) {
      package->used = true;
      set_object(name, package);
      Object* object = package->imported->scope->lookup(sel->symbol);
      if (!object || !object->is_exported()) {
        if (object) {
          c.report(sel->pos, diag::kUnexportedName, name->text(), sel->text());
        } else {
          // Perhaps only the first letter's case is wrong.
          std::string other(sel->text());
          if (!other.empty() && other[0] >= 'a' && other[0] <= 'z') other[0] = static_cast<char>(other[0] - 'a' + 'A');
          bool exists = other != sel->text() && package->imported->scope->lookup(c.store.interner().intern(other)) != nullptr;
          c.report(sel->pos, diag::kUndefinedQualified, c.text(expr), exists ? " (but have " + other + ")" : "");
        }
        return;
      }
      set_object(sel, object);
      x.type = object->type;
      switch (object->kind) {
        case ObjectKind::Const:
          x.mode = Mode::Constant;
          x.value = static_cast<Const*>(object)->value;
          break;
        case ObjectKind::TypeName: x.mode = Mode::TypeExpr; break;
        case ObjectKind::Var:
          static_cast<Var*>(object)->used = true;
          x.mode = Mode::Variable;
          break;
        case ObjectKind::Func: x.mode = Mode::Value; break;
        case ObjectKind::Builtin:
          x.mode = Mode::Builtin;
          x.builtin = static_cast<Builtin*>(object)->id;
          break;
        default: break;
      }
      if (is_invalid(x.type) && x.mode != Mode::Builtin) x.mode = Mode::Invalid;
      return;
    }
  }
  check_expr_or_type(c, x, expr->x);
  if (!x) return;
  Operand base = x;
  x.expr = expr;
  if (x.is_nil()) {
    c.report(pos_of(expr->x), diag::kUndefinedSelector, c.text(expr), "");
    x.mode = Mode::Invalid;
    return;
  }
  if (want_type) {
    c.report(pos_of(expr), diag::kNotAType, c.text(expr));
    x.mode = Mode::Invalid;
    return;
  }
  Found found = lookup_field_or_method(base.type, base.mode == Mode::Variable, c.package, sel->symbol);
  if (!found.object) {
    x.mode = Mode::Invalid;
    if (is_invalid(underlying(base.type))) return;
    if (found.ambiguous) {
      c.report(sel->pos, diag::kAmbiguousSelector, c.text(expr));
      return;
    }
    std::string why;
    if (auto* pointer = as<Pointer>(base.type); pointer && is_interface(pointer->elem)) {
      why = "type " + c.text(base.type) + " is pointer to interface, not interface";
    } else if (found.indirect) {
      why = base.mode == Mode::TypeExpr ? "method " + std::string(sel->text()) + " has pointer receiver"
                                        : "cannot call pointer method " + std::string(sel->text()) + " on " + c.text(base.type);
      c.report(sel->pos, diag::kPointerMethod, c.text(expr), why);
      return;
    } else {
      Found other = lookup_field_or_method(base.type, true, c.package, sel->symbol, true);
      why = "type " + c.text(base.type) + " has no field or method " + std::string(sel->text());
      if (other.object) {
        std::string kind = as_object<Var>(other.object) ? "field " : "method ";
        if (other.object->name == sel->symbol) {
          why = "cannot refer to unexported " + kind + std::string(sel->text());
        } else if (other.object->package == c.package || other.object->is_exported()) {
          why += ", but does have " + kind + std::string(other.object->name.view());
        }
      }
    }
    c.report(sel->pos, diag::kUndefinedSelector, c.text(expr), why);
    return;
  }
  set_object(sel, const_cast<Object*>(found.object));
  Selection selection;
  selection.recv = base.type;
  selection.object = found.object;
  selection.path = found.path;
  selection.indirect = found.indirect;
  if (auto* func = as_object<Func>(found.object)) {
    if (func->color != Object::Color::Black) declare_object(c, const_cast<Func*>(func));
    if (c.env.decl && func->package == c.package && func->decl) {
      const Object* origin = func->origin ? func->origin : func;
      if (c.env.decl->dependency_set.insert(origin).second) c.env.decl->dependencies.push_back(const_cast<Object*>(origin));
    }
    auto* signature = is_a<Signature>(func->type);
    if (!signature) {
      x.mode = Mode::Invalid;
      return;
    }
    auto* plain = c.store.make<Signature>();
    plain->params = signature->params;
    plain->results = signature->results;
    plain->variadic = signature->variadic;
    plain->type_params = signature->type_params;
    if (base.mode == Mode::TypeExpr) {
      // Method expression: the receiver becomes the first parameter.
      Symbol receiver_name = signature->recv ? signature->recv->name : Symbol();
      plain->params.insert(plain->params.begin(), c.store.make_var(sel->pos, c.package, receiver_name, base.type, VarKind::Param));
      selection.kind = SelectionKind::MethodExpr;
    } else {
      selection.kind = SelectionKind::MethodValue;
    }
    x.mode = Mode::Value;
    x.type = plain;
  } else {
    if (base.mode == Mode::TypeExpr) {
      c.report(sel->pos, diag::kUndefinedMethodExpr, c.text(expr), c.text(base.type), sel->text());
      x.mode = Mode::Invalid;
      return;
    }
    selection.kind = SelectionKind::Field;
    x.mode = base.mode == Mode::Variable || found.indirect ? Mode::Variable : Mode::Value;
    x.type = found.object->type;
  }
  selection.type = x.type;
  c.info.selections[expr] = selection;
}

void check_type_assertion(Context& c, Operand& x, syntax::TypeAssertExpr* expr) {
  check_expr(c, x, expr->x);
  if (!x) return;
  if (!is_interface(x.type)) {
    c.report(pos_of(x), diag::kAssertionOfNonInterface, c.text(x));
    x.mode = Mode::Invalid;
    return;
  }
  const Type* type = check_var_type(c, expr->type);
  if (is_invalid(type)) {
    x.mode = Mode::Invalid;
    return;
  }
  if (!is_interface(type)) {
    const Func* wrong = nullptr;
    bool pointer_receiver = false;
    if (missing_method(type, as<Interface>(x.type), false, &wrong, &pointer_receiver)) {
      std::string gap = implementation_gap(c, type, x.type);
      c.report(pos_of(expr), diag::kImpossibleAssertion, c.text(expr), gap);
    }
  }
  x.mode = Mode::CommaOk;
  x.type = type;
}

}  // namespace govm::types
