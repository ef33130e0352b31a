// Reads a recorded run: the inverse of report_json.cpp. The schema says what a record holds, so what has passed it is read without
// further looks; then what one count says of another.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "profiler/profile.h"
#include "profiler/schema.h"

// The schema lies in the program as it is in the repository.
asm(".section .rodata\n"
    "govm_record_schema_begin:\n"
    ".incbin \"" GOVM_RECORD_SCHEMA
    "\"\n"
    "govm_record_schema_end:\n"
    ".byte 0\n"
    ".previous\n");
extern "C" const char govm_record_schema_begin[];
extern "C" const char govm_record_schema_end[];

namespace govm::profiler {
namespace {

using Json = nlohmann::json;

template <typename T>
void read(const Json& object, const char* key, T& out) {
  object.at(key).get_to(out);
}

void read_goal(const Json& object, const char* key, uint64_t& out) {
  const Json& goal = object.at(key);
  out = goal.is_null() ? kNoGoal : goal.get<uint64_t>();
}

CycleRow read_cycle(const Json& j) {
  CycleRow c;
  read(j, "n", c.number);
  read(j, "start_ns", c.start);
  read(j, "end_ns", c.end);
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
  read_goal(j, "goal", c.goal);
  read(j, "end_sweep_ns", c.end_sweep);
  read(j, "end_background_ns", c.end_background);
  read(j, "end_pause_ns", c.end_pause);
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
  s.placed = j.at("placed") == "frame" ? Placement::Frame : Placement::Heap;
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
  for (const Json& step : j.at("flow")) s.flow.push_back({step.at(0), step.at(1)});
  return s;
}

void read_samples(const Json& stacks, Profile& p) {
  std::vector<StackPlace> frames;
  for (const Json& f : stacks.at("frames")) frames.push_back({f.at(0), f.at(1), f.at(2), f.at(3), f.at(4)});
  for (const Json& j : stacks.at("samples")) {
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
    read(j, "unfinished", row.unfinished);
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
      read(c, "compiling_ns", call.compiling);
      read(c, "scheduling_ns", call.scheduling);
      read(c, "idle_ns", call.idle);
      for (const Json& wait : c.at("gc")) call.collector.push_back({wait.at(0), wait.at(1), wait.at(2)});
      read(c, "rest_ns", call.rest);
      row.slowest.push_back(std::move(call));
    }
    p.latency.push_back(std::move(row));
  }
}

WhyAlive read_why_alive(const Json& j) {
  WhyAlive why;
  read(j, "site", why.site);
  read(j, "is_site", why.is_site);
  read(j, "nearest", why.nearest);
  read(j, "made", why.made);
  read(j, "objects", why.objects);
  read(j, "root", why.root);
  for (const Json& object : j.at("path")) why.path.push_back({object.at(0), object.at(1), object.at(2)});
  return why;
}

Profile read_profile(const Json& j) {
  Profile p;
  read(j, "govm", p.version);
  read(j, "program", p.program);
  const Json& mode = j.at("mode");
  read(mode, "escape", p.escape);
  if (const Json& gogc = mode.at("gogc"); gogc.is_null()) {
    p.gogc = -1;
  } else {
    gogc.get_to(p.gogc);
  }
  if (const Json& limit = mode.at("memlimit"); !limit.is_null()) limit.get_to(p.memory_limit);
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
  read_goal(heap, "next_goal", p.next_goal);
  read(j.at("frames"), "bytes", p.frame_bytes);
  read(j.at("frames"), "values", p.frame_values);
  for (const Json& cycle : j.at("cycles")) p.cycles.push_back(read_cycle(cycle));
  if (const Json& cut = j.at("unfinished_cycle"); !cut.is_null()) p.unfinished = read_cycle(cut);
  for (const Json& pause : j.at("pauses")) {
    p.pauses.push_back({pause.at(0), pause.at(1), pause.at(2), pause.at(3), pause.at(4)});
  }
  for (const Json& site : j.at("sites")) p.sites.push_back(read_site(site));
  for (const Json& row : j.at("size_classes")) p.size_classes.push_back({row.at("size"), row.at("objects"), row.at("rounding")});
  read_samples(j.at("stacks"), p);
  read_latency(j.at("latency"), p);
  if (const Json& why = j.at("why_alive"); !why.is_null()) p.why_alive = read_why_alive(why);
  return p;
}

// What stands in the list of another list's items.
std::string find_missing_item(const Json& stacks, size_t sites) {
  for (const Json& sample : stacks.at("samples")) {
    if (sample.at("site") >= sites) return fmt::format("$.stacks.samples: there is no site {}", sample.at("site").dump());
    for (const Json& frame : sample.at("stack")) {
      if (frame >= stacks.at("frames").size()) return fmt::format("$.stacks.samples: there is no frame {}", frame.dump());
    }
  }
  return "";
}

// Pauses come one after the other, within the run; only then can they be summed up.
std::string find_wrong_pause(const Profile& profile) {
  int64_t free = 0;
  for (size_t i = 0; i < profile.pauses.size(); i++) {
    const Pause& pause = profile.pauses[i];
    if (pause.start < free) return fmt::format("$.pauses[{}]: it begins before the last one ends", i);
    free = pause.start + pause.length;
  }
  if (free > profile.total_time) return "$.pauses: the last one ends behind the run";
  return "";
}

const Json& record_schema() {
  static const Json schema = Json::parse(govm_record_schema_begin, govm_record_schema_end);
  return schema;
}

}  // namespace

Result<Profile> profile_from_json(const std::string& text) {
  size_t end = 0;
  Json json;
  try {
    json = Json::parse(text);
  } catch (const Json::parse_error& error) {
    end = error.byte;
  } catch (const Json::exception&) {
    end = text.size();
  }
  const Json& schema = record_schema();
  const std::string& id = schema.at("$id").get_ref<const std::string&>();
  if (!json.is_object() || !json.contains("schema")) {
    const std::string why = end != 0 ? fmt::format(": no JSON at byte {} of {}", end, text.size()) : "";
    return Error{fmt::format("no recorded run (govm run --record=FILE makes one){}", why)};
  }
  if (json.at("schema") != id) return Error{fmt::format("a record of the form {}; this govm reads {}", json.at("schema").dump(), id)};
  std::string wrong = find_violation(json, schema);
  if (wrong.empty()) wrong = find_missing_item(json.at("stacks"), json.at("sites").size());
  if (!wrong.empty()) return Error{"not a whole record: " + wrong};
  Profile profile = read_profile(json);
  wrong = find_wrong_pause(profile);
  if (wrong.empty()) {
    if (const std::vector<std::string> open = check_sums(profile); !open.empty()) wrong = open.front();
  }
  if (!wrong.empty()) return Error{"its counts do not fit together: " + wrong};
  return profile;
}

}  // namespace govm::profiler
