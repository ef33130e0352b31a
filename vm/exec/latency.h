// Times every call of chosen functions and says what the slow ones waited for (--latency=FUNC).
//
// The first cell of a chosen function and its returns are linked to StubWatch, which tells `at` and then executes what
// stands there; other functions are untouched. A conditional return is told with the cell behind it, which
// is where a call goes on that did not return. A call that a panic or Goexit ends is told by who drops its frame.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gc/heap.h"
#include "vm/bytecode/program.h"
#include "vm/exec/dispatch.h"

namespace govm::exec {

/// Counts of durations: exact below 128 ns, then with 128 steps for each power of two (an error below 0.8 %).
class DurationHistogram {
 public:
  void add(std::int64_t duration);
  std::uint64_t count() const { return count_; }
  std::int64_t max() const { return max_; }
  /// The duration that a share `q` of all do not exceed, by nearest rank; 0 without any.
  std::int64_t quantile(double q) const;

 private:
  static constexpr unsigned kStepBits = 7;
  static unsigned bucket(std::uint64_t duration);
  static std::int64_t highest_of(unsigned bucket);

  std::array<std::uint64_t, (64 - kStepBits + 1) << kStepBits> counts_{};
  std::uint64_t count_ = 0;
  std::int64_t max_ = 0;
};

/// One slow call: where its time went. Nanoseconds.
struct SlowCall {
  std::uint64_t number = 0;  ///< of the function's calls, from 1
  std::int64_t start = 0;
  std::int64_t length = 0;
  std::int64_t collector = 0;  ///< in the pauses [first_pause, end_pause) of the heap's list
  std::size_t first_pause = 0;
  std::size_t end_pause = 0;
  std::int64_t map_growth = 0;
  std::uint64_t map_bytes = 0;  ///< moved
  std::int64_t slice_growth = 0;
  std::uint64_t slice_bytes = 0;
  std::int64_t compiling = 0;   ///< functions of std, at their first call
  std::int64_t scheduling = 0;  ///< other goroutines ran; without the pauses in it
  std::int64_t idle = 0;        ///< none could run
};

/// What is known of one function.
struct FunctionLatency {
  std::string function;
  DurationHistogram calls;
  DurationHistogram without_collector;
  std::vector<SlowCall> slowest;  ///< longest first
  std::uint64_t unfinished = 0;   ///< calls that had not ended when the program did
};

class Latency final : public gc::HeapListener {
 public:
  /// Calls of the functions called `names` ("main.push") are timed by `now`, nanoseconds since the program's start; `idle` is how many
  /// of these no goroutine could run.
  Latency(std::vector<std::string> names, const gc::Heap& heap, std::function<std::int64_t()> now, std::function<std::int64_t()> idle);

  /// Is the function one of those? Then these cells are linked to StubWatch.
  bool wants(const bytecode::Function& function) const;
  /// Takes the function's linked cells and their opcodes; the indices of the cells to be linked to StubWatch.
  std::vector<std::size_t> watch(const bytecode::Function& function, const Cell* linked, std::vector<bytecode::Opcode> opcodes);
  /// The opcode that stands at a watched cell; notes that it is about to be executed.
  bytecode::Opcode at(const Cell* pc, const void* fp, std::uint64_t goroutine);
  /// The goroutine left the processor; another, or the same again, got it.
  void left(std::uint64_t goroutine);
  void resumed(std::uint64_t goroutine);
  /// The frames of the goroutine for which `dropped` answers true have ended, without a return.
  void drop(std::uint64_t goroutine, const std::function<bool(const void* fp)>& dropped);

  /// A function that the running goroutine calls is compiled first.
  void on_compile_begin() { compile_start_ = open_.empty() ? -1 : now_(); }
  void on_compile_end();

  void on_growth_begin(gc::GrowthKind kind, std::uint32_t record, std::uint64_t old_bytes, std::uint64_t new_bytes) override;
  void on_growth_end() override;

  /// Ends the calls that have returned. Names that were not called have no calls.
  const std::vector<FunctionLatency>& finish();

 private:
  enum class Role : std::uint8_t { None, Return, GoesOn };
  struct Watched {
    const Cell* first = nullptr;
    std::size_t begin = 0;    // the cell a call begins with
    std::vector<Role> roles;  // by cell
    std::vector<bytecode::Opcode> opcodes;
    std::size_t function = 0;  // index in functions_
  };
  struct OpenCall {
    const void* fp = nullptr;
    std::uint64_t goroutine = 0;
    std::size_t function = 0;
    std::int64_t end = -1;  // when it returned, if it did
    std::size_t pauses_at_end = 0;
    SlowCall call;
  };

  void begin(const Watched& watched, const void* fp, std::uint64_t goroutine);
  OpenCall* open_call(const void* fp, std::uint64_t goroutine);
  void close(const OpenCall& open);
  std::int64_t pause_time(std::size_t first, std::size_t end) const;

  const gc::Heap& heap_;
  std::function<std::int64_t()> now_;
  std::function<std::int64_t()> idle_;
  std::vector<std::string> names_;
  std::vector<FunctionLatency> functions_;
  std::vector<Watched> watched_;  // by address: code is laid out in the order in which it is linked
  std::vector<OpenCall> open_;
  std::uint64_t running_ = 0;
  std::int64_t compile_start_ = -1;  // -1: no call is open
  std::int64_t growth_start_ = 0;
  std::uint64_t growth_bytes_ = 0;
  gc::GrowthKind growth_kind_ = gc::GrowthKind::Slice;
  struct Left {
    std::int64_t time;
    std::int64_t idle;
    std::size_t pauses;
  };
  std::unordered_map<std::uint64_t, Left> left_;
};

}  // namespace govm::exec
