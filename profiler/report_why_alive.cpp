// --why-alive as text.
#include <fmt/format.h>

#include "profiler/report.h"
#include "profiler/text.h"

namespace govm::profiler {

std::string report_why_alive(const WhyAlive& why) {
  if (!why.is_site) {
    std::string out = fmt::format("why alive {}   the program has no allocation site there\n", why.site);
    out += why.nearest.empty() ? "  nor in a file of this name\n" : "  the nearest are\n";
    for (const std::string& place : why.nearest) out += "    " + place + "\n";
    return out;
  }
  std::string out = fmt::format("why alive {}   {} objects allocated now\n", why.site, grouped(why.objects));
  if (why.made == 0) return out + "  none were made there: its values stayed in frames, or the line was not reached\n";
  if (why.objects == 0) return out + fmt::format("  all {} made there have been freed\n", grouped(why.made));
  if (why.path.empty()) return out + "  nothing keeps them: the next collection frees them\n";
  out += "  " + why.root + "\n";
  for (const KeptObject& object : why.path) {
    out += fmt::format("  -> {} B made at {}\n", grouped(object.size), object.made);
    if (&object != &why.path.back()) out += fmt::format("     whose pointer at +{} leads on\n", object.offset);
  }
  return out;
}

}  // namespace govm::profiler
