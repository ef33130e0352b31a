// A collection from beginning to end, and how each mode cuts it into parts.
//
//   open    close cursors and the tiny block; scan roots
//   mark    stw: until nothing is left; incremental: slices; concurrent: the second thread, and assists
//   close   what the barrier kept; weak handles, finalizers, cleanups; account; new goal
//   sweep   stw: in the same pause; incremental: slices and on demand; concurrent: the second thread
//
// A cycle begins only when the last one is swept.
#include <time.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/check.h"
#include "gc/heap_state.h"
#include "gc/verify.h"

namespace govm::gc {

namespace {

/// Work that the closing pause of a concurrent cycle may do at most before it lets the second thread go on, and how
/// often: then it does what is left.
constexpr std::uint64_t kClosingWork = 50'000;
constexpr int kMostCloseAttempts = 8;
// Nanoseconds. Work is about time, but for memory that is touched for the first time: a slice beside the second thread, which need not
// repeat, ends by the clock as well.
constexpr std::int64_t kLongestSlice = 800'000;

}  // namespace

std::int64_t HeapState::now() const {
  if (heap.options_.now) return heap.options_.now();
  return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

// A clock of the caller's own (the virtual one) counts nothing but work.
std::int64_t HeapState::processor_now() const {
  if (heap.options_.own_clock) return now();
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

void HeapState::begin_pause() {
  pause_processor_start = processor_now();  // a system call: the machine may do something else before it returns
  pause_start = now();
  turn = collector.rest();
  take_background_time();
}

template <class Record>
void HeapState::keep(std::vector<Record>& records, const Record& record) {
  if (!heap.options_.keep_records && records.size() >= 2 * Heap::kKeptCycles) {
    records.erase(records.begin(), records.end() - Heap::kKeptCycles);
  }
  records.push_back(record);
}

void HeapState::end_pause(PauseKind kind, CycleRecord& of) {
  turn = {};
  collector.wake();
  const std::int64_t length = now() - pause_start;
  keep(heap.pauses_, {pause_start, length, processor_now() - pause_processor_start, kind, of.number});
  heap.totals_.pauses.add(length);
  if (kind == PauseKind::Mark) heap.totals_.mark_pauses += length;
  of.pause_ns += length;
  of.longest_pause_ns = std::max(of.longest_pause_ns, length);
  ++of.slices;
  pause_total_ns += static_cast<std::uint64_t>(length);
}

void HeapState::publish_cycle() {
  current.end = pause_start + heap.pauses_.back().length;
  keep(heap.cycles_, current);
  ++heap.totals_.cycles;
  if (heap.listener_ != nullptr) heap.listener_->on_cycle_end(current);
}

void HeapState::take_background_time() {
  const std::int64_t marked = collector.take_mark_time(), swept_for = collector.take_sweep_time();
  current.mark_ns += marked;
  current.background_ns += marked;
  heap.totals_.background += marked + swept_for;
  if (heap.cycles_.empty()) return;
  heap.cycles_.back().sweep_ns += swept_for;
  heap.cycles_.back().background_ns += swept_for;
}

void HeapState::visit_all_roots(RootVisitor& visitor) {
  for (RootProvider* provider : roots) provider->visit_roots(visitor);
  specials.visit_roots(visitor);
}

void HeapState::open(Cause cause) {
  GOVM_DCHECK(!heap.marking_ && swept);
  current = {};
  current.cause = cause;
  current.start = pause_start;
  if (heap.before_cycle_) heap.before_cycle_();
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
  for (RecordId id = 1; id < counts.size(); ++id) counts[id].meeting = record_allocs(id);
  if (heap.listener_ != nullptr) heap.listener_->on_cycle_begin(current);

  marker.begin();
  heap.marking_ = true;
  close_attempts = 0;
  const std::int64_t start = now();
  visit_all_roots(marker);
  current.scanned_stacks = marker.stack_words() * 8;
  current.scanned_globals = marker.global_words() * 8;
  specials.visit_finalizable(marker);
  current.roots_ns = now() - start;
  if (heap.listener_ != nullptr) heap.listener_->on_phase(current, Phase::Roots);
}

// Everything is marked: the dead are counted, the sweeper gets all spans.
void HeapState::close() {
  const std::int64_t start = now();
  collector.stop();
  specials.at_mark_end(marker);
  if (heap.options_.verify) check_marking(*this);
  flush_cursors();
  tiny.close_block();
  heap.marking_ = false;
  const MarkTotals& marked = marker.totals();
  current.heap_at_mark_end = heap.state_.live;
  current.live_after = marked.bytes;
  current.objects_live = marked.objects;
  current.scanned_heap = marked.words * 8;
  current.objects_freed = current.objects_before - marked.objects;
  if (heap.state_.live > peak_live) peak_live = heap.state_.live;
  const std::uint64_t dead = current.live_before - marked.bytes;
  heap.state_.live -= dead;
  freed_bytes += dead;
  freed_objects += current.objects_freed;
  for (std::uint32_t c = 0; c < kSizeClasses; ++c) {
    class_counts[c].frees += class_objects_at_start[c] - marker.objects_of_class(c);
  }
  for (RecordCounts& record : counts) record.met_cycle = record.meeting;
  marked_bytes = heap.state_.live;
  marked_work = marked.work;
  if (current.cause == Cause::Forced) ++forced_cycles;
  current.mark_ns += now() - start;
  if (heap.listener_ != nullptr) heap.listener_->on_phase(current, Phase::Mark);

  sweeper.begin();
  swept = false;
  const bool whole = heap.options_.mode == Mode::StopTheWorld || heap.options_.mode == Mode::Off;
  if (whole) {
    const std::int64_t sweep_start = now();
    finish_sweeping();
    current.sweep_ns = now() - sweep_start;
  }
  if (heap.listener_ != nullptr) heap.listener_->on_phase(current, Phase::Sweep);
  pace();
  goal_at_close = heap.goal_;
  if (whole) release_free_memory(UINT64_MAX);
  if (heap.options_.verify) check_heap(*this, "after a collection");
  if (heap.options_.mode == Mode::Concurrent) collector.sweep();
}

void HeapState::finish_sweeping() {
  flush_cursors();
  tiny.close_block();
  while (!sweeper.sweep_some(SIZE_MAX, sweep_counts)) continue;
  swept = true;
}

void HeapState::whole_cycle(Cause cause) {
  begin_pause();
  if (heap.marking_) {
    marker.visit_later(collector.take_overwritten());
    marker.visit_later(std::exchange(overwritten, {}));
    marker.drain(UINT64_MAX);
    close();
    end_pause(PauseKind::Close, current);
    publish_cycle();
    begin_pause();
  }
  if (!swept) finish_sweeping();
  open(cause);
  const std::int64_t start = now();
  marker.drain(UINT64_MAX);
  current.mark_ns += now() - start;
  close();
  if (!swept) {
    const std::int64_t sweep_start = now();
    collector.stop();
    finish_sweeping();
    pace();
    current.sweep_ns += now() - sweep_start;
  }
  end_pause(PauseKind::Whole, current);
  publish_cycle();
}

void HeapState::begin_marking(Cause cause) {
  begin_pause();
  open(cause);
  if (heap.options_.mode == Mode::Concurrent) collector.mark();
  end_pause(PauseKind::Open, current);
  schedule_mark_slice();
}

// A slice of incremental marking; under concurrent an assist.
void HeapState::mark_slice(std::uint64_t work) {
  begin_pause();
  const std::int64_t start = now();
  marker.visit_later(std::exchange(overwritten, {}));
  marker.visit_later(collector.take_overwritten());
  const bool ends_by_clock = heap.options_.mode == Mode::Concurrent && work != UINT64_MAX;
  const auto longest = std::max(kLongestSlice, static_cast<std::int64_t>(heap.options_.slice_work));
  const bool done = marker.drain(work, ends_by_clock ? start + longest : INT64_MAX);
  current.mark_ns += now() - start;
  if (done) {
    close();
  } else if (heap.options_.mode == Mode::Concurrent) {
    collector.mark();
  }
  end_pause(done ? PauseKind::Close : PauseKind::Mark, current);
  if (done) {
    publish_cycle();
  } else {
    schedule_mark_slice();
  }
}

// The second thread found nothing more. What was overwritten since may still lead to unmarked objects: if they are
// many the thread goes on.
void HeapState::close_if_done() { mark_slice(++close_attempts < kMostCloseAttempts ? kClosingWork : UINT64_MAX); }

void HeapState::sweep_slice(std::size_t spans) {
  begin_pause();
  CycleRecord& of = heap.cycles_.back();
  const std::int64_t start = now();
  sweeper.sweep_some(spans, sweep_counts);
  if (sweeper.done()) swept = true;
  of.sweep_ns += now() - start;
  end_pause(PauseKind::Sweep, of);
  schedule_sweep_slice();
}

void HeapState::step(Cause cause, std::size_t size, bool stressed) {
  const bool concurrent = heap.options_.mode == Mode::Concurrent;
  const std::uint64_t live = heap.state_.live + size;
  if (heap.marking_) {
    if (concurrent && collector.marking_done()) {
      close_if_done();
    } else if (stressed) {
      mark_slice(heap.options_.slice_work);
    } else if (live >= next_slice) {
      const std::uint64_t work = concurrent ? assist_budget() : heap.options_.slice_work;
      if (work != 0) {
        mark_slice(work);
      } else {
        schedule_mark_slice();
      }
    }
    return;
  }
  if (!swept) {
    if (concurrent && sweeper.done()) {
      swept = true;
      set_limit();
    } else if (stressed || live >= next_slice) {
      sweep_slice(sweep_budget());
    }
    if (!swept) return;
  }
  if (stressed || live > trigger) begin_marking(cause);
}

bool HeapState::forced_part() {
  const bool begun = forced_cycle != 0;
  if (heap.marking_ && (!begun || cycle == forced_cycle)) {
    if (heap.options_.mode == Mode::Concurrent && collector.marking_done()) {
      close_if_done();
    } else {
      mark_slice(heap.options_.slice_work);
    }
    return false;
  }
  if (!heap.marking_ && !swept) {
    sweep_slice(slice_spans());
    // The second thread may still have a span.
    if (!swept && sweeper.done()) swept = true;
    if (!swept) return false;
    set_limit();
  }
  // It is swept: no other cycle begins before.
  forced_cycle = 0;
  if (begun) return true;
  begin_marking(Cause::Forced);
  forced_cycle = cycle;
  return false;
}

void Heap::collect(Cause cause) { inner_->whole_cycle(cause); }

bool Heap::collect_part() {
  if (options_.mode == Mode::Incremental || options_.mode == Mode::Concurrent) return inner_->forced_part();
  collect();
  return true;
}

void Heap::collect_if_due(std::size_t size) {
  // Far from the goal nothing is due, whatever the size class.
  const bool stops = options_.mode == Mode::StopTheWorld || options_.mode == Mode::Off;
  if (stops && options_.stress == 0 && options_.max_heap < 0 && state_.live + 2 * size + kPageSize <= goal_) return;
  HeapState& s = *inner_;
  if (size != 0) size = size < kTinySize && s.tiny.has_room(size) ? 0 : rounded_size(size, false);
  if (size < kTinySize && size > 8) size = kTinySize;
  bool stressed = false;
  if (options_.stress != 0) stressed = (s.safepoints++ + options_.seed) % options_.stress == 0;
  const bool full = state_.live + size > goal_;
  const bool at_most = options_.max_heap >= 0 && state_.live + size > static_cast<std::uint64_t>(options_.max_heap);
  const Cause cause = stressed && !full ? Cause::Stress : s.limited || at_most ? Cause::MemoryLimit : Cause::Goal;
  if (at_most || stops) {
    if (full || stressed || at_most) s.whole_cycle(cause);
    return;
  }
  s.step(cause, size, stressed);
}

void Heap::release_memory() {
  const std::lock_guard lock(inner_->shared);
  inner_->pages.release(0);
}

}  // namespace govm::gc
