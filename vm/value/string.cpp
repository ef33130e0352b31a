// What builds new strings and slices of their bytes and runes: in a buffer of the frame if it fits, else on the heap.
#include "vm/value/string.h"

#include <array>
#include <limits>

#include "base/utf8.h"

namespace govm::value {

namespace {

// Strings of one byte are static.
constexpr std::array<std::uint8_t, 256> make_single_bytes() {
  std::array<std::uint8_t, 256> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i);
  return bytes;
}
constexpr std::array<std::uint8_t, 256> kSingleBytes = make_single_bytes();

std::byte* obtain(gc::Heap& heap, gc::RecordId record, std::int64_t length, std::byte* buffer, std::int64_t buffer_bytes) {
  if (buffer != nullptr && length <= buffer_bytes) return buffer;
  return static_cast<std::byte*>(heap.allocate(record, static_cast<std::size_t>(length)));
}

// The slice that a string is converted to. It has the buffer's capacity if it fits there.
Slice converted(gc::Heap& heap, gc::RecordId record, std::int64_t length, std::size_t element_size, std::int64_t buffer_bytes,
                std::byte* buffer, bool buffer_on_heap) {
  const auto size = static_cast<std::int64_t>(element_size);
  if (length * size <= buffer_bytes && (buffer != nullptr || buffer_on_heap)) {
    if (buffer == nullptr) buffer = static_cast<std::byte*>(heap.allocate(record, static_cast<std::size_t>(buffer_bytes)));
    std::memset(buffer, 0, static_cast<std::size_t>(buffer_bytes));
    return {buffer, length, buffer_bytes / size};
  }
  const std::size_t bytes = gc::usable_size(static_cast<std::size_t>(length * size), false);
  return {static_cast<std::byte*>(heap.allocate(record, bytes)), length, static_cast<std::int64_t>(bytes) / size};
}

bool lies_in_frame(const gc::Heap& heap, const void* p) {
  return !heap.contains(p) && heap.options().is_frame_address && heap.options().is_frame_address(reinterpret_cast<std::uintptr_t>(p));
}

char32_t to_rune(std::int32_t value) { return value < 0 ? kRuneError : static_cast<char32_t>(value); }

std::size_t rune_bytes(std::int32_t value) {
  char bytes[4];
  return encode_rune(to_rune(value), bytes);
}

void copy_parts(const String* parts, std::size_t count, std::byte* to) {
  for (std::size_t i = 0; i < count; ++i) {
    if (parts[i].length == 0) continue;
    std::memcpy(to, parts[i].data, static_cast<std::size_t>(parts[i].length));
    to += parts[i].length;
  }
}

}  // namespace

String concatenate(gc::Heap& heap, gc::RecordId record, const String* parts, std::size_t count, std::byte* buffer) {
  std::int64_t length = 0;
  std::size_t filled = 0;
  const String* last = nullptr;
  for (std::size_t i = 0; i < count; ++i) {
    if (parts[i].length == 0) continue;
    length += parts[i].length;
    ++filled;
    last = &parts[i];
  }
  if (filled == 0) return {};
  // A result that may outlive the frame must not share bytes with it.
  if (filled == 1 && (buffer != nullptr || !lies_in_frame(heap, last->data))) return *last;
  std::byte* bytes = obtain(heap, record, length, buffer, kFrameBufferBytes);
  copy_parts(parts, count, bytes);
  return {reinterpret_cast<const std::uint8_t*>(bytes), length};
}

String copy_string(gc::Heap& heap, gc::RecordId record, const std::byte* bytes, std::int64_t length, std::byte* buffer) {
  if (length == 0) return {};
  if (length == 1) return {&kSingleBytes[static_cast<std::uint8_t>(*bytes)], 1};
  std::byte* copy = obtain(heap, record, length, buffer, kFrameBufferBytes);
  std::memmove(copy, bytes, static_cast<std::size_t>(length));
  return {reinterpret_cast<const std::uint8_t*>(copy), length};
}

Slice bytes_of_string(gc::Heap& heap, gc::RecordId record, String s, std::byte* buffer, bool buffer_on_heap) {
  Slice result = converted(heap, record, s.length, 1, kFrameBufferBytes, buffer, buffer_on_heap);
  if (s.length != 0) std::memcpy(result.data, s.data, static_cast<std::size_t>(s.length));
  return result;
}

Slice concatenate_bytes(gc::Heap& heap, gc::RecordId record, const String* parts, std::size_t count, std::byte* buffer,
                        bool buffer_on_heap) {
  std::int64_t length = 0;
  for (std::size_t i = 0; i < count; ++i) length += parts[i].length;
  const bool is_empty = length == 0;
  Slice result = converted(heap, record, length, 1, kFrameBufferBytes, is_empty ? nullptr : buffer, buffer_on_heap && !is_empty);
  copy_parts(parts, count, result.data);
  return result;
}

Slice runes_of_string(gc::Heap& heap, gc::RecordId record, String s, std::byte* buffer, bool buffer_on_heap) {
  const auto count = static_cast<std::int64_t>(count_runes(to_view(s)));
  Slice result = converted(heap, record, count, sizeof(std::int32_t), kRuneBufferBytes, buffer, buffer_on_heap);
  auto* out = reinterpret_cast<std::int32_t*>(result.data);
  for (std::int64_t i = 0; i < s.length;) {
    const RuneStep step = decode_at(s, i);
    *out++ = step.rune;
    i = step.next;
  }
  return result;
}

String string_of_runes(gc::Heap& heap, gc::RecordId record, Slice runes, std::byte* buffer) {
  const auto* values = reinterpret_cast<const std::int32_t*>(runes.data);
  std::int64_t length = 0;
  for (std::int64_t i = 0; i < runes.length; ++i) length += static_cast<std::int64_t>(rune_bytes(values[i]));
  if (length == 0) return {};
  // Go asks for 3 bytes more than it uses.
  std::byte* bytes = obtain(heap, record, length + 3, buffer, kFrameBufferBytes);
  auto* at = reinterpret_cast<char*>(bytes);
  for (std::int64_t i = 0; i < runes.length; ++i) {
    char encoded[4];
    const std::size_t n = encode_rune(to_rune(values[i]), encoded);
    std::memcpy(at, encoded, n);
    at += n;
  }
  return {reinterpret_cast<const std::uint8_t*>(bytes), length};
}

String string_of_rune(gc::Heap& heap, gc::RecordId record, std::int64_t rune, std::byte* buffer) {
  constexpr std::int64_t kRuneBytes = 4;
  std::byte* bytes = obtain(heap, record, kRuneBytes, buffer, kRuneBytes);
  const char32_t value = rune < 0 || rune > static_cast<std::int64_t>(kMaxRune) ? kRuneError : static_cast<char32_t>(rune);
  const std::size_t length = encode_rune(value, reinterpret_cast<char*>(bytes));
  return {reinterpret_cast<const std::uint8_t*>(bytes), static_cast<std::int64_t>(length)};
}

RuneStep decode_at(String s, std::int64_t index) {
  const std::uint8_t first = s.data[index];
  if (first < 0x80) return {first, index + 1};
  const DecodedRune decoded = decode_rune(to_view(s).substr(static_cast<std::size_t>(index)));
  return {static_cast<std::int32_t>(decoded.rune), index + decoded.size};
}

}  // namespace govm::value
