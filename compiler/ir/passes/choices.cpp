// Branches that only choose between what their condition knows: if a < b { x = 1 } else { x = 0 } is the comparison itself, and
// if x > largest { largest = x } the larger of the two.
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "compiler/ir/edit.h"
#include "compiler/ir/pass.h"
#include "compiler/ir/typed.h"

namespace govm::ir {
namespace {

/// A branch whose two ways come together at once.
struct Choice {
  Block* branch = nullptr;
  Block* joined = nullptr;
  std::array<size_t, 2> operand = {};  ///< of a phi, by successor of the branch
};

/// Whether a block does nothing but jump on, perhaps with numbers for what comes together there.
bool only_jumps(const Block* block) {
  const auto is_idle = [](const Value* value) { return value->op == Op::Jump || value->op == Op::Const || value->op == Op::Zero; };
  return !block->loop_header && std::ranges::all_of(block->values, is_idle);
}

std::optional<Choice> choice_before(Block* joined) {
  if (joined->predecessors.size() != 2 || joined->loop_header || joined->values.front()->op != Op::Phi) return std::nullopt;
  Choice choice;
  choice.joined = joined;
  for (size_t i = 0; i < 2; ++i) {
    Block* from = joined->predecessors[i];
    const Block* way = joined;
    if (only_jumps(from) && from->predecessors.size() == 1) {
      way = from;
      from = from->predecessors[0];
    }
    if (from->terminator()->op != Op::Branch || from->successors[0] == from->successors[1]) return std::nullopt;
    if (i == 1 && from != choice.branch) return std::nullopt;
    choice.branch = from;
    choice.operand[from->successors[0] == way ? 0 : 1] = i;
  }
  return choice.operand[0] != choice.operand[1] ? std::optional(choice) : std::nullopt;
}

bool is_number(const Value* value, int64_t number) { return value->is_const(number) || (number == 0 && value->op == Op::Zero); }

/// `yes` where the condition holds, else `no`: as one value, if there is such; `made` is put in front of the branch.
Value* chosen(Function& function, Value* condition, Value* yes, Value* no, const Value* phi, std::vector<Value*>& made) {
  if (phi->rep != Rep::Word) return nullptr;
  if (is_number(yes, 1) && is_number(no, 0)) return condition;
  Op op = Op::BoolNot;
  std::array<Value*, 2> operands = {condition, nullptr};
  size_t count = 1;
  if (!is_number(yes, 0) || !is_number(no, 1)) {
    if ((condition->op != Op::Lt && condition->op != Op::Le) || condition->elem != phi->type || phi->type == nullptr ||
        !types::is_integer(phi->type)) {
      return nullptr;
    }
    operands = {resolve(condition->args[0]), resolve(condition->args[1])};
    if (yes == operands[0] && no == operands[1]) {
      op = Op::Min;
    } else if (yes == operands[1] && no == operands[0]) {
      op = Op::Max;
    } else {
      return nullptr;
    }
    count = 2;
  }
  Value* value = function.make_value(op, Rep::Word, phi->type, std::span(operands).first(count));
  value->pos = phi->pos;
  made.push_back(value);
  return value;
}

/// Puts the values in place of the branch; false if one of what comes together is no such choice.
bool apply(Function& function, const Choice& choice) {
  Block* branch = choice.branch;
  Value* condition = resolve(branch->terminator()->args[0]);
  std::vector<Value*> results, made;
  for (Value* phi : choice.joined->values) {
    if (phi->op != Op::Phi) break;
    Value* yes = resolve(phi->args[choice.operand[0]]);
    Value* no = resolve(phi->args[choice.operand[1]]);
    Value* result = chosen(function, condition, yes, no, phi, made);
    if (result == nullptr) return false;
    results.push_back(result);
  }
  for (size_t i = 0; i < results.size(); ++i) choice.joined->values[i]->forward = results[i];
  for (Value* value : made) value->block = branch;
  branch->values.insert(branch->values.end() - 1, made.begin(), made.end());
  branch->terminator()->op = Op::Jump;
  branch->terminator()->args = {};
  // One way is left; its phis are gone.
  const size_t away = branch->successors[0] == choice.joined ? 1 : 0;
  remove_edge(branch, away);
  return true;
}

}  // namespace

void choose_values(Function& function) {
  bool changed = false;
  for (const auto& block : function.blocks) {
    if (const std::optional<Choice> choice = choice_before(block.get())) changed |= apply(function, *choice);
  }
  if (!changed) return;
  apply_forwards(function);
  remove_unreachable_blocks(function);
  thread_jumps(function);
}

}  // namespace govm::ir
