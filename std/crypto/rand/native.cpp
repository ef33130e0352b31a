// Natives of crypto/rand: the kernel's random bytes, and the end of a program that has none.
#include <sys/random.h>

#include <cerrno>
#include <span>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

NativeStatus fill(NativeCall& call) {
  const auto [bytes] = call.args<value::Slice>();
  for (std::int64_t done = 0; done < bytes.length;) {
    const ssize_t got = getrandom(bytes.data + done, static_cast<std::size_t>(bytes.length - done), 0);
    if (got > 0) {
      done += got;
    } else if (errno != EINTR) {
      return call.fatal("crypto/rand: failed to read random data (see https://go.dev/issue/66821)");
    }
  }
  return call.done();
}

NativeStatus fatal(NativeCall& call) {
  static std::string text;  // outlives the program
  text = value::to_view(std::get<0>(call.args<value::String>()));
  return call.fatal(text);
}

constexpr native::NativeRow kRows[] = {
    {"crypto/rand.fatal", fatal},
    {"crypto/rand.fill", fill},
};

}  // namespace

std::span<const native::NativeRow> natives_crypto_rand() { return kRows; }

}  // namespace govm::stdlib
