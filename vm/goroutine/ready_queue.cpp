// Linking and unlinking of goroutines.
#include "vm/goroutine/ready_queue.h"

namespace govm::rt {

void ReadyQueue::push_back(Goroutine* g) {
  g->queue_next = nullptr;
  if (tail_ == nullptr) {
    head_ = g;
  } else {
    tail_->queue_next = g;
  }
  tail_ = g;
  ++size_;
}

void ReadyQueue::push_front(Goroutine* g) {
  g->queue_next = head_;
  head_ = g;
  if (tail_ == nullptr) tail_ = g;
  ++size_;
}

Goroutine* ReadyQueue::pop_front() { return head_ == nullptr ? nullptr : take(0); }

Goroutine* ReadyQueue::take(std::size_t index) {
  Goroutine* before = nullptr;
  Goroutine* g = head_;
  for (; index > 0; --index) {
    before = g;
    g = g->queue_next;
  }
  if (before == nullptr) {
    head_ = g->queue_next;
  } else {
    before->queue_next = g->queue_next;
  }
  if (tail_ == g) tail_ = before;
  g->queue_next = nullptr;
  --size_;
  return g;
}

}  // namespace govm::rt
