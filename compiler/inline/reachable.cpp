// Dead code and decided choices: see reachable.h.
#include "compiler/inline/reachable.h"

#include "compiler/types/relations.h"

namespace govm::inl {

using syntax::NodeKind;

namespace {

bool falls_through(const syntax::CaseClause* clause) {
  for (const syntax::Stmt* stmt : clause->body) {
    const auto* branch = syntax::as<syntax::BranchStmt>(stmt);
    if (branch != nullptr && branch->token == syntax::Token::Fallthrough) return true;
  }
  return false;
}

bool terminates(const types::Info& info, const syntax::Stmt* stmt) {
  if (stmt == nullptr) return false;
  switch (stmt->kind) {
    case NodeKind::ReturnStmt: return true;
    case NodeKind::BranchStmt: return syntax::cast<syntax::BranchStmt>(stmt)->token == syntax::Token::Goto;
    case NodeKind::ExprStmt: {
      const auto* call = syntax::as<syntax::CallExpr>(syntax::unparen(syntax::cast<syntax::ExprStmt>(stmt)->x));
      return call != nullptr && !info.is_type(call->fun) && builtin_of(info, call->fun) == types::BuiltinId::Panic;
    }
    case NodeKind::IfStmt: {
      const auto* choice = syntax::cast<syntax::IfStmt>(stmt);
      const syntax::Expr* cond = choice->cond;
      int known = static_bool(info, cond);
      return (known < 0 || terminates(info, choice->then)) && (known > 0 || terminates(info, choice->else_));
    }
    case NodeKind::BlockStmt: {
      const auto& list = syntax::cast<syntax::BlockStmt>(stmt)->list;
      for (size_t i = list.size(); i-- > 0;) {
        if (list[i]->kind != NodeKind::EmptyStmt) return terminates(info, list[i]);
      }
      return false;
    }
    default: return false;
  }
}

}  // namespace

std::optional<types::BuiltinId> builtin_of(const types::Info& info, const syntax::Expr* fun) {
  fun = syntax::unparen(fun);
  const syntax::Name* name = syntax::as<syntax::Name>(fun);
  if (const auto* selector = syntax::as<syntax::SelectorExpr>(fun); selector != nullptr && info.selection_of(selector) == nullptr)
    name = selector->sel;
  const auto* builtin = name != nullptr ? types::as_object<types::Builtin>(info.object_of(name)) : nullptr;
  return builtin != nullptr ? std::optional<types::BuiltinId>(builtin->id) : std::nullopt;
}

int static_bool(const types::Info& info, const syntax::Expr*& expr) {
  const syntax::Expr* bare = syntax::unparen(expr);
  if (info.is_constant(bare)) return info.value_of(bare).as_bool() ? 1 : -1;
  if (const auto* unary = syntax::as<syntax::UnaryExpr>(expr); unary != nullptr && unary->op == syntax::Operator::Not) {
    const syntax::Expr* x = unary->x;
    return -static_bool(info, x);
  }
  const auto* binary = syntax::as<syntax::BinaryExpr>(expr);
  if (binary == nullptr) return 0;
  bool is_and = binary->op == syntax::Operator::AndAnd;
  if (!is_and && binary->op != syntax::Operator::OrOr) return 0;
  int deciding = is_and ? -1 : 1;
  const syntax::Expr* left = binary->x;
  int x = static_bool(info, left);
  if (x == deciding) {
    expr = left;
    return x;
  }
  const syntax::Expr* right = binary->y;
  int y = static_bool(info, right);
  if (x == -deciding || y == deciding) {
    if (x == -deciding) expr = right;
    return y;
  }
  return 0;
}

std::vector<const syntax::Stmt*> reachable(const types::Info& info, std::span<syntax::Stmt* const> list) {
  std::vector<const syntax::Stmt*> kept;
  size_t labels_end = list.size();
  while (labels_end > 0 && list[labels_end - 1]->kind != NodeKind::LabeledStmt) --labels_end;
  bool dead = false;
  for (size_t i = 0; i < list.size(); ++i) {
    if (dead && i >= labels_end) break;
    kept.push_back(list[i]);
    dead = terminates(info, list[i]);
  }
  return kept;
}

Clauses reachable_clauses(const types::Info& info, const syntax::SwitchStmt* stmt) {
  const Clauses all{{stmt->body.begin(), stmt->body.end()}, false};
  const syntax::Expr* tag = stmt->tag != nullptr ? syntax::unparen(stmt->tag) : nullptr;
  if (tag != nullptr && !info.is_constant(tag)) return all;
  const constant::Value value = tag != nullptr ? info.value_of(tag) : constant::Value::from_bool(true);
  const syntax::CaseClause* chosen = nullptr;
  for (const syntax::CaseClause* clause : all.list) {
    if (clause->is_default()) chosen = clause;
  }
  for (const syntax::CaseClause* clause : all.list) {
    bool found = false;
    for (const syntax::Expr* one : clause->cases) {
      const syntax::Expr* bare = syntax::unparen(one);
      if (!info.is_constant(bare)) return all;
      found = constant::compare(value, constant::CompareOp::Equal, info.value_of(bare));
      if (found) break;
    }
    if (!found) continue;
    chosen = clause;
    break;
  }
  if (chosen == nullptr) return {{}, true};
  return falls_through(chosen) ? all : Clauses{{chosen}, true};
}

const types::Type* comparison_type(const types::Info& info, const Clauses& clauses, const types::Type* tag, const types::Type* any,
                                   const std::function<const types::Type*(const syntax::Expr*)>& type_of) {
  if (types::as<types::Chan>(tag) != nullptr) return nullptr;
  if (clauses.is_decided) return tag;
  for (const syntax::CaseClause* clause : clauses.list) {
    for (const syntax::Expr* one : clause->cases) {
      const syntax::Expr* bare = syntax::unparen(one);
      const types::Type* type = type_of(bare);
      if (type == nullptr || info.mode_of(bare) == types::Mode::Nil) continue;
      if (types::is_interface(type) && !types::is_interface(tag)) return any;
    }
  }
  return tag;
}

}  // namespace govm::inl
