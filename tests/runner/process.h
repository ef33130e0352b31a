// A child process run to its end, its output gathered.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace govm::tests {

struct Finished {
  int status = 0;  // exit status; 128 + signal if a signal ended it
  bool timed_out = false;
  std::string output;
  std::string errors;
};

// Runs `words`; standard input from `input`, or empty. Killed after `seconds`.
Finished run_process(const std::vector<std::string>& words, const std::optional<std::filesystem::path>& input, int seconds);

}  // namespace govm::tests
