// Writing and clearing the line of progress.
#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "cli/reports.h"

namespace govm::cli {
namespace {

constexpr auto kPatience = std::chrono::seconds(2);

}  // namespace

Progress::Progress(size_t steps, bool quiet) : steps_(steps), wanted_(!quiet && isatty(2) != 0) {}

void Progress::step(std::string_view what) {
  current_++;
  const auto passed = std::chrono::steady_clock::now() - begin_;
  if (!wanted_ || passed < kPatience) return;
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(passed).count();
  say(fmt::format("\r\033[K{} {} of {}, {} s", what, current_, steps_, seconds));
  shown_ = true;
}

void Progress::clear() {
  if (shown_) say("\r\033[K");
  shown_ = false;
}

}  // namespace govm::cli
