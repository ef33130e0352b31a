// Names that the compiler makes, in words.
#include "compiler/escape/spelling.h"

#include <gtest/gtest.h>

namespace govm::escape {
namespace {

struct Row {
  const char* text;
  const char* words;
};

TEST(Spelling, ReplacesNamesThatNobodyWrites) {
  for (const Row& row : {
           Row{"&x", "&x"},
           Row{"main.gen[go.shape.int]", "main.gen[...]"},
           Row{"gen[go.shape.int](&.dict.gen[int], 3)", "gen[...](3)"},
           Row{"gen[go.shape.int](&.dict.gen[int])", "gen[...]()"},
           Row{"(*List[go.shape.[]int]).Push(l, &.dict.List[[]int], v)", "(*List[...]).Push(l, v)"},
           Row{"f[go.shape.int]((*[2]uintptr)(.dict[0]), x)", "f[...](x)"},
           Row{"(func(point) bool)(.dict[1])(*a, b)", "method(*a, b)"},
           Row{"map[go.shape.string]int", "map[string]int"},
           Row{"make([]go.shape.*uint8, n)", "make([]pointer, n)"},
           Row{"~r0 = .autotmp_12", "the result = a temporary value"},
           Row{"#yield1(#p1)", "the loop's body(the loop's value)"},
           Row{"new(<node DYNAMICTYPE>)", "new(the type argument)"},
           Row{"a.b.c(1.5)", "a.b.c(1.5)"},
       })
    EXPECT_EQ(spelled(row.text), row.words) << row.text;
}

}  // namespace
}  // namespace govm::escape
