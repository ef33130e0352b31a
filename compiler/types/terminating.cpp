// Spec: "Terminating statements".
#include "compiler/types/context.h"

namespace govm::types {
namespace {

/// Whether a call is one of the predeclared panic.
bool is_panic_call(Context& c, const syntax::Expr* expr) {
  const auto* call = syntax::as<syntax::CallExpr>(syntax::unparen(expr));
  if (call == nullptr) return false;
  const auto* name = syntax::as<syntax::Name>(syntax::unparen(call->fun));
  const auto* builtin = name != nullptr ? as_object<Builtin>(c.info.object_of(name)) : nullptr;
  return builtin != nullptr && builtin->id == BuiltinId::Panic;
}

/// Whether a "break" in the list leaves the given statement: the parser has resolved the targets.
bool has_break(std::span<syntax::Stmt* const> list, const syntax::Stmt* target);

bool has_break(const syntax::Stmt* stmt, const syntax::Stmt* target) {
  using syntax::NodeKind;
  if (stmt == nullptr) return false;
  switch (stmt->kind) {
    case NodeKind::BranchStmt: {
      const auto* branch = syntax::cast<syntax::BranchStmt>(stmt);
      return branch->token == syntax::Token::Break && branch->target == target;
    }
    case NodeKind::LabeledStmt: return has_break(syntax::cast<syntax::LabeledStmt>(stmt)->stmt, target);
    case NodeKind::BlockStmt: return has_break(syntax::cast<syntax::BlockStmt>(stmt)->list, target);
    case NodeKind::IfStmt:
      return has_break(syntax::cast<syntax::IfStmt>(stmt)->then, target) || has_break(syntax::cast<syntax::IfStmt>(stmt)->else_, target);
    case NodeKind::ForStmt: return has_break(syntax::cast<syntax::ForStmt>(stmt)->body, target);
    case NodeKind::SwitchStmt:
      for (const syntax::CaseClause* clause : syntax::cast<syntax::SwitchStmt>(stmt)->body) {
        if (has_break(clause->body, target)) return true;
      }
      return false;
    case NodeKind::SelectStmt:
      for (const syntax::CommClause* clause : syntax::cast<syntax::SelectStmt>(stmt)->body) {
        if (has_break(clause->body, target)) return true;
      }
      return false;
    default: return false;
  }
}

bool has_break(std::span<syntax::Stmt* const> list, const syntax::Stmt* target) {
  for (const syntax::Stmt* stmt : list) {
    if (has_break(stmt, target)) return true;
  }
  return false;
}

}  // namespace

bool is_terminating(Context& c, const syntax::Stmt* stmt) {
  using syntax::NodeKind;
  switch (stmt->kind) {
    case NodeKind::LabeledStmt: return is_terminating(c, syntax::cast<syntax::LabeledStmt>(stmt)->stmt);
    case NodeKind::ExprStmt: return is_panic_call(c, syntax::cast<syntax::ExprStmt>(stmt)->x);
    case NodeKind::ReturnStmt: return true;
    case NodeKind::BranchStmt: {
      syntax::Token token = syntax::cast<syntax::BranchStmt>(stmt)->token;
      return token == syntax::Token::Goto || token == syntax::Token::Fallthrough;
    }
    case NodeKind::BlockStmt: return is_terminating_list(c, syntax::cast<syntax::BlockStmt>(stmt)->list);
    case NodeKind::IfStmt: {
      const auto* branch = syntax::cast<syntax::IfStmt>(stmt);
      return branch->else_ != nullptr && is_terminating(c, branch->then) && is_terminating(c, branch->else_);
    }
    case NodeKind::ForStmt: {
      const auto* loop = syntax::cast<syntax::ForStmt>(stmt);
      return loop->range == nullptr && loop->cond == nullptr && !has_break(loop->body, loop);
    }
    case NodeKind::SwitchStmt: {
      bool has_default = false;
      for (const syntax::CaseClause* clause : syntax::cast<syntax::SwitchStmt>(stmt)->body) {
        has_default = has_default || clause->is_default();
        if (!is_terminating_list(c, clause->body) || has_break(clause->body, stmt)) return false;
      }
      return has_default;
    }
    case NodeKind::SelectStmt:
      for (const syntax::CommClause* clause : syntax::cast<syntax::SelectStmt>(stmt)->body) {
        if (!is_terminating_list(c, clause->body) || has_break(clause->body, stmt)) return false;
      }
      return true;
    default: return false;
  }
}

bool is_terminating_list(Context& c, std::span<syntax::Stmt*> list) {
  // Trailing empty statements do not count.
  while (!list.empty() && syntax::is<syntax::EmptyStmt>(list.back())) list = list.first(list.size() - 1);
  return !list.empty() && is_terminating(c, list.back());
}

void report_unused_vars(Context& c, size_t first) {
  for (size_t i = first; i < c.local_vars.size(); ++i) {
    const Var* var = c.local_vars[i];
    if (!var->used && !var->name.is_blank() && var->parent != nullptr) {
      c.report(var->pos, diag::kUnusedVariable, var->name.view());
    }
  }
  c.local_vars.resize(first);
}

}  // namespace govm::types
