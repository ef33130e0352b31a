// Writing and clearing the line of progress. It is written over with blanks: terminals without control sequences show it as well.
#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include "cli/reports.h"

namespace govm::cli {
namespace {

constexpr auto kPatience = std::chrono::seconds(2);
constexpr auto kBetween = std::chrono::milliseconds(500);

}  // namespace

Progress::Progress(size_t steps, bool quiet) : steps_(steps) {
  if (!quiet && isatty(STDERR_FILENO) != 0) thread_ = std::thread([this] { tick(); });
}

Progress::~Progress() {
  clear();
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Progress::tick() {
  std::unique_lock lock(mutex_);
  while (!ended_) {
    const auto passed = std::chrono::steady_clock::now() - begin_;
    if (!what_.empty() && passed >= kPatience) {
      const std::string line = fmt::format("{} {} of {}, {} s", what_, current_, steps_, passed / std::chrono::seconds(1));
      erase();
      say(line);
      shown_ = line.size();
    }
    changed_.wait_for(lock, kBetween);
  }
}

void Progress::step(std::string_view what) {
  const std::lock_guard lock(mutex_);
  current_++;
  what_ = what;
  changed_.notify_one();
}

void Progress::clear() {
  const std::lock_guard lock(mutex_);
  erase();
  what_.clear();
}

void Progress::erase() {
  if (shown_ != 0) say(fmt::format("\r{:{}}\r", "", shown_));
  shown_ = 0;
}

}  // namespace govm::cli
