// From text to tree: the public face of the parser.
//
// Error texts, recovery and node positions are those of Go's compiler. Branch targets and labels
// are resolved here (spec: "Labeled statements", "Break statements" …), function by function.
// Nesting beyond what the stack of 256 MiB allows is an error, not a crash.
#pragma once

#include <cstdint>
#include <memory>

#include "base/arena.h"
#include "base/intern.h"
#include "base/source_file.h"
#include "compiler/diag/sink.h"
#include "compiler/syntax/decl.h"

namespace govm::syntax {

/// What all files of a compile session share. The referred things outlive every tree.
struct Session {
  Arena& arena;
  Interner& interner;
  SourceMap& sources;
  diag::DiagnosticSink& sink;
  uint32_t next_expr_id = 1;  ///< ids below it are given out
};

/// Whether function bodies are parsed at once or only skipped, braces matched. For trusted text
/// (std): mistakes in a skipped body show up in parse_body.
enum class Bodies : uint8_t { Parse, Skip };

/// Parses a file. Errors go to the sink; null if there is no usable package clause.
File* parse_file(Session& session, SourceFile& source, Bodies bodies = Bodies::Parse);

/// Parses only the package clause and the imports; decls holds nothing else.
File* parse_imports(Session& session, SourceFile& source);

/// What is needed in any case of a file that has an outline: its imports, and declarations that say so (OutlineRow::Use::Always). No other
/// text is read.
File* parse_outlined(Session& session, SourceFile& source, const Outline& outline);

/// Parses the declaration that a row of a file's outline stands for: all of a constant declaration in parentheses, one of several types
/// or variables. Bodies are skipped.
std::span<Decl*> parse_outlined(Session& session, const File& file, const OutlineRow& row);

/// Parses a skipped body; does nothing if the function has none or it is there already.
void parse_body(Session& session, FuncDecl& decl);

}  // namespace govm::syntax
