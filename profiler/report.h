// The reports: one function from a Profile to text for each form.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "profiler/profile.h"

namespace govm::profiler {

// The report of --gc-stats: header lines, cycles, the `top` sites by bytes (0: all), size classes.
std::string report_text(const Profile& profile, uint64_t top);

// One JSON object, schema "govm.gcstats/1"; keys are only ever added.
std::string report_json(const Profile& profile);

// One self-contained page: no network, opens from a mail attachment. `sources` maps the files of the rows
// to their text; `other` (may be null) fills the compare section.
std::string report_html(const Profile& profile, const std::map<std::string, std::string>& sources, const Profile* other);

// The collections as CSV with a header row.
std::string report_csv(const Profile& profile);

// The collections and the heap's size in the Chrome trace format.
std::string report_trace(const Profile& profile);

// The line GODEBUG=gctrace=1 prints for a collection. First phase = roots and mark, third = sweep, both
// stopped, nothing between: first + third is the pause for any parser of these lines.
// `gc_share` is the collector's share of the time since start, 0 to 1.
std::string gctrace_line(const CycleRow& cycle, double gc_share);

}  // namespace govm::profiler
