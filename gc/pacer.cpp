// When to collect: GOGC and the memory limit give the goal.
//
//   goal = live + live * GOGC / 100, at least 4 MiB * GOGC / 100
//   with a limit: at most limit - metadata - max(1 MiB, 3 % of the limit), but a little above live
//
// Stop-the-world collects at the goal; incremental begins to mark at three quarters of the way
// from live to goal and marks the faster the nearer the goal is.
#include <algorithm>
#include <limits>

#include "gc/heap_state.h"

namespace govm::gc {

namespace {

constexpr std::uint64_t kUnlimited = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t kMinimumHeap = 4 << 20;
/// With live memory above the limit a collection still comes only after so many bytes.
constexpr std::uint64_t kLeastRunway = 64 << 10;

}  // namespace

void HeapState::pace() {
  const Options& o = heap.options_;
  const std::uint64_t live = marked_bytes;
  std::uint64_t goal = kUnlimited;
  if (o.gogc >= 0 && o.mode != Mode::Off) {
    const auto percent = static_cast<unsigned __int128>(o.gogc);
    const unsigned __int128 wanted = std::max(kMinimumHeap * percent / 100, live + live * percent / 100);
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
  set_limit();
}

void HeapState::set_limit() {
  const Options& o = heap.options_;
  std::uint64_t limit = heap.goal_;
  if (o.mode == Mode::Incremental) limit = heap.marking_ ? std::min(next_slice, limit) : trigger;
  if (o.max_heap >= 0) limit = std::min(limit, static_cast<std::uint64_t>(o.max_heap));
  if (o.stress != 0) limit = 0;
  heap.state_.limit = limit;
}

std::uint64_t HeapState::slice_budget() const {
  if (heap.options_.stress != 0) return heap.options_.slice_words;
  // What was live last time has to be scanned before the goal is reached.
  const std::uint64_t scanned = marker.totals().words;
  const std::uint64_t expected = marked_bytes / 8;
  const std::uint64_t work = expected > scanned ? expected - scanned : 0;
  const std::uint64_t live = heap.state_.live;
  const std::uint64_t runway = heap.goal_ > live ? (heap.goal_ - live) / (64 << 10) + 1 : 1;
  return std::max(heap.options_.slice_words, work / runway);
}

std::int64_t Heap::set_gogc(std::int64_t percent) {
  const std::int64_t old = options_.gogc;
  options_.gogc = percent;
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
