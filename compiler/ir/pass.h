// The list of passes, in order.
//
// A pass takes a function in SSA form to another that does the same; verify holds between any two.
#pragma once

#include <span>
#include <string_view>

#include "compiler/ir/function.h"

namespace govm::ir {

/// A pass: its name for dumps, its function.
struct Pass {
  std::string_view name;
  void (*run)(Function&);
};

/// All passes in the order they run.
std::span<const Pass> passes();
/// Runs them all; in builds with checks verifies after each.
void optimise(Function& function);

/// Replaces operations on constants and trivial identities by their results.
void fold_constants(Function& function);
/// Removes values nobody needs and blocks nothing leads to.
void remove_dead_code(Function& function);
/// Replaces phis with one distinct operand by it.
void remove_trivial_phis(Function& function);
/// Leads edges through empty blocks to where they end, joins blocks with their only successor.
void thread_jumps(Function& function);
/// Puts a block on each edge from a block with several successors to one with several predecessors,
/// where the latter has phis: the moves of phis then have a place. Runs last.
void split_critical_edges(Function& function);

}  // namespace govm::ir
