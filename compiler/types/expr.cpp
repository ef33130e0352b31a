// Expressions (spec: "Expressions"): the walk over kinds of expressions, names, literals, selectors.
#include <fmt/format.h>

#include "base/utf8.h"
#include "compiler/types/context.h"
#include "compiler/types/export_data.h"
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
      case 'x':
        out += static_cast<char>(number(i + 1, 2, 16));
        i += 2;
        break;
      case 'u':
        append_rune(out, number(i + 1, 4, 16));
        i += 4;
        break;
      case 'U':
        append_rune(out, number(i + 1, 8, 16));
        i += 8;
        break;
      case '0':
      case '1':
      case '2':
      case '3':
      case '4':
      case '5':
      case '6':
      case '7':
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

// Forms of number literals that came with Go 1.13.
void check_literal_version(Context& c, const syntax::BasicLit* literal) {
  std::string_view text = literal->text;
  if (text.size() <= 2 || c.allows_version(13)) return;
  std::string_view feature;
  bool prefixed = text[0] == '0';
  char radix = static_cast<char>(text[1] | 0x20);
  if (text.find('_') != std::string_view::npos) {
    feature = "underscore in numeric literal";
  } else if (prefixed && radix == 'b') {
    feature = "binary literal";
  } else if (prefixed && radix == 'o') {
    feature = "0o/0O-style octal literal";
  } else if (prefixed && radix == 'x' && literal->lit != syntax::LitKind::Int) {
    feature = "hexadecimal floating-point literal";
  }
  if (!feature.empty()) c.require_version(pos_of(literal), 13, feature);
}

void check_literal(Context& c, Operand& x, syntax::BasicLit* literal) {
  if (literal->bad) return;
  bool numeric = literal->lit == syntax::LitKind::Int || literal->lit == syntax::LitKind::Float || literal->lit == syntax::LitKind::Imag;
  if (numeric) {
    check_literal_version(c, literal);
    // Longer ones are not meaningful, and costly.
    constexpr size_t kMaxLiteral = 10000;
    if (literal->text.size() > kMaxLiteral) {
      c.report(pos_of(literal), diag::kLongConstant, literal->text.substr(0, 10), static_cast<int64_t>(literal->text.size()));
      return;
    }
  }
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
    c.report(pos_of(literal), diag::kMalformedConstant, literal->text);
    x.mode = Mode::Invalid;
    return;
  }
  check_overflow(c, x);
}

/// The position of the expression's own node: of a name its start, of a selector the dot.
Pos node_pos(const Operand& x) { return x.expr ? x.expr->pos : Pos(); }

/// What an operand may not be: a call without result, or anything but a value.
enum class Exclude : uint8_t { NoValue, AllButValues };

void exclude(Context& c, Operand& x, Exclude what) {
  switch (x.mode) {
    case Mode::NoValue:
      c.report(pos_of(x), diag::kNoValueUsed, c.text(x), what == Exclude::AllButValues ? "value" : "value or type");
      break;
    case Mode::Builtin:
      if (what != Exclude::AllButValues) return;
      c.report(pos_of(x), diag::kUncalledBuiltin, c.text(x));
      break;
    case Mode::TypeExpr:
      if (what != Exclude::AllButValues) return;
      c.report(pos_of(x), diag::kTypeAsExpression, c.text(x));
      break;
    default: return;
  }
  x.mode = Mode::Invalid;
}

/// The type that all pointer types of the set point to; null and reported if there is none.
const Type* pointed_type(Context& c, const Operand& x) {
  const Type* base = nullptr;
  bool fits = for_each_term(x.type, [&](const Type*, const Type* under) {
    auto* pointer = as<Pointer>(under);
    if (!pointer || x.is_nil()) {
      c.report(pos_of(x), diag::kInvalidIndirect, c.text(x));
      return false;
    }
    if (base && !identical(pointer->elem, base)) {
      c.report(pos_of(x), diag::kMismatchedIndirect, c.text(x));
      return false;
    }
    base = pointer->elem;
    return true;
  });
  return fits ? base : nullptr;
}

// A function with explicit type arguments: if they are not all, the others follow from where it goes.
void instantiate_indexed(Context& c, Operand& x, syntax::IndexExpr* index, const Target& target) {
  if (check_index(c, x, index)) instantiate_value(c, x, index, index->pos, target.type, target.what);
}

void check_kind(Context& c, Operand& x, syntax::Expr* expr, const Type* hint, const Target& target) {
  x.expr = expr;
  switch (expr->kind) {
    case syntax::NodeKind::BadExpr: break;
    case syntax::NodeKind::Name: check_name(c, x, syntax::cast<syntax::Name>(expr)); break;
    case syntax::NodeKind::BasicLit: check_literal(c, x, syntax::cast<syntax::BasicLit>(expr)); break;
    case syntax::NodeKind::FuncLit: check_func_lit(c, x, syntax::cast<syntax::FuncLit>(expr)); break;
    case syntax::NodeKind::CompositeLit: check_composite(c, x, syntax::cast<syntax::CompositeLit>(expr), hint); break;
    case syntax::NodeKind::ParenExpr:
      check_raw(c, x, syntax::cast<syntax::ParenExpr>(expr)->x);
      require_instance(c, x);
      break;
    case syntax::NodeKind::SelectorExpr: check_selector(c, x, syntax::cast<syntax::SelectorExpr>(expr), false); break;
    case syntax::NodeKind::IndexExpr: instantiate_indexed(c, x, syntax::cast<syntax::IndexExpr>(expr), target); break;
    case syntax::NodeKind::SliceExpr: check_slice(c, x, syntax::cast<syntax::SliceExpr>(expr)); break;
    case syntax::NodeKind::TypeAssertExpr: check_type_assertion(c, x, syntax::cast<syntax::TypeAssertExpr>(expr)); break;
    case syntax::NodeKind::TypeSwitchGuard: c.report(pos_of(expr), diag::kMisplacedTypeSwitchGuard); break;
    case syntax::NodeKind::CallExpr: check_call(c, x, syntax::cast<syntax::CallExpr>(expr)); break;
    case syntax::NodeKind::StarExpr: {
      auto* star = syntax::cast<syntax::StarExpr>(expr);
      check_expr_or_type(c, x, star->x);
      if (!x) break;
      if (x.mode == Mode::TypeExpr) {
        require_var_type(c, star->x, x.type);
        x.type = c.store.pointer_to(x.type);
        break;
      }
      const Type* base = pointed_type(c, x);
      x.mode = base && check_complete(c, base) ? Mode::Variable : Mode::Invalid;
      x.type = base;
      break;
    }
    case syntax::NodeKind::UnaryExpr: check_unary(c, x, syntax::cast<syntax::UnaryExpr>(expr)); break;
    case syntax::NodeKind::BinaryExpr: {
      auto* binary = syntax::cast<syntax::BinaryExpr>(expr);
      check_binary(c, x, expr, binary->x, binary->y, binary->op);
      break;
    }
    case syntax::NodeKind::KeyValueExpr: c.report(pos_of(expr), diag::kMisplacedKeyValue); break;
    default: x.type = check_type(c, expr); x.mode = is_invalid(x.type) ? Mode::Invalid : Mode::TypeExpr;
  }
  x.expr = expr;
}

}  // namespace

void require_instance(Context& c, Operand& x, const Target& target) {
  if (!x || x.mode == Mode::NoValue || !is_generic(x.type)) return;
  auto* signature = is_a<Signature>(x.type);
  if (signature && x.mode != Mode::TypeExpr && target.type && as<Signature>(core_type(target.type))) {
    instantiate_value(c, x, nullptr, node_pos(x), core_type(target.type), target.what);
    return;
  }
  c.report(pos_of(x), diag::kUninstantiated, signature && x.mode != Mode::TypeExpr ? "function" : "type", c.text(x.expr));
  x.mode = Mode::Invalid;
  x.type = c.invalid_type();
}

void check_single_value(Context& c, Operand& x) {
  auto* tuple = x.mode == Mode::Value ? is_a<Tuple>(x.type) : nullptr;
  if (!tuple) return;
  c.report(pos_of(x), diag::kMultipleValues, c.text(x));
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
  exclude(c, x, Exclude::AllButValues);
  check_single_value(c, x);
}

void check_generic_value(Context& c, Operand& x, syntax::Expr* expr, const Type* hint) {
  check_raw(c, x, expr, hint);
  exclude(c, x, Exclude::AllButValues);
  check_single_value(c, x);
}

void check_multi_expr(Context& c, Operand& x, syntax::Expr* expr) {
  check_raw(c, x, expr);
  require_instance(c, x);
  exclude(c, x, Exclude::AllButValues);
}

namespace {

/// The variable of this package that a name denotes, null for everything else.
const Var* named_variable(Context& c, const syntax::Name* name) {
  const auto* var = as_object<Var>(c.env.scope->lookup_parent(name->symbol, name->pos));
  return var != nullptr && var->package == c.package ? var : nullptr;
}

bool use_all(Context& c, std::span<syntax::Expr*> list, bool left_sides) {
  bool ok = true;
  for (syntax::Expr* expr : list) {
    const auto* name = syntax::as<syntax::Name>(syntax::unparen(expr));
    if (name != nullptr && name->symbol.is_blank()) continue;
    const Var* var = name != nullptr && left_sides ? named_variable(c, name) : nullptr;
    bool was_used = var != nullptr && var->used;
    Operand x;
    if (name != nullptr) {
      check_expr_or_type(c, x, expr, true);
    } else {
      check_raw(c, x, expr);
    }
    if (var != nullptr) var->used = was_used;
    ok = ok && x;
  }
  return ok;
}

}  // namespace

bool use(Context& c, std::span<syntax::Expr*> list) { return use_all(c, list, false); }
bool use_left_sides(Context& c, std::span<syntax::Expr*> list) { return use_all(c, list, true); }

void check_generic_expr(Context& c, Operand& x, syntax::Expr* expr, std::vector<const Type*>& type_args) {
  auto* index = syntax::as<syntax::IndexExpr>(expr);
  if (!index) {
    check_raw(c, x, expr);
    exclude(c, x, Exclude::AllButValues);
    return;
  }
  x = Operand();
  x.type = c.invalid_type();
  if (check_index(c, x, index)) {
    auto* generic = is_a<Signature>(x.type);
    std::optional<std::vector<const Type*>> args = check_type_args(c, generic, index, false);
    if (!args) {
      x.mode = Mode::Invalid;
    } else if (args->size() == generic->type_params.size()) {
      x.type = instantiate_function(c, index, pos_of(index), generic, std::move(*args), index->indices);
    } else {
      type_args = std::move(*args);
    }
  }
  finish_operand(c, x, expr);
  exclude(c, x, Exclude::AllButValues);
}

void check_expr_or_type(Context& c, Operand& x, syntax::Expr* expr, bool allow_generic) {
  check_raw(c, x, expr);
  if (!allow_generic) require_instance(c, x);
  exclude(c, x, Exclude::NoValue);
  check_single_value(c, x);
}

namespace {

/// "variable", "function" and so on.
std::string_view object_kind(const Object* object) {
  switch (object->kind) {
    case ObjectKind::PkgName: return "package name";
    case ObjectKind::Const: return "constant";
    case ObjectKind::TypeName:
      if (as_object<TypeName>(object)->is_alias()) return "type alias";
      return is_type_param(object->type) ? "type parameter" : "defined type";
    case ObjectKind::Var:
      switch (as_object<Var>(object)->var_kind) {
        case VarKind::Package: return "package-level variable";
        case VarKind::Local: return "local variable";
        case VarKind::Receiver: return "receiver";
        case VarKind::Param: return "parameter";
        case VarKind::Result: return "result variable";
        case VarKind::Field: return "struct field";
      }
      return "variable";
    case ObjectKind::Func:
      return as_object<Func>(object)->signature() && as_object<Func>(object)->signature()->recv ? "method" : "function";
    case ObjectKind::Builtin: return "built-in function";
    case ObjectKind::Nil: return "untyped nil";
    case ObjectKind::Label: return "label";
  }
  return "object";
}

void add_dependency(Context& c, Object* object) {
  if (object->parent != c.package->scope || c.env.decl == nullptr) return;
  if (c.env.decl->dependency_set.insert(object).second) c.env.decl->dependencies.push_back(object);
}

}  // namespace

void check_name(Context& c, Operand& x, syntax::Name* name, bool want_type) {
  x.expr = name;
  Scope* scope = nullptr;
  // What an omitted constant expression names is looked up where the constant stands.
  Pos place = c.env.inherited_pos ? c.env.inherited_pos : name->pos;
  Object* object = name->symbol.is_blank() ? nullptr : c.env.scope->lookup_parent(name->symbol, place, &scope);
  if (!object) {
    if (const auto* param = name->symbol.is_blank() ? as_object<TypeName>(c.info.object_of(name)) : nullptr) {
      x.mode = Mode::TypeExpr;
      x.type = param->type;
    } else if (name->symbol.is_blank()) {
      c.report(name->pos, diag::kBlankAsValue);
    } else {
      c.report(name->pos, diag::kUndefined, name->text());
    }
    return;
  }
  bool is_constraint = scope == c.store.universe() && (name->text() == "any" || name->text() == "comparable");
  if (is_constraint && !c.require_version(name->pos, 18, "predeclared " + std::string(name->text()))) return;
  c.info.define(name, object);
  auto* type_name = as_object<TypeName>(object);
  if (want_type && !type_name) {
    c.report(name->pos, diag::kObjectNotAType, name->text(), object_kind(object));
    if (auto* var = as_object<Var>(object); var && var->package == c.package) var->used = true;
    return;
  }
  // Package-level objects are resolved when first mentioned, wherever they stand. A type that is still being declared is
  // asked again: that may close a cycle.
  bool pending = object->type == nullptr || (type_name && want_type && object->package == c.package);
  if (object->color != Object::Color::Black && pending) declare_object(c, object);
  const Type* type = object->type;
  if (auto* import = c.dot_imported(scope, object)) import->used = true;
  switch (object->kind) {
    case ObjectKind::PkgName: c.report(name->pos, diag::kPackageAsValue, name->text()); return;
    case ObjectKind::Const: {
      auto* constant = static_cast<Const*>(object);
      add_dependency(c, object);
      if (is_invalid(type)) return;
      x.value = constant->value;
      if (scope == c.store.universe() && name->text() == "iota") {
        if (!c.env.iota) {
          c.report(name->pos, diag::kMisplacedIota);
          return;
        }
        x.value = *c.env.iota;
      }
      x.mode = Mode::Constant;
      break;
    }
    case ObjectKind::TypeName: x.mode = is_invalid(type) ? Mode::Invalid : Mode::TypeExpr; break;
    case ObjectKind::Var:
      if (object->package == c.package) static_cast<Var*>(object)->used = true;
      add_dependency(c, object);
      if (is_invalid(type)) return;
      x.mode = Mode::Variable;
      break;
    case ObjectKind::Func:
      add_dependency(c, object);
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
  c.functions.emplace_back(literal, signature);
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
      c.env.version = saved.version;
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

namespace {

/// What names have in common that differ in whether they are exported: all but the first letter. A name of one letter has
/// no such part and stands for itself, as in Go's checker.
std::string_view tail_of(std::string_view name) {
  const size_t length = name.empty() ? 0 : decode_rune(name).size;
  return length < name.size() ? name.substr(length) : name;
}

/// pkg.Name. Returns whether the left side names a package.
bool check_qualified(Context& c, Operand& x, syntax::SelectorExpr* expr) {
  auto* name = syntax::as<syntax::Name>(expr->x);
  auto* package = name ? as_object<PkgName>(c.env.scope->lookup_parent(name->symbol, name->pos)) : nullptr;
  if (!package) return false;
  syntax::Name* sel = expr->sel;
  package->used = true;
  c.info.define(name, package);
  Object* object = package->imported->scope->lookup(sel->symbol);
  const bool is_hidden = object != nullptr && !object->is_exported();
  if (is_hidden && !package->imported->is_std && !is_in_export_data(c.info, object, c.options.is_inlinable)) object = nullptr;
  if (!object) {
    if (sel->symbol.is_blank()) return true;
    // Perhaps only the case of letters is wrong.
    const Object* other = package->imported->scope->lookup_ignoring_case(sel->text());
    c.report(sel->pos, diag::kUndefinedQualified, c.text(expr), other ? " (but have " + other->name.str() + ")" : "");
    return true;
  }
  if (is_hidden) c.report(sel->pos, diag::kUnexportedName, sel->text(), package->imported->name.view());
  c.info.define(sel, object);
  object->need();
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
  return true;
}

/// Why a selector finds nothing.
std::string undefined_selector_cause(Context& c, const Operand& base, const syntax::Name* sel) {
  if (auto* pointer = as<Pointer>(base.type); pointer && as<Interface>(pointer->elem)) {
    const char* what = is_type_param(pointer->elem) ? "type parameter" : "interface";
    return fmt::format("type {} is pointer to {}, not {}", c.text(base.type), what, what);
  }
  Found other = lookup_field_or_method(base.type, base.mode == Mode::Variable, c.package, sel->symbol, true);
  return lookup_error(c, base.type, sel->text(), other.object, false);
}

void check_method_selector(Context& c, Operand& x, syntax::SelectorExpr* expr, const Func* func, Selection& selection) {
  if (c.env.decl && func->package == c.package && func->decl) {
    const Object* origin = func->origin ? func->origin : func;
    if (c.env.decl->dependency_set.insert(origin).second) c.env.decl->dependencies.push_back(const_cast<Object*>(origin));
  }
  auto* signature = is_a<Signature>(func->signature());
  if (!signature) {
    x.mode = Mode::Invalid;
    return;
  }
  auto* plain = c.store.make<Signature>();
  plain->params = signature->params;
  plain->results = signature->results;
  plain->variadic = signature->variadic;
  plain->type_params = signature->type_params;
  if (x.mode == Mode::TypeExpr) {
    // The receiver becomes the first parameter, named if the others are.
    bool named = !signature->params.empty() && !signature->params[0]->name.view().empty();
    Symbol name = !named ? Symbol() : signature->recv && !signature->recv->name.view().empty() ? signature->recv->name : c.intern("_");
    plain->params.insert(plain->params.begin(), c.store.make_var(expr->sel->pos, c.package, name, x.type, VarKind::Param));
    selection.kind = SelectionKind::MethodExpr;
  } else {
    selection.kind = SelectionKind::MethodValue;
  }
  x.mode = Mode::Value;
  x.type = plain;
}

}  // namespace

std::string lookup_error(Context& c, const Type* type, std::string_view name, const Object* other, bool in_literal) {
  enum class Case { Missing, Misspelled, Unexported, Inaccessible } found = Case::Missing;
  std::string_view spelled = other ? other->name.view() : std::string_view();
  bool exported = is_exported_name(name);
  if (other && other->package == c.package) {
    found = Case::Misspelled;
  } else if (other && exported) {
    if (other->is_exported()) {
      found = Case::Misspelled;
    } else if (tail_of(name) == tail_of(spelled)) {
      found = Case::Unexported;
    }
  } else if (other && other->is_exported()) {
    if (tail_of(name) == tail_of(spelled)) found = Case::Misspelled;
  } else if (other && name == spelled) {
    found = Case::Inaccessible;
  }
  std::string of = c.text(type);
  if (in_literal) {
    std::string unknown = fmt::format("unknown field {} in struct literal of type {}", name, of);
    switch (found) {
      case Case::Missing: return unknown;
      case Case::Misspelled: return fmt::format("{}, but does have {}", unknown, spelled);
      case Case::Unexported: return fmt::format("{}, but does have unexported {}", unknown, spelled);
      case Case::Inaccessible: return fmt::format("cannot refer to unexported field {} in struct literal of type {}", spelled, of);
    }
  }
  std::string_view what = as_object<Var>(other) ? "field" : as_object<Func>(other) ? "method" : "object";
  std::string missing = fmt::format("type {} has no field or method {}", of, name);
  switch (found) {
    case Case::Missing: return missing;
    case Case::Misspelled: return fmt::format("{}, but does have {} {}", missing, what, spelled);
    case Case::Unexported: return fmt::format("{}, but does have unexported {} {}", missing, what, spelled);
    case Case::Inaccessible: return fmt::format("cannot refer to unexported {} {}", what, spelled);
  }
  return missing;
}

void check_selector(Context& c, Operand& x, syntax::SelectorExpr* expr, bool want_type) {
  x.expr = expr;
  syntax::Name* sel = expr->sel;
  if (check_qualified(c, x, expr)) return;
  check_expr_or_type(c, x, expr->x);
  if (!x) return;
  auto invalid = [&] { x.mode = Mode::Invalid; };
  if (x.mode == Mode::Builtin) {
    c.report(expr->pos, diag::kSelectorOfBuiltin, c.text(x));
    return invalid();
  }
  if (!check_complete(c, x.type)) return invalid();
  if (want_type) {
    c.report(sel->pos, diag::kNotAType, c.text(expr));
    return invalid();
  }
  if (auto* pointer = as<Pointer>(x.type); pointer && !check_complete(c, pointer->elem)) return invalid();
  Found found = lookup_field_or_method(x.type, x.mode == Mode::Variable, c.package, sel->symbol);
  if (!found.object) {
    if (is_invalid(underlying(x.type))) return invalid();
    if (found.ambiguous) {
      c.report(sel->pos, diag::kAmbiguousSelector, c.text(expr));
    } else if (found.indirect && x.mode == Mode::TypeExpr) {
      c.report(sel->pos, diag::kPointerMethodExpr, c.text(x.type), sel->text(), c.text(x.type), sel->text());
    } else if (found.indirect) {
      c.report(sel->pos, diag::kPointerMethod, sel->text(), c.text(x.type));
    } else {
      c.report(sel->pos, diag::kUndefinedSelector, c.text(expr), undefined_selector_cause(c, x, sel));
    }
    return invalid();
  }
  if (const auto* func = as_object<Func>(found.object)) {
    const Func* origin = func->origin != nullptr ? func->origin : func;
    if (origin->color != Object::Color::Black) {
      declare_object(c, const_cast<Func*>(origin));
      // The method of an instance is made of the declared one.
      if (origin != func) found = lookup_field_or_method(x.type, x.mode == Mode::Variable, c.package, sel->symbol);
    }
  }
  c.info.define(sel, const_cast<Object*>(found.object));
  Selection selection;
  selection.recv = x.type;
  selection.object = found.object;
  selection.path = found.path;
  selection.indirect = found.indirect;
  if (auto* func = as_object<Func>(found.object)) {
    check_method_selector(c, x, expr, func, selection);
    if (!x) return;
  } else {
    if (x.mode == Mode::TypeExpr) {
      c.report(pos_of(expr->x), diag::kFieldOfType, sel->text(), c.text(x.type));
      return invalid();
    }
    selection.kind = SelectionKind::Field;
    x.mode = x.mode == Mode::Variable || found.indirect ? Mode::Variable : Mode::Value;
    x.type = found.object->type;
  }
  selection.type = x.type;
  x.expr = expr;
  c.info.selections[expr] = selection;
}

void check_assertable(Context& c, syntax::Expr* expr, const Operand& x, const Type* type, bool is_case) {
  if (is_interface(type)) return;
  std::string cause = missing_method_cause(c, type, x.type, false);
  if (cause.empty()) return;
  if (is_case) {
    c.report(pos_of(expr), diag::kImpossibleCase, c.text(expr), c.text(x), c.text(type), cause);
  } else {
    c.report(pos_of(expr), diag::kImpossibleAssertion, c.text(expr), c.text(type), c.text(x.type), cause);
  }
}

void check_type_assertion(Context& c, Operand& x, syntax::TypeAssertExpr* expr) {
  check_expr(c, x, expr->x);
  if (!x) return;
  if (!is_interface(x.type)) {
    if (is_type_param(x.type)) {
      c.report(pos_of(x), diag::kAssertionOfTypeParam, c.text(x));
    } else {
      c.report(pos_of(x), diag::kAssertionOfNonInterface, c.text(x));
    }
    x.mode = Mode::Invalid;
    return;
  }
  const Type* type = check_var_type(c, expr->type);
  if (is_invalid(type) || !check_complete(c, type)) {
    x.mode = Mode::Invalid;
    return;
  }
  check_assertable(c, expr, x, type, false);
  x.mode = Mode::CommaOk;
  x.type = type;
}

}  // namespace govm::types
