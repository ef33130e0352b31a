// Dominators: a block dominates another if every way from the entry to the latter leads through it.
//
// The iterative algorithm over reverse postorder of Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm". The recovery
// block is a second root: nothing of the entry's tree dominates it.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/ir/function.h"

namespace govm::ir {

class Dominators {
 public:
  /// Of the function as it is; changes of its edges make the answers wrong.
  explicit Dominators(const Function& function);

  bool is_reachable(const Block* block) const { return order_[block->id] != kNone; }
  /// In constant time; both must be reachable.
  bool dominates(const Block* a, const Block* b) const { return number_[b->id] - number_[a->id] < size_[a->id]; }
  /// Reachable blocks, each behind its dominators.
  const std::vector<Block*>& reverse_postorder() const { return postorder_; }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  void walk(Block* root);
  uint32_t common(const Function& function, uint32_t a, uint32_t b) const;
  void number_tree();

  std::vector<uint32_t> order_;   ///< by block: its place in reverse postorder, kNone if it cannot be reached
  std::vector<uint32_t> idom_;    ///< the immediate dominator's id, kNone for roots
  std::vector<uint32_t> number_;  ///< in a preorder of the dominator tree: what a block dominates has the `size_` numbers from its own on
  std::vector<uint32_t> size_;
  std::vector<Block*> postorder_;
};

}  // namespace govm::ir
