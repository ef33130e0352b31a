// Reading the table of measured tags.
#include "compiler/escape/tag_table.h"

#include <algorithm>
#include <array>
#include <string>

namespace govm::escape {

// Rows: package, function, parameter, type, tag, mode. Those of a package stand together, a function's parameters in their order.
void TagTable::read(std::string_view text, std::string_view package, Functions& functions) {
  size_t at = text.find("\n" + std::string(package) + "\t");
  if (at == std::string_view::npos) return;
  std::string_view rest = text.substr(at + 1);
  std::string_view first_field = rest.substr(0, package.size() + 1);
  while (rest.starts_with(first_field)) {
    size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    std::array<std::string_view, 6> fields;
    for (std::string_view& field : fields) {
      size_t tab = std::min(line.find('\t'), line.size());
      field = line.substr(0, tab);
      line.remove_prefix(std::min(tab + 1, line.size()));
    }
    if (!fields[4].empty()) functions[fields[1]].push_back(Leaks::parse(fields[4]));
  }
}

const TagTable::Functions& TagTable::functions_of(std::string_view package) const {
  if (auto known = packages_.find(package); known != packages_.end()) return known->second;
  Functions& functions = packages_[std::string(package)];
  for (std::string_view text : texts_) {
    Functions more;
    read(text, package, more);
    functions.merge(more);
  }
  return functions;
}

std::span<const Leaks> TagTable::find(std::string_view package, std::string_view function) const {
  const Functions& functions = functions_of(package);
  auto found = functions.find(function);
  return found != functions.end() ? std::span<const Leaks>(found->second) : std::span<const Leaks>();
}

}  // namespace govm::escape
