// Branches whose outcome each way to them knows: if v, ok := m[k]; ok { … } branches on ok to load v, comes together, and branches
// on it again. The ways go on to where they lead; the values that came together between are those of the one way.
#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include "compiler/ir/dominators.h"
#include "compiler/ir/edit.h"
#include "compiler/ir/pass.h"

namespace govm::ir {
namespace {

/// How far back a way is followed.
constexpr int kMostSteps = 8;

/// Whether a block does nothing but let values come together and branch.
bool only_branches(const Block& block) {
  const Value* end = block.terminator();
  return end != nullptr && end->op == Op::Branch && !block.loop_header && block.successors[0] != block.successors[1] &&
         std::all_of(block.values.begin(), block.values.end() - 1, [](const Value* value) { return value->op == Op::Phi; });
}

/// Whether there is one edge between them, to be led elsewhere.
bool has_one_edge(const Block* from, const Block* to) {
  const Op end = from->terminator()->op;
  return (end == Op::Branch || end == Op::Jump) && std::count(from->successors.begin(), from->successors.end(), to) == 1;
}

/// The successor that a branch on the condition takes where control comes from `from` to `to`: the last branch on it before tells.
std::optional<size_t> known_outcome(const Value* condition, const Block* from, const Block* to) {
  for (int steps = 0; steps < kMostSteps; ++steps) {
    const Value* end = from->terminator();
    if (end->op == Op::Branch && resolve(end->args[0]) == condition) return from->successors[0] == to ? 0 : 1;
    if (from->predecessors.size() != 1) return std::nullopt;
    to = from;
    from = from->predecessors[0];
  }
  return std::nullopt;
}

struct Use {
  Value* user;
  size_t operand;
};
using Uses = std::unordered_map<const Value*, std::vector<Use>>;

Uses uses_of_phis(const Function& function) {
  Uses uses;
  for (const auto& block : function.blocks) {
    for (Value* value : block->values) {
      for (size_t i = 0; i < value->args.size(); ++i) {
        if (value->args[i]->op == Op::Phi) uses[value->args[i]].push_back({value, i});
      }
    }
  }
  return uses;
}

class Bypass {
 public:
  Bypass(Function& function, const Dominators& dominators, Block* block) : function_(function), dominators_(dominators), block_(block) {}

  /// Leads the ways around the block; false if that cannot be.
  bool run() {
    const Value* condition = resolve(block_->terminator()->args[0]);
    if (condition->block == block_) return false;
    for (const Block* from : block_->predecessors) {
      const std::optional<size_t> outcome = has_one_edge(from, block_) ? known_outcome(condition, from, block_) : std::nullopt;
      if (!outcome) return false;
      outcomes_.push_back(*outcome);
    }
    const Uses uses = block_->values.size() > 1 ? uses_of_phis(function_) : Uses();
    for (size_t i = 0; i + 1 < block_->values.size(); ++i) {
      const auto found = uses.find(block_->values[i]);
      if (found != uses.end() && !find_replacements(block_->values[i], found->second)) return false;
    }
    for (const auto& [use, value] : replacements_) use.user->args[use.operand] = value;
    lead_around();
    return true;
  }

 private:
  /// The number of the one way that takes a successor which is reached from here alone.
  std::optional<size_t> only_way(size_t successor) const {
    if (block_->successors[successor]->predecessors.size() != 1) return std::nullopt;
    if (std::count(outcomes_.begin(), outcomes_.end(), successor) != 1) return std::nullopt;
    return static_cast<size_t>(std::find(outcomes_.begin(), outcomes_.end(), successor) - outcomes_.begin());
  }

  bool find_replacements(const Value* phi, const std::vector<Use>& uses) {
    for (const Use& use : uses) {
      const bool joins = use.user->op == Op::Phi;
      const Block* at = joins ? use.user->block->predecessors[use.operand] : use.user->block;
      if (joins && at == block_) continue;  // lead_around gives each way its own
      if (!dominators_.is_reachable(at)) continue;
      bool replaced = false;
      for (size_t successor = 0; successor < 2 && !replaced; ++successor) {
        const std::optional<size_t> way = only_way(successor);
        if (!way || !dominators_.dominates(block_->successors[successor], at)) continue;
        replacements_.emplace_back(use, phi->args[*way]);
        replaced = true;
      }
      if (!replaced) return false;
    }
    return true;
  }

  void lead_around() {
    for (const size_t outcome : outcomes_) {
      // The first of those that are left: its operand is the first, too.
      Block* from = block_->predecessors.front();
      Block* to = block_->successors[outcome];
      std::unordered_map<const Value*, Value*> given;
      for (Value* value : block_->values) {
        if (value->op == Op::Phi) given[value] = value->args.front();
      }
      const size_t edge = from->successors[0] == block_ ? 0 : 1;
      redirect_edge(function_, from, edge, to, block_);
      const size_t at = predecessor_index(to, from);
      for (Value* value : to->values) {
        if (value->op != Op::Phi) break;
        if (const auto found = given.find(value->args[at]); found != given.end()) value->args[at] = found->second;
      }
    }
  }

  Function& function_;
  const Dominators& dominators_;
  Block* block_;
  std::vector<size_t> outcomes_;  ///< of each predecessor: the successor that it leads to
  std::vector<std::pair<Use, Value*>> replacements_;
};

}  // namespace

void follow_known_branches(Function& function) {
  std::vector<Block*> candidates;
  for (const auto& block : function.blocks) {
    if (block->predecessors.size() > 1 && only_branches(*block)) candidates.push_back(block.get());
  }
  if (candidates.empty()) return;
  const Dominators dominators(function);
  bool changed = false;
  for (Block* block : candidates) {
    if (dominators.is_reachable(block)) changed |= Bypass(function, dominators, block).run();
  }
  if (changed) thread_jumps(function);
}

}  // namespace govm::ir
