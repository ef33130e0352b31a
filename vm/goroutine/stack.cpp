// Segments: obtaining, growing, recycling, and the two ways across their borders.
#include "vm/goroutine/stack.h"

#include <algorithm>
#include <cstdlib>

#include "base/check.h"

namespace govm::rt {

namespace {
/// Smallest useful segment: a header, some frames, and the red zone.
constexpr std::size_t kSmallestSegmentBytes = kRedZoneBytes + 256;
}  // namespace

StackPool::~StackPool() {
  while (free_first_segments_ != nullptr) {
    Segment* segment = free_first_segments_;
    free_first_segments_ = segment->next;
    std::free(segment);
  }
}

Segment* StackPool::obtain(std::size_t bytes) {
  Segment* segment = nullptr;
  if (bytes == kFirstSegmentBytes && free_first_segments_ != nullptr) {
    segment = free_first_segments_;
    free_first_segments_ = segment->next;
  } else {
    segment = static_cast<Segment*>(std::malloc(sizeof(Segment) + bytes));
    GOVM_CHECK(segment != nullptr);
  }
  in_use_ += bytes;
  *segment = Segment{.previous = nullptr,
                     .next = nullptr,
                     .bytes = bytes,
                     .below = 0,
                     .entry_fp = nullptr,
                     .original_fp = nullptr,
                     .return_pc = nullptr,
                     .result_bytes = 0};
  return segment;
}

void StackPool::give(Segment* segment) {
  in_use_ -= segment->bytes;
  if (segment->bytes == kFirstSegmentBytes) {
    segment->next = free_first_segments_;
    free_first_segments_ = segment;
  } else {
    std::free(segment);
  }
}

Segment* StackPool::first_segment(std::size_t bytes) {
  if (options_.smallest_segments) return obtain(kSmallestSegmentBytes);
  return obtain(std::max(bytes, kFirstSegmentBytes));
}

Segment* StackPool::segment_after(Segment* current, std::size_t frame_bytes) {
  const std::size_t needed = kFrameHeaderBytes + frame_bytes + kRedZoneBytes;
  if (current->next != nullptr) {
    if (current->next->bytes >= needed) return current->next;
    release(current->next);
    current->next = nullptr;
  }
  // The stack doubles, as Go's does; so does the test for its maximum.
  const std::size_t so_far = current->below + current->bytes;
  std::size_t bytes = (std::max(so_far, needed) + 15) & ~std::size_t{15};
  if (so_far + bytes > options_.max_bytes) return nullptr;
  if (options_.smallest_segments) bytes = std::max(kSmallestSegmentBytes, (needed + 15) & ~std::size_t{15});
  Segment* segment = obtain(bytes);
  segment->previous = current;
  segment->below = so_far;
  current->next = segment;
  return segment;
}

void StackPool::release(Segment* first) {
  while (first != nullptr) {
    Segment* next = first->next;
    give(first);
    first = next;
  }
}

Fp move_frame_to_segment(Segment* to, Fp fp, std::size_t argument_bytes, std::size_t result_bytes, const bytecode::Cell* stub) {
  const Fp entry = to->base() + kFrameHeaderBytes;
  std::memcpy(entry - kFrameHeaderBytes, fp - kFrameHeaderBytes, kFrameHeaderBytes);
  std::memcpy(entry, fp, argument_bytes);
  to->entry_fp = entry;
  to->original_fp = fp;
  to->return_pc = return_pc(fp);
  to->result_bytes = result_bytes;
  set_return_pc(entry, stub);
  return entry;
}

SegmentSwitch leave_segment(Segment* segment, Fp fp) {
  std::memcpy(segment->original_fp, segment->entry_fp, segment->result_bytes);
  return {.fp = fp, .pc = segment->return_pc, .limit = segment->previous->limit()};
}

}  // namespace govm::rt
