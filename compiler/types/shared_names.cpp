// Goes through the imports of a package, through those of std by a table.
#include "compiler/types/shared_names.h"

#include <algorithm>
#include <unordered_map>

#include "base/sorted_rows.h"
#include "compiler/types/object.h"

namespace govm::types {
namespace {

class Search {
 public:
  explicit Search(std::string_view std_packages) : std_packages_(std_packages) {}

  void visit(const Package& package) {
    if (package.is_std) return visit_std(package.path);
    if (!seen_.insert(package.path).second) return;
    name(package.name.view(), package.path);
    for (const Package* import : package.imports) visit(*import);
  }

  std::unordered_set<std::string_view> shared() && { return std::move(shared_); }

 private:
  void visit_std(std::string_view path) {
    if (!seen_.insert(path).second) return;
    std::string_view rest = rows_from(std_packages_, path);
    // The tab sorts before what a path may go on with: of the rows that begin with `path` its own is the first.
    std::string_view row = take_line(rest);
    if (take_field(row) != path) return;
    name(take_field(row), path);
    while (!row.empty()) {
      const size_t end = std::min(row.find(' '), row.size());
      visit_std(row.substr(0, end));
      row.remove_prefix(std::min(end + 1, row.size()));
    }
  }

  void name(std::string_view name, std::string_view path) {
    if (const auto [found, fresh] = path_of_.try_emplace(name, path); !fresh && found->second != path) shared_.insert(name);
  }

  std::string_view std_packages_;
  std::unordered_set<std::string_view> seen_;  ///< paths
  std::unordered_map<std::string_view, std::string_view> path_of_;
  std::unordered_set<std::string_view> shared_;
};

}  // namespace

bool SharedNames::has(std::string_view name) const {
  if (!names_) {
    Search search(std_packages_);
    search.visit(package_);
    names_ = std::move(search).shared();
  }
  return names_->contains(name);
}

}  // namespace govm::types
