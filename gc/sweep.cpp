// The queues of unswept spans, and what becomes of a span: kept, free for allocation, or given back.
#include "gc/sweep.h"

#include <algorithm>
#include <cstring>
#include <mutex>
#include <utility>

#include "base/check.h"
#include "gc/heap_state.h"

namespace govm::gc {

namespace {

/// Large objects that one allocation of a large object sweeps at most.
constexpr int kMostReclaimed = 64;

/// Spans without a free slot that one allocation sweeps at most: then it takes a new span, which costs a hundredth of memory at worst.
constexpr int kMostFull = 100;

/// Spans that are taken and handed on at a time.
constexpr std::size_t kBatch = 32;

}  // namespace

void Sweeper::Parts::add(SpanQueue spans) {
  if (spans.size() == 0) return;
  if (part == parts.size()) {
    parts.clear();
    part = 0;
  }
  parts.push_back(std::move(spans));
}

Span* Sweeper::Parts::take() {
  for (; part < parts.size(); ++part) {
    if (Span* span = parts[part].take()) return span;
  }
  return nullptr;
}

void Sweeper::begin() {
  const std::lock_guard lock(state_.shared);
  GOVM_DCHECK(left_ == 0 && in_work_ == 0);
  for (std::uint32_t l = 0; l < kSpanLists; ++l) {
    HeapState::SpanList& list = state_.lists[l];
    left_ += full_[l].size() + list.spans.size() + free_slots_[l].size();
    unswept_[l].add(std::exchange(full_[l], {}));
    unswept_[l].add(std::exchange(list.spans, {}));
    unswept_[l].add(std::exchange(free_slots_[l], {}));
    list.next = 0;
  }
  list_ = 0;
}

bool Sweeper::sweep_some(std::size_t most, SweepCounts& counts) {
  for (;;) {
    std::array<Span*, kBatch> batch;
    std::size_t count = 0;
    {
      const std::lock_guard lock(state_.shared);
      while (count < std::min(most, kBatch) && list_ < kSpanLists) {
        if (Span* span = unswept_[list_].take()) {
          batch[count++] = span;
        } else {
          ++list_;
        }
      }
      if (count == 0) return most != 0 || left_ == 0;
      left_ -= count;
      in_work_ += count;
    }
    most -= count;
    for (std::size_t i = 0; i < count; ++i) {
      __builtin_prefetch(batch[i]);
      __builtin_prefetch(&batch[i]->bits(0));
    }
    std::array<Swept, kBatch> swept;
    for (std::size_t i = 0; i < count; ++i) swept[i] = sweep(batch[i], counts);
    finish({swept.data(), count});
  }
}

std::uint32_t Sweeper::finish(std::span<const Swept> swept) {
  std::array<Span*, kBatch> empty;
  std::size_t empties = 0;
  for (const auto& [span, use] : swept) {
    if (use == Use::None) empty[empties++] = span;
  }
  std::sort(empty.begin(), empty.begin() + empties, [](const Span* a, const Span* b) { return a->first_page < b->first_page; });
  const std::lock_guard lock(state_.shared);
  in_work_ -= swept.size();
  for (const auto& [span, use] : swept) {
    if (use != Use::None) (use == Use::All ? full_ : free_slots_)[HeapState::list_of(*span)].push(span);
  }
  return state_.free_spans({empty.data(), empties});
}

Span* Sweeper::obtain(std::uint32_t list, SweepCounts& counts) {
  for (int full = 0; full < kMostFull; ++full) {
    Span* span = nullptr;
    {
      const std::lock_guard lock(state_.shared);
      span = free_slots_[list].take();
      if (span != nullptr) return span;
      span = unswept_[list].take();
      if (span == nullptr) return nullptr;
      --left_;
      ++in_work_;
    }
    const Swept swept = sweep(span, counts);
    if (swept.use != Use::All) {
      const std::lock_guard lock(state_.shared);
      --in_work_;
      return span;
    }
    finish({&swept, 1});
  }
  return nullptr;
}

void Sweeper::reclaim_large(std::uint32_t pages, SweepCounts& counts) {
  std::uint32_t freed = 0;
  for (int looked = 0; looked < kMostReclaimed && freed < pages; ++looked) {
    Span* span = nullptr;
    {
      const std::lock_guard lock(state_.shared);
      span = unswept_[kLargeList].take();
      if (span == nullptr) return;
      --left_;
      ++in_work_;
    }
    const Swept swept = sweep(span, counts);
    freed += finish({&swept, 1});
  }
}

bool Sweeper::done() const {
  const std::lock_guard lock(state_.shared);
  return left_ == 0 && in_work_ == 0;
}

std::size_t Sweeper::left() const {
  const std::lock_guard lock(state_.shared);
  return left_;
}

// `bits` of a word are objects that outlived their first cycle.
void Sweeper::count_survivors(const Span& span, std::uint32_t word, std::uint64_t bits, SweepCounts& counts) const {
  for (; bits != 0; bits &= bits - 1) {
    const std::uint32_t slot = word * 64 + static_cast<std::uint32_t>(__builtin_ctzll(bits));
    if (span.kind == SpanKind::Tiny) {
      state_.tiny.for_each_part(span, slot, [&counts](RecordId record) { ++counts.survived[record]; });
    } else {
      ++counts.survived[span.records[slot]];
    }
  }
}

Sweeper::Swept Sweeper::sweep(Span* span, SweepCounts& counts) {
  const bool poison = state_.heap.options().poison;
  bool any = false, all = true;
  for (std::uint32_t w = 0; w < span->words; ++w) {
    const std::uint64_t marks = span->bits(w).marks;
    std::uint64_t dead = span->at_cycle_start(state_.cycle, w) & ~marks;
    if (state_.heap.options().track_survivors) count_survivors(*span, w, marks & ~span->bits(w).old, counts);
    span->bits(w).old = marks;
    span->bits(w).marks = 0;
    const std::uint64_t alloc = span->bits(w).alloc &= ~dead;
    any |= alloc != 0;
    all &= (span->valid(w) & ~alloc) == 0;
    if (!poison && span->kind != SpanKind::Tiny) continue;
    for (; dead != 0; dead &= dead - 1) {
      const std::uint32_t slot = w * 64 + static_cast<std::uint32_t>(__builtin_ctzll(dead));
      if (span->kind == SpanKind::Tiny) {
        state_.tiny.forget(*span, slot);
      } else {
        span->records[slot] = 0;
      }
      if (poison) std::memset(span->slot_address(slot), kPoison, span->slot_size);
    }
  }
  counts.slots += span->slots;
  span->swept_cycle = state_.cycle;
  span->next_word = 0;
  return {span, !any ? Use::None : all ? Use::All : Use::Some};
}

}  // namespace govm::gc
