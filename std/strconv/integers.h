// Text of integers and integers of text, by the rules of package strconv; without allocation, for any native.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace govm::stdlib {

/// Outcome of reading a number; the values are those of the constants in strconv.go.
enum class ParseStatus : std::int64_t { Ok, Syntax, Range, Base, BitSize };

/// Room for 64 binary digits and a sign.
using IntegerBuffer = std::array<char, 65>;

/// The digits of `magnitude` in base 2 to 36 behind a '-' if `negative`, at the end of `buffer`.
std::string_view format_integer(IntegerBuffer& buffer, std::uint64_t magnitude, bool negative, int base);

struct ParsedUint {
  std::uint64_t value;
  ParseStatus status;
};
struct ParsedInt {
  std::int64_t value;
  ParseStatus status;
};

/// strconv.ParseUint. With Range the value is the largest of `bit_size` bits.
ParsedUint parse_uint(std::string_view text, std::int64_t base, std::int64_t bit_size);
/// strconv.ParseInt. With Range the value is the limit that was crossed.
ParsedInt parse_int(std::string_view text, std::int64_t base, std::int64_t bit_size);
/// Whether each '_' of a number stands between digits, a base prefix counting as one.
bool underscores_separate(std::string_view number);

}  // namespace govm::stdlib
