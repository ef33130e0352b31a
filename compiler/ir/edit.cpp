// Helpers of passes that change functions.
#include "compiler/ir/edit.h"

#include <algorithm>
#include <vector>

#include "base/check.h"

namespace govm::ir {

void apply_forwards(Function& function) {
  for (const auto& block : function.blocks) {
    std::erase_if(block->values, [](const Value* v) { return v->forward != nullptr; });
    for (Value* value : block->values) {
      for (Value*& arg : value->args) arg = resolve(arg);
    }
  }
}

size_t predecessor_index(const Block* block, const Block* predecessor) {
  auto it = std::find(block->predecessors.begin(), block->predecessors.end(), predecessor);
  GOVM_DCHECK(it != block->predecessors.end());
  return static_cast<size_t>(it - block->predecessors.begin());
}

void remove_edge(Block* from, size_t successor) {
  Block* to = from->successors[successor];
  from->successors.erase(from->successors.begin() + static_cast<ptrdiff_t>(successor));
  size_t index = predecessor_index(to, from);
  to->predecessors.erase(to->predecessors.begin() + static_cast<ptrdiff_t>(index));
  for (Value* value : to->values) {
    if (value->op != Op::Phi) break;
    std::copy(value->args.begin() + static_cast<ptrdiff_t>(index) + 1, value->args.end(),
              value->args.begin() + static_cast<ptrdiff_t>(index));
    value->args = value->args.first(value->args.size() - 1);
  }
}

void redirect_edge(Function& function, Block* from, size_t successor, Block* to, const Block* like) {
  size_t like_index = predecessor_index(to, like);
  for (Value* value : to->values) {
    if (value->op != Op::Phi) break;
    std::vector<Value*> operands(value->args.begin(), value->args.end());
    operands.push_back(operands[like_index]);
    value->args = function.copy_args(operands);
  }
  to->predecessors.push_back(from);
  remove_edge(from, successor);
  from->successors.insert(from->successors.begin() + static_cast<ptrdiff_t>(successor), to);
}

void remove_unreachable_blocks(Function& function) {
  std::vector<bool> reached(function.blocks.size());
  std::vector<Block*> work{function.blocks[0].get()};
  if (function.recovery != nullptr) work.push_back(function.recovery);
  for (Block* block : work) reached[block->id] = true;
  while (!work.empty()) {
    Block* block = work.back();
    work.pop_back();
    for (Block* next : block->successors) {
      if (!reached[next->id]) {
        reached[next->id] = true;
        work.push_back(next);
      }
    }
  }
  for (const auto& block : function.blocks) {
    if (reached[block->id]) continue;
    while (!block->successors.empty()) remove_edge(block.get(), block->successors.size() - 1);
  }
  std::erase_if(function.blocks, [&](const auto& block) { return !reached[block->id]; });
  for (size_t i = 0; i < function.blocks.size(); ++i) function.blocks[i]->id = static_cast<uint32_t>(i);
}

}  // namespace govm::ir
