// Natives of internal/coro: direct hand-off between two goroutines.
#include <span>
#include <utility>

#include "vm/goroutine/scheduler.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

/// coro.Coro in Go layout. A parked goroutine is no heap object: the collector knows it by the scheduler's list.
struct Coro {
  rt::Goroutine* parked;
  const void* run;
};

void wake(NativeCall& call, rt::Goroutine* other) {
  if (other != nullptr) call.scheduler().ready_next(other);
}

NativeStatus switch_to(NativeCall& call) {
  const auto [coro] = call.args<Coro*>();
  // The first switch of all comes from the maker: the coroutine it has just started runs next.
  wake(call, std::exchange(coro->parked, &call.goroutine()));
  return call.wait_done(rt::WaitReason::Coroutine);
}

NativeStatus exit_coroutine(NativeCall& call) {
  const auto [coro] = call.args<Coro*>();
  wake(call, std::exchange(coro->parked, nullptr));
  return NativeStatus::Done;
}

constexpr native::NativeRow kRows[] = {
    {"internal/coro.(*Coro).Switch", switch_to},
    {"internal/coro.(*Coro).exit", exit_coroutine},
};

}  // namespace

std::span<const native::NativeRow> natives_internal_coro() { return kRows; }

}  // namespace govm::stdlib
