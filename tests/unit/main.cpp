// The main function of every unit program: the tests run on a large stack, as the product does.
#include <gtest/gtest.h>

#include "base/large_stack.h"

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  GTEST_FLAG_SET(death_test_style, "threadsafe");  // a fork alone would take one of the two threads along
  int status = 0;
  govm::on_large_stack([&] { status = RUN_ALL_TESTS(); });
  return status;
}
