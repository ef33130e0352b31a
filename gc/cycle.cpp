// A collection from beginning to end, and when it is cut into slices.
//
//   begin_cycle     finish the last cycle's sweeping; close cursors and the tiny block; scan roots
//   slice           mark for a while (stop-the-world: until nothing is left)
//   finish_marking  what the barrier kept; weak handles, finalizers, cleanups; account; new goal
//   end_cycle       stop-the-world: sweep here; incremental: large objects only, the rest on demand
#include <chrono>

#include "base/check.h"
#include "gc/heap_state.h"
#include "gc/verify.h"

namespace govm::gc {

namespace {

/// Bytes allocated between two slices of incremental marking.
constexpr std::uint64_t kSliceBytes = 64 << 10;

}  // namespace

std::int64_t HeapState::now() const {
  if (heap.options_.now) return heap.options_.now();
  return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

void HeapState::begin_pause() { pause_start = now(); }

void HeapState::end_pause() {
  const std::int64_t length = now() - pause_start;
  heap.pauses_.push_back({pause_start, length});
  current.pause_ns += length;
  if (length > current.longest_pause_ns) current.longest_pause_ns = length;
  ++current.slices;
  pause_total_ns += static_cast<std::uint64_t>(length);
}

void HeapState::visit_all_roots(RootVisitor& visitor) {
  for (RootProvider* provider : roots) provider->visit_roots(visitor);
  specials.visit_roots(visitor);
}

void HeapState::begin_cycle(Cause cause) {
  GOVM_DCHECK(!heap.marking_);
  current = {};
  current.cause = cause;
  current.start = pause_start;
  if (!swept) sweep_all();
  flush_cursors();
  tiny.close_block();
  if (heap.options_.verify) check_heap(*this, "before a collection");
  ++cycle;
  current.number = cycle;
  current.goal = heap.goal_;
  current.live_before = heap.state_.live;
  current.objects_before = total_mallocs() - freed_objects;
  if (heap.state_.live > peak_live) peak_live = heap.state_.live;
  class_objects_at_start = class_mallocs();
  for (std::uint32_t c = 0; c < kSizeClasses; ++c) class_objects_at_start[c] -= class_counts[c].frees;
  for (RecordId id = 1; id < counts.size(); ++id) counts[id].met_cycle = record_allocs(id);
  if (heap.listener_ != nullptr) heap.listener_->on_cycle_begin(current);

  marker.begin();
  heap.marking_ = true;
  swept = false;
  const std::int64_t start = now();
  visit_all_roots(marker);
  current.roots_ns = now() - start;
  if (heap.listener_ != nullptr) heap.listener_->on_phase(current, Phase::Roots);
}

// Marks about `words` words; ends the cycle's marking when nothing is left.
void HeapState::slice(std::uint64_t words) {
  const std::int64_t start = now();
  for (const std::uint64_t word : overwritten) marker.visit(reinterpret_cast<const void*>(word));
  overwritten.clear();
  const bool done = marker.drain(words);
  current.mark_ns += now() - start;
  if (done) {
    finish_marking();
    end_cycle();
  } else {
    next_slice = heap.state_.live + kSliceBytes;
    set_limit();
  }
}

void HeapState::finish_marking() {
  const std::int64_t start = now();
  specials.at_mark_end(marker);
  if (heap.options_.verify) check_marking(*this);
  flush_cursors();
  tiny.close_block();
  heap.marking_ = false;
  const MarkTotals& marked = marker.totals();
  current.heap_at_mark_end = heap.state_.live;
  current.live_after = marked.bytes;
  current.objects_live = marked.objects;
  current.objects_freed = current.objects_before - marked.objects;
  if (heap.state_.live > peak_live) peak_live = heap.state_.live;
  const std::uint64_t dead = current.live_before - marked.bytes;
  heap.state_.live -= dead;
  freed_bytes += dead;
  freed_objects += current.objects_freed;
  for (std::uint32_t c = 0; c < kSizeClasses; ++c) {
    class_counts[c].frees += class_objects_at_start[c] - marker.objects_of_class(c);
  }
  marked_bytes = heap.state_.live;
  current.mark_ns += now() - start;
  if (heap.listener_ != nullptr) heap.listener_->on_phase(current, Phase::Mark);
}

void HeapState::end_cycle() {
  const std::int64_t start = now();
  if (heap.options_.mode == Mode::Incremental) {
    sweep_large();
    for (ClassSpans& list : classes) list.next = 0;
    tiny_spans.next = 0;
  } else {
    sweep_all();
  }
  current.sweep_ns = now() - start;
  if (heap.listener_ != nullptr) heap.listener_->on_phase(current, Phase::Sweep);
  if (current.cause == Cause::Forced) ++forced_cycles;
  pace();
  const std::uint64_t enough = heap.goal_ + heap.goal_ / 10;
  pages.release(enough > pages.used_bytes() ? enough - pages.used_bytes() : 0);
  if (heap.options_.verify) check_heap(*this, "after a collection");
  end_pause();
  current.end = pause_start + heap.pauses_.back().length;
  heap.cycles_.push_back(current);
  if (heap.listener_ != nullptr) heap.listener_->on_cycle_end(current);
  begin_pause();  // closed by the caller if it goes on
}

void HeapState::run_cycle(Cause cause) {
  if (!heap.marking_) begin_cycle(cause);
  while (heap.marking_) slice(UINT64_MAX);
}

void Heap::collect(Cause cause) {
  HeapState& s = *inner_;
  s.begin_pause();
  if (marking_) s.run_cycle(cause);  // finish the one under way; what is wanted is a new one
  s.run_cycle(cause);
  if (!s.swept) s.sweep_all();
}

void Heap::collect_if_due(std::size_t size) {
  HeapState& s = *inner_;
  if (size != 0) size = size < kTinySize && s.tiny.has_room(size) ? 0 : rounded_size(size, false);
  if (size < kTinySize && size > 8) size = kTinySize;
  bool stressed = false;
  if (options_.stress != 0) stressed = (s.safepoints++ + options_.seed) % options_.stress == 0;
  const bool full = state_.live + size > goal_;
  const bool at_most = options_.max_heap >= 0 && state_.live + size > static_cast<std::uint64_t>(options_.max_heap);
  const Cause cause = stressed && !full ? Cause::Stress : s.limited || at_most ? Cause::MemoryLimit : Cause::Goal;
  if (options_.mode != Mode::Incremental || at_most) {
    if (!full && !stressed && !at_most) return;
    s.begin_pause();
    s.run_cycle(cause);
    if (at_most && !s.swept) s.sweep_all();
    return;
  }
  if (marking_) {
    if (!full && !stressed && state_.live + size < s.next_slice) return;
    s.begin_pause();
    s.slice(full ? UINT64_MAX : s.slice_budget());
    if (marking_) s.end_pause();
    return;
  }
  if (!stressed && state_.live + size <= s.trigger) return;
  s.begin_pause();
  s.begin_cycle(cause);
  s.next_slice = state_.live + kSliceBytes;
  s.set_limit();
  s.end_pause();
}

void Heap::free_os_memory() {
  collect(Cause::Forced);
  inner_->pages.release(0);
}

}  // namespace govm::gc
