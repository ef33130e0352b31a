// What Go's append does to a []byte, for natives that build text: it grows when Go's would, to the capacities
// Go's would have, so that a native allocates the objects that the Go function it stands for allocates.
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include "vm/native/native.h"

namespace govm::stdlib {

class ByteAppender {
 public:
  /// Appends to memory of its own: make([]byte, 0, n) of a slice that does not escape, see `reserve`.
  explicit ByteAppender(native::NativeCall& call) : call_(call) {}
  /// Appends to `slice`; new memory is charged to the native that `call` calls.
  ByteAppender(native::NativeCall& call, value::Slice slice) : call_(call), slice_(slice) {}

  /// append(s, c)
  void push(char c) { append(std::string_view(&c, 1)); }

  /// append(s, text...)
  void append(std::string_view text) {
    const auto extra = static_cast<std::int64_t>(text.size());
    if (extra == 0) return;
    if (extra > slice_.capacity - slice_.length) {
      move_to(value::grown_capacity(slice_.capacity, slice_.length + extra, {1, false}));
    }
    std::memmove(slice_.data + slice_.length, text.data(), text.size());
    slice_.length += extra;
  }

  /// for _, c := range text { s = append(s, c) }
  void push_each(std::string_view text) {
    const std::size_t bulk = std::min(text.size(), static_cast<std::size_t>(room()));
    append(text.substr(0, bulk));
    for (const char c : text.substr(bulk)) push(c);
  }

  /// push(c), `count` times.
  void push_repeated(char c, std::int64_t count) {
    for (; count > 0; count--) push(c);
  }

  /// Room for exactly `capacity` bytes, as make and copy do it.
  void move_to(std::int64_t capacity) {
    std::byte* memory = call_.allocate_bytes(capacity);
    if (slice_.length > 0) std::memcpy(memory, slice_.data, static_cast<std::size_t>(slice_.length));
    slice_.data = memory;
    slice_.capacity = capacity;
  }

  /// make([]byte, 0, capacity) on an empty appender: in the frame if it is small.
  void reserve(std::int64_t capacity) {
    if (capacity > static_cast<std::int64_t>(frame_.size())) return move_to(capacity);
    slice_.data = frame_.data();
    slice_.capacity = capacity;
  }

  /// A slice without memory grows in the frame while it is small, to be moved by `leave_frame`; what Go does with
  /// slices that a function makes by append alone.
  void enter_frame() {
    if (slice_.capacity != 0) return;
    in_frame_ = true;
    slice_ = {frame_.data(), 0, static_cast<std::int64_t>(frame_.size())};
  }
  void leave_frame() {
    if (in_frame_ && slice_.data == frame_.data()) move_to(value::grown_capacity(0, slice_.length, {1, false}));
    in_frame_ = false;
  }

  std::int64_t room() const { return slice_.capacity - slice_.length; }
  std::int64_t length() const { return slice_.length; }
  value::Slice slice() const { return slice_; }
  std::string_view text() const { return {reinterpret_cast<const char*>(slice_.data), static_cast<std::size_t>(slice_.length)}; }

 private:
  native::NativeCall& call_;
  value::Slice slice_;
  std::array<std::byte, value::kFrameBufferBytes> frame_;
  bool in_frame_ = false;
};

/// string(text) as Go makes it: nothing is allocated for no byte or one.
inline value::String string_of(native::NativeCall& call, std::string_view text) {
  static constexpr auto kBytes = [] {
    std::array<char, 256> bytes{};
    for (std::size_t i = 0; i < bytes.size(); i++) bytes[i] = static_cast<char>(i);
    return bytes;
  }();
  if (text.size() != 1) return call.make_string(text);
  return value::borrow({&kBytes[static_cast<unsigned char>(text[0])], 1});
}

}  // namespace govm::stdlib
