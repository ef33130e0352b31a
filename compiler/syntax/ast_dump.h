// Text dump of a tree: one node a line, with position, children indented.
#pragma once

#include "base/text_writer.h"
#include "compiler/diag/sink.h"
#include "compiler/syntax/decl.h"

namespace govm::syntax {

/// Writes the tree under `node`; positions are line:column of `sources`.
void dump_ast(TextWriter& out, const Node* node, const SourceMap& sources);

/// Writes the tokens of a file, one a line (`govm dump --tokens`).
void dump_tokens(TextWriter& out, SourceFile& source, diag::DiagnosticSink& sink);

}  // namespace govm::syntax
