// Helpers of passes that change functions.
#pragma once

#include "compiler/ir/function.h"

namespace govm::ir {

/// What stands for a value after replacements.
inline Value* resolve(Value* value) {
  while (value->forward != nullptr) {
    if (value->forward->forward != nullptr) value->forward = value->forward->forward;
    value = value->forward;
  }
  return value;
}

/// Resolves all operands and drops replaced values from their blocks.
void apply_forwards(Function& function);
/// Takes the edge number `successor` of `from` away, with the operands of phis that belong to it.
void remove_edge(Block* from, size_t successor);
/// Leads the edge number `successor` of `from` to `to` instead; the operands of phis in `to` are
/// those it has for its predecessor `like`.
void redirect_edge(Function& function, Block* from, size_t successor, Block* to, const Block* like);
/// Drops blocks that nothing leads to (the entry and the recovery block stay) and numbers the rest.
void remove_unreachable_blocks(Function& function);
/// The index of a block among another's predecessors.
size_t predecessor_index(const Block* block, const Block* predecessor);

}  // namespace govm::ir
