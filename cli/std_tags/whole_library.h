// A program that imports all of std, and an analyzer of its bodies: for who looks at each.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/adapters.h"
#include "compiler/diag/render.h"
#include "compiler/escape/analyze.h"
#include "compiler/load/load.h"
#include "compiler/syntax/decl.h"

namespace govm::cli {

class WholeLibrary {
 public:
  /// Without outlines files are read whole: functions() needs the trees of all. Without own tags all bodies that Go has no tags for are
  /// analysed.
  explicit WholeLibrary(std::span<const FileOutline> outlines = {}, std::string_view own_tags = {})
      : packages(outlines),
        sink(sources, 0),
        session{arena, interner, sources, sink},
        types(interner),
        checker(session, types, info),
        tags({stdlib::text_of("escape_tags.tsv"), own_tags}),
        verdicts(stdlib::text_of("inline.tsv"), stdlib::text_of("inlined_sites.tsv")),
        analyzer(checker, info, sources, decisions, &tags, &verdicts) {
    load::LoadRequest request;
    request.files = {{"main.go", std::string("package main\n\nfunc main() {}\n")}};
    for (const std::string_view path : stdlib::packages()) request.implicit_imports.emplace_back(path);
    request.sources = {&packages};
    program = load::load_program(session, checker, request);
  }

  /// Why it could not be loaded, and what was wrong with bodies that were asked for since; empty: nothing.
  std::string problem() const { return program.problem + diag::render_all(sink); }

  /// All functions and methods that std declares.
  std::vector<const types::Func*> functions() const {
    std::vector<const types::Func*> all;
    for (const types::Package* package : program.packages) {
      if (!package->is_std) continue;
      for (const syntax::File* file : package->files) {
        for (const syntax::Decl* decl : file->decls) {
          const auto* declared = syntax::as<syntax::FuncDecl>(decl);
          const auto* func = declared != nullptr ? types::as_object<types::Func>(info.object_of(declared->name)) : nullptr;
          if (func != nullptr) all.push_back(func);
        }
      }
    }
    return all;
  }

  StdPackages packages;
  Arena arena;
  Interner interner;
  SourceMap sources;
  diag::DiagnosticSink sink;
  syntax::Session session;
  types::TypeStore types;
  types::Info info;
  types::Checker checker;
  escape::TagTable tags;
  inl::VerdictTable verdicts;
  escape::Decisions decisions;
  escape::Analyzer analyzer;
  load::LoadedProgram program;
};

}  // namespace govm::cli
