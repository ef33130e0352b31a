// The tables of package unicode as Go programs see them: the structs have Go's layout, the variables of the package
// point here. Programs may write to them, as they may in Go, so they are no constants.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace govm::stdlib::unicode {

/// A Go slice of T over static memory.
template <class T>
struct SliceOf {
  T* data = nullptr;
  std::int64_t length = 0;
  std::int64_t capacity = 0;

  T* begin() const { return data; }
  T* end() const { return data + length; }
};

/// Every stride-th code point from low to high.
struct Range16 {
  std::uint16_t low, high, stride;
};
struct Range32 {
  std::uint32_t low, high, stride;
};
struct RangeTable {
  SliceOf<Range16> small;
  SliceOf<Range32> large;  ///< from 0x10000 on
  std::int64_t latin;      ///< elements of `small` up to U+00FF
};
static_assert(sizeof(Range16) == 6 && sizeof(Range32) == 12 && sizeof(RangeTable) == 56);

/// How the cases of a range map: what to add for upper, lower and title case.
struct CaseRange {
  std::uint32_t low, high;
  std::int32_t delta[3];
};
static_assert(sizeof(CaseRange) == 20);

/// A step of simple folding that the case ranges do not tell.
struct FoldPair {
  std::uint32_t from, to;
};

/// What a map of the package has under a name.
struct NamedTable {
  std::string_view name;
  std::int64_t number;  ///< in `tables`
};
struct Alias {
  std::string_view name, actual;
};

/// Indexed by the numbers in tables.go.
extern RangeTable tables[];
extern const std::int64_t kTableCount;
/// Sorted by name: Categories, Scripts, FoldCategory, FoldScript and CategoryAliases.
extern const std::span<const NamedTable> kCategories, kScripts, kCategoryFolds, kScriptFolds;
extern const std::span<const Alias> kCategoryAliases;
extern SliceOf<CaseRange> all_case_ranges;
extern const FoldPair kFoldPairs[];
extern const std::int64_t kFoldPairCount;

}  // namespace govm::stdlib::unicode
