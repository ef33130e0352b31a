// The reports of a run: which were asked for, and writing them.
#pragma once

#include <optional>
#include <string>

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

// Writes what was asked for; called when the run has ended, in whatever way. False here and below: a file could not be written.
bool write_reports(const Options& options, vm::Vm& vm, const bytecode::Program& program, const vm::Options& run);

// The recorded run in a file; nothing if there is none.
std::optional<profiler::Profile> read_profile(const std::string& path);

// The forms of a profile, which may come from a recorded run.
bool write_profile(const Options& options, const profiler::Profile& profile);

// The page of govm compare, if one is wanted.
bool write_compare_page(const Options& options, const profiler::ComparedMode& a, const profiler::ComparedMode& b);

// Prints a line for each collection when it ends (--gctrace).
class GcTrace final : public gc::HeapListener {
 public:
  void on_cycle_end(const gc::CycleRecord& cycle) override;

 private:
  int64_t stopped_ = 0;
};

}  // namespace govm::cli
