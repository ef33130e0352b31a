// Tokens, automatic semicolons, literals and their errors, directives.
#include <gtest/gtest.h>

#include "compiler/diag/render.h"
#include "compiler/syntax/ast_dump.h"
#include "compiler/syntax/scanner.h"

namespace govm::syntax {
namespace {

/// The tokens of a text on one line, semicolons as ";reason".
std::string scan(std::string text, std::string* errors = nullptr) {
  SourceMap sources;
  SourceFile* file = sources.add("a.go", std::move(text));
  diag::DiagnosticSink sink(sources, 0);
  Scanner scanner(*file, sink);
  std::string out;
  for (scanner.next(); scanner.token() != Token::EndOfFile; scanner.next()) {
    if (!out.empty()) out += ' ';
    switch (scanner.token()) {
      case Token::Semi: out += ";" + std::string(scanner.text()); break;
      case Token::Name:
      case Token::Literal: out += scanner.text(); break;
      case Token::Operator: out += operator_text(scanner.op()); break;
      case Token::AssignOp: out += std::string(operator_text(scanner.op())) + "="; break;
      case Token::IncOp: out += std::string(operator_text(scanner.op())).append(operator_text(scanner.op())); break;
      default: out += token_text(scanner.token());
    }
  }
  if (errors != nullptr) {
    check_encoding(*file, {file->begin(), file->end()}, sink);
    *errors = diag::render_all(sink);
  }
  return out;
}

std::string errors_of(std::string text) {
  std::string errors;
  scan(std::move(text), &errors);
  return errors;
}

TEST(Scanner, InsertsSemicolons) {
  EXPECT_EQ(scan("x\n"), "x ;newline");
  EXPECT_EQ(scan("x"), "x ;EOF");
  EXPECT_EQ(scan("x +\n1\n"), "x + 1 ;newline");
  EXPECT_EQ(scan("return\nbreak\ncontinue\nfallthrough\nif\n"), "return ;newline break ;newline continue ;newline fallthrough ;newline if");
  EXPECT_EQ(scan(")\n]\n}\nx++\nx--\n'a'\n\"s\"\n1i\n"),
            ") ;newline ] ;newline } ;newline x ++ ;newline x -- ;newline 'a' ;newline \"s\" ;newline 1i ;newline");
  EXPECT_EQ(scan("x /* a\n */ y"), "x ;newline y ;EOF");
  EXPECT_EQ(scan("x /* a */ y // b\nz"), "x y ;newline z ;EOF");
}

TEST(Scanner, ReadsOperators) {
  EXPECT_EQ(scan("+ - * / % & | ^ << >> &^ && || < <= > >= == != ! ~ <- ++ --"),
            "+ - * / % & | ^ << >> &^ && || < <= > >= == != ! ~ <- ++ -- ;EOF");
  EXPECT_EQ(scan("+= -= *= /= %= &= |= ^= <<= >>= &^= = :="), "+= -= *= /= %= &= |= ^= <<= >>= &^= = :=");
  EXPECT_EQ(scan("a...b ..c .5"), "a ... b . . c .5 ;EOF");
}

TEST(Scanner, ReadsNumbers) {
  for (const char* good : {"0",      "42",      "4_2",     "0600",        "0_600", "0o17",     "0O17",   "0xBad_Face", "0x_67",
                           "0b101",  "0.",      "72.40",   "072.40",      "1.e+0", "6.67e-11", "1E6",    ".25",        "1_5.",
                           "0x1p-2", "0x2.p10", "0x.8p-0", "0X_1FFFP-16", "0i",    "0123i",    "0o123i", "0x1p-2i",    "1e3i"}) {
    EXPECT_EQ(scan(good), std::string(good) + " ;EOF");
    EXPECT_EQ(errors_of(good), "") << good;
  }
}

TEST(Scanner, ComplainsOfLiteralsInGosWords) {
  EXPECT_EQ(errors_of("08"), "a.go:1:2: invalid digit '8' in octal literal\n");
  EXPECT_EQ(errors_of("0b12"), "a.go:1:4: invalid digit '2' in binary literal\n");
  EXPECT_EQ(errors_of("0x"), "a.go:1:3: hexadecimal literal has no digits\n");
  EXPECT_EQ(errors_of("1__0"), "a.go:1:3: '_' must separate successive digits\n");
  EXPECT_EQ(errors_of("1e"), "a.go:1:3: exponent has no digits\n");
  EXPECT_EQ(errors_of("0x1.0"), "a.go:1:6: hexadecimal mantissa requires a 'p' exponent\n");
  EXPECT_EQ(errors_of("1p3"), "a.go:1:2: 'p' exponent requires hexadecimal mantissa\n");
  EXPECT_EQ(errors_of("''"), "a.go:1:2: empty rune literal or unescaped '\n");
  EXPECT_EQ(errors_of("'ab'"), "a.go:1:1: more than one character in rune literal\n");
  EXPECT_EQ(errors_of("'\\400'"), "a.go:1:6: octal escape value 256 > 255\n");
  EXPECT_EQ(errors_of("'\\uD800'"), "a.go:1:8: escape is invalid Unicode code point U+D800\n");
  EXPECT_EQ(errors_of("\"a\n"), "a.go:1:3: newline in string\n");
  EXPECT_EQ(errors_of("`a"), "a.go:1:1: string not terminated\n");
  EXPECT_EQ(errors_of("/* a"), "a.go:1:1: comment not terminated\n");
  EXPECT_EQ(errors_of("#"), "a.go:1:1: invalid character U+0023 '#'\n");
  EXPECT_EQ(errors_of(std::string("\"\0\"", 3)), "a.go:1:2: invalid NUL character\n");
  EXPECT_EQ(errors_of("\"\xff\""), "a.go:1:2: invalid UTF-8 encoding\n");
  EXPECT_EQ(errors_of("\xEF\xBB\xBFx \xEF\xBB\xBF"), "a.go:1:6: invalid BOM in the middle of the file\n");
}

TEST(Scanner, KnowsEveryKeyword) {
#define KEYWORD(name, text) EXPECT_EQ(keyword_token(text), Token::name);
#include "compiler/syntax/tokens.def"
  EXPECT_EQ(keyword_token("breaks"), Token::Name);
  EXPECT_EQ(keyword_token("x"), Token::Name);
}

TEST(Scanner, SkipsBlocks) {
  SourceMap sources;
  SourceFile* file = sources.add("a.go", "{ `}` \"}\\\"}\" '}' '\\'' /* } */ { } // }\n } after");
  diag::DiagnosticSink sink(sources);
  Scanner scanner(*file, sink);
  scanner.next();
  EXPECT_EQ(scanner.skip_block(), file->at(file->text().find(" after")));
  EXPECT_EQ(scanner.token(), Token::Rbrace);
  scanner.next();
  EXPECT_EQ(scanner.text(), "after");
}

TEST(Scanner, TakesLineDirectives) {
  auto where = [](std::string text) {
    SourceMap sources;
    SourceFile* file = sources.add("dir/a.go", std::move(text));
    diag::DiagnosticSink sink(sources, 0);
    Scanner scanner(*file, sink);
    scanner.next();
    return sources.describe(scanner.pos()) + (sink.has_errors() ? " and errors" : "");
  };
  EXPECT_EQ(where("//line gen.y:70\nx"), "dir/gen.y:70");
  EXPECT_EQ(where("//line /gen.y:70:3\nx"), "/gen.y:70:3");
  EXPECT_EQ(where("//line :70:3\nx"), "dir/a.go:70:3");
  EXPECT_EQ(where("/*line gen.y:7:9*/x"), "dir/gen.y:7:9");
  EXPECT_EQ(where(" //line gen.y:70\nx"), "dir/a.go:2:1");
  EXPECT_EQ(where("//line gen.y\nx"), "dir/a.go:2:1");
  EXPECT_EQ(where("//line gen.y:0\nx"), "dir/a.go:2:1 and errors");
}

}  // namespace
}  // namespace govm::syntax
