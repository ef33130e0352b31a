// Natives of time: the clock, sleeping.
#include <span>

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

// A sleeping goroutine and what wakes it.
struct Sleeper {
  rt::Timer timer;
  rt::Goroutine* goroutine;
};

NativeStatus sleep(NativeCall& call) {
  const auto [duration] = call.args<std::int64_t>();
  if (duration <= 0) return NativeStatus::Yield;
  auto* sleeper = new Sleeper{{}, &call.goroutine()};
  sleeper->timer.when = call.scheduler().clock().monotonic() + duration;
  sleeper->timer.argument = sleeper;
  sleeper->timer.fire = [](rt::Scheduler& scheduler, rt::Timer& timer) {
    auto* due = static_cast<Sleeper*>(timer.argument);
    scheduler.ready(due->goroutine);
    delete due;
  };
  call.scheduler().timers().start(sleeper->timer);
  return call.wait_done(rt::WaitReason::Sleep);
}

constexpr native::NativeRow kRows[] = {
    {"time.Sleep", sleep},
    {"time.now", now},
};

}  // namespace

std::span<const native::NativeRow> natives_time() { return kRows; }

}  // namespace govm::stdlib
