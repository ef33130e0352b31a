// Searching the tables of tags.
#include "compiler/escape/tag_table.h"

#include <algorithm>

#include "base/sorted_rows.h"

namespace govm::escape {

// Rows: package, function, parameter, type, tag, mode; a function's parameters in their order.
std::vector<Leaks> TagTable::read(std::string_view key) const {
  std::vector<Leaks> leaks;
  for (std::string_view text : texts_) {
    std::string_view rest = rows_from(text, key);
    while (rest.starts_with(key)) {
      std::string_view row = take_line(rest).substr(key.size());
      take_field(row);
      take_field(row);
      const std::string_view tag = take_field(row);
      if (!tag.empty()) leaks.push_back(Leaks::parse(tag));
    }
    if (!leaks.empty()) break;
  }
  return leaks;
}

std::span<const Leaks> TagTable::find(std::string_view package, std::string_view function) const {
  std::string key = std::string(package) + '\t' + std::string(function) + '\t';
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  std::vector<Leaks> leaks = read(key);
  return known_.emplace(std::move(key), std::move(leaks)).first->second;
}

}  // namespace govm::escape
