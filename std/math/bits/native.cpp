// Natives of math/bits: arithmetic on 128 bits.
#include <span>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

__extension__ using Wide = unsigned __int128;

NativeStatus mul64(NativeCall& call) {
  const auto [x, y] = call.args<std::uint64_t, std::uint64_t>();
  const Wide product = static_cast<Wide>(x) * y;
  return call.done(static_cast<std::uint64_t>(product >> 64), static_cast<std::uint64_t>(product));
}

NativeStatus div64(NativeCall& call) {
  const auto [high, low, y] = call.args<std::uint64_t, std::uint64_t, std::uint64_t>();
  if (y == 0) return call.panic_runtime("integer divide by zero");
  if (y <= high) return call.panic_runtime("integer overflow");
  const Wide dividend = static_cast<Wide>(high) << 64 | low;
  return call.done(static_cast<std::uint64_t>(dividend / y), static_cast<std::uint64_t>(dividend % y));
}

constexpr native::NativeRow kRows[] = {
    {"math/bits.Div64", div64},
    {"math/bits.Mul64", mul64},
};

}  // namespace

std::span<const native::NativeRow> natives_math_bits() { return kRows; }

}  // namespace govm::stdlib
