// Spec: "Switch statements" (expression and type switches), "Select statements".
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>

#include "compiler/types/context.h"

namespace govm::types {
namespace {

template <typename Clause>
void check_defaults(Context& c, std::span<Clause*> clauses) {
  const Clause* first = nullptr;
  for (const Clause* clause : clauses) {
    if (!clause->is_default()) continue;
    if (first != nullptr) {
      c.report(clause->pos, diag::kMultipleDefaults, c.sink.sources().describe(first->pos));
    } else {
      first = clause;
    }
  }
}

/// A constant case seen before.
struct SeenCase {
  const Type* type;
  Pos pos;
};

/// By kind and exact text of the constant.
using SeenCases = std::unordered_multimap<std::string, SeenCase>;

/// Whether a constant case may not be repeated. As in Go's compiler booleans may.
bool counts(const constant::Value& value) {
  switch (value.kind()) {
    case constant::Kind::Int:
    case constant::Kind::Float:
    case constant::Kind::String: return true;
    default: return false;
  }
}

void check_case_values(Context& c, Operand& tag, std::span<syntax::Expr*> values, SeenCases& seen) {
  for (syntax::Expr* expr : values) {
    Operand value;
    check_expr(c, value, expr);
    if (!tag || !value) continue;
    convert_untyped(c, value, tag.type);
    if (!value) continue;
    // The value is compared with the tag, not the tag with it: messages stand at the case.
    Operand result = value;
    Operand other = tag;
    check_comparison(c, result, other, syntax::Operator::Eql, true);
    if (!result || value.mode != Mode::Constant || !counts(value.value)) continue;
    const std::string key = fmt::format("{}:{}", static_cast<int>(value.value.kind()), value.value.exact_text());
    const auto [first, last] = seen.equal_range(key);
    const auto previous = std::find_if(first, last, [&](const auto& entry) { return identical(entry.second.type, value.type); });
    if (previous != last) {
      c.report(pos_of(value), diag::kDuplicateCase, c.text(value)).note(previous->second.pos, "previous case");
    } else {
      seen.emplace(key, SeenCase{value.type, value.expr->pos});
    }
  }
}

bool is_nil_literal(Context& c, const syntax::Expr* expr) {
  const auto* name = syntax::as<syntax::Name>(syntax::unparen(expr));
  return name != nullptr && as_object<Nil>(c.env.scope->lookup_parent(name->symbol, name->pos)) != nullptr;
}

/// A case of a type switch seen before; a null type stands for nil.
struct SeenType {
  const Type* type;
  Pos pos;
};

/// The type that the clause's variable gets.
const Type* check_case_types(Context& c, const Operand* x, std::span<syntax::Expr*> cases, std::vector<SeenType>& seen) {
  const Type* type = nullptr;
  for (syntax::Expr* expr : cases) {
    if (is_nil_literal(c, expr)) {
      type = nullptr;
      Operand nil;
      check_expr(c, nil, expr);
    } else {
      type = check_var_type(c, expr);
      if (is_invalid(type)) continue;
    }
    auto previous = std::ranges::find_if(
        seen, [&](const SeenType& s) { return type == nullptr ? s.type == nullptr : s.type != nullptr && identical(s.type, type); });
    if (previous != seen.end()) {
      c.report(pos_of(expr), diag::kDuplicateTypeCase, type == nullptr ? "nil" : c.text(type)).note(previous->pos, "previous case");
      continue;
    }
    seen.push_back({type, pos_of(expr)});
    if (x != nullptr && type != nullptr) check_assertable(c, expr, *x, type, true);
  }
  // Spec: "In clauses with a case listing exactly one type, the variable has that type; otherwise, the
  // variable has the type of the expression in the TypeSwitchGuard."
  if (cases.size() != 1 || type == nullptr) return x != nullptr ? x->type : c.invalid_type();
  return type;
}

}  // namespace

void check_switch(Context& c, syntax::SwitchStmt* stmt) {
  Operand x;
  if (stmt->tag != nullptr) {
    check_expr(c, x, stmt->tag);
    // As if the tag were assigned to a variable.
    check_assignment(c, x, nullptr, "switch expression");
    if (x && !is_comparable(x.type) && !has_nil(x.type)) {
      c.report(pos_of(x), diag::kIncomparableSwitch, c.text(x), c.text(x.type));
      x.mode = Mode::Invalid;
    }
  } else {
    // Spec: "A missing switch expression is equivalent to the boolean value true."
    auto* name = c.session.arena.make<syntax::Name>();
    name->kind = syntax::NodeKind::Name;
    name->pos = stmt->body.empty() ? stmt->rbrace : stmt->body[0]->pos;
    name->id = c.session.next_expr_id++;
    name->symbol = c.intern("true");
    x.mode = Mode::Constant;
    x.type = c.basic(BasicKind::Bool);
    x.value = constant::Value::from_bool(true);
    x.expr = name;
  }
  check_defaults(c, stmt->body);
  SeenCases seen;
  for (syntax::CaseClause* clause : stmt->body) {
    check_case_values(c, x, clause->cases, seen);
    ScopeGuard scope(c);
    check_block(c, clause->body);
  }
}

void check_type_switch(Context& c, syntax::SwitchStmt* stmt, syntax::TypeSwitchGuard* guard) {
  syntax::Name* name = guard->lhs;
  if (name != nullptr && name->symbol.is_blank()) {
    c.report(name->pos, diag::kNoNewVariable);
    name = nullptr;
  }
  Operand x;
  check_expr(c, x, guard->x);
  const Operand* value = nullptr;
  if (x && is_type_param(x.type)) {
    c.report(pos_of(x), diag::kTypeSwitchOnTypeParam, c.text(x));
  } else if (x && is_interface(x.type)) {
    value = &x;
  } else if (x) {
    c.report(pos_of(x), diag::kNotAnInterface, c.text(x));
  }
  check_defaults(c, stmt->body);

  std::vector<Var*> vars;
  std::vector<SeenType> seen;
  for (syntax::CaseClause* clause : stmt->body) {
    const Type* type = check_case_types(c, value, clause->cases, seen);
    ScopeGuard scope(c);
    if (name != nullptr) {
      Var* var = c.store.make_var(name->pos, c.package, name->symbol, type, VarKind::Local);
      var->function = c.env.function;
      var->color = Object::Color::Black;
      declare(c, c.env.scope, var, clause->colon);
      c.info.implicits[clause] = var;
      vars.push_back(var);
    }
    check_block(c, clause->body);
  }
  // The variables of the clauses count as one.
  bool used = std::ranges::any_of(vars, [](const Var* var) { return var->used; });
  if (name != nullptr && !used) c.report(name->pos, diag::kUnusedTypeSwitchVariable, name->text());
}

void check_select(Context& c, syntax::SelectStmt* stmt) {
  check_defaults(c, stmt->body);
  for (syntax::CommClause* clause : stmt->body) {
    const syntax::Expr* received = nullptr;
    bool valid = clause->comm == nullptr || syntax::is<syntax::SendStmt>(clause->comm);
    if (const auto* assign = syntax::as<syntax::AssignStmt>(clause->comm)) {
      if (assign->rhs.size() == 1) received = assign->rhs[0];
    } else if (const auto* expr = syntax::as<syntax::ExprStmt>(clause->comm)) {
      received = expr->x;
    }
    if (received != nullptr) {
      const auto* unary = syntax::as<syntax::UnaryExpr>(syntax::unparen(received));
      valid = unary != nullptr && unary->op == syntax::Operator::Recv;
    }
    if (!valid) {
      c.report(pos_of(clause->comm), diag::kInvalidSelectCase);
      continue;
    }
    ScopeGuard scope(c);
    if (clause->comm != nullptr) check_stmt(c, clause->comm);
    check_block(c, clause->body);
  }
}

}  // namespace govm::types
