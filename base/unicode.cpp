// Searching the range tables of unicode_tables.cpp.
#include "base/unicode.h"

#include <algorithm>

#include "base/unicode_tables.h"

namespace govm {
namespace {

bool in_ranges(const RuneRange* ranges, size_t count, char32_t rune) {
  const RuneRange* end = ranges + count;
  const RuneRange* range = std::lower_bound(ranges, end, rune, [](const RuneRange& r, char32_t c) { return r.last < c; });
  return range != end && rune >= range->first;
}

bool is_ascii_letter(char32_t rune) { return (rune | 0x20) >= 'a' && (rune | 0x20) <= 'z'; }

}  // namespace

bool is_letter(char32_t rune) { return rune < 0x80 ? is_ascii_letter(rune) : in_ranges(kLetterRanges, kLetterRangesCount, rune); }

bool is_digit(char32_t rune) { return rune < 0x80 ? rune >= '0' && rune <= '9' : in_ranges(kDigitRanges, kDigitRangesCount, rune); }

bool is_upper(char32_t rune) { return rune < 0x80 ? rune >= 'A' && rune <= 'Z' : in_ranges(kUpperRanges, kUpperRangesCount, rune); }

bool is_graphic(char32_t rune) {
  switch (rune) {
    case 0xA0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000: return true;
    default: return (0x2000 <= rune && rune <= 0x200A) || is_printable(rune);
  }
}

bool is_printable(char32_t rune) {
  return rune < 0x80 ? rune >= 0x20 && rune < 0x7F : in_ranges(kPrintableRanges, kPrintableRangesCount, rune);
}

}  // namespace govm
