// When to collect: GOGC and the memory limit give the goal.
//
//   goal = live + live * GOGC / 100, at least 4 MiB * GOGC / 100, at least live + 1 MiB
//   with a limit: at most limit - metadata - max(1 MiB, 3 % of the limit), but a little above live
//
// Stop-the-world collects at the goal. The others begin to mark at three quarters of the way from live to goal.
// Slices of incremental marking have one size; they come the closer the less is left to the goal, and with each
// allocation beyond it. The concurrent collector's second thread is helped when it is behind the line from trigger
// to goal, beyond the goal with slices as of incremental marking that end before a tenth more, and when the barrier keeps
// more for it than it takes.
#include <algorithm>
#include <limits>

#include "gc/heap_state.h"

namespace govm::gc {

namespace {

constexpr std::uint64_t kUnlimited = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t kMinimumHeap = 4 << 20;
/// What a cycle's goal leaves at least to be allocated, however small GOGC is.
constexpr std::uint64_t kLeastDistance = 1 << 20;
/// Bytes allocated between two looks at marking or sweeping under way, at most.
constexpr std::uint64_t kSliceBytes = 64 << 10;
/// Spans that are swept in the time of so much work.
constexpr std::uint64_t kSpanWork = 600;
/// With live memory above the limit a collection still comes only after so many bytes.
constexpr std::uint64_t kLeastRunway = 64 << 10;

}  // namespace

void HeapState::pace() {
  const Options& o = heap.options_;
  const std::uint64_t live = marked_bytes;
  std::uint64_t goal = kUnlimited;
  if (o.gogc >= 0 && o.mode != Mode::Off) {
    const auto percent = static_cast<unsigned __int128>(o.gogc);
    const unsigned __int128 wanted =
        std::max({kMinimumHeap * percent / 100, live + live * percent / 100, static_cast<unsigned __int128>(live + kLeastDistance)});
    goal = wanted > kUnlimited ? kUnlimited : static_cast<std::uint64_t>(wanted);
  }
  limited = false;
  if (o.memory_limit >= 0 && o.mode != Mode::Off) {
    const auto limit = static_cast<std::uint64_t>(o.memory_limit);
    const std::uint64_t other = span_metadata + std::max<std::uint64_t>(1 << 20, limit / 100 * 3);
    const std::uint64_t allowed = std::max(limit > other ? limit - other : 0, live + std::max(kLeastRunway, live / 64));
    if (allowed < goal) {
      goal = allowed;
      limited = true;
    }
  }
  heap.goal_ = goal;
  trigger = goal == kUnlimited || goal < live ? goal : live + (goal - live) / 4 * 3;
  if (heap.marking_ || o.mode == Mode::StopTheWorld || o.mode == Mode::Off || swept) {
    set_limit();
  } else {
    schedule_sweep_slice();
  }
}

void HeapState::set_limit() {
  const Options& o = heap.options_;
  std::uint64_t limit = heap.goal_;
  if (o.mode == Mode::Incremental || o.mode == Mode::Concurrent) limit = heap.marking_ || !swept ? next_slice : trigger;
  if (o.max_heap >= 0) limit = std::min(limit, static_cast<std::uint64_t>(o.max_heap));
  if (o.stress != 0) limit = 0;
  heap.state_.limit = limit;
}

void HeapState::schedule_mark_slice() {
  const std::uint64_t live = heap.state_.live;
  // At worst all that was there when the cycle began lives and is made of pointers; many to the same objects were there before, too.
  const std::uint64_t most = std::max(marked_work, current.objects_before * (kObjectWork + kPointerWork) + current.live_before / 8);
  const bool concurrent = heap.options_.mode == Mode::Concurrent;
  const std::uint64_t done = concurrent ? collector.work_done() : marker.totals().work;
  const std::uint64_t slices = (most > done ? most - done : 0) / heap.options_.slice_work + 1;
  const std::uint64_t goal = std::min(heap.goal_, kUnlimited / 2), end = goal + (concurrent ? goal / 10 : 0);
  next_slice = live + std::min(kSliceBytes, (end > live ? end - live : 0) / slices);
  set_limit();
}

void HeapState::hurry() {
  next_slice = 0;
  set_limit();
}

void HeapState::schedule_sweep_slice() {
  const std::uint64_t live = heap.state_.live;
  // The second thread needs help only when the next cycle is due.
  next_slice = heap.options_.mode == Mode::Concurrent ? std::max(trigger, live) : live + (trigger > live ? kSliceBytes : 0);
  set_limit();
}

std::size_t HeapState::slice_spans() const { return heap.options_.slice_work / kSpanWork + 1; }

std::size_t HeapState::sweep_budget() const {
  const std::uint64_t left = sweeper.left(), live = heap.state_.live;
  if (heap.options_.stress != 0) return left / 4 + 1;
  const std::uint64_t slices = trigger > live ? (trigger - live) / kSliceBytes / 2 + 1 : 1;
  return std::min<std::uint64_t>(slice_spans(), left / slices + 1);
}

std::uint64_t HeapState::assist_budget() const {
  const std::uint64_t live = heap.state_.live, most = heap.options_.slice_work;
  if (live >= heap.goal_ || collector.is_behind()) return most;
  if (live <= current.live_before) return 0;
  const std::uint64_t expected = marked_work != 0 ? marked_work : current.objects_before * (kObjectWork + kPointerWork);
  const double way = static_cast<double>(live - current.live_before) / static_cast<double>(heap.goal_ - current.live_before);
  const auto wanted = static_cast<std::uint64_t>(way * static_cast<double>(expected));
  const std::uint64_t done = collector.work_done();
  return wanted > done ? std::min(most, wanted - done) : 0;
}

bool HeapState::release_free_memory(std::uint64_t most) {
  const std::lock_guard lock(shared);
  const std::uint64_t enough = goal_at_close + goal_at_close / 10, used = pages.used_bytes();
  return pages.release(enough > used ? enough - used : 0, most);
}

std::int64_t Heap::set_gogc(std::int64_t percent) {
  const std::int64_t old = options_.gogc;
  options_.gogc = percent < 0 ? -1 : percent;
  inner_->pace();
  return old;
}

std::int64_t Heap::set_memory_limit(std::int64_t bytes) {
  constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::max();
  const std::int64_t old = options_.memory_limit < 0 ? kNone : options_.memory_limit;
  if (bytes < 0) return old;
  options_.memory_limit = bytes == kNone ? -1 : bytes;
  inner_->pace();
  return old;
}

}  // namespace govm::gc
