// Append-only building of text with indentation; every dump uses it.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace govm {

/// Builds a text. Indentation is written in front of the first thing of each line.
class TextWriter {
 public:
  /// `indent_width` spaces for each level.
  explicit TextWriter(int indent_width = 2) : indent_width_(indent_width) {}

  TextWriter& write(std::string_view text);
  TextWriter& write(const char* text) { return write(std::string_view(text)); }
  TextWriter& write(char c) { return write(std::string_view(&c, 1)); }
  TextWriter& write(bool value) { return write(value ? "true" : "false"); }
  template <std::integral T>
  TextWriter& write(T value) {
    if constexpr (std::is_signed_v<T>) {
      return write_signed(value);
    } else {
      return write_unsigned(value);
    }
  }
  /// Shortest decimal form that reads back as the same number.
  TextWriter& write(double value);
  /// Lower-case hexadecimal without prefix, at least `min_digits` long.
  TextWriter& hex(uint64_t value, int min_digits = 1);
  /// The text in double quotes, escaped as in a Go string literal (ASCII stays readable).
  TextWriter& quoted(std::string_view text);
  /// Spaces up to the given column of the line (counted from 0), at least one.
  TextWriter& pad_to(int column);

  /// Several values one after the other.
  template <typename... Parts>
  TextWriter& put(const Parts&... parts) {
    (write(parts), ...);
    return *this;
  }
  /// Several values and a newline.
  template <typename... Parts>
  TextWriter& line(const Parts&... parts) {
    (write(parts), ...);
    return newline();
  }
  TextWriter& newline();

  void indent() { ++level_; }
  void dedent() { --level_; }

  const std::string& str() const& { return text_; }
  std::string str() && { return std::move(text_); }
  bool empty() const { return text_.empty(); }

 private:
  TextWriter& write_signed(int64_t value);
  TextWriter& write_unsigned(uint64_t value);

  std::string text_;
  size_t line_start_ = 0;
  int indent_width_;
  int level_ = 0;
};

/// Indents for as long as it lives.
class IndentScope {
 public:
  explicit IndentScope(TextWriter& writer) : writer_(writer) { writer_.indent(); }
  ~IndentScope() { writer_.dedent(); }
  IndentScope(const IndentScope&) = delete;
  IndentScope& operator=(const IndentScope&) = delete;

 private:
  TextWriter& writer_;
};

}  // namespace govm
