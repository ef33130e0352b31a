// Spec: "Statements". Labels and branches were checked by the parser; assignments, range clauses and
// switches have files of their own.
#include "compiler/types/context.h"

namespace govm::types {
namespace {

void check_condition(Context& c, syntax::Expr* cond, std::string_view where) {
  if (cond == nullptr) return;
  Operand x;
  check_expr(c, x, cond);
  if (x && !is_boolean(x.type)) c.report(pos_of(cond), diag::kNonBooleanCondition, where);
}

// Spec: "With the exception of specific built-in functions, function and method calls and receive
// operations can appear in statement context."
void check_expr_stmt(Context& c, syntax::ExprStmt* stmt) {
  Operand x;
  CallKind kind = CallKind::Expression;
  syntax::Expr* plain = syntax::unparen(stmt->x);
  if (auto* call = syntax::as<syntax::CallExpr>(plain)) {
    kind = check_call(c, x, call);
    x.expr = stmt->x;
    if (plain != stmt->x) record(c, x);
  } else {
    check_raw(c, x, stmt->x);
    require_instance(c, x);
    const auto* unary = syntax::as<syntax::UnaryExpr>(plain);
    if (unary != nullptr && unary->op == syntax::Operator::Recv) kind = CallKind::Statement;
  }
  switch (x.mode) {
    case Mode::Builtin: c.report(pos_of(x), diag::kUncalledBuiltin, c.text(x)); return;
    case Mode::TypeExpr: c.report(pos_of(x), diag::kTypeAsStatement, c.text(x)); return;
    case Mode::Invalid: return;
    default:
      if (kind != CallKind::Statement) c.report(pos_of(x), diag::kUnusedExpression, c.text(x));
  }
}

// Spec: "Send statements".
void check_send(Context& c, syntax::SendStmt* stmt) {
  Operand channel, value;
  check_expr(c, channel, stmt->chan);
  check_generic_value(c, value, stmt->value);
  if (!channel || !value) return;
  if (const Type* elem = channel_element(c, channel, false)) check_assignment(c, value, elem, "send");
}

// Spec: "IncDec statements".
void check_inc_dec(Context& c, syntax::IncDecStmt* stmt) {
  Operand x;
  check_expr(c, x, stmt->x);
  if (!x) return;
  if (!is_numeric(x.type)) {
    std::string op(syntax::operator_text(stmt->op));
    c.report(pos_of(stmt->x), diag::kNonNumericIncDec, c.text(stmt->x) + op + op, c.text(x.type));
    return;
  }
  assign_var(c, stmt->x, x, "assignment");
}

void check_assign(Context& c, syntax::AssignStmt* stmt) {
  if (stmt->define) return short_var_decl(c, stmt);
  if (stmt->op == syntax::Operator::None) return assign_vars(c, stmt->lhs, stmt->rhs);
  if (stmt->lhs.size() != 1 || stmt->rhs.size() != 1) {
    c.report(stmt->pos, diag::kMultipleAssignOp, syntax::operator_text(stmt->op));
    return;
  }
  Operand x;
  check_binary(c, x, nullptr, stmt->lhs[0], stmt->rhs[0], stmt->op);
  assign_var(c, stmt->lhs[0], x, "assignment");
}

// Spec: "Go statements", "Defer statements".
void check_suspended_call(Context& c, syntax::CallStmt* stmt) {
  std::string_view keyword = syntax::token_text(stmt->token);
  auto* call = syntax::as<syntax::CallExpr>(stmt->call);
  Operand x;
  if (call == nullptr) {
    c.report(pos_of(stmt->call), diag::kSuspendedNonCall, keyword);
    check_raw(c, x, stmt->call);
    return;
  }
  CallKind kind = check_call(c, x, call);
  if (x.expr == nullptr) x.expr = call;
  if (x.mode == Mode::Invalid && kind != CallKind::Statement) return;
  if (kind == CallKind::Conversion) c.report(pos_of(x), diag::kSuspendedConversion, keyword, c.text(x));
  if (kind == CallKind::Expression) c.report(pos_of(x), diag::kSuspendedResult, keyword, c.text(x));
}

// Spec: "Return statements".
void check_return(Context& c, syntax::ReturnStmt* stmt) {
  const std::vector<const Var*>& results = c.env.signature->results;
  if (!stmt->results.empty() || results.empty() || results[0]->name.view().empty()) {
    std::vector<Var*> vars;
    for (const Var* result : results) vars.push_back(const_cast<Var*>(result));
    if (stmt->results.empty() && results.empty()) return;
    init_vars(c, vars, stmt->results, stmt);
    return;
  }
  // "A compiler may disallow an empty expression list in a "return" statement if a different entity
  // with the same name as a result parameter is in scope at the place of the return."
  for (const Var* result : results) {
    Object* visible = c.env.scope->lookup_parent(result->name, stmt->pos);
    if (visible == nullptr || visible == result || result->name.is_blank()) continue;
    c.report(stmt->pos, diag::kShadowedResult, result->name.view())
        .note(visible->pos, "inner declaration of var " + result->name.str() + " " + c.text(result->type));
  }
}

void check_if(Context& c, syntax::IfStmt* stmt) {
  ScopeGuard scope(c);
  if (stmt->init != nullptr) check_stmt(c, stmt->init);
  check_condition(c, stmt->cond, "if");
  check_inner_block(c, stmt->then);
  if (stmt->else_ != nullptr) check_stmt(c, stmt->else_);
}

void check_for(Context& c, syntax::ForStmt* stmt) {
  if (stmt->range != nullptr) return check_range(c, stmt);
  ScopeGuard scope(c);
  if (stmt->init != nullptr) check_stmt(c, stmt->init);
  check_condition(c, stmt->cond, "for");
  if (stmt->post != nullptr) check_stmt(c, stmt->post);
  check_inner_block(c, stmt->body);
}

}  // namespace

void check_block(Context& c, std::span<syntax::Stmt*> list) {
  for (syntax::Stmt* stmt : list) {
    // What was put off, bodies of function literals above all, sees the scopes as they are now.
    size_t first = c.later.size();
    check_stmt(c, stmt);
    if (c.later.size() > first) c.process_put_off(first);
  }
}

void check_inner_block(Context& c, syntax::BlockStmt* block) {
  ScopeGuard scope(c);
  check_block(c, block->list);
}

void check_stmt(Context& c, syntax::Stmt* stmt) {
  using syntax::NodeKind;
  switch (stmt->kind) {
    case NodeKind::EmptyStmt:
    case NodeKind::BranchStmt: return;
    case NodeKind::DeclStmt: {
      std::span<syntax::Decl*> decls = syntax::cast<syntax::DeclStmt>(stmt)->decls;
      return declare_statement(c, std::vector<syntax::Decl*>(decls.begin(), decls.end()));
    }
    case NodeKind::LabeledStmt: return check_stmt(c, syntax::cast<syntax::LabeledStmt>(stmt)->stmt);
    case NodeKind::ExprStmt: return check_expr_stmt(c, syntax::cast<syntax::ExprStmt>(stmt));
    case NodeKind::SendStmt: return check_send(c, syntax::cast<syntax::SendStmt>(stmt));
    case NodeKind::IncDecStmt: return check_inc_dec(c, syntax::cast<syntax::IncDecStmt>(stmt));
    case NodeKind::AssignStmt: return check_assign(c, syntax::cast<syntax::AssignStmt>(stmt));
    case NodeKind::CallStmt: return check_suspended_call(c, syntax::cast<syntax::CallStmt>(stmt));
    case NodeKind::ReturnStmt: return check_return(c, syntax::cast<syntax::ReturnStmt>(stmt));
    case NodeKind::BlockStmt: return check_inner_block(c, syntax::cast<syntax::BlockStmt>(stmt));
    case NodeKind::IfStmt: return check_if(c, syntax::cast<syntax::IfStmt>(stmt));
    case NodeKind::ForStmt: return check_for(c, syntax::cast<syntax::ForStmt>(stmt));
    case NodeKind::SwitchStmt: {
      auto* switch_stmt = syntax::cast<syntax::SwitchStmt>(stmt);
      ScopeGuard scope(c);
      if (switch_stmt->init != nullptr) check_stmt(c, switch_stmt->init);
      if (auto* guard = syntax::as<syntax::TypeSwitchGuard>(switch_stmt->tag)) {
        return check_type_switch(c, switch_stmt, guard);
      }
      return check_switch(c, switch_stmt);
    }
    case NodeKind::SelectStmt: return check_select(c, syntax::cast<syntax::SelectStmt>(stmt));
    default: GOVM_UNREACHABLE("a node that is no statement");
  }
}

}  // namespace govm::types
