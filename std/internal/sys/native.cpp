// Natives of internal/sys: Linux system calls with their errno.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <span>
#include <string>

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

NativeStatus write(NativeCall& call) {
  const auto [fd, bytes] = call.args<std::int64_t, value::Slice>();
  const std::int64_t written = uninterrupted(
      [&, fd = fd, bytes = bytes] { return ::write(static_cast<int>(fd), bytes.data, static_cast<std::size_t>(bytes.length)); });
  return call.done(std::max<std::int64_t>(written, 0), error_of(written));
}

NativeStatus read(NativeCall& call) {
  const auto [fd, bytes] = call.args<std::int64_t, value::Slice>();
  const std::int64_t count = uninterrupted(
      [&, fd = fd, bytes = bytes] { return ::read(static_cast<int>(fd), bytes.data, static_cast<std::size_t>(bytes.length)); });
  return call.done(std::max<std::int64_t>(count, 0), error_of(count));
}

NativeStatus seek(NativeCall& call) {
  const auto [fd, offset, whence] = call.args<std::int64_t, std::int64_t, std::int64_t>();
  const std::int64_t at = ::lseek(static_cast<int>(fd), offset, static_cast<int>(whence));
  return call.done(std::max<std::int64_t>(at, 0), error_of(at));
}

NativeStatus open(NativeCall& call) {
  const auto [name, flags, permissions] = call.args<String, std::int64_t, std::uint32_t>();
  const std::string file = path(name);
  const std::int64_t fd = uninterrupted(
      [&, flags = flags, permissions = permissions] { return ::open(file.c_str(), static_cast<int>(flags) | O_CLOEXEC, permissions); });
  return call.done(fd, error_of(fd));
}

NativeStatus close(NativeCall& call) {
  const auto [fd] = call.args<std::int64_t>();
  return call.done(error_of(::close(static_cast<int>(fd))));
}

NativeStatus remove(NativeCall& call) {
  const auto [name] = call.args<String>();
  return call.done(error_of(std::remove(path(name).c_str())));
}

NativeStatus make_directory(NativeCall& call) {
  const auto [name, permissions] = call.args<String, std::uint32_t>();
  return call.done(error_of(::mkdir(path(name).c_str(), permissions)));
}

NativeStatus rename(NativeCall& call) {
  const auto [from, to] = call.args<String, String>();
  return call.done(error_of(std::rename(path(from).c_str(), path(to).c_str())));
}

NativeStatus stat(NativeCall& call) {
  const auto [name] = call.args<String>();
  struct ::stat info{};
  const std::int64_t error = error_of(::stat(path(name).c_str(), &info));
  return call.done(static_cast<std::int64_t>(info.st_size), static_cast<std::uint32_t>(info.st_mode),
                   static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec, error);
}

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

NativeStatus get_environment(NativeCall& call) {
  const auto [name] = call.args<String>();
  const char* value = std::getenv(path(name).c_str());
  if (value == nullptr) return call.done(String{}, false);
  return call.done(call.make_string(value), true);
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

NativeStatus environment(NativeCall& call) {
  const auto [index] = call.args<std::int64_t>();
  std::int64_t count = 0;
  while (environ[count] != nullptr && count < index) ++count;
  if (environ[count] == nullptr) return call.done(String{}, false);
  return call.done(call.make_string(environ[count]), true);
}

// Go's texts are those of the C library, beginning in lower case unless the first word is an abbreviation.
NativeStatus error_text(NativeCall& call) {
  const auto [number] = call.args<std::int64_t>();
  std::string text = ::strerror(static_cast<int>(number));
  if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z')) text[0] += 'a' - 'A';
  return call.done(call.make_string(text));
}

NativeStatus process(NativeCall& call) { return call.done(static_cast<std::int64_t>(::getpid())); }

constexpr native::NativeRow kRows[] = {
    {"internal/sys.Argument", argument},
    {"internal/sys.Close", close},
    {"internal/sys.Environment", environment},
    {"internal/sys.ErrorText", error_text},
    {"internal/sys.Exit", exit},
    {"internal/sys.Getenv", get_environment},
    {"internal/sys.Getpid", process},
    {"internal/sys.Mkdir", make_directory},
    {"internal/sys.Open", open},
    {"internal/sys.Read", read},
    {"internal/sys.Remove", remove},
    {"internal/sys.Rename", rename},
    {"internal/sys.Seek", seek},
    {"internal/sys.Setenv", set_environment},
    {"internal/sys.Stat", stat},
    {"internal/sys.Unsetenv", unset_environment},
    {"internal/sys.Write", write},
};

}  // namespace

std::span<const native::NativeRow> natives_internal_sys() { return kRows; }

}  // namespace govm::stdlib
