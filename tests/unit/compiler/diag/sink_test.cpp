// The sink's order, duplicates and limit; rendering; formatting.
#include <gtest/gtest.h>

#include "compiler/diag/render.h"

namespace govm::diag {
namespace {

class SinkTest : public testing::Test {
 protected:
  SourceMap sources;
  SourceFile* file = sources.add("a.go", "package p\n\tvar x\nthree\nfour\n5\n6\n7\n8\n9\n10\n11\n12\n13\n");
};

TEST_F(SinkTest, SortsAndDropsRepetitions) {
  DiagnosticSink sink(sources);
  sink.report(file->at(20), kBadCharacter, "b");
  sink.report(file->at(20), kBadCharacter, "b");
  sink.report(file->at(0), kMissingPackageClause);
  sink.report(file->at(3), kLateImport);  // a second syntax error on the line
  EXPECT_EQ(sink.count(), 4u);
  EXPECT_EQ(render_all(sink),
            "a.go:1:1: syntax error: package statement must be first\n"
            "a.go:3:4: invalid character b\n");
}

TEST_F(SinkTest, StopsAtTheLimit) {
  DiagnosticSink sink(sources, 2);
  sink.report(file->at(0), kBadCharacter, "a");
  EXPECT_FALSE(sink.is_full());
  sink.report(file->at(11), kBadCharacter, "b");
  sink.report(file->at(17), kBadCharacter, "c").note(file->at(0), "nowhere");
  EXPECT_EQ(sink.count(), 3u);
  EXPECT_EQ(render_all(sink), "a.go:1:1: invalid character a\na.go:2:2: invalid character b\na.go:2:2: too many errors\n");
}

TEST_F(SinkTest, ShowsNotesAndTheLine) {
  DiagnosticSink sink(sources);
  sink.report(file->at(15), kDuplicateLabel, "L", "a.go:1:1").note(file->at(0), "other declaration of L").note({}, "hint");
  EXPECT_EQ(render(sink.listings()[0].diagnostics[0], sources, Excerpt::Yes),
            "a.go:2:6: label L already defined at a.go:1:1\n"
            "\ta.go:1:1: other declaration of L\n"
            "\thint\n"
            "    \tvar x\n"
            "    \t    ^\n");
}

TEST(FormatMessage, FillsHolesInOrder) {
  Argument args[] = {Text("x"), Int(-3)};
  EXPECT_EQ(format_message("a {} { {} }", args, 2), "a x { -3 }");
}

TEST(DiagnosticsTable, NamesAreAvailable) {
  EXPECT_EQ(diagnostic_name(DiagnosticId::BadToken), "BadToken");
  EXPECT_GT(diagnostic_count(), 80u);
}

}  // namespace
}  // namespace govm::diag
