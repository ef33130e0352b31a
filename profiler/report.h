// The reports: one function from a Profile to text for each form.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "profiler/profile.h"

namespace govm::profiler {

// The report of --gc-stats: header lines, cycles, the `top` sites by bytes (0: all), size classes, and report_asked.
std::string report_text(const Profile& profile, uint64_t top);

// What was asked about single functions and sites, a paragraph each: the calls of --latency, the way of --why-alive.
std::string report_asked(const Profile& profile);

// One JSON object, schema "govm.gcstats/1"; keys are only ever added.
std::string report_json(const Profile& profile);

// One self-contained page: no network, opens from a mail attachment. `sources` maps the files of the rows
// to their text; `compared` (may be null) fills the compare section.
struct Compared {
  const Profile& other;
  std::string figures;  // what compare_json wrote
};
std::string report_html(const Profile& profile, const std::map<std::string, std::string>& sources, const Compared* compared);

// The collections as CSV with a header row.
std::string report_csv(const Profile& profile);

// The samples for go tool pprof: profile.proto, gzip.
std::string report_pprof(const Profile& profile);

// The samples as folded stacks: "main.main;main.newOrder;./orders.go:12 24000000", heap bytes.
std::string report_folded(const Profile& profile);

// The samples in the format of go tool cover: "./orders.go:12.2,12.40 1 1000000", the count of allocations of a line.
// `sources` maps the files to their text.
std::string report_cover(const Profile& profile, const std::map<std::string, std::string>& sources);

// The collections and the heap's size in the Chrome trace format.
std::string report_trace(const Profile& profile);

// What the calls of a function took and the slowest of them waited for.
std::string report_latency(const LatencyRow& row);

// The way from a root to an object of the site.
std::string report_why_alive(const WhyAlive& why);

// The line GODEBUG=gctrace=1 prints for a collection. First phase = roots and mark, third = sweep, both
// stopped, nothing between: first + third is the pause for any parser of these lines. With a second thread: roots, what
// it marked, the other stops. As in Go what is swept behind the end of marking is in no line.
// `stopped` is the time of all pauses up to its end.
std::string gctrace_line(const CycleRow& cycle, int64_t stopped);

// These lines of a whole run.
std::string report_gctrace(const Profile& profile);

}  // namespace govm::profiler
