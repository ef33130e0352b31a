// Natives' side of Quote and Unquote: text appended to a buffer, and escapes read back.
#include "std/strconv/quoting.h"

#include "base/utf8.h"

namespace govm::stdlib {

namespace {

bool is_rune(std::int32_t rune) { return (0 <= rune && rune < 0xD800) || (0xE000 <= rune && rune <= static_cast<std::int32_t>(kMaxRune)); }

/// Bytes at the start that every form of quoting keeps.
std::size_t plain_prefix(std::string_view text, char quote) {
  std::size_t n = 0;
  while (n < text.size() && ' ' <= text[n] && text[n] <= '~' && text[n] != quote && text[n] != '\\') n++;
  return n;
}

}  // namespace

void append_quoted(ByteAppender& out, std::string_view text, char quote, Unescaped unescaped) {
  const auto length = static_cast<std::int64_t>(text.size());
  if (out.room() < length) out.move_to(out.length() + length + 2);
  out.push(quote);
  while (!text.empty()) {
    if (const std::size_t plain = plain_prefix(text, quote); plain > 0) {
      out.push_each(text.substr(0, plain));
      text.remove_prefix(plain);
      continue;
    }
    const auto [rune, size] = decode_rune(text);
    if (size == 1 && rune == kRuneError) {
      out.append(quoted_byte(static_cast<unsigned char>(text[0])).view());
    } else {
      out.append(quoted_rune(static_cast<std::int32_t>(rune), quote, unescaped).view());
    }
    text.remove_prefix(size);
  }
  out.push(quote);
}

void append_quoted_rune(ByteAppender& out, std::int32_t rune, char quote, Unescaped unescaped) {
  if (!is_rune(rune)) rune = static_cast<std::int32_t>(kRuneError);
  out.push(quote);
  out.append(quoted_rune(rune, quote, unescaped).view());
  out.push(quote);
}

bool can_backquote(std::string_view text) {
  constexpr char32_t kByteOrderMark = 0xFEFF;
  while (!text.empty()) {
    const auto [rune, size] = decode_rune(text);
    text.remove_prefix(size);
    if (size == 1 && (rune == kRuneError || (rune < ' ' && rune != '\t') || rune == '`' || rune == 0x7F)) return false;
    if (rune == kByteOrderMark) return false;
  }
  return true;
}

namespace {

/// The value of up to `count` digits in a base of 2^`bits` at the start of `text`.
std::optional<std::uint32_t> read_digits(std::string_view text, std::size_t count, int bits) {
  if (text.size() < count) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : text.substr(0, count)) {
    const std::size_t digit = std::string_view("0123456789abcdef").find('A' <= c && c <= 'F' ? static_cast<char>(c | 0x20) : c);
    if (digit >= std::size_t{1} << bits) return std::nullopt;
    value = value << bits | static_cast<std::uint32_t>(digit);
  }
  return value;
}

/// The escape behind a backslash; `text` starts with its letter.
std::optional<UnquotedChar> unquote_escape(std::string_view text, char quote) {
  if (text.empty()) return std::nullopt;
  const char kind = text[0];
  const auto numeric = [&](std::size_t start, std::size_t count, int bits) -> std::optional<UnquotedChar> {
    const auto value = read_digits(text.substr(start), count, bits);
    if (!value) return std::nullopt;
    return UnquotedChar{static_cast<std::int32_t>(*value), false, text.substr(start + count)};
  };
  const auto single = [&](char c) { return UnquotedChar{c, false, text.substr(1)}; };
  switch (kind) {
    case 'a': return single('\a');
    case 'b': return single('\b');
    case 'f': return single('\f');
    case 'n': return single('\n');
    case 'r': return single('\r');
    case 't': return single('\t');
    case 'v': return single('\v');
    case '\\': return single(kind);
    case '\'':
    case '"':
      if (kind != quote) return std::nullopt;
      return single(kind);
    case 'x': return numeric(1, 2, 4);
    case 'u':
    case 'U': {
      auto result = numeric(1, kind == 'u' ? 4 : 8, 4);
      if (!result || !is_rune(result->rune)) return std::nullopt;
      result->multibyte = true;
      return result;
    }
    default: {
      auto result = numeric(0, 3, 3);
      if (!result || result->rune > 255) return std::nullopt;
      return result;
    }
  }
}

/// `text` starts with a quote or backquote that closes somewhere behind: whether its content up to `end` is
/// what it stands for.
bool is_plain(std::string_view content, char quote) {
  if (content.find_first_of("\\\n") != std::string_view::npos) return false;
  if (quote == '"') return is_valid_utf8(content);
  const auto [rune, size] = decode_rune(content);
  return size == content.size() && (rune != kRuneError || size != 1);
}

std::optional<Unquoted> unquote_raw(std::string_view text, std::size_t end, bool unescape, ByteAppender& buffer) {
  const std::string_view rest = text.substr(end);
  if (!unescape) return Unquoted{text.substr(0, end), rest, false};
  const std::string_view content = text.substr(1, end - 2);
  if (content.find('\r') == std::string_view::npos) return Unquoted{content, rest, false};
  buffer.reserve(static_cast<std::int64_t>(end) - 3);
  for (const char c : content) {
    if (c != '\r') buffer.push(c);
  }
  return Unquoted{buffer.text(), rest, true};
}

}  // namespace

std::optional<UnquotedChar> unquote_char(std::string_view text, char quote) {
  if (text.empty()) return std::nullopt;
  const char c = text[0];
  if (c == quote && (quote == '\'' || quote == '"')) return std::nullopt;
  if (static_cast<unsigned char>(c) >= 0x80) {
    const auto [rune, size] = decode_rune(text);
    return UnquotedChar{static_cast<std::int32_t>(rune), true, text.substr(size)};
  }
  if (c != '\\') return UnquotedChar{c, false, text.substr(1)};
  return unquote_escape(text.substr(1), quote);
}

std::optional<Unquoted> unquote_prefix(std::string_view text, bool unescape, ByteAppender& buffer) {
  if (text.size() < 2) return std::nullopt;
  const char quote = text[0];
  if (quote != '"' && quote != '\'' && quote != '`') return std::nullopt;
  std::size_t end = text.find(quote, 1);
  if (end == std::string_view::npos) return std::nullopt;
  end++;
  if (quote == '`') return unquote_raw(text, end, unescape, buffer);
  if (const std::string_view content = text.substr(1, end - 2); is_plain(content, quote)) {
    return Unquoted{unescape ? content : text.substr(0, end), text.substr(end), false};
  }
  if (unescape) buffer.reserve(static_cast<std::int64_t>(3 * end / 2));
  std::string_view rest = text.substr(1);
  while (!rest.empty() && rest[0] != quote) {
    const auto next = rest[0] == '\n' ? std::nullopt : unquote_char(rest, quote);
    if (!next) return std::nullopt;
    rest = next->tail;
    if (unescape) {
      if (next->rune < 0x80 || !next->multibyte) {
        buffer.push(static_cast<char>(next->rune));
      } else {
        char bytes[4];
        buffer.append({bytes, encode_rune(static_cast<char32_t>(next->rune), bytes)});
      }
    }
    if (quote == '\'') break;
  }
  if (rest.empty() || rest[0] != quote) return std::nullopt;
  rest.remove_prefix(1);
  if (unescape) return Unquoted{buffer.text(), rest, true};
  return Unquoted{text.substr(0, text.size() - rest.size()), rest, false};
}

}  // namespace govm::stdlib
