// Slices that grow in a frame and move to the heap when somebody else gets them (escape-analysis.md 3).
//
// A local slice that only its own function reads, writes and appends to may keep its first elements in the frame
// even if it escapes in the end: they move at the one place where it is handed on (returned, assigned to
// something else, ranged over). -m's lines do not show it: "append escapes to heap" stays. Source of the rules:
// Go's cmd/compile/internal/slice.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "compiler/syntax/stmt.h"
#include "compiler/types/info.h"
#include "compiler/types/object.h"

namespace govm::escape {

/// One such slice.
struct LateMove {
  const types::Var* slice = nullptr;
  const syntax::Node* place = nullptr;           ///< the statement, or declaration, before which it moves
  std::vector<const syntax::CallExpr*> appends;  ///< all appends to it
  bool keeps_capacity = false;                   ///< the capacity is looked at: it grows in steps, and moves as it is
};

/// Finds such slices among the `locals` of a function with this body; `leaks` tells whether an argument of a call may stay behind
/// somewhere.
std::vector<LateMove> find_late_moves(const types::Info& info, std::span<const types::Var* const> locals, const syntax::BlockStmt* body,
                                      const std::function<bool(const syntax::CallExpr*, size_t)>& leaks);

}  // namespace govm::escape
