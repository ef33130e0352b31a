// Searching the table of measured verdicts.
#include "compiler/inline/verdicts.h"

#include <charconv>
#include <string>

#include "base/sorted_rows.h"

namespace govm::inl {

// Rows: package, function, "yes" or "no", cost, reason, calls.
std::string_view VerdictTable::row_of(std::string_view package, std::string_view function) const {
  const std::string key = std::string(package) + '\t' + std::string(function) + '\t';
  std::string_view rest = rows_from(text_, key);
  if (!rest.starts_with(key)) return {};
  return take_line(rest).substr(key.size());
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
