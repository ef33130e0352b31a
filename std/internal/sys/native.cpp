// Natives of internal/sys: system calls, waiting for descriptors, the environment.
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>

#include "std/os/signal/handled.h"
#include "vm/goroutine/scheduler.h"
#include "vm/native/registry.h"

extern char** environ;

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::String;

std::string path(String name) { return std::string(value::to_view(name)); }

std::int64_t error_of(std::int64_t result) { return result < 0 ? errno : 0; }

// Repeats a call that a signal interrupts.
template <class Call>
std::int64_t uninterrupted(Call&& call) {
  std::int64_t result;
  do {
    result = call();
  } while (result < 0 && errno == EINTR);
  return result;
}

// "If the program has not called Notify to receive SIGPIPE signals, a write to a broken pipe on file descriptors 1
// or 2 will cause the program to exit with a SIGPIPE signal; on other file descriptors the write will fail with EPIPE."
NativeStatus write(NativeCall& call) {
  const auto [fd, bytes] = call.args<std::int64_t, value::Slice>();
  const std::int64_t written = uninterrupted(
      [&, fd = fd, bytes = bytes] { return ::write(static_cast<int>(fd), bytes.data, static_cast<std::size_t>(bytes.length)); });
  const std::int64_t error = error_of(written);
  if (error == EPIPE && (fd == STDOUT_FILENO || fd == STDERR_FILENO)) {
    if (!is_handled(SIGPIPE)) return call.die_of(SIGPIPE);
  }
  return call.done(std::max<std::int64_t>(written, 0), error);
}

NativeStatus read(NativeCall& call) {
  const auto [fd, bytes] = call.args<std::int64_t, value::Slice>();
  const std::int64_t count = uninterrupted(
      [&, fd = fd, bytes = bytes] { return ::read(static_cast<int>(fd), bytes.data, static_cast<std::size_t>(bytes.length)); });
  return call.done(std::max<std::int64_t>(count, 0), error_of(count));
}

// The system call `number` as it is; pointers come as integers.
NativeStatus system_call(NativeCall& call) {
  const auto [number, a, b, c, d, e, f] =
      call.args<std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t>();
  const std::int64_t result =
      uninterrupted([&, number = number, a = a, b = b, c = c, d = d, e = e, f = f] { return ::syscall(number, a, b, c, d, e, f); });
  return call.done(result, error_of(result));
}

// What ends the wait of a goroutine for a descriptor when its time is over.
struct Limit {
  rt::Timer timer;
  rt::Goroutine* goroutine;
  int fd;
};

using Limits = std::unordered_map<const rt::Goroutine*, std::unique_ptr<Limit>>;

Limits& limits(NativeCall& call) {
  static const char key = 0;
  return *static_cast<Limits*>(call.host().package_state(
      &key, [](native::Host&) -> void* { return new Limits; }, [](void* made) { delete static_cast<Limits*>(made); }));
}

NativeStatus wait(NativeCall& call) {
  const auto [fd, for_writing, nanoseconds] = call.args<std::int64_t, bool, std::int64_t>();
  pollfd now{static_cast<int>(fd), static_cast<short>(for_writing ? POLLOUT : POLLIN), 0};
  if (::poll(&now, 1, 0) != 0) return NativeStatus::Done;
  rt::Scheduler& scheduler = call.scheduler();
  if (nanoseconds >= 0) {
    auto& limit = limits(call)[&call.goroutine()];
    limit.reset(new Limit{{}, &call.goroutine(), static_cast<int>(fd)});
    limit->timer.when = scheduler.clock().monotonic() + nanoseconds;
    limit->timer.argument = limit.get();
    limit->timer.fire = [](rt::Scheduler& of, rt::Timer& timer) {
      const auto* due = static_cast<const Limit*>(timer.argument);
      of.wake_waiters(due->fd, due->goroutine);
    };
    scheduler.timers().start(limit->timer);
  }
  scheduler.wait_for_fd(&call.goroutine(), static_cast<int>(fd), for_writing);
  return call.wait_done(rt::WaitReason::IoWait);
}

NativeStatus end_wait(NativeCall& call) {
  Limits& all = limits(call);
  if (const auto found = all.find(&call.goroutine()); found != all.end()) {
    call.scheduler().timers().stop(found->second->timer);
    all.erase(found);
  }
  return NativeStatus::Done;
}

NativeStatus wake(NativeCall& call) {
  const auto [fd] = call.args<std::int64_t>();
  call.scheduler().wake_waiters(static_cast<int>(fd));
  return NativeStatus::Done;
}

NativeStatus instructions(NativeCall& call) { return call.done(static_cast<std::int64_t>(call.host().instructions())); }

NativeStatus exit(NativeCall& call) {
  const auto [code] = call.args<std::int64_t>();
  return call.exit(static_cast<int>(code));
}

NativeStatus argument(NativeCall& call) {
  const auto [index] = call.args<std::int64_t>();
  const std::span<const std::string> list = call.host().arguments();
  if (index < 0 || index >= static_cast<std::int64_t>(list.size())) return call.done(String{}, false);
  return call.done(call.make_string(list[static_cast<std::size_t>(index)]), true);
}

NativeStatus set_environment(NativeCall& call) {
  const auto [name, value] = call.args<String, String>();
  ::setenv(path(name).c_str(), path(value).c_str(), 1);
  return NativeStatus::Done;
}

NativeStatus unset_environment(NativeCall& call) {
  const auto [name] = call.args<String>();
  ::unsetenv(path(name).c_str());
  return NativeStatus::Done;
}

NativeStatus clear_environment(NativeCall&) {
  ::clearenv();
  return NativeStatus::Done;
}

NativeStatus environment_size(NativeCall& call) {
  std::int64_t count = 0;
  while (environ != nullptr && environ[count] != nullptr) ++count;
  return call.done(count);
}

NativeStatus environment(NativeCall& call) {
  const auto [index] = call.args<std::int64_t>();
  return call.done(call.make_string(environ[index]));
}

// Go's texts are those of the C library, beginning in lower case unless the first word is an abbreviation. They are constants there: each
// is made once.
NativeStatus error_text(NativeCall& call) {
  const auto [number] = call.args<std::int64_t>();
  static std::unordered_map<std::int64_t, std::string> texts;
  std::string& text = texts[number];
  if (text.empty()) {
    text = ::strerror(static_cast<int>(number));
    if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z')) text[0] += 'a' - 'A';
  }
  return call.done(value::borrow(text));
}

NativeStatus random(NativeCall& call) { return call.done(call.scheduler().random()); }

constexpr native::NativeRow kRows[] = {
    {"internal/sys.Argument", argument},
    {"internal/sys.Call", system_call},
    {"internal/sys.Clearenv", clear_environment},
    {"internal/sys.EndWait", end_wait},
    {"internal/sys.Environment", environment},
    {"internal/sys.EnvironmentSize", environment_size},
    {"internal/sys.ErrorText", error_text},
    {"internal/sys.Exit", exit},
    {"internal/sys.Instructions", instructions},
    {"internal/sys.Random", random},
    {"internal/sys.Read", read},
    {"internal/sys.Setenv", set_environment},
    {"internal/sys.Unsetenv", unset_environment},
    {"internal/sys.Wait", wait},
    {"internal/sys.Wake", wake},
    {"internal/sys.Write", write},
};

}  // namespace

std::span<const native::NativeRow> natives_internal_sys() { return kRows; }

}  // namespace govm::stdlib
