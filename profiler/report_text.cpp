// --gc-stats as text.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "profiler/report.h"
#include "profiler/text.h"

namespace govm::profiler {
namespace {

// So many collections by memory limit with half of the time in the collector are called thrashing.
constexpr int kThrashingCycles = 10;

std::string limit_text(int64_t limit) {
  if (limit < 0) return "off";
  if (limit % (1 << 20) == 0) return fmt::format("{}MiB", limit >> 20);
  return fmt::format("{}", limit);
}

std::string goal_text(uint64_t goal, std::string_view unit) {
  if (goal == kNoGoal) return "off";
  return grouped(goal) += unit;
}

std::string header(const Profile& p) {
  std::string out = fmt::format("govm gc-stats  {}  escape={} gogc={} memlimit={} clock={}", p.program, p.escape,
                                p.gogc < 0 ? "off" : fmt::format("{}", p.gogc), limit_text(p.memory_limit), p.clock);
  if (p.gc_mode != "stw") out += fmt::format(" gc={}", p.gc_mode);
  out += "\n";
  out += fmt::format("time     {:.1f} ms total   {:.1f} ms program   {:.1f} ms GC ({:.1f} %)   {} VM instructions\n",
                     milliseconds(p.total_time), milliseconds(p.total_time - p.gc_time), milliseconds(p.gc_time),
                     percent(static_cast<double>(p.gc_time), static_cast<double>(p.total_time)), grouped(p.instructions));
  out += fmt::format("heap     {} B in {} allocated    {} B in {} freed\n", grouped(p.alloc_bytes), counted(p.alloc_objects, "object"),
                     grouped(p.freed_bytes), grouped(p.freed_objects));
  out += fmt::format("         {} B in {} at exit ({} B in {} reachable)   peak {} B\n", grouped(p.exit_bytes),
                     counted(p.exit_objects, "object"), grouped(p.reachable_bytes), grouped(p.reachable_objects), grouped(p.peak_bytes));
  out += fmt::format("frames   {} B in {} kept out of the heap ({:.1f} % of all placed values)\n", grouped(p.frame_bytes),
                     counted(p.frame_values, "value"),
                     percent(static_cast<double>(p.frame_values), static_cast<double>(p.frame_values + p.alloc_objects)));
  auto caused = [&](std::string_view cause) {
    return std::count_if(p.cycles.begin(), p.cycles.end(), [&](const CycleRow& c) { return c.cause == cause; });
  };
  const std::string by_stress = caused("stress") != 0 ? fmt::format(", {} by --gc-stress", caused("stress")) : "";
  out += fmt::format("cycles   {} ({} by heap goal, {} by memory limit, {} forced{}){}   next goal {}\n", p.cycles.size(), caused("goal"),
                     caused("limit"), caused("forced"), by_stress, p.unfinished ? " and one not finished at exit" : "",
                     goal_text(p.next_goal, " B"));
  if (caused("limit") >= kThrashingCycles && 2 * p.gc_time > p.total_time) {
    out += "warning  thrashing: what lives is as large as the memory limit, so collections come back to back\n";
  }
  if (p.pauses.empty()) {
    out += "pauses   none\n";
    return out;
  }
  out += fmt::format("pauses   min {:.1f}  p50 {:.1f}  p90 {:.1f}  p99 {:.1f}  max {:.1f} us   sum {:.3f} ms\n",
                     microseconds(pause_quantile(p, 0)), microseconds(pause_quantile(p, 0.5)), microseconds(pause_quantile(p, 0.9)),
                     microseconds(pause_quantile(p, 0.99)), microseconds(pause_quantile(p, 1)), milliseconds(p.gc_time));
  if (p.clock == "wall") out += fmt::format("         max {:.1f} us in processor time", microseconds(longest_processor_pause(p)));
  if (p.background_time != 0)
    out += fmt::format("   {:.1f} ms of marking and sweeping beside the program", milliseconds(p.background_time));
  if (!out.ends_with("\n")) out += "\n";
  out += fmt::format("MMU      1 ms {:.1f} %   10 ms {:.1f} %   100 ms {:.1f} %       (worst share of a window left to the program)\n",
                     100 * minimum_mutator_utilisation(p, 1'000'000), 100 * minimum_mutator_utilisation(p, 10'000'000),
                     100 * minimum_mutator_utilisation(p, 100'000'000));
  return out;
}

std::string cycle_table(const Profile& p) {
  using enum Table::Align;
  Table table({{"#", Right},
               {"start s", Right},
               {"cause", Left},
               {"heap before", Right},
               {"live after", Right},
               {"objects", Right},
               {"live", Right},
               {"freed", Right},
               {"roots", Right},
               {"mark", Right},
               {"sweep", Right},
               {"pause us", Right},
               {"goal B", Right}});
  auto us = [](int64_t ns) { return fmt::format("{:.1f}", microseconds(ns)); };
  const auto add = [&](const CycleRow& c, bool finished) {
    const auto known = [&](const std::string& text) { return finished ? text : "-"; };
    table.row({fmt::format("{}", c.number), fmt::format("{:.3f}", static_cast<double>(c.start) / 1e9), c.cause, grouped(c.before) + " B",
               known(grouped(c.after) + " B"), grouped(c.objects), known(grouped(c.live)), known(grouped(c.freed)), us(c.roots), us(c.mark),
               known(us(c.sweep)), us(c.pause), goal_text(c.goal, "")});
  };
  for (const CycleRow& c : p.cycles) add(c, true);
  if (p.unfinished) add(*p.unfinished, false);
  return "\nGC cycles\n" + table.text();
}

std::string site_table(const Profile& p, uint64_t top) {
  size_t shown = top == 0 ? p.sites.size() : std::min<size_t>(top, p.sites.size());
  using enum Table::Align;
  Table table({{"site", Left},
               {"function", Left},
               {"value", Left},
               {"placed", Left},
               {"allocs", Right},
               {"bytes", Right},
               {"at exit", Right},
               {"survived 1 GC", Right},
               {"why", Left}});
  for (size_t i = 0; i < shown; i++) {
    const SiteRow& s = p.sites[i];
    bool heap = s.placed == Placement::Heap;
    table.row(
        {place_text(s), s.function, s.value, heap ? "heap" : "frame", grouped(s.allocs), grouped(s.bytes), heap ? grouped(s.at_exit) : "-",
         heap && s.met_cycle ? fmt::format("{:.1f} %", percent(static_cast<double>(s.survived), static_cast<double>(s.met_cycle))) : "-",
         s.why});
  }
  return fmt::format("\nAllocation sites (by bytes; {} of {})\n", shown, p.sites.size()) + table.text();
}

// What is in the heap at exit, by type: how many objects have survived a collection, how many were made since.
std::string type_table(const Profile& p, uint64_t top) {
  struct Sum {
    uint64_t objects = 0, bytes = 0, old = 0;
  };
  std::map<std::string, Sum> sums;
  for (const SiteRow& s : p.sites) {
    if (s.placed != Placement::Heap || s.at_exit == 0) continue;
    Sum& sum = sums[s.type.empty() ? s.value : s.type];
    sum.objects += s.at_exit;
    sum.bytes += s.exit_bytes;
    sum.old += s.exit_old;
  }
  if (sums.empty()) return "";
  std::vector<std::pair<std::string, Sum>> rows(sums.begin(), sums.end());
  std::ranges::stable_sort(rows, [](const auto& a, const auto& b) { return a.second.bytes > b.second.bytes; });
  const size_t shown = top == 0 ? rows.size() : std::min<size_t>(top, rows.size());
  using enum Table::Align;
  Table table({{"type", Left}, {"objects", Right}, {"bytes", Right}, {"survived a GC", Right}, {"made since", Right}});
  for (size_t i = 0; i < shown; i++) {
    const auto& [name, sum] = rows[i];
    table.row({name, grouped(sum.objects), grouped(sum.bytes), grouped(sum.old), grouped(sum.objects - sum.old)});
  }
  return fmt::format("\nHeap at exit by type ({} of {})\n", shown, rows.size()) + table.text();
}

std::string size_class_table(const Profile& p) {
  using enum Table::Align;
  Table table({{"class", Right}, {"objects", Right}, {"rounding", Right}});
  for (const SizeClassRow& row : p.size_classes) {
    table.row({row.size ? grouped(row.size) + " B" : "large", grouped(row.objects), grouped(row.rounding) + " B"});
  }
  return "\nSize classes (bytes of objects beyond what was asked for)\n" + table.text();
}

}  // namespace

std::string report_text(const Profile& profile, uint64_t top) {
  std::string out = header(profile);
  if (!profile.cycles.empty() || profile.unfinished) out += cycle_table(profile);
  if (profile.alloc_objects == 0) out += "\nno heap allocations: every value stayed in a frame\n";
  if (profile.alloc_objects != 0 || profile.frame_values != 0) {
    out += site_table(profile, top);
    out += type_table(profile, top);
  }
  if (!profile.size_classes.empty()) out += size_class_table(profile);
  if (const std::string asked = report_asked(profile); !asked.empty()) out += "\n" + asked;
  return out;
}

std::string report_asked(const Profile& profile) {
  std::string out;
  const auto add = [&out](const std::string& paragraph) { out += (out.empty() ? "" : "\n") + paragraph; };
  for (const LatencyRow& row : profile.latency) add(report_latency(row));
  if (profile.why_alive) add(report_why_alive(*profile.why_alive));
  return out;
}

}  // namespace govm::profiler
