// A binary heap whose elements know their positions.
#include "vm/goroutine/timers.h"

namespace govm::rt {

void Timers::place(Timer* timer, std::size_t i) {
  heap_[i] = timer;
  timer->index = i;
}

void Timers::sift_up(std::size_t i) {
  Timer* timer = heap_[i];
  while (i > 0) {
    const std::size_t parent = (i - 1) / 2;
    if (!before(*timer, *heap_[parent])) break;
    place(heap_[parent], i);
    i = parent;
  }
  place(timer, i);
}

void Timers::sift_down(std::size_t i) {
  Timer* timer = heap_[i];
  for (;;) {
    std::size_t child = 2 * i + 1;
    if (child >= heap_.size()) break;
    if (child + 1 < heap_.size() && before(*heap_[child + 1], *heap_[child])) ++child;
    if (!before(*heap_[child], *timer)) break;
    place(heap_[child], i);
    i = child;
  }
  place(timer, i);
}

void Timers::start(Timer& timer) {
  stop(timer);
  timer.order = next_order_++;
  heap_.push_back(&timer);
  timer.index = heap_.size() - 1;
  sift_up(timer.index);
}

bool Timers::stop(Timer& timer) {
  if (!timer.active()) return false;
  const std::size_t i = timer.index;
  timer.index = Timer::kIdle;
  Timer* last = heap_.back();
  heap_.pop_back();
  if (last != &timer) {
    place(last, i);
    sift_up(i);
    sift_down(last->index);
  }
  return true;
}

void Timers::run_due(Scheduler& scheduler, std::int64_t now) {
  while (!heap_.empty() && heap_.front()->when <= now) {
    Timer* timer = heap_.front();
    stop(*timer);
    if (timer->period > 0) {
      // A late ticker skips the beats it missed, as Go's does.
      timer->when += timer->period * (1 + (now - timer->when) / timer->period);
      start(*timer);
    }
    timer->fire(scheduler, *timer);
  }
}

}  // namespace govm::rt
