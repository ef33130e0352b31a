// Who wants to know what the heap does. Nothing is sampled and allocations are not announced:
// counts per record are the heap's own and read at the end.
#pragma once

#include <cstdint>

#include "gc/stats.h"

namespace govm::gc {

enum class Phase : std::uint8_t { Roots, Mark, Sweep };
enum class GrowthKind : std::uint8_t { Slice, Map };

/// All calls come in pauses but on_growth; none may allocate in the heap.
class HeapListener {
 public:
  virtual ~HeapListener() = default;
  virtual void on_cycle_begin(const CycleRecord& cycle) { (void)cycle; }
  virtual void on_phase(const CycleRecord& cycle, Phase phase) { (void)cycle, (void)phase; }
  virtual void on_cycle_end(const CycleRecord& cycle) { (void)cycle; }
  /// A slice or map moved to larger memory; `record` is the site's.
  virtual void on_growth(GrowthKind kind, std::uint32_t record, std::uint64_t old_bytes, std::uint64_t new_bytes) {
    (void)kind, (void)record, (void)old_bytes, (void)new_bytes;
  }
};

}  // namespace govm::gc
