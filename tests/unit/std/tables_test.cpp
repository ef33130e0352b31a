// The tables that are searched by halves are sorted, and what they say is found.
#include <gtest/gtest.h>

#include <string_view>

#include "base/sorted_rows.h"
#include "std/std.h"

namespace govm {
namespace {

class SortedTable : public testing::TestWithParam<const char*> {};

TEST_P(SortedTable, FindsEachRow) {
  const std::string_view table = stdlib::text_of(GetParam());
  ASSERT_FALSE(table.empty());
  std::string_view last;
  for (std::string_view rest = table; !rest.empty();) {
    const std::string_view from = rest;
    const std::string_view row = take_line(rest);
    if (row.starts_with('#')) continue;
    // Package and function, with the tab behind them.
    const std::string_view key = row.substr(0, row.find('\t', row.find('\t') + 1) + 1);
    ASSERT_LE(last, key);
    // A function's first row is the one that is found.
    if (key != last) {
      EXPECT_EQ(rows_from(table, key).data(), from.data()) << key;
    }
    last = key;
  }
  EXPECT_FALSE(rows_from(table, "strings\tNoSuchFunction\t").starts_with("strings\tNoSuchFunction\t"));
  EXPECT_TRUE(rows_from(table, "~").empty());
}

INSTANTIATE_TEST_SUITE_P(Tables, SortedTable, testing::Values("escape_tags.tsv", "inline.tsv", "inlined_sites.tsv"));

}  // namespace
}  // namespace govm
