// Marking: from roots along the pointers of objects, precisely, without recursion.
//
// Found pointers wait in a small ring while their span's bits, record and memory are
// prefetched; marked objects with pointers wait on a stack to be scanned.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "gc/roots.h"

namespace govm::gc {

struct HeapState;
struct Span;

/// What one cycle has marked.
struct MarkTotals {
  std::uint64_t objects = 0;  ///< parts of tiny blocks count
  std::uint64_t bytes = 0;
  std::uint64_t words = 0;  ///< scanned
};

class Marker final : public RootVisitor {
 public:
  explicit Marker(HeapState& state) : state_(state) {}

  void begin();
  /// Marks the object at `pointer`, if there is one; what it points to comes later.
  void visit(const void* pointer) override { enqueue(reinterpret_cast<std::uint64_t>(pointer)); }
  /// Scans about `budget` words of marked objects. True: nothing is left to do.
  bool drain(std::uint64_t budget);
  /// Marks what an object points to, not the object itself.
  void visit_contents(const void* object);
  /// Is the object at `pointer` marked, or was it made in this cycle? True if there is none.
  bool is_live(const void* pointer) const;

  const MarkTotals& totals() const { return totals_; }
  std::uint64_t objects_of_class(std::size_t size_class) const { return class_objects_[size_class]; }

 private:
  static constexpr std::size_t kRing = 32;
  static constexpr std::size_t kFew = 8;
  static constexpr std::uint64_t kChunkWords = 1024;

  struct Found {
    Span* span;
    std::uint32_t slot;
  };
  struct Range {
    const std::uint64_t* begin;
    const std::uint64_t* end;
    std::uint32_t record;
  };

  void enqueue(std::uint64_t word);
  void mark_oldest();
  void scan(Range range);
  void push_object(const Span& span, std::uint32_t slot);

  HeapState& state_;
  std::array<Found, kRing> ring_{};
  std::size_t ring_first_ = 0;
  std::size_t ring_count_ = 0;
  std::vector<Range> stack_;
  MarkTotals totals_;
  std::array<std::uint64_t, 68> class_objects_{};
};

}  // namespace govm::gc
