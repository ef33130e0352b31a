// --trace=FILE: the Chrome trace format, which Perfetto reads too. Times in microseconds.
#include <fmt/format.h>

#include <unordered_set>

#include "profiler/report.h"

namespace govm::profiler {
namespace {

enum Track { kProgram = 1, kCollector = 2 };  // ids of threads

std::string slice(Track track, std::string_view name, int64_t start, int64_t length, const std::string& args) {
  return fmt::format("{{\"ph\":\"X\",\"pid\":1,\"tid\":{},\"name\":\"{}\",\"cat\":\"{}\",\"ts\":{:.3f},\"dur\":{:.3f},\"args\":{{{}}}}}",
                     static_cast<int>(track), name, track == kCollector ? "gc" : "call", static_cast<double>(start) / 1e3,
                     static_cast<double>(length) / 1e3, args);
}

// A goal that is off is no number to draw.
std::string heap_counter(int64_t time, uint64_t live, uint64_t goal) {
  return fmt::format("{{\"ph\":\"C\",\"pid\":1,\"name\":\"heap\",\"ts\":{:.3f},\"args\":{{\"live\":{}{}}}}}",
                     static_cast<double>(time) / 1e3, live, goal == kNoGoal ? "" : fmt::format(",\"goal\":{}", goal));
}

}  // namespace

std::string report_trace(const Profile& profile) {
  std::string out =
      "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n"
      "{\"ph\":\"M\",\"pid\":1,\"tid\":1,\"name\":\"thread_name\",\"args\":{\"name\":\"program\"}},\n"
      "{\"ph\":\"M\",\"pid\":1,\"tid\":2,\"name\":\"thread_name\",\"args\":{\"name\":\"GC\"}}";
  auto event = [&](const std::string& text) { out += ",\n" + text; };
  std::unordered_set<uint64_t> whole;  // collections in one pause
  for (const Pause& pause : profile.pauses) {
    if (pause.kind == "whole") whole.insert(pause.cycle);
  }
  for (const CycleRow& c : profile.cycles) {
    event(heap_counter(c.start, c.before, c.goal));
    if (whole.contains(c.number)) {
      event(slice(kCollector, fmt::format("GC {}", c.number), c.start, c.pause,
                  fmt::format("\"cause\":\"{}\",\"before\":{},\"after\":{},\"freed\":{}", c.cause, c.before, c.after, c.freed)));
      const int64_t at = c.start + c.roots;
      event(slice(kCollector, "mark", at, c.mark, fmt::format("\"objects\":{}", c.live)));
      event(slice(kCollector, "sweep", at + c.mark, c.sweep, fmt::format("\"slots\":{}", c.objects)));
    }
    event(heap_counter(c.start + c.pause, c.after, c.goal));
  }
  // A cycle that was cut into parts: each stop of the program.
  for (const Pause& pause : profile.pauses) {
    if (pause.kind != "whole") event(slice(kCollector, fmt::format("GC {} {}", pause.cycle, pause.kind), pause.start, pause.length, ""));
  }
  for (const LatencyRow& row : profile.latency) {
    for (const SlowCallRow& call : row.slowest) {
      event(slice(kProgram, row.function, call.start, call.length, fmt::format("\"call\":{}", call.number)));
    }
  }
  return out + "\n]}\n";
}

}  // namespace govm::profiler
