// Names that several packages have: messages tell such packages by their paths, as in "sync".Mutex, for real Go's sync imports
// internal/sync.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_set>

namespace govm::types {

class Package;

/// The names that more than one of the packages has that a package leads to by its imports, itself among them. Of std these are the
/// imports that real Go's packages have, whatever those here import.
class SharedNames {
 public:
  /// `std_packages`: rows of a path, a name and imported paths, sorted by path (std/packages.tsv). Both must outlive this.
  SharedNames(const Package& package, std::string_view std_packages) : package_(package), std_packages_(std_packages) {}
  /// The names are looked for when this is called first.
  bool has(std::string_view name) const;

 private:
  const Package& package_;
  std::string_view std_packages_;
  mutable std::optional<std::unordered_set<std::string_view>> names_;
};

}  // namespace govm::types
