// Processes: a program that is run for what it prints, and the own one.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace govm::cli {

struct ProcessResult {
  int status = -1;  // of its exit; 128 + signal
  std::string output;
  std::string errors;
};

// `words[0]` is the program. Its input is empty. `on_output`, if given, gets the output as it comes.
ProcessResult run_process(const std::vector<std::string>& words, const std::function<void(std::string_view)>& on_output = {});

// Opens /dev/null for standard streams that are closed, as Go's runtime does: else the first file that the program opens would be one.
void open_missing_streams();

// The path of this program.
std::string own_path();

}  // namespace govm::cli
