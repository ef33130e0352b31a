// Exactness, one rounding, limits and texts of constants.
#include "compiler/constant/value.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace govm::constant {
namespace {

Value number(const char* text) {
  return std::string_view(text).find_first_of(".ep") != std::string_view::npos && std::string_view(text).substr(0, 2) != "0b"
             ? Value::from_float_literal(text)
             : Value::from_int_literal(text);
}

TEST(Constant, IntegerLiteralsInEveryBase) {
  bool exact = false;
  EXPECT_EQ(number("0x_FF").as_int64(exact), 255);
  EXPECT_EQ(number("0b1010").as_int64(exact), 10);
  EXPECT_EQ(number("0o17").as_int64(exact), 15);
  EXPECT_EQ(number("017").as_int64(exact), 15);
  EXPECT_EQ(number("1_000_000").as_int64(exact), 1000000);
  EXPECT_EQ(number("0").as_int64(exact), 0);
  EXPECT_TRUE(exact);
  EXPECT_TRUE(Value::from_int_literal("0x").is_unknown());
  number("18446744073709551616").as_uint64(exact);
  EXPECT_FALSE(exact);
}

TEST(Constant, ArithmeticIsExact) {
  Value big = shift(Value::from_int64(1), true, 200);
  EXPECT_EQ(shift(big, false, 198).text(), "4");
  EXPECT_EQ(binary(number("1"), BinaryOp::Quo, number("3")).kind(), Kind::Float);
  Value third = binary(number("1.0"), BinaryOp::Quo, number("3"));
  EXPECT_TRUE(compare(binary(third, BinaryOp::Mul, number("3")), CompareOp::Equal, number("1")));
  EXPECT_EQ(binary(number("7"), BinaryOp::IntQuo, Value::from_int64(-2)).text(), "-3");
  EXPECT_EQ(binary(Value::from_int64(-7), BinaryOp::Rem, number("2")).text(), "-1");
  EXPECT_TRUE(binary(number("1"), BinaryOp::IntQuo, number("0")).is_unknown());
  EXPECT_EQ(unary(UnaryOp::Complement, number("1"), 8).text(), "254");
  EXPECT_EQ(unary(UnaryOp::Complement, number("1")).text(), "-2");
  EXPECT_EQ(binary(number("12"), BinaryOp::AndNot, number("10")).text(), "4");
}

TEST(Constant, RoundsOnceToNearestEven) {
  EXPECT_EQ(number("0.1").as_double(), 0.1);
  EXPECT_EQ(number("0.1").as_float(), 0.1f);
  EXPECT_EQ(number("16777217.0").as_float(), 16777216.0f);
  EXPECT_EQ(number("9007199254740993.0").as_double(), 9007199254740992.0);
  EXPECT_EQ(number("4.9e-324").as_double(), 5e-324);
  EXPECT_EQ(number("2.4e-324").as_double(), 0);
  EXPECT_TRUE(std::isinf(number("1e400").as_double()));
  EXPECT_EQ(number("0x1p-2").as_double(), 0.25);
  EXPECT_EQ(number("0x1.8p1").as_double(), 3.0);
  EXPECT_TRUE(number("1e400").round_to_float64().is_unknown());
}

TEST(Constant, ExponentsBeyondFractionsStillWork) {
  Value huge = number("1e10000"), tiny = number("1e-10000");
  EXPECT_EQ(binary(huge, BinaryOp::Mul, tiny).text(), "1");
  EXPECT_EQ(huge.text(), "1e+10000");
  EXPECT_TRUE(number("1e100000000000").is_unknown());
}

TEST(Constant, ConversionsBetweenKinds) {
  EXPECT_EQ(number("3.0").to_int().text(), "3");
  EXPECT_TRUE(number("3.5").to_int().is_unknown());
  Value i = Value::from_imaginary_literal("2i");
  EXPECT_EQ(binary(i, BinaryOp::Mul, i).text(), "(-4 + 0i)");
  EXPECT_EQ(binary(i, BinaryOp::Mul, i).to_int().text(), "-4");
  EXPECT_EQ(Value::from_imaginary_literal("0123i").imaginary().text(), "123");
  EXPECT_TRUE(Value::from_string("x").to_float().is_unknown());
}

TEST(Constant, TextsAreGos) {
  EXPECT_EQ(number("2.5").text(), "2.5");
  EXPECT_EQ(number("1e100").text(), "1e+100");
  EXPECT_EQ(number("1e10").exact_text(), "1e+10");
  EXPECT_EQ(number("0.1").exact_text(), "0.1");
  EXPECT_EQ(Value::from_string("a\"\n").text(), "\"a\\\"\\n\"");
  EXPECT_EQ(Value::from_string(std::string(100, 'x')).text().size(), 72u);
  EXPECT_EQ(Value::from_bool(true).text(), "true");
}

TEST(Constant, SumsOfTextsAreWrittenOutWhenTheyAreRead) {
  Value sum = Value::from_string("");
  std::string want;
  for (int i = 0; i < 2000; ++i) {
    const std::string part = std::to_string(i) + ",";
    // From both sides, and some are read on the way.
    sum = i % 3 == 0 ? binary(Value::from_string(part), BinaryOp::Add, sum) : binary(sum, BinaryOp::Add, Value::from_string(part));
    want = i % 3 == 0 ? part + want : want + part;
    EXPECT_EQ(sum.string_size(), want.size());
    if (i % 500 == 7) {
      EXPECT_EQ(sum.as_string(), want);
    }
  }
  EXPECT_EQ(binary(sum, BinaryOp::Add, sum).as_string(), want + want);
  EXPECT_TRUE(compare(sum, CompareOp::Equal, Value::from_string(want)));
  EXPECT_EQ(sum.as_string(), want);
}

}  // namespace
}  // namespace govm::constant
