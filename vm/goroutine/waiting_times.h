// How long goroutines waited for the processor, for locks, and the processor for goroutines: what runtime/metrics tells of the scheduler.
#pragma once

#include <cstdint>

#include "base/time_counts.h"
#include "vm/goroutine/clock.h"
#include "vm/goroutine/goroutine.h"

namespace govm::rt {

/// The scheduler notes here what it does. Of the times between runnable and running it takes a sample: one of 64, and one at a time.
class WaitingTimes {
 public:
  void runnable(const Goroutine* g, Clock& clock) {
    if (++events_ % kEach != 0 || sampled_ != nullptr) return;
    sampled_ = g;
    since_ = clock.monotonic();
  }
  void running(const Goroutine* g, Clock& clock) {
    if (g != sampled_) return;
    sampled_ = nullptr;
    latencies_.add(clock.monotonic() - since_);
  }
  void waited_for_lock(std::int64_t nanoseconds) { locks_ += nanoseconds; }
  void was_idle(std::int64_t nanoseconds) { idle_ += nanoseconds; }

  const TimeCounts& latencies() const { return latencies_; }
  std::int64_t locks() const { return locks_; }
  std::int64_t idle() const { return idle_; }

 private:
  static constexpr std::uint64_t kEach = 64;

  TimeCounts latencies_;
  const Goroutine* sampled_ = nullptr;
  std::int64_t since_ = 0;
  std::uint64_t events_ = 0;
  std::int64_t locks_ = 0, idle_ = 0;
};

}  // namespace govm::rt
