// Escape analysis: which variables and expressions of a program live on the heap, and why.
//
// Functions are analysed in groups of mutual recursion, callees first (escape-analysis.md 1.12): `Walker` builds the
// group's location graph, `Graph` solves it, and what comes out goes into Decisions, into the summaries that
// callers use, and into the lines of -m. User packages are analysed whole; a std function when it is compiled.
// Functions of std that Go has too are summarised by the measured table, so that their callers see Go's verdicts.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "compiler/escape/decisions.h"
#include "compiler/escape/tag_table.h"
#include "compiler/types/checker.h"

namespace govm::escape {

/// One line of -m; a position of 0 means none is printed.
struct Line {
  Pos pos;
  std::string text;
};

class Analyzer {
 public:
  /// `std_tags` may be null: then std functions are analysed like any other.
  Analyzer(types::Checker& checker, const types::Info& info, const SourceMap& sources, Decisions& decisions, const TagTable* std_tags);
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  /// All functions of a package, in Go's order.
  void analyze_package(const types::Package* package);
  /// A declared function with those of its callees that have no summary yet.
  void analyze(const types::Func* func);
  /// The initialisers of a package's variables.
  void analyze_initializers(const types::Package* package);

  /// Lines of -m for packages analysed whole, in Go's order.
  std::span<const Line> lines() const;
  /// What a function's parameters leak, receiver first: measured or analysed. For tests and dumps.
  std::span<const Leaks> leaks_of(const types::Func* func);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace govm::escape
