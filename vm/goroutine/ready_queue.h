// First in, first out queue of runnable goroutines, linked through the goroutines.
#pragma once

#include <cstddef>

#include "vm/goroutine/goroutine.h"

namespace govm::rt {

class ReadyQueue {
 public:
  bool empty() const { return head_ == nullptr; }
  std::size_t size() const { return size_; }
  void push_back(Goroutine* g);
  /// In front of all others: a goroutine just made or woken that is to run next.
  void push_front(Goroutine* g);
  /// The oldest; null when empty.
  Goroutine* pop_front();
  /// The one at `index` from the front; for `--seed` and `--preempt-stress`.
  Goroutine* take(std::size_t index);

 private:
  Goroutine* head_ = nullptr;
  Goroutine* tail_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace govm::rt
