// Spec: "Tokens", "Semicolons", "Identifiers", "Operators and punctuation", "Comments". Literals
// are in scanner_literals.cpp.
#include "compiler/syntax/scanner.h"

#include <array>
#include <charconv>
#include <cstring>
#include <filesystem>

#include "base/unicode.h"
#include "base/utf8.h"

namespace govm::syntax {
namespace {

constexpr std::string_view kTokenTexts[] = {
#define TOKEN(name, text) text,
#include "compiler/syntax/tokens.def"
};

constexpr std::string_view kOperatorTexts[] = {
#define OPERATOR(name, text, precedence) text,
#include "compiler/syntax/tokens.def"
};

constexpr uint8_t kPrecedences[] = {
#define OPERATOR(name, text, precedence) precedence,
#include "compiler/syntax/tokens.def"
};

/// Classes of bytes, for the inner loops.
enum : uint8_t { kOther, kNamePart, kWide };

constexpr auto kByteClass = [] {
  std::array<uint8_t, 256> table{};
  for (int c = 0; c < 256; ++c) {
    int lower = c | 0x20;
    if (c >= 0x80) {
      table[c] = kWide;
    } else if ((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_') {
      table[c] = kNamePart;
    }
  }
  return table;
}();

/// Bytes that matter where a block is skipped: braces, what begins a text or a comment, and the NUL behind the last byte.
constexpr auto kEndsSkipping = [] {
  std::array<bool, 256> table{};
  for (unsigned char c : {'{', '}', '"', '\'', '`', '/', '\0'}) table[c] = true;
  return table;
}();

uint8_t class_of(char c) { return kByteClass[static_cast<unsigned char>(c)]; }

constexpr size_t kKeywordSlots = 64;

/// A hash without collisions among the keywords, of texts of at least two bytes.
constexpr size_t keyword_hash(std::string_view text) {
  return (static_cast<unsigned char>(text[0]) + static_cast<unsigned char>(text[1]) * 4u + text.size() * 6u) % kKeywordSlots;
}

constexpr auto kKeywords = [] {
  std::array<Token, kKeywordSlots> table{};
#define KEYWORD(name, text) table[keyword_hash(text)] = Token::name;
#include "compiler/syntax/tokens.def"
  return table;
}();

constexpr bool keywords_are_distinct() {
  size_t count = 0;
  for (Token token : kKeywords) count += token != Token::None;
  return count == static_cast<size_t>(Token::Var) - static_cast<size_t>(Token::Break) + 1;
}
static_assert(keywords_are_distinct(), "choose another keyword_hash");

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
/// Lines and columns of //line directives beyond it are refused, as in Go's compiler.
constexpr uint32_t kLargestLine = 1u << 30;

}  // namespace

std::string_view token_text(Token token) { return kTokenTexts[static_cast<size_t>(token)]; }

std::string_view operator_text(Operator op) { return kOperatorTexts[static_cast<size_t>(op)]; }

int operator_precedence(Operator op) { return kPrecedences[static_cast<size_t>(op)]; }

Token keyword_token(std::string_view text) {
  if (text.size() < 2) return Token::Name;
  Token token = kKeywords[keyword_hash(text)];
  return token != Token::None && token_text(token) == text ? token : Token::Name;
}

Scanner::Scanner(SourceFile& file, diag::DiagnosticSink& sink, Pos from)
    : file_(file), sink_(sink), begin_(file.text().data()), end_(begin_ + file.text().size()) {
  at_ = begin_;
  if (from) {
    at_ += file.index_of(from);
    above_package_ = false;
  } else if (file.text().starts_with(kByteOrderMark)) {
    at_ += kByteOrderMark.size();
  }
  start_ = at_;
}

void Scanner::next() {
  bool newline_is_semi = newline_is_semi_;
  newline_is_semi_ = false;
again:
  while (*at_ == ' ' || *at_ == '\t' || *at_ == '\r' || (*at_ == '\n' && !newline_is_semi)) ++at_;
  const char* p = start_ = at_;
  switch (*p) {
    case '\0':
      if (p < end_) {  // reported by check_encoding
        ++at_;
        goto again;
      }
      if (newline_is_semi) {
        text_ = "EOF";
        return set_token(Token::Semi, p);
      }
      return set_token(Token::EndOfFile, p);
    case '\n': text_ = "newline"; return set_token(Token::Semi, p + 1);
    case '"': return scan_string();
    case '`': return scan_raw_string();
    case '\'': return scan_rune();
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9': return scan_number(false);
    case '(': return set_token(Token::Lparen, p + 1);
    case '[': return set_token(Token::Lbrack, p + 1);
    case '{': return set_token(Token::Lbrace, p + 1);
    case ',': return set_token(Token::Comma, p + 1);
    case ';': text_ = "semicolon"; return set_token(Token::Semi, p + 1);
    case ')': newline_is_semi_ = true; return set_token(Token::Rparen, p + 1);
    case ']': newline_is_semi_ = true; return set_token(Token::Rbrack, p + 1);
    case '}': newline_is_semi_ = true; return set_token(Token::Rbrace, p + 1);
    case ':':
      if (p[1] == '=') return set_token(Token::Define, p + 2);
      return set_token(Token::Colon, p + 1);
    case '.':
      if (p[1] >= '0' && p[1] <= '9') {
        ++at_;
        return scan_number(true);
      }
      if (p[1] == '.' && p[2] == '.') return set_token(Token::DotDotDot, p + 3);
      return set_token(Token::Dot, p + 1);
    case '+':
    case '-':
      op_ = *p == '+' ? Operator::Add : Operator::Sub;
      if (p[1] == *p) {
        newline_is_semi_ = true;
        return set_token(Token::IncOp, p + 2);
      }
      ++at_;
      return scan_operator(op_);
    case '*':
      op_ = Operator::Mul;
      if (p[1] == '=') return set_token(Token::AssignOp, p + 2);
      return set_token(Token::Star, p + 1);
    case '/':
      if (p[1] == '/') {
        skip_line_comment();
        goto again;
      }
      if (p[1] == '*') {
        bool crosses_lines = skip_general_comment();
        if (crosses_lines && newline_is_semi) {
          // Spec: "a general comment containing newlines acts like a newline".
          text_ = "newline";
          return set_token(Token::Semi, at_);
        }
        goto again;
      }
      ++at_;
      return scan_operator(Operator::Div);
    case '%': ++at_; return scan_operator(Operator::Rem);
    case '&':
      if (p[1] == '&') {
        op_ = Operator::AndAnd;
        return set_token(Token::Operator, p + 2);
      }
      at_ += p[1] == '^' ? 2 : 1;
      return scan_operator(p[1] == '^' ? Operator::AndNot : Operator::And);
    case '|':
      if (p[1] == '|') {
        op_ = Operator::OrOr;
        return set_token(Token::Operator, p + 2);
      }
      ++at_;
      return scan_operator(Operator::Or);
    case '^': ++at_; return scan_operator(Operator::Xor);
    case '<':
      if (p[1] == '-') return set_token(Token::Arrow, p + 2);
      if (p[1] == '<') {
        at_ += 2;
        return scan_operator(Operator::Shl);
      }
      op_ = p[1] == '=' ? Operator::Leq : Operator::Lss;
      return set_token(Token::Operator, p + (p[1] == '=' ? 2 : 1));
    case '>':
      if (p[1] == '>') {
        at_ += 2;
        return scan_operator(Operator::Shr);
      }
      op_ = p[1] == '=' ? Operator::Geq : Operator::Gtr;
      return set_token(Token::Operator, p + (p[1] == '=' ? 2 : 1));
    case '=':
      if (p[1] != '=') return set_token(Token::Assign, p + 1);
      op_ = Operator::Eql;
      return set_token(Token::Operator, p + 2);
    case '!': op_ = p[1] == '=' ? Operator::Neq : Operator::Not; return set_token(Token::Operator, p + (p[1] == '=' ? 2 : 1));
    case '~': op_ = Operator::Tilde; return set_token(Token::Operator, p + 1);
    default:
      if (class_of(*p) == kNamePart) return scan_name();
      if (uint32_t absent = absent_bytes(p)) {  // reported by check_encoding
        at_ += absent;
        goto again;
      }
      if (class_of(*p) == kWide && scan_wide_name_character(true)) return scan_wide_name(false);
      sink_.report(pos_of(p), diag::kBadCharacter, describe_character(p));
      ++at_;
      goto again;
  }
}

// An operator that may be followed by = (AssignOp); at_ is behind the operator.
void Scanner::scan_operator(Operator op) {
  op_ = op;
  if (*at_ == '=') return set_token(Token::AssignOp, at_ + 1);
  token_ = Token::Operator;
}

// identifier = letter { letter | unicode_digit } .
void Scanner::scan_name() {
  const char* p = at_ + 1;
  while (class_of(*p) == kNamePart) ++p;
  at_ = p;
  if (class_of(*p) == kWide) return scan_wide_name(false);
  text_ = from_start();
  token_ = keyword_token(text_);
  // Spec: "a semicolon is automatically inserted … if that token is an identifier … one of the
  // keywords break, continue, fallthrough, or return".
  newline_is_semi_ = token_ == Token::Name || token_ == Token::Break || token_ == Token::Continue || token_ == Token::Fallthrough ||
                     token_ == Token::Return;
}

void Scanner::scan_wide_name(bool first) {
  while (scan_wide_name_character(first)) first = false;
  text_ = from_start();
  token_ = Token::Name;
  newline_is_semi_ = true;
}

// Consumes one character of a name. Characters beyond ASCII that no name may have are reported
// and consumed as well, which keeps the rest of the line readable.
bool Scanner::scan_wide_name_character(bool first) {
  if (class_of(*at_) == kNamePart) {
    ++at_;
    return true;
  }
  if (class_of(*at_) != kWide) return false;
  DecodedRune c = decode_rune({at_, static_cast<size_t>(end_ - at_)});
  if (is_digit(c.rune)) {
    if (first) sink_.report(pos_of(at_), diag::kBadIdentifierStart, describe_character(at_));
  } else if (!is_letter(c.rune) && absent_bytes(at_) == 0) {
    sink_.report(pos_of(at_), diag::kBadIdentifierCharacter, describe_character(at_));
  }
  at_ += c.size;
  return true;
}

uint32_t Scanner::absent_bytes(const char* p) const {
  DecodedRune c = decode_rune({p, static_cast<size_t>(end_ - p)});
  return c.rune == 0xFEFF || (c.rune == kRuneError && c.size == 1) ? c.size : 0;
}

std::string Scanner::describe_character(const char* p) const {
  DecodedRune c = decode_rune({p, static_cast<size_t>(end_ - p)});
  char digits[8];
  char* end = std::to_chars(digits, digits + sizeof digits, static_cast<uint32_t>(c.rune), 16).ptr;
  std::string text = "U+";
  for (size_t n = static_cast<size_t>(end - digits); n < 4; ++n) text += '0';
  for (char* d = digits; d < end; ++d) text += *d >= 'a' ? static_cast<char>(*d - 0x20) : *d;
  if (is_printable(c.rune)) {
    text += " '";
    append_rune(text, c.rune);
    text += '\'';
  }
  return text;
}

// --- comments ----------------------------------------------------------------------------------

void Scanner::skip_line_comment() {
  const char* comment = at_;
  const void* newline = std::memchr(at_, '\n', static_cast<size_t>(end_ - at_));
  at_ = newline != nullptr ? static_cast<const char*>(newline) : end_;
  char first = comment[2];
  if (first == 'g' || first == 'l') note_comment(comment, at_);
}

// Returns whether the comment holds a newline.
bool Scanner::skip_general_comment() {
  const char* comment = at_;
  std::string_view rest(at_ + 2, static_cast<size_t>(end_ - at_ - 2));
  size_t close = rest.find("*/");
  if (close == std::string_view::npos) {
    sink_.report(pos_of(comment), diag::kUnterminatedComment);
    at_ = end_;
  } else {
    at_ = rest.data() + close + 2;
    if (comment[2] == 'l') note_comment(comment, at_);
  }
  return std::memchr(comment, '\n', static_cast<size_t>(at_ - comment)) != nullptr;
}

// Line directives and pragmas; other comments are nothing.
void Scanner::note_comment(const char* begin, const char* end) {
  bool general = begin[1] == '*';
  std::string_view text(begin + 2, static_cast<size_t>(end - begin - (general ? 4 : 2)));
  if (!general && text.ends_with('\r')) text.remove_suffix(1);
  if (text.starts_with("line ")) {
    bool at_line_start = begin == begin_ || begin[-1] == '\n';
    if (general && text.find('\n') == std::string_view::npos) {
      note_line_directive(begin, text.substr(5), pos_of(end));
    } else if (!general && at_line_start && end < end_) {
      note_line_directive(begin, text.substr(5), pos_of(end + 1));
    }
    return;
  }
  if (general || !(text.starts_with("go:") || text.starts_with("govm:"))) return;
  if (above_package_ && build_constraint_.empty() && text.starts_with("go:build ")) {
    build_constraint_ = text.substr(9);
  }
  const char* before = begin;
  while (before > begin_ && (before[-1] == ' ' || before[-1] == '\t' || before[-1] == '\r')) --before;
  pragmas_.push_back({.pos = pos_of(begin + 2), .text = text, .begins_line = before == begin_ || before[-1] == '\n'});
}

// line_directive = "line" [ filename ] ":" line [ ":" column ] .
void Scanner::note_line_directive(const char* comment, std::string_view text, Pos next) {
  Pos text_pos = pos_of(comment) + 7;
  // The number behind the last colon, and where it begins; false if there is no number.
  struct Number {
    size_t begin;
    uint32_t value;
    bool ok;
  };
  auto last_number = [](std::string_view s) -> Number {
    size_t colon = s.rfind(':');
    if (colon == std::string_view::npos) return {0, 0, false};
    std::string_view digits = s.substr(colon + 1);
    uint32_t value = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc::result_out_of_range && end == digits.data() + digits.size()) {
      return {colon + 1, UINT32_MAX, true};
    }
    return {colon + 1, value, error == std::errc() && end == digits.data() + digits.size()};
  };
  auto in_range = [](uint32_t n) { return n >= 1 && n <= kLargestLine; };
  auto bad = [&](const auto& message, size_t at) { sink_.report(text_pos + static_cast<uint32_t>(at), message, text.substr(at)); };

  Number last = last_number(text);
  if (last.begin == 0) return;  // not a line directive
  if (!last.ok) return bad(diag::kBadLineDirectiveLine, last.begin);
  Number line = last;
  uint32_t column = 0;
  Number before = last_number(text.substr(0, last.begin - 1));
  bool has_column = before.begin != 0 && before.ok;
  if (has_column) {
    if (!in_range(last.value)) return bad(diag::kBadLineDirectiveColumn, last.begin);
    line = before;
    column = last.value;
    text = text.substr(0, last.begin - 1);
  }
  if (!in_range(line.value)) return bad(diag::kBadLineDirectiveLine, line.begin);

  std::string_view name = text.substr(0, line.begin - 1);
  if (name.empty() && has_column) {
    name = file_.resolve(pos_of(comment)).file;
  } else if (!name.empty()) {
    std::filesystem::path path = std::filesystem::path(name).lexically_normal();
    if (!path.is_absolute()) path = std::filesystem::path(file_.name()).parent_path() / path;
    name = file_.keep(path.string());
  }
  file_.add_line_directive({next, name, line.value, column});
}

// --- skipping ----------------------------------------------------------------------------------

Pos Scanner::skip_block() {
  const char* p = start_ + 1;
  auto skip_quoted = [&](char quote) {
    for (++p; p < end_ && *p != quote && *p != '\n'; ++p) {
      if (*p == '\\' && p + 1 < end_) ++p;
    }
  };
  auto skip_to = [&](std::string_view text) {
    size_t found = std::string_view(p, static_cast<size_t>(end_ - p)).find(text);
    p = found == std::string_view::npos ? end_ - 1 : p + found + text.size() - 1;
  };
  for (int depth = 1; p < end_; ++p) {
    while (!kEndsSkipping[static_cast<unsigned char>(*p)]) ++p;
    switch (*p) {
      case '{': ++depth; break;
      case '}':
        if (--depth == 0) {
          start_ = p;
          newline_is_semi_ = true;
          set_token(Token::Rbrace, p + 1);
          return pos_of(p + 1);
        }
        break;
      case '"':
      case '\'': skip_quoted(*p); break;
      case '`':
        ++p;
        skip_to("`");
        break;
      case '/':
        if (p[1] == '/') {
          skip_to("\n");
        } else if (p[1] == '*') {
          p += 2;
          skip_to("*/");
        }
        break;
      default: break;
    }
  }
  stop();
  return pos_of(end_);
}

void Scanner::stop() {
  start_ = at_ = end_;
  newline_is_semi_ = false;
  token_ = Token::EndOfFile;
}

void check_encoding(const SourceFile& file, Span part, diag::DiagnosticSink& sink) {
  const char* begin = file.text().data();
  const char* p = begin + file.index_of(part.begin);
  const char* end = begin + file.index_of(part.end);
  if (p == begin && file.text().starts_with(kByteOrderMark)) p += kByteOrderMark.size();
  while (p < end) {
    // Eight bytes at a time as long as all are ASCII and none is NUL.
    uint64_t word;
    while (end - p >= 8) {
      std::memcpy(&word, p, 8);
      if (((word | (word - 0x0101010101010101u)) & 0x8080808080808080u) != 0) break;
      p += 8;
    }
    if (p == end) break;
    Pos pos = file.at(static_cast<size_t>(p - begin));
    if (*p == '\0') {
      sink.report(pos, diag::kBadNul);
      ++p;
      continue;
    }
    DecodedRune c = decode_rune({p, static_cast<size_t>(end - p)});
    if (c.rune == kRuneError && c.size == 1) sink.report(pos, diag::kBadEncoding);
    if (c.rune == 0xFEFF) sink.report(pos, diag::kBadByteOrderMark);
    p += c.size;
  }
}

}  // namespace govm::syntax
