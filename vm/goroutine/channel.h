// Channels (spec: "Channel types", "Send statements", "Receive operator", "Close").
//
// A channel is a heap object of Go's size (112 bytes and its buffer); the goroutines
// waiting on it stand in two queues of Waiters, which live outside the heap. Elements lie
// in Go layout, in buffer and frames alike. Blocking means: the goroutine is parked and
// whoever meets it copies the element and says how the operation ended.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "gc/heap.h"
#include "vm/goroutine/channel_timer.h"
#include "vm/goroutine/goroutine.h"

namespace govm::value {
struct Type;
}

namespace govm::rt {

class Scheduler;
struct Channel;

/// One goroutine in one queue of one channel; a select has one for each of its cases.
struct Waiter {
  Goroutine* goroutine;
  Channel* channel;
  Waiter* previous;  ///< in the channel's queue
  Waiter* next;
  Waiter* next_case;        ///< of the same select; null for plain operations
  std::byte* element;       ///< value to send; where to receive to (null: discard)
  std::int64_t* case_slot;  ///< select: frame slot for the chosen case
  std::int64_t* ok_slot;    ///< receive: frame slot for the second result, may be null
  std::int64_t case_index;
  bool sends;
};

/// Waiters of a channel in order of arrival.
struct WaitQueue {
  Waiter* first;
  Waiter* last;

  bool empty() const { return first == nullptr; }
  void push(Waiter* waiter);
  void remove(Waiter* waiter);
};

/// A channel as it lies in the heap; hchan in Go.
struct Channel {
  std::int64_t count;  ///< elements in the buffer
  std::int64_t capacity;
  std::byte* buffer;  ///< behind this struct, or an object of its own if elements hold pointers
  std::uint16_t element_size;
  std::uint32_t closed;
  ChannelTimer* timer;  ///< of time.Timer and time.Ticker, else null
  const value::Type* element;
  std::int64_t send_index;
  std::int64_t receive_index;
  WaitQueue receivers;
  WaitQueue senders;
  void* reserved[2];  ///< Go's size
};
static_assert(sizeof(Channel) == 112);

/// How a channel operation ended at once.
enum class ChannelOutcome : std::uint8_t {
  Done,        ///< send: taken; receive: *ok says whether it was a sent value
  WouldBlock,  ///< nothing happened
  Closed,      ///< send on a closed channel, or close of one: panic
  Nil,         ///< close of a nil channel: panic
};

/// One case of a select statement.
struct SelectCase {
  Channel* channel;    ///< null: never ready
  std::byte* element;  ///< as in Waiter
  bool sends;
};

/// The operations. One per VM; owns the waiters.
class Channels {
 public:
  Channels(gc::Heap& heap, Scheduler& scheduler) : heap_(heap), scheduler_(scheduler) {}
  ~Channels();
  Channels(const Channels&) = delete;
  Channels& operator=(const Channels&) = delete;

  /// make(chan T, capacity), charged to `record`. The size was checked.
  Channel* make(const value::Type* element, std::int64_t capacity, gc::RecordId record);

  /// Sends *element, if that is possible without waiting. `channel` is not null.
  ChannelOutcome try_send(Channel* channel, const std::byte* element);
  /// Receives into *element (may be null), the same. A closed channel gives a zero value.
  ChannelOutcome try_receive(Channel* channel, std::byte* element, bool* ok);
  ChannelOutcome close(Channel* channel);

  /// Queues the goroutine and parks it; element and ok_slot are frame addresses that the
  /// one who meets it uses. `channel` null: for ever.
  void wait_send(Goroutine* g, Channel* channel, std::byte* element);
  void wait_receive(Goroutine* g, Channel* channel, std::byte* element, std::int64_t* ok_slot);

  /// Tries the cases in random order. The index of the one that ran, with *ok for
  /// receives; -1 if none is ready; sets *closed if it is a send on a closed channel.
  std::int64_t try_select(const SelectCase* cases, std::int64_t count, bool* ok, bool* closed);
  /// Queues the goroutine at all cases and parks it.
  void wait_select(Goroutine* g, const SelectCase* cases, std::int64_t count, std::int64_t* case_slot, std::int64_t* ok_slot);

  /// Stop or Reset has changed the timer of a channel.
  static void timer_changed(Scheduler& scheduler, ChannelTimer& timer);

  /// Goroutines' places in queues; for tests.
  std::size_t waiters_in_use() const { return in_use_; }

 private:
  Waiter* obtain(Goroutine* g, Channel* channel, std::byte* element, bool sends);
  void finish(Waiter* waiter, bool ok);
  void give(Waiter* waiter);
  // channel_timer.cpp
  bool receive_tick(Channel* channel, std::byte* element);
  void begin_watch(Channel* channel);
  void end_watch(Channel* channel);
  void give_tick(Channel* channel);

  void copy_element(const Channel* channel, std::byte* to, const std::byte* from);
  void clear_element(const Channel* channel, std::byte* at);
  std::byte* slot(Channel* channel, std::int64_t index) { return channel->buffer + index * channel->element_size; }

  gc::Heap& heap_;
  Scheduler& scheduler_;
  Waiter* free_ = nullptr;
  std::size_t in_use_ = 0;
  std::vector<std::uint32_t> order_;  // select's poll order, kept to save allocations
};

}  // namespace govm::rt
