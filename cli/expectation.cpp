// Reads `check` files, and measures in a run's profile what their lines are about.
#include "cli/expectation.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <sstream>

namespace govm::cli {
namespace {

std::optional<int64_t> latency_of(const profiler::Profile& profile, const std::string& function, double q) {
  for (const profiler::LatencyRow& row : profile.latency) {
    if (row.function != function) continue;
    for (const profiler::Quantile& quantile : row.quantiles) {
      if (quantile.q == q) return quantile.value;
    }
  }
  return std::nullopt;
}

// Adds up the sites of a function, or all.
int64_t sum_of_sites(const profiler::Profile& profile, const std::string& function, profiler::Placement placed,
                     uint64_t profiler::SiteRow::*member) {
  uint64_t sum = 0;
  for (const profiler::SiteRow& site : profile.sites) {
    if (site.placed == placed && (function.empty() || site.function == function)) sum += site.*member;
  }
  return static_cast<int64_t>(sum);
}

bool read_number(const std::string& text, int64_t& out) {
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

constexpr std::string_view kQuantities[] = {"objects", "bytes", "frames", "cycles", "peak",   "reachable",
                                            "max",     "p50",   "p99",    "p99.9",  "p99.99", "p99.999"};
constexpr std::string_view kRelations[] = {"==", "<", "<=", ">", ">="};

// The words behind "expect" or "task".
std::optional<Expectation> parse_expectation(const std::vector<std::string>& words) {
  if (words.size() != 4 && words.size() != 5) return std::nullopt;
  Expectation out;
  out.is_task = words[0] == "task";
  out.quantity = words[1];
  if (words.size() == 5) out.function = words[2];
  out.relation = words[words.size() - 2];
  const bool known = std::ranges::find(kQuantities, out.quantity) != std::end(kQuantities) &&
                     std::ranges::find(kRelations, out.relation) != std::end(kRelations);
  if (!known || !read_number(words.back(), out.value)) return std::nullopt;
  return out;
}

}  // namespace

std::string Expectation::text() const {
  return fmt::format("{}{}{} {} {}", quantity, function.empty() ? "" : " of ", function, relation, value);
}

std::optional<int64_t> Expectation::measure(const profiler::Profile& profile) const {
  using profiler::Placement;
  using profiler::SiteRow;
  if (quantity == "objects") return sum_of_sites(profile, function, Placement::Heap, &SiteRow::allocs);
  if (quantity == "bytes") return sum_of_sites(profile, function, Placement::Heap, &SiteRow::bytes);
  if (quantity == "frames") return sum_of_sites(profile, function, Placement::Frame, &SiteRow::allocs);
  if (quantity == "cycles") return static_cast<int64_t>(profile.cycles.size());
  if (quantity == "peak") return static_cast<int64_t>(profile.peak_bytes);
  if (quantity == "reachable") return static_cast<int64_t>(profile.reachable_bytes);
  if (quantity == "max") return latency_of(profile, function, 1);
  double percent = 0;
  std::istringstream(quantity.substr(1)) >> percent;
  for (const double q : {0.5, 0.99, 0.999, 0.9999, 0.99999}) {
    if (fmt::format("{:g}", percent) == fmt::format("{:g}", q * 100)) return latency_of(profile, function, q);
  }
  return std::nullopt;
}

bool Expectation::holds(int64_t figure) const {
  if (relation == "==") return figure == value;
  if (relation == "<") return figure < value;
  if (relation == "<=") return figure <= value;
  if (relation == ">") return figure > value;
  return figure >= value;
}

std::optional<std::vector<ExpectedRun>> parse_expectations(std::string_view text, std::string& error) {
  std::vector<ExpectedRun> runs;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream in(line);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    if (words.empty() || words[0].starts_with("#")) continue;
    if (words[0] == "run") {
      runs.push_back({{words.begin() + 1, words.end()}, {}});
      continue;
    }
    std::optional<Expectation> expectation;
    if (words[0] == "expect" || words[0] == "task") expectation = parse_expectation(words);
    if (!expectation || runs.empty()) {
      error = line;
      return std::nullopt;
    }
    runs.back().expectations.push_back(*expectation);
  }
  return runs;
}

}  // namespace govm::cli
