// Natives of unicode: look-ups in the tables.
#include <algorithm>
#include <span>

#include "base/unicode.h"
#include "std/unicode/table_numbers.h"
#include "std/unicode/tables.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using unicode::CaseRange;
using unicode::SliceOf;

enum Case : std::int64_t { kUpperCase, kLowerCase, kTitleCase, kCases };

/// The range that holds `rune`, null if none does; strides are not looked at.
template <class Range>
const Range* find_range(SliceOf<Range> ranges, std::uint32_t rune) {
  const auto at = std::partition_point(ranges.begin(), ranges.end(), [rune](const Range& r) { return r.high < rune; });
  return at != ranges.end() && at->low <= rune ? at : nullptr;
}

template <class Range>
bool holds(SliceOf<Range> ranges, std::uint32_t rune) {
  const Range* range = find_range(ranges, rune);
  return range != nullptr && (range->stride == 1 || (range->stride != 0 && (rune - range->low) % range->stride == 0));
}

template <class Range, class Rune>
NativeStatus in_ranges(NativeCall& call) {
  const auto [ranges, rune] = call.args<SliceOf<Range>, Rune>();
  return call.done(holds(ranges, rune));
}

template <std::int64_t kTable>
NativeStatus in_table(NativeCall& call) {
  const auto [rune] = call.args<std::uint32_t>();
  const unicode::RangeTable& table = unicode::tables[kTable];
  return call.done(rune <= 0xFFFF ? holds(table.small, rune) : holds(table.large, rune));
}

NativeStatus is_letter_rune(NativeCall& call) { return call.done(is_letter(call.arg<std::uint32_t>(0))); }

NativeStatus is_digit_rune(NativeCall& call) { return call.done(is_digit(call.arg<std::uint32_t>(0))); }

NativeStatus is_upper_rune(NativeCall& call) { return call.done(is_upper(call.arg<std::uint32_t>(0))); }

NativeStatus is_print_rune(NativeCall& call) { return call.done(is_printable(call.arg<std::uint32_t>(0))); }

NativeStatus is_graphic_rune(NativeCall& call) { return call.done(is_graphic(call.arg<std::uint32_t>(0))); }

NativeStatus table(NativeCall& call) {
  const auto [index] = call.args<std::int64_t>();
  return call.done(&unicode::tables[index]);
}

NativeStatus all_case_ranges(NativeCall& call) { return call.done(unicode::all_case_ranges); }

/// `rune` mapped by the range that holds it.
std::int32_t map_by(const CaseRange& range, Case which, std::int32_t rune) {
  constexpr std::int32_t kMaxRune = 0x10FFFF;
  const std::int32_t delta = range.delta[which];
  if (delta <= kMaxRune) return static_cast<std::int32_t>(static_cast<std::uint32_t>(rune) + static_cast<std::uint32_t>(delta));
  const auto low = static_cast<std::int32_t>(range.low);
  return low + (((rune - low) & ~1) | (which & 1));
}

NativeStatus map_case(NativeCall& call) {
  constexpr std::int32_t kReplacement = 0xFFFD;
  const auto [which, rune, ranges] = call.args<std::int64_t, std::int32_t, SliceOf<CaseRange>>();
  if (which < 0 || which >= kCases) return call.done(kReplacement, false);
  const CaseRange* range = find_range(ranges, static_cast<std::uint32_t>(rune));
  if (range == nullptr) return call.done(rune, false);
  return call.done(map_by(*range, static_cast<Case>(which), rune), true);
}

NativeStatus simple_fold(NativeCall& call) {
  const auto [rune] = call.args<std::int32_t>();
  const std::span<const unicode::FoldPair> pairs(unicode::kFoldPairs, static_cast<std::size_t>(unicode::kFoldPairCount));
  const auto code = static_cast<std::uint32_t>(rune);
  const auto pair =
      std::lower_bound(pairs.begin(), pairs.end(), code, [](const unicode::FoldPair& p, std::uint32_t from) { return p.from < from; });
  if (pair != pairs.end() && pair->from == code) return call.done(static_cast<std::int32_t>(pair->to));
  const CaseRange* range = find_range(unicode::all_case_ranges, code);
  if (range == nullptr) return call.done(rune);
  const std::int32_t lower = map_by(*range, kLowerCase, rune);
  return call.done(lower != rune ? lower : map_by(*range, kUpperCase, rune));
}

constexpr native::NativeRow kRows[] = {
    {"unicode.IsDigit", is_digit_rune},
    {"unicode.IsGraphic", is_graphic_rune},
    {"unicode.IsLetter", is_letter_rune},
    {"unicode.IsLower", in_table<unicode::kLowerTable>},
    {"unicode.IsMark", in_table<unicode::kMarkTable>},
    {"unicode.IsNumber", in_table<unicode::kNumberTable>},
    {"unicode.IsPrint", is_print_rune},
    {"unicode.IsPunct", in_table<unicode::kPunctuationTable>},
    {"unicode.IsSpace", in_table<unicode::kWhiteSpaceTable>},
    {"unicode.IsSymbol", in_table<unicode::kSymbolTable>},
    {"unicode.IsTitle", in_table<unicode::kTitleTable>},
    {"unicode.IsUpper", is_upper_rune},
    {"unicode.SimpleFold", simple_fold},
    {"unicode.allCaseRanges", all_case_ranges},
    {"unicode.in16", in_ranges<unicode::Range16, std::uint16_t>},
    {"unicode.in32", in_ranges<unicode::Range32, std::uint32_t>},
    {"unicode.mapCase", map_case},
    {"unicode.table", table},
};

}  // namespace

std::span<const native::NativeRow> natives_unicode() { return kRows; }

}  // namespace govm::stdlib
