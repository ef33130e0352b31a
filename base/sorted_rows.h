// Tables in texts that lie in the binary: rows are lines, sorted by their first fields, and found by a binary search over the bytes.
#pragma once

#include <algorithm>
#include <string_view>

namespace govm {

/// The text from the first row on that is not below `key`.
inline std::string_view rows_from(std::string_view text, std::string_view key) {
  size_t low = 0;
  size_t high = text.size();
  while (low < high) {
    const size_t before = text.substr(0, low + (high - low) / 2).rfind('\n');
    const size_t begin = before == std::string_view::npos || before < low ? low : before + 1;
    if (text.substr(begin, key.size()) < key) {
      low = std::min(text.find('\n', begin), text.size() - 1) + 1;
    } else {
      high = begin;
    }
  }
  return text.substr(low);
}

/// Removes the first field, up to a tab or the end, and returns it.
inline std::string_view take_field(std::string_view& row) {
  const size_t tab = std::min(row.find('\t'), row.size());
  const std::string_view field = row.substr(0, tab);
  row.remove_prefix(std::min(tab + 1, row.size()));
  return field;
}

/// Removes the first line, which comes back without its end.
inline std::string_view take_line(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

}  // namespace govm
