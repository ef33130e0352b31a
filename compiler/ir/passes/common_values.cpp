// Common subexpressions: a value computed again where it is known is not computed again.
//
// A value is known where the block that computes it dominates (Alpern, Wegman and Zadeck, "Detecting Equality of Variables in
// Programs", with hashing). What reads memory is known until something may write: along single edges, since a block entered from
// several sides may follow a write.
//
// Selection folds some values into their only user (compiler/codegen/fuse.cpp). Those are left alone: computed once for two users
// they would need an instruction of their own.
#include <algorithm>
#include <vector>

#include "compiler/ir/dominators.h"
#include "compiler/ir/edit.h"
#include "compiler/ir/pass.h"

namespace govm::ir {
namespace {

bool reads_memory(const Value* value) { return has_attribute(value->op, Reads); }

/// Whether equal operands give equal results while memory is not written.
bool is_candidate(const Value* value) {
  switch (value->op) {
    case Op::Add:
    case Op::AddPointer:
    case Op::And:
    case Op::AndNot:
    case Op::ArrayIndexAddr:
    case Op::ArrayIndexLoad:
    case Op::BitLen:
    case Op::Component:
    case Op::Const:
    case Op::ConstString:
    case Op::DataAddr:
    case Op::Div:
    case Op::FloatAbs:
    case Op::FloatBits:
    case Op::FloatFromBits:
    case Op::FloatToFloat:
    case Op::FloatToInt:
    case Op::FuncEntry:
    case Op::GlobalAddr:
    case Op::IntToFloat:
    case Op::ItabWord:
    case Op::Load:
    case Op::Max:
    case Op::Min:
    case Op::Mul:
    case Op::Neg:
    case Op::Not:
    case Op::OnesCount:
    case Op::Or:
    case Op::PlaceAddr:
    case Op::Rem:
    case Op::ReverseBytes:
    case Op::RotateLeft:
    case Op::Shl:
    case Op::Shr:
    case Op::SliceIndexAddr:
    case Op::SliceIndexLoad:
    case Op::Sqrt:
    case Op::StringIndex:
    case Op::Sub:
    case Op::TrailingZeros:
    case Op::Truncate:
    case Op::TypeWord:
    case Op::Xor:
    case Op::Zero: return true;
    default: return false;
  }
}

/// Values looked at for one: reads that later writes made useless stay among those with their hash.
constexpr int kLongestSearch = 16;

class CommonValues {
 public:
  explicit CommonValues(Function& function) : function_(function), dominators_(function) {}

  void run() {
    find_users();
    size_t buckets = 16;
    while (buckets < function_.value_count) buckets *= 2;
    heads_.assign(buckets, nullptr);
    next_.assign(function_.value_count, nullptr);
    epoch_.assign(function_.value_count, 0);
    last_epoch_.assign(function_.blocks.size(), 0);
    bool changed = false;
    for (Block* block : dominators_.reverse_postorder()) {
      uint32_t epoch = block->predecessors.size() == 1 ? last_epoch_[block->predecessors[0]->id] : ++epochs_;
      for (Value* value : block->values) {
        for (Value*& arg : value->args) arg = resolve(arg);
        if (is_candidate(value)) {
          changed |= replace(value, epoch);
        } else if (has_attribute(value->op, Writes) || has_attribute(value->op, Calls)) {
          epoch = ++epochs_;
        }
      }
      last_epoch_[block->id] = epoch;
    }
    if (changed) apply_forwards(function_);
  }

 private:
  void find_users() {
    user_.assign(function_.value_count, nullptr);
    several_.assign(function_.value_count, false);
    steps_.assign(function_.value_count, false);
    for (const auto& block : function_.blocks) {
      for (const Value* value : block->values) {
        for (const Value* arg : value->args) {
          if (user_[arg->id] != nullptr) several_[arg->id] = true;
          user_[arg->id] = value;
          if (value->op == Op::Phi && block->loop_header) steps_[arg->id] = true;
        }
      }
    }
  }

  const Value* only_user(const Value* value) const { return several_[value->id] ? nullptr : user_[value->id]; }

  static bool is_number(const Value* value) { return value->op == Op::Const || value->op == Op::Zero; }
  static bool has_number(const Value* value) { return is_number(value->arg(0)) || is_number(value->arg(1)); }

  // Whether selection folds the value into its user (or, as the step of a loop, into the branch back).
  bool is_folded(const Value* value) const {
    if (steps_[value->id]) return true;
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
        if (value->rep == Rep::Slice) return user->op == Op::SliceIndexLoad || user->op == Op::SliceIndexStore;
        return sum && begins_update(value, user);
      case Op::SliceIndexAddr: return true;
      default: return false;
    }
  }

  static bool is_stored(const Value* value, const Value* store) {
    return (store->op == Op::Store || store->op == Op::SliceIndexStore || store->op == Op::ArrayIndexStore) && store->args.back() == value;
  }

  // `x += y`: the value is x, `sum` goes to where it was.
  bool begins_update(const Value* value, const Value* sum) const {
    const Value* store = only_user(sum);
    return store != nullptr && is_stored(sum, store) && store->arg(0) == value->arg(0);
  }

  static bool equal(const Value* a, const Value* b) {
    return a->op == b->op && a->rep == b->rep && a->imm == b->imm && a->type == b->type && a->elem == b->elem &&
           a->aux.none == b->aux.none && std::equal(a->args.begin(), a->args.end(), b->args.begin(), b->args.end());
  }

  static uint64_t hash(const Value* value) {
    uint64_t h = static_cast<uint64_t>(value->op) * 0x9e3779b97f4a7c15U + static_cast<uint64_t>(value->imm);
    for (const Value* arg : value->args) h = (h ^ h >> 29 ^ arg->id) * 0xbf58476d1ce4e5b9U;
    return h ^ h >> 32;
  }

  bool replace(Value* value, uint32_t epoch) {
    Value*& head = heads_[hash(value) & (heads_.size() - 1)];
    const bool reads = reads_memory(value);
    if (!is_folded(value)) {
      int left = kLongestSearch;
      for (Value* known = head; known != nullptr && left-- > 0; known = next_[known->id]) {
        if (equal(known, value) && (!reads || epoch_[known->id] == epoch) && dominators_.dominates(known->block, value->block)) {
          value->forward = known;
          return true;
        }
      }
    }
    epoch_[value->id] = epoch;
    next_[value->id] = head;
    head = value;
    return false;
  }

  Function& function_;
  Dominators dominators_;
  std::vector<const Value*> user_;  // by value: one of its users
  std::vector<bool> several_;       // by value: it has more than one
  std::vector<bool> steps_;         // by value: a loop goes on with it
  std::vector<Value*> heads_;       // known values by hash
  std::vector<Value*> next_;        // by value: the next with its hash
  std::vector<uint32_t> epoch_;     // by value: when it read memory
  std::vector<uint32_t> last_epoch_;
  uint32_t epochs_ = 0;
};

}  // namespace

void join_common_values(Function& function) { CommonValues(function).run(); }

}  // namespace govm::ir
