// The ranges behind base/unicode.h, for code points from U+0080 on, sorted. See unicode_tables.cpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace govm {

struct RuneRange {
  uint32_t first;
  uint32_t last;  ///< inclusive
};

extern const RuneRange kLetterRanges[];
extern const size_t kLetterRangesCount;
extern const RuneRange kDigitRanges[];
extern const size_t kDigitRangesCount;
extern const RuneRange kUpperRanges[];
extern const size_t kUpperRangesCount;
extern const RuneRange kPrintableRanges[];
extern const size_t kPrintableRangesCount;

}  // namespace govm
