// The loop of the second thread, and passing the turn between the two.
#include "gc/collector.h"

#include <pthread.h>
#include <signal.h>

#include <utility>

#include "gc/heap_state.h"

namespace govm::gc {

namespace {

/// How long the program's thread may have to wait for its turn, in work and in spans.
constexpr std::uint64_t kMarkQuantum = 40'000;
constexpr std::size_t kSweepQuantum = 32;
constexpr std::uint64_t kReleaseQuantum = 256 << 10;

/// Recorded old values that the thread may leave to wait.
constexpr std::size_t kMostOverwritten = 128 << 10;

}  // namespace

Collector::~Collector() {
  if (!thread_.joinable()) return;
  {
    const auto turn = rest();
    job_ = Job::Quit;
  }
  wake_.notify_one();
  thread_.join();
}

std::unique_lock<std::mutex> Collector::rest() {
  program_waits_.store(true, std::memory_order_relaxed);
  std::unique_lock turn(turn_);
  program_waits_.store(false, std::memory_order_relaxed);
  return turn;
}

void Collector::start(Job job) {
  job_ = job;
  if (!thread_.joinable()) {
    // Signals are for the program's thread.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    thread_ = std::thread([this] { run(); });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
  }
  called_ = true;
}

void Collector::wake() {
  if (std::exchange(called_, false)) wake_.notify_one();
}

void Collector::mark() {
  work_done_.store(state_.marker.totals().work, std::memory_order_relaxed);
  marking_done_.store(false, std::memory_order_relaxed);
  state_.heap.attention_.store(false, std::memory_order_relaxed);
  start(Job::Mark);
}

void Collector::sweep() { start(Job::Sweep); }

void Collector::stop() {
  job_ = Job::Rest;
  marking_done_.store(false, std::memory_order_relaxed);
  state_.heap.attention_.store(false, std::memory_order_relaxed);
}

void Collector::hand_over(std::vector<std::uint64_t>& words) {
  const std::lock_guard lock(state_.shared);
  overwritten_.insert(overwritten_.end(), words.begin(), words.end());
  words.clear();
}

bool Collector::is_behind() const {
  const std::lock_guard lock(state_.shared);
  return overwritten_.size() > kMostOverwritten;
}

std::vector<std::uint64_t> Collector::take_overwritten() {
  const std::lock_guard lock(state_.shared);
  return std::exchange(overwritten_, {});
}

void Collector::run() {
  // Of two threads that want one processor the program's goes on.
  const sched_param priority{};
  pthread_setschedparam(pthread_self(), SCHED_BATCH, &priority);
  std::unique_lock turn(turn_);
  while (job_ != Job::Quit) {
    if (job_ == Job::Rest) {
      wake_.wait(turn);
      continue;
    }
    const bool more = job_ == Job::Mark ? mark_quantum() : sweep_quantum();
    if (!more) job_ = Job::Rest;
    // The program goes first.
    turn.unlock();
    while (program_waits_.load(std::memory_order_relaxed)) std::this_thread::yield();
    turn.lock();
  }
}

bool Collector::mark_quantum() {
  const std::int64_t start = state_.now();
  state_.marker.visit_later(take_overwritten());
  const bool drained = state_.marker.drain(kMarkQuantum);
  work_done_.store(state_.marker.totals().work, std::memory_order_relaxed);
  mark_ns_ += state_.now() - start;
  if (!drained) return true;
  {
    const std::lock_guard lock(state_.shared);
    if (!overwritten_.empty()) return true;
  }
  marking_done_.store(true, std::memory_order_release);
  state_.heap.attention_.store(true, std::memory_order_release);
  return false;
}

bool Collector::sweep_quantum() {
  const std::int64_t start = state_.now();
  bool more = !state_.sweeper.sweep_some(kSweepQuantum, counts_);
  if (!more) more = state_.release_free_memory(kReleaseQuantum);
  sweep_ns_ += state_.now() - start;
  return more;
}

}  // namespace govm::gc
