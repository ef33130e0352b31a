// The reports of a run: which were asked for, and writing them.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"
#include "compiler/compile.h"
#include "gc/events.h"
#include "profiler/compare.h"
#include "profiler/profile.h"
#include "vm/vm.h"

namespace govm::cli {

inline constexpr const char* kVersion = "0.1.0";

// Says something on standard error.
void say(const std::string& text);

// Says what is wrong with a program that does not compile, or with its environment. The exit status.
int report_failure(const compiler::Compilation& compilation);

// Is any report wanted that joins sites with their counts?
bool wants_profile(const Options& options);
// Is the run timed and counted, so that reports know its instructions and the values in frames?
bool wants_counts(const Options& options);

// Do the names of the files that are to be written fit what is written there, and is none of them named twice? Says what is wrong.
bool names_outputs_well(const Options& options);
// Can these files be written? Asked before anything runs; says what is wrong.
bool can_write_outputs(const Options& options);

// Keeps each collection as it is when its marking ends, and says its line then (--gctrace).
class GcTrace final : public gc::HeapListener {
 public:
  explicit GcTrace(bool says) : says_(says) {}
  void on_cycle_end(const gc::CycleRecord& cycle) override;
  const std::vector<profiler::CycleRow>& ended() const { return ended_; }

 private:
  bool says_;
  int64_t stopped_ = 0;
  std::vector<profiler::CycleRow> ended_;
};

// Writes what was asked for; called when the run has ended, in whatever way. False here and below: a file could not be written.
bool write_reports(const Options& options, vm::Vm& vm, const bytecode::Program& program, const vm::Options& run, const GcTrace& trace);

// The recorded run in a file; the error is what a person is told.
Result<profiler::Profile> read_profile(const std::string& path);

// The forms of a profile, which may come from a recorded run.
bool write_profile(const Options& options, const profiler::Profile& profile);

// The page of govm compare, if one is wanted.
bool write_compare_page(const Options& options, const profiler::ComparedMode& a, const profiler::ComparedMode& b);

}  // namespace govm::cli
