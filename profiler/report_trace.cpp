// --trace=FILE: the Chrome trace format, which Perfetto reads too. Times in microseconds.
#include <fmt/format.h>

#include "profiler/report.h"

namespace govm::profiler {
namespace {

constexpr int kCollector = 2;  // thread id of the collector's track

std::string slice(std::string_view name, int64_t start, int64_t length, const std::string& args) {
  return fmt::format("{{\"ph\":\"X\",\"pid\":1,\"tid\":{},\"name\":\"{}\",\"cat\":\"gc\",\"ts\":{:.3f},\"dur\":{:.3f},\"args\":{{{}}}}}",
                     kCollector, name, static_cast<double>(start) / 1e3, static_cast<double>(length) / 1e3, args);
}

std::string heap_counter(int64_t time, uint64_t live, uint64_t goal) {
  return fmt::format("{{\"ph\":\"C\",\"pid\":1,\"name\":\"heap\",\"ts\":{:.3f},\"args\":{{\"live\":{},\"goal\":{}}}}}",
                     static_cast<double>(time) / 1e3, live, goal);
}

}  // namespace

std::string report_trace(const Profile& profile) {
  std::string out =
      "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n"
      "{\"ph\":\"M\",\"pid\":1,\"tid\":1,\"name\":\"thread_name\",\"args\":{\"name\":\"program\"}},\n"
      "{\"ph\":\"M\",\"pid\":1,\"tid\":2,\"name\":\"thread_name\",\"args\":{\"name\":\"GC\"}}";
  auto event = [&](const std::string& text) { out += ",\n" + text; };
  for (const CycleRow& c : profile.cycles) {
    event(heap_counter(c.start, c.before, c.goal));
    event(slice(fmt::format("GC {}", c.number), c.start, c.pause,
                fmt::format("\"cause\":\"{}\",\"before\":{},\"after\":{},\"freed\":{}", c.cause, c.before, c.after, c.freed)));
    int64_t at = c.start + c.roots;
    event(slice("mark", at, c.mark, fmt::format("\"objects\":{}", c.live)));
    event(slice("sweep", at + c.mark, c.sweep, fmt::format("\"slots\":{}", c.objects)));
    event(heap_counter(c.start + c.pause, c.after, c.goal));
  }
  return out + "\n]}\n";
}

}  // namespace govm::profiler
