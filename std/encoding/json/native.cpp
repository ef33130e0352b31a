// Natives of encoding/json: finding the end of a value and what is wrong with it; runs of a string that need no escape; where texts
// that were read are kept.
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

// scan.go's constants.
enum class Wrong : std::int64_t {
  Nothing,
  End,
  ValueStart,
  KeyStart,
  AfterKey,
  AfterPair,
  AfterElement,
  InString,
  InEscape,
  InNumber,
  InLiteral,
  TooDeep
};

constexpr int kMaxDepth = 10000;

// One value of RFC 8259; `at` is where it stands, and where what is wrong stands.
class Scanner {
 public:
  Scanner(const std::uint8_t* data, std::int64_t at, std::int64_t size) : data_(data), at_(at), size_(size) {}

  Wrong value(int depth) {
    space();
    begin_ = at_;
    if (at_ >= size_) return Wrong::End;
    switch (data_[at_]) {
      case '{': return object(depth + 1);
      case '[': return array(depth + 1);
      case '"': return string();
      case 't': return literal("true");
      case 'f': return literal("false");
      case 'n': return literal("null");
      default:
        if (data_[at_] == '-' || is_digit(at_)) return number();
        return Wrong::ValueStart;
    }
  }
  std::int64_t at() const { return at_; }
  std::int64_t begin() const { return begin_; }

 private:
  bool is_digit(std::int64_t i) const { return i < size_ && data_[i] >= '0' && data_[i] <= '9'; }

  void space() {
    while (at_ < size_ && (data_[at_] == ' ' || data_[at_] == '\n' || data_[at_] == '\t' || data_[at_] == '\r')) ++at_;
  }

  Wrong object(int depth) {
    if (depth > kMaxDepth) return Wrong::TooDeep;
    ++at_;
    space();
    if (at_ < size_ && data_[at_] == '}') return close();
    for (;;) {
      space();
      if (at_ >= size_) return Wrong::End;
      if (data_[at_] != '"') return Wrong::KeyStart;
      if (const Wrong wrong = string(); wrong != Wrong::Nothing) return wrong;
      space();
      if (at_ >= size_) return Wrong::End;
      if (data_[at_] != ':') return Wrong::AfterKey;
      ++at_;
      if (const Wrong wrong = value(depth); wrong != Wrong::Nothing) return wrong;
      space();
      if (at_ >= size_) return Wrong::End;
      if (data_[at_] == '}') return close();
      if (data_[at_] != ',') return Wrong::AfterPair;
      ++at_;
    }
  }

  Wrong array(int depth) {
    if (depth > kMaxDepth) return Wrong::TooDeep;
    ++at_;
    space();
    if (at_ < size_ && data_[at_] == ']') return close();
    for (;;) {
      if (const Wrong wrong = value(depth); wrong != Wrong::Nothing) return wrong;
      space();
      if (at_ >= size_) return Wrong::End;
      if (data_[at_] == ']') return close();
      if (data_[at_] != ',') return Wrong::AfterElement;
      ++at_;
    }
  }

  Wrong close() {
    ++at_;
    return Wrong::Nothing;
  }

  Wrong literal(const char* word) {
    begin_ = at_;
    for (; *word != 0; ++word, ++at_) {
      if (at_ >= size_) return Wrong::End;
      if (data_[at_] != static_cast<std::uint8_t>(*word)) return Wrong::InLiteral;
    }
    return Wrong::Nothing;
  }

  // Of a text that ends in a number or escape, the end is where that begins.
  Wrong end_in_token() {
    at_ = begin_;
    return Wrong::End;
  }

  Wrong digits() {
    if (at_ >= size_) return end_in_token();
    if (!is_digit(at_)) return Wrong::InNumber;
    while (is_digit(at_)) ++at_;
    return Wrong::Nothing;
  }

  Wrong number() {
    if (data_[at_] == '-') ++at_;
    if (at_ < size_ && data_[at_] == '0') {
      ++at_;
    } else if (const Wrong wrong = digits(); wrong != Wrong::Nothing) {
      return wrong;
    }
    if (at_ < size_ && data_[at_] == '.') {
      ++at_;
      if (const Wrong wrong = digits(); wrong != Wrong::Nothing) return wrong;
    }
    if (at_ < size_ && (data_[at_] == 'e' || data_[at_] == 'E')) {
      ++at_;
      if (at_ < size_ && (data_[at_] == '+' || data_[at_] == '-')) ++at_;
      return digits();
    }
    return Wrong::Nothing;
  }

  static bool is_hex(std::uint8_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

  Wrong string() {
    for (++at_; at_ < size_; ++at_) {
      const std::uint8_t c = data_[at_];
      if (c == '"') return close();
      if (c < ' ') return Wrong::InString;
      if (c != '\\') continue;
      begin_ = at_++;
      if (at_ >= size_) return end_in_token();
      switch (data_[at_]) {
        case '"':
        case '\\':
        case '/':
        case 'b':
        case 'f':
        case 'n':
        case 'r':
        case 't': continue;
        case 'u':
          for (int i = 0; i < 4; ++i) {
            if (++at_ >= size_) return end_in_token();
            if (!is_hex(data_[at_])) {
              ++at_;
              return Wrong::InEscape;
            }
          }
          continue;
        default: ++at_; return Wrong::InEscape;
      }
    }
    return Wrong::End;
  }

  const std::uint8_t* data_;
  std::int64_t at_;
  std::int64_t size_;
  std::int64_t begin_ = 0;
};

NativeStatus scan_value(NativeCall& call) {
  const auto [data, at] = call.args<value::Slice, std::int64_t>();
  Scanner scanner(reinterpret_cast<const std::uint8_t*>(data.data), at, data.length);
  const Wrong wrong = scanner.value(0);
  return call.done(scanner.at(), scanner.begin(), static_cast<std::int64_t>(wrong));
}

// Whether a sequence of UTF-8 begins at `p`; its length, or 0.
std::int64_t sequence_length(const std::uint8_t* p, std::int64_t left) {
  const std::uint8_t c = p[0];
  const int n = c >= 0xc2 && c <= 0xdf ? 2 : c >= 0xe0 && c <= 0xef ? 3 : c >= 0xf0 && c <= 0xf4 ? 4 : 0;
  if (n == 0 || n > left) return 0;
  for (int i = 1; i < n; ++i) {
    if ((p[i] & 0xc0) != 0x80) return 0;
  }
  const bool wrong = (c == 0xe0 && p[1] < 0xa0) || (c == 0xed && p[1] > 0x9f) || (c == 0xf0 && p[1] < 0x90) || (c == 0xf4 && p[1] > 0x8f);
  return wrong ? 0 : n;
}

NativeStatus plain_length(NativeCall& call) {
  const auto [text, html] = call.args<value::String, bool>();
  std::int64_t at = 0;
  while (at < text.length) {
    const std::uint8_t* p = text.data + at;
    if (*p >= 0x80) {
      const std::int64_t n = sequence_length(p, text.length - at);
      // U+2028 and U+2029 end lines in JavaScript.
      if (n == 0 || (n == 3 && p[0] == 0xe2 && p[1] == 0x80 && (p[2] & 0xfe) == 0xa8)) break;
      at += n;
      continue;
    }
    if (*p < ' ' || *p == '"' || *p == '\\' || (html && (*p == '<' || *p == '>' || *p == '&'))) break;
    ++at;
  }
  return call.done(at);
}

NativeStatus place_of(NativeCall& call) {
  const auto [text] = call.args<value::Slice>();
  // The first and the last 8, 4 or 2 bytes, by XXH32's rounds for two words: which texts share a place decides how often they are made.
  auto word = [&](std::int64_t at, size_t size) {
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, text.data + at, size);
    return bytes;
  };
  auto mix = [](std::uint32_t first, std::uint32_t second) {
    std::uint32_t hash = 0x165667b1U + 8;
    for (const std::uint32_t bytes : {first, second}) hash = std::rotl(hash + bytes * 0xc2b2ae3dU, 17) * 0x27d4eb2fU;
    return hash;
  };
  const std::int64_t end = text.length;
  std::uint32_t hash = 0;
  if (end >= 8) {
    hash = mix(word(0, 4), word(4, 4)) ^ mix(word(end - 8, 4), word(end - 4, 4));
  } else if (end >= 4) {
    hash = mix(word(0, 4), word(end - 4, 4));
  } else {
    hash = mix(word(0, 2), word(end - 2, 2));
  }
  return call.done(static_cast<std::int64_t>(hash & 0xff));
}

constexpr native::NativeRow kRows[] = {
    {"encoding/json.placeOf", place_of},
    {"encoding/json.plainLength", plain_length},
    {"encoding/json.scanValue", scan_value},
};

}  // namespace

std::span<const native::NativeRow> natives_encoding_json() { return kRows; }

}  // namespace govm::stdlib
