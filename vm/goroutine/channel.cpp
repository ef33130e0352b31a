// Sending, receiving, closing. See channel.h.
#include "vm/goroutine/channel.h"

#include <cstring>

#include "gc/barrier.h"
#include "vm/goroutine/scheduler.h"
#include "vm/value/type.h"

namespace govm::rt {

void WaitQueue::push(Waiter* waiter) {
  waiter->next = nullptr;
  waiter->previous = last;
  (last != nullptr ? last->next : first) = waiter;
  last = waiter;
}

void WaitQueue::remove(Waiter* waiter) {
  (waiter->previous != nullptr ? waiter->previous->next : first) = waiter->next;
  (waiter->next != nullptr ? waiter->next->previous : last) = waiter->previous;
}

Channels::~Channels() {
  while (free_ != nullptr) {
    Waiter* waiter = free_;
    free_ = waiter->next;
    delete waiter;
  }
}

Waiter* Channels::obtain(Goroutine* g, Channel* channel, std::byte* element, bool sends) {
  Waiter* waiter = free_;
  if (waiter != nullptr) {
    free_ = waiter->next;
  } else {
    waiter = new Waiter;
  }
  *waiter = Waiter{.goroutine = g,
                   .channel = channel,
                   .previous = nullptr,
                   .next = nullptr,
                   .next_case = nullptr,
                   .element = element,
                   .case_slot = nullptr,
                   .ok_slot = nullptr,
                   .case_index = 0,
                   .sends = sends};
  ++in_use_;
  return waiter;
}

void Channels::give(Waiter* waiter) {
  waiter->next = free_;
  free_ = waiter;
  --in_use_;
}

// Wakes the goroutine of a waiter whose operation just ended; all cases of its select
// leave their queues.
void Channels::finish(Waiter* waiter, bool ok) {
  Goroutine* g = waiter->goroutine;
  if (waiter->case_slot != nullptr) *waiter->case_slot = waiter->case_index;
  if (waiter->ok_slot != nullptr) *waiter->ok_slot = ok ? 1 : 0;
  if (waiter->sends && !ok) {
    g->wake = WakeAction::SendOnClosed;
  } else if (!waiter->sends && waiter->element != nullptr) {
    g->received = waiter->element;
    g->received_type = waiter->channel->element;
  }
  for (Waiter* it = g->waiters; it != nullptr;) {
    Waiter* following = it->next_case;
    WaitQueue& queue = it->sends ? it->channel->senders : it->channel->receivers;
    queue.remove(it);
    if (it->channel->timer != nullptr) end_watch(it->channel);
    give(it);
    it = following;
  }
  g->waiters = nullptr;
  scheduler_.ready_next(g);
}

// Elements with pointers lie in an object of their own: two allocations, as Go makes them. Else the one object has no
// pointers: a timer's channel is of the first kind.
Channel* Channels::make(const value::Type* element, std::int64_t capacity, gc::RecordId record) {
  static constexpr std::uint64_t kHeaderPointers[] = {0b10100};
  const std::size_t bytes = static_cast<std::size_t>(capacity) * element->size;
  const bool apart = element->has_pointers() && bytes != 0;
  const std::size_t size = (sizeof(Channel) + (apart ? 0 : bytes) + 7) / 8 * 8;
  gc::Layout header{.element_size = size, .pointer_bytes = 0, .pointer_bits = nullptr};
  if (apart) header = {.element_size = size, .pointer_bytes = 40, .pointer_bits = kHeaderPointers};
  const gc::RecordId header_record = heap_.derived_record(record, header, element->index);
  auto* memory = static_cast<std::byte*>(heap_.allocate(header_record, size));
  auto* channel = reinterpret_cast<Channel*>(memory);
  channel->capacity = capacity;
  channel->element = element;
  channel->element_size = static_cast<std::uint16_t>(element->size);
  channel->buffer = memory + sizeof(Channel);
  if (apart) {
    const gc::RecordId buffer_record = heap_.derived_record(record, element->layout, element->index);
    channel->buffer = static_cast<std::byte*>(heap_.allocate(buffer_record, bytes));
  } else if (bytes == 0) {
    channel->buffer = memory;
  }
  return channel;
}

void Channels::copy_element(const Channel* channel, std::byte* to, const std::byte* from) {
  const value::Type* type = channel->element;
  if (type->has_pointers()) {
    gc::copy(heap_, to, from, type->layout, type->layout_count());
  } else {
    std::memmove(to, from, type->size);
  }
}

void Channels::clear_element(const Channel* channel, std::byte* at) {
  const value::Type* type = channel->element;
  if (type->has_pointers()) {
    gc::clear(heap_, at, type->layout, type->layout_count());
  } else {
    std::memset(at, 0, type->size);
  }
}

ChannelOutcome Channels::try_send(Channel* channel, const std::byte* element) {
  if (channel->closed != 0) return ChannelOutcome::Closed;
  if (!channel->receivers.empty()) {
    Waiter* waiter = channel->receivers.first;
    if (waiter->element != nullptr) copy_element(channel, waiter->element, element);
    finish(waiter, true);
    return ChannelOutcome::Done;
  }
  if (channel->count == channel->capacity) return ChannelOutcome::WouldBlock;
  copy_element(channel, slot(channel, channel->send_index), element);
  channel->send_index = (channel->send_index + 1) % channel->capacity;
  ++channel->count;
  return ChannelOutcome::Done;
}

ChannelOutcome Channels::try_receive(Channel* channel, std::byte* element, bool* ok) {
  if (channel->count > 0) {
    std::byte* from = slot(channel, channel->receive_index);
    if (element != nullptr) copy_element(channel, element, from);
    clear_element(channel, from);
    channel->receive_index = (channel->receive_index + 1) % channel->capacity;
    --channel->count;
    if (!channel->senders.empty()) {
      // The buffer was full: the first sender's value takes the place at its end.
      Waiter* waiter = channel->senders.first;
      copy_element(channel, slot(channel, channel->send_index), waiter->element);
      channel->send_index = (channel->send_index + 1) % channel->capacity;
      ++channel->count;
      finish(waiter, true);
    }
    *ok = true;
    return ChannelOutcome::Done;
  }
  if (!channel->senders.empty()) {
    Waiter* waiter = channel->senders.first;
    if (element != nullptr) copy_element(channel, element, waiter->element);
    finish(waiter, true);
    *ok = true;
    return ChannelOutcome::Done;
  }
  if (channel->timer != nullptr && receive_tick(channel, element)) {
    *ok = true;
    return ChannelOutcome::Done;
  }
  if (channel->closed == 0) return ChannelOutcome::WouldBlock;
  if (element != nullptr) clear_element(channel, element);
  *ok = false;
  return ChannelOutcome::Done;
}

ChannelOutcome Channels::close(Channel* channel) {
  if (channel == nullptr) return ChannelOutcome::Nil;
  if (channel->closed != 0) return ChannelOutcome::Closed;
  channel->closed = 1;
  while (!channel->receivers.empty()) {
    Waiter* waiter = channel->receivers.first;
    if (waiter->element != nullptr) clear_element(channel, waiter->element);
    finish(waiter, false);
  }
  while (!channel->senders.empty()) finish(channel->senders.first, false);
  return ChannelOutcome::Done;
}

void Channels::wait_send(Goroutine* g, Channel* channel, std::byte* element) {
  if (channel == nullptr) {
    scheduler_.park(g, WaitReason::ChanSendNil);
    return;
  }
  Waiter* waiter = obtain(g, channel, element, true);
  channel->senders.push(waiter);
  g->waiters = waiter;
  scheduler_.park(g, WaitReason::ChanSend);
}

void Channels::wait_receive(Goroutine* g, Channel* channel, std::byte* element, std::int64_t* ok_slot) {
  if (channel == nullptr) {
    scheduler_.park(g, WaitReason::ChanReceiveNil);
    return;
  }
  Waiter* waiter = obtain(g, channel, element, false);
  waiter->ok_slot = ok_slot;
  channel->receivers.push(waiter);
  if (channel->timer != nullptr) begin_watch(channel);
  g->waiters = waiter;
  scheduler_.park(g, WaitReason::ChanReceive);
}

}  // namespace govm::rt
