// Natives of weak: handles of the heap's objects.
#include <span>

#include "gc/heap.h"
#include "gc/specials.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

NativeStatus find(NativeCall& call) {
  const auto [object] = call.args<void*>();
  return call.done(static_cast<void*>(call.heap().specials().find_weak_handle(object)));
}

NativeStatus add(NativeCall& call) {
  const auto [object, handle] = call.args<void*, std::uint64_t*>();
  call.heap().specials().add_weak_handle(object, handle);
  return NativeStatus::Done;
}

NativeStatus read(NativeCall& call) {
  const auto [handle] = call.args<const std::uint64_t*>();
  return call.done(call.heap().specials().read_weak(handle));
}

constexpr native::NativeRow kRows[] = {
    {"weak.add", add},
    {"weak.find", find},
    {"weak.read", read},
};

}  // namespace

std::span<const native::NativeRow> natives_weak() { return kRows; }

}  // namespace govm::stdlib
