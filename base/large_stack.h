// A thread with a large stack, for recursions that follow the nesting of a program's text.
#pragma once

#include <cstddef>
#include <functional>

namespace govm {

/// Bytes of stack that compiling a program can need. Address space: only touched pages count.
inline constexpr size_t kLargeStackBytes = 256u << 20;

/// Runs `body` on a thread of its own with `kLargeStackBytes` of stack and returns when it has ended; on the calling thread if no thread
/// can be made. `meanwhile`, if given, runs on the calling thread once the other one was made.
void on_large_stack(const std::function<void()>& body, const std::function<void()>& meanwhile = {});

}  // namespace govm
