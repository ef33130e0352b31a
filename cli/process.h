// Processes: a program that is run for what it prints, and the own one.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace govm::cli {

struct ProcessResult {
  bool started = false;  // false: there is no such program
  int status = -1;       // of its exit; 128 + signal
  std::string output;
  std::string errors;
};

// Thrown when a signal that ends govm came while a program ran for it: what unwinding removes is removed before govm dies of it.
struct Interrupted {
  int signal;
};

// `words[0]` is the program, looked for in PATH if it is no path. Its input is empty. `on_output`, if given, gets the output as it comes.
// SIGHUP, SIGINT and SIGTERM to this process end the program as well; then throws Interrupted. One program at a time.
ProcessResult run_process(const std::vector<std::string>& words, const std::function<void(std::string_view)>& on_output = {});

// The words of a flag that holds several, between blanks; one that begins with a quote ends with the next and may have blanks in it.
std::vector<std::string> split_words(std::string_view text);

// Opens /dev/null for standard streams that are closed, as Go's runtime does: else the first file that the program opens would be one.
void open_missing_streams();

// The path of this program.
std::string own_path();

}  // namespace govm::cli
