// What a text decides by itself: conditions known to hold, statements that nothing reaches, the clause that a constant tag chooses.
// Go's compiler drops the rest before anything else sees it (cmd/compile/internal/noder).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "compiler/syntax/expr.h"
#include "compiler/syntax/stmt.h"
#include "compiler/types/info.h"

namespace govm::inl {

/// The predeclared function that a call's function denotes.
std::optional<types::BuiltinId> builtin_of(const types::Info& info, const syntax::Expr* fun);

/// 1: the condition always holds; -1: never; 0: not known. `expr` becomes what is left to evaluate.
int static_bool(const types::Info& info, const syntax::Expr*& expr);

/// The statements of a block but for those behind one that ends it, up to the block's last label.
std::vector<const syntax::Stmt*> reachable(const types::Info& info, std::span<syntax::Stmt* const> list);

/// The clauses of an expression switch: all, or where tag and cases are constants the one that is always taken, or none.
struct Clauses {
  std::vector<const syntax::CaseClause*> list;
  bool is_decided = false;  ///< tag and cases need no evaluation
};
Clauses reachable_clauses(const types::Info& info, const syntax::SwitchStmt* stmt);

/// The type that tag and cases are converted to where one of them is an interface and the other is not; null: each is compared as it is.
const types::Type* comparison_type(const types::Info& info, const Clauses& clauses, const types::Type* tag, const types::Type* any,
                                   const std::function<const types::Type*(const syntax::Expr*)>& type_of);

}  // namespace govm::inl
