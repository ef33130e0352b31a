// Natives of internal/bytealg, over the C library's searches.
#include <algorithm>
#include <cstring>
#include <span>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::String;

NativeStatus index_byte(NativeCall& call) {
  const auto [text, byte] = call.args<String, std::uint8_t>();
  const void* found = text.length == 0 ? nullptr : std::memchr(text.data, byte, static_cast<std::size_t>(text.length));
  return call.done(found == nullptr ? std::int64_t{-1} : static_cast<const std::uint8_t*>(found) - text.data);
}

NativeStatus last_index_byte(NativeCall& call) {
  const auto [text, byte] = call.args<String, std::uint8_t>();
  const void* found = text.length == 0 ? nullptr : ::memrchr(text.data, byte, static_cast<std::size_t>(text.length));
  return call.done(found == nullptr ? std::int64_t{-1} : static_cast<const std::uint8_t*>(found) - text.data);
}

NativeStatus index(NativeCall& call) {
  const auto [text, part] = call.args<String, String>();
  if (part.length == 0) return call.done(std::int64_t{0});
  // An empty text may have no address, which memmem must not be given.
  if (part.length > text.length) return call.done(std::int64_t{-1});
  const void* found = ::memmem(text.data, static_cast<std::size_t>(text.length), part.data, static_cast<std::size_t>(part.length));
  return call.done(found == nullptr ? std::int64_t{-1} : static_cast<const std::uint8_t*>(found) - text.data);
}

NativeStatus count_byte(NativeCall& call) {
  const auto [text, byte] = call.args<String, std::uint8_t>();
  return call.done(static_cast<std::int64_t>(std::count(text.data, text.data + text.length, byte)));
}

NativeStatus index_marked(NativeCall& call) {
  const auto [text, from, marks] = call.args<String, std::int64_t, const std::uint8_t*>();
  for (std::int64_t i = from; i < text.length; i++) {
    if (marks[text.data[i]] != 0) return call.done(i);
  }
  return call.done(std::int64_t{-1});
}

constexpr native::NativeRow kRows[] = {
    {"internal/bytealg.CountByte", count_byte},          {"internal/bytealg.Index", index},
    {"internal/bytealg.IndexByte", index_byte},          {"internal/bytealg.IndexMarked", index_marked},
    {"internal/bytealg.LastIndexByte", last_index_byte},
};

}  // namespace

std::span<const native::NativeRow> natives_internal_bytealg() { return kRows; }

}  // namespace govm::stdlib
