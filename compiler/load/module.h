// Modules on this machine: go.mod, the packages below it, `replace` by a directory, and vendor/.
//
// Nothing is downloaded: a module that is neither the program's own nor replaced nor vendored is missing.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/load/package_source.h"

namespace govm::load {

/// A module as go.mod and vendor/modules.txt name it: "ex.com/m v1.2.3"; a directory has no version, nor has what is replaced whatever
/// its version is.
struct ModuleVersion {
  std::string path;
  std::string version;
  bool operator==(const ModuleVersion&) const = default;
  bool is_directory() const;
};

/// replace old => replacement
struct Replacement {
  ModuleVersion old;
  ModuleVersion replacement;  ///< a directory as written: absolute, or relative to the module
};

/// What a go.mod file says.
struct ModuleFile {
  std::string path;
  std::string go_version = "go1.16";  ///< what a module without the line is written in
  std::vector<ModuleVersion> requirements;
  std::vector<Replacement> replacements;
  std::string problem;  ///< worded as the go command's; empty if there is none
};
ModuleFile parse_go_mod(std::string_view text);

/// The packages of a module and of those it replaces or vendors.
class Module : public PackageSource {
 public:
  /// The module that a directory belongs to: that of the nearest go.mod upwards.
  static std::unique_ptr<Module> find_upwards(const std::filesystem::path& directory, BuildTags tags = {});

  const ModuleFile& file() const { return file_; }
  /// "m/cmd/x" for a directory of the module.
  std::string import_path_of(const std::filesystem::path& directory) const;

  std::optional<std::vector<FileText>> find(std::string_view import_path) const override;
  Refusal refusal(std::string_view import_path) const override;
  std::string go_version(std::string_view import_path) const override;
  bool is_std() const override { return false; }
  /// Where a package of the module, or of one that it replaces or vendors, lies.
  std::optional<std::filesystem::path> directory_of(std::string_view import_path) const;

 private:
  /// The replacement by a directory that decides about an import path; null: none does.
  const Replacement* replacement_of(std::string_view import_path) const;
  std::filesystem::path root_of(const Replacement& replacement) const;
  void read_vendor_list();

  std::filesystem::path root_;
  ModuleFile file_;
  BuildTags tags_;
  bool is_vendored_ = false;                                     ///< other modules' packages lie in vendor/
  std::map<std::string, std::string, std::less<>> go_versions_;  ///< of vendored modules, by path
};

/// Why a directory holds no package: none of its Go files is for this build, or there are none.
/// `import_path` is what the package is called in the message.
Refusal no_go_files(const std::filesystem::path& directory, const std::string& import_path);

/// A path as the go command shows it: relative to the working directory where it lies below that.
std::string short_path(const std::filesystem::path& path);

/// The packages of $GOROOT/src that are plain Go: no assembly, no //go:linkname, no cgo.
class GoRoot : public PackageSource {
 public:
  explicit GoRoot(std::filesystem::path root) : root_(std::move(root)) {}
  std::optional<std::vector<FileText>> find(std::string_view import_path) const override;
  Refusal refusal(std::string_view import_path) const override;
  bool is_std() const override { return true; }

 private:
  std::filesystem::path root_;
};

}  // namespace govm::load
