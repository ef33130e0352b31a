// --alloc-profile=FILE.cov: allocations as go tool cover shows them, a heat map of the source.
#include <fmt/format.h>

#include <sstream>

#include "profiler/report.h"

namespace govm::profiler {
namespace {

// Columns of the lines' ends, from 1; index is the line less 1.
std::vector<size_t> line_ends(const std::string& text) {
  std::vector<size_t> ends;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) ends.push_back(line.size() + 1);
  return ends;
}

}  // namespace

std::string report_cover(const Profile& profile, const std::map<std::string, std::string>& sources) {
  std::string out = "mode: count\n";
  for (const auto& [file, text] : sources) {
    const std::vector<size_t> ends = line_ends(text);
    std::map<std::pair<int, int>, uint64_t> counts;
    for (const SiteRow& site : profile.sites) {
      if (site.file == file && site.placed == Placement::Heap && site.line > 0) counts[{site.line, site.column}] += site.allocs;
    }
    // The tool wants paths of files, not of packages.
    const std::string path = file.starts_with("./") || file.starts_with("/") ? file : "./" + file;
    for (const auto& [place, count] : counts) {
      const auto [line, column] = place;
      if (static_cast<size_t>(line) > ends.size()) continue;
      out += fmt::format("{}:{}.{},{}.{} 1 {}\n", path, line, column, line, ends[line - 1], count);
    }
  }
  return out;
}

}  // namespace govm::profiler
