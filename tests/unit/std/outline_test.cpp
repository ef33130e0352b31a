// The outline of a file of std names the functions that a whole parse finds, in the same order: std keeps to gofmt's layout.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "compiler/diag/render.h"
#include "compiler/syntax/parser.h"
#include "compiler/syntax/type_expr.h"
#include "std/std.h"

namespace govm {
namespace {

// "T.name" or "name", and where it stands.
std::string described(std::string_view receiver, std::string_view name) {
  return receiver.empty() ? std::string(name) : std::string(receiver) + "." + std::string(name);
}

std::string_view receiver_of(const syntax::FuncDecl& decl) {
  if (decl.recv == nullptr) return "";
  const syntax::Expr* type = syntax::unparen(decl.recv->type);
  if (const auto* star = syntax::as<syntax::StarExpr>(type)) type = syntax::unparen(star->x);
  if (const auto* instance = syntax::as<syntax::IndexExpr>(type)) type = instance->x;
  return syntax::cast<syntax::Name>(type)->text();
}

TEST(StdOutlines, NameWhatAWholeParseFinds) {
  Arena arena;
  Interner interner;
  SourceMap sources;
  diag::DiagnosticSink sink(sources, 0);
  syntax::Session session{arena, interner, sources, sink};
  size_t outlined_functions = 0;
  for (const std::string_view path : stdlib::packages()) {
    for (const stdlib::EmbeddedFile& embedded : stdlib::files_of(path)) {
      SourceFile* text = sources.add(std::string(embedded.path), SourceText::lasting(embedded.text));
      const syntax::File* whole = syntax::parse_file(session, *text, syntax::Bodies::Skip);
      const syntax::File* outlined = syntax::parse_file(session, *text, syntax::Bodies::Outline);
      ASSERT_TRUE(whole != nullptr && outlined != nullptr) << embedded.path;
      outlined_functions += outlined->outlines.size();
      // Those that became trees at once, and those that do when they are named.
      std::vector<const syntax::FuncDecl*> want, got;
      for (const syntax::Decl* decl : whole->decls) {
        if (const auto* function = syntax::as<syntax::FuncDecl>(decl)) want.push_back(function);
      }
      for (const syntax::Decl* decl : outlined->decls) {
        if (const auto* function = syntax::as<syntax::FuncDecl>(decl)) got.push_back(function);
      }
      for (const syntax::FuncOutline& outline : outlined->outlines) {
        const syntax::FuncDecl* function = syntax::parse_function(session, outline);
        EXPECT_EQ(described(receiver_of(*function), function->name->text()), described(outline.receiver, outline.name)) << embedded.path;
        got.push_back(function);
      }
      std::ranges::sort(got, {}, [](const syntax::FuncDecl* function) { return function->pos; });
      ASSERT_EQ(got.size(), want.size()) << embedded.path;
      for (size_t i = 0; i < want.size(); ++i) {
        EXPECT_EQ(got[i]->pos, want[i]->pos) << embedded.path;
        EXPECT_EQ(got[i]->name->text(), want[i]->name->text()) << embedded.path;
        EXPECT_EQ(got[i]->body_text.begin, want[i]->body_text.begin) << embedded.path;
        EXPECT_EQ(got[i]->body_text.end, want[i]->body_text.end) << embedded.path;
        EXPECT_EQ(got[i]->pragmas.size(), want[i]->pragmas.size()) << embedded.path;
      }
    }
  }
  EXPECT_EQ(diag::render_all(sink), "");
  EXPECT_GT(outlined_functions, 3000u);
}

}  // namespace
}  // namespace govm
