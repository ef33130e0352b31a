// Appending numbers, quoted text and columns to a TextWriter.
#include "base/text_writer.h"

#include <charconv>

#include "base/quote.h"

namespace govm {

TextWriter& TextWriter::write(std::string_view text) {
  while (!text.empty()) {
    size_t newline_at = text.find('\n');
    std::string_view piece = text.substr(0, newline_at);
    if (!piece.empty()) {
      if (text_.size() == line_start_) text_.append(static_cast<size_t>(level_ * indent_width_), ' ');
      text_.append(piece);
    }
    if (newline_at == std::string_view::npos) break;
    newline();
    text.remove_prefix(newline_at + 1);
  }
  return *this;
}

TextWriter& TextWriter::newline() {
  text_ += '\n';
  line_start_ = text_.size();
  return *this;
}

TextWriter& TextWriter::write_signed(int64_t value) {
  char buffer[24];
  auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  return write(std::string_view(buffer, end - buffer));
}

TextWriter& TextWriter::write_unsigned(uint64_t value) {
  char buffer[24];
  auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  return write(std::string_view(buffer, end - buffer));
}

TextWriter& TextWriter::write(double value) {
  char buffer[32];
  auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  return write(std::string_view(buffer, end - buffer));
}

TextWriter& TextWriter::hex(uint64_t value, int min_digits) {
  char buffer[24];
  auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value, 16);
  for (int missing = min_digits - static_cast<int>(end - buffer); missing > 0; --missing) write('0');
  return write(std::string_view(buffer, end - buffer));
}

TextWriter& TextWriter::quoted(std::string_view text) { return write(quote(text)); }

TextWriter& TextWriter::pad_to(int column) {
  int at = static_cast<int>(text_.size() - line_start_);
  do {
    write(' ');
  } while (++at < column);
  return *this;
}

}  // namespace govm
