// Go's quoted forms of strings and runes (spec: Rune literals, String literals), as package strconv makes them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace govm {

/// Which runes stand for themselves in quoted text.
enum class Unescaped : uint8_t { Print, PrintAscii, Graphic };

/// One rune as UTF-8 or as an escape; the longest is \U and eight digits.
class RuneText {
 public:
  void push(char c) { bytes_[length_++] = c; }
  std::string_view view() const { return {bytes_.data(), length_}; }

 private:
  std::array<char, 10> bytes_;
  size_t length_ = 0;
};

/// How a code point stands in text between `quote` characters.
RuneText quoted_rune(int32_t rune, char quote, Unescaped unescaped);
/// How a byte that is no UTF-8 stands there.
RuneText quoted_byte(unsigned char byte);
/// strconv.Quote of a text, or with other `quote` characters.
std::string quote(std::string_view text, char quote = '"');

}  // namespace govm
