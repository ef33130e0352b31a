// Trees, positions, error texts, skipped bodies, depth. Whole files were compared with Go's own
// compiler (README of compiler/syntax); here stand the shapes that are easy to get wrong.
#include <gtest/gtest.h>

#include <algorithm>

#include "compiler/syntax/visit.h"
#include "parse_helper.h"

namespace govm::syntax {
namespace {

/// The printed form of the value in `var _ = …`.
std::string value_of(const std::string& expr) {
  Parsed parsed("package p\nvar _ = " + expr + "\n");
  if (parsed.sink.has_errors()) return parsed.errors();
  return to_string(cast<VarDecl>(parsed.file->decls[0])->values[0]);
}

/// What is wrong inside a function body.
std::string errors_in(const std::string& body) { return Parsed("package p\nfunc f() {\n" + body + "\n}\n").errors(); }

TEST(Parser, PrintsExpressionsInShortForm) {
  EXPECT_EQ(value_of("a+b*c"), "a + b * c");
  EXPECT_EQ(value_of("(a+b)*c"), "(a + b) * c");
  EXPECT_EQ(value_of("f(x, y...)"), "f(x, y...)");
  EXPECT_EQ(value_of("[]int{1,2}"), "[]int{…}");
  EXPECT_EQ(value_of("struct{}{}"), "struct{}{}");
  EXPECT_EQ(value_of("func(a, b int, c ...string) (x, y T) { return }"), "func(a, b int, c ...string) (x, y T) {…}");
  EXPECT_EQ(value_of("m[1:2:3].(T).x"), "m[1:2:3].(T).x");
  EXPECT_EQ(value_of("G[int, []string](nil)"), "G[int, []string](nil)");
  EXPECT_EQ(value_of("<-chan int(c)"), "<-chan int(c)");
  EXPECT_EQ(value_of("chan (<-chan int)(nil)"), "chan (<-chan int)(nil)");
  EXPECT_EQ(value_of("interface{ m(); ~int|string }(x)"), "interface{m(); ~int | string}(x)");
  EXPECT_EQ(value_of("struct{ a, b int; T; c string `t` }{}"), "struct{a, b int; T; c string `t`}{}");
}

TEST(Parser, TellsTypeParametersFromArrayLengths) {
  auto params = [](const std::string& decl) {
    Parsed parsed("package p\ntype " + decl + "\n");
    EXPECT_EQ(parsed.errors(), "") << decl;
    const auto* type = cast<TypeDecl>(parsed.file->decls[0]);
    std::string text;
    for (const Field* param : type->type_params) text += to_string(param) + ";";
    return text + to_string(type->type);
  };
  EXPECT_EQ(params("T[P any] int"), "P any;int");
  EXPECT_EQ(params("T[P *C,] int"), "P *C;int");
  EXPECT_EQ(params("T[P *C] int"), "[P * C]int");
  EXPECT_EQ(params("T[P []int] int"), "P []int;int");
  EXPECT_EQ(params("T[P *C|Q,] int"), "P *C | Q;int");
  EXPECT_EQ(params("T[P interface{m()}, Q ~int] = []P"), "P interface{m()};Q ~int;[]P");
  EXPECT_EQ(params("T[N] int"), "[N]int");
  EXPECT_EQ(params("T[2*N] int"), "[2 * N]int");
  EXPECT_EQ(params("T []int"), "[]int");
}

TEST(Parser, DumpsPositionsOfGosCompiler) {
  Parsed parsed("package p\nfunc (r *T) m(a, b int) {\n\tx.y[1] = f(a) + 2\n}\n");
  EXPECT_EQ(parsed.errors(), "");
  EXPECT_EQ(parsed.dump(), R"(File 1:1
  Name 1:9 p
  FuncDecl 2:6
    Field 2:7
      Name 2:7 r
      StarExpr 2:9
        Name 2:10 T
    Name 2:13 m
    FuncType 2:14
      Field 2:15
        Name 2:15 a
        Name 2:20 int
      Field b (same type)
    BlockStmt 2:25
      AssignStmt 3:9 = 1 to 1
        IndexExpr 3:5
          SelectorExpr 3:3
            Name 3:2 x
            Name 3:4 y
          BasicLit 3:6 1
        BinaryExpr 3:16 +
          CallExpr 3:12
            Name 3:11 f
            Name 3:13 a
          BasicLit 3:18 2
)");
}

TEST(Parser, ErrorsAreInGosWords) {
  EXPECT_EQ(Parsed("var x int").errors(), "a.go:1:1: syntax error: package statement must be first\n");
  EXPECT_EQ(Parsed("package p\nx := 1").errors(), "a.go:2:1: syntax error: non-declaration statement outside function body\n");
  EXPECT_EQ(Parsed("package p\nfunc f()\n{\n}").errors(), "a.go:3:1: syntax error: unexpected semicolon or newline before {\n");
  EXPECT_EQ(errors_in("f(1,\n2\n)"), "a.go:4:2: syntax error: unexpected newline in argument list; possibly missing comma or )\n");
  EXPECT_EQ(errors_in("x y"), "a.go:3:3: syntax error: unexpected name y at end of statement\n");
  EXPECT_EQ(errors_in("if x = 1 {}"), "a.go:3:6: syntax error: cannot use assignment x = 1 as value\n");
  EXPECT_EQ(errors_in("if x == (a+b); {}"), "a.go:3:14: syntax error: missing condition in if statement\n");
  EXPECT_EQ(errors_in("for i := 0; {}"), "a.go:3:13: syntax error: unexpected {, expected for loop condition\n");
  EXPECT_EQ(errors_in("else {}"), "a.go:3:1: syntax error: unexpected keyword else, expected }\n");
  EXPECT_EQ(errors_in("var x = T{\n1\n}"),
            "a.go:4:2: syntax error: unexpected newline in composite literal; possibly missing comma or }\n");
}

TEST(Parser, ResolvesBranches) {
  EXPECT_EQ(errors_in("L: for { for { break L; continue L }; goto M }; M:"), "");
  EXPECT_EQ(errors_in("break"), "a.go:3:1: break is not in a loop, switch, or select\n");
  EXPECT_EQ(errors_in("goto L; x := 1; _ = x; L:"), "a.go:3:6: goto L jumps over declaration of x at a.go:3:11\n");
  EXPECT_EQ(errors_in("L: x()"), "a.go:3:1: label L defined and not used\n");
  EXPECT_EQ(errors_in("goto L; { L: }"), "a.go:3:6: goto L jumps into block starting at a.go:3:9\n");
  EXPECT_EQ(errors_in("switch { case true: fallthrough }"), "a.go:3:21: cannot fallthrough final case in switch\n");
}

TEST(Parser, SkippedBodiesAreParsedOnNeed) {
  Parsed parsed("package p\nfunc f() { if x { return } }\nfunc g() int\nfunc h() { y := '}' }\n", Bodies::Skip);
  EXPECT_EQ(parsed.errors(), "");
  auto* f = cast<FuncDecl>(parsed.file->decls[0]);
  auto* g = cast<FuncDecl>(parsed.file->decls[1]);
  EXPECT_TRUE(f->has_body());
  EXPECT_EQ(f->body, nullptr);
  EXPECT_FALSE(g->has_body());
  uint32_t ids = parsed.session.next_expr_id;
  parse_body(parsed.session, *f);
  ASSERT_NE(f->body, nullptr);
  EXPECT_EQ(f->body->list.size(), 1u);
  EXPECT_EQ(parsed.sources.describe(f->body->rbrace), "a.go:2:28");
  EXPECT_GT(parsed.session.next_expr_id, ids);
}

TEST(Parser, KeepsPragmasAndBuildConstraint) {
  Parsed parsed("//go:build linux && go1.21\n\npackage p\n\n//go:noinline\n//govm:inline cost=3\nfunc f() {}\n");
  EXPECT_EQ(parsed.errors(), "");
  EXPECT_EQ(parsed.file->build_constraint, "linux && go1.21");
  EXPECT_EQ(parsed.file->go_version, "go1.21");
  const auto* f = cast<FuncDecl>(parsed.file->decls[0]);
  ASSERT_NE(find_pragma(f->pragmas, "govm:inline"), nullptr);
  EXPECT_EQ(find_pragma(f->pragmas, "govm:inline")->text, "govm:inline cost=3");
}

TEST(Parser, IdsAreDense) {
  Parsed parsed("package p\nvar x = a + b*c\n");
  uint32_t count = 0;
  uint32_t largest = 0;
  walk(parsed.file, [&](const Node* node) {
    if (is_expr_kind(node->kind)) {
      ++count;
      largest = std::max(largest, static_cast<const Expr*>(node)->id);
    }
    return true;
  });
  EXPECT_EQ(count, largest);
  EXPECT_EQ(parsed.session.next_expr_id, largest + 1);
}

std::string repeat(std::string_view text, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Parser, TakesDeepNestingAndRefusesDeeper) {
  EXPECT_EQ(Parsed("package p\nvar x = " + repeat("(", 20'000) + "1" + repeat(")", 20'000) + "\n").errors(), "");
#if !defined(__SANITIZE_ADDRESS__)  // whose frames are several times as large
  EXPECT_EQ(Parsed("package p\nfunc f() {" + repeat("{", 50'000) + repeat("}", 50'000) + "}\n").errors(), "");
#endif
  EXPECT_EQ(Parsed("package p\nvar x = " + repeat("(", 1'000'000) + "\n").errors(),
            "a.go:2: not supported by govm: nesting deeper than 52000 levels\n");
  EXPECT_EQ(Parsed("package p\nvar x = 1" + repeat("+1", 100'000) + "\n").errors(),
            "a.go:2: not supported by govm: nesting deeper than 30000 levels\n");
}

// Every row of the families that this room reports comes out of its own example.
TEST(Diagnostics, SyntaxExamplesGiveTheirRow) {
  using diag::DiagnosticId;
  auto last = static_cast<size_t>(DiagnosticId::LinknameUsage);
  for (size_t i = 0; i <= last; ++i) {
    auto id = static_cast<DiagnosticId>(i);
    std::string_view example = diag::diagnostic_example(id);
    if (id == DiagnosticId::UnsupportedNesting) continue;  // shown above: its example would be huge
    Parsed parsed{std::string(example)};
    std::vector<diag::Diagnostic> found = parsed.sink.listings()[0].diagnostics;
    bool has = std::any_of(found.begin(), found.end(), [&](const diag::Diagnostic& d) { return d.id == id; });
    EXPECT_TRUE(has) << diag::diagnostic_name(id) << ": " << example << "\n" << parsed.errors();
  }
}

}  // namespace
}  // namespace govm::syntax
