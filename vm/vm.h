// The machine: give it a program, run it, look at what its heap did.
//
// The one header outside the VM's tower: cli, tests and the profiler include it. A
// process may hold several.
#pragma once

#include <signal.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vm/bytecode/program.h"
#include "vm/native/registry.h"

namespace govm::gc {
class Heap;
class HeapListener;
}  // namespace govm::gc

namespace govm::bytecode {
class InstructionCounts;
}

namespace govm::exec {
class CodeProvider;
class Image;
class Interpreter;
class Latency;
class StackTree;
}  // namespace govm::exec

namespace govm::vm {

/// Keeps malloc's heap out of the addresses that code needs. To be called first, where compiling may take gigabytes.
void keep_place_for_code();

enum class GcMode : std::uint8_t { StopTheWorld, Incremental, Concurrent, Off };
enum class ClockMode : std::uint8_t { Wall, Virtual };

/// How a program is run. The defaults are those of a plain `govm run`.
struct Options {
  GcMode gc = GcMode::StopTheWorld;
  int gogc = 100;                          ///< < 0: off
  std::int64_t memory_limit = -1;          ///< GOMEMLIMIT in bytes; < 0: none
  std::int64_t max_heap = -1;              ///< bytes; beyond it Go's out of memory; < 0: none
  std::int64_t max_stack = 1'000'000'000;  ///< bytes of one goroutine's stack
  std::int64_t gc_slice_ns = 500'000;      ///< bound of one slice of incremental marking, of one assist
  bool keep_collections = true;            ///< records of all collections and pauses, for reports
  std::uint64_t gc_stress = 0;             ///< collect at every Nth safepoint; 0: never
  bool verify = false;                     ///< check heap and frames around each collection
  bool stack_stress = false;               ///< smallest segments
  bool preempt_stress = false;             ///< switch goroutines at each poll
  std::uint64_t seed = 0;                  ///< order of maps, select and goroutines
  ClockMode clock = ClockMode::Wall;
  std::uint64_t max_steps = 0;         ///< cells, in counted code; 0: no limit
  double timeout_seconds = 0;          ///< wall time; 0: none; exit status 124
  bool counting = false;               ///< the program was compiled with Count cells
  bool charging = false;               ///< what std allocates is charged to the user's calls
  bool stacks = false;                 ///< with charging: allocations are recorded with their stacks
  std::vector<std::string> latency;    ///< functions whose calls are timed
  bool trace_instructions = false;     ///< one line per cell on stderr (slow)
  bool count_instructions = false;     ///< executions of each cell are counted (slow)
  std::vector<std::string> arguments;  ///< os.Args
  std::string build_info;              ///< what runtime/debug.ReadBuildInfo reads
  std::string traceback;               ///< GOTRACEBACK
};

/// What counted code has counted and what the run took.
struct RunStats {
  std::uint64_t instructions = 0;  ///< cells executed; only when counting
  std::uint64_t frame_values = 0;  ///< values placed in frames; only when counting
  std::int64_t wall_nanoseconds = 0;
};

class Vm {
 public:
  /// `registry` and `provider` (may be null) must outlive the Vm.
  Vm(Options options, const native::Registry& registry, exec::CodeProvider* provider);
  ~Vm();
  Vm(const Vm&) = delete;
  Vm& operator=(const Vm&) = delete;

  /// Loads and runs `program`, which must have been verified and which a CodeProvider may
  /// extend meanwhile. Returns the process's exit status: the program's own, 2 after a
  /// panic or fatal error (Go's text on stderr), 124 after a timeout, 128 and the number after
  /// a signal. Once per Vm.
  int run(bytecode::Program& program);

  /// The heap: statistics, listener, and verification. Valid as long as the Vm.
  gc::Heap& heap();
  /// For tracebacks (vm/exec/traceback.h); valid after run has begun.
  exec::Interpreter& interpreter();
  const RunStats& stats() const { return stats_; }
  /// The user's calls that records are charged to, by gc::Record::caller less 1; empty unless charging.
  const std::vector<bytecode::UserCall>& user_calls() const;

  /// Where package variables lie.
  const void* globals() const;
  /// The stacks of records (gc::Record::stack); null unless wanted.
  const exec::StackTree* stacks() const;
  /// Values placed in frames, by heap record; zeroes unless counting.
  const std::vector<std::uint64_t>& frame_values_by_record() const;
  /// Executions of each instruction; null unless counted.
  const bytecode::InstructionCounts* instruction_counts() const;
  /// The timed calls; null unless some were wanted.
  exec::Latency* latency();

  /// Called once before the process's status is returned or a fatal error ends the run:
  /// writes reports that were asked for.
  void set_before_exit(std::function<void()> hook) { before_exit_ = std::move(hook); }
  /// Where print, println, panic texts and tracebacks go; stderr unless set. Tests use it.
  void set_error_output(std::function<void(std::string_view)> write);

  /// Ends the run at the next poll as this signal would: with `words` and all stacks, as of a fault of Go's runtime, or, without
  /// words, at once. Async-signal-safe.
  void interrupt(const siginfo_t& signal, const char* words);
  /// How the run was ended from outside: by the timeout; the signal that ended it without words, 0 if none did.
  bool timed_out() const;
  int died_of() const;

 private:
  struct State;

  /// Takes the figures of the run and lets the reports be written.
  void conclude();

  Options options_;
  RunStats stats_;
  std::function<void()> before_exit_;
  std::unique_ptr<State> state_;
};

}  // namespace govm::vm
