// Where the text of packages comes from: std's embedded files, directories of a module, a test.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/source_file.h"
#include "compiler/load/build_constraint.h"
#include "compiler/syntax/outline.h"

namespace govm::load {

/// One file to be parsed.
struct FileText {
  std::string name;  ///< as messages print it
  SourceText text;
  std::filesystem::path directory = {};  ///< it lies there; empty: only in memory
  syntax::Outline outline = {};          ///< of trusted text that is read as its names are needed; empty: it is read whole
};

/// Why a package that a source should have cannot be had, worded as the go command's; no text: the source knows of no such package.
struct Refusal {
  std::string text;
  /// What stands in front of the text in the message. Importer: it is an internal package, for which there are words of their own.
  enum class Behind : uint8_t { Nothing, Position, ImportStack, Importer } behind = Behind::Nothing;
};

/// Finds packages by import path.
class PackageSource {
 public:
  virtual ~PackageSource() = default;
  /// The package's Go files, those for other platforms and tests already left out; nothing if this
  /// source does not have the package.
  virtual std::optional<std::vector<FileText>> find(std::string_view import_path) const = 0;
  /// Whether its packages are of the standard library: bodies are compiled on first call.
  virtual bool is_std() const = 0;
  /// The language version that a package is written in, "go1.21"; empty: that of the program.
  virtual std::string go_version(std::string_view import_path) const {
    (void)import_path;
    return "";
  }
  virtual Refusal refusal(std::string_view import_path) const {
    (void)import_path;
    return {};
  }
};

/// Packages held in memory, by import path: embedded std, tests.
class MemorySource : public PackageSource {
 public:
  explicit MemorySource(bool is_std) : is_std_(is_std) {}
  void add(const std::string& import_path, FileText file) { packages_[import_path].push_back(std::move(file)); }
  std::optional<std::vector<FileText>> find(std::string_view import_path) const override;
  bool is_std() const override { return is_std_; }

 private:
  bool is_std_;
  std::map<std::string, std::vector<FileText>, std::less<>> packages_;
};

/// The Go files of a directory that belong to a build for linux/amd64, sorted by name; tests left out.
/// `display` is what stands before the names in messages.
Result<std::vector<FileText>> read_directory(const std::filesystem::path& directory, const std::string& display, const BuildTags& tags);

/// The same for its tests, x_test.go, alone.
Result<std::vector<FileText>> read_test_files(const std::filesystem::path& directory, const std::string& display, const BuildTags& tags);

/// Whether functions of a directory's package may be written in assembly.
bool has_assembly(const std::filesystem::path& directory);

}  // namespace govm::load
