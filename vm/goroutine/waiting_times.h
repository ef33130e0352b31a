// How long goroutines waited for the processor, for locks, and the processor for goroutines: what runtime/metrics tells of the scheduler.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "vm/goroutine/clock.h"
#include "vm/goroutine/goroutine.h"

namespace govm::rt {

/// Counts of durations with the buckets of Go's time histograms: one below 0, four up to 2^8 ns, then four for each power of two up
/// to 2^47, one beyond.
class TimeCounts {
 public:
  void add(std::int64_t nanoseconds) { ++counts_[bucket(nanoseconds)]; }
  const auto& counts() const { return counts_; }

 private:
  static constexpr unsigned kFirst = 8, kLast = 47, kSteps = 4;
  static std::size_t bucket(std::int64_t nanoseconds) {
    if (nanoseconds < 0) return 0;
    const auto value = static_cast<std::uint64_t>(nanoseconds);
    const unsigned power = static_cast<unsigned>(std::bit_width(value)) - (value != 0);
    if (power < kFirst) return 1 + (value >> (kFirst - 2));
    if (power >= kLast) return 1 + kSteps + (kLast - kFirst) * kSteps;
    return 1 + kSteps + (power - kFirst) * kSteps + (value >> (power - 2)) % kSteps;
  }

  std::array<std::uint64_t, 2 + kSteps + (kLast - kFirst) * kSteps> counts_{};
};

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
