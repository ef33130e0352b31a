// Decisions as -json=0,DIR logs them: what Go's compiler writes for editors (cmd/compile/internal/logopt).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/position.h"
#include "base/source_file.h"

namespace govm::escape {

/// One step of a flow, with its places (inl::places_of).
struct LogStep {
  std::vector<Pos> places;
  std::string text;
  std::optional<Pos> line_place;  ///< what the line of -m=2 ends in; of a step within a flow
};

/// One decision: `escape` and `escapes`, `leak`, `canInlineFunction`, `cannotInlineFunction`, `cannotInlineCall`, and about loops whose
/// variables are new ones in each iteration `iteration-variable-to-stack`, `iteration-variable-to-heap`, `loop-modified-for`,
/// `loop-modified-range`.
struct LogRecord {
  std::vector<Pos> places;
  std::string code;
  std::string message;  ///< empty: the last word about a site
  std::vector<LogStep> flow;
  std::vector<Pos> ends = {};  ///< of what reaches over several places, beside `places`
};

/// The files for a package with this path: names ("main/prog.json") and texts, one JSON object a line: what was compiled, then an LSP
/// diagnostic for each record, by place.
std::vector<std::pair<std::string, std::string>> log_files(const SourceMap& sources, std::string_view package,
                                                           std::span<const LogRecord> records);

}  // namespace govm::escape
