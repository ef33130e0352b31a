// The texts of numbers.
#include "vm/exec/print.h"

#include <charconv>
#include <cmath>

namespace govm::exec {

namespace {

// The shortest digits that read back as `value`, laid out as
// strconv.FormatFloat(value, 'g', -1, bits) does: with an exponent if that is below -4
// or at least 6.
template <class Float>
void print_shortest(std::string& out, Float value) {
  if (std::isnan(value)) {
    out += "NaN";
    return;
  }
  if (std::isinf(value)) {
    out += value > 0 ? "+Inf" : "-Inf";
    return;
  }
  char text[64];
  char* end = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific).ptr;
  std::string_view view(text, static_cast<std::size_t>(end - text));
  const std::size_t e = view.find('e');
  int exponent = 0;
  std::from_chars(view.data() + e + 2, end, exponent);
  if (view[e + 1] == '-') exponent = -exponent;
  if (exponent < -4 || exponent >= 6) {
    out += view;  // at least two digits of exponent in both
    return;
  }
  end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed).ptr;
  out.append(text, end);
}

}  // namespace

void print_int(std::string& out, std::int64_t value) { out += std::to_string(value); }

void print_uint(std::string& out, std::uint64_t value) { out += std::to_string(value); }

void print_bool(std::string& out, bool value) { out += value ? "true" : "false"; }

void print_float64(std::string& out, double value) { print_shortest(out, value); }

void print_float32(std::string& out, float value) { print_shortest(out, value); }

namespace {

template <class Float>
void print_complex(std::string& out, Float real, Float imaginary) {
  out += '(';
  print_shortest(out, real);
  // Inf brings its sign along; NaN and all other values get one.
  const bool signed_already = std::signbit(imaginary) ? !std::isnan(imaginary) : std::isinf(imaginary);
  if (!signed_already) out += '+';
  print_shortest(out, imaginary);
  out += "i)";
}

}  // namespace

void print_complex128(std::string& out, double real, double imaginary) { print_complex(out, real, imaginary); }

void print_complex64(std::string& out, float real, float imaginary) { print_complex(out, real, imaginary); }

void print_hex(std::string& out, std::uint64_t value) {
  char text[20];
  const char* end = std::to_chars(text, text + sizeof text, value, 16).ptr;
  out += "0x";
  out.append(text, static_cast<std::size_t>(end - text));
}

void print_indented(std::string& out, std::string_view text) {
  for (const char c : text) {
    out += c;
    if (c == '\n') out += '\t';
  }
}

}  // namespace govm::exec
