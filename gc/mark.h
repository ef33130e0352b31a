// Marking: from roots along the pointers of objects, precisely, without recursion.
//
// Found pointers wait on a stack. They are taken by batches, which go through the steps of marking together, so that what a step reads
// was asked for when the step before looked at the other pointers.
//
// The marker belongs to whoever holds the collector's turn (collector.h). The program's thread may run meanwhile:
// only objects that existed when the cycle began are looked at, and their pointers through read_word.
#pragma once

#include <algorithm>
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
  enum class Kind : std::uint8_t {
    None,  ///< no pointers
    One,   ///< objects are one element with its pointers among the first 64 words
    Many,  ///< any number of such elements
    Wide,  ///< pointers behind the first 64 words of an element
  };
  std::uint64_t first_bits = 0;   ///< pointer words among the first 64 of an element
  std::uint64_t object_bits = 0;  ///< and of an object, if each of its elements has its among these
  std::uint64_t element_words = 0;
  std::uint64_t prefix_words = 0;
  const std::uint64_t* bits = nullptr;
  Kind kind = Kind::None;

  static ScanShape of(const Record& record);
};

/// The work of marking is counted, not timed, so that slices end at the same places in every run: one for each word
/// scanned, and these for each pointer that is followed and for each object marked, near the nanoseconds they take (an object of a small
/// heap fewer, one whose span is in no cache more).
inline constexpr std::uint64_t kPointerWork = 4;
inline constexpr std::uint64_t kObjectWork = 12;

/// What one cycle has marked.
struct MarkTotals {
  std::uint64_t objects = 0;  ///< parts of tiny blocks count
  std::uint64_t bytes = 0;
  std::uint64_t work = 0;   ///< see kPointerWork
  std::uint64_t words = 0;  ///< that were scanned
};

/// A stack of words. Room is made before a run of pushes, so that a push is a store.
class WordStack {
 public:
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  void reserve(std::size_t more) {
    if (words_.size() - size_ < more) words_.resize(std::max(2 * words_.size(), size_ + more));
  }
  void push(std::uint64_t word) {
    reserve(1);
    words_[size_++] = word;
  }
  /// The newest `count` words, oldest first, which stay until the next push.
  const std::uint64_t* pop(std::size_t count) { return words_.data() + (size_ -= count); }
  /// Where reserved words are stored, and how far they were.
  std::uint64_t* end() { return words_.data() + size_; }
  void set_end(const std::uint64_t* end) { size_ = static_cast<std::size_t>(end - words_.data()); }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t size_ = 0;
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
  /// Marks and scans objects until about `budget` work is done, or some is and the time is `end`. True: nothing is left to do.
  bool drain(std::uint64_t budget, std::int64_t end = INT64_MAX);
  /// Marks what an object points to, not the object itself.
  void visit_contents(const void* object);
  /// Is the object at `pointer` marked, or was it made in this cycle? True if there is none.
  bool is_live(const void* pointer) const;

  const MarkTotals& totals() const { return totals_; }
  std::uint64_t stack_words() const { return words_.stacks; }
  std::uint64_t global_words() const { return words_.globals; }
  std::uint64_t objects_of_class(std::size_t size_class) const { return class_objects_[size_class]; }

 private:
  static constexpr std::size_t kBatch = 32;
  static constexpr std::uint64_t kChunkWords = 1024;

  /// What is to be scanned: an object of many words, or the rest of one.
  struct Range {
    const std::uint64_t* begin;
    std::uint64_t words;
    std::uint32_t record;
    std::uint32_t into = 0;  ///< words of an element that stand before `begin`
  };

  /// What was in use when the cycle began; only pointers into it are followed.
  struct Bounds {
    std::uint64_t base = 0;
    std::uint64_t bytes = 0;
    bool contain(std::uint64_t word) const { return word - base < bytes; }
  };

  void found(std::uint64_t word) {
    if (bounds_.contain(word)) found_.push(word);
  }
  static std::uint64_t* find(const std::uint64_t* words, std::uint64_t bits, Bounds bounds, std::uint64_t* end);
  void mark_batch(std::size_t count);
  void count_scanned(std::uint64_t words) {
    totals_.work += words;
    totals_.words += words;
  }
  void scan(const Range& range);
  void scan_wide(Range range, const ScanShape& shape);
  void look_back();

  HeapState& state_;
  Bounds bounds_;
  WordStack found_;
  std::vector<Range> ranges_;
  std::vector<std::vector<std::uint64_t>> later_;
  MarkTotals totals_;
  std::array<std::uint64_t, kSizeClasses> class_objects_{};
};

}  // namespace govm::gc
