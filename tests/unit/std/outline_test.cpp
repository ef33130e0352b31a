// The outlines that govm is built with name what a whole parse of std's files finds, and what a row says is read from its place.
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/adapters.h"
#include "compiler/diag/render.h"
#include "compiler/syntax/parser.h"
#include "compiler/syntax/print.h"
#include "std/std.h"

namespace govm {
namespace {

/// Where the names of a declaration stand, as rows do.
std::vector<std::pair<Pos, std::string_view>> names_of(const syntax::Decl* decl) {
  std::vector<std::pair<Pos, std::string_view>> names;
  auto add = [&names](const syntax::Name* name) { names.emplace_back(name->pos, name->text()); };
  if (const auto* constants = syntax::as<syntax::ConstDecl>(decl)) {
    for (const syntax::Name* name : constants->names) add(name);
  } else if (const auto* variables = syntax::as<syntax::VarDecl>(decl)) {
    for (const syntax::Name* name : variables->names) add(name);
  } else if (const auto* type = syntax::as<syntax::TypeDecl>(decl)) {
    add(type->name);
  } else if (const auto* function = syntax::as<syntax::FuncDecl>(decl)) {
    add(function->name);
  }
  return names;
}

TEST(StdOutlines, NameWhatAWholeParseFinds) {
  Arena arena;
  Interner interner;
  SourceMap sources;
  diag::DiagnosticSink sink(sources, 0);
  syntax::Session session{arena, interner, sources, sink};
  const cli::StdPackages packages(cli::std_outlines());
  size_t names = 0;
  for (const std::string_view path : stdlib::packages()) {
    const std::optional<std::vector<load::FileText>> files = packages.find(path);
    ASSERT_TRUE(files.has_value()) << path;
    for (const load::FileText& file : *files) {
      SourceFile* text = sources.add(file.name, file.text);
      const syntax::File* whole = syntax::parse_file(session, *text, syntax::Bodies::Skip);
      const syntax::File* outlined = syntax::parse_outlined(session, *text, file.outline);
      ASSERT_TRUE(whole != nullptr && outlined != nullptr) << file.name;
      EXPECT_EQ(outlined->package_name->text(), whole->package_name->text()) << file.name;
      EXPECT_EQ(outlined->package_name->pos, whole->package_name->pos) << file.name;
      ASSERT_EQ(outlined->imports.size(), whole->imports.size()) << file.name;
      for (size_t i = 0; i < whole->imports.size(); ++i) {
        const syntax::ImportDecl *got = outlined->imports[i], *want = whole->imports[i];
        EXPECT_EQ(got->pos, want->pos) << file.name;
        EXPECT_EQ(got->import_path(), want->import_path()) << file.name;
        ASSERT_EQ(got->local_name == nullptr, want->local_name == nullptr) << file.name;
        if (want->local_name != nullptr) {
          EXPECT_EQ(got->local_name->text(), want->local_name->text()) << file.name;
        }
      }
      std::set<std::pair<Pos, std::string_view>> want, rows, got;
      std::map<Pos, size_t> pragmas;
      for (const syntax::Decl* decl : whole->decls) {
        for (const auto& name : names_of(decl)) want.insert(name);
        if (const auto* function = syntax::as<syntax::FuncDecl>(decl)) pragmas[function->pos] = function->pragmas.size();
      }
      for (const syntax::OutlineRow& row : file.outline.rows) {
        const std::pair<Pos, std::string_view> name{text->at(row.name), row.name_in(text->text())};
        rows.insert(name);
        bool is_there = false;
        for (const syntax::Decl* decl : syntax::parse_outlined(session, *outlined, row)) {
          for (const auto& declared : names_of(decl)) {
            got.insert(declared);
            is_there = is_there || declared == name;
          }
          if (const auto* function = syntax::as<syntax::FuncDecl>(decl)) {
            EXPECT_EQ(function->pragmas.size(), pragmas[function->pos]) << name.second;
            EXPECT_EQ(function->is_method(), row.receiver_size != 0) << name.second;
            if (function->is_method()) {
              const std::string receiver = syntax::to_string(function->recv->type);
              EXPECT_NE(receiver.find(row.receiver_in(text->text())), std::string::npos) << receiver;
            }
          }
        }
        EXPECT_TRUE(is_there) << file.name << ": " << name.second;
      }
      EXPECT_EQ(rows, want) << file.name;
      EXPECT_EQ(got, want) << file.name;
      names += rows.size();
    }
  }
  EXPECT_EQ(diag::render_all(sink), "");
  EXPECT_GT(names, 5000u);
}

}  // namespace
}  // namespace govm
