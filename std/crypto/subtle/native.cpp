// Natives of crypto/subtle.
#include <functional>
#include <span>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Slice;

NativeStatus differences(NativeCall& call) {
  const auto [x, y] = call.args<Slice, Slice>();
  auto bits = std::byte{0};
  for (std::int64_t i = 0; i < x.length; i++) bits |= x.data[i] ^ y.data[i];
  return call.done(std::to_integer<std::uint8_t>(bits));
}

NativeStatus overlaps(NativeCall& call) {
  const auto [a, b] = call.args<Slice, Slice>();
  const std::less<const std::byte*> before;
  return call.done(a.data != b.data && before(a.data, b.data + b.length) && before(b.data, a.data + a.length));
}

NativeStatus exclusive_or(NativeCall& call) {
  const auto [to, x, y, count] = call.args<Slice, Slice, Slice, std::int64_t>();
  for (std::int64_t i = 0; i < count; i++) to.data[i] = x.data[i] ^ y.data[i];
  return call.done();
}

constexpr native::NativeRow kRows[] = {
    {"crypto/subtle.differences", differences},
    {"crypto/subtle.overlaps", overlaps},
    {"crypto/subtle.xor", exclusive_or},
};

}  // namespace

std::span<const native::NativeRow> natives_crypto_subtle() { return kRows; }

}  // namespace govm::stdlib
