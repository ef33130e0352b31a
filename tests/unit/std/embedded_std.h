// The embedded packages as a source for loading, and the list of them.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compiler/load/load.h"
#include "std/std.h"

namespace govm {

class EmbeddedStd : public load::PackageSource {
 public:
  std::optional<std::vector<load::FileText>> find(std::string_view import_path) const override {
    std::vector<load::FileText> files;
    for (const stdlib::EmbeddedFile& file : stdlib::files_of(import_path)) {
      files.push_back({std::string(file.path), std::string(file.text)});
    }
    if (files.empty()) return std::nullopt;
    return files;
  }
  bool is_std() const override { return true; }
};

/// Import paths of all packages of std.
inline std::set<std::string> std_packages() {
  std::filesystem::path root = std::filesystem::path(GOVM_SOURCE_DIR) / "std";
  std::set<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() == ".go") paths.insert(entry.path().parent_path().lexically_relative(root).generic_string());
  }
  return paths;
}

}  // namespace govm
