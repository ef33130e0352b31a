// Making of Go values for a native, and its waiting.
#include "vm/native/native.h"

#include "vm/goroutine/scheduler.h"
#include "vm/native/reflection.h"

namespace govm::native {

value::String NativeCall::make_string(std::string_view text) {
  if (text.empty()) return {};
  std::byte* bytes = allocate_bytes(static_cast<std::int64_t>(text.size()));
  std::memcpy(bytes, text.data(), text.size());
  return {reinterpret_cast<const std::uint8_t*>(bytes), static_cast<std::int64_t>(text.size())};
}

value::Slice NativeCall::make_bytes(std::string_view text) {
  const auto n = static_cast<std::int64_t>(text.size());
  std::byte* bytes = allocate_bytes(n);
  if (n > 0) std::memcpy(bytes, text.data(), text.size());
  return {bytes, n, n};
}

std::byte* NativeCall::callee_frame(std::size_t bytes) {
  std::byte* frame = host_.reflection().callee_frame(callee_frame_, bytes);
  if (frame != nullptr) callee_frame_ = frame;
  return frame;
}

NativeStatus NativeCall::wait_done(rt::WaitReason reason) {
  scheduler().park(&goroutine_, reason);
  return NativeStatus::WaitDone;
}

NativeStatus NativeCall::wait_retry(rt::WaitReason reason) {
  scheduler().park(&goroutine_, reason);
  return NativeStatus::WaitRetry;
}

}  // namespace govm::native
