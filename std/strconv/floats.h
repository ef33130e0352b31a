// Text of floating-point numbers and floating-point numbers of text, by the rules of package strconv.
#pragma once

#include <string_view>

#include "std/byte_appender.h"
#include "std/strconv/integers.h"

namespace govm::stdlib {

/// Appends strconv.FormatFloat(value, format, precision, bit_size), growing as strconv.AppendFloat does. A negative
/// precision is the shortest that reads back as `value`; `bit_size` is 32 or 64.
void append_float(ByteAppender& out, double value, char format, std::int64_t precision, int bit_size);

struct ParsedFloat {
  double value;
  ParseStatus status;
};
/// strconv.ParseFloat; any bit size but 32 counts as 64. With Range the value is an infinity.
ParsedFloat parse_float(std::string_view text, std::int64_t bit_size);

}  // namespace govm::stdlib
