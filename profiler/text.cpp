// Grouped digits, units of time and size, and tables with aligned columns.
#include "profiler/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace govm::profiler {
namespace {

// Three significant digits.
std::string three_digits(double value) { return fmt::format("{:.{}f}", value, value < 10 ? 2 : value < 100 ? 1 : 0); }

}  // namespace

std::string grouped(uint64_t number) {
  std::string digits = fmt::format("{}", number);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(at, ",");
  return digits;
}

std::string counted(uint64_t number, std::string_view thing) {
  return fmt::format("{} {}{}", grouped(number), thing, number == 1 ? "" : "s");
}

double microseconds(int64_t nanoseconds) { return static_cast<double>(nanoseconds) / 1e3; }
double milliseconds(int64_t nanoseconds) { return static_cast<double>(nanoseconds) / 1e6; }

std::string duration_text(int64_t nanoseconds) {
  const auto ns = static_cast<double>(nanoseconds);
  if (nanoseconds < 1'000) return fmt::format("{} ns", nanoseconds);
  if (nanoseconds < 1'000'000) return three_digits(ns / 1e3) + " us";
  if (nanoseconds < 1'000'000'000) return three_digits(ns / 1e6) + " ms";
  return three_digits(ns / 1e9) + " s";
}

std::string bytes_text(uint64_t bytes) {
  const auto value = static_cast<double>(bytes);
  if (bytes < 1'000) return fmt::format("{} B", bytes);
  if (bytes < 1'000'000) return three_digits(value / 1e3) + " kB";
  if (bytes < 1'000'000'000) return three_digits(value / 1e6) + " MB";
  return three_digits(value / 1e9) + " GB";
}

double percent(double part, double whole) { return whole > 0 ? 100 * part / whole : 0; }

Table::Table(std::vector<std::pair<std::string, Align>> columns) {
  std::vector<std::string> head;
  for (auto& [title, align] : columns) {
    head.push_back(title);
    align_.push_back(align);
  }
  rows_.push_back(std::move(head));
}

std::string Table::text() const {
  std::vector<size_t> widths(align_.size(), 0);
  for (const auto& row : rows_) {
    for (size_t i = 0; i < row.size(); i++) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string out;
  for (const auto& row : rows_) {
    std::string line;
    for (size_t i = 0; i < row.size(); i++) {
      line += i == 0 ? " " : "  ";
      line += align_[i] == Align::Left ? fmt::format("{:<{}}", row[i], widths[i]) : fmt::format("{:>{}}", row[i], widths[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

}  // namespace govm::profiler
