// Joins records, sites and cycles.
#include "profiler/collect.h"

#include <algorithm>
#include <map>

#include "base/source_file.h"
#include "gc/heap.h"
#include "vm/bytecode/program.h"

namespace govm::profiler {
namespace {

std::string_view cause_name(gc::Cause cause) {
  switch (cause) {
    case gc::Cause::Goal: return "goal";
    case gc::Cause::MemoryLimit: return "limit";
    case gc::Cause::Forced: return "forced";
    case gc::Cause::Stress: return "stress";
  }
  return "";
}

// Flow lines are "13:9 address-of": the position, a blank, the word.
std::vector<FlowStep> flow_steps(const std::vector<std::string>& lines) {
  std::vector<FlowStep> steps;
  for (const std::string& line : lines) {
    size_t blank = line.find(' ');
    steps.push_back({line.substr(0, blank), blank == std::string::npos ? "" : line.substr(blank + 1)});
  }
  return steps;
}

// The row of a site without its counts.
SiteRow describe_site(const bytecode::Program& program, const bytecode::Site& site) {
  SiteRow row;
  if (program.source_map && site.pos) {
    Position position = program.source_map->resolve(site.pos);
    row.file = position.file;
    row.line = static_cast<int>(position.line);
    row.column = static_cast<int>(position.column);
  }
  row.function = site.function_name;
  row.value = site.what;
  if (site.type) {
    row.type = program.type(site.type).name;
    row.size = program.type(site.type).size;
  }
  row.why = site.why;
  row.flow = flow_steps(site.flow);
  return row;
}

// Rows of one place and one placement under one key, so that records which differ only in layout
// (header, groups and directory of a map) stand as one row.
using RowKey = std::pair<uint32_t, Placement>;

void add_heap_rows(const gc::Heap& heap, const bytecode::Program& program, std::map<RowKey, SiteRow>& rows) {
  std::vector<uint64_t> at_exit = heap.objects_at_exit();
  for (gc::RecordId id = 1; id < heap.record_count(); id++) {
    gc::RecordStats stats = heap.record_stats(id);
    if (stats.allocs == 0) continue;
    uint32_t site = heap.record(id).site;
    auto [at, fresh] = rows.try_emplace({site, Placement::Heap});
    SiteRow& row = at->second;
    if (fresh) {
      if (site != 0) {
        row = describe_site(program, program.site(bytecode::SiteId(site)));
      } else {
        row.file = "(runtime)";
        row.value = "made by the runtime";
      }
    }
    row.placed = Placement::Heap;
    row.allocs += stats.allocs;
    row.bytes += stats.bytes;
    row.at_exit += id < at_exit.size() ? at_exit[id] : 0;
    row.met_cycle += stats.met_cycle;
    row.survived += stats.survived;
    if (row.allocs) row.size_class = row.bytes % row.allocs == 0 ? row.bytes / row.allocs : 0;
  }
  if (uint64_t unused = heap.tiny_unused_bytes()) {
    SiteRow row;
    row.file = "(tiny blocks, unused)";
    row.bytes = unused;
    rows[{UINT32_MAX, Placement::Heap}] = row;
  }
}

void add_frame_rows(const bytecode::Program& program, std::span<const uint64_t> counts, std::map<RowKey, SiteRow>& rows) {
  for (size_t site = 1; site < counts.size(); site++) {
    if (counts[site] == 0) continue;
    const bytecode::Site& made = program.site(bytecode::SiteId(static_cast<uint32_t>(site)));
    SiteRow row = describe_site(program, made);
    row.placed = Placement::Frame;
    row.allocs = counts[site];
    if (made.buffer_bytes != 0) row.size = made.buffer_bytes;
    row.bytes = counts[site] * row.size;
    rows[{static_cast<uint32_t>(site), Placement::Frame}] = row;
  }
}

void add_cycles(const gc::Heap& heap, Profile& profile) {
  for (const gc::CycleRecord& c : heap.cycles()) {
    CycleRow row;
    row.number = c.number;
    row.start = c.start;
    row.cause = cause_name(c.cause);
    row.before = c.live_before;
    row.after = c.live_after;
    row.objects = c.objects_before;
    row.live = c.objects_live;
    row.freed = c.objects_freed;
    row.roots = c.roots_ns;
    row.mark = c.mark_ns;
    row.sweep = c.sweep_ns;
    row.pause = c.pause_ns;
    row.longest = c.longest_pause_ns;
    row.goal = c.goal;
    profile.cycles.push_back(row);
  }
  for (const gc::PauseRecord& pause : heap.pauses()) {
    profile.pauses.push_back({pause.start, pause.length});
    profile.gc_time += pause.length;
  }
}

}  // namespace

Profile collect(gc::Heap& heap, const bytecode::Program& program, const RunFacts& facts) {
  Profile profile = facts.mode;
  profile.total_time = facts.total_time;
  profile.instructions = facts.instructions;

  gc::MemStats stats = heap.mem_stats();
  profile.alloc_bytes = stats.total_alloc;
  profile.alloc_objects = stats.mallocs;
  profile.freed_objects = stats.frees;
  profile.exit_bytes = stats.heap_alloc;
  profile.exit_objects = stats.mallocs - stats.frees;
  profile.freed_bytes = stats.total_alloc - stats.heap_alloc;
  profile.peak_bytes = stats.peak_live;
  profile.next_goal = stats.next_gc;
  gc::Heap::Reachable reachable = heap.reachable();
  profile.reachable_bytes = reachable.bytes;
  profile.reachable_objects = reachable.objects;
  for (const gc::MemStats::Class& row : stats.by_size) {
    if (row.mallocs) profile.size_classes.push_back({row.size, row.mallocs, 0});
  }
  add_cycles(heap, profile);

  std::map<RowKey, SiteRow> rows;
  add_heap_rows(heap, program, rows);
  add_frame_rows(program, facts.frame_site_counts, rows);
  for (auto& [key, row] : rows) {
    if (row.placed == Placement::Frame) {
      profile.frame_values += row.allocs;
      profile.frame_bytes += row.bytes;
    }
    profile.sites.push_back(std::move(row));
  }
  std::stable_sort(profile.sites.begin(), profile.sites.end(), [](const SiteRow& a, const SiteRow& b) {
    if (a.placed != b.placed) return a.placed == Placement::Heap;
    return a.bytes > b.bytes;
  });
  return profile;
}

}  // namespace govm::profiler
