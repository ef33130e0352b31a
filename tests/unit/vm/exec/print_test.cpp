// Expectations are what println of Go 1.27 writes.
#include "vm/exec/print.h"

#include <gtest/gtest.h>

#include <limits>

namespace govm::exec {
namespace {

std::string float64(double v) {
  std::string out;
  print_float64(out, v);
  return out;
}

TEST(Print, Floats) {
  EXPECT_EQ(float64(1e6), "1e+06");
  EXPECT_EQ(float64(123456), "123456");
  EXPECT_EQ(float64(1234567), "1.234567e+06");
  EXPECT_EQ(float64(0.0001), "0.0001");
  EXPECT_EQ(float64(0.00001), "1e-05");
  EXPECT_EQ(float64(1.5), "1.5");
  EXPECT_EQ(float64(3), "3");
  EXPECT_EQ(float64(1 / 3.0), "0.3333333333333333");
  EXPECT_EQ(float64(123456789012345678.0), "1.2345678901234568e+17");
  EXPECT_EQ(float64(1e100), "1e+100");
  EXPECT_EQ(float64(-std::numeric_limits<double>::infinity()), "-Inf");
  EXPECT_EQ(float64(std::numeric_limits<double>::quiet_NaN()), "NaN");
  std::string out;
  print_float32(out, 0.1f);
  EXPECT_EQ(out, "0.1");
}

TEST(Print, Complex) {
  std::string out;
  print_complex128(out, 1, -2);
  print_complex64(out, 0.5f, 3);
  EXPECT_EQ(out, "(1-2i)(0.5+3i)");
}

TEST(Print, IndentedText) {
  std::string out;
  print_indented(out, "a\nb\n");
  EXPECT_EQ(out, "a\n\tb\n\t");
}

TEST(Print, HexAndIntegers) {
  std::string out;
  print_hex(out, 0xc000012345);
  out += ' ';
  print_int(out, std::numeric_limits<std::int64_t>::min());
  out += ' ';
  print_uint(out, ~std::uint64_t{0});
  EXPECT_EQ(out, "0xc000012345 -9223372036854775808 18446744073709551615");
}

}  // namespace
}  // namespace govm::exec
