// Who runs next: goroutines, ready queue, timers, file descriptors waited for.
//
// One thread, deterministic order (`--seed` perturbs it). The scheduler changes states
// and queues; switching registers is done by the interpreter, which asks `next()` at a
// poll or when the current goroutine parked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "vm/goroutine/clock.h"
#include "vm/goroutine/goroutine.h"
#include "vm/goroutine/ready_queue.h"
#include "vm/goroutine/stack.h"
#include "vm/goroutine/timers.h"
#include "vm/goroutine/waiting_times.h"

namespace govm::rt {

/// A native that waits for a file descriptor (decisions 14).
struct FdWait {
  int fd;
  bool for_writing;
  Goroutine* goroutine;
};

/// System goroutines run finalizers: not in counts, traces or deadlock detection.
enum class GoroutineKind : std::uint8_t { User, System };

/// What `next` found.
enum class Next : std::uint8_t {
  Run,          ///< a goroutine, now Running
  Deadlock,     ///< nothing runnable, no timer, no descriptor
  Interrupted,  ///< a signal arrived while idle; poll the VM's flags and ask again
};

class Scheduler {
 public:
  Scheduler(StackOptions stacks, Clock& clock, std::uint64_t seed);
  ~Scheduler();
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;

  StackPool& stacks() { return stacks_; }
  Clock& clock() { return *clock_; }
  std::int64_t now() const { return clock_->monotonic(); }
  Timers& timers() { return timers_; }

  /// A new goroutine with a first segment of at least `stack_bytes`, status Waiting:
  /// the caller prepares its frame and then calls ready.
  Goroutine* create(std::size_t stack_bytes, std::uint64_t parent_id, GoroutineKind kind = GoroutineKind::User);
  /// Ends a goroutine: its segments and its record may be reused.
  void finish(Goroutine* g);

  /// Makes a parked goroutine runnable, behind all others.
  void ready(Goroutine* g);
  /// Makes it runnable and the next to run, as Go's runnext slot.
  void ready_next(Goroutine* g);
  /// Called with each goroutine that waited, before it is made runnable; its state is still that of the wait.
  void set_wait_hook(std::function<void(Goroutine&)> hook) { wait_hook_ = std::move(hook); }
  /// Marks the running goroutine as parked for `reason`; it runs on until its cell ends.
  void park(Goroutine* g, WaitReason reason);
  /// Puts the running goroutine back behind all others.
  void yield(Goroutine* g);

  /// Takes the next goroutine to run. Fires due timers; when nothing is runnable sleeps
  /// until a timer or descriptor is due.
  Next next(Goroutine** g);
  /// Fires due timers and readies what they and ready descriptors wake, without waiting.
  void poll();
  bool has_ready() const { return runnext_ != nullptr || !ready_.empty(); }

  /// Wakes `g` when `fd` can be read (written) without blocking.
  void wait_for_fd(Goroutine* g, int fd, bool for_writing);
  /// Wakes all goroutines that wait for `fd`, which is about to be closed, or only `g`.
  void wake_waiters(int fd, const Goroutine* g = nullptr);
  /// True if another goroutine, timer or descriptor could make progress: then a native
  /// must not block the thread.
  bool others_alive(const Goroutine* g) const;

  /// Goroutines alive that are not system ones: runtime.NumGoroutine.
  std::size_t count() const { return user_count_; }
  /// All that there ever were.
  std::uint64_t created() const { return next_id_ - 1; }
  const WaitingTimes& waiting_times() const { return times_; }
  /// All goroutines alive, oldest first.
  Goroutine* first() const { return all_head_; }
  /// Pseudo-random number of `--seed`, for select and map order.
  std::uint64_t random();
  /// Takes a random runnable goroutine instead of the oldest (`--preempt-stress`).
  void set_random_order(bool on) { random_order_ = on; }
  /// Lets chance, from the seed, decide now and then who is put in front (`--seed`).
  void set_perturbed(bool on) { perturbed_ = on; }

 private:
  bool wait_for_descriptors(std::int64_t nanoseconds);
  void end_wait(Goroutine* g);

  StackPool stacks_;
  Clock* clock_;
  Timers timers_;
  ReadyQueue ready_;
  Goroutine* runnext_ = nullptr;
  Goroutine* all_head_ = nullptr;
  Goroutine* all_tail_ = nullptr;
  Goroutine* free_ = nullptr;
  std::vector<FdWait> descriptors_;
  std::size_t user_count_ = 0;
  std::uint64_t next_id_ = 1;
  std::uint64_t random_state_;
  std::function<void(Goroutine&)> wait_hook_;
  WaitingTimes times_;
  bool random_order_ = false;
  bool perturbed_ = false;
};

}  // namespace govm::rt
