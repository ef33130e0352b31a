// Writes `file:line:col: text`, and the excerpt below it.
#include "compiler/diag/render.h"

namespace govm::diag {
namespace {

/// The source line of a position and, below it, a caret; tabs keep the caret in its column.
std::string excerpt_of(Pos pos, const SourceMap& sources) {
  const SourceFile* file = sources.file_of(pos);
  if (file == nullptr) return {};
  Position at = file->physical(pos);
  std::string_view line = file->line_text(at.line);
  std::string text = "    ";
  text.append(line);
  text += "\n    ";
  for (uint32_t i = 0; i + 1 < at.column; ++i) text += i < line.size() && line[i] == '\t' ? '\t' : ' ';
  text += "^\n";
  return text;
}

/// The place of a message as its line begins.
std::string describe(Pos pos, const SourceMap& sources) {
  Position at = sources.resolve(pos);
  if (at.line == 0 || at.column < kColumnLimit) return sources.describe(pos);
  return std::string(at.file) + ":" + std::to_string(at.line);
}

}  // namespace

std::string render(const Diagnostic& diagnostic, const SourceMap& sources, Excerpt excerpt) {
  std::string text;
  if (diagnostic.pos) text = describe(diagnostic.pos, sources) + ": ";
  text += diagnostic.text;
  text += '\n';
  for (const Note& note : diagnostic.notes) {
    text += '\t';
    if (note.pos) text += sources.describe(note.pos) + ": ";
    text += note.text;
    text += '\n';
  }
  if (excerpt == Excerpt::Yes && diagnostic.pos) text += excerpt_of(diagnostic.pos, sources);
  return text;
}

std::string render(const DiagnosticSink::Listing& listing, const SourceMap& sources, Excerpt excerpt) {
  std::string text;
  for (const Diagnostic& diagnostic : listing.diagnostics) text += render(diagnostic, sources, excerpt);
  if (listing.full_pos) text += describe(listing.full_pos, sources) + ": too many errors\n";
  return text;
}

std::string render_all(const DiagnosticSink& sink, Excerpt excerpt) {
  std::string text;
  for (const DiagnosticSink::Listing& listing : sink.listings()) text += render(listing, sink.sources(), excerpt);
  return text;
}

}  // namespace govm::diag
