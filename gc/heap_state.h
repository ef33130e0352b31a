// The inside of a heap, shared by the collector's files. Not for other rooms.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>
#include <vector>

#include "gc/collector.h"
#include "gc/heap.h"
#include "gc/mark.h"
#include "gc/page_heap.h"
#include "gc/reserved_array.h"
#include "gc/span.h"
#include "gc/span_queue.h"
#include "gc/specials.h"
#include "gc/sweep.h"
#include "gc/tiny.h"

namespace govm::gc {

/// Bytes and objects of one size class over the run; objects count parts of tiny blocks.
struct ClassCounts {
  std::uint64_t slow_allocs = 0;    ///< not counted by a record's fast counter
  std::uint64_t slow_rounding = 0;  ///< bytes of them beyond what was asked for
  std::uint64_t frees = 0;
};

/// What the slow path counts per record.
struct RecordCounts {
  std::uint64_t allocs = 0;
  std::uint64_t bytes = 0;
  std::uint64_t meeting = 0;    ///< allocations when the cycle under way began
  std::uint64_t met_cycle = 0;  ///< when the last finished cycle began
};

struct RecordHash {
  std::size_t operator()(const Record& r) const {
    std::size_t h = 0;
    for (const std::uint64_t part : {std::uint64_t{r.site}, std::uint64_t{r.element}, std::uint64_t{r.caller}, std::uint64_t{r.stack},
                                     r.size, r.layout.element_size, reinterpret_cast<std::uint64_t>(r.layout.pointer_bits)}) {
      h = (h ^ part) * 0x9e3779b97f4a7c15U;
      h ^= h >> 29;
    }
    return h;
  }
};

struct HeapState {
  explicit HeapState(Heap& owner) : heap(owner), specials(owner), marker(*this), tiny(*this), sweeper(*this), collector(*this) {}
  ~HeapState();

  struct SpanList {
    SpanQueue spans;          // swept ones that the allocator has, oldest first
    std::size_t next = 0;     // the allocator looks from here on
    Span* current = nullptr;  // what the cursor lies in
    std::uint32_t current_word = 0;
  };

  // Allocation (heap.cpp).
  void* allocate_small(RecordId record, std::uint32_t size_class);
  void* allocate_large(RecordId record, std::size_t size);
  /// A free slot of a tiny span, taken; its side entry is cleared.
  std::byte* take_tiny_block(RecordId** records);
  Span* new_span(std::uint32_t pages, std::uint32_t size_class, SpanKind kind, bool* clean);
  /// A freed span of a list whose memory serves again, or null; `shared` is held.
  SpanOwner take_spare(std::uint32_t list);
  /// Calls visit(Span*) for each span, by address.
  template <typename Visit>
  void for_each_span(Visit&& visit) const {
    const std::uintptr_t end = pages.base() + pages.mapped_bytes();
    for (std::uintptr_t at = pages.base(); at < end;) {
      Span* span = pages.span_below_top(at);
      at += span == nullptr ? kPageSize : span->pages * kPageSize;
      if (span != nullptr) visit(span);
    }
  }
  /// Gives the pages of spans back, which come by address, neighbours as one run; `shared` is held. Returns the number of pages.
  std::uint32_t free_spans(std::span<Span* const> spans);
  static std::uint32_t list_of(SpanKind kind, std::uint32_t size_class) { return kind == SpanKind::Tiny ? kTinyList : size_class; }
  static std::uint32_t list_of(const Span& span) { return list_of(span.kind, span.size_class); }
  bool refill(std::uint32_t size_class);
  /// Gives the slots that cursors hold but did not use back to their spans; the next
  /// allocations come from the same slots.
  void flush_cursors();
  bool is_allocated(const Span& span, std::uint32_t slot) const;
  void count_slow(RecordId record, std::uint32_t size_class, std::uint64_t bytes);
  [[noreturn]] void out_of_memory(std::uint64_t size);
  void check_max_heap(std::uint64_t size);
  std::uint64_t total_mallocs() const;
  std::uint64_t record_allocs(RecordId id) const { return fast_counts[id] + counts[id].allocs; }
  std::uint64_t fast_bytes(RecordId id) const;
  std::array<std::uint64_t, kSizeClasses> class_mallocs() const;

  // The cycle (cycle.cpp).
  std::int64_t now() const;
  std::int64_t processor_now() const;
  /// Does what is due at a safepoint of the modes that cut a cycle into parts.
  void step(Cause cause, std::size_t size, bool stressed);
  /// A cycle from beginning to end in one pause; one that is under way is finished before.
  void whole_cycle(Cause cause);
  void begin_marking(Cause cause);
  void mark_slice(std::uint64_t work);
  void close_if_done();
  void sweep_slice(std::size_t spans);
  /// The next part of the forced cycle; true: it is done.
  bool forced_part();
  void finish_sweeping();
  /// The parts of a pause.
  void open(Cause cause);
  void close();
  void begin_pause();
  void end_pause(PauseKind kind, CycleRecord& cycle);
  /// The cycle's last pause has ended: it enters the list.
  void publish_cycle();
  /// Adds a record, and lets go of old ones unless all are asked for.
  template <class Record>
  void keep(std::vector<Record>& records, const Record& record);
  void visit_all_roots(RootVisitor& visitor);
  /// Time of the second thread enters the records. With the turn held.
  void take_background_time();

  // Pacing (pacer.cpp).
  /// A new goal after a collection or a change of GOGC or the limit.
  void pace();
  void set_limit();
  void schedule_mark_slice();
  /// The next slice, or assist, comes at the next safepoint.
  void hurry();
  void schedule_sweep_slice();
  /// Spans that are swept in the time of a slice, and those that a slice takes.
  std::size_t slice_spans() const;
  std::size_t sweep_budget() const;
  /// What the program's thread has to mark now, for the second thread is behind.
  std::uint64_t assist_budget() const;
  /// Gives back what the goal does not need, about `most` bytes. True: there is more.
  bool release_free_memory(std::uint64_t most);

  Heap& heap;
  PageHeap pages;
  Specials specials;
  Marker marker;
  TinyAllocator tiny;
  Sweeper sweeper;

  /// Guards what both threads change: pages and spans, the sweeper's queues, handed over old values. Held
  /// for moments only, taken after the turn.
  mutable std::mutex shared;

  // The table of `pages` owns the spans.
  std::array<SpanList, kSpanLists> lists;
  std::uint64_t span_metadata = 0;  // bytes of those in use
  // Freed spans: their memory, which is in no cache, is touched only when it serves the next of the same list. At most
  // as many bytes as are in use.
  std::array<std::vector<SpanOwner>, kSpanLists> spare_spans;
  std::uint64_t spare_metadata = 0;

  std::vector<std::uint64_t> fast_counts;
  std::vector<RecordCounts> counts;
  ReservedArray<ScanShape> shapes{kMostRecords};  // by record
  std::unordered_map<Record, RecordId, RecordHash> record_ids;
  struct Derived {
    RecordId base = 0;
    std::uint32_t element = 0;
    std::uint64_t element_size = 0;
    const std::uint64_t* bits = nullptr;
    RecordId id = 0;
  };
  std::array<Derived, 64> derived;  // the last answers of derived_record, by a mix of its arguments
  std::array<ClassCounts, kSizeClasses> class_counts;
  std::uint64_t freed_bytes = 0;
  std::uint64_t freed_objects = 0;
  std::uint64_t peak_live = 0;

  std::vector<RootProvider*> roots;
  std::uint32_t cycle = 0;  // number of the current or last one
  bool swept = true;        // every span is swept in `cycle`
  CycleRecord current;
  std::int64_t pause_start = 0;
  std::int64_t pause_processor_start = 0;
  std::unique_lock<std::mutex> turn;  // held in pauses
  std::uint64_t pause_total_ns = 0;
  std::uint64_t forced_cycles = 0;
  std::uint32_t forced_cycle = 0;  // the number of the one that runs by parts; 0: it has not begun
  std::uint64_t marked_bytes = 0;  // of the last finished cycle
  std::uint64_t marked_work = 0;
  std::uint64_t goal_at_close = 0;  // the goal that the last cycle set; for release_free_memory
  bool limited = false;             // the goal comes from the memory limit
  std::uint64_t safepoints = 0;
  std::uint64_t trigger = 0;     // live bytes at which marking begins, unless in one pause
  std::uint64_t next_slice = 0;  // and at which the next slice or look at the second thread is due
  int close_attempts = 0;
  std::array<std::uint64_t, kSizeClasses> class_objects_at_start{};
  std::vector<std::uint64_t> overwritten;  // old values the barrier kept
  SweepCounts sweep_counts;                // of the program's thread

  Collector collector;  // last: its thread uses the rest
};

}  // namespace govm::gc
