// Operands as messages describe them, and recording what was found.
#include "compiler/types/context.h"

namespace govm::types {
namespace {

std::string_view mode_text(Mode mode) {
  switch (mode) {
    case Mode::Invalid: return "invalid operand";
    case Mode::NoValue: return "no value";
    case Mode::Builtin: return "built-in";
    case Mode::TypeExpr: return "type";
    case Mode::Constant: return "constant";
    case Mode::Variable: return "variable";
    case Mode::MapIndex: return "map index expression";
    case Mode::Value: return "value";
    case Mode::Nil: return "nil";
    case Mode::CommaOk: return "comma, ok expression";
  }
  return "";
}

}  // namespace

Pos pos_of(const syntax::Node* node) { return syntax::start_pos(node); }
Pos pos_of(const Operand& x) { return x.expr ? syntax::start_pos(x.expr) : Pos(); }

// x.expr (<untyped kind> mode value of type T)
std::string Context::text(const Operand& x) const {
  if (x.is_nil()) {
    if (is_invalid(x.type)) return "nil (with invalid type)";
    return is_untyped(x.type) ? "nil" : "nil (of type " + text(x.type) + ")";
  }
  std::string expr = !x.label.empty() ? std::string(x.label) : x.expr ? text(x.expr) : "";
  std::string out = expr;
  bool has_type = false;
  std::string inner;
  switch (x.mode) {
    case Mode::Invalid:
    case Mode::NoValue:
    case Mode::Builtin:
    case Mode::TypeExpr: break;
    default:
      if (x.type) {
        if (is_untyped(x.type)) {
          inner += std::string(is_a<Basic>(x.type)->name()) + " ";
        } else {
          has_type = true;
        }
      }
  }
  inner += mode_text(x.mode);
  if (x.mode == Mode::Constant && !x.value.is_unknown()) {
    std::string value = x.value.text();
    if (value != expr) inner += " " + value;
  }
  if (has_type) {
    if (!is_invalid(x.type)) {
      inner += " of " + std::string(is_generic(x.type) ? "generic " : "") + describe_kind(x.type) + "type " + text(x.type);
      if (auto* param = is_a<TypeParam>(x.type)) {
        inner += " constrained by " + text(param->constraint);
        if (has_empty_type_set(param)) inner += " with empty type set";
      }
    } else {
      inner += " with invalid type";
    }
  }
  return out.empty() ? inner : out + " (" + inner + ")";
}

std::string_view composite_kind(const Type* type) {
  const Type* under = type ? underlying(type) : nullptr;
  switch (under ? under->kind() : TypeKind::Basic) {
    case TypeKind::Array: return "array";
    case TypeKind::Slice: return "slice";
    case TypeKind::Struct: return "struct";
    case TypeKind::Pointer: return "pointer";
    case TypeKind::Signature: return "func";
    case TypeKind::Interface: return "interface";
    case TypeKind::Map: return "map";
    case TypeKind::Chan: return "chan";
    case TypeKind::Tuple: return "tuple";
    case TypeKind::Union: return "union";
    default: return "";
  }
}

std::string Context::describe_kind(const Type* type) const {
  if (is_type_param(type) || (type->kind() != TypeKind::Named && type->kind() != TypeKind::Alias)) return "";
  std::string kind(composite_kind(type));
  if (kind.empty()) {
    const Basic* basic = basic_of(type);
    if (basic) kind = basic->name();
  }
  return kind.empty() ? kind : kind + " ";
}

bool Context::require_version(Pos pos, int minor, std::string_view feature) {
  if (allows_version(minor)) return true;
  report(pos, diag::kNewerLanguage, feature, static_cast<int64_t>(minor));
  return false;
}

diag::Diagnostic& Context::hint_at_version(Pos pos, diag::Diagnostic& message) const {
  constexpr std::string_view kRequires = "requires go1.";
  if (message.text.find(kRequires) == std::string::npos) return message;
  const SourceFile* source = sink.sources().file_of(pos);
  std::string hint = "-lang was set to " + options.go_version + "; check go.mod";
  for (const auto& [scope, file] : file_of_scope) {
    bool declares = file->source == source && file->go_version == "go1." + std::to_string(version_of_scope.at(scope));
    if (declares) hint = "file declares //go:build " + std::string(file->go_version);
  }
  message.text += " (" + hint + ")";
  return message;
}

const PkgName* Context::dot_imported(const Scope* scope, const Object* object) const {
  if (dot_imports.empty()) return nullptr;
  auto found = dot_imports.find({scope, object});
  return found != dot_imports.end() ? found->second : nullptr;
}

void record(Context& c, const Operand& x) {
  if (!x.expr) return;
  TypeAndValue& slot = c.info.record(x.expr);
  slot.type = x.type;
  slot.mode = x.mode;
  slot.value = x.mode == Mode::Constant ? x.value : constant::Value();
}

void record_comma_ok(Context& c, syntax::Expr* expr, const Type* first, const Type* second) {
  std::vector<const Var*> vars = {c.store.make_var(expr->pos, c.package, Symbol(), first, VarKind::Local),
                                  c.store.make_var(expr->pos, c.package, Symbol(), second, VarKind::Local)};
  const Tuple* tuple = c.store.tuple_of(std::move(vars));
  for (syntax::Expr* at = expr;;) {
    c.info.record(at).type = tuple;
    auto* paren = syntax::as<syntax::ParenExpr>(at);
    if (!paren) return;
    at = paren->x;
  }
}

}  // namespace govm::types
