// The words of GOTRACEBACK.
#include "vm/native/death_report.h"

#include <charconv>

namespace govm::native {

TraceLevel trace_level(std::string_view word) {
  if (word == "none") return {.level = 0};
  if (word == "single" || word.empty()) return {};
  if (word == "all") return {.level = 1, .all_goroutines = true};
  if (word == "system") return {.level = 2, .all_goroutines = true};
  if (word == "crash") return {.level = 2, .all_goroutines = true, .crash = true};
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool is_number = error == std::errc() && end == word.data() + word.size();
  return {.level = is_number ? number : 0, .all_goroutines = true};
}

void DeathReport::show(TraceLevel wanted) {
  shown = {.level = wanted.level | least.level,
           .all_goroutines = wanted.all_goroutines || least.all_goroutines,
           .crash = wanted.crash || least.crash};
}

}  // namespace govm::native
