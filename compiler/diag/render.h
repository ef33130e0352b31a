// Diagnostics as text: the lines Go's compiler prints, and optionally the source line with a caret.
#pragma once

#include <string>

#include "compiler/diag/sink.h"

namespace govm::diag {

/// Whether the source line and a caret follow each message.
enum class Excerpt : uint8_t { No, Yes };

/// Go's compiler keeps eight bits of a column: from this one on it prints none.
inline constexpr uint32_t kColumnLimit = 255;

/// "file:line:col: message" with continuation lines, ending in a newline.
std::string render(const Diagnostic& diagnostic, const SourceMap& sources, Excerpt excerpt = Excerpt::No);

/// A section, with "too many errors" where the limit was reached.
std::string render(const DiagnosticSink::Listing& listing, const SourceMap& sources, Excerpt excerpt = Excerpt::No);

/// Everything in the sink, section by section.
std::string render_all(const DiagnosticSink& sink, Excerpt excerpt = Excerpt::No);

}  // namespace govm::diag
