// Joins records, sites and cycles.
#include "profiler/collect.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/source_file.h"
#include "gc/heap.h"
#include "vm/bytecode/program.h"
#include "vm/exec/charge.h"

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

std::string_view kind_name(gc::PauseKind kind) {
  switch (kind) {
    case gc::PauseKind::Whole: return "whole";
    case gc::PauseKind::Open: return "open";
    case gc::PauseKind::Mark: return "mark";
    case gc::PauseKind::Close: return "close";
    case gc::PauseKind::Sweep: return "sweep";
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

void place(const bytecode::Program& program, Pos pos, SiteRow& row) {
  if (!program.source_map || !pos) return;
  Position position = program.source_map->resolve(pos);
  row.file = position.file;
  row.line = static_cast<int>(position.line);
  row.column = static_cast<int>(position.column);
}

// The row of a site without its counts.
SiteRow describe_site(const bytecode::Program& program, const bytecode::Site& site) {
  SiteRow row;
  place(program, site.pos, row);
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

// Why a value is on the heap that escape analysis let stay in a frame, to be read behind its reason; empty if it did not.
std::string why_on_heap(const bytecode::Site& site, const Profile& mode) {
  if (!site.may_stay) return {};
  if (mode.escape == "off") return "; on the heap by --escape=off";
  if (site.buffer_bytes != 0) return fmt::format("; longer than its {} B in the frame", site.buffer_bytes);
  return {};
}

// A call of a user's function to std: where it stands (nowhere in the function that runs the initialisers and main), in what, of what.
// Calls that were inlined have left their places in the line table.
struct CallPlace {
  Pos pos;
  std::string function;
  std::string callee;
};

CallPlace place_of(const bytecode::Program& program, const bytecode::UserCall& call) {
  CallPlace place{{}, program.function(call.caller).name, program.function(call.callee).name};
  const bytecode::LineEntry* line = program.function(call.caller).line_at(call.cell);
  if (line == nullptr) return place;
  place.pos = line->pos;
  bytecode::InlineContextId at = line->inline_context;
  for (; at && program.inline_context(at).standard; at = program.inline_context(at).parent) {
    place.pos = program.inline_context(at).call_pos;
    place.callee = program.inline_context(at).callee;
  }
  if (at) place.function = program.inline_context(at).callee;
  return place;
}

// The row of what std allocates in a user's call.
SiteRow describe_call(const bytecode::Program& program, const bytecode::UserCall& call) {
  SiteRow row;
  CallPlace at = place_of(program, call);
  row.function = at.function;
  if (!at.pos) {
    row.file = "(start of std)";
    row.value = "package variables";
    row.why = "made before main";
    return row;
  }
  place(program, at.pos, row);
  row.callee = at.callee;
  row.value = row.callee;
  row.why = "allocated by " + row.callee;
  return row;
}

// Rows of one place and one placement under one key, so that records which differ only in layout
// (header, groups and directory of a map) stand as one row: a site, or a place and the function of std called there.
struct RowKey {
  uint32_t site = 0;
  Pos call{};
  std::string callee{};
  Placement placement = Placement::Heap;
  friend auto operator<=>(const RowKey&, const RowKey&) = default;
};

// The first site of the same place and value: copies of an inlined function stand as one.
std::vector<uint32_t> first_copies(const bytecode::Program& program) {
  std::map<std::tuple<Pos, std::string_view, std::string_view, uint32_t>, uint32_t> known;
  std::vector<uint32_t> first{0};
  for (uint32_t id = 1; id < program.site_count(); ++id) {
    const bytecode::Site& site = program.site(bytecode::SiteId(id));
    first.push_back(known.try_emplace({site.pos, site.function_name, site.what, site.type.index()}, id).first->second);
  }
  return first;
}

// Keys of rows that stand for no site.
constexpr uint32_t kTinyUnused = UINT32_MAX;
constexpr uint32_t kStdStart = UINT32_MAX - 1;
constexpr uint32_t kStdFrames = UINT32_MAX - 2;

RowKey key_of(const bytecode::Program& program, const gc::Record& record, std::span<const bytecode::UserCall> calls,
              std::span<const uint32_t> first) {
  if (record.caller == 0) return {.site = record.site < first.size() ? first[record.site] : record.site};
  CallPlace at = place_of(program, calls[record.caller - 1]);
  if (!at.pos) return {.site = kStdStart};
  return {.site = 0, .call = at.pos, .callee = std::move(at.callee)};
}

uint64_t frame_size(const bytecode::Program& program, const bytecode::Site& site) {
  if (site.buffer_bytes != 0) return site.buffer_bytes;
  return site.type ? program.type(site.type).size : 0;
}

// The row of a site without its counts, for values that lie in a frame.
SiteRow describe_frame_site(const bytecode::Program& program, const bytecode::Site& site) {
  SiteRow row = describe_site(program, site);
  row.placed = Placement::Frame;
  row.size = frame_size(program, site);
  return row;
}

SiteRow frames_of_std() {
  SiteRow row;
  row.file = "(std)";
  row.value = "variables";
  row.placed = Placement::Frame;
  row.why = "in frames of functions of std";
  return row;
}

// Rows and samples under way.
class Rows {
 public:
  Rows(const gc::Heap& heap, const bytecode::Program& program, const RunFacts& facts)
      : heap_(heap), program_(program), facts_(facts), first_(first_copies(program)) {}

  void add_heap() {
    const gc::Heap::InUseTable table = heap_.in_use();
    const std::vector<gc::Heap::InUse>& in_use = table.records;
    exit_bytes_ = table.bytes;
    for (gc::RecordId id = 1; id < heap_.record_count(); id++) {
      const gc::RecordStats stats = heap_.record_stats(id);
      if (stats.allocs == 0) continue;
      const gc::Record& record = heap_.record(id);
      const RowKey key = key_of(program_, record, facts_.user_calls, first_);
      auto [at, fresh] = rows_.try_emplace(key);
      SiteRow& row = at->second;
      if (fresh) row = describe_record(program_, record, facts_);
      row.allocs += stats.allocs;
      row.bytes += stats.bytes;
      row.at_exit += in_use[id].objects;
      row.exit_bytes += in_use[id].bytes;
      row.exit_old += in_use[id].old;
      row.met_cycle += stats.met_cycle;
      row.survived += stats.survived;
      row.size_class = row.bytes % row.allocs == 0 ? row.bytes / row.allocs : 0;
      StackSample& sample = samples_[{key, record.stack}];
      sample.allocs += stats.allocs;
      sample.bytes += stats.bytes;
      sample.exit_objects += in_use[id].objects;
      sample.exit_bytes += in_use[id].bytes;
    }
    if (uint64_t unused = heap_.tiny_unused_bytes()) {
      SiteRow row;
      row.file = "(tiny blocks, unused)";
      row.bytes = unused;
      // What the parts in use do not take of their blocks.
      uint64_t taken = 0;
      for (const gc::Heap::InUse& record : in_use) taken += record.bytes;
      row.exit_bytes = exit_bytes_ > taken ? exit_bytes_ - taken : 0;
      rows_[{.site = kTinyUnused}] = row;
      StackSample& sample = samples_[{{.site = kTinyUnused}, 0}];
      sample.bytes = unused;
      sample.exit_bytes = row.exit_bytes;
    }
  }

  void add_frames() {
    for (gc::RecordId id = 1; id < facts_.frame_values.size(); id++) {
      const uint64_t count = facts_.frame_values[id];
      if (count == 0) continue;
      const gc::Record& record = heap_.record(id);
      const bytecode::Site& site = program_.site(bytecode::SiteId(record.site));
      // What functions of std keep in their frames is no line of the user's.
      const bool in_std = program_.function(site.function).flags.standard;
      const uint32_t own_key = record.site < first_.size() ? first_[record.site] : record.site;
      const RowKey key{.site = in_std ? kStdFrames : own_key, .placement = Placement::Frame};
      auto [at, fresh] = rows_.try_emplace(key);
      SiteRow& row = at->second;
      if (fresh) row = in_std ? frames_of_std() : describe_frame_site(program_, site);
      const uint64_t bytes = count * frame_size(program_, site);
      row.allocs += count;
      row.bytes += bytes;
      StackSample& sample = samples_[{key, record.stack}];
      sample.frame_values += count;
      sample.frame_bytes += bytes;
    }
  }

  // Heap first, by bytes; samples in the order of their sites.
  void take(Profile& profile) {
    std::vector<std::pair<RowKey, SiteRow>> ordered(rows_.begin(), rows_.end());
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) {
      if (a.second.placed != b.second.placed) return a.second.placed == Placement::Heap;
      return a.second.bytes > b.second.bytes;
    });
    profile.exit_bytes = exit_bytes_;
    std::map<RowKey, size_t> index_of;
    for (auto& [key, row] : ordered) {
      index_of[key] = profile.sites.size();
      if (row.placed == Placement::Frame) {
        profile.frame_values += row.allocs;
        profile.frame_bytes += row.bytes;
      }
      profile.sites.push_back(std::move(row));
    }
    for (auto& [key, sample] : samples_) {
      sample.site = index_of[key.first];
      sample.stack = stack_of(key.second, profile.sites[sample.site]);
      profile.samples.push_back(std::move(sample));
    }
    std::stable_sort(profile.samples.begin(), profile.samples.end(), [](const auto& a, const auto& b) { return a.site < b.site; });
  }

 private:
  std::vector<StackPlace> stack_of(uint32_t stack, const SiteRow& site) const {
    std::vector<StackPlace> places;
    if (facts_.stacks != nullptr) {
      for (; stack != 0; stack = facts_.stacks->frames()[stack].outer) add_places(facts_.stacks->frames()[stack], places);
    }
    if (places.empty()) places.push_back({site.function.empty() ? site.file : site.function, site.file, site.line, site.column, 0});
    return places;
  }

  // Calls that were inlined are frames of their own, innermost first.
  void add_places(const exec::StackTree::Frame& frame, std::vector<StackPlace>& places) const {
    const bytecode::Function& function = program_.function(frame.function);
    const bytecode::LineEntry* entry = function.line_at(frame.cell);
    Pos pos = entry != nullptr ? entry->pos : function.pos;
    bytecode::InlineContextId context = entry != nullptr ? entry->inline_context : bytecode::InlineContextId();
    while (context) {
      const bytecode::InlineContext& inlined = program_.inline_context(context);
      places.push_back(place_at(inlined.callee, pos, Pos{}));
      pos = inlined.call_pos;
      context = inlined.parent;
    }
    places.push_back(place_at(function.name, pos, function.pos));
  }

  StackPlace place_at(const std::string& function, Pos pos, Pos start) const {
    StackPlace out;
    out.function = function;
    if (program_.source_map == nullptr) return out;
    if (pos) {
      const Position position = program_.source_map->resolve(pos);
      out.file = position.file;
      out.line = static_cast<int>(position.line);
      out.column = static_cast<int>(position.column);
    }
    if (start) out.start_line = static_cast<int>(program_.source_map->resolve(start).line);
    return out;
  }

  const gc::Heap& heap_;
  const bytecode::Program& program_;
  const RunFacts& facts_;
  const std::vector<uint32_t> first_;
  std::map<RowKey, SiteRow> rows_;
  std::map<std::pair<RowKey, uint32_t>, StackSample> samples_;  // by row and stack
  uint64_t exit_bytes_ = 0;                                     // of all objects, as the walk over the heap finds them
};

void add_cycles(const gc::Heap& heap, std::span<const CycleRow> ended, Profile& profile) {
  for (const gc::CycleRecord& c : heap.cycles()) {
    CycleRow row = cycle_row(c);
    if (const size_t at = profile.cycles.size(); at < ended.size()) {
      row.end_sweep = ended[at].end_sweep;
      row.end_background = ended[at].end_background;
      row.end_pause = ended[at].end_pause;
    }
    profile.cycles.push_back(row);
    profile.background_time += c.background_ns;
  }
  if (const gc::CycleRecord* c = heap.unfinished_cycle()) {
    profile.unfinished = cycle_row(*c);
    profile.background_time += c->background_ns;
  }
  for (const gc::PauseRecord& pause : heap.pauses()) {
    profile.pauses.push_back({pause.start, pause.length, pause.processor, std::string(kind_name(pause.kind)), pause.cycle});
    profile.gc_time += pause.length;
  }
}

}  // namespace

CycleRow cycle_row(const gc::CycleRecord& c) {
  CycleRow row;
  row.number = c.number;
  row.start = c.start;
  row.end = c.end;
  row.cause = cause_name(c.cause);
  row.before = c.live_before;
  row.after = c.live_after;
  row.objects = c.objects_before;
  row.live = c.objects_live;
  row.freed = c.objects_freed;
  row.roots = c.roots_ns;
  row.mark = c.mark_ns;
  row.sweep = row.end_sweep = c.sweep_ns;
  row.background = row.end_background = c.background_ns;
  row.pause = row.end_pause = c.pause_ns;
  row.longest = c.longest_pause_ns;
  row.goal = c.goal;  // what is off is the largest number for the heap, too
  return row;
}

SiteRow describe_record(const bytecode::Program& program, const gc::Record& record, const RunFacts& facts) {
  if (record.caller != 0) return describe_call(program, facts.user_calls[record.caller - 1]);
  SiteRow row;
  if (record.site != 0) {
    const bytecode::Site& site = program.site(bytecode::SiteId(record.site));
    row = describe_site(program, site);
    row.why += why_on_heap(site, facts.mode);
    return row;
  }
  row.file = "(runtime)";
  row.value = "made by the runtime";
  return row;
}

Profile collect(gc::Heap& heap, const bytecode::Program& program, const RunFacts& facts) {
  Profile profile = facts.mode;
  profile.total_time = facts.total_time;
  profile.instructions = facts.instructions;

  gc::MemStats stats = heap.mem_stats();
  profile.alloc_bytes = stats.total_alloc;
  profile.alloc_objects = stats.mallocs;
  profile.freed_objects = stats.frees;
  profile.exit_objects = stats.mallocs - stats.frees;
  profile.freed_bytes = stats.total_alloc - stats.heap_alloc;
  profile.peak_bytes = stats.peak_live;
  profile.next_goal = stats.next_gc;
  gc::Heap::Reachable reachable = heap.reachable();
  profile.reachable_bytes = reachable.bytes;
  profile.reachable_objects = reachable.objects;
  for (const gc::MemStats::Class& row : stats.by_size) {
    if (row.mallocs) profile.size_classes.push_back({row.size, row.mallocs, row.rounding});
  }
  add_cycles(heap, facts.ended, profile);

  Rows rows(heap, program, facts);
  rows.add_heap();
  rows.add_frames();
  rows.take(profile);
  return profile;
}

}  // namespace govm::profiler
