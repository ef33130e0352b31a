// Slices that grow in a frame and move to the heap when somebody else gets them (escape-analysis.md 3).
//
// A local slice that only its own function reads, writes and appends to may keep its first elements in the frame
// even if it escapes in the end: they move at the one place where it is handed on (returned, assigned to
// something else, ranged over). -m's lines do not show it: "append escapes to heap" stays. Source of the rules:
// Go's cmd/compile/internal/slice.
#pragma once

#include <functional>
#include <vector>

#include "compiler/inline/tree.h"

namespace govm::escape {

/// One such slice.
struct LateMove {
  const inl::Variable* slice = nullptr;
  const syntax::Node* place = nullptr;          ///< the statement, or declaration, before which it moves
  const inl::InlineContext* context = nullptr;  ///< the copy of the text that the statement is in
  std::vector<const inl::Node*> appends;        ///< all appends to it
  bool keeps_capacity = false;                  ///< the capacity is looked at: it grows in steps, and moves as it is
};

struct LateMoves {
  std::vector<LateMove> moves;
  /// Slices that no pointer leads to: what captured them was inlined away.
  std::vector<const inl::Variable*> unshared;
};

/// Finds such slices among the variables of a function, with the calls that were inlined; `leaks` tells whether an argument of a call may
/// stay behind somewhere.
LateMoves find_late_moves(const inl::Function& function, const std::function<bool(const inl::Node* call, size_t argument)>& leaks);

}  // namespace govm::escape
