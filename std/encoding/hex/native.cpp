// Natives of encoding/hex.
#include <array>
#include <span>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Slice;

constexpr std::uint8_t kNoDigit = 16;

constexpr auto kDigitValues = [] {
  std::array<std::uint8_t, 256> values{};
  for (std::size_t c = 0; c < values.size(); c++) {
    const bool letter = ('a' <= c && c <= 'f') || ('A' <= c && c <= 'F');
    values[c] = '0' <= c && c <= '9' ? static_cast<std::uint8_t>(c - '0')
                : letter             ? static_cast<std::uint8_t>((c | 0x20) - 'a' + 10)
                                     : kNoDigit;
  }
  return values;
}();

NativeStatus encode(NativeCall& call) {
  constexpr char kDigits[] = "0123456789abcdef";
  const auto [to, from] = call.args<Slice, Slice>();
  auto* out = reinterpret_cast<char*>(to.data);
  // From the end on: the digits may lie where the bytes lie.
  for (std::int64_t i = from.length - 1; i >= 0; i--) {
    const auto byte = std::to_integer<unsigned>(from.data[i]);
    out[2 * i + 1] = kDigits[byte & 15];
    out[2 * i] = kDigits[byte >> 4];
  }
  return call.done();
}

NativeStatus decode(NativeCall& call) {
  const auto [to, from] = call.args<Slice, Slice>();
  std::int64_t i = 0;
  for (; i < to.length; i++) {
    const std::uint8_t high = kDigitValues[std::to_integer<std::uint8_t>(from.data[2 * i])];
    const std::uint8_t low = kDigitValues[std::to_integer<std::uint8_t>(from.data[2 * i + 1])];
    if (high == kNoDigit || low == kNoDigit) break;
    to.data[i] = static_cast<std::byte>(high << 4 | low);
  }
  return call.done(i);
}

constexpr native::NativeRow kRows[] = {
    {"encoding/hex.decode", decode},
    {"encoding/hex.encode", encode},
};

}  // namespace

std::span<const native::NativeRow> natives_encoding_hex() { return kRows; }

}  // namespace govm::stdlib
