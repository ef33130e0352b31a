// The figures of both sides, the test of their differences (Mann-Whitney), and the table.
#include "profiler/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "profiler/text.h"

namespace govm::profiler {
namespace {

constexpr double kSignificant = 0.05;
constexpr size_t kRunsForInterval = 6;
constexpr size_t kRunsForTest = 4;
constexpr size_t kMostMovers = 8;
constexpr int64_t kWindow = 10'000'000;

// How a figure is written and compared.
enum class Kind { Exact, Time, Share };
constexpr const char* kUnits[] = {"", "ns", "share"};

struct Figure {
  const char* name;
  Kind kind;
  std::function<double(const Profile&)> value;
};

double number(uint64_t value) { return static_cast<double>(value); }

const std::vector<Figure>& figures() {
  static const std::vector<Figure> kFigures = {
      {"wall time", Kind::Time, [](const Profile& p) { return static_cast<double>(p.total_time); }},
      {"VM instructions", Kind::Exact, [](const Profile& p) { return number(p.instructions); }},
      {"heap objects", Kind::Exact, [](const Profile& p) { return number(p.alloc_objects); }},
      {"heap bytes", Kind::Exact, [](const Profile& p) { return number(p.alloc_bytes); }},
      {"GC cycles", Kind::Exact, [](const Profile& p) { return number(p.cycles.size()); }},
      {"GC time", Kind::Time, [](const Profile& p) { return static_cast<double>(p.gc_time); }},
      {"pause p50", Kind::Time, [](const Profile& p) { return static_cast<double>(pause_quantile(p, 0.5)); }},
      {"pause max", Kind::Time, [](const Profile& p) { return static_cast<double>(pause_quantile(p, 1)); }},
      {"MMU 10 ms", Kind::Share, [](const Profile& p) { return minimum_mutator_utilisation(p, kWindow); }},
  };
  return kFigures;
}

std::vector<double> values_of(const ComparedMode& mode, const Figure& figure) {
  std::vector<double> values;
  for (const Profile& run : mode.timed) values.push_back(figure.value(run));
  return values;
}

// Whether a figure is the same in every run: counts are, unless the program itself varies, and under the virtual clock times.
bool repeats(const Figure& figure, const ComparedMode& mode) {
  const std::vector<double> values = values_of(mode, figure);
  if (std::ranges::adjacent_find(values, std::not_equal_to()) != values.end()) return false;
  return mode.counted.gc_mode != "concurrent" && (figure.kind == Kind::Exact || mode.counted.clock == "virtual");
}

std::string value_text(const Figure& figure, const ComparedMode& mode) {
  if (figure.kind == Kind::Exact) return grouped(static_cast<uint64_t>(figure.value(mode.counted)));
  Summary summary = summarise(values_of(mode, figure));
  if (repeats(figure, mode)) summary.spread_known = false;
  if (figure.kind == Kind::Share) return fmt::format("{:.1f} %", 100 * summary.median);
  std::string text = duration_text(static_cast<int64_t>(summary.median));
  if (summary.spread_known) text += fmt::format(" +- {:.0f} %", 100 * summary.spread);
  return text;
}

std::string change_text(double from, double to) {
  if (from == to) return "0.0 %";
  if (from == 0) return "new";
  return fmt::format("{:+.1f} %", 100 * (to - from) / from);
}

struct Verdict {
  std::string change;
  std::string note;
  bool differs = false;
};

// From one value to another, in the words of the figure.
std::string change_text(const Figure& figure, double from, double to) {
  if (figure.kind != Kind::Share || from == to) return change_text(from, to);
  return to > from ? "better" : "worse";
}

Verdict verdict(const Figure& figure, const ComparedMode& a, const ComparedMode& b) {
  const bool exact = repeats(figure, a) && repeats(figure, b);
  if (figure.kind == Kind::Exact) {
    const double from = figure.value(a.counted), to = figure.value(b.counted);
    return {change_text(from, to), exact ? "exact" : "", from != to};
  }
  if (a.counted.clock != b.counted.clock) return {"", "two clocks", false};
  const std::vector<double> from = values_of(a, figure), to = values_of(b, figure);
  const double x = summarise(from).median, y = summarise(to).median;
  if (exact) return {change_text(figure, x, y), "exact", x != y};
  const double p = mann_whitney(from, to);
  const std::string note = fmt::format("(p={:.3f} n={})", p, std::min(from.size(), to.size()));
  if (p > kSignificant) return {"~", note, false};
  return {change_text(figure, x, y), note, true};
}

struct Mover {
  const SiteRow* site;
  uint64_t from = 0;
  uint64_t to = 0;
  uint64_t bytes_from = 0;
  uint64_t bytes_to = 0;
};

std::vector<Mover> movers(const Profile& a, const Profile& b) {
  std::map<std::tuple<std::string, int, int, std::string>, Mover> by_place;
  auto at = [&](const SiteRow& site) -> Mover& {
    Mover& mover = by_place[{site.file, site.line, site.column, site.value}];
    if (mover.site == nullptr || site.placed == Placement::Heap) mover.site = &site;
    return mover;
  };
  for (const SiteRow& site : a.sites) {
    if (site.placed != Placement::Heap) continue;
    at(site).from += site.allocs;
    at(site).bytes_from += site.bytes;
  }
  for (const SiteRow& site : b.sites) {
    if (site.placed != Placement::Heap) continue;
    at(site).to += site.allocs;
    at(site).bytes_to += site.bytes;
  }
  std::vector<Mover> out;
  for (const auto& [place, mover] : by_place) {
    if (mover.from != mover.to || mover.bytes_from != mover.bytes_to) out.push_back(mover);
  }
  auto moved = [](const Mover& m) { return m.bytes_from > m.bytes_to ? m.bytes_from - m.bytes_to : m.bytes_to - m.bytes_from; };
  std::stable_sort(out.begin(), out.end(), [&](const Mover& x, const Mover& y) { return moved(x) > moved(y); });
  if (out.size() > kMostMovers) out.resize(kMostMovers);
  return out;
}

uint64_t most_live(const Profile& p) {
  uint64_t most = 0;
  for (const CycleRow& cycle : p.cycles) most = std::max(most, cycle.live);
  return most;
}

// What too few runs cannot say, in benchstat's words.
std::string needs_more_runs(const ComparedMode& a, const ComparedMode& b) {
  const Figure& time = figures()[0];
  if (a.counted.clock != b.counted.clock || (repeats(time, a) && repeats(time, b))) return "";
  std::string out;
  if (a.timed.size() < kRunsForInterval)
    out += fmt::format(" need >= {} samples for confidence interval at level 0.95\n", kRunsForInterval);
  if (a.timed.size() < kRunsForTest) out += fmt::format(" need >= {} samples to detect a difference at alpha level 0.05\n", kRunsForTest);
  return out;
}

// How the runs ended, and whether they printed the same; empty if all is well.
std::string ends(const ComparedMode& a, const ComparedMode& b) {
  const Outcome &x = a.outcome, &y = b.outcome;
  std::string out;
  if (x.status != y.status || x.last_words != y.last_words) {
    out = fmt::format("{} ends with {}, {} with {}. ", a.name, ending_text(x), b.name, ending_text(y));
  } else if (x.status != 0 || !x.last_words.empty()) {
    out = fmt::format("Both end with {}. ", ending_text(x));
  }
  if (x.output_hash != y.output_hash) out += "They print different things. ";
  return out;
}

// What the figures say, and no more.
std::string reading(const ComparedMode& a, const ComparedMode& b) {
  const Profile &x = a.counted, &y = b.counted;
  std::string out = ends(a, b);
  const std::string objects = change_text(number(x.alloc_objects), number(y.alloc_objects));
  out += x.alloc_objects == y.alloc_objects ? fmt::format("{} and {} make the same number of heap objects", a.name, b.name)
                                            : fmt::format("{} makes {} heap objects for {} of {} ({})", b.name, grouped(y.alloc_objects),
                                                          grouped(x.alloc_objects), a.name, objects);
  const auto before = static_cast<int64_t>(x.cycles.size()), after = static_cast<int64_t>(y.cycles.size());
  if (after != before) {
    out += fmt::format(", with {} {} collection{}", std::abs(before - after), after < before ? "fewer" : "more",
                       std::abs(before - after) == 1 ? "" : "s");
  }
  out += ".";
  if (before == 0 || after == 0) return out;
  const Verdict pause = verdict(figures()[6], a, b), longest = verdict(figures()[7], a, b), mmu = verdict(figures()[8], a, b);
  if (x.clock != y.clock) return out + " Times of two clocks are not compared.";
  if (!pause.differs && !longest.differs) {
    out += pause.note == "exact" ? " Median and longest pause are the same" : " The pauses do not differ significantly";
    out += x.gc_mode != y.gc_mode
               ? "."
               : fmt::format(": their length follows the live objects ({} and {} at most).", grouped(most_live(x)), grouped(most_live(y)));
  } else if (longest.differs) {
    out += fmt::format(" The longest pause changes by {}.", longest.change);
  }
  if (mmu.differs) {
    out += fmt::format(" In the worst 10 ms the program keeps {} of the time instead of {}.", value_text(figures()[8], b),
                       value_text(figures()[8], a));
  }
  return out;
}

double binomial_half(size_t n, size_t k) {
  return std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) - static_cast<double>(n) * std::log(2.0));
}

}  // namespace

bool agree(const Outcome& a, const Outcome& b) { return a.output_hash == b.output_hash && a.status == b.status; }

std::string ending_text(const Outcome& outcome) {
  std::string out = fmt::format("exit status {}", outcome.status);
  if (!outcome.last_words.empty()) out += fmt::format(" ({})", outcome.last_words);
  return out;
}

Summary summarise(std::vector<double> values) {
  Summary out;
  if (values.empty()) return out;
  std::sort(values.begin(), values.end());
  const size_t n = values.size();
  out.median = n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
  // The widest pair of order statistics that misses the median in at most 5 % of all cases.
  double outside = 0;
  size_t k = 0;
  while (k < n / 2 && 2 * (outside + binomial_half(n, k)) <= kSignificant) outside += binomial_half(n, k++);
  if (k == 0 || out.median == 0) return out;
  out.spread_known = true;
  out.spread = std::max(values[n - k] - out.median, out.median - values[k - 1]) / out.median;
  return out;
}

double mann_whitney(const std::vector<double>& a, const std::vector<double>& b) {
  const size_t n = a.size(), m = b.size();
  if (n == 0 || m == 0) return 1;
  double u = 0;
  for (double x : a) {
    for (double y : b) u += x > y ? 1 : x == y ? 0.5 : 0;
  }
  std::vector<double> all(a);
  all.insert(all.end(), b.begin(), b.end());
  std::sort(all.begin(), all.end());
  double ties = 0;
  for (size_t i = 0; i < all.size();) {
    size_t next = i;
    while (next < all.size() && all[next] == all[i]) next++;
    const auto t = static_cast<double>(next - i);
    ties += t * t * t - t;
    i = next;
  }
  if (ties == 0) {
    // ways[j][v]: of i values of a and j of b, orders in which U is v.
    std::vector<std::vector<double>> ways(m + 1, std::vector<double>(n * m + 1));
    for (size_t j = 0; j <= m; j++) ways[j][0] = 1;
    for (size_t i = 1; i <= n; i++) {
      for (size_t j = 1; j <= m; j++) {
        std::vector<double> next(n * m + 1);
        for (size_t v = 0; v <= i * j; v++) next[v] = (v >= j ? ways[j][v - j] : 0) + ways[j - 1][v];
        ways[j] = std::move(next);
      }
    }
    double total = 0, low = 0, high = 0;
    for (size_t v = 0; v <= n * m; v++) {
      total += ways[m][v];
      if (static_cast<double>(v) <= u) low += ways[m][v];
      if (static_cast<double>(v) >= u) high += ways[m][v];
    }
    return std::min(1.0, 2 * std::min(low, high) / total);
  }
  const auto nd = static_cast<double>(n), md = static_cast<double>(m), sum = nd + md;
  const double variance = nd * md / 12 * (sum + 1 - ties / (sum * (sum - 1)));
  if (variance <= 0) return 1;
  const double distance = std::max(0.0, std::abs(u - nd * md / 2) - 0.5);
  return std::erfc(distance / std::sqrt(variance) / std::sqrt(2.0));
}

std::string report_compare(const ComparedMode& a, const ComparedMode& b) {
  const Outcome &x = a.outcome, &y = b.outcome;
  std::string out =
      fmt::format("govm compare  {}  {} run{} each, interleaved   ", b.counted.program, b.timed.size(), b.timed.size() == 1 ? "" : "s");
  out += x.output_hash == y.output_hash ? fmt::format("outputs identical (xxh3 {}, {} bytes)\n", x.output_hash, x.output_bytes)
                                        : fmt::format("outputs differ (xxh3 {}, {} bytes and xxh3 {}, {} bytes)\n", x.output_hash,
                                                      x.output_bytes, y.output_hash, y.output_bytes);
  using enum Table::Align;
  Table table({{"", Left}, {a.name, Right}, {b.name, Right}, {"change", Right}, {"", Left}});
  for (const Figure& figure : figures()) {
    const Verdict v = verdict(figure, a, b);
    table.row({figure.name, value_text(figure, a), value_text(figure, b), v.change, v.note});
  }
  if (!ends(a, b).empty()) {
    table.row({"exit status", fmt::format("{}", x.status), fmt::format("{}", y.status), x.status == y.status ? "same" : "differs", ""});
  }
  out += table.text();
  out += needs_more_runs(a, b);
  const std::vector<Mover> moved = movers(a.counted, b.counted);
  if (!moved.empty()) {
    out += "Biggest movers\n";
    Table rows({{"site", Left}, {"function", Left}, {"value", Left}, {"heap objects", Right}, {"", Left}, {"bytes", Right}});
    for (const Mover& m : moved) {
      const auto bytes = static_cast<int64_t>(m.bytes_to) - static_cast<int64_t>(m.bytes_from);
      rows.row({place_text(*m.site), m.site->function, m.site->value, grouped(m.from), "-> " + grouped(m.to),
                (bytes < 0 ? "-" : "+") + grouped(static_cast<uint64_t>(std::abs(bytes)))});
    }
    out += rows.text();
  }
  return out + "Reading: " + reading(a, b) + "\n";
}

namespace {

nlohmann::ordered_json outcome_json(const Outcome& outcome) {
  return {{"status", outcome.status},
          {"last_words", outcome.last_words},
          {"output_bytes", outcome.output_bytes},
          {"output_xxh3", outcome.output_hash}};
}

}  // namespace

std::string compare_json(const ComparedMode& a, const ComparedMode& b) {
  using Json = nlohmann::ordered_json;
  Json rows = Json::array();
  for (const Figure& figure : figures()) {
    const Verdict v = verdict(figure, a, b);
    const bool counted = figure.kind == Kind::Exact, exact = v.note == "exact";
    Json row = {{"name", figure.name}, {"unit", kUnits[static_cast<size_t>(figure.kind)]}, {"exact", exact}, {"differs", v.differs}};
    for (const auto& [key, mode] : {std::pair{"a", &a}, std::pair{"b", &b}}) {
      if (counted) {
        row[key] = figure.value(mode->counted);
      } else if (exact) {
        row[key] = summarise(values_of(*mode, figure)).median;
      } else {
        const std::vector<double> values = values_of(*mode, figure);
        row[key] = {{"median", summarise(values).median}, {"values", values}};
      }
    }
    if (!counted && !exact && a.counted.clock == b.counted.clock) row["p"] = mann_whitney(values_of(a, figure), values_of(b, figure));
    rows.push_back(std::move(row));
  }
  const Json report = {{"schema", "govm.compare/1"},
                       {"program", b.counted.program},
                       {"a", a.name},
                       {"b", b.name},
                       {"runs", b.timed.size()},
                       {"outputs_identical", a.outcome.output_hash == b.outcome.output_hash},
                       {"outcomes", {{"a", outcome_json(a.outcome)}, {"b", outcome_json(b.outcome)}}},
                       {"figures", rows},
                       {"reading", reading(a, b)}};
  return report.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace govm::profiler
