// Compares words with names, both without what may be left out; looks for names that differ in few letters.
#include "cli/function_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <utility>

#include "base/function_name.h"

namespace govm::cli {
namespace {

using compiler::DeclaredFunction;

constexpr size_t kMostShown = 5;

// Without "(*", ")" and "[...]".
std::string plain(std::string_view name) {
  std::string out;
  for (size_t i = 0; i < name.size();) {
    if (name.substr(i).starts_with("[...]")) {
      i += 5;
    } else {
      if (name[i] != '(' && name[i] != '*' && name[i] != ')') out += name[i];
      i++;
    }
  }
  return out;
}

// Where the part of a function literal begins: ".func1", "-range1"; else the end.
size_t literal_part(std::string_view word) {
  for (size_t at = word.find_first_of(".-"); at != std::string_view::npos; at = word.find_first_of(".-", at + 1)) {
    for (const std::string_view mark : {".func", "-range", ".gowrap", ".deferwrap"}) {
      const size_t digit = at + mark.size();
      if (word.substr(at).starts_with(mark) && digit < word.size() && std::isdigit(static_cast<unsigned char>(word[digit]))) return at;
    }
  }
  return word.size();
}

// A function's name behind its package: "(*T).m".
std::string_view local_name(const DeclaredFunction& function) {
  return std::string_view(function.name).substr(function.import_path.size() + 1);
}

// Whether a word without marks names the function, with all, a part or nothing of its import path.
bool fits(std::string_view word, const DeclaredFunction& function) {
  const std::string local = plain(local_name(function));
  if (word == local) return !function.standard;
  if (!word.ends_with("." + local)) return false;
  const std::string_view package = word.substr(0, word.size() - local.size() - 1);
  return package == function.import_path || package == function.package_name || function.import_path.ends_with(fmt::format("/{}", package));
}

// How many letters have to be changed, added or taken away to make one word of the other.
size_t distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j < row.size(); j++) row[j] = j;
  for (size_t i = 1; i <= a.size(); i++) {
    size_t diagonal = std::exchange(row[0], i);
    for (size_t j = 1; j <= b.size(); j++) {
      const bool same = std::tolower(static_cast<unsigned char>(a[i - 1])) == std::tolower(static_cast<unsigned char>(b[j - 1]));
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, diagonal + (same ? 0 : 1)}));
    }
  }
  return row.back();
}

// How far a function is from a word: the least of its name with and without the package.
size_t distance_from(std::string_view word, const DeclaredFunction& function) {
  const std::string local = plain(local_name(function));
  return std::min(distance(word, local), distance(word, fmt::format("{}.{}", function.package_name, local)));
}

// The functions whose names are like the word, or end like it, nearest first.
std::string near_names(std::string_view word, std::span<const DeclaredFunction> functions) {
  std::vector<std::pair<size_t, std::string_view>> near;
  const size_t most = std::max<size_t>(1, word.size() / 3);
  for (const DeclaredFunction& function : functions) {
    if (!function.has_code) continue;
    const bool ends_so = fmt::format(".{}", plain(local_name(function))).ends_with(fmt::format(".{}", word));
    const size_t far = ends_so ? 0 : distance_from(word, function);
    if (far <= most) near.emplace_back(2 * far + function.standard, function.name);
  }
  std::ranges::stable_sort(near, {}, [](const auto& one) { return one.first; });
  if (near.empty()) return "";
  std::vector<std::string_view> names;
  for (const auto& [far, name] : near) names.push_back(name);
  names.resize(std::min(names.size(), kMostShown));
  return fmt::format("; did you mean {}?", fmt::join(names, ", "));
}

// The one function that a word means; null: `problem` says why there is none.
const DeclaredFunction* find_function(std::string_view word, std::span<const DeclaredFunction> functions, std::string& problem) {
  std::vector<const DeclaredFunction*> found;
  const std::string without_marks = plain(word);
  for (const DeclaredFunction& function : functions) {
    if (function.name == word) return &function;
    if (fits(without_marks, function)) found.push_back(&function);
  }
  // What the user wrote comes before std.
  if (found.size() > 1 && std::ranges::count_if(found, [](const DeclaredFunction* one) { return !one->standard; }) == 1) {
    std::erase_if(found, [](const DeclaredFunction* one) { return one->standard; });
  }
  if (found.size() == 1) return found[0];
  if (found.empty()) {
    problem = fmt::format("no function {} in this program{}", word, near_names(plain(shown_name(word)), functions));
    return nullptr;
  }
  std::vector<std::string_view> names;
  for (const DeclaredFunction* one : found) names.push_back(one->name);
  problem = fmt::format("{} may be {}", word, fmt::join(names, " or "));
  return nullptr;
}

}  // namespace

FunctionNames find_functions(std::span<const std::string> words, std::span<const DeclaredFunction> functions) {
  FunctionNames out;
  for (const std::string_view word : words) {
    std::string problem;
    size_t end = word.size();
    const DeclaredFunction* function = find_function(word, functions, out.problem);
    // The function around a literal.
    if (function == nullptr && (end = literal_part(word)) < word.size()) {
      function = find_function(word.substr(0, end), functions, problem);
      if (function != nullptr) out.problem.clear();
    }
    if (function != nullptr && !function->has_code) {
      out.problem = fmt::format("{} is a part of govm itself, no Go code is entered for it; name a function that calls it", function->name);
    }
    if (!out.problem.empty()) return out;
    std::string name = function->name + std::string(word.substr(end));
    if (std::ranges::find(out.names, name) == out.names.end()) out.names.push_back(std::move(name));
  }
  return out;
}

}  // namespace govm::cli
