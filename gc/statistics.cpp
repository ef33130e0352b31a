// Questions about numbers: MemStats, records, what is left.
#include "gc/heap_state.h"
#include "gc/walk.h"

namespace govm::gc {

std::uint64_t HeapState::fast_bytes(RecordId id) const {
  const std::uint64_t fast = fast_counts[id];
  return fast == 0 ? 0 : fast * kClassSize[Heap::fast_class(heap.record(id))];
}

std::uint64_t HeapState::total_mallocs() const {
  std::uint64_t sum = 0;
  for (RecordId id = 1; id < counts.size(); ++id) sum += record_allocs(id);
  return sum;
}

std::array<std::uint64_t, kSizeClasses> HeapState::class_mallocs() const {
  std::array<std::uint64_t, kSizeClasses> result{};
  for (std::uint32_t c = 0; c < kSizeClasses; ++c) result[c] = class_counts[c].slow_allocs;
  for (RecordId id = 1; id < counts.size(); ++id) {
    if (fast_counts[id] != 0) result[Heap::fast_class(heap.record(id))] += fast_counts[id];
  }
  return result;
}

std::uint64_t Heap::allocated_bytes() const { return state_.live + inner_->freed_bytes; }
std::uint64_t Heap::allocated_objects() const { return inner_->total_mallocs(); }
std::uint64_t Heap::slots_swept() const { return inner_->sweep_counts.slots; }
std::uint64_t Heap::tiny_unused_bytes() const { return inner_->tiny.unused_bytes(); }

void Heap::close_tiny_block() { inner_->tiny.close_block(); }

const CycleRecord* Heap::unfinished_cycle() const { return marking_ ? &inner_->current : nullptr; }

MemStats Heap::mem_stats() const {
  HeapState& s = *inner_;
  const auto rest = s.collector.rest();
  s.take_background_time();
  MemStats m;
  m.total_alloc = allocated_bytes();
  m.mallocs = s.total_mallocs();
  m.frees = s.freed_objects;
  m.heap_alloc = state_.live;
  m.heap_objects = m.mallocs - m.frees;
  m.heap_sys = (s.pages.mapped_bytes() + (4 << 20) - 1) >> 22 << 22;
  m.heap_inuse = s.pages.used_bytes();
  m.heap_idle = m.heap_sys - m.heap_inuse;
  m.heap_released = s.pages.released_bytes() + m.heap_sys - s.pages.mapped_bytes();  // what was never used counts, as in Go
  m.metadata_bytes = s.span_metadata;
  m.next_gc = goal_;
  m.last_gc = cycles_.empty() ? 0 : static_cast<std::uint64_t>(cycles_.back().end);
  m.pause_total_ns = s.pause_total_ns - (marking_ ? static_cast<std::uint64_t>(s.current.pause_ns) : 0);  // of finished cycles, as in Go
  m.num_gc = totals_.cycles;
  m.num_forced_gc = s.forced_cycles;
  m.tiny_allocs = s.tiny.parts();
  m.peak_live = state_.live > s.peak_live ? state_.live : s.peak_live;
  const auto mallocs = s.class_mallocs();
  for (std::uint32_t c = 0; c < kSizeClasses; ++c) {
    m.by_size[c] = {kClassSize[c], mallocs[c], s.class_counts[c].frees, s.class_counts[c].slow_rounding};
  }
  for (RecordId id = 1; id < s.counts.size(); ++id) {
    if (s.fast_counts[id] == 0) continue;
    MemStats::Class& row = m.by_size[fast_class(records_[id])];
    row.rounding += s.fast_counts[id] * (row.size - records_[id].size);
  }
  return m;
}

RecordStats Heap::record_stats(RecordId id) const {
  const HeapState& s = *inner_;
  const RecordCounts& c = s.counts[id];
  const auto rest = inner_->collector.rest();
  const std::uint64_t survived = s.sweep_counts.survived[id] + inner_->collector.counts().survived[id];
  return {s.record_allocs(id), c.bytes + s.fast_bytes(id), c.met_cycle, survived};
}

Heap::InUseTable Heap::in_use() const {
  const HeapState& s = *inner_;
  const auto rest = inner_->collector.rest();
  InUseTable result{std::vector<InUse>(records_.size())};
  std::vector<std::uint64_t> parts(records_.size());
  s.for_each_span([&](const Span* span) {
    for_each_object_of(s, *span, [&](std::uint32_t slot) {
      result.bytes += span->slot_size;
      // Marks of a span that is not swept yet are those of the last cycle.
      const bool old = span->test(&SlotBits::old, slot) || (!marking_ && span->test(&SlotBits::marks, slot));
      const auto count = [&result, old](RecordId record, std::uint64_t bytes) {
        InUse& of = result.records[record];
        ++of.objects;
        of.bytes += bytes;
        of.old += old ? 1 : 0;
      };
      if (span->kind == SpanKind::Tiny) {
        s.tiny.for_each_part(*span, slot, [&](RecordId record) {
          count(record, 0);
          ++parts[record];
        });
      } else {
        count(span->records[slot], span->slot_size);
      }
    });
  });
  for (RecordId id = 1; id < parts.size(); ++id) {
    if (parts[id] != 0) result.records[id].bytes += (s.counts[id].bytes + s.fast_bytes(id)) * parts[id] / s.record_allocs(id);
  }
  return result;
}

Heap::Reachable Heap::reachable() {
  Reachable result;
  HeapState& s = *inner_;
  const auto rest = s.collector.rest();
  Walker walker(s);
  walker.walk([&](const Span& span, std::uint32_t slot) {
    result.bytes += span.slot_size;
    result.objects += span.kind == SpanKind::Tiny ? s.tiny.part_count(span, slot) : 1;
  });
  return result;
}

}  // namespace govm::gc
