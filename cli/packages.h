// The packages that the words of a command line name: files, a directory, an import path, or patterns ("./...").
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/options.h"
#include "compiler/compile.h"

namespace govm::cli {

/// One package to be worked on.
struct NamedPackage {
  std::vector<std::string> words;  ///< as the compiler takes them: a directory, or files
  std::string import_path;         ///< of what a pattern matched
  bool has_files = true;           ///< other ones than tests
  bool has_tests = true;
};

/// What the words name; what matches nothing is said. Nothing: a pattern makes no sense, which is said.
std::optional<std::vector<NamedPackage>> named_packages(const std::vector<std::string>& words, const load::BuildTags& tags);

/// The files of the package that `run` is to run; nothing if a pattern matches none or several, which is said.
std::optional<std::vector<std::string>> package_to_run(const Options& options);

/// What asks for a package's imports alone.
compiler::Request request_of_imports(const NamedPackage& package, const Options& options);

/// How the options of a command line become a request to the compiler.
using RequestOf = compiler::Request (*)(const Options&);

/// A walk through the packages that a command is about, each behind those it imports, as the go command builds them.
class PackageWalk {
 public:
  explicit PackageWalk(const Options& options) : options_(options) {}

  /// Calls `visit` with the options for each package; it answers the package's exit status. The first that is no success is the walk's.
  int run(const std::function<int(const Options& one)>& visit);

  /// Whether there is more than one package to tell apart.
  bool has_several() const { return has_several_; }
  /// Says what is wrong with a program, once for each package. The exit status.
  int report_failure(const compiler::Compilation& compilation);
  /// How many packages the words name; those of tests alone are not visited.
  size_t count() const { return count_; }

 private:
  std::optional<std::vector<NamedPackage>> in_order(std::vector<NamedPackage> packages);

  const Options& options_;
  bool has_several_ = false;
  size_t count_ = 0;
  std::set<std::string> said_;  ///< packages whose mistakes are known
};

}  // namespace govm::cli
