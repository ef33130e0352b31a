// Searching the table of measured verdicts.
#include "compiler/inline/verdicts.h"

#include <charconv>

namespace govm::inl {
namespace {

std::string_view take_field(std::string_view& line) {
  size_t tab = std::min(line.find('\t'), line.size());
  std::string_view field = line.substr(0, tab);
  line.remove_prefix(std::min(tab + 1, line.size()));
  return field;
}

}  // namespace

// A binary search over bytes: each step goes on to the start of a line. Rows: package, function, "yes" or "no", cost, reason, calls.
std::string_view VerdictTable::row_of(std::string_view package, std::string_view function) const {
  size_t low = 0;
  size_t high = text_.size();
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    size_t begin = text_.rfind('\n', middle == 0 ? 0 : middle - 1);
    begin = begin == std::string_view::npos || begin < low ? low : begin + 1;
    size_t end = std::min(text_.find('\n', begin), text_.size());
    std::string_view line = text_.substr(begin, end - begin);
    if (line.starts_with('#') || line.empty()) {
      low = end + 1;
      continue;
    }
    std::string_view found_package = take_field(line);
    std::string_view found_function = take_field(line);
    int order = found_package.compare(package);
    if (order == 0) order = found_function.compare(function);
    if (order < 0) {
      low = end + 1;
    } else if (order > 0) {
      high = begin;
    } else {
      return line;
    }
  }
  return {};
}

std::optional<InlineVerdict> VerdictTable::find(std::string_view package, std::string_view function) const {
  std::string_view row = row_of(package, function);
  if (row.empty()) return std::nullopt;
  InlineVerdict verdict;
  verdict.judged = true;
  verdict.can = take_field(row) == "yes";
  std::string_view cost = take_field(row);
  std::from_chars(cost.data(), cost.data() + cost.size(), verdict.cost);
  return verdict;
}

std::string_view VerdictTable::calls_in(std::string_view package, std::string_view function) const {
  std::string_view row = row_of(package, function);
  for (int i = 0; i < 3; ++i) take_field(row);
  return row;
}

}  // namespace govm::inl
