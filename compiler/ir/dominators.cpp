// Computes immediate dominators, and numbers the tree so that a question is two comparisons.
#include "compiler/ir/dominators.h"

#include <algorithm>

namespace govm::ir {

Dominators::Dominators(const Function& function) : order_(function.blocks.size(), kNone), idom_(function.blocks.size(), kNone) {
  walk(function.blocks[0].get());
  if (function.recovery != nullptr && order_[function.recovery->id] == kNone) walk(function.recovery);
  std::reverse(postorder_.begin(), postorder_.end());
  for (size_t i = 0; i < postorder_.size(); ++i) order_[postorder_[i]->id] = static_cast<uint32_t>(i);
  bool changed = true;
  while (changed) {
    changed = false;
    for (const Block* block : postorder_) {
      uint32_t best = kNone;
      for (const Block* p : block->predecessors) {
        if (order_[p->id] == kNone || (idom_[p->id] == kNone && !p->predecessors.empty())) continue;
        best = best == kNone ? p->id : common(function, best, p->id);
      }
      if (best != idom_[block->id]) {
        idom_[block->id] = best;
        changed = true;
      }
    }
  }
  number_tree();
}

void Dominators::number_tree() {
  number_.resize(idom_.size());
  size_.resize(idom_.size());
  for (size_t i = postorder_.size(); i-- > 0;) {
    const uint32_t id = postorder_[i]->id;
    ++size_[id];
    if (idom_[id] != kNone) size_[idom_[id]] += size_[id];
  }
  std::vector<uint32_t> next(idom_.size());
  uint32_t next_root = 0;
  for (const Block* block : postorder_) {
    uint32_t& number = idom_[block->id] == kNone ? next_root : next[idom_[block->id]];
    number_[block->id] = number;
    next[block->id] = number + 1;
    number += size_[block->id];
  }
}

void Dominators::walk(Block* root) {
  struct Step {
    Block* block;
    size_t next;
  };
  std::vector<Step> stack{{root, 0}};
  order_[root->id] = 0;
  while (!stack.empty()) {
    Step& step = stack.back();
    if (step.next < step.block->successors.size()) {
      Block* next = step.block->successors[step.next++];
      if (order_[next->id] == kNone) {
        order_[next->id] = 0;
        stack.push_back({next, 0});
      }
    } else {
      postorder_.push_back(step.block);
      stack.pop_back();
    }
  }
}

uint32_t Dominators::common(const Function& function, uint32_t a, uint32_t b) const {
  while (a != b) {
    uint32_t& later = order_[a] > order_[b] ? a : b;
    if (idom_[later] == kNone) return function.blocks[0]->id;
    later = idom_[later];
  }
  return a;
}

}  // namespace govm::ir
