// Natives of os/signal: a handler puts the number of each signal into a pipe, which a goroutine waits for.
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <span>

#include "std/os/signal/handled.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

// Of the process, as signals are.
int pipe_ends[2] = {-1, -1};

// What a signal did before it was watched or ignored.
struct Before {
  struct sigaction action;
  bool saved;
};
std::array<Before, 65> before;

void put_into_pipe(int number) {
  const int error = errno;
  const auto byte = static_cast<unsigned char>(number);
  [[maybe_unused]] const auto written = ::write(pipe_ends[1], &byte, 1);
  errno = error;
}

NativeStatus descriptor(NativeCall& call) {
  if (pipe_ends[0] < 0 && ::pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) pipe_ends[0] = -1;
  return call.done(static_cast<std::int64_t>(pipe_ends[0]));
}

void set_action(std::int64_t number, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  Before& old = before[static_cast<std::size_t>(number)];
  struct sigaction current {};
  if (::sigaction(static_cast<int>(number), &action, &current) == 0 && !old.saved) old = {current, true};
}

NativeStatus watch(NativeCall& call) {
  const auto [number] = call.args<std::int64_t>();
  // Faults of the machine are no messages.
  if (number != SIGSEGV && number != SIGBUS && number != SIGFPE && number != SIGILL) set_action(number, put_into_pipe);
  return NativeStatus::Done;
}

NativeStatus ignore(NativeCall& call) {
  const auto [number] = call.args<std::int64_t>();
  set_action(number, SIG_IGN);
  return NativeStatus::Done;
}

NativeStatus restore(NativeCall& call) {
  const auto [number] = call.args<std::int64_t>();
  Before& old = before[static_cast<std::size_t>(number)];
  if (old.saved) ::sigaction(static_cast<int>(number), &old.action, nullptr);
  old.saved = false;
  return NativeStatus::Done;
}

NativeStatus ignored(NativeCall& call) {
  const auto [number] = call.args<std::int64_t>();
  struct sigaction current {};
  const bool known = ::sigaction(static_cast<int>(number), nullptr, &current) == 0;
  return call.done(known && current.sa_handler == SIG_IGN);
}

constexpr native::NativeRow kRows[] = {
    {"os/signal.descriptor", descriptor}, {"os/signal.ignore", ignore}, {"os/signal.ignored", ignored},
    {"os/signal.restore", restore},       {"os/signal.watch", watch},
};

}  // namespace

bool is_handled(int number) { return before[static_cast<std::size_t>(number)].saved; }

std::span<const native::NativeRow> natives_os_signal() { return kRows; }

}  // namespace govm::stdlib
