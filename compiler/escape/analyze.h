// Escape analysis: which variables and expressions of a program live on the heap, and why.
//
// Functions are lowered (compiler/inline) and analysed in groups of mutual recursion, callees first (escape-analysis.md 1.12): `Walker`
// builds the group's location graph, `Graph` solves it, and what comes out goes into Decisions, into the summaries that callers
// use, and into the lines of -m. User packages are analysed whole; a std function when it is compiled. Generic functions are analysed for
// each list of shapes; a decision of the generic text is "heap" if it is for one of them. Functions of std that Go has too are summarised
// by the measured table, so that their callers see Go's verdicts.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/source_file.h"
#include "compiler/escape/assertions.h"
#include "compiler/escape/decisions.h"
#include "compiler/escape/findings.h"
#include "compiler/escape/log.h"
#include "compiler/escape/tag_table.h"
#include "compiler/inline/verdicts.h"
#include "compiler/types/checker.h"

namespace govm::escape {

/// One line of the diagnostics; a position of 0 means none is printed.
struct Line {
  Pos pos;
  std::string text;
};

class Analyzer {
 public:
  /// `std_tags` may be null: then std functions are analysed like any other. So may `std_verdicts`.
  Analyzer(types::Checker& checker, const types::Info& info, const SourceMap& sources, Decisions& decisions, const TagTable* std_tags,
           const inl::VerdictTable* std_verdicts = nullptr);
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  /// N of -m=N: 1 the decisions, 2 also the flows that lead to them. To be set before analysing.
  void set_verbosity(int verbosity);
  /// Whether calls in packages analysed whole are inlined, but for those of the functions named, as in stack traces. To be set before
  /// analysing.
  void set_inlining(bool enabled, std::vector<std::string> kept);
  /// All functions of a package, in Go's order. Lines and log tell of packages that are to say them.
  void analyze_package(const types::Package* package, bool says_lines = true);
  /// A declared function, or an instance of a generic one, with those of its callees that have no summary yet.
  void analyze(const types::Func* func, std::span<const types::Type* const> args = {});
  /// Whether calls of a declared function of a package analysed whole can be inlined.
  bool is_inlinable(const types::Func* func);
  /// What Decisions tells the inlined calls of an instance of a generic function by.
  const void* shape_of(const types::Func* func, std::span<const types::Type* const> args);
  /// The initialisers of a package's variables.
  void analyze_initializers(const types::Package* package);

  /// Who takes the lines of -m for packages analysed whole, in Go's order; empty: nobody. To be set before analysing.
  void set_line_writer(std::function<void(const Line&)> write);
  /// Keeps the log, with the flows of verbosity 2. To be called before analysing.
  void want_log();
  /// Asks for findings as well, which take time. To be called before analysing.
  void want_findings();
  /// Asks for Decision::why of what is not std's own, which takes time. To be called before analysing.
  void want_reasons();
  /// Of packages analysed whole, in the order of the analysis.
  std::span<const Finding> findings() const;
  /// What a function of a package analysed whole may allocate, in all its instances.
  std::vector<Allocation> allocations_of(const types::Func* func);
  /// What is to be logged, in the order of the lines, if it was wanted.
  std::span<const LogRecord> log() const;
  /// What the body of a declared function that is not generic leaks, receiver first, whatever the table says of it. For tests.
  std::span<const Leaks> body_leaks_of(const types::Func* func);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace govm::escape
