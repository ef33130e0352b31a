// --gctrace: the lines of GODEBUG=gctrace=1.
#include <fmt/format.h>

#include <cmath>

#include "profiler/report.h"
#include "profiler/text.h"

namespace govm::profiler {
namespace {

// A phase of a gctrace line: whole milliseconds from 10 on, below truncated to two significant digits.
std::string trace_milliseconds(int64_t nanoseconds) {
  double ms = milliseconds(nanoseconds);
  if (nanoseconds <= 0) return "0";
  if (ms >= 10) return fmt::format("{}", static_cast<int64_t>(ms));
  int digits = ms >= 1 ? 1 : 2;
  for (double scaled = ms; scaled < 0.1 && digits < 6; scaled *= 10) digits++;
  double unit = std::pow(10, digits);
  return fmt::format("{:.{}f}", std::floor(ms * unit) / unit, digits);
}

}  // namespace

std::string gctrace_line(const CycleRow& c, int64_t stopped) {
  // What ran beside the program stands in the middle, what stopped it before and behind.
  const bool beside = c.end_background > 0;
  const std::string first = trace_milliseconds(beside ? c.roots : c.roots + c.mark);
  const std::string middle = trace_milliseconds(c.end_background);
  const std::string third = trace_milliseconds(beside ? c.end_pause - c.roots : c.end_sweep);
  // Without GOGC Go paces by a memory limit of 2^63-1 bytes, less what it takes itself and 3 % of the rest.
  constexpr uint64_t kUnlimited = 8'532'210'231'537;
  const uint64_t goal = c.goal == kNoGoal ? kUnlimited : c.goal >> 20;
  const auto share = static_cast<int>(percent(static_cast<double>(stopped), static_cast<double>(c.end)));
  return fmt::format(
      "gc {} @{:.3f}s {}%: {}+{}+{} ms clock, {}+0/{}/0+{} ms cpu, {}->{}->{} MB, {} MB goal, 0 MB stacks, 0 MB globals, 1 P{}\n", c.number,
      static_cast<double>(c.start) / 1e9, share, first, middle, third, first, middle, third, c.before >> 20, c.before >> 20, c.after >> 20,
      goal, c.cause == "forced" ? " (forced)" : "");
}

std::string report_gctrace(const Profile& profile) {
  std::string out;
  int64_t stopped = 0;
  for (const CycleRow& cycle : profile.cycles) out += gctrace_line(cycle, stopped += cycle.end_pause);
  return out;
}

}  // namespace govm::profiler
