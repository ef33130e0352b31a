// --gc-stats-format=json.
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "profiler/report.h"

namespace govm::profiler {

using Json = nlohmann::ordered_json;

namespace {

Json goal_json(uint64_t goal) { return goal == kNoGoal ? Json() : Json(goal); }

Json cycle_json(const CycleRow& c) {
  return {{"n", c.number},
          {"start_ns", c.start},
          {"end_ns", c.end},
          {"cause", c.cause},
          {"before", c.before},
          {"after", c.after},
          {"objects", c.objects},
          {"live", c.live},
          {"freed", c.freed},
          {"roots_ns", c.roots},
          {"mark_ns", c.mark},
          {"sweep_ns", c.sweep},
          {"background_ns", c.background},
          {"pause_ns", c.pause},
          {"longest_ns", c.longest},
          {"goal", goal_json(c.goal)},
          {"end_sweep_ns", c.end_sweep},
          {"end_background_ns", c.end_background},
          {"end_pause_ns", c.end_pause}};
}

Json site_json(const SiteRow& s) {
  Json flow = Json::array();
  for (const FlowStep& step : s.flow) flow.push_back({step.position, step.word});
  return {{"file", s.file},
          {"line", s.line},
          {"col", s.column},
          {"func", s.function},
          {"value", s.value},
          {"callee", s.callee},
          {"type", s.type},
          {"placed", s.placed == Placement::Heap ? "heap" : "frame"},
          {"allocs", s.allocs},
          {"bytes", s.bytes},
          {"exit", s.at_exit},
          {"exit_bytes", s.exit_bytes},
          {"exit_old", s.exit_old},
          {"met_gc", s.met_cycle},
          {"survived", s.survived},
          {"size", s.size},
          {"class", s.size_class},
          {"reason", s.why},
          {"flow", flow}};
}

// [start, length, processor time, kind, cycle]
Json pauses_json(const Profile& p) {
  Json out = Json::array();
  for (const Pause& pause : p.pauses) out.push_back({pause.start, pause.length, pause.processor, pause.kind, pause.cycle});
  return out;
}

// Frames once, stacks as their indices, innermost first.
Json samples_json(const Profile& p) {
  using Frame = std::tuple<std::string, std::string, int, int, int>;
  std::map<Frame, size_t> ids;
  Json frames = Json::array(), samples = Json::array();
  for (const StackSample& sample : p.samples) {
    Json stack = Json::array();
    for (const StackPlace& f : sample.stack) {
      auto [at, fresh] = ids.try_emplace({f.function, f.file, f.line, f.column, f.start_line}, ids.size());
      if (fresh) frames.push_back({f.function, f.file, f.line, f.column, f.start_line});
      stack.push_back(at->second);
    }
    samples.push_back({{"site", sample.site},
                       {"stack", stack},
                       {"allocs", sample.allocs},
                       {"bytes", sample.bytes},
                       {"exit", sample.exit_objects},
                       {"exit_bytes", sample.exit_bytes},
                       {"frame_values", sample.frame_values},
                       {"frame_bytes", sample.frame_bytes}});
  }
  return {{"frames", frames}, {"samples", samples}};
}

Json quantiles_json(const std::vector<Quantile>& values) {
  Json out = Json::array();
  for (const Quantile& value : values) out.push_back({value.q, value.value});
  return out;
}

Json latency_json(const Profile& p) {
  Json out = Json::array();
  for (const LatencyRow& row : p.latency) {
    Json slowest = Json::array();
    for (const SlowCallRow& call : row.slowest) {
      Json waits = Json::array();
      for (const LatencyWait& wait : call.collector) waits.push_back({wait.cycle, wait.kind, wait.length});
      slowest.push_back({{"call", call.number},
                         {"start_ns", call.start},
                         {"length_ns", call.length},
                         {"map_growth_ns", call.map_growth},
                         {"map_bytes", call.map_bytes},
                         {"slice_growth_ns", call.slice_growth},
                         {"slice_bytes", call.slice_bytes},
                         {"compiling_ns", call.compiling},
                         {"scheduling_ns", call.scheduling},
                         {"idle_ns", call.idle},
                         {"gc", waits},
                         {"rest_ns", call.rest}});
    }
    out.push_back({{"func", row.function},
                   {"calls", row.calls},
                   {"unfinished", row.unfinished},
                   {"quantiles_ns", quantiles_json(row.quantiles)},
                   {"without_gc_ns", quantiles_json(row.without_collector)},
                   {"slowest", slowest}});
  }
  return out;
}

// [size, where and what, offset of the pointer that leads on]
Json why_alive_json(const WhyAlive& why) {
  Json path = Json::array();
  for (const KeptObject& object : why.path) path.push_back({object.size, object.made, object.offset});
  return {{"site", why.site}, {"is_site", why.is_site}, {"nearest", why.nearest},
          {"made", why.made}, {"objects", why.objects}, {"root", why.root},
          {"path", path}};
}

}  // namespace

std::string report_json(const Profile& p) {
  Json mmu = Json::array();
  for (int64_t window : {1'000'000, 10'000'000, 100'000'000}) {
    mmu.push_back({window, minimum_mutator_utilisation(p, window)});
  }
  Json cycles = Json::array();
  for (const CycleRow& cycle : p.cycles) cycles.push_back(cycle_json(cycle));
  Json sites = Json::array();
  for (const SiteRow& site : p.sites) sites.push_back(site_json(site));
  Json classes = Json::array();
  for (const SizeClassRow& row : p.size_classes) {
    classes.push_back({{"size", row.size}, {"objects", row.objects}, {"rounding", row.rounding}});
  }
  Json report = {
      {"schema", "govm.gcstats/1"},
      {"govm", p.version},
      {"program", p.program},
      {"mode",
       {{"escape", p.escape},
        {"gogc", p.gogc < 0 ? Json() : Json(p.gogc)},
        {"memlimit", p.memory_limit < 0 ? Json() : Json(p.memory_limit)},
        {"gc", p.gc_mode},
        {"clock", p.clock},
        {"seed", p.seed}}},
      {"time_ns", {{"total", p.total_time}, {"program", p.total_time - p.gc_time}, {"gc", p.gc_time}, {"background", p.background_time}}},
      {"instructions", p.instructions},
      {"heap",
       {{"alloc_bytes", p.alloc_bytes},
        {"alloc_objects", p.alloc_objects},
        {"freed_bytes", p.freed_bytes},
        {"freed_objects", p.freed_objects},
        {"exit_bytes", p.exit_bytes},
        {"exit_objects", p.exit_objects},
        {"reachable_bytes", p.reachable_bytes},
        {"reachable_objects", p.reachable_objects},
        {"peak_bytes", p.peak_bytes},
        {"next_goal", goal_json(p.next_goal)}}},
      {"frames", {{"bytes", p.frame_bytes}, {"values", p.frame_values}}},
      {"pauses_ns",
       {{"count", p.pauses.size()},
        {"min", pause_quantile(p, 0)},
        {"p50", pause_quantile(p, 0.5)},
        {"p90", pause_quantile(p, 0.9)},
        {"p99", pause_quantile(p, 0.99)},
        {"max", pause_quantile(p, 1)},
        {"max_processor", longest_processor_pause(p)},
        {"sum", p.gc_time}}},
      {"mmu", mmu},
      {"cycles", cycles},
      {"unfinished_cycle", p.unfinished ? cycle_json(*p.unfinished) : Json()},
      {"sites", sites},
      {"size_classes", classes},
      {"pauses", pauses_json(p)},
      {"stacks", samples_json(p)},
      {"latency", latency_json(p)},
      {"why_alive", p.why_alive ? why_alive_json(*p.why_alive) : Json()},
  };
  return report.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace govm::profiler
