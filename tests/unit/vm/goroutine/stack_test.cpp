// Tests of goroutine stacks: segments that are recycled, doubled, made for large frames, and the overflow.
#include "vm/goroutine/stack.h"

#include <gtest/gtest.h>

namespace govm::rt {
namespace {

const auto* const kStub = reinterpret_cast<const bytecode::Cell*>(0x1000);
const auto* const kCaller = reinterpret_cast<const bytecode::Cell*>(0x2000);

TEST(StackPool, FirstSegmentsAreRecycled) {
  StackPool pool({});
  Segment* a = pool.first_segment(kFirstSegmentBytes);
  EXPECT_EQ(pool.bytes_in_use(), kFirstSegmentBytes);
  pool.release(a);
  EXPECT_EQ(pool.bytes_in_use(), 0u);
  EXPECT_EQ(pool.first_segment(kFirstSegmentBytes), a);
  pool.release(a);
}

TEST(StackPool, StacksDoubleAndKeepTheNextSegment) {
  StackPool pool({});
  Segment* first = pool.first_segment(kFirstSegmentBytes);
  Segment* second = pool.segment_after(first, 64);
  EXPECT_EQ(second->bytes, first->bytes);
  EXPECT_EQ(second->below, first->bytes);
  Segment* third = pool.segment_after(second, 64);
  EXPECT_EQ(third->bytes, first->bytes + second->bytes);
  EXPECT_EQ(pool.segment_after(first, 64), second);
  pool.release(first);
}

TEST(StackPool, ALargeFrameGetsASegmentThatHoldsIt) {
  StackPool pool({});
  Segment* first = pool.first_segment(kFirstSegmentBytes);
  pool.segment_after(first, 64);
  Segment* large = pool.segment_after(first, 1 << 20);
  EXPECT_GE(large->bytes, std::size_t{1} << 20);
  EXPECT_EQ(first->next, large);
  pool.release(first);
}

TEST(StackPool, OverflowAtTheMaximum) {
  StackPool pool({.max_bytes = 8 * 1024, .smallest_segments = false});
  Segment* segment = pool.first_segment(kFirstSegmentBytes);
  Segment* first = segment;
  int segments = 1;
  while ((segment = pool.segment_after(segment, 64)) != nullptr) ++segments;
  EXPECT_EQ(segments, 3);  // 2, 2 and 4 KiB
  pool.release(first);
}

TEST(Segment, AFrameMovesOverAndItsResultsComeBack) {
  StackPool pool({});
  Segment* first = pool.first_segment(kFirstSegmentBytes);
  const Fp caller = first->base() + kFrameHeaderBytes;
  const Fp callee = caller + 128;
  set_return_pc(callee, kCaller);
  set_caller_fp(callee, caller);
  store_at<std::int64_t>(callee, 0, 41);
  store_at<std::int64_t>(callee, 8, 1);

  Segment* second = pool.segment_after(first, 64);
  const Fp moved = move_frame_to_segment(second, callee, 16, 8, kStub);
  EXPECT_TRUE(second->contains(moved));
  EXPECT_EQ(return_pc(moved), kStub);
  EXPECT_EQ(caller_fp(moved), caller);
  store_at<std::int64_t>(moved, 0, load_at<std::int64_t>(moved, 0) + load_at<std::int64_t>(moved, 8));

  const SegmentSwitch back = leave_segment(second, caller);
  EXPECT_EQ(back.pc, kCaller);
  EXPECT_EQ(back.fp, caller);
  EXPECT_EQ(back.limit, first->limit());
  EXPECT_EQ(load_at<std::int64_t>(callee, 0), 42);
  pool.release(first);
}

}  // namespace
}  // namespace govm::rt
