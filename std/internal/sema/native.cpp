// Natives of internal/sema: queues of goroutines by the address they wait on.
#include <deque>
#include <iterator>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "vm/goroutine/scheduler.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

constexpr rt::WaitReason kReasons[] = {rt::WaitReason::Semacquire,  rt::WaitReason::MutexLock,     rt::WaitReason::RwMutexRlock,
                                       rt::WaitReason::RwMutexLock, rt::WaitReason::WaitGroupWait, rt::WaitReason::CondWait};

struct State {
  std::unordered_map<const void*, std::deque<rt::Goroutine*>> waiting;
  std::unordered_set<const rt::Goroutine*> granted;  ///< woken, and need not look at the counter again
  std::string fatal_text;                            ///< outlives the call that dies of it
};

State& state(NativeCall& call) {
  static const char key = 0;
  return *static_cast<State*>(call.host().package_state(
      &key, [](native::Host&) -> void* { return new State; }, [](void* made) { delete static_cast<State*>(made); }));
}

NativeStatus acquire(NativeCall& call) {
  const auto [counter, why] = call.args<std::uint32_t*, std::int64_t>();
  if (state(call).granted.erase(&call.goroutine()) != 0) return NativeStatus::Done;
  if (*counter > 0) {
    --*counter;
    return NativeStatus::Done;
  }
  state(call).waiting[counter].push_back(&call.goroutine());
  return call.wait_retry(kReasons[static_cast<std::size_t>(why) % std::size(kReasons)]);
}

NativeStatus release(NativeCall& call) {
  const auto [counter] = call.args<std::uint32_t*>();
  auto& waiting = state(call).waiting;
  auto found = waiting.find(counter);
  if (found == waiting.end()) {
    ++*counter;
    return NativeStatus::Done;
  }
  // Nobody can come before the one that has waited longest.
  rt::Goroutine* first = found->second.front();
  found->second.pop_front();
  if (found->second.empty()) waiting.erase(found);
  state(call).granted.insert(first);
  call.scheduler().ready(first);
  return NativeStatus::Done;
}

NativeStatus fatal(NativeCall& call) {
  const auto [text] = call.args<value::String>();
  State& own = state(call);
  own.fatal_text = value::to_view(text);
  return call.fatal(own.fatal_text);
}

constexpr native::NativeRow kRows[] = {
    {"internal/sema.Acquire", acquire},
    {"internal/sema.Fatal", fatal},
    {"internal/sema.Release", release},
};

}  // namespace

std::span<const native::NativeRow> natives_internal_sema() { return kRows; }

}  // namespace govm::stdlib
