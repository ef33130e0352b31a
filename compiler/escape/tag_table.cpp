// Reading the table of measured tags.
#include "compiler/escape/tag_table.h"

#include <algorithm>
#include <array>

namespace govm::escape {
namespace {

std::string key_of(std::string_view package, std::string_view function) {
  std::string key(package);
  key += '\t';
  key += function;
  return key;
}

}  // namespace

// Rows: package, function, parameter, type, tag, mode; a function's parameters stand in their order.
void TagTable::read() const {
  if (read_) return;
  read_ = true;
  std::string_view rest = text_;
  while (!rest.empty()) {
    size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    std::array<std::string_view, 6> fields;
    for (std::string_view& field : fields) {
      size_t tab = std::min(line.find('\t'), line.size());
      field = line.substr(0, tab);
      line.remove_prefix(std::min(tab + 1, line.size()));
    }
    if (!fields[4].empty()) functions_[key_of(fields[0], fields[1])].push_back(Leaks::parse(fields[4]));
  }
}

std::span<const Leaks> TagTable::find(std::string_view package, std::string_view function) const {
  read();
  auto it = functions_.find(key_of(package, function));
  return it != functions_.end() ? std::span<const Leaks>(it->second) : std::span<const Leaks>();
}

bool TagTable::has(std::string_view package, std::string_view function) const {
  read();
  return functions_.contains(key_of(package, function));
}

}  // namespace govm::escape
