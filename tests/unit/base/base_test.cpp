// Positions, arenas, interning, text and Unicode helpers.
#include <gtest/gtest.h>

#include "base/arena.h"
#include "base/id.h"
#include "base/intern.h"
#include "base/result.h"
#include "base/source_file.h"
#include "base/text_writer.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace govm {
namespace {

TEST(SourceMap, ResolvesPositionsOfSeveralFiles) {
  SourceMap sources;
  SourceFile* a = sources.add("a.go", "one\ntwo\n");
  SourceFile* b = sources.add("b.go", "");
  SourceFile* c = sources.add("c.go", "x");
  EXPECT_EQ(sources.describe(a->begin()), "a.go:1:1");
  EXPECT_EQ(sources.describe(a->at(4)), "a.go:2:1");
  EXPECT_EQ(sources.describe(a->end()), "a.go:3:1");
  EXPECT_EQ(sources.describe(b->begin()), "b.go:1:1");
  EXPECT_EQ(sources.describe(c->begin()), "c.go:1:1");
  EXPECT_EQ(sources.describe(Pos{}), "<unknown position>");
  EXPECT_EQ(sources.file_of(Pos{1000}), nullptr);
  EXPECT_EQ(a->line_text(2), "two");
  EXPECT_EQ(a->line_text(9), "");
}

TEST(SourceMap, HonoursLineDirectives) {
  SourceMap sources;
  SourceFile* file = sources.add("a.go", "1\n2\n3\n4\n5\n");
  file->add_line_directive({file->at(2), "gen.y", 70, 0});
  file->add_line_directive({file->at(6), "other.y", 5, 9});
  EXPECT_EQ(sources.describe(file->at(0)), "a.go:1:1");
  EXPECT_EQ(sources.describe(file->at(2)), "gen.y:70");
  EXPECT_EQ(sources.describe(file->at(4)), "gen.y:71");
  EXPECT_EQ(sources.describe(file->at(6)), "other.y:5:9");
  EXPECT_EQ(sources.describe(file->at(8)), "other.y:6:1");
  EXPECT_EQ(file->physical(file->at(8)).line, 5u);
}

TEST(Arena, KeepsAlignmentAndLargeObjects) {
  Arena arena;
  for (int i = 0; i < 1000; ++i) {
    arena.allocate(1, 1);
    double* d = arena.make<double>(1.5);
    ASSERT_EQ(reinterpret_cast<uintptr_t>(d) % alignof(double), 0u);
    ASSERT_EQ(*d, 1.5);
  }
  std::vector<int> many(1'000'000, 7);
  std::span<int> copy = arena.copy(many);
  EXPECT_EQ(copy.size(), many.size());
  EXPECT_EQ(copy.back(), 7);
  EXPECT_EQ(arena.copy(std::string_view("text")), "text");
}

TEST(Interner, EqualTextsAreOneSymbol) {
  Interner interner;
  Symbol x = interner.intern("x");
  std::vector<Symbol> symbols;
  for (int i = 0; i < 10000; ++i) symbols.push_back(interner.intern("name" + std::to_string(i)));
  for (int i = 0; i < 10000; ++i) EXPECT_EQ(interner.intern("name" + std::to_string(i)), symbols[i]);
  EXPECT_EQ(interner.intern("x"), x);
  EXPECT_NE(interner.intern("y"), x);
  EXPECT_EQ(interner.intern(""), interner.intern(""));
  EXPECT_NE(interner.intern(""), Symbol());
  EXPECT_TRUE(interner.intern("_").is_blank());
  EXPECT_EQ(interner.size(), 10004u);
}

TEST(Id, TheDefaultIsNone) {
  struct Tag;
  EXPECT_FALSE(Id<Tag>().is_valid());
  EXPECT_TRUE(Id<Tag>(0).is_valid());
  EXPECT_LT(Id<Tag>(1), Id<Tag>(2));
}

TEST(Result, IsAValueOrAnError) {
  Result<int> good = 3;
  Result<int> bad = Error{"no such file"};
  EXPECT_EQ(good.value(), 3);
  EXPECT_FALSE(bad.ok());
  EXPECT_EQ(bad.error(), "no such file");
}

TEST(TextWriter, IndentsLines) {
  TextWriter out;
  out.line("a ", 1, ' ', true);
  {
    IndentScope indent(out);
    out.write("b\nc\n\nd").newline();
  }
  out.put(-5, " ", 1.5).pad_to(12).hex(255, 4).newline();
  out.quoted("a\"\n\x01é\xff");
  EXPECT_EQ(out.str(), "a 1 true\n  b\n  c\n\n  d\n-5 1.5      00ff\n\"a\\\"\\n\\x01é\\xff\"");
}

TEST(Utf8, DecodesAsGoDoes) {
  auto decode = [](std::string_view text) {
    DecodedRune c = decode_rune(text);
    return std::pair<uint32_t, uint32_t>(c.rune, c.size);
  };
  using Pair = std::pair<uint32_t, uint32_t>;
  EXPECT_EQ(decode("a"), Pair('a', 1));
  EXPECT_EQ(decode("é"), Pair(0xE9, 2));
  EXPECT_EQ(decode("世"), Pair(0x4E16, 3));
  EXPECT_EQ(decode("\xF0\x9F\x98\x80"), Pair(0x1F600, 4));
  EXPECT_EQ(decode(""), Pair(kRuneError, 0));
  EXPECT_EQ(decode("\xC0\x80"), Pair(kRuneError, 1));          // overlong
  EXPECT_EQ(decode("\xED\xA0\x80"), Pair(kRuneError, 1));      // surrogate
  EXPECT_EQ(decode("\xF4\x90\x80\x80"), Pair(kRuneError, 1));  // beyond U+10FFFF
  EXPECT_EQ(decode("\xE4\xB8"), Pair(kRuneError, 1));          // cut off
  EXPECT_EQ(decode_last_rune("a世").size, 3u);
  EXPECT_EQ(decode_last_rune("a\x96").size, 1u);
  EXPECT_EQ(count_runes("a\xff世"), 3u);
  EXPECT_FALSE(is_valid_utf8("a\xff"));
  for (char32_t rune : {U'a', U'é', U'世', char32_t{0x1F600}, kMaxRune}) {
    std::string text;
    append_rune(text, rune);
    EXPECT_EQ(decode_rune(text).rune, rune);
  }
  std::string surrogate;
  append_rune(surrogate, 0xD800);
  EXPECT_EQ(surrogate, "\xEF\xBF\xBD");
}

TEST(Unicode, ClassesAreThoseOfGo) {
  EXPECT_TRUE(is_letter('a') && is_letter(U'é') && is_letter(U'世') && is_letter(0x2C1));
  EXPECT_FALSE(is_letter('_') || is_letter('1') || is_letter(0x2318));
  EXPECT_TRUE(is_digit('0') && is_digit(0x667));
  EXPECT_TRUE(is_upper('A') && is_upper(U'Ö'));
  EXPECT_FALSE(is_upper('a') || is_upper(U'世'));
  EXPECT_TRUE(is_printable(' ') && is_printable(U'世'));
  EXPECT_FALSE(is_printable(0xA0) || is_printable(0xFEFF) || is_printable(0x7F));
}

}  // namespace
}  // namespace govm
