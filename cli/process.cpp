// Starts a program with pipes from its output and errors, and waits for its end; looks after the own process.
#include "cli/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>

extern char** environ;

namespace govm::cli {
namespace {

std::atomic<pid_t> child = -1;
std::atomic<int> interrupted = 0;

// The terminal's signals go to the child by themselves.
void pass_on(int number, siginfo_t* info, void*) {
  interrupted = number;
  if (child > 0 && info->si_code != SI_KERNEL) kill(child, number);
}

// Hands the signals that end a process on to the child, for as long as this lives.
class PassingOn {
 public:
  PassingOn() {
    struct sigaction action = {};
    action.sa_sigaction = pass_on;
    action.sa_flags = SA_SIGINFO;
    for (size_t i = 0; i < std::size(kSignals); i++) {
      sigaction(kSignals[i], nullptr, &before_[i]);
      if (before_[i].sa_handler != SIG_IGN) sigaction(kSignals[i], &action, nullptr);
    }
  }
  ~PassingOn() {
    for (size_t i = 0; i < std::size(kSignals); i++) sigaction(kSignals[i], &before_[i], nullptr);
  }
  PassingOn(const PassingOn&) = delete;
  PassingOn& operator=(const PassingOn&) = delete;

 private:
  static constexpr int kSignals[] = {SIGHUP, SIGINT, SIGTERM};
  struct sigaction before_[std::size(kSignals)];
};

}  // namespace

void open_missing_streams() {
  for (int fd = 0; fd <= 2; ++fd) {
    // The lowest free number is given out.
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF) open("/dev/null", O_RDWR);
  }
}

ProcessResult run_process(const std::vector<std::string>& words, const std::function<void(std::string_view)>& on_output) {
  ProcessResult result;
  int out[2], errors[2];
  if (pipe2(out, O_CLOEXEC) != 0) return result;
  if (pipe2(errors, O_CLOEXEC) != 0) {
    close(out[0]);
    close(out[1]);
    return result;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  posix_spawn_file_actions_adddup2(&actions, errors[1], 2);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const PassingOn passing_on;
  pid_t started = -1;
  result.started = posix_spawnp(&started, arguments[0], &actions, nullptr, arguments.data(), environ) == 0;
  child = started;
  if (result.started && interrupted != 0) kill(started, interrupted);  // it came before there was a child
  posix_spawn_file_actions_destroy(&actions);
  close(out[1]);
  close(errors[1]);
  if (result.started) {
    pollfd ends[2] = {{out[0], POLLIN, 0}, {errors[0], POLLIN, 0}};
    std::string* texts[2] = {&result.output, &result.errors};
    std::array<char, 65536> buffer;
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
      if (poll(ends, 2, -1) < 0) continue;
      for (int i = 0; i < 2; i++) {
        if (ends[i].fd < 0 || ends[i].revents == 0) continue;
        const ssize_t n = read(ends[i].fd, buffer.data(), buffer.size());
        if (n > 0) {
          texts[i]->append(buffer.data(), static_cast<size_t>(n));
          if (i == 0 && on_output) on_output({buffer.data(), static_cast<size_t>(n)});
        } else if (n == 0 || errno != EINTR) {
          ends[i].fd = -1;
        }
      }
    }
    int status = 0;
    while (waitpid(started, &status, 0) < 0 && errno == EINTR) {
    }
    child = -1;
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  close(out[0]);
  close(errors[0]);
  if (interrupted != 0) throw Interrupted{interrupted};
  return result;
}

std::vector<std::string> split_words(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n\r";
  std::vector<std::string> words;
  for (;;) {
    const size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return words;
    text.remove_prefix(begin);
    const char quote = text[0] == '\'' || text[0] == '"' ? text[0] : '\0';
    if (quote != '\0') text.remove_prefix(1);
    const size_t end = std::min(quote != '\0' ? text.find(quote) : text.find_first_of(kBlanks), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string own_path() {
  char path[PATH_MAX];
  const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  return length > 0 ? std::string(path, static_cast<size_t>(length)) : "govm";
}

}  // namespace govm::cli
