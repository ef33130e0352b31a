// Figures derived from a profile: quantiles, utilisation, and the sums that must close.
#include "profiler/profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace govm::profiler {

int64_t pause_quantile(const Profile& profile, double q) {
  if (profile.pauses.empty()) return 0;
  std::vector<int64_t> lengths;
  lengths.reserve(profile.pauses.size());
  for (const Pause& pause : profile.pauses) lengths.push_back(pause.length);
  double rank = std::ceil(q * static_cast<double>(lengths.size()));
  size_t index = rank < 1 ? 0 : std::min(lengths.size(), static_cast<size_t>(rank)) - 1;
  std::nth_element(lengths.begin(), lengths.begin() + index, lengths.end());
  return lengths[index];
}

std::string place_text(const SiteRow& site, bool column) {
  if (site.line == 0) return site.file;
  return column ? fmt::format("{}:{}:{}", site.file, site.line, site.column) : fmt::format("{}:{}", site.file, site.line);
}

int64_t longest_processor_pause(const Profile& profile) {
  int64_t longest = 0;
  for (const Pause& pause : profile.pauses) longest = std::max(longest, pause.processor);
  return longest;
}

double minimum_mutator_utilisation(const Profile& profile, int64_t length) {
  if (profile.pauses.empty() || length <= 0) return 1;
  length = std::min(length, std::max<int64_t>(profile.total_time, 1));
  // The worst window begins where a pause begins or ends where one ends.
  const std::vector<Pause>& pauses = profile.pauses;
  std::vector<int64_t> sum(pauses.size() + 1, 0);  // pause time before the i-th pause
  for (size_t i = 0; i < pauses.size(); i++) sum[i + 1] = sum[i] + pauses[i].length;
  auto stopped_before = [&](int64_t time) {
    auto next = std::upper_bound(pauses.begin(), pauses.end(), time, [](int64_t t, const Pause& pause) { return t < pause.start; });
    if (next == pauses.begin()) return int64_t{0};
    size_t index = next - pauses.begin() - 1;
    return sum[index] + std::min(pauses[index].length, time - pauses[index].start);
  };
  int64_t worst = 0;
  int64_t last_start = std::max<int64_t>(0, profile.total_time - length);
  for (const Pause& pause : pauses) {
    for (int64_t start : {pause.start, pause.start + pause.length - length}) {
      start = std::clamp<int64_t>(start, 0, last_start);
      worst = std::max(worst, stopped_before(start + length) - stopped_before(start));
    }
  }
  return std::max(0.0, 1 - static_cast<double>(worst) / static_cast<double>(length));
}

std::vector<std::string> check_sums(const Profile& profile) {
  std::vector<std::string> wrong;
  auto expect = [&](std::string_view what, uint64_t left, uint64_t right) {
    if (left != right) wrong.push_back(fmt::format("{}: {} is not {}", what, left, right));
  };
  expect("objects allocated - freed = at exit", profile.alloc_objects - profile.freed_objects, profile.exit_objects);
  expect("bytes allocated - freed = at exit", profile.alloc_bytes - profile.freed_bytes, profile.exit_bytes);
  auto expect_at_most = [&](std::string_view what, uint64_t part, uint64_t whole) {
    if (part > whole) wrong.push_back(fmt::format("{}: {} is more than {}", what, part, whole));
  };
  uint64_t objects = 0, bytes = 0, at_exit = 0, frame_values = 0, frame_bytes = 0;
  for (const SiteRow& site : profile.sites) {
    expect_at_most("objects of a site at exit, of those made", site.at_exit, site.allocs);
    expect_at_most("objects that survived, of those at exit", site.exit_old, site.at_exit);
    expect_at_most("objects that survived their first collection, of those that met one", site.survived, site.met_cycle);
    if (site.placed == Placement::Heap) {
      objects += site.allocs;
      bytes += site.bytes;
      at_exit += site.at_exit;
    } else {
      frame_values += site.allocs;
      frame_bytes += site.bytes;
    }
  }
  expect("objects of the sites = objects allocated", objects, profile.alloc_objects);
  expect("bytes of the sites = bytes allocated", bytes, profile.alloc_bytes);
  expect("objects of the sites at exit = objects at exit", at_exit, profile.exit_objects);
  expect("values of the frame sites = values in frames", frame_values, profile.frame_values);
  expect("bytes of the frame sites = bytes in frames", frame_bytes, profile.frame_bytes);
  uint64_t freed = 0;
  uint64_t cycle_pauses = 0, pauses = 0;
  for (const CycleRow& cycle : profile.cycles) {
    freed += cycle.freed;
    cycle_pauses += static_cast<uint64_t>(cycle.pause);
  }
  if (profile.unfinished) cycle_pauses += static_cast<uint64_t>(profile.unfinished->pause);
  for (const Pause& pause : profile.pauses) pauses += static_cast<uint64_t>(pause.length);
  expect("objects freed by the cycles = objects freed", freed, profile.freed_objects);
  expect("pauses of the cycles = the collector's time", cycle_pauses, static_cast<uint64_t>(profile.gc_time));
  expect("pauses = the collector's time", pauses, static_cast<uint64_t>(profile.gc_time));
  return wrong;
}

}  // namespace govm::profiler
