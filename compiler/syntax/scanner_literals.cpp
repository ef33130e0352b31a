// Spec: "Integer literals", "Floating-point literals", "Imaginary literals", "Rune literals",
// "String literals". Checks the form of a literal; its value is computed by compiler/constant.
#include <string>

#include "base/unicode.h"
#include "base/utf8.h"
#include "compiler/syntax/scanner.h"

namespace govm::syntax {
namespace {

bool is_decimal(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return static_cast<char>(c | 0x20); }
bool is_hex(char c) { return is_decimal(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }

std::string_view base_name(int base) {
  switch (base) {
    case 2: return "binary";
    case 8: return "octal";
    case 10: return "decimal";
    default: return "hexadecimal";
  }
}

/// A character in single quotes, escaped where a Go rune literal must escape it.
std::string quote(char32_t c) {
  std::string text = "'";
  switch (c) {
    case '\n': text += "\\n"; break;
    case '\t': text += "\\t"; break;
    case '\r': text += "\\r"; break;
    case '\'': text += "\\'"; break;
    case '\\': text += "\\\\"; break;
    default:
      if (is_printable(c)) {
        append_rune(text, c);
      } else {
        constexpr char kDigits[] = "0123456789abcdef";
        int digits = c < 0x80 ? 2 : c < 0x10000 ? 4 : 8;
        text += digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U";
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) text += kDigits[c >> shift & 15];
      }
  }
  return text + '\'';
}

/// What a run of digits held.
enum : unsigned { kDigitSeen = 1, kSeparatorSeen = 2 };

/// Index of the first `_` that does not stand between digits (a base prefix counts as one), or npos.
size_t find_bad_separator(std::string_view text) {
  enum { kDigit, kSeparator, kElse } before = kElse;
  size_t i = 0;
  bool hexadecimal = false;
  if (text.size() >= 2 && text[0] == '0') {
    char prefix = lower(text[1]);
    hexadecimal = prefix == 'x';
    if (prefix == 'x' || prefix == 'o' || prefix == 'b') {
      before = kDigit;
      i = 2;
    }
  }
  for (; i < text.size(); ++i) {
    char c = text[i];
    if (c == '_') {
      if (before != kDigit) return i;
      before = kSeparator;
    } else if (is_decimal(c) || (hexadecimal && is_hex(c))) {
      before = kDigit;
    } else {
      if (before == kSeparator) return i - 1;
      before = kElse;
    }
  }
  return before == kSeparator ? text.size() - 1 : std::string_view::npos;
}

}  // namespace

void Scanner::set_literal(LitKind kind, bool ok) {
  newline_is_semi_ = true;
  token_ = Token::Literal;
  text_ = from_start();
  lit_kind_ = kind;
  is_bad_ = !ok;
}

// Consumes { digit | "_" }. With a base up to 10 any decimal digit is taken, and the first one
// outside the base noted in *invalid.
unsigned Scanner::scan_digits(int base, const char** invalid) {
  unsigned seen = 0;
  for (;; ++at_) {
    char c = *at_;
    if (c == '_') {
      seen |= kSeparatorSeen;
    } else if (base == 16 ? is_hex(c) : is_decimal(c)) {
      seen |= kDigitSeen;
      if (c >= '0' + base && base < 10 && *invalid == nullptr) *invalid = at_;
    } else {
      return seen;
    }
  }
}

// int_lit, float_lit, imaginary_lit; at_ is at the first digit, or behind a leading point.
void Scanner::scan_number(bool seen_point) {
  bool ok = true;
  LitKind kind = LitKind::Int;
  int base = 10;
  char prefix = 0;  // 'x', 'o', 'b', '0' for a leading zero, or none
  unsigned seen = 0;
  const char* invalid = nullptr;
  auto complain = [&](const auto& message, auto... args) {
    if (ok) sink_.report(pos_of(at_), message, args...);
    ok = false;
  };

  if (!seen_point) {
    if (*at_ == '0') {
      ++at_;
      prefix = lower(*at_);
      switch (prefix) {
        case 'x': base = 16; break;
        case 'o': base = 8; break;
        case 'b': base = 2; break;
        default:
          base = 8;
          prefix = '0';
          seen = kDigitSeen;
      }
      if (prefix != '0') ++at_;
    }
    seen |= scan_digits(base, &invalid);
    if (*at_ == '.') {
      if (prefix == 'o' || prefix == 'b') complain(diag::kBadRadixPoint, base_name(base));
      ++at_;
      seen_point = true;
    }
  }
  if (seen_point) {
    kind = LitKind::Float;
    seen |= scan_digits(base, &invalid);
  }
  if ((seen & kDigitSeen) == 0) complain(diag::kEmptyNumber, base_name(base));

  char exponent = lower(*at_);
  if (exponent == 'e' || exponent == 'p') {
    std::string quoted = quote(static_cast<unsigned char>(*at_));
    if (exponent == 'e' && prefix != 0 && prefix != '0') {
      complain(diag::kBadExponentDecimal, std::string_view(quoted));
    } else if (exponent == 'p' && prefix != 'x') {
      complain(diag::kBadExponentHexadecimal, std::string_view(quoted));
    }
    ++at_;
    kind = LitKind::Float;
    if (*at_ == '+' || *at_ == '-') ++at_;
    unsigned exponent_seen = scan_digits(10, nullptr);
    seen = exponent_seen | (seen & kSeparatorSeen);
    if ((exponent_seen & kDigitSeen) == 0) complain(diag::kEmptyExponent);
  } else if (prefix == 'x' && kind == LitKind::Float) {
    complain(diag::kMissingHexadecimalExponent);
  }
  if (*at_ == 'i') {
    kind = LitKind::Imag;
    ++at_;
  }

  if (kind == LitKind::Int && invalid != nullptr && ok) {
    std::string quoted = quote(static_cast<unsigned char>(*invalid));
    sink_.report(pos_of(invalid), diag::kBadDigit, quoted, base_name(base));
    ok = false;
  }
  if ((seen & kSeparatorSeen) != 0 && ok) {
    size_t bad = find_bad_separator(from_start());
    if (bad != std::string_view::npos) {
      sink_.report(pos_of(start_ + bad), diag::kBadDigitSeparator);
      ok = false;
    }
  }
  set_literal(kind, ok);
}

// rune_lit = "'" ( unicode_value | byte_value ) "'" .
void Scanner::scan_rune() {
  bool ok = true;
  auto complain = [&](Pos pos, const auto& message) {
    if (ok) sink_.report(pos, message);
    ok = false;
  };
  ++at_;
  for (int count = 0;; ++count) {
    if (*at_ == '\'') {
      if (count == 0) {
        complain(pos_of(at_), diag::kEmptyRune);
      } else if (count != 1) {
        complain(pos(), diag::kLongRune);
      }
      ++at_;
      break;
    }
    if (*at_ == '\\') {
      ++at_;
      if (!scan_escape('\'')) ok = false;
      continue;
    }
    if (*at_ == '\n') {
      complain(pos_of(at_), diag::kNewlineInRune);
      break;
    }
    if (at_ >= end_) {
      complain(pos(), diag::kUnterminatedRune);
      break;
    }
    at_ += decode_rune({at_, static_cast<size_t>(end_ - at_)}).size;
  }
  set_literal(LitKind::Rune, ok);
}

// interpreted_string_lit = `"` { unicode_value | byte_value } `"` .
void Scanner::scan_string() {
  bool ok = true;
  for (++at_;;) {
    char c = *at_;
    if (c == '"') {
      ++at_;
      break;
    }
    if (c == '\\') {
      ++at_;
      if (!scan_escape('"')) ok = false;
    } else if (c == '\n') {
      sink_.report(pos_of(at_), diag::kNewlineInString);
      ok = false;
      break;
    } else if (c == '\0' && at_ >= end_) {
      sink_.report(pos(), diag::kUnterminatedString);
      ok = false;
      break;
    } else {
      ++at_;
    }
  }
  set_literal(LitKind::String, ok);
}

// raw_string_lit = "`" { unicode_char | newline } "`" . Carriage returns stay in the text here.
void Scanner::scan_raw_string() {
  size_t close = std::string_view(at_ + 1, static_cast<size_t>(end_ - at_ - 1)).find('`');
  bool ok = close != std::string_view::npos;
  if (!ok) sink_.report(pos(), diag::kUnterminatedString);
  at_ = ok ? at_ + 1 + close + 1 : end_;
  set_literal(LitKind::String, ok);
}

// The part of an escape sequence behind the backslash; at the end of the text the caller complains.
bool Scanner::scan_escape(char quote_char) {
  int digits = 0;
  uint32_t base = 16;
  uint32_t max = kMaxRune;
  char c = *at_;
  switch (c) {
    case 'a':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
    case 'v':
    case '\\': ++at_; return true;
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7': digits = 3, base = 8, max = 255; break;
    case 'x':
      ++at_;
      digits = 2, max = 255;
      break;
    case 'u':
      ++at_;
      digits = 4;
      break;
    case 'U':
      ++at_;
      digits = 8;
      break;
    default:
      if (c == quote_char) {
        ++at_;
        return true;
      }
      if (at_ >= end_) return true;
      sink_.report(pos_of(at_), diag::kUnknownEscape);
      return false;
  }
  uint32_t value = 0;
  for (; digits > 0; --digits, ++at_) {
    if (at_ >= end_) return true;
    char d = *at_;
    uint32_t digit = is_decimal(d) ? d - '0' : is_hex(d) ? lower(d) - 'a' + 10 : base;
    if (digit >= base) {
      std::string quoted = quote(decode_rune({at_, static_cast<size_t>(end_ - at_)}).rune);
      sink_.report(pos_of(at_), diag::kBadEscapeDigit, quoted, base_name(static_cast<int>(base)));
      return false;
    }
    value = value * base + digit;
  }
  if (value > max && base == 8) {
    sink_.report(pos_of(at_), diag::kBadOctalEscape, static_cast<int64_t>(value));
    return false;
  }
  if (value > max || (value >= 0xD800 && value < 0xE000)) {
    std::string text = "U+";
    constexpr char kDigits[] = "0123456789ABCDEF";
    int shift = 12;
    while (shift < 28 && value >> (shift + 4) != 0) shift += 4;
    for (; shift >= 0; shift -= 4) text += kDigits[value >> shift & 15];
    sink_.report(pos_of(at_), diag::kBadCodePoint, text);
    return false;
  }
  return true;
}

}  // namespace govm::syntax
