// Natives of internal/sys: Linux system calls with their errno.
#include <cerrno>
#include <unistd.h>

#include <span>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

NativeStatus write(NativeCall& call) {
  const auto [fd, bytes] = call.args<std::int64_t, value::Slice>();
  ssize_t written;
  do {
    written = ::write(static_cast<int>(fd), bytes.data, static_cast<std::size_t>(bytes.length));
  } while (written < 0 && errno == EINTR);
  const std::int64_t error = written < 0 ? errno : 0;
  return call.done(static_cast<std::int64_t>(written < 0 ? 0 : written), error);
}

NativeStatus exit(NativeCall& call) {
  const auto [code] = call.args<std::int64_t>();
  return call.exit(static_cast<int>(code));
}

constexpr native::NativeRow kRows[] = {
    {"internal/sys.Exit", exit},
    {"internal/sys.Write", write},
};

}  // namespace

std::span<const native::NativeRow> natives_internal_sys() { return kRows; }

}  // namespace govm::stdlib
