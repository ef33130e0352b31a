// Goroutine stacks: lists of segments that never move.
//
// Pointers into a frame stay valid for the frame's life, so segments are linked, never
// copied. A frame lies in one segment. The interpreter compares a callee's fp with the
// segment's limit; past it the frame moves into the next segment before it runs
// (`enter_next_segment`), and a stub cell at its return brings the results back
// (`leave_segment`). The next segment stays cached, so a call in a loop at a segment's
// end does not allocate.
#pragma once

#include <cstddef>
#include <cstdint>

#include "vm/goroutine/frame.h"

namespace govm::rt {

/// Bytes a callee may use past the limit without asking: its frame must fit there, else
/// the function begins with `Enter`.
inline constexpr std::size_t kRedZoneBytes = 512;
/// Size of the first segment of the main goroutine and of the others.
inline constexpr std::size_t kMainSegmentBytes = 64 * 1024;
inline constexpr std::size_t kFirstSegmentBytes = 2 * 1024;

/// One piece of a stack. The memory behind this header is [base(), end()).
struct Segment {
  Segment* previous;  ///< the segment below, null for the first
  Segment* next;      ///< cached segment above, null if none
  std::size_t bytes;  ///< size of the memory behind the header
  std::size_t below;  ///< bytes of all segments below
  // How the frame that opened this segment came here; unused in the first segment.
  Fp entry_fp;                      ///< its frame here
  Fp original_fp;                   ///< where the caller expects the results
  const bytecode::Cell* return_pc;  ///< where the caller goes on
  std::size_t result_bytes;         ///< bytes copied back to original_fp

  std::byte* base() { return reinterpret_cast<std::byte*>(this + 1); }
  std::byte* end() { return base() + bytes; }
  /// Highest fp a callee may have without asking for a new segment.
  std::byte* limit() { return end() - kRedZoneBytes; }
  bool contains(const std::byte* p) { return p >= base() && p < end(); }
};

/// How stacks grow; one per VM.
struct StackOptions {
  std::size_t max_bytes = 1'000'000'000;  ///< above: Go's stack overflow
  bool smallest_segments = false;         ///< `--stack-stress`: calls cross all the time
};

/// Allocates and recycles segments of one VM. Not thread-safe.
class StackPool {
 public:
  explicit StackPool(StackOptions options) : options_(options) {}
  ~StackPool();
  StackPool(const StackPool&) = delete;
  StackPool& operator=(const StackPool&) = delete;

  const StackOptions& options() const { return options_; }
  /// For what grows from now on.
  void set_max_bytes(std::size_t bytes) { options_.max_bytes = bytes; }

  /// The first segment of a goroutine; `bytes` is a lower bound.
  Segment* first_segment(std::size_t bytes);

  /// The segment after `current` with room for a frame of `frame_bytes` above its entry:
  /// the cached one if large enough, else a new one at least twice the stack so far.
  /// Null when the stack would exceed the maximum: stack overflow.
  Segment* segment_after(Segment* current, std::size_t frame_bytes);

  /// Gives a goroutine's whole list back, `first` being its lowest segment.
  void release(Segment* first);

  /// Bytes in segments now owned by goroutines, for MemStats.StackInuse.
  std::size_t bytes_in_use() const { return in_use_; }

 private:
  Segment* obtain(std::size_t bytes);
  void give(Segment* segment);

  StackOptions options_;
  std::size_t in_use_ = 0;
  Segment* free_first_segments_ = nullptr;  // of kFirstSegmentBytes, the common size
};

/// Where execution goes on after a segment was entered or left.
struct SegmentSwitch {
  Fp fp;
  const bytecode::Cell* pc;
  std::byte* limit;
};

/// Moves a frame just called (header written, arguments at `fp`) into `to`, the segment
/// after the current one: copies `argument_bytes`, makes `stub` its return pc, and
/// notes how to come back. Returns the frame's new fp.
Fp move_frame_to_segment(Segment* to, Fp fp, std::size_t argument_bytes, std::size_t result_bytes, const bytecode::Cell* stub);

/// The stub's work: copies results back and says where the caller goes on.
SegmentSwitch leave_segment(Segment* segment, Fp fp);

}  // namespace govm::rt
