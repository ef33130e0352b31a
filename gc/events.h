// Who wants to know what the heap does. Nothing is sampled and allocations are not announced:
// counts per record are the heap's own and read at the end.
#pragma once

#include <cstdint>
#include <vector>

#include "gc/stats.h"

namespace govm::gc {

enum class Phase : std::uint8_t { Roots, Mark, Sweep };
enum class GrowthKind : std::uint8_t { Slice, Map };

/// Calls about cycles come in pauses, but on_cycle_end behind the last one; none may allocate in the heap.
class HeapListener {
 public:
  virtual ~HeapListener() = default;
  virtual void on_cycle_begin(const CycleRecord& cycle) { (void)cycle; }
  virtual void on_phase(const CycleRecord& cycle, Phase phase) { (void)cycle, (void)phase; }
  virtual void on_cycle_end(const CycleRecord& cycle) { (void)cycle; }
  /// A slice or map is about to move to larger memory, and has moved; `record` is the site's.
  virtual void on_growth_begin(GrowthKind kind, std::uint32_t record, std::uint64_t old_bytes, std::uint64_t new_bytes) {
    (void)kind, (void)record, (void)old_bytes, (void)new_bytes;
  }
  virtual void on_growth_end() {}
};

/// The time in which a slice or map grows. `listener` may be null.
class Growth {
 public:
  Growth(HeapListener* listener, GrowthKind kind, std::uint32_t record, std::uint64_t old_bytes, std::uint64_t new_bytes)
      : listener_(listener) {
    if (listener_ != nullptr) listener_->on_growth_begin(kind, record, old_bytes, new_bytes);
  }
  ~Growth() {
    if (listener_ != nullptr) listener_->on_growth_end();
  }
  Growth(const Growth&) = delete;
  Growth& operator=(const Growth&) = delete;

 private:
  HeapListener* listener_;
};

/// Passes everything on.
class Listeners final : public HeapListener {
 public:
  void add(HeapListener* listener) { listeners_.push_back(listener); }
  void on_cycle_begin(const CycleRecord& cycle) override {
    for (HeapListener* l : listeners_) l->on_cycle_begin(cycle);
  }
  void on_phase(const CycleRecord& cycle, Phase phase) override {
    for (HeapListener* l : listeners_) l->on_phase(cycle, phase);
  }
  void on_cycle_end(const CycleRecord& cycle) override {
    for (HeapListener* l : listeners_) l->on_cycle_end(cycle);
  }
  void on_growth_begin(GrowthKind kind, std::uint32_t record, std::uint64_t old_bytes, std::uint64_t new_bytes) override {
    for (HeapListener* l : listeners_) l->on_growth_begin(kind, record, old_bytes, new_bytes);
  }
  void on_growth_end() override {
    for (HeapListener* l : listeners_) l->on_growth_end();
  }

 private:
  std::vector<HeapListener*> listeners_;
};

}  // namespace govm::gc
