// A line on the terminal about work that takes longer than two seconds; nothing where standard error is no terminal.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace govm::cli {

// The line goes on counting seconds while a step takes long: a thread writes it.
class Progress {
 public:
  // `steps` in all. `quiet`: --quiet.
  explicit Progress(size_t steps, bool quiet = false);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // The next step begins: "run 3 of 10, 5 s", `what` in place of "run".
  void step(std::string_view what);
  // Takes the line away, before something else is printed, until the next step.
  void clear();

 private:
  void tick();
  void erase();

  size_t steps_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::mutex mutex_;  // of what follows
  std::condition_variable changed_;
  size_t current_ = 0;
  std::string what_;  // of the current step; empty: nothing is to be shown
  size_t shown_ = 0;  // columns of the line that stands there
  bool ended_ = false;
  std::thread thread_;  // where the line is wanted
};

}  // namespace govm::cli
