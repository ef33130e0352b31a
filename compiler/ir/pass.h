// The list of passes, in order.
//
// A pass takes a function in SSA form to another that does the same; verify holds between any two.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "compiler/ir/function.h"

namespace govm::ir {

/// A pass: its name for dumps, its function.
struct Pass {
  std::string_view name;
  void (*run)(Function&);
  bool required = false;  ///< what follows relies on it; the others only make better code
};

/// All passes in the order they run.
std::span<const Pass> passes();
/// Runs them all but those named in `without`; in builds with checks verifies after each.
void optimise(Function& function, std::span<const std::string> without);

/// Replaces operations on constants and trivial identities by their results.
void fold_constants(Function& function);
/// Removes values nobody needs and blocks nothing leads to.
void remove_dead_code(Function& function);
/// Replaces phis with one distinct operand by it.
void remove_trivial_phis(Function& function);
/// Marks accesses through pointers that cannot be nil.
void prove_pointers(Function& function);
/// Makes Switch terminators of chains of comparisons with constants.
void make_switches(Function& function);
/// Computes equal values once.
void join_common_values(Function& function);
/// Computes numbers that no iteration changes in front of their loop.
void hoist_loop_invariants(Function& function);
/// Leads edges through empty blocks to where they end, joins blocks with their only successor.
void thread_jumps(Function& function);
/// Leads edges around blocks that only branch on what a branch before has told.
void follow_known_branches(Function& function);
/// Replaces branches that only choose between what their condition compares: by the condition, the smaller or the larger.
void choose_values(Function& function);
/// Lets stores of some bytes take them from the number that was cut to these.
void narrow_stores(Function& function);
/// Puts a block on each edge from a block with several successors to one with several predecessors,
/// where the latter has phis: the moves of phis then have a place. No pass behind it changes edges.
void split_critical_edges(Function& function);

}  // namespace govm::ir
