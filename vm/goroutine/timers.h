// Timers: a heap ordered by (due time, order of creation).
//
// A timer calls a C++ function when due; sleeping, time.Timer and deadlines of waits are
// made of it. Timers are owned by whoever starts them (natives keep them in package
// state or in Go objects that are pinned while active).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace govm::rt {

class Scheduler;

/// One timer. Stays where it is while started.
struct Timer {
  std::int64_t when = 0;    ///< monotonic nanoseconds
  std::int64_t period = 0;  ///< > 0: starts again that much later
  /// Called on the VM thread between two instructions, after the timer was taken off.
  void (*fire)(Scheduler& scheduler, Timer& timer) = nullptr;
  void* argument = nullptr;   ///< for fire
  std::uint64_t order = 0;    ///< set by start: ties run in order of starting
  std::size_t index = kIdle;  ///< position in the heap, kIdle when not started

  static constexpr std::size_t kIdle = ~std::size_t{0};
  bool active() const { return index != kIdle; }
};

class Timers {
 public:
  bool empty() const { return heap_.empty(); }
  std::size_t size() const { return heap_.size(); }
  /// Due time of the earliest timer; only when not empty.
  std::int64_t next_due() const { return heap_.front()->when; }
  /// Starts `timer` (stopped first if active).
  void start(Timer& timer);
  /// True if it was active.
  bool stop(Timer& timer);
  /// Fires all timers due at `now`.
  void run_due(Scheduler& scheduler, std::int64_t now);
  /// Calls f(timer) for each active timer, in heap order: for roots.
  template <class F>
  void for_each(F&& f) const {
    for (Timer* timer : heap_) f(*timer);
  }

 private:
  static bool before(const Timer& a, const Timer& b) { return a.when != b.when ? a.when < b.when : a.order < b.order; }
  void sift_up(std::size_t i);
  void sift_down(std::size_t i);
  void place(Timer* timer, std::size_t i);

  std::vector<Timer*> heap_;
  std::uint64_t next_order_ = 0;
};

}  // namespace govm::rt
