// The compiler's façade: files in, a program or diagnostics out.
//
// A Compilation is one compile session: it owns names, sources, trees, types, decisions and the growing
// program, and lives as long as the program runs, because std functions are compiled when first called. Deep
// nesting needs stack: call it by on_large_stack.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "compiler/declared_functions.h"
#include "compiler/diag/render.h"
#include "compiler/escape/assertions.h"
#include "compiler/escape/findings.h"
#include "compiler/load/package_source.h"
#include "compiler/load/test_package.h"
#include "vm/bytecode/program.h"

namespace govm::compiler {

/// What to compile, and how.
struct Request {
  std::vector<std::string> packages;    ///< files, or one directory, as the user named them
  bool tests = false;                   ///< the program is one that runs the package's tests
  bool escape_on = true;                ///< false: all-heap mode
  bool counted = false;                 ///< emit Count cells, and say why values lie where they do
  bool require_main = true;             ///< `check` takes a package main without func main
  bool only_imports = false;            ///< check() finds what is imported, and no more
  bool require_bodies = false;          ///< -complete
  size_t error_limit = 10;              ///< 0: all
  int verbosity = 0;                    ///< N of -m=N
  bool all_lines = false;               ///< flags reach all the user's packages, not only those that are named
  std::vector<std::string> named;       ///< import paths of packages that are named beside this one: flags reach them, lines do not
  bool log = false;                     ///< keep what `log_files` returns
  bool inlining = true;                 ///< inline calls in the user's packages; false: -l
  bool findings = false;                ///< collect what `findings` returns
  std::string language;                 ///< -lang
  load::BuildTags tags;                 ///< -tags
  bool test_profiles = false;           ///< of tests: the program can write the profiles of runtime/pprof
  std::string cover_mode;               ///< of tests: blocks are counted; "set", "count", "atomic", empty: none are
  std::vector<std::string> covered;     ///< packages whose blocks these are, by import path; empty: the one that is tested
  std::string covered_words;            ///< what follows "of statements" in the program's report
  std::vector<std::string> passes_off;  ///< optimisations that are not made, by name (optional_passes)
};

/// Names of the optimisations that can be switched off.
std::vector<std::string_view> optional_passes();

/// The standard library as the compiler needs it.
struct StandardLibrary {
  const load::PackageSource* packages = nullptr;  ///< may be null; must outlive the compilation
  std::string_view escape_tags;                   ///< text of escape_tags.tsv
  std::string_view own_tags;                      ///< the same for functions that Go does not have
  std::string_view inline_verdicts;               ///< text of inline.tsv
  std::string_view inlined_sites;                 ///< text of inlined_sites.tsv
  std::string_view code;                          ///< store of compiled functions (codegen/code_store.h); may be empty
  std::string_view package_table;                 ///< text of packages.tsv
};

/// Processor time of a stage so far, for --time-phases. Std is compiled as the program runs: the times grow.
struct PhaseTime {
  std::string name;
  int64_t nanoseconds = 0;
};

class Compilation {
 public:
  Compilation(Request request, const StandardLibrary& library);
  ~Compilation();
  Compilation(const Compilation&) = delete;
  Compilation& operator=(const Compilation&) = delete;

  /// Reads, parses and checks. False: see `problem` (environment) or `diagnostics`.
  bool check();
  /// The functions that the program's packages declare, std's among them; after check().
  std::vector<DeclaredFunction> functions();
  /// Calls of these functions are not inlined; names as in stack traces. Before compile().
  void keep(std::vector<std::string> functions);
  /// Compiles everything main and the initialisers reach in the user's packages. After check().
  bool compile();
  /// Compiles a std function that is called for the first time. Empty, or what is wrong with it.
  std::string provide(bytecode::FunctionId function);
  /// Describes the type T of the program, which may have a key alone, or *T; false if T has no source. Methods are compiled when called.
  bool describe(bytecode::TypeId type);
  bool describe_pointer_to(bytecode::TypeId type);
  bool describe_methods(bytecode::TypeId type);

  /// Hands out the lines of -m, some at a time, as they are found: they may be more than memory has place for. After check(), before all
  /// that needs an analysis. With `headers`, "# path" stands before those of each package.
  void escape_lines(const std::function<void(const std::string&)>& out, bool headers = false);
  /// The files of -json=0,DIR, by their paths below DIR; after check(), if the request asked for it.
  std::vector<std::pair<std::string, std::string>> log_files();

  /// What escape analysis says of the user's packages, by position; after check(), if the request asked for it.
  std::vector<escape::Finding> findings();
  /// What comments in the user's packages claim about allocation, by position; after findings().
  std::vector<escape::Assertion> assertions();

  /// After check(), of tests.
  const load::TestProblem& test_problem() const;
  /// Import paths of the user's packages that the program consists of, each behind those it imports; after check().
  const std::vector<std::string>& packages() const;

  bytecode::Program& program();
  /// The program's package, module and settings as Go writes them into a binary; after check().
  std::string build_info() const;
  /// What is wrong with the environment: a missing file, an unreadable directory. Empty: nothing.
  const std::string& problem() const;
  /// All diagnostics as text; empty: none.
  std::string diagnostics(diag::Excerpt excerpt) const;
  /// The diagnostics of each package that has any, by import path, in the order of the go command.
  std::vector<std::pair<std::string, std::string>> errors_by_package(diag::Excerpt excerpt) const;
  /// Of the package that was named: what its files call it, and its import path; after check().
  std::string_view package_name() const;
  const std::string& import_path() const;
  const std::vector<PhaseTime>& phase_times() const;

  /// Text of a stage's output: "tokens", "ast" after check(), "ir", "bytecode" after compile(). With `function`
  /// only functions of that name.
  std::string dump(std::string_view stage, std::string_view function);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace govm::compiler
