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
  if (x.is_nil()) return "untyped nil";
  std::string expr = x.expr ? text(x.expr) : "";
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
      inner += is_type_param(x.type) ? " of type " : describe_kind(x.type);
      inner += text(x.type);
      if (auto* param = is_a<TypeParam>(x.type)) inner += " constrained by " + text(param->constraint);
    } else {
      inner += " with invalid type";
    }
  }
  return out.empty() ? inner : out + " (" + inner + ")";
}

// "value of struct type S": named types of composite kinds say their kind.
std::string Context::describe_kind(const Type* type) const {
  if (is_a<Named>(type) || is_a<Alias>(type)) {
    const Type* under = underlying(type);
    std::string kind;
    switch (under ? under->kind() : TypeKind::Basic) {
      case TypeKind::Array: kind = "array"; break;
      case TypeKind::Slice: kind = "slice"; break;
      case TypeKind::Struct: kind = "struct"; break;
      case TypeKind::Pointer: kind = "pointer"; break;
      case TypeKind::Signature: kind = "func"; break;
      case TypeKind::Interface: kind = is_error_or_any(type) ? "" : "interface"; break;
      case TypeKind::Map: kind = "map"; break;
      case TypeKind::Chan: kind = "chan"; break;
      case TypeKind::Basic: kind = std::string(static_cast<const Basic*>(under)->name()); break;
      default: break;
    }
    if (!kind.empty()) return " of " + kind + " type ";
  }
  return " of type ";
}

bool Context::is_error_or_any(const Type* type) const { return type == store.any_type(); }

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
