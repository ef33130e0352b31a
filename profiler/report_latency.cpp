// --latency as text.
#include <fmt/format.h>

#include "profiler/report.h"
#include "profiler/text.h"

namespace govm::profiler {
namespace {

constexpr size_t kSlowestShown = 5;

std::string quantile_name(double q) { return q == 1 ? "max" : fmt::format("p{:g}", q * 100); }

std::string quantiles(const std::vector<Quantile>& values) {
  std::string out;
  for (const Quantile& value : values)
    out += fmt::format("{}{} {}", out.empty() ? "" : "  ", quantile_name(value.q), duration_text(value.value));
  return out;
}

// Waits of one collection as one: "GC 4: mark 4.1 ms sweep 1.6 ms".
std::string waits(const std::vector<LatencyWait>& waits) {
  std::string out;
  uint64_t cycle = 0;
  for (const LatencyWait& wait : waits) {
    if (wait.cycle != cycle) out += fmt::format("   GC {}:", wait.cycle);
    cycle = wait.cycle;
    out += fmt::format(" {} {}", wait.kind, duration_text(wait.length));
  }
  return out;
}

}  // namespace

std::string report_latency(const LatencyRow& row) {
  std::string out = fmt::format("latency {}   {} call{}\n", row.function, grouped(row.calls), row.calls == 1 ? "" : "s");
  if (row.calls == 0 && row.unfinished == 0) return out + "  it was never called\n";
  if (row.unfinished != 0) {
    out += fmt::format("  {} more had begun and not ended when the program did\n", grouped(row.unfinished));
  }
  if (row.calls == 0) return out;
  out += "  " + quantiles(row.quantiles) + "\n  without GC: " + quantiles(row.without_collector) + "\n";
  const size_t shown = std::min(kSlowestShown, row.slowest.size());
  out += fmt::format("slowest {:<13}where the time went\n", shown);
  for (size_t i = 0; i < shown; i++) {
    const SlowCallRow& call = row.slowest[i];
    out += fmt::format("  {:>9}  call {}", duration_text(call.length), grouped(call.number));
    if (call.map_growth != 0) out += fmt::format("   map growth {} ({} moved)", duration_text(call.map_growth), bytes_text(call.map_bytes));
    if (call.slice_growth != 0)
      out += fmt::format("   slice growth {} ({} moved)", duration_text(call.slice_growth), bytes_text(call.slice_bytes));
    if (call.compiling != 0) out += fmt::format("   compiling {}", duration_text(call.compiling));
    if (call.scheduling != 0) out += fmt::format("   others ran {}", duration_text(call.scheduling));
    if (call.idle != 0) out += fmt::format("   idle {}", duration_text(call.idle));
    out += waits(call.collector);
    out += fmt::format("   rest {}\n", duration_text(call.rest));
  }
  return out;
}

}  // namespace govm::profiler
