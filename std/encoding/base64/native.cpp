// Natives of encoding/base64: whole groups of three bytes and four characters.
#include <span>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Slice;

/// func encode(dst, src []byte, alphabet string, padding rune): `dst` is as long as the text.
NativeStatus encode(NativeCall& call) {
  const auto [to, from, alphabet, padding] = call.args<Slice, Slice, value::String, std::int32_t>();
  const char* const characters = value::to_view(alphabet).data();
  auto* out = reinterpret_cast<char*>(to.data);
  const auto* in = reinterpret_cast<const std::uint8_t*>(from.data);
  std::int64_t left = from.length;
  for (; left >= 3; left -= 3, in += 3, out += 4) {
    const std::uint32_t bits = std::uint32_t{in[0]} << 16 | std::uint32_t{in[1]} << 8 | in[2];
    out[0] = characters[bits >> 18];
    out[1] = characters[bits >> 12 & 63];
    out[2] = characters[bits >> 6 & 63];
    out[3] = characters[bits & 63];
  }
  if (left > 0) {
    const std::uint32_t bits = std::uint32_t{in[0]} << 16 | (left == 2 ? std::uint32_t{in[1]} << 8 : 0);
    out[0] = characters[bits >> 18];
    out[1] = characters[bits >> 12 & 63];
    if (left == 2) out[2] = characters[bits >> 6 & 63];
    if (padding >= 0) {
      if (left == 1) out[2] = static_cast<char>(padding);
      out[3] = static_cast<char>(padding);
    }
  }
  return call.done();
}

/// func decodeGroups(dst, src []byte, values *[256]uint8) int
NativeStatus decode_groups(NativeCall& call) {
  constexpr std::uint8_t kNoValue = 0xff;
  const auto [to, from, values] = call.args<Slice, Slice, const std::uint8_t*>();
  const auto* in = reinterpret_cast<const std::uint8_t*>(from.data);
  auto* out = reinterpret_cast<std::uint8_t*>(to.data);
  std::int64_t groups = 0;
  for (; from.length - 4 * groups >= 4 && to.length - 3 * groups >= 3; groups++, in += 4, out += 3) {
    const std::uint8_t a = values[in[0]], b = values[in[1]], c = values[in[2]], d = values[in[3]];
    if ((a | b | c | d) == kNoValue) break;
    const std::uint32_t bits = std::uint32_t{a} << 18 | std::uint32_t{b} << 12 | std::uint32_t{c} << 6 | d;
    out[0] = static_cast<std::uint8_t>(bits >> 16);
    out[1] = static_cast<std::uint8_t>(bits >> 8);
    out[2] = static_cast<std::uint8_t>(bits);
  }
  return call.done(groups);
}

constexpr native::NativeRow kRows[] = {
    {"encoding/base64.decodeGroups", decode_groups},
    {"encoding/base64.encode", encode},
};

}  // namespace

std::span<const native::NativeRow> natives_encoding_base64() { return kRows; }

}  // namespace govm::stdlib
