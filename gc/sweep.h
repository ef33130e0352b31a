// Sweeping: a span's allocation bits become those of its marked objects, and what was allocated since the cycle
// began.
//
// When marking ends the sweeper takes all spans; the allocator gets them back one by one, swept. A span
// belongs to one side at a time, so both threads may sweep: the one that took a span off the queue does.
// Spans without objects go back to the page heap.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "gc/reserved_array.h"
#include "gc/size_class.h"
#include "gc/span_queue.h"

namespace govm::gc {

struct HeapState;
struct Span;

/// Lists of spans: of large objects, of each size class, of tiny blocks.
inline constexpr std::uint32_t kLargeList = 0;
inline constexpr std::uint32_t kTinyList = kSizeClasses;
inline constexpr std::uint32_t kSpanLists = kSizeClasses + 1;

/// Records a heap can hold.
inline constexpr std::size_t kMostRecords = std::size_t{1} << 24;

/// What one thread counts while it sweeps.
struct SweepCounts {
  ReservedArray<std::uint64_t> survived{kMostRecords};  ///< by record: objects that outlived their first cycle
  std::uint64_t slots = 0;
};

class Sweeper {
 public:
  explicit Sweeper(HeapState& state) : state_(state) {}

  /// At mark end: every span is unswept, the allocator's lists are empty.
  void begin();
  /// Sweeps up to `most` spans, oldest first. True: all spans are swept, or another thread has the last of them.
  bool sweep_some(std::size_t most, SweepCounts& counts);
  /// For the program's thread: a swept span of a list with free slots; sweeps some if it must. Null: it found none.
  Span* obtain(std::uint32_t list, SweepCounts& counts);
  /// Sweeps large objects until `pages` pages are free again or a few were looked at.
  void reclaim_large(std::uint32_t pages, SweepCounts& counts);
  /// Is every span swept?
  bool done() const;
  /// Spans not yet swept.
  std::size_t left() const;

 private:
  /// Taken over in whole lists, so that a pause does not copy them.
  struct Parts {
    std::vector<SpanQueue> parts;
    std::size_t part = 0;
    void add(SpanQueue spans);
    Span* take();
  };

  /// Which slots of a span are taken.
  enum class Use : std::uint8_t { None, Some, All };
  struct Swept {
    Span* span = nullptr;
    Use use = Use::None;
  };

  /// Hands on spans that were swept; returns the pages it freed. Neighbours are given back as one run.
  std::uint32_t finish(std::span<const Swept> swept);
  Swept sweep(Span* span, SweepCounts& counts);
  void count_survivors(const Span& span, std::uint32_t word, std::uint64_t bits, SweepCounts& counts) const;

  HeapState& state_;
  // All under HeapState::shared.
  std::array<Parts, kSpanLists> unswept_;
  std::array<SpanQueue, kSpanLists> free_slots_;  // swept, with free slots
  std::array<SpanQueue, kSpanLists> full_;        // swept, without
  std::size_t left_ = 0;
  std::size_t in_work_ = 0;
  std::uint32_t list_ = 0;  // sweep_some goes on here
};

}  // namespace govm::gc
