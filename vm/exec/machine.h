// The state that handlers and cold paths share: one per VM, on the one thread that runs
// Go code. The first members are what hot handlers touch.
#pragma once

#include <signal.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gc/heap.h"
#include "vm/exec/dispatch.h"
#include "vm/exec/image.h"
#include "vm/exec/runtime_error.h"
#include "vm/goroutine/channel.h"
#include "vm/goroutine/goroutine.h"
#include "vm/goroutine/scheduler.h"
#include "vm/native/native.h"
#include "vm/value/map.h"

namespace govm::bytecode {
class InstructionCounts;
}

namespace govm::exec {

class CodeProvider;
class Latency;

/// Recycles records of one type. Not thread-safe.
template <class T>
class Pool {
 public:
  Pool() = default;
  ~Pool() {
    for (T* record : all_) delete record;
  }
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  T* obtain() {
    if (free_.empty()) {
      all_.push_back(new T{});
      return all_.back();
    }
    T* record = free_.back();
    free_.pop_back();
    return record;
  }
  void give(T* record) { free_.push_back(record); }

 private:
  std::vector<T*> all_;
  std::vector<T*> free_;
};

/// What changes from run to run in how cells are executed.
struct RunOptions {
  std::int64_t poll_interval = 50'000;  ///< calls and back edges between polls; at least 2
  std::int64_t quantum = 50'000;        ///< those after which another ready goroutine runs
  bool gc_at_polls = false;             ///< each poll is a safepoint of `--gc-stress`
  std::uint64_t max_steps = ~std::uint64_t{0};
  std::vector<std::string> arguments;  ///< os.Args
  std::string build_info;              ///< what runtime/debug.ReadBuildInfo reads
  std::string traceback;               ///< GOTRACEBACK
  bool print_instructions = false;     ///< each one before it is executed (trace.h)
};

/// The exit status of a process that a signal ends, as shells say it.
constexpr int signal_status(int number) { return 128 + number; }

/// A signal that is to end the run.
struct Interrupt {
  siginfo_t signal{};
  const char* words = nullptr;  ///< the program dies with them and with all stacks, as of a fault of Go's runtime; null: it just ends
};

struct Machine {
  Machine(Image& image, gc::Heap& heap, rt::Scheduler& scheduler, native::Host& host, CodeProvider* provider, RunOptions options);
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  /// Whether a signal or the deadline ends the run now.
  bool ends_from_outside() const;

  /// Reloads what handlers read from the image after it grew.
  void refresh();

  // Hot.
  std::byte* limit = nullptr;  ///< highest fp of a callee in this segment
  std::int64_t fuel = 0;       ///< calls and back edges until the next poll; 1: poll soon
  gc::Heap& heap;
  std::byte* globals = nullptr;
  const void* const* itab_words = nullptr;
  const value::String* strings = nullptr;
  const std::byte* const* data = nullptr;
  const Cell* const* closures = nullptr;
  rt::Goroutine* g = nullptr;  ///< the running goroutine
  std::uint64_t steps = 0;     ///< cells executed, in counted code
  std::uint64_t max_steps;
  std::uint64_t* frame_values = nullptr;  ///< by record, in counted code

  // What the failing handler leaves for the panic's text.
  std::int64_t bad_index = 0;
  std::int64_t bad_length = 0;
  BoundsCode bad_bound = BoundsCode::Index;

  std::int64_t quantum_left = 0;  ///< fuel of the running goroutine beyond the next poll

  Image& image;
  rt::Scheduler& scheduler;
  native::Host& host;
  CodeProvider* provider;
  RunOptions options;
  bytecode::InstructionCounts* instruction_counts = nullptr;  ///< counts each instruction (trace.h); null: none is counted
  Latency* latency = nullptr;                                 ///< times calls of chosen functions; null: none are chosen
  const rt::Goroutine* collecting = nullptr;                  ///< the one that called runtime.GC last: its polls collect; null: none
  rt::Channels channels;
  value::MapContext maps;

  Pool<rt::DeferRecord> defer_records;
  Pool<rt::PanicRecord> panic_records;

  // Printing the panics that end the program (panic.cpp).
  rt::PanicRecord* printing = nullptr;
  Fp printing_fp = nullptr;

  // The cell whose cold path runs, for tracebacks and roots; set before anything that
  // can look at the stack.
  const Cell* pc = nullptr;
  Fp fp = nullptr;

  Interrupt interrupt;
  /// `interrupt` holds what a signal's handler left; read at polls.
  std::atomic<bool> interrupted = false;
  /// Wall nanoseconds after the start of the run at which it is cut off; < 0: never.
  std::int64_t deadline = -1;
  bool out_of_time = false;  ///< the deadline ended the run
  int died_of = 0;           ///< the signal that ended it without words, 0 if none did
  std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
  int exit_status = 0;
  std::vector<std::uint64_t> frame_value_counts;
  std::function<void(std::string_view)> write_error;
  std::function<void()> poll_hook;  ///< called at each poll; may be empty
  native::DeathReport death_report;

  /// Writes what a program that dies says.
  void write_death(std::string_view text) const;
};

}  // namespace govm::exec
