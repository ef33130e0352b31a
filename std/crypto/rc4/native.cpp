// Natives of crypto/rc4.
#include <cstdint>
#include <span>
#include <utility>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Slice;

// func crypt(s *[256]uint32, i, j *uint8, dst, src []byte)
NativeStatus crypt(NativeCall& call) {
  const auto [s, i, j, dst, src] = call.args<std::uint32_t*, std::uint8_t*, std::uint8_t*, Slice, Slice>();
  for (std::int64_t at = 0; at < src.length; ++at) {
    std::uint32_t& x = s[++*i];
    std::uint32_t& y = s[*j = static_cast<std::uint8_t>(*j + x)];
    std::swap(x, y);
    dst.data[at] = src.data[at] ^ static_cast<std::byte>(s[(x + y) & 0xff]);
  }
  return call.done();
}

constexpr native::NativeRow kRows[] = {
    {"crypto/rc4.crypt", crypt},
};

}  // namespace

std::span<const native::NativeRow> natives_crypto_rc4() { return kRows; }

}  // namespace govm::stdlib
