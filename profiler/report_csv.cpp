// The collections as CSV, a row each, for a spreadsheet. A goal that is off is empty.
#include <fmt/format.h>

#include "profiler/report.h"

namespace govm::profiler {

std::string report_csv(const Profile& profile) {
  std::string out = "cycle,start_ns,cause,before_bytes,after_bytes,objects,live,freed,roots_ns,mark_ns,sweep_ns,pause_ns,goal_bytes\n";
  const auto add = [&out](const CycleRow& c) {
    out += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{}\n", c.number, c.start, c.cause, c.before, c.after, c.objects, c.live,
                       c.freed, c.roots, c.mark, c.sweep, c.pause, c.goal == kNoGoal ? "" : fmt::format("{}", c.goal));
  };
  for (const CycleRow& c : profile.cycles) add(c);
  if (profile.unfinished) add(*profile.unfinished);
  return out;
}

}  // namespace govm::profiler
