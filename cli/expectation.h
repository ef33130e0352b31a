// What has to hold in a run of a workshop program: the file `check` beside it.
//
//   run FLAGS                       the lines below are about a run with these flags
//   expect QUANTITY [FUNCTION] OP N holds in the program as it comes
//   task QUANTITY [FUNCTION] OP N   holds when the learner has done the task, and not before
//
// Quantities: objects, bytes and frames (of a function's own sites, or of the whole run), cycles, peak, reachable (bytes), and of a
// function named in --latency max, p50, p99, p99.9, p99.99, p99.999 (ns). Operators: == < <= > >=. Lines that begin with # are comments.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profiler/profile.h"

namespace govm::cli {

struct Expectation {
  bool is_task = false;
  std::string quantity;
  std::string function;  // empty: the whole run
  std::string relation;
  int64_t value = 0;

  std::string text() const;
  // The figure of a run; nothing if the run does not have it.
  std::optional<int64_t> measure(const profiler::Profile& profile) const;
  bool holds(int64_t figure) const;
};

struct ExpectedRun {
  std::vector<std::string> flags;
  std::vector<Expectation> expectations;
};

// Reads a check file; on a malformed line nothing, and `error` names it.
std::optional<std::vector<ExpectedRun>> parse_expectations(std::string_view text, std::string& error);

}  // namespace govm::cli
