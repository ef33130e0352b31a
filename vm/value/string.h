// Go strings: two words in Go layout. Reading and comparing is here inline; what builds new
// strings is in string.cpp and allocates with the site's record. Does not format.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "gc/heap.h"
#include "vm/value/slice.h"

namespace govm::value {

/// A Go string value as it lies in memory. Bytes need not be UTF-8.
struct String {
  const std::uint8_t* data = nullptr;
  std::int64_t length = 0;
};
static_assert(sizeof(String) == 16);

inline std::string_view to_view(String s) { return {reinterpret_cast<const char*>(s.data), static_cast<std::size_t>(s.length)}; }
/// A String over bytes that live elsewhere (static data).
inline String borrow(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), static_cast<std::int64_t>(text.size())};
}

inline bool equal(String a, String b) {
  return a.length == b.length &&
         (a.data == b.data || a.length == 0 || std::memcmp(a.data, b.data, static_cast<std::size_t>(a.length)) == 0);
}
/// < 0, 0, > 0, bytewise.
inline int compare(String a, String b) {
  const std::int64_t n = a.length < b.length ? a.length : b.length;
  const int order = n == 0 ? 0 : std::memcmp(a.data, b.data, static_cast<std::size_t>(n));
  if (order != 0) return order;
  return a.length < b.length ? -1 : a.length > b.length ? 1 : 0;
}

/// Bytes of the frame buffer that results which do not escape may use.
inline constexpr std::int64_t kFrameBufferBytes = 32;
/// The same for conversions to []rune.
inline constexpr std::int64_t kRuneBufferBytes = 128;

/// `parts` joined. At most one part non-empty: that part itself, unless it lies in a frame
/// (`copy_single`). Otherwise in `buffer` (kFrameBufferBytes, may be null) if it fits, or new.
String concatenate(gc::Heap& heap, gc::RecordId record, const String* parts, std::size_t count, std::byte* buffer);
/// A new string with a copy of the bytes; empty: no allocation; one byte: static. In
/// `buffer` if that is not null and large enough.
String copy_string(gc::Heap& heap, gc::RecordId record, const std::byte* bytes, std::int64_t length, std::byte* buffer = nullptr);
/// []byte(s), capacity rounded up to the size class; in `buffer` if it fits (capacity 32 then), or where
/// `buffer_on_heap` says so in an object of the buffer's size.
Slice bytes_of_string(gc::Heap& heap, gc::RecordId record, String s, std::byte* buffer, bool buffer_on_heap = false);
/// []byte of `parts` joined, as bytes_of_string but that an empty result takes no buffer.
Slice concatenate_bytes(gc::Heap& heap, gc::RecordId record, const String* parts, std::size_t count, std::byte* buffer,
                        bool buffer_on_heap = false);
/// []rune(s); `buffer` holds 32 runes (128 bytes).
Slice runes_of_string(gc::Heap& heap, gc::RecordId record, String s, std::byte* buffer, bool buffer_on_heap = false);
/// string(runes) of int32s.
String string_of_runes(gc::Heap& heap, gc::RecordId record, Slice runes, std::byte* buffer);
/// string(rune); out of range gives U+FFFD. `buffer` holds 4 bytes.
String string_of_rune(gc::Heap& heap, gc::RecordId record, std::int64_t rune, std::byte* buffer);

/// The rune at byte `index` (in range) as the range clause sees it, and the index after it.
struct RuneStep {
  std::int32_t rune;
  std::int64_t next;
};
RuneStep decode_at(String s, std::int64_t index);

}  // namespace govm::value
