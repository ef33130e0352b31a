// Searching the table of measured verdicts.
#include "compiler/inline/verdicts.h"

#include <charconv>
#include <string>

#include "base/sorted_rows.h"

namespace govm::inl {

namespace {

/// The fields of a function's row behind its name; nothing if there is none.
std::optional<std::string_view> row_of(std::string_view table, std::string_view package, std::string_view function) {
  const std::string key = std::string(package) + '\t' + std::string(function) + '\t';
  std::string_view rest = rows_from(table, key);
  if (!rest.starts_with(key)) return std::nullopt;
  return take_line(rest).substr(key.size());
}

}  // namespace

// Rows: package, function, "yes" or "no", cost, reason, calls.
std::optional<InlineVerdict> VerdictTable::find(std::string_view package, std::string_view function) const {
  const std::optional<std::string_view> found = row_of(text_, package, function);
  if (!found) return std::nullopt;
  std::string_view row = *found;
  InlineVerdict verdict;
  verdict.judged = true;
  verdict.can = take_field(row) == "yes";
  std::string_view cost = take_field(row);
  std::from_chars(cost.data(), cost.data() + cost.size(), verdict.cost);
  return verdict;
}

std::string_view VerdictTable::calls_in(std::string_view package, std::string_view function) const {
  std::string_view row = row_of(text_, package, function).value_or("");
  for (int i = 0; i < 3; ++i) take_field(row);
  return row;
}

std::optional<std::string_view> VerdictTable::sites_in(std::string_view package, std::string_view function) const {
  return row_of(sites_, package, function);
}

}  // namespace govm::inl
