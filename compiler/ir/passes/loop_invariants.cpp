// Loop-invariant numbers: what an iteration computes of values from before the loop is computed once, in front of it.
//
// Only arithmetic that cannot panic moves, from where every iteration comes by. Memory stays: another goroutine may write to it at each
// step of a loop, and real Go reads it again too. So do pointers, which would keep objects alive for longer. What selection makes together
// with its user (folding.h) costs nothing and moves only together with it.
#include <algorithm>
#include <functional>
#include <iterator>
#include <ranges>
#include <vector>

#include "compiler/ir/dominators.h"
#include "compiler/ir/folding.h"
#include "compiler/ir/pass.h"

namespace govm::ir {
namespace {

struct Loop {
  Block* entry = nullptr;  ///< the block in front of it, from where alone it is entered
  Block* header = nullptr;
  std::vector<Block*> latches;
  std::vector<Block*> blocks;
};

class LoopInvariants {
 public:
  explicit LoopInvariants(const Function& function)
      : folding_(function),
        dominators_(function),
        place_(function.blocks.size()),
        loop_of_(function.blocks.size()),
        is_invariant_(function.value_count),
        moves_(function.value_count) {}

  void run() {
    const std::vector<Block*>& order = dominators_.reverse_postorder();
    for (size_t i = 0; i < order.size(); ++i) place_[order[i]->id] = static_cast<uint32_t>(i);
    std::vector<Block*> headers;
    std::ranges::copy_if(order, std::back_inserter(headers), &Block::loop_header);
    // Inner loops first: what leaves one may leave the next one as well.
    std::ranges::stable_sort(headers, std::ranges::greater(), &Block::loop_depth);
    for (Block* header : headers) {
      Loop loop;
      if (find(header, loop)) empty(loop);
    }
  }

 private:
  bool find(Block* header, Loop& loop) {
    loop.header = header;
    for (Block* predecessor : header->predecessors) {
      if (!dominators_.is_reachable(predecessor)) return false;
      if (dominators_.dominates(header, predecessor)) {
        loop.latches.push_back(predecessor);
      } else if (loop.entry != nullptr || predecessor->successors.size() != 1) {
        return false;
      } else {
        loop.entry = predecessor;
      }
    }
    if (loop.entry == nullptr || loop.latches.empty()) return false;
    collect_blocks(loop);
    return true;
  }

  bool is_inside(const Block* block) const { return loop_of_[block->id] == current_; }

  // The blocks that lead to a latch without passing the header, dominators first.
  void collect_blocks(Loop& loop) {
    ++current_;
    std::vector<Block*> work = loop.latches;
    work.push_back(loop.header);
    loop_of_[loop.header->id] = current_;
    loop.blocks.push_back(loop.header);
    while (!work.empty()) {
      Block* block = work.back();
      work.pop_back();
      if (is_inside(block)) continue;
      loop_of_[block->id] = current_;
      loop.blocks.push_back(block);
      work.insert(work.end(), block->predecessors.begin(), block->predecessors.end());
    }
    std::ranges::sort(loop.blocks, {}, [&](const Block* block) { return place_[block->id]; });
  }

  static bool is_computed_number(const Value* value) {
    return is_arithmetic(value->op) && !has_effect(*value) && !may_hold_pointer(*value) &&
           (value->rep == Rep::Word || is_float(value->rep));
  }

  static bool is_number(const Value* value) { return value->op == Op::Const || value->op == Op::Zero; }
  // Constants stand anywhere: selection makes them where they are used.
  bool is_known(const Value* arg) const { return is_number(arg) || is_invariant_[arg->id] || !is_inside(arg->block); }

  void empty(const Loop& loop) {
    std::vector<Value*> invariant;
    for (Block* block : loop.blocks) {
      if (!std::ranges::all_of(loop.latches, [&](const Block* latch) { return dominators_.dominates(block, latch); })) continue;
      for (Value* value : block->values) {
        if (!is_computed_number(value) || !std::ranges::all_of(value->args, [&](const Value* arg) { return is_known(arg); })) continue;
        is_invariant_[value->id] = true;
        invariant.push_back(value);
      }
    }
    // Users first: a folded value goes along with its user, and operands with whoever moves.
    for (const Value* value : invariant | std::views::reverse) {
      if (!moves_[value->id] && folding_.is_folded(value)) continue;
      moves_[value->id] = true;
      for (const Value* arg : value->args) moves_[arg->id] = true;
    }
    for (Value* value : invariant) {
      if (moves_[value->id]) move(value, loop.entry);
    }
    for (const Value* value : invariant) is_invariant_[value->id] = moves_[value->id] = false;
  }

  // With the constants among its operands, which must dominate it.
  void move(Value* value, Block* to) {
    for (Value* arg : value->args) {
      if (is_number(arg) && !dominators_.dominates(arg->block, to)) move(arg, to);
    }
    std::erase(value->block->values, value);
    to->values.insert(to->values.end() - 1, value);
    value->block = to;
  }

  const Folding folding_;
  const Dominators dominators_;
  std::vector<uint32_t> place_;    // by block: in reverse postorder
  std::vector<uint32_t> loop_of_;  // by block: the last loop that it was found in
  uint32_t current_ = 0;
  std::vector<bool> is_invariant_;  // by value: in the current loop
  std::vector<bool> moves_;
};

}  // namespace

void hoist_loop_invariants(Function& function) { LoopInvariants(function).run(); }

}  // namespace govm::ir
