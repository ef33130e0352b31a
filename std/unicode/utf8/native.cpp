// Natives of unicode/utf8, over base/utf8.h. Bytes and strings share their natives: the first two words of a slice
// are those of a string.
#include <array>
#include <span>

#include "base/utf8.h"
#include "std/byte_appender.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

/// The only parameter, a []byte or a string.
std::string_view text_of(const NativeCall& call) { return value::to_view(call.arg<value::String>(0)); }

/// Whether `text` is a proper beginning of some encoding.
bool is_incomplete(std::string_view text) {
  if (text.empty()) return true;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(0);
  if (first < 0xC2 || first > 0xF4) return false;
  const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (text.size() >= size) return false;
  if (text.size() == 1) return true;
  // The second byte excludes overlong forms, surrogates and what is beyond the largest rune.
  const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < low || byte(1) > high) return false;
  return text.size() == 2 || (byte(2) & 0xC0) == 0x80;
}

NativeStatus append_rune(NativeCall& call) {
  const auto [slice, rune] = call.args<value::Slice, std::int32_t>();
  std::array<char, 4> bytes;
  ByteAppender out(call, slice);
  out.append({bytes.data(), encode_rune(static_cast<char32_t>(rune), bytes.data())});
  return call.done(out.slice());
}

NativeStatus decode_first(NativeCall& call) {
  const auto [rune, size] = decode_rune(text_of(call));
  return call.done(static_cast<std::int32_t>(rune), std::int64_t{size});
}

NativeStatus decode_last(NativeCall& call) {
  const auto [rune, size] = decode_last_rune(text_of(call));
  return call.done(static_cast<std::int32_t>(rune), std::int64_t{size});
}

NativeStatus encode(NativeCall& call) {
  const auto [slice, rune] = call.args<value::Slice, std::int32_t>();
  encode_rune(static_cast<char32_t>(rune), reinterpret_cast<char*>(slice.data));
  return call.done();
}

NativeStatus full_rune(NativeCall& call) { return call.done(!is_incomplete(text_of(call))); }

NativeStatus rune_count(NativeCall& call) { return call.done(static_cast<std::int64_t>(count_runes(text_of(call)))); }

NativeStatus valid(NativeCall& call) { return call.done(is_valid_utf8(text_of(call))); }

constexpr native::NativeRow kRows[] = {
    {"unicode/utf8.AppendRune", append_rune},
    {"unicode/utf8.DecodeLastRune", decode_last},
    {"unicode/utf8.DecodeLastRuneInString", decode_last},
    {"unicode/utf8.DecodeRune", decode_first},
    {"unicode/utf8.DecodeRuneInString", decode_first},
    {"unicode/utf8.FullRune", full_rune},
    {"unicode/utf8.FullRuneInString", full_rune},
    {"unicode/utf8.RuneCount", rune_count},
    {"unicode/utf8.RuneCountInString", rune_count},
    {"unicode/utf8.Valid", valid},
    {"unicode/utf8.ValidString", valid},
    {"unicode/utf8.encode", encode},
};

}  // namespace

std::span<const native::NativeRow> natives_unicode_utf8() { return kRows; }

}  // namespace govm::stdlib
