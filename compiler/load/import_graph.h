// Who imports whom: cycles, and the order in which packages are checked and initialised.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace govm::load {

/// Import paths with the paths they import.
class ImportGraph {
 public:
  void add(const std::string& path) { edges_[path]; }
  void add_import(const std::string& from, const std::string& to) { edges_[from].push_back(to); }
  bool has(const std::string& path) const { return edges_.contains(path); }
  /// Of a package that has been added.
  const std::vector<std::string>& imports_of(const std::string& path) const { return edges_.at(path); }

  /// A cycle, as the list of paths with the first repeated at the end; empty if there is none.
  std::vector<std::string> find_cycle() const;

  /// All packages, each after those it imports. Spec, "Package initialization": "sorted by import
  /// path … the first … package in the list" whose imports are all initialised comes next.
  /// There must be no cycle.
  std::vector<std::string> initialization_order() const;

 private:
  std::map<std::string, std::vector<std::string>> edges_;
};

}  // namespace govm::load
