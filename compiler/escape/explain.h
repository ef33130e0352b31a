// Why a location is on the heap: its path in the lines of -m=2 (escape-analysis.md 4).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/source_file.h"
#include "compiler/escape/graph.h"
#include "compiler/escape/log.h"
#include "compiler/inline/text.h"

namespace govm::escape {

/// Where a location's variable or node stands (inl::places_of).
std::vector<Pos> places_of(const Location& location);

class Explainer {
 public:
  Explainer(const SourceMap& sources, const inl::Text& text) : sources_(sources), text_(text) {}

  std::string text_of(const Location* location) const;
  /// A path as the log of decisions has it.
  std::vector<LogStep> logged(const std::vector<Location::Hop>& path) const;
  /// The same as lines without position, "  flow: …", "    from …".
  std::vector<std::string> lines(const std::vector<Location::Hop>& path, std::span<const LogStep> flow) const;
  /// The steps of a path, "13:9 address-of".
  std::vector<std::string> steps(const std::vector<Location::Hop>& path) const;

 private:
  const SourceMap& sources_;
  const inl::Text& text_;
};

}  // namespace govm::escape
