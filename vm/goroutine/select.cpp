// Select statements (spec: "Select statements"): one of the ready cases by a uniform
// pseudo-random choice, or waiting at all of them.
#include <numeric>
#include <utility>

#include "base/check.h"
#include "vm/goroutine/channel.h"
#include "vm/goroutine/scheduler.h"

namespace govm::rt {

std::int64_t Channels::try_select(const SelectCase* cases, std::int64_t count, bool* ok, bool* closed) {
  order_.resize(static_cast<std::size_t>(count));
  std::iota(order_.begin(), order_.end(), 0u);
  for (std::size_t i = order_.size(); i > 1; --i) {
    std::swap(order_[i - 1], order_[scheduler_.random() % i]);
  }
  for (const std::uint32_t i : order_) {
    const SelectCase& c = cases[i];
    if (c.channel == nullptr) continue;
    const ChannelOutcome outcome = c.sends ? try_send(c.channel, c.element) : try_receive(c.channel, c.element, ok);
    if (outcome == ChannelOutcome::WouldBlock) continue;
    *closed = outcome == ChannelOutcome::Closed;
    return i;
  }
  return -1;
}

void Channels::wait_select(Goroutine* g, const SelectCase* cases, std::int64_t count, std::int64_t* case_slot, std::int64_t* ok_slot) {
  Waiter* chain = nullptr;
  // In the order in which they were tried: of several cases with one channel the first in its queue is chosen.
  GOVM_DCHECK(order_.size() == static_cast<std::size_t>(count));
  for (const std::uint32_t i : order_) {
    const SelectCase& c = cases[i];
    if (c.channel == nullptr) continue;
    Waiter* waiter = obtain(g, c.channel, c.element, c.sends);
    waiter->case_slot = case_slot;
    waiter->ok_slot = ok_slot;
    waiter->case_index = i;
    waiter->next_case = chain;
    chain = waiter;
    (c.sends ? c.channel->senders : c.channel->receivers).push(waiter);
    if (c.channel->timer != nullptr) begin_watch(c.channel);
  }
  g->waiters = chain;
  scheduler_.park(g, count == 0 ? WaitReason::SelectNoCases : WaitReason::Select);
}

}  // namespace govm::rt
