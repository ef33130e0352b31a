// The scheduling loop's state: see scheduler.h.
#include "vm/goroutine/scheduler.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <chrono>

#include "base/check.h"

namespace govm::rt {

namespace {
constexpr std::int64_t kNanosecondsPerMillisecond = 1'000'000;

// The reasons are in the order of their names.
bool is_lock(WaitReason reason) { return reason >= WaitReason::MutexLock && reason <= WaitReason::RwMutexRlock; }
}  // namespace

Scheduler::Scheduler(StackOptions stacks, Clock& clock, std::uint64_t seed)
    : stacks_(stacks), clock_(&clock), random_state_(seed + 0x9e3779b97f4a7c15) {}

Scheduler::~Scheduler() {
  while (all_head_ != nullptr) {
    Goroutine* g = all_head_;
    all_head_ = g->all_next;
    stacks_.release(g->first_segment);
    delete g;
  }
  while (free_ != nullptr) {
    Goroutine* g = free_;
    free_ = g->queue_next;
    delete g;
  }
}

Goroutine* Scheduler::create(std::size_t stack_bytes, std::uint64_t parent_id, GoroutineKind kind) {
  Goroutine* g = free_;
  if (g != nullptr) {
    free_ = g->queue_next;
    *g = Goroutine{};
  } else {
    g = new Goroutine{};
  }
  g->system = kind == GoroutineKind::System;
  g->id = g->system ? 0 : next_id_++;
  g->parent_id = parent_id;
  g->status = GoroutineStatus::Waiting;
  g->first_segment = g->segment = stacks_.first_segment(stack_bytes);
  g->all_previous = all_tail_;
  (all_tail_ != nullptr ? all_tail_->all_next : all_head_) = g;
  all_tail_ = g;
  if (!g->system) ++user_count_;
  return g;
}

void Scheduler::finish(Goroutine* g) {
  GOVM_DCHECK(g->status != GoroutineStatus::Dead);
  (g->all_previous != nullptr ? g->all_previous->all_next : all_head_) = g->all_next;
  (g->all_next != nullptr ? g->all_next->all_previous : all_tail_) = g->all_previous;
  if (!g->system) --user_count_;
  stacks_.release(g->first_segment);
  g->first_segment = g->segment = nullptr;
  g->status = GoroutineStatus::Dead;
  g->queue_next = free_;
  free_ = g;
}

void Scheduler::end_wait(Goroutine* g) {
  GOVM_DCHECK(g->status == GoroutineStatus::Waiting);
  if (wait_hook_ && g->wait_reason != WaitReason::None) wait_hook_(*g);
  if (is_lock(g->wait_reason)) times_.waited_for_lock(clock_->monotonic() - g->wait_since);
  times_.runnable(g, *clock_);
  g->status = GoroutineStatus::Runnable;
  g->wait_reason = WaitReason::None;
}

void Scheduler::ready(Goroutine* g) {
  end_wait(g);
  if (perturbed_ && random() % 4 == 0) {
    ready_.push_front(g);
  } else {
    ready_.push_back(g);
  }
}

void Scheduler::ready_next(Goroutine* g) {
  end_wait(g);
  if (perturbed_ && random() % 4 == 0) {
    ready_.push_back(g);
    return;
  }
  if (runnext_ != nullptr) ready_.push_back(runnext_);
  runnext_ = g;
}

void Scheduler::park(Goroutine* g, WaitReason reason) {
  g->status = GoroutineStatus::Waiting;
  g->wait_reason = reason;
  g->wait_since = clock_->monotonic();
  g->found_waiting = 0;
}

void Scheduler::yield(Goroutine* g) {
  times_.runnable(g, *clock_);
  g->status = GoroutineStatus::Runnable;
  ready_.push_back(g);
}

void Scheduler::poll() {
  if (!timers_.empty()) timers_.run_due(*this, clock_->monotonic());
  if (!descriptors_.empty()) wait_for_descriptors(0);
}

Next Scheduler::next(Goroutine** found) {
  for (;;) {
    poll();
    if (runnext_ != nullptr && random_order_) {
      ready_.push_back(runnext_);
      runnext_ = nullptr;
    }
    Goroutine* g = runnext_;
    if (g != nullptr) {
      runnext_ = nullptr;
    } else if (!ready_.empty()) {
      g = random_order_ ? ready_.take(random() % ready_.size()) : ready_.pop_front();
    }
    if (g != nullptr) {
      times_.running(g, *clock_);
      g->status = GoroutineStatus::Running;
      *found = g;
      return Next::Run;
    }
    if (timers_.empty() && descriptors_.empty()) return Next::Deadlock;
    const std::int64_t idle_from = clock_->monotonic();
    if (clock_->is_virtual() && descriptors_.empty()) {
      clock_->advance_to(timers_.next_due());
      times_.was_idle(clock_->monotonic() - idle_from);
      continue;
    }
    std::int64_t wait = -1;
    if (!timers_.empty()) {
      wait = std::max<std::int64_t>(0, timers_.next_due() - idle_from);
    }
    const auto begin = std::chrono::steady_clock::now();
    if (!wait_for_descriptors(wait)) {
      times_.was_idle(clock_->monotonic() - idle_from);
      return Next::Interrupted;
    }
    if (!clock_->is_virtual() || wait < 0) {
      times_.was_idle(clock_->monotonic() - idle_from);
      continue;
    }
    // What comes from outside of the program takes real time. A virtual clock does not move by itself meanwhile: it is moved by what has
    // passed, and to the timer, no further and no less, if nothing came.
    const std::int64_t passed = std::chrono::nanoseconds(std::chrono::steady_clock::now() - begin).count();
    clock_->advance_to(has_ready() ? clock_->monotonic() + std::min(passed, wait) : timers_.next_due());
    times_.was_idle(clock_->monotonic() - idle_from);
  }
}

// Waits for the descriptors at most `nanoseconds` (< 0: for ever) and readies whom they
// wake. False if a signal came.
bool Scheduler::wait_for_descriptors(std::int64_t nanoseconds) {
  std::vector<pollfd> polled;
  polled.reserve(descriptors_.size());
  for (const FdWait& wait : descriptors_) {
    polled.push_back({.fd = wait.fd, .events = static_cast<short>(wait.for_writing ? POLLOUT : POLLIN), .revents = 0});
  }
  timespec limit{};
  if (nanoseconds >= 0) {
    limit.tv_sec = nanoseconds / (1000 * kNanosecondsPerMillisecond);
    limit.tv_nsec = nanoseconds % (1000 * kNanosecondsPerMillisecond);
  }
  const int n = ::ppoll(polled.data(), polled.size(), nanoseconds < 0 ? nullptr : &limit, nullptr);
  if (n < 0) return errno != EINTR;
  if (n == 0) return true;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < descriptors_.size(); ++i) {
    if (polled[i].revents != 0) {
      ready(descriptors_[i].goroutine);
    } else {
      descriptors_[kept++] = descriptors_[i];
    }
  }
  descriptors_.resize(kept);
  return true;
}

void Scheduler::wait_for_fd(Goroutine* g, int fd, bool for_writing) {
  descriptors_.push_back({.fd = fd, .for_writing = for_writing, .goroutine = g});
}

void Scheduler::wake_waiters(int fd, const Goroutine* g) {
  std::erase_if(descriptors_, [&](const FdWait& wait) {
    if (wait.fd != fd || (g != nullptr && wait.goroutine != g)) return false;
    ready(wait.goroutine);
    return true;
  });
}

bool Scheduler::others_alive(const Goroutine* g) const {
  if (has_ready() || !timers_.empty()) return true;
  for (const FdWait& wait : descriptors_) {
    if (wait.goroutine != g) return true;
  }
  return false;
}

std::uint64_t Scheduler::random() {
  // splitmix64
  std::uint64_t z = (random_state_ += 0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

}  // namespace govm::rt
