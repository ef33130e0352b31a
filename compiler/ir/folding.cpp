// The guess, operation by operation.
#include "compiler/ir/folding.h"

#include <algorithm>

#include "compiler/types/sizes.h"

namespace govm::ir {
namespace {

bool is_number(const Value* value) { return value->op == Op::Const || value->op == Op::Zero; }
// A 64-bit integer or float64.
bool is_wide(const Value* value) { return value->type != nullptr && types::size_of(value->type) == 8; }
bool has_number(const Value* value) { return is_number(value->arg(0)) || is_number(value->arg(1)); }

bool is_stored(const Value* value, const Value* store) {
  return (store->op == Op::Store || store->op == Op::SliceIndexStore || store->op == Op::ArrayIndexStore) && store->args.back() == value;
}

}  // namespace

Folding::Folding(const Function& function)
    : user_(function.value_count), several_(function.value_count), steps_(function.value_count), effects_(function.value_count) {
  uint32_t effects = 0;
  for (const auto& block : function.blocks) {
    for (const Value* value : block->values) {
      effects_[value->id] = effects;
      if (has_effect(*value)) ++effects;
      for (const Value* arg : value->args) {
        if (user_[arg->id] != nullptr) several_[arg->id] = true;
        user_[arg->id] = value;
        if (value->op == Op::Phi && block->loop_header) steps_[arg->id] = true;
      }
    }
  }
}

bool Folding::is_fused(const Value* value) const {
  const Value* user = only_user(value);
  if (user == nullptr) return false;
  const bool sum = user->op == Op::Add || user->op == Op::Sub;
  switch (value->op) {
    case Op::Mul: return sum;
    case Op::Add:
      // a + b + c; the sum of `x += y`.
      return (sum && !has_number(value) && !has_number(user)) || is_stored(value, user);
    case Op::Sub: return is_stored(value, user);
    case Op::And: return user->op == Op::Eq || user->op == Op::Ne;
    case Op::ArrayIndexLoad:
    case Op::Load:
    case Op::SliceIndexLoad:
      if (value->rep == Rep::F64) return sum || user->op == Op::Mul;
      if (value->rep == Rep::Slice) {
        return (user->op == Op::SliceIndexLoad || user->op == Op::SliceIndexStore) && stands_directly_before(value, user);
      }
      return sum && begins_update(value, user);
    case Op::SliceIndexAddr: return true;
    default: return false;
  }
}

bool Folding::is_update(const Value* store) const {
  const Value* sum = store->args.back();
  return (sum->op == Op::Add || sum->op == Op::Sub) && is_wide(sum) && only_user(sum) == store &&
         std::ranges::any_of(sum->args, [&](const Value* x) { return x->op == Op::Load && only_user(x) == sum && begins_update(x, sum); });
}

// `x += y`: the value is x, `sum` goes to where it was.
bool Folding::begins_update(const Value* value, const Value* sum) const {
  const Value* store = only_user(sum);
  return store != nullptr && is_stored(sum, store) && store->arg(0) == value->arg(0);
}

// Only values without effect are between the two.
bool Folding::stands_directly_before(const Value* value, const Value* user) const {
  return value->block == user->block && effects_[value->id] + (has_effect(*value) ? 1 : 0) == effects_[user->id];
}

}  // namespace govm::ir
