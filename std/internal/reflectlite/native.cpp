// The native of internal/reflectlite: two values of any type change places.
#include <cstring>
#include <span>
#include <vector>

#include "gc/barrier.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

NativeStatus swap(NativeCall& call) {
  const auto [type, a, b] = call.args<const value::Type*, std::byte*, std::byte*>();
  std::byte small[64];
  std::vector<std::byte> large;
  std::byte* between = small;
  if (type->size > sizeof small) {
    large.resize(type->size);
    between = large.data();
  }
  // What lies in between is no root, but both values stay reachable: nothing collects here, and a marker that
  // sees one place twice sees the other's old value in the barrier.
  const std::size_t count = type->layout_count();
  std::memcpy(between, a, type->size);
  gc::copy(call.heap(), a, b, type->layout, count);
  gc::copy(call.heap(), b, between, type->layout, count);
  return NativeStatus::Done;
}

constexpr native::NativeRow kRows[] = {
    {"internal/reflectlite.swap", swap},
};

}  // namespace

std::span<const native::NativeRow> natives_internal_reflectlite() { return kRows; }

}  // namespace govm::stdlib
