// Timers of the program: time.Timer and time.Ticker, which have a channel, and time.AfterFunc.
//
// The channel of a timer holds nothing. Who receives takes the tick that is due, if there is one; a timer stands in the
// scheduler's heap only while a goroutine waits on its channel. So no tick is stale after Stop and Reset, and a timer
// that nobody refers to any more is garbage.
#pragma once

#include <cstddef>
#include <cstdint>

#include "vm/goroutine/timers.h"

namespace govm::rt {

class Channels;
class Scheduler;
struct Channel;

/// A timer as it lies in the heap; `time.timer` in Go.
struct ChannelTimer {
  Channel* exported;    ///< Go's C, which a program may set to any channel
  std::uint64_t made;   ///< Go's initTimer
  Timer timer;          ///< `when` is the next tick; active only while someone waits, or a function does
  std::int64_t period;  ///< > 0: of a ticker
  std::uint64_t armed;  ///< 1: there is a next tick
  void (*write)(Scheduler& scheduler, const ChannelTimer& timer, std::byte* element);  ///< makes the value of the tick
  const void* data;                                                                    ///< for write; the closure to call
  void* owner;                                                                         ///< Channels while someone waits
  Channel* channel;                                                                    ///< null: its function is called
};
static_assert(sizeof(ChannelTimer) == 112);

/// Bytes of a tick, a time.Time.
inline constexpr std::size_t kTickBytes = 24;

/// Takes the tick that is due: writes its value, arms the next one. False: none is due.
bool take_tick(Scheduler& scheduler, ChannelTimer& timer, std::byte* element);

}  // namespace govm::rt
