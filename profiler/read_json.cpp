// Reads a recorded run: the inverse of report_json.cpp.
#include <nlohmann/json.hpp>

#include "profiler/profile.h"

namespace govm::profiler {
namespace {

using Json = nlohmann::json;

template <typename T>
void read(const Json& object, const char* key, T& out) {
  const auto at = object.find(key);
  if (at != object.end() && !at->is_null()) out = at->get<T>();
}

CycleRow read_cycle(const Json& j) {
  CycleRow c;
  read(j, "n", c.number);
  read(j, "start_ns", c.start);
  read(j, "cause", c.cause);
  read(j, "before", c.before);
  read(j, "after", c.after);
  read(j, "objects", c.objects);
  read(j, "live", c.live);
  read(j, "freed", c.freed);
  read(j, "roots_ns", c.roots);
  read(j, "mark_ns", c.mark);
  read(j, "sweep_ns", c.sweep);
  read(j, "background_ns", c.background);
  read(j, "pause_ns", c.pause);
  read(j, "longest_ns", c.longest);
  read(j, "goal", c.goal);
  return c;
}

SiteRow read_site(const Json& j) {
  SiteRow s;
  read(j, "file", s.file);
  read(j, "line", s.line);
  read(j, "col", s.column);
  read(j, "func", s.function);
  read(j, "value", s.value);
  read(j, "callee", s.callee);
  read(j, "type", s.type);
  s.placed = j.value("placed", "heap") == "frame" ? Placement::Frame : Placement::Heap;
  read(j, "allocs", s.allocs);
  read(j, "bytes", s.bytes);
  read(j, "exit", s.at_exit);
  read(j, "exit_bytes", s.exit_bytes);
  read(j, "exit_old", s.exit_old);
  read(j, "met_gc", s.met_cycle);
  read(j, "survived", s.survived);
  read(j, "size", s.size);
  read(j, "class", s.size_class);
  read(j, "reason", s.why);
  for (const Json& step : j.value("flow", Json::array())) s.flow.push_back({step.at(0), step.at(1)});
  return s;
}

void read_samples(const Json& stacks, Profile& p) {
  std::vector<StackPlace> frames;
  for (const Json& f : stacks.value("frames", Json::array())) frames.push_back({f.at(0), f.at(1), f.at(2), f.at(3), f.at(4)});
  for (const Json& j : stacks.value("samples", Json::array())) {
    StackSample s;
    read(j, "site", s.site);
    for (const Json& frame : j.at("stack")) s.stack.push_back(frames.at(frame.get<size_t>()));
    read(j, "allocs", s.allocs);
    read(j, "bytes", s.bytes);
    read(j, "exit", s.exit_objects);
    read(j, "exit_bytes", s.exit_bytes);
    read(j, "frame_values", s.frame_values);
    read(j, "frame_bytes", s.frame_bytes);
    p.samples.push_back(std::move(s));
  }
}

std::vector<Quantile> read_quantiles(const Json& j) {
  std::vector<Quantile> out;
  for (const Json& pair : j) out.push_back({pair.at(0), pair.at(1)});
  return out;
}

void read_latency(const Json& rows, Profile& p) {
  for (const Json& j : rows) {
    LatencyRow row;
    read(j, "func", row.function);
    read(j, "calls", row.calls);
    row.unfinished = j.value("unfinished", row.unfinished);
    row.quantiles = read_quantiles(j.at("quantiles_ns"));
    row.without_collector = read_quantiles(j.at("without_gc_ns"));
    for (const Json& c : j.at("slowest")) {
      SlowCallRow call;
      read(c, "call", call.number);
      read(c, "start_ns", call.start);
      read(c, "length_ns", call.length);
      read(c, "map_growth_ns", call.map_growth);
      read(c, "map_bytes", call.map_bytes);
      read(c, "slice_growth_ns", call.slice_growth);
      read(c, "slice_bytes", call.slice_bytes);
      call.compiling = c.value("compiling_ns", call.compiling);
      read(c, "scheduling_ns", call.scheduling);
      for (const Json& wait : c.at("gc")) call.collector.push_back({wait.at(0), wait.at(1), wait.at(2)});
      read(c, "rest_ns", call.rest);
      row.slowest.push_back(std::move(call));
    }
    p.latency.push_back(std::move(row));
  }
}

Profile read_profile(const Json& j) {
  Profile p;
  read(j, "govm", p.version);
  read(j, "program", p.program);
  const Json& mode = j.at("mode");
  read(mode, "escape", p.escape);
  p.gogc = mode.at("gogc").is_null() ? -1 : mode.at("gogc").get<int>();
  read(mode, "memlimit", p.memory_limit);
  read(mode, "gc", p.gc_mode);
  read(mode, "clock", p.clock);
  read(mode, "seed", p.seed);
  read(j.at("time_ns"), "total", p.total_time);
  read(j.at("time_ns"), "gc", p.gc_time);
  read(j.at("time_ns"), "background", p.background_time);
  read(j, "instructions", p.instructions);
  const Json& heap = j.at("heap");
  read(heap, "alloc_bytes", p.alloc_bytes);
  read(heap, "alloc_objects", p.alloc_objects);
  read(heap, "freed_bytes", p.freed_bytes);
  read(heap, "freed_objects", p.freed_objects);
  read(heap, "exit_bytes", p.exit_bytes);
  read(heap, "exit_objects", p.exit_objects);
  read(heap, "reachable_bytes", p.reachable_bytes);
  read(heap, "reachable_objects", p.reachable_objects);
  read(heap, "peak_bytes", p.peak_bytes);
  read(heap, "next_goal", p.next_goal);
  read(j.at("frames"), "bytes", p.frame_bytes);
  read(j.at("frames"), "values", p.frame_values);
  for (const Json& cycle : j.at("cycles")) p.cycles.push_back(read_cycle(cycle));
  if (const Json cut = j.value("unfinished_cycle", Json()); !cut.is_null()) p.unfinished = read_cycle(cut);
  for (const Json& pause : j.value("pauses", Json::array())) {
    p.pauses.push_back({pause.at(0), pause.at(1), pause.at(2), pause.at(3), pause.at(4)});
  }
  for (const Json& site : j.at("sites")) p.sites.push_back(read_site(site));
  for (const Json& row : j.at("size_classes")) p.size_classes.push_back({row.at("size"), row.at("objects"), row.at("rounding")});
  read_samples(j.value("stacks", Json::object()), p);
  read_latency(j.value("latency", Json::array()), p);
  return p;
}

}  // namespace

std::optional<Profile> profile_from_json(const std::string& text) {
  try {
    const Json json = Json::parse(text);
    if (json.value("schema", "") != "govm.gcstats/1") return std::nullopt;
    return read_profile(json);
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace govm::profiler
