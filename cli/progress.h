// A line on the terminal about work that takes longer than two seconds; nothing where standard error is no terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace govm::cli {

class Progress {
 public:
  // `steps` in all. `quiet`: --quiet.
  explicit Progress(size_t steps, bool quiet = false);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // The next step begins: "run 3 of 10", `what` in place of "run".
  void step(std::string_view what);
  // Takes the line away, before something else is printed.
  void clear();

 private:
  size_t steps_;
  size_t current_ = 0;
  bool wanted_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace govm::cli
