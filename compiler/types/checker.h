// The type checker: a package's files in, types, objects and side tables out.
//
// Packages are checked in dependency order. User packages whole; of std packages the variables with initialisers at once, other
// declarations and bodies when they are first needed. Mistakes go to the sink with the words and positions of Go's compiler.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "compiler/diag/sink.h"
#include "compiler/syntax/parser.h"
#include "compiler/types/info.h"
#include "compiler/types/object.h"
#include "compiler/types/store.h"

namespace govm::types {

/// The files that go:embed patterns of a package name.
struct EmbeddedFiles {
  std::map<std::string, std::vector<std::string>> by_pattern;  ///< names relative to the package's directory, sorted
  std::map<std::string, std::string> contents;                 ///< by name
};

struct CheckOptions {
  bool bodies = true;                       ///< false: what initialisers need only (std)
  bool require_bodies = false;              ///< a function without body is an error (-complete)
  bool require_main = false;                ///< package main without func main is an error
  std::string go_version;                   ///< "go1.27"; of the package
  const EmbeddedFiles* embedded = nullptr;  ///< null: the package embeds nothing
  /// Text of std/packages.tsv: what the packages of real Go's std import, for messages (shared_names.h). May be empty.
  std::string_view std_packages;
  /// Whether Go's compiler could inline a function of an imported package (export_data.h). Asked for messages only; empty: it could not.
  std::function<bool(const Func*)> is_inlinable;
};

/// Checks packages into one Info. One per compile session.
class Checker {
 public:
  Checker(syntax::Session& session, TypeStore& store, Info& info);
  ~Checker();
  Checker(const Checker&) = delete;
  Checker& operator=(const Checker&) = delete;

  TypeStore& store() { return store_; }
  const Info& info() const { return info_; }

  /// Finds an imported package by its path; null: cannot be imported (reported by load).
  using Importer = std::function<const Package*(const std::string& path)>;

  /// Checks the files of a package. `package` keeps files and scope. Returns whether no error was found.
  bool check_package(Package* package, const std::vector<syntax::File*>& files, const Importer& importer, const CheckOptions& options);

  /// Parses (if skipped) and checks the body of a declared function; does nothing if that is done.
  void check_body(const Func* func);

 private:
  syntax::Session& session_;
  TypeStore& store_;
  Info& info_;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace govm::types
