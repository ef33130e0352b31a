// Marking: from roots along the pointers of objects, precisely, without recursion.
//
// Found pointers wait on a stack. Some of them go through a small ring in which their span's
// bits, record and memory are prefetched before they are marked and scanned.
//
// The marker belongs to whoever holds the collector's turn (collector.h). The program's thread may run meanwhile:
// only objects that existed when the cycle began are looked at, and their pointers through read_word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "gc/layout.h"
#include "gc/roots.h"
#include "gc/size_class.h"

namespace govm::gc {

struct HeapState;
struct Record;
struct Span;

/// What scanning needs of a record, in one cache line.
struct ScanShape {
  std::uint64_t first_bits = 0;  ///< pointer words among the first 64 of an element
  std::uint64_t element_words = 0;
  std::uint64_t prefix_words = 0;  ///< 0: no pointers
  const std::uint64_t* bits = nullptr;
  bool single = false;  ///< objects are one element

  static ScanShape of(const Record& record);
};

/// The work of marking is counted, not timed, so that slices end at the same places in every run: one for each word
/// scanned, and these for each pointer that is followed and for each object marked, near the nanoseconds they take (an object of a small
/// heap fewer, one whose span is in no cache more).
inline constexpr std::uint64_t kPointerWork = 6;
inline constexpr std::uint64_t kObjectWork = 54;

/// What one cycle has marked.
struct MarkTotals {
  std::uint64_t objects = 0;  ///< parts of tiny blocks count
  std::uint64_t bytes = 0;
  std::uint64_t work = 0;   ///< see kPointerWork
  std::uint64_t words = 0;  ///< that were scanned
};

class Marker final : public RootVisitor {
 public:
  explicit Marker(HeapState& state) : state_(state) {}

  void begin();
  /// Marks the object at `pointer`, if there is one; that and what it points to comes later.
  void visit(const void* pointer) override { found(reinterpret_cast<std::uint64_t>(pointer)); }
  /// The same for words that were overwritten, all of which may be a lot: they are looked at in the course of `drain`.
  void visit_later(std::vector<std::uint64_t> words) {
    if (!words.empty()) later_.push_back(std::move(words));
  }
  /// Marks and scans objects until about `budget` work is done. True: nothing is left to do.
  bool drain(std::uint64_t budget);
  /// Marks what an object points to, not the object itself.
  void visit_contents(const void* object);
  /// Is the object at `pointer` marked, or was it made in this cycle? True if there is none.
  bool is_live(const void* pointer) const;

  const MarkTotals& totals() const { return totals_; }
  std::uint64_t stack_words() const { return words_.stacks; }
  std::uint64_t global_words() const { return words_.globals; }
  std::uint64_t objects_of_class(std::size_t size_class) const { return class_objects_[size_class]; }

 private:
  static constexpr std::size_t kRing = 16, kContentsRing = 8;
  static constexpr std::uint64_t kChunkWords = 1024;

  struct Target {
    Span* span;
    std::uint32_t slot;
  };
  /// What is to be scanned: a marked object, or the rest of a large one.
  struct Range {
    const std::uint64_t* begin;
    std::uint64_t words;
    std::uint32_t record;
    std::uint32_t into = 0;  ///< words of an element that stand before `begin`
  };

  void found(std::uint64_t word) {
    if (word - base_ < mapped_) found_.push_back(word);
  }
  void look_ahead();
  void mark(Target target);
  void scan_oldest();
  void count_scanned(std::uint64_t words) {
    totals_.work += words;
    totals_.words += words;
  }
  void scan(const Range& range);
  void scan_wide(Range range, const ScanShape& shape);
  void look_back();

  HeapState& state_;
  std::uint64_t base_ = 0;
  std::uint64_t mapped_ = 0;
  std::vector<std::uint64_t> found_;
  std::array<Target, kRing> ring_{};
  std::size_t ring_first_ = 0;
  std::size_t ring_count_ = 0;
  std::array<Range, kContentsRing> contents_{};
  std::size_t contents_first_ = 0;
  std::size_t contents_count_ = 0;
  std::vector<Range> large_;
  std::vector<std::vector<std::uint64_t>> later_;
  MarkTotals totals_;
  std::array<std::uint64_t, kSizeClasses> class_objects_{};
};

}  // namespace govm::gc
