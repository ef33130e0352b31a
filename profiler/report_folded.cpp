// --alloc-profile=FILE.folded: one line a stack, outermost first, with its heap bytes; what flame graph tools read.
#include <fmt/format.h>

#include <map>

#include "profiler/report.h"

namespace govm::profiler {

std::string report_folded(const Profile& profile) {
  std::map<std::string, uint64_t> lines;
  for (const StackSample& sample : profile.samples) {
    if (sample.bytes == 0) continue;
    std::string line;
    for (auto place = sample.stack.rbegin(); place != sample.stack.rend(); ++place) line += place->function + ";";
    lines[line + place_text(profile.sites[sample.site], false)] += sample.bytes;
  }
  std::string out;
  for (const auto& [line, bytes] : lines) out += fmt::format("{} {}\n", line, bytes);
  return out;
}

}  // namespace govm::profiler
