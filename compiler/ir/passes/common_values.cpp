// Common subexpressions: a value computed again where it is known is not computed again.
//
// A value is known where the block that computes it dominates (Alpern, Wegman and Zadeck, "Detecting Equality of Variables in
// Programs", with hashing). What reads memory is known until something may write to it: along single edges, since a block entered
// from several sides may follow a write. What is stored tells what a later load of the same place gives.
//
// What selection folds into its only user (folding.h) is left alone: computed once for two users it would need an instruction of its own.
// But it is known to be equal, so that its users can be: of i+j+k written twice neither i+j is replaced, but the second sum is.
#include <algorithm>
#include <deque>
#include <optional>
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
    equals_.assign(function_.value_count, nullptr);
    moments_.assign(function_.value_count, {});
    last_moments_.assign(function_.blocks.size(), {});
    bool changed = false;
    for (Block* block : dominators_.reverse_postorder()) {
      Moment now = block->predecessors.size() == 1 ? last_moments_[block->predecessors[0]->id] : Moment{++epochs_, nullptr};
      for (Value* value : block->values) {
        for (Value*& arg : value->args) arg = resolve(arg);
        if (is_candidate(value)) {
          changed |= replace(value, now);
        } else if (const std::optional<Access> write = write_of(value)) {
          stores_.push_back({*write, now.last});
          now.last = &stores_.back();
          if (!folding_.is_update(value)) enter(value, hash(*write), now);
        } else if (has_attribute(value->op, Writes) || has_attribute(value->op, Calls)) {
          now = {++epochs_, nullptr};
        }
      }
      last_moments_[block->id] = now;
    }
    if (changed) apply_forwards(function_);
  }

 private:
  // What a store writes, and the store before it on the way here.
  struct Stores {
    Access write;
    const Stores* before;
  };
  // What may have been written to memory: in one epoch only stores, those from `last` on.
  struct Moment {
    uint32_t epoch = 0;
    const Stores* last = nullptr;
  };

  // The first of the values that are known to equal `value`, which stands for all of them.
  const Value* first_equal(const Value* value) const { return equals_[value->id] != nullptr ? equals_[value->id] : value; }

  bool have_equal_args(std::span<Value* const> a, std::span<Value* const> b) const {
    return std::ranges::equal(
        a, b, {}, [this](const Value* x) { return first_equal(x); }, [this](const Value* x) { return first_equal(x); });
  }

  bool equal(const Access& a, const Access& b) const {
    return a.load == b.load && a.offset == b.offset && a.container == b.container && a.type == b.type &&
           have_equal_args(a.operands, b.operands);
  }

  bool equal(const Value* a, const Value* b) const {
    return a->op == b->op && a->rep == b->rep && a->imm == b->imm && a->type == b->type && a->elem == b->elem &&
           a->aux.none == b->aux.none && have_equal_args(a->args, b->args);
  }

  uint64_t hash(Op op, int64_t imm, std::span<Value* const> args) const {
    uint64_t h = static_cast<uint64_t>(op) * 0x9e3779b97f4a7c15U + static_cast<uint64_t>(imm);
    for (const Value* arg : args) h = (h ^ h >> 29 ^ first_equal(arg)->id) * 0xbf58476d1ce4e5b9U;
    return h ^ h >> 32;
  }
  uint64_t hash(const Access& access) const { return hash(access.load, access.offset, access.operands); }

  // What a value that is known says of `value`, which reads `read` if it is a load; null: nothing.
  Value* told_by(Value* known, const Value* value, const std::optional<Access>& read) const {
    if (!read) return equal(known, value) ? known : nullptr;
    if (const std::optional<Access> other = read_of(known)) return known->rep == value->rep && equal(*other, *read) ? known : nullptr;
    const std::optional<Access> write = write_of(known);
    if (!write || !equal(*write, *read)) return nullptr;
    Value* content = known->args.back();
    return content->type == value->type && content->rep == value->rep ? content : nullptr;
  }

  // Whether memory that `reader` reads, or has written, is the same now; of what is no load only that nothing was written.
  bool is_unchanged(const Value* reader, const std::optional<Access>& read, const Moment& now) const {
    const Moment& then = moments_[reader->id];
    if (then.epoch != now.epoch) return false;
    int left = kMostStores;
    for (const Stores* written = now.last; written != then.last; written = written->before) {
      if (left-- == 0 || !read || may_change(written->write, *read)) return false;
    }
    return true;
  }

  bool replace(Value* value, const Moment& now) {
    const std::optional<Access> read = read_of(value);
    const uint64_t key = read ? hash(*read) : hash(value->op, value->imm, value->args);
    const bool reads = reads_memory(value), folded = folding_.is_folded(value);
    int left = kLongestSearch;
    for (Value* known = head_of(key); known != nullptr && left-- > 0; known = next_[known->id]) {
      Value* same = told_by(known, value, read);
      if (same == nullptr || !dominators_.dominates(known->block, value->block)) continue;
      if (reads && !is_unchanged(known, read, now)) continue;
      if (!folded && !folding_.is_fused(same)) {
        value->forward = same;
        return true;
      }
      equals_[value->id] = first_equal(same);
      if (folded) break;
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
  std::vector<Value*> heads_;         // known values by hash
  std::vector<Value*> next_;          // by value: the next with its hash
  std::vector<const Value*> equals_;  // by value: what is known to equal it; null: nothing
  std::deque<Stores> stores_;
  std::vector<Moment> moments_;       // by value: when it read memory, or wrote to it
  std::vector<Moment> last_moments_;  // by block
  uint32_t epochs_ = 0;
};

}  // namespace

void join_common_values(Function& function) { CommonValues(function).run(); }

}  // namespace govm::ir
