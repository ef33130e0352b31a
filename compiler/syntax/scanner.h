// The scanner: characters to tokens (spec: "Lexical elements"), semicolons inserted.
//
// One token at a time, held in the scanner itself. Comments vanish, but for //line directives,
// which go to the SourceFile, and pragmas, which gather in a list that the parser takes. Errors go
// to the sink with Go's words. Knows no grammar.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/source_file.h"
#include "compiler/diag/sink.h"
#include "compiler/syntax/decl.h"
#include "compiler/syntax/token.h"

namespace govm::syntax {

/// Reads one file.
class Scanner {
 public:
  /// Starts in front of `from`, a position in the file (its beginning by default). No token is
  /// read yet.
  Scanner(SourceFile& file, diag::DiagnosticSink& sink, Pos from = {});

  /// Reads the next token into the accessors below. At the end: EndOfFile, again and again.
  void next();

  Token token() const { return token_; }
  Pos pos() const { return file_.at(static_cast<size_t>(start_ - begin_)); }
  /// Text of a Name or Literal; "semicolon", "newline" or "EOF" for a Semi.
  std::string_view text() const { return text_; }
  /// Of an Operator, Star, AssignOp or IncOp.
  Operator op() const { return op_; }
  /// Of an Operator or Star; 0 if the operator is none of two operands.
  int precedence() const { return operator_precedence(op_); }
  /// Of a Literal.
  LitKind lit_kind() const { return lit_kind_; }
  bool is_bad() const { return is_bad_; }

  /// The current token is a `{`: goes to just behind its matching `}` without making tokens, as
  /// if the `}` were the current token. Returns the position behind it.
  Pos skip_block();
  /// From now on there is only EndOfFile: for errors that make going on senseless.
  void stop();

  /// Pragmas read since they were last taken, with whether each begins its line.
  std::vector<Pragma>& pragmas() { return pragmas_; }
  /// The text of the first `//go:build` line above the package clause, empty if none.
  std::string_view build_constraint() const { return build_constraint_; }

  SourceFile& file() { return file_; }

 private:
  // scanner.cpp
  void scan_operator(Operator op);
  void scan_name();
  void scan_wide_name(bool first);
  bool scan_wide_name_character(bool first);
  void skip_line_comment();
  bool skip_general_comment();
  void note_comment(const char* begin, const char* end);
  void note_line_directive(const char* comment, std::string_view text, Pos next);
  void set_token(Token token, const char* end) {
    token_ = token;
    at_ = end;
  }
  /// Size of a byte order mark or invalid byte here, which count as absent; else 0.
  uint32_t absent_bytes(const char* p) const;
  Pos pos_of(const char* p) const { return file_.at(static_cast<size_t>(p - begin_)); }
  std::string_view from_start() const { return {start_, static_cast<size_t>(at_ - start_)}; }
  /// The code point at a place, as messages quote it: U+0023 '#'.
  std::string describe_character(const char* p) const;

  // scanner_literals.cpp
  void scan_number(bool seen_point);
  unsigned scan_digits(int base, const char** invalid);
  void scan_rune();
  void scan_string();
  void scan_raw_string();
  bool scan_escape(char quote);
  void set_literal(LitKind kind, bool ok);

  SourceFile& file_;
  diag::DiagnosticSink& sink_;
  const char* begin_;  ///< the text; a NUL byte stands at end_
  const char* end_;
  const char* at_;     ///< next byte to read
  const char* start_;  ///< first byte of the token
  std::string_view text_;
  Token token_ = Token::None;
  Operator op_ = Operator::None;
  LitKind lit_kind_ = LitKind::Int;
  bool is_bad_ = false;
  bool newline_is_semi_ = false;  ///< a newline or the end here becomes a semicolon
  bool above_package_ = true;
  std::vector<Pragma> pragmas_;
  std::string_view build_constraint_;
};

/// Reports bytes of a part of a file that no Go file may contain: NUL, invalid UTF-8, a byte order
/// mark that is not at the very beginning. The scanner itself does not look for them.
void check_encoding(const SourceFile& file, Span part, diag::DiagnosticSink& sink);

}  // namespace govm::syntax
