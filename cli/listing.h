// The texts of govm escape: annotated source and explanations.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source_file.h"
#include "compiler/escape/findings.h"
#include "profiler/profile.h"

namespace govm::cli {

/// What running over a finding made in one run.
struct Counted {
  uint64_t allocs = 0;
  uint64_t bytes = 0;
  uint64_t met_cycle = 0;
  uint64_t survived = 0;
};

/// One place in the source with what is known about it.
struct Noted {
  Position at;
  escape::Finding finding;
  std::optional<Counted> counted;       ///< nothing if the run did not come here, or there was no run
  std::vector<escape::Finding> copies;  ///< inlined copies of the text that are placed differently
};

/// The findings by file, line and column, those of one place as one; the counts of a run are joined to them if there was one. Rows of the
/// run that no finding explains (the growth of maps, what std allocates in a call) become findings of their own.
std::vector<Noted> join(const std::vector<escape::Finding>& findings, const SourceMap& sources, const profiler::Profile* run);

/// The annotated source. `run` may be null.
std::string listing(const std::vector<Noted>& notes, const SourceMap& sources, const profiler::Profile* run);

/// An explanation of each finding that `question` names: a variable, the text of a site, LINE, or FILE:LINE[:COLUMN]. Empty: none.
/// `run` may be null.
std::string explanations(const std::vector<Noted>& notes, const SourceMap& sources, std::string_view question,
                         const profiler::Profile* run);

}  // namespace govm::cli
