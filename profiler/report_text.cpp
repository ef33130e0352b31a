// --gc-stats as text, and the gctrace line.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "profiler/report.h"

namespace govm::profiler {
namespace {

// 24000016 as "24,000,016".
std::string grouped(uint64_t number) {
  std::string digits = fmt::format("{}", number);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(at, ",");
  return digits;
}

double microseconds(int64_t nanoseconds) { return static_cast<double>(nanoseconds) / 1e3; }
double milliseconds(int64_t nanoseconds) { return static_cast<double>(nanoseconds) / 1e6; }

// Share of `part` in `whole` in percent.
double percent(double part, double whole) { return whole > 0 ? 100 * part / whole : 0; }

std::string limit_text(int64_t limit) {
  if (limit < 0) return "off";
  if (limit % (1 << 20) == 0) return fmt::format("{}MiB", limit >> 20);
  return fmt::format("{}", limit);
}

// Columns padded to their widest cell; numbers are right-aligned.
class Table {
 public:
  enum class Align { Left, Right };
  explicit Table(std::vector<std::pair<std::string, Align>> columns) {
    std::vector<std::string> head;
    for (auto& [title, align] : columns) {
      head.push_back(title);
      align_.push_back(align);
    }
    rows_.push_back(std::move(head));
  }
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  std::string text() const {
    std::vector<size_t> widths(align_.size(), 0);
    for (const auto& row : rows_) {
      for (size_t i = 0; i < row.size(); i++) widths[i] = std::max(widths[i], row[i].size());
    }
    std::string out;
    for (const auto& row : rows_) {
      std::string line;
      for (size_t i = 0; i < row.size(); i++) {
        line += i == 0 ? " " : "  ";
        line += align_[i] == Align::Left ? fmt::format("{:<{}}", row[i], widths[i])
                                         : fmt::format("{:>{}}", row[i], widths[i]);
      }
      line.erase(line.find_last_not_of(' ') + 1);
      out += line + "\n";
    }
    return out;
  }

 private:
  std::vector<Align> align_;
  std::vector<std::vector<std::string>> rows_;
};

std::string header(const Profile& p) {
  std::string out = fmt::format("govm gc-stats  {}  escape={} gogc={} memlimit={} clock={}", p.program, p.escape,
                                p.gogc < 0 ? "off" : fmt::format("{}", p.gogc), limit_text(p.memory_limit), p.clock);
  if (p.gc_mode != "stw") out += fmt::format(" gc={}", p.gc_mode);
  out += "\n";
  out += fmt::format("time     {:.1f} ms total   {:.1f} ms program   {:.1f} ms GC ({:.1f} %)   {} VM instructions\n",
                     milliseconds(p.total_time), milliseconds(p.total_time - p.gc_time), milliseconds(p.gc_time),
                     percent(static_cast<double>(p.gc_time), static_cast<double>(p.total_time)),
                     grouped(p.instructions));
  out += fmt::format("heap     {} B in {} objects allocated    {} B in {} freed\n", grouped(p.alloc_bytes),
                     grouped(p.alloc_objects), grouped(p.freed_bytes), grouped(p.freed_objects));
  out += fmt::format("         {} B in {} objects at exit ({} B in {} reachable)   peak {} B\n",
                     grouped(p.exit_bytes), grouped(p.exit_objects), grouped(p.reachable_bytes),
                     grouped(p.reachable_objects), grouped(p.peak_bytes));
  out += fmt::format("frames   {} B in {} values kept out of the heap ({:.1f} % of all placed values)\n",
                     grouped(p.frame_bytes), grouped(p.frame_values),
                     percent(static_cast<double>(p.frame_values),
                             static_cast<double>(p.frame_values + p.alloc_objects)));
  auto caused = [&](std::string_view cause) {
    return std::count_if(p.cycles.begin(), p.cycles.end(), [&](const CycleRow& c) { return c.cause == cause; });
  };
  out += fmt::format("cycles   {} ({} by heap goal, {} by memory limit, {} forced)   next goal {} B\n", p.cycles.size(),
                     caused("goal"), caused("limit"), caused("forced"), grouped(p.next_goal));
  if (p.pauses.empty()) {
    out += "pauses   none\n";
    return out;
  }
  out += fmt::format("pauses   min {:.1f}  p50 {:.1f}  p90 {:.1f}  p99 {:.1f}  max {:.1f} us   sum {:.3f} ms\n",
                     microseconds(pause_quantile(p, 0)), microseconds(pause_quantile(p, 0.5)),
                     microseconds(pause_quantile(p, 0.9)), microseconds(pause_quantile(p, 0.99)),
                     microseconds(pause_quantile(p, 1)), milliseconds(p.gc_time));
  out += fmt::format(
      "MMU      1 ms {:.1f} %   10 ms {:.1f} %   100 ms {:.1f} %       (worst share of a window left to the program)\n",
      100 * minimum_mutator_utilisation(p, 1'000'000), 100 * minimum_mutator_utilisation(p, 10'000'000),
      100 * minimum_mutator_utilisation(p, 100'000'000));
  return out;
}

std::string cycle_table(const Profile& p) {
  using enum Table::Align;
  Table table({{"#", Right}, {"start s", Right}, {"cause", Left}, {"heap before", Right}, {"live after", Right},
               {"objects", Right}, {"live", Right}, {"freed", Right}, {"roots", Right}, {"mark", Right},
               {"sweep", Right}, {"pause us", Right}, {"goal B", Right}});
  auto us = [](int64_t ns) { return fmt::format("{:.1f}", microseconds(ns)); };
  for (const CycleRow& c : p.cycles) {
    table.row({fmt::format("{}", c.number), fmt::format("{:.3f}", static_cast<double>(c.start) / 1e9), c.cause,
               grouped(c.before) + " B", grouped(c.after) + " B", grouped(c.objects), grouped(c.live),
               grouped(c.freed), us(c.roots), us(c.mark), us(c.sweep), us(c.pause), grouped(c.goal)});
  }
  return "\nGC cycles\n" + table.text();
}

std::string site_table(const Profile& p, uint64_t top) {
  size_t shown = top == 0 ? p.sites.size() : std::min<size_t>(top, p.sites.size());
  using enum Table::Align;
  Table table({{"site", Left}, {"function", Left}, {"value", Left}, {"placed", Left}, {"allocs", Right},
               {"bytes", Right}, {"at exit", Right}, {"survived 1 GC", Right}, {"why", Left}});
  for (size_t i = 0; i < shown; i++) {
    const SiteRow& s = p.sites[i];
    bool heap = s.placed == Placement::Heap;
    table.row({s.line ? fmt::format("{}:{}:{}", s.file, s.line, s.column) : s.file, s.function, s.value,
               heap ? "heap" : "frame", grouped(s.allocs), grouped(s.bytes), heap ? grouped(s.at_exit) : "-",
               heap && s.met_cycle ? fmt::format("{:.1f} %", percent(static_cast<double>(s.survived),
                                                                     static_cast<double>(s.met_cycle)))
                                   : "-",
               s.why});
  }
  return fmt::format("\nAllocation sites (by bytes; {} of {})\n", shown, p.sites.size()) + table.text();
}

std::string size_class_line(const Profile& p) {
  std::string out = "\nSize classes ";
  for (const SizeClassRow& row : p.size_classes) {
    out += fmt::format("  {} B: {} objects, {} B rounding", grouped(row.size), grouped(row.objects),
                       grouped(row.rounding));
  }
  return out + "\n";
}

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

std::string report_text(const Profile& profile, uint64_t top) {
  std::string out = header(profile);
  if (!profile.cycles.empty()) out += cycle_table(profile);
  if (profile.alloc_objects == 0 && profile.frame_values == 0) {
    return out + "\nno heap allocations: every value stayed in a frame\n";
  }
  if (profile.alloc_objects == 0) out += "\nno heap allocations: every value stayed in a frame\n";
  out += site_table(profile, top);
  if (!profile.size_classes.empty()) out += size_class_line(profile);
  return out;
}

std::string gctrace_line(const CycleRow& c, double gc_share) {
  std::string first = trace_milliseconds(c.roots + c.mark);
  std::string third = trace_milliseconds(c.sweep);
  return fmt::format(
      "gc {} @{:.3f}s {}%: {}+0+{} ms clock, {}+0/0/0+{} ms cpu, {}->{}->{} MB, {} MB goal, 0 MB stacks, 0 MB globals, 1 P{}\n",
      c.number, static_cast<double>(c.start) / 1e9, static_cast<int>(gc_share * 100), first, third, first, third,
      c.before >> 20, c.before >> 20, c.after >> 20, c.goal >> 20, c.cause == "forced" ? " (forced)" : "");
}

}  // namespace govm::profiler
