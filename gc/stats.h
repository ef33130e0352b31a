// What the heap counted: cycle records and the numbers of runtime.MemStats. Exact, plain data.
#pragma once

#include <array>
#include <cstdint>

#include "base/time_counts.h"
#include "gc/size_class.h"

namespace govm::gc {

enum class Cause : std::uint8_t { Goal, MemoryLimit, Forced, Stress };

/// One collection. Times in nanoseconds of Options::now; objects count parts of tiny blocks.
struct CycleRecord {
  std::uint64_t number = 0;  ///< from 1
  Cause cause = Cause::Goal;
  std::int64_t start = 0;
  std::int64_t end = 0;
  std::uint64_t goal = 0;         ///< that was in force when it began
  std::uint64_t live_before = 0;  ///< bytes when it began
  std::uint64_t live_after = 0;   ///< bytes marked
  std::uint64_t objects_before = 0;
  std::uint64_t objects_live = 0;  ///< marked
  std::uint64_t objects_freed = 0;
  std::uint64_t scanned_heap = 0;      ///< bytes of objects that may hold pointers and were gone through
  std::uint64_t scanned_stacks = 0;    ///< bytes of frames
  std::uint64_t scanned_globals = 0;   ///< bytes of package variables
  std::uint64_t heap_at_mark_end = 0;  ///< live bytes when marking ended (before anything was freed)
  std::int64_t roots_ns = 0;
  std::int64_t mark_ns = 0;
  std::int64_t sweep_ns = 0;       ///< in pauses; under concurrent what the second thread took, too
  std::int64_t background_ns = 0;  ///< of marking and sweeping, what ran beside the program
  std::int64_t pause_ns = 0;       ///< total time stopped
  std::int64_t longest_pause_ns = 0;
  std::uint64_t slices = 0;  ///< stops it was cut into; 1 under stw
};

enum class PauseKind : std::uint8_t {
  Whole,  ///< a collection from beginning to end
  Open,   ///< roots
  Mark,   ///< a slice, or an assist
  Close,  ///< end of marking; under incremental a slice of it, too
  Sweep,  ///< a slice
};

/// One stop of the program.
struct PauseRecord {
  std::int64_t start = 0;
  std::int64_t length = 0;
  std::int64_t processor = 0;  ///< processor time of it: what a machine with other work to do does not disturb
  PauseKind kind = PauseKind::Whole;
  std::uint64_t cycle = 0;
};

/// Sums over a run, also of records that were not kept.
struct CollectionTotals {
  std::uint64_t cycles = 0;
  TimeCounts pauses;             ///< by length
  std::int64_t mark_pauses = 0;  ///< nanoseconds of those of kind Mark
  std::int64_t background = 0;   ///< nanoseconds of marking and sweeping beside the program
};

/// Of runtime.MemStats, what the heap knows. Bytes and objects.
struct MemStats {
  std::uint64_t total_alloc = 0;
  std::uint64_t mallocs = 0;
  std::uint64_t frees = 0;
  std::uint64_t heap_alloc = 0;
  std::uint64_t heap_objects = 0;
  std::uint64_t heap_sys = 0;
  std::uint64_t heap_idle = 0;
  std::uint64_t heap_inuse = 0;
  std::uint64_t heap_released = 0;
  std::uint64_t metadata_bytes = 0;  ///< spans, bitmaps, side tables, span table in use
  std::uint64_t next_gc = 0;
  std::uint64_t last_gc = 0;  ///< Options::now at its end
  std::uint64_t pause_total_ns = 0;
  std::uint64_t num_gc = 0;
  std::uint64_t num_forced_gc = 0;
  std::uint64_t tiny_allocs = 0;
  std::uint64_t peak_live = 0;
  struct Class {
    std::uint64_t size = 0;
    std::uint64_t mallocs = 0;
    std::uint64_t frees = 0;
    std::uint64_t rounding = 0;  ///< bytes of all its objects beyond what was asked for; not those of tiny blocks
  };
  std::array<Class, kSizeClasses> by_size{};  ///< [0]: large objects; tiny blocks count as 16-byte objects
};

/// What is known of one record, summed over the run.
struct RecordStats {
  std::uint64_t allocs = 0;
  std::uint64_t bytes = 0;      ///< with rounding
  std::uint64_t met_cycle = 0;  ///< objects that were there when a collection began
  std::uint64_t survived = 0;   ///< of these, alive after their first one
};

}  // namespace govm::gc
