// Sweeping: a span's allocation bits become those of its marked objects, and what was
// allocated since the cycle began.
#include <cstring>

#include "base/check.h"
#include "gc/heap_state.h"

namespace govm::gc {

// `bits` of a word are objects that outlived their first cycle.
void HeapState::count_survivors(const Span& span, std::uint32_t word, std::uint64_t bits) {
  for (; bits != 0; bits &= bits - 1) {
    const std::uint32_t slot = word * 64 + static_cast<std::uint32_t>(__builtin_ctzll(bits));
    if (span.kind == SpanKind::Tiny) {
      tiny.for_each_part(span, slot, [this](RecordId record) { ++counts[record].survived; });
    } else {
      ++counts[span.records[slot]].survived;
    }
  }
}

void HeapState::sweep(Span* span) {
  const std::uint64_t* at_start = span->at_cycle_start(cycle);
  const bool poison = heap.options_.poison;
  for (std::uint32_t w = 0; w < span->words; ++w) {
    const std::uint64_t marks = span->marks[w];
    std::uint64_t dead = at_start[w] & ~marks;
    if (heap.options_.track_survivors) count_survivors(*span, w, marks & ~span->old[w]);
    span->old[w] = marks;
    span->marks[w] = 0;
    span->alloc[w] &= ~dead;
    if (!poison && span->kind != SpanKind::Tiny) continue;
    for (; dead != 0; dead &= dead - 1) {
      const std::uint32_t slot = w * 64 + static_cast<std::uint32_t>(__builtin_ctzll(dead));
      if (span->kind == SpanKind::Tiny) {
        tiny.forget(*span, slot);
      } else {
        span->records[slot] = 0;
      }
      if (poison) std::memset(span->slot_address(slot), kPoison, span->slot_size);
    }
  }
  heap.slots_swept_ += span->slots;
  span->swept_cycle = cycle;
  span->next_word = 0;
}

void HeapState::sweep_list(ClassSpans& list) {
  std::size_t kept = 0;
  for (Span* span : list.spans) {
    if (span->swept_cycle != cycle) sweep(span);
    bool empty = true;
    for (std::uint32_t w = 0; w < span->words && empty; ++w) empty = span->alloc[w] == 0;
    if (empty) {
      free_span(span);
    } else {
      span->next_word = 0;
      list.spans[kept++] = span;
    }
  }
  list.spans.resize(kept);
  list.next = 0;
}

void HeapState::sweep_large() {
  std::size_t kept = 0;
  for (Span* span : large_spans) {
    if (span->swept_cycle != cycle) sweep(span);
    if (span->alloc[0] == 0) {
      free_span(span);
    } else {
      large_spans[kept++] = span;
    }
  }
  large_spans.resize(kept);
}

void HeapState::sweep_all() {
  GOVM_DCHECK(!heap.marking_);
  flush_cursors();
  tiny.close_block();
  for (ClassSpans& list : classes) sweep_list(list);
  sweep_list(tiny_spans);
  sweep_large();
  swept = true;
}

}  // namespace govm::gc
