// Files by the system's own calls: the streams of the C++ library set up their locales first, a noticeable part of a short run.
#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace govm {

namespace {

constexpr size_t kChunk = 1 << 16;

/// Closes what it holds.
struct Descriptor {
  int number;
  ~Descriptor() {
    if (number >= 0) close(number);
  }
};

/// "no such file or directory": Go's words for an error number begin with a small letter.
std::string words_of(int error) {
  std::string words = std::strerror(error);
  if (words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z' && words[1] >= 'a' && words[1] <= 'z') words[0] += 'a' - 'A';
  return words;
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const Descriptor file{open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) return Error{"open " + path + ": " + words_of(errno)};
  struct stat status {};
  if (fstat(file.number, &status) == 0 && S_ISDIR(status.st_mode)) return Error{"read " + path + ": is a directory"};
  // With room for the read that finds the end.
  std::string text(static_cast<size_t>(status.st_size) + 1, '\0');
  size_t length = 0;
  for (;;) {
    if (length == text.size()) text.resize(length + kChunk);
    const ssize_t got = read(file.number, text.data() + length, text.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error{"read " + path + ": " + words_of(errno)};
    if (got == 0) break;
    length += static_cast<size_t>(got);
  }
  text.resize(length);
  return text;
}

Status write_file(const std::string& path, std::string_view text) {
  Descriptor file{open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)};
  if (file.number < 0) return Error{"open " + path + ": " + words_of(errno)};
  while (!text.empty()) {
    const ssize_t put = write(file.number, text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return Error{"write " + path + ": " + words_of(errno)};
    text.remove_prefix(static_cast<size_t>(put));
  }
  if (close(std::exchange(file.number, -1)) != 0) return Error{"close " + path + ": " + words_of(errno)};
  return ok_status();
}

Status check_writable(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) == 0) {
    // Opening a pipe would wait for its reader.
    const int error = S_ISDIR(status.st_mode) ? EISDIR : access(path.c_str(), W_OK) != 0 ? errno : 0;
    if (error != 0) return Error{"open " + path + ": " + words_of(error)};
    return ok_status();
  }
  const Descriptor file{open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)};
  if (file.number < 0) return Error{"open " + path + ": " + words_of(errno)};
  unlink(path.c_str());
  return ok_status();
}

}  // namespace govm
