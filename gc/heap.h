// The heap: allocate with a record, collect, ask.
//
// Objects never move. Each has a 32-bit record id in a side table which says its layout and
// site. Collections run only inside collect_if_due and collect, which the VM calls between
// two instructions; allocate never collects. All calls come from one thread; a second one is the heap's own.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gc/events.h"
#include "gc/layout.h"
#include "gc/options.h"
#include "gc/roots.h"
#include "gc/size_class.h"
#include "gc/stats.h"

namespace govm::gc {

class Marker;
class Specials;
struct HeapState;

/// Index of a Record; 0 stands for free memory.
using RecordId = std::uint32_t;

/// What an object is remembered by. Equal records have one id.
struct Record {
  Layout layout;
  std::uint64_t size = 0;     ///< of one object when all have the same; 0: varies
  std::uint32_t site = 0;     ///< the program's site, opaque to the heap; 0: none
  std::uint32_t element = 0;  ///< type of an element, opaque
  std::uint32_t caller = 0;   ///< nearest user call, opaque; 0: none
  std::uint32_t stack = 0;    ///< opaque; 0: none

  bool operator==(const Record& other) const {
    return size == other.size && site == other.site && element == other.element && caller == other.caller && stack == other.stack &&
           layout.element_size == other.layout.element_size && layout.pointer_bytes == other.layout.pointer_bytes &&
           layout.pointer_bits == other.layout.pointer_bits;
  }
};

/// Where the next objects of one size class lie: up to 64 adjacent slots, a bit for each
/// free one.
struct AllocationCursor {
  std::uint64_t free_bits = 0;
  std::byte* base = nullptr;    ///< slot 0 of the word
  RecordId* records = nullptr;  ///< their entries of the side table
};

/// What allocating cells touch; first member of the heap, so that its address is the heap's.
struct AllocationState {
  std::uint64_t live = 0;           ///< bytes in allocated slots, exact
  std::uint64_t limit = 0;          ///< live may not pass it without a look at the collector
  std::uint64_t* counts = nullptr;  ///< fast allocations per record
  AllocationCursor cursors[kSizeClasses];
};

class Heap {
 public:
  explicit Heap(Options options);
  ~Heap();
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  // Records.

  /// The id of a record, the same for equal ones. Ids count from 1 in order of first use,
  /// so a loader that adds the program's sites first gets 1..n.
  RecordId intern_record(const Record& record);
  const Record& record(RecordId id) const { return records_[id]; }
  std::size_t record_count() const { return records_.size(); }
  /// A record like `base` but of another layout and element: parts of maps and the like.
  RecordId derived_record(RecordId base, const Layout& layout, std::uint32_t element);

  // Allocating.

  /// The fast path of cells that allocate one object of a size fixed at load, whose size
  /// class is kClass (fast_class). Null: take the cold path, which is collect_if_due and then
  /// allocate. The object is zero to its slot's end.
  template <std::uint32_t kClass>
  [[gnu::always_inline]] void* try_allocate(RecordId record) {
    AllocationCursor& cursor = state_.cursors[kClass];
    const std::uint64_t live = state_.live + kClassSize[kClass];
    if (cursor.free_bits == 0 || live > state_.limit) [[unlikely]]
      return nullptr;
    const auto index = static_cast<std::uint32_t>(__builtin_ctzll(cursor.free_bits));
    cursor.free_bits &= cursor.free_bits - 1;
    state_.live = live;
    ++state_.counts[record];
    cursor.records[index] = record;
    std::byte* object = cursor.base + index * kClassSize[kClass];
    std::memset(object, 0, kClassSize[kClass]);
    return object;
  }
  /// The class try_allocate serves the objects of `record` from; 0 if it does not (size
  /// varies, zero, tiny, large).
  static std::uint32_t fast_class(const Record& record);

  /// Zeroed memory of at least `size` bytes (usable: to the slot's end, all zero). Never
  /// collects and never returns null. Size 0 gives zero_object() and counts nothing.
  void* allocate(RecordId record, std::size_t size);
  /// The one address of all zero-size objects; outside the heap.
  void* zero_object() { return zero_object_; }
  /// Lets values without size have another address, one outside the heap.
  void set_zero_object(void* address) { zero_object_ = address; }

  // Collecting.

  /// A safepoint before an allocation of `size` bytes (0: any other safepoint): runs what is
  /// due – a collection, a slice of one, a stress collection. Roots must be complete.
  void collect_if_due(std::size_t size);
  /// Is there anything to do at a safepoint that does not allocate?
  bool wants_safepoint() const { return state_.live > state_.limit || attention_.load(std::memory_order_relaxed); }
  /// A whole collection in one pause, swept, whatever the mode.
  void collect(Cause cause = Cause::Forced);
  /// runtime.GC: the next part of a collection that begins with the first call and is swept when the answer is true. One pause of the
  /// modes that do not cut cycles; in the others a slice, what is under way comes first.
  bool collect_part();
  /// Gives all free pages back (debug.FreeOSMemory).
  void release_memory();
  void add_root_provider(RootProvider* provider);
  void remove_root_provider(RootProvider* provider);
  /// Called in the opening pause of each cycle, before anything is marked.
  void set_before_cycle(std::function<void()> hook) { before_cycle_ = std::move(hook); }
  /// It must outlive the heap's use.
  void add_listener(HeapListener* listener);
  /// All of them as one; null: nobody listens.
  HeapListener* listener() { return listener_; }

  /// GOGC in percent, < 0: off. Returns the old value. Takes effect at once.
  std::int64_t set_gogc(std::int64_t percent);
  std::int64_t gogc() const { return options_.gogc; }
  /// Bytes; < 0 reads only. Returns the old value (INT64_MAX: none).
  std::int64_t set_memory_limit(std::int64_t bytes);
  const Options& options() const { return options_; }

  // The barrier's half (barrier.h).

  bool is_marking() const { return marking_; }
  /// While marking: keeps the old value of an overwritten word alive.
  void record_overwritten(std::uint64_t old_word);

  // Asking.

  /// Is this address inside the heap's range (allocated or not)?
  bool contains(const void* address) const { return reinterpret_cast<std::uintptr_t>(address) - base_ < reserved_; }
  /// The object that holds `address`: its start, record and slot size; null start: none.
  struct ObjectInfo {
    std::byte* start = nullptr;
    std::size_t size = 0;
    RecordId record = 0;  ///< of the part of a tiny block; 0 if unknown
  };
  ObjectInfo find_object(const void* address) const;
  std::uint64_t live_bytes() const { return state_.live; }
  /// Bytes allocated since the start, and objects; for the virtual clock.
  std::uint64_t allocated_bytes() const;
  std::uint64_t allocated_objects() const;
  std::uint64_t objects_marked() const { return objects_marked_; }
  std::uint64_t slots_swept() const;
  std::uint64_t goal() const { return goal_; }
  /// The base of the range: 0xc000000000 unless taken.
  std::uintptr_t base_address() const { return base_; }
  MemStats mem_stats() const;
  /// The next tiny object opens a block of its own, as after a collection: Go's ReadMemStats gives the caches of its processors back.
  void close_tiny_block();
  /// In order. Without Options::keep_records the newest, at least kKeptCycles.
  const std::vector<CycleRecord>& cycles() const { return cycles_; }
  static constexpr std::size_t kKeptCycles = 256;
  /// The cycle that is being marked, as far as it has come; null if none is.
  const CycleRecord* unfinished_cycle() const;
  /// In order. Without Options::keep_records the newest.
  const std::vector<PauseRecord>& pauses() const { return pauses_; }
  /// Of all cycles and pauses since the start.
  const CollectionTotals& collection_totals() const { return totals_; }
  RecordStats record_stats(RecordId id) const;
  /// Objects (tiny: parts) that are allocated now, by record; index = record id.
  struct InUse {
    std::uint64_t objects = 0;
    std::uint64_t bytes = 0;  ///< of slots; a tiny part's are the mean of its record
    std::uint64_t old = 0;    ///< objects that have survived a collection
  };
  /// What one walk over the heap finds.
  struct InUseTable {
    std::vector<InUse> records;
    std::uint64_t bytes = 0;  ///< of all objects, tiny blocks as wholes
  };
  InUseTable in_use() const;
  /// Bytes of tiny blocks that no part has taken.
  std::uint64_t tiny_unused_bytes() const;
  /// What is reachable now; walks the heap, changes nothing.
  struct Reachable {
    std::uint64_t bytes = 0;
    std::uint64_t objects = 0;
  };
  Reachable reachable();

  /// A shortest way from a root to an object whose record `wanted` answers true for: what keeps it alive. Empty
  /// steps: none is reachable. The last step is the object. Walks the heap, changes nothing.
  struct PathStep {
    const std::byte* object = nullptr;
    std::size_t size = 0;
    RecordId record = 0;
    std::uint64_t offset = 0;  ///< of the pointer to the next step's object
  };
  struct Path {
    RootPlace root;
    std::vector<PathStep> steps;
  };
  Path path_to(const std::function<bool(RecordId)>& wanted);

  /// Finalizers, cleanups, weak handles.
  Specials& specials();

  // Checking.

  /// What is wrong with the heap, a line each (at most 20); empty: well-formed. At a safepoint.
  std::vector<std::string> verify();
  /// The object graph in the format of Go's debug.WriteHeapDump: parameters, objects, roots, statistics. It knows no types and no frames.
  std::string binary_dump();

 private:
  friend struct HeapState;
  friend class Marker;
  friend class Collector;

  AllocationState state_;  // first: see AllocationState
  std::uintptr_t base_ = 0;
  std::uint64_t reserved_ = 0;
  bool marking_ = false;
  std::atomic<bool> attention_{false};  // the second thread has marked all it can find
  std::uint64_t goal_ = 0;
  std::uint64_t objects_marked_ = 0;
  Listeners listeners_;
  HeapListener* listener_ = nullptr;
  std::function<void()> before_cycle_;
  void* zero_object_ = nullptr;
  Options options_;
  std::deque<Record> records_;  // addresses are stable
  std::vector<CycleRecord> cycles_;
  std::vector<PauseRecord> pauses_;
  CollectionTotals totals_;
  std::unique_ptr<HeapState> inner_;
};

}  // namespace govm::gc
