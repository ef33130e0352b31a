// --why-alive as text.
#include <fmt/format.h>

#include "profiler/report.h"
#include "profiler/text.h"

namespace govm::profiler {

std::string report_why_alive(const WhyAlive& why) {
  std::string out = fmt::format("why alive {}   {} objects allocated now\n", why.site, grouped(why.objects));
  if (why.objects == 0) return out + "  nothing made there is left\n";
  if (why.path.empty()) return out + "  nothing keeps them: the next collection frees them\n";
  out += "  " + why.root + "\n";
  for (const KeptObject& object : why.path) {
    out += fmt::format("  -> {} B made at {}\n", grouped(object.size), object.made);
    if (&object != &why.path.back()) out += fmt::format("     whose pointer at +{} leads on\n", object.offset);
  }
  return out;
}

}  // namespace govm::profiler
