// Common subexpressions: a value computed again where it is known is not computed again.
//
// A value is known where the block that computes it dominates (Alpern, Wegman and Zadeck, "Detecting Equality of Variables in
// Programs", with hashing). What reads memory is known until something may write to it: along single edges, since a block entered
// from several sides may follow a write. A Store tells what a later Load of its address gives.
//
// What selection folds into its only user (folding.h) is left alone: computed once for two users it would need an instruction of its own.
#include <algorithm>
#include <deque>
#include <vector>

#include "compiler/ir/dominators.h"
#include "compiler/ir/edit.h"
#include "compiler/ir/folding.h"
#include "compiler/ir/memory.h"
#include "compiler/ir/pass.h"

namespace govm::ir {
namespace {

bool reads_memory(const Value* value) { return has_attribute(value->op, Reads); }

/// Whether equal operands give equal results while memory is not written.
bool is_candidate(const Value* value) {
  switch (value->op) {
    case Op::AddPointer:
    case Op::ArrayIndexAddr:
    case Op::ArrayIndexLoad:
    case Op::Component:
    case Op::Const:
    case Op::ConstString:
    case Op::DataAddr:
    case Op::FuncEntry:
    case Op::GlobalAddr:
    case Op::ItabWord:
    case Op::Load:
    case Op::PlaceAddr:
    case Op::SliceIndexAddr:
    case Op::SliceIndexLoad:
    case Op::StringIndex:
    case Op::TypeWord:
    case Op::Zero: return true;
    default: return is_arithmetic(value->op);
  }
}

/// Values looked at for one: reads that later writes made useless stay among those with their hash.
constexpr int kLongestSearch = 16;
/// Stores looked at behind a read: their number is bounded, or long functions would take quadratic time.
constexpr int kMostStores = 32;

class CommonValues {
 public:
  explicit CommonValues(Function& function) : function_(function), folding_(function), dominators_(function) {}

  void run() {
    size_t buckets = 16;
    while (buckets < function_.value_count) buckets *= 2;
    heads_.assign(buckets, nullptr);
    next_.assign(function_.value_count, nullptr);
    moments_.assign(function_.value_count, {});
    last_moments_.assign(function_.blocks.size(), {});
    bool changed = false;
    for (Block* block : dominators_.reverse_postorder()) {
      Moment now = block->predecessors.size() == 1 ? last_moments_[block->predecessors[0]->id] : Moment{++epochs_, nullptr};
      for (Value* value : block->values) {
        for (Value*& arg : value->args) arg = resolve(arg);
        if (is_candidate(value)) {
          changed |= replace(value, now);
        } else if (value->op == Op::Store) {
          stores_.push_back({value, now.last});
          now.last = &stores_.back();
          if (!folding_.is_update(value)) enter(value, load_hash(value), now);
        } else if (has_attribute(value->op, Writes) || has_attribute(value->op, Calls)) {
          now = {++epochs_, nullptr};
        }
      }
      last_moments_[block->id] = now;
    }
    if (changed) apply_forwards(function_);
  }

 private:
  // A Store, and the one before it on the way here.
  struct Stores {
    const Value* store;
    const Stores* before;
  };
  // What may have been written to memory: in one epoch only stores, those from `last` on.
  struct Moment {
    uint32_t epoch = 0;
    const Stores* last = nullptr;
  };

  static bool equal(const Value* a, const Value* b) {
    return a->op == b->op && a->rep == b->rep && a->imm == b->imm && a->type == b->type && a->elem == b->elem &&
           a->aux.none == b->aux.none && std::equal(a->args.begin(), a->args.end(), b->args.begin(), b->args.end());
  }

  static uint64_t hash(Op op, int64_t imm, std::span<Value* const> args) {
    uint64_t h = static_cast<uint64_t>(op) * 0x9e3779b97f4a7c15U + static_cast<uint64_t>(imm);
    for (const Value* arg : args) h = (h ^ h >> 29 ^ arg->id) * 0xbf58476d1ce4e5b9U;
    return h ^ h >> 32;
  }
  // Of a Load of the Store's address.
  static uint64_t load_hash(const Value* store) { return hash(Op::Load, store->imm, store->args.first(1)); }

  // What a value that is known says of `value`; null: nothing.
  static Value* told_by(Value* known, const Value* value) {
    if (equal(known, value)) return known;
    const bool stored = known->op == Op::Store && value->op == Op::Load && known->arg(0) == value->arg(0) && known->imm == value->imm;
    Value* content = stored ? known->arg(1) : nullptr;
    return stored && known->elem == value->type && content->type == value->type && content->rep == value->rep ? content : nullptr;
  }

  // Whether memory that `reader` reads, or has written, is the same now.
  bool is_unchanged(const Value* reader, const Value* value, const Moment& now) const {
    const Moment& then = moments_[reader->id];
    if (then.epoch != now.epoch) return false;
    int left = kMostStores;
    for (const Stores* written = now.last; written != then.last; written = written->before) {
      if (left-- == 0 || value->op != Op::Load || may_change(written->store, value)) return false;
    }
    return true;
  }

  bool replace(Value* value, const Moment& now) {
    const uint64_t key = hash(value->op, value->imm, value->args);
    const bool reads = reads_memory(value);
    if (!folding_.is_folded(value)) {
      int left = kLongestSearch;
      for (Value* known = head_of(key); known != nullptr && left-- > 0; known = next_[known->id]) {
        Value* same = told_by(known, value);
        if (same == nullptr || folding_.is_fused(same) || !dominators_.dominates(known->block, value->block)) continue;
        if (reads && !is_unchanged(known, value, now)) continue;
        value->forward = same;
        return true;
      }
    }
    enter(value, key, now);
    return false;
  }

  Value*& head_of(uint64_t key) { return heads_[key & (heads_.size() - 1)]; }

  void enter(Value* value, uint64_t key, const Moment& now) {
    moments_[value->id] = now;
    next_[value->id] = head_of(key);
    head_of(key) = value;
  }

  Function& function_;
  const Folding folding_;
  const Dominators dominators_;
  std::vector<Value*> heads_;  // known values by hash
  std::vector<Value*> next_;   // by value: the next with its hash
  std::deque<Stores> stores_;
  std::vector<Moment> moments_;       // by value: when it read memory, or wrote to it
  std::vector<Moment> last_moments_;  // by block
  uint32_t epochs_ = 0;
};

}  // namespace

void join_common_values(Function& function) { CommonValues(function).run(); }

}  // namespace govm::ir
