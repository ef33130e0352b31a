// How a heap behaves; set once at its making. GOGC and the memory limit can change later.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace govm::gc {

enum class Mode : std::uint8_t {
  StopTheWorld,  ///< a whole cycle in one pause
  Incremental,   ///< marking and sweeping in slices at safepoints
  Concurrent,    ///< marking and sweeping on a second thread, two short pauses
  Off,           ///< only forced collections
};

struct Options {
  Mode mode = Mode::StopTheWorld;
  std::int64_t gogc = 100;                         ///< percent; < 0: no collection by heap goal
  std::int64_t memory_limit = -1;                  ///< bytes, soft (GOMEMLIMIT); < 0: none
  std::int64_t max_heap = -1;                      ///< bytes, hard; beyond it it is out of memory; < 0: none
  std::uint64_t stress = 0;                        ///< collect (incremental: mark a slice) at every Nth safepoint
  std::uint64_t seed = 0;                          ///< phase of stress
  std::uint64_t slice_work = 500'000;              ///< most work of one slice or assist (mark.h): about nanoseconds
  bool poison = false;                             ///< fill freed slots with kPoison
  bool verify = false;                             ///< check the whole heap around each collection
  bool track_survivors = true;                     ///< per record: objects that outlived their first cycle
  bool keep_records = true;                        ///< of all collections and pauses, for reports; otherwise the newest cycles
  bool fixed_base = true;                          ///< try 0xc000000000 first; a second heap of a process need not
  std::uint64_t reserve = std::uint64_t{1} << 38;  ///< bytes of address space

  /// Nanoseconds since the program's start, for cycle records; null: a wall clock.
  std::function<std::int64_t()> now = nullptr;
  /// `now` is not a wall clock but moves with the work that is done.
  bool own_clock = false;
  /// The heap cannot go on: tells `what` (lines: which block there is no room for, and the fatal error), writes reports and
  /// ends the process. Must not return; null: the lines and exit 2.
  std::function<void(std::string_view what)> out_of_memory = nullptr;
  /// For verify: is this address in a goroutine's frame? Null: not checked.
  std::function<bool(std::uintptr_t)> is_frame_address = nullptr;
};

/// The byte freed memory is filled with under Options::poison.
inline constexpr std::uint8_t kPoison = 0xdb;

}  // namespace govm::gc
