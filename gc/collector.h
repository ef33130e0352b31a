// The second thread of --gc=concurrent: it marks between the two pauses of a cycle and sweeps after the second.
//
// Whoever holds the *turn* owns the marker, the mark bits and what is known of unswept spans. The thread takes it
// for a quantum at a time and gives it back in between, so that the program's thread can assist, close the cycle
// or look at the whole heap: rest(). Without this mode there is no thread and the turn is the caller's at once.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "gc/sweep.h"

namespace govm::gc {

struct HeapState;

class Collector {
 public:
  explicit Collector(HeapState& state) : state_(state) {}
  ~Collector();
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;

  /// The turn, for the program's thread. Waits for the end of a quantum.
  std::unique_lock<std::mutex> rest();

  // With the turn held:

  /// Marks, or goes on with it, until nothing is left, then asks for the program's attention (Heap::wants_safepoint).
  void mark();
  /// Sweeps all that the sweeper has, then gives free memory back.
  void sweep();
  /// Nothing more: the caller does the rest of the work itself.
  void stop();
  /// Old values that the barrier recorded and gave to the thread.
  std::vector<std::uint64_t> take_overwritten();
  /// Time of its quanta since the last call; of marking and of sweeping.
  std::int64_t take_mark_time() { return std::exchange(mark_ns_, 0); }
  std::int64_t take_sweep_time() { return std::exchange(sweep_ns_, 0); }
  SweepCounts& counts() { return counts_; }

  // Without:

  /// Wakes the thread if it was given a job: after the turn, for which it would wait at once.
  void wake();
  /// Gives recorded old values to the thread; `words` is empty then.
  void hand_over(std::vector<std::uint64_t>& words);
  /// Are there so many of them that the program's thread should help?
  bool is_behind() const;
  /// The work of marking that is done in this cycle, as of the last quantum.
  std::uint64_t work_done() const { return work_done_.load(std::memory_order_relaxed); }
  /// Has marking come to an end (but for what the program's thread recorded since)?
  bool marking_done() const { return marking_done_.load(std::memory_order_acquire); }

 private:
  enum class Job : std::uint8_t { Rest, Mark, Sweep, Quit };

  void start(Job job);
  void run();
  bool mark_quantum();
  bool sweep_quantum();

  HeapState& state_;
  std::thread thread_;
  std::mutex turn_;
  std::condition_variable wake_;
  bool called_ = false;  // the program's thread knows of a job that the other was not woken for
  std::atomic<bool> program_waits_{false};
  std::atomic<bool> marking_done_{false};
  std::atomic<std::uint64_t> work_done_{0};
  // Under the turn:
  Job job_ = Job::Rest;
  std::int64_t mark_ns_ = 0;
  std::int64_t sweep_ns_ = 0;
  SweepCounts counts_;
  // Under HeapState::shared:
  std::vector<std::uint64_t> overwritten_;
};

}  // namespace govm::gc
