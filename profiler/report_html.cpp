// --report=FILE.html: one self-contained page, the data put into report_page.html.
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "profiler/report.h"

// The page lies in the program as it is in the repository.
asm(".section .rodata\n"
    "govm_report_page_begin:\n"
    ".incbin \"" GOVM_REPORT_PAGE
    "\"\n"
    "govm_report_page_end:\n"
    ".byte 0\n"
    ".previous\n");
extern "C" const char govm_report_page_begin[];
extern "C" const char govm_report_page_end[];

namespace govm::profiler {
namespace {

using Json = nlohmann::ordered_json;

// Windows from 10 us to the run's length, four a decade.
Json mmu_curve(const Profile& profile) {
  Json curve = Json::array();
  double last = std::log10(static_cast<double>(std::max<int64_t>(profile.total_time, 1'000'000)));
  for (double exponent = 4; exponent <= last + 0.01; exponent += 0.25) {
    auto window = static_cast<int64_t>(std::pow(10, exponent));
    curve.push_back({window, minimum_mutator_utilisation(profile, window)});
  }
  return curve;
}

// JSON may stand inside a script element only if it cannot close it.
std::string script_safe(std::string json) {
  for (size_t at = 0; (at = json.find("</", at)) != std::string::npos; at += 3) json.replace(at, 2, "<\\/");
  return json;
}

}  // namespace

std::string report_html(const Profile& profile, const std::map<std::string, std::string>& sources, const Compared* compared) {
  Json data = {{"run", Json::parse(report_json(profile))},
               {"other", compared != nullptr ? Json::parse(report_json(compared->other)) : Json()},
               {"comparison", compared != nullptr ? Json::parse(compared->figures) : Json()},
               {"mmu_curve", mmu_curve(profile)},
               {"sources", Json::object()}};
  for (const auto& [file, text] : sources) data["sources"][file] = text;
  std::string page(govm_report_page_begin, govm_report_page_end);
  constexpr std::string_view kMark = "GOVM_DATA";
  page.replace(page.find(kMark), kMark.size(), script_safe(data.dump(-1, ' ', false, Json::error_handler_t::replace)));
  return page;
}

}  // namespace govm::profiler
