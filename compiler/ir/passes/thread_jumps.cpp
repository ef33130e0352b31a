// Leads edges through empty blocks to where they end, and joins blocks with their only successor.
#include <vector>

#include "compiler/ir/edit.h"
#include "compiler/ir/pass.h"

namespace govm::ir {
namespace {

bool has_phis(const Block* block) { return !block->values.empty() && block->values.front()->op == Op::Phi; }

/// Whether a block does nothing but jump on.
bool is_empty(const Block* block) { return block->values.size() == 1 && block->values[0]->op == Op::Jump; }

/// Whether `from` leads to `to` by some edge.
bool leads_to(const Block* from, const Block* to) {
  for (const Block* next : from->successors) {
    if (next == to) return true;
  }
  return false;
}

void skip_empty_blocks(Function& function) {
  for (const auto& block : function.blocks) {
    for (size_t i = 0; i < block->successors.size(); ++i) {
      // A chain of empty blocks may be a cycle (for {}): walk a bounded number of steps.
      for (size_t steps = 0; steps < function.blocks.size(); ++steps) {
        Block* middle = block->successors[i];
        if (!is_empty(middle) || middle == block.get() || middle->successors[0] == middle) break;
        Block* end = middle->successors[0];
        // Two edges from one block to one with phis could need different operands.
        if (has_phis(end) && leads_to(block.get(), end)) break;
        // An empty loop header keeps the loop's shape.
        if (middle->loop_header) break;
        redirect_edge(function, block.get(), i, end, middle);
      }
    }
  }
}

/// A branch whose two edges lead to one block (without phis) is a jump.
void merge_equal_branches(Function& function) {
  for (const auto& block : function.blocks) {
    Value* end = block->terminator();
    if (end->op != Op::Branch || block->successors[0] != block->successors[1] || has_phis(block->successors[0])) continue;
    end->op = Op::Jump;
    end->args = {};
    remove_edge(block.get(), 1);
  }
}

void join_blocks(Function& function) {
  for (const auto& owner : function.blocks) {
    Block* block = owner.get();
    while (block->successors.size() == 1 && block->terminator()->op == Op::Jump) {
      Block* next = block->successors[0];
      if (next == block || next->predecessors.size() != 1 || next == function.blocks[0].get() || next == function.recovery ||
          has_phis(next)) {
        break;
      }
      block->values.pop_back();
      for (Value* value : next->values) value->block = block;
      block->values.insert(block->values.end(), next->values.begin(), next->values.end());
      next->values.clear();
      block->successors = std::move(next->successors);
      next->successors.clear();
      next->predecessors.clear();
      for (Block* after : block->successors) {
        for (Block*& predecessor : after->predecessors) {
          if (predecessor == next) predecessor = block;
        }
      }
    }
  }
}

}  // namespace

void thread_jumps(Function& function) {
  remove_unreachable_blocks(function);
  skip_empty_blocks(function);
  merge_equal_branches(function);
  remove_unreachable_blocks(function);
  remove_trivial_phis(function);
  join_blocks(function);
  remove_unreachable_blocks(function);
}

void split_critical_edges(Function& function) {
  size_t count = function.blocks.size();
  for (size_t b = 0; b < count; ++b) {
    Block* from = function.blocks[b].get();
    if (from->successors.size() < 2) continue;
    for (Block*& successor : from->successors) {
      Block* to = successor;
      if (to->predecessors.size() < 2 || !has_phis(to)) continue;
      Block* middle = function.add_block();
      Value* jump = function.make_value(Op::Jump, Rep::None, nullptr);
      jump->pos = from->terminator()->pos;
      jump->inlined = from->terminator()->inlined;
      jump->block = middle;
      middle->values.push_back(jump);
      middle->loop_depth = to->loop_depth < from->loop_depth ? to->loop_depth : from->loop_depth;
      middle->unlikely = to->unlikely;
      middle->predecessors.push_back(from);
      middle->successors.push_back(to);
      to->predecessors[predecessor_index(to, from)] = middle;
      successor = middle;
    }
  }
}

}  // namespace govm::ir
