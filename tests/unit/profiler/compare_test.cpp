// The statistics of govm compare, against values worked out by hand.
#include "profiler/compare.h"

#include <gtest/gtest.h>

namespace govm::profiler {
namespace {

TEST(MannWhitney, IsExactWithoutTies) {
  // Of the 20 orders of three and three values, one is as extreme on each side.
  EXPECT_NEAR(mann_whitney({1, 2, 3}, {4, 5, 6}), 2.0 / 20, 1e-12);
  // U = 1: orders with U 0 and 1, on both sides.
  EXPECT_NEAR(mann_whitney({1, 2, 4}, {3, 5, 6}), 4.0 / 20, 1e-12);
  EXPECT_NEAR(mann_whitney({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {11, 12, 13, 14, 15, 16, 17, 18, 19, 20}), 2.0 / 184756, 1e-12);
  EXPECT_NEAR(mann_whitney({4, 5, 6}, {1, 2, 3}), 2.0 / 20, 1e-12);
}

TEST(MannWhitney, EqualSamplesDoNotDiffer) {
  EXPECT_EQ(mann_whitney({5, 5, 5}, {5, 5, 5}), 1);
  EXPECT_GT(mann_whitney({1, 2, 2, 3}, {1, 2, 2, 3}), 0.9);
  EXPECT_EQ(mann_whitney({}, {1}), 1);
}

TEST(Summary, IntervalOfTheMedian) {
  // Ten values: the second and the ninth miss the median in 2 * 11 / 1024 of all cases.
  const Summary ten = summarise({10, 1, 9, 2, 8, 3, 7, 4, 6, 5});
  EXPECT_EQ(ten.median, 5.5);
  ASSERT_TRUE(ten.spread_known);
  EXPECT_NEAR(ten.spread, 3.5 / 5.5, 1e-12);
  EXPECT_FALSE(summarise({1, 2, 3, 4, 5}).spread_known);
  EXPECT_EQ(summarise({3, 1, 2}).median, 2);
}

}  // namespace
}  // namespace govm::profiler
