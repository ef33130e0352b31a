// The text that the suites of the compiler work on, a generated program (bench/large_program.py, made by the build), and a compile session
// for it.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <utility>

#include "base/file.h"
#include "cli/adapters.h"
#include "compiler/diag/render.h"
#include "compiler/load/load.h"

namespace govm {

/// The program's text, read once.
inline const std::string& large_program() {
  static const std::string text = [] {
    Result<std::string> read = read_file(GOVM_LARGE_PROGRAM);
    return read.ok() ? std::move(read.value()) : std::string();
  }();
  return text;
}

inline int64_t lines_of(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

/// Seconds that `work` takes.
template <class Work>
double seconds_of(Work&& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// A program and the parts of std it imports, from parsed to checked.
struct Session {
  /// Parses and checks `text`; `when_parsed` is called in between. A program that is not right ends the process.
  explicit Session(const std::string& text, std::function<void()> when_parsed = {}) {
    load::LoadRequest request;
    request.files = {{"large.go", SourceText::lasting(text)}};
    request.sources = {&packages};
    request.when_parsed = std::move(when_parsed);
    program = load::load_program(session, checker, request);
    if (program.main != nullptr && !sink.has_errors()) return;
    std::fprintf(stderr, "%s%s\n", program.problem.c_str(), diag::render_all(sink).c_str());
    std::exit(1);
  }

  cli::StdPackages packages(cli::std_outlines());
  Arena arena;
  Interner interner;
  SourceMap sources;
  diag::DiagnosticSink sink{sources, 0};
  syntax::Session session{arena, interner, sources, sink};
  types::TypeStore types{interner};
  types::Info info;
  types::Checker checker{session, types, info};
  load::LoadedProgram program;
};

}  // namespace govm
