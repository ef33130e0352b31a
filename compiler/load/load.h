// From a program's files to checked packages: imports followed, cycles refused, packages checked in
// dependency order.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "compiler/load/cover_table.h"
#include "compiler/load/package_source.h"
#include "compiler/syntax/parser.h"
#include "compiler/types/checker.h"

namespace govm::load {

/// The language of Go 1.27: std's, and that of files outside of modules.
inline constexpr std::string_view kGoVersion = "go1.27";

/// What is to be loaded, and how.
struct LoadRequest {
  std::vector<FileText> files;                          ///< of the user's package
  std::string import_path = "main";                     ///< of that package
  std::string display_path = "command-line-arguments";  ///< what messages of the go command call it
  std::vector<const PackageSource*> sources;            ///< asked in this order for imported packages
  /// Packages that the runtime needs whether or not the program imports them.
  std::vector<std::string> implicit_imports;
  std::string go_version = std::string(kGoVersion);  ///< of the program's module, or what -lang says
  /// A package main that may be imported all the same: the one under test. Empty: none.
  std::string importable_program;
  bool in_module = false;     ///< a go.mod was found
  bool is_directory = false;  ///< the files are those of a directory, none was named
  bool require_main = true;
  bool only_imports = false;  ///< nothing is checked; `main` of the result is null
  bool require_bodies = false;
  std::string_view std_packages;                         ///< as CheckOptions::std_packages
  std::function<bool(const types::Func*)> is_inlinable;  ///< as CheckOptions::is_inlinable
  CoverTable* cover = nullptr;                           ///< files whose blocks are counted; null: none are
  std::function<void()> when_parsed;                     ///< called when everything is read and parsed, before the check; may be empty
};

/// A loaded program.
struct LoadedProgram {
  types::Package* main = nullptr;
  /// All packages in the order of their initialisation; unsafe is not among them.
  std::vector<types::Package*> packages;
  types::Package* find(std::string_view import_path) const;
  /// Import paths of all packages that were read, in the same order; std's are left out. Known without a check, too.
  std::vector<std::string> read;
  std::string name;  ///< of the program's package, by its files
  /// What keeps imported packages from being found, worded as the go command's; empty: nothing.
  std::string problem;
};

/// Parses and checks everything. Mistakes go to the session's sink; with any, only what was found so far is
/// in the result and `main` may be null.
LoadedProgram load_program(syntax::Session& session, types::Checker& checker, const LoadRequest& request);

}  // namespace govm::load
