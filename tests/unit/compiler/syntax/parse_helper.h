// Parses a text for tests and keeps everything alive that the tree needs.
#pragma once

#include <string>

#include "compiler/diag/render.h"
#include "compiler/syntax/ast_dump.h"
#include "compiler/syntax/parser.h"
#include "compiler/syntax/print.h"

namespace govm::syntax {

struct Parsed {
  explicit Parsed(std::string text, Bodies bodies = Bodies::Parse) : sink(sources, 0) {
    source = sources.add("a.go", std::move(text));
    file = parse_file(session, *source, bodies);
  }
  std::string errors() const { return diag::render_all(sink); }
  std::string dump() const {
    TextWriter out;
    if (file != nullptr) dump_ast(out, file, sources);
    return std::move(out).str();
  }

  Arena arena;
  Interner interner;
  SourceMap sources;
  diag::DiagnosticSink sink;
  Session session{arena, interner, sources, sink};
  SourceFile* source = nullptr;
  File* file = nullptr;
};

}  // namespace govm::syntax
