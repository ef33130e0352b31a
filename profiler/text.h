// Words and numbers of the text reports.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace govm::profiler {

// 24000016 as "24,000,016".
std::string grouped(uint64_t number);
/// "1 object", "1,234 objects".
std::string counted(uint64_t number, std::string_view thing);
// Nanoseconds.
double microseconds(int64_t nanoseconds);
double milliseconds(int64_t nanoseconds);
// A duration with three digits and its unit: "9.87 ms", "410 us".
std::string duration_text(int64_t nanoseconds);
// "14.7 MB".
std::string bytes_text(uint64_t bytes);
// Share of `part` in `whole` in percent.
double percent(double part, double whole);

// Columns padded to their widest cell; numbers are right-aligned.
class Table {
 public:
  enum class Align { Left, Right };
  explicit Table(std::vector<std::pair<std::string, Align>> columns);
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  std::string text() const;

 private:
  std::vector<Align> align_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace govm::profiler
