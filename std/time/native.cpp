// Natives of time: the clock, sleeping, timers.
#include <algorithm>
#include <cstring>
#include <span>

#include "gc/barrier.h"
#include "vm/goroutine/channel.h"
#include "vm/goroutine/scheduler.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

NativeStatus now(NativeCall& call) {
  rt::Clock& clock = call.scheduler().clock();
  return call.done(clock.wall(), clock.monotonic());
}

// The time after `delay`, or the last there is.
std::int64_t later(NativeCall& call, std::int64_t delay) {
  const std::int64_t now = call.scheduler().clock().monotonic();
  return delay > INT64_MAX - now ? INT64_MAX : now + delay;
}

// A sleeping goroutine and what wakes it.
struct Sleeper {
  rt::Timer timer;
  rt::Goroutine* goroutine;
};

NativeStatus sleep(NativeCall& call) {
  const auto [duration] = call.args<std::int64_t>();
  if (duration <= 0) return NativeStatus::Yield;
  auto* sleeper = new Sleeper{{}, &call.goroutine()};
  sleeper->timer.when = later(call, duration);
  sleeper->timer.argument = sleeper;
  sleeper->timer.fire = [](rt::Scheduler& scheduler, rt::Timer& timer) {
    auto* due = static_cast<Sleeper*>(timer.argument);
    scheduler.ready(due->goroutine);
    delete due;
  };
  call.scheduler().timers().start(sleeper->timer);
  return call.wait_done(rt::WaitReason::Sleep);
}

// Stores a tick as a time.Time with monotonic reading: std/time/time.go has its encoding.
void write_tick(rt::Scheduler& scheduler, const rt::ChannelTimer& timer, std::byte* element) {
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  constexpr std::int64_t kSecondsFrom1885To1970 = (85 * 365 + 21) * std::int64_t{86'400};
  rt::Clock& clock = scheduler.clock();
  const std::int64_t wall = clock.wall() - clock.monotonic() + timer.timer.when;
  const auto seconds = static_cast<std::uint64_t>(wall / kNanoseconds + kSecondsFrom1885To1970);
  const std::uint64_t words[] = {std::uint64_t{1} << 63 | seconds << 30 | static_cast<std::uint64_t>(wall % kNanoseconds),
                                 static_cast<std::uint64_t>(timer.timer.when + 1), reinterpret_cast<std::uint64_t>(timer.data)};
  static_assert(sizeof words == rt::kTickBytes);
  std::memcpy(element, words, sizeof words);
}

// Makes the timer fire `delay` from now.
void arm(NativeCall& call, rt::ChannelTimer& timer, std::int64_t delay, std::int64_t period) {
  timer.timer.when = later(call, std::max<std::int64_t>(delay, 0));
  timer.period = period;
  timer.armed = 1;
  if (timer.channel != nullptr) {
    rt::Channels::timer_changed(call.scheduler(), timer);
  } else {
    call.scheduler().timers().start(timer.timer);
  }
}

bool disarm(NativeCall& call, rt::ChannelTimer& timer) {
  const bool was_armed = timer.armed != 0;
  timer.armed = 0;
  call.scheduler().timers().stop(timer.timer);
  return was_armed;
}

NativeStatus start_timer(NativeCall& call) {
  const auto [timer, delay, period] = call.args<rt::ChannelTimer*, std::int64_t, std::int64_t>();
  timer->timer.index = rt::Timer::kIdle;
  if (timer->channel != nullptr) {
    timer->channel->capacity = 0;
    gc::store(call.heap(), &timer->channel->timer, timer);
    timer->write = write_tick;
  } else {
    timer->owner = &call.host();
    timer->timer.argument = timer;
    timer->timer.fire = [](rt::Scheduler&, rt::Timer& due) {
      auto* own = static_cast<rt::ChannelTimer*>(due.argument);
      own->armed = 0;
      static_cast<native::Host*>(own->owner)->start_goroutine(own->data, rt::GoroutineKind::User);
    };
  }
  arm(call, *timer, delay, period);
  return NativeStatus::Done;
}

NativeStatus stop_timer(NativeCall& call) {
  const auto [timer] = call.args<rt::ChannelTimer*>();
  return call.done(disarm(call, *timer));
}

NativeStatus reset_timer(NativeCall& call) {
  const auto [timer, delay, period] = call.args<rt::ChannelTimer*, std::int64_t, std::int64_t>();
  const bool was_armed = disarm(call, *timer);
  arm(call, *timer, delay, period);
  return call.done(was_armed);
}

constexpr native::NativeRow kRows[] = {
    {"time.Sleep", sleep},          {"time.now", now}, {"time.resetTimer", reset_timer}, {"time.startTimer", start_timer},
    {"time.stopTimer", stop_timer},
};

}  // namespace

std::span<const native::NativeRow> natives_time() { return kRows; }

}  // namespace govm::stdlib
