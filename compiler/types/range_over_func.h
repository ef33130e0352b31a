// Rewriting of range-over-func loops, the last step of checking a body: see range_over_func.cpp.
#pragma once

#include "compiler/types/context.h"

namespace govm::types {

/// Rewrites the loops of a function without mistakes, and of the literals in it. Results that `type` does not
/// name may get names.
void rewrite_range_over_func(Context& c, syntax::FuncType* type, syntax::BlockStmt* body);
/// The loops in the function literals of a package variable's initialiser.
void rewrite_range_over_func(Context& c, const syntax::Expr* expr);

}  // namespace govm::types
