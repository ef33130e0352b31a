// Natives of strconv. The text is made by integers.h, floats.h and quoting.h; here are its ways in and out.
#include <span>

#include "base/unicode.h"
#include "std/byte_appender.h"
#include "std/strconv/floats.h"
#include "std/strconv/integers.h"
#include "std/strconv/quoting.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Slice;
using value::String;

/// Decimal numbers below this have static text in Go.
constexpr std::uint64_t kSmallNumbers = 100;

/// 00 to 99.
constexpr auto kTwoDigits = [] {
  std::array<char, 2 * kSmallNumbers> text{};
  for (std::size_t i = 0; i < kSmallNumbers; i++) {
    text[2 * i] = static_cast<char>('0' + i / 10);
    text[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return text;
}();

std::uint64_t magnitude_of(std::int64_t value) {
  return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

bool valid_base(std::int64_t base) { return 2 <= base && base <= 36; }

NativeStatus illegal_base(NativeCall& call) { return call.panic_string("strconv: illegal AppendInt/FormatInt base"); }

NativeStatus format(NativeCall& call, std::uint64_t magnitude, bool negative, std::int64_t base) {
  if (!valid_base(base)) return illegal_base(call);
  if (base == 10 && magnitude < kSmallNumbers && !negative) {
    const char* text = &kTwoDigits[2 * magnitude];
    return call.done(value::borrow(magnitude < 10 ? std::string_view(text + 1, 1) : std::string_view(text, 2)));
  }
  IntegerBuffer buffer;
  return call.done(string_of(call, format_integer(buffer, magnitude, negative, static_cast<int>(base))));
}

NativeStatus itoa(NativeCall& call) {
  const auto [value] = call.args<std::int64_t>();
  return format(call, magnitude_of(value), value < 0, 10);
}

NativeStatus format_int(NativeCall& call) {
  const auto [value, base] = call.args<std::int64_t, std::int64_t>();
  return format(call, magnitude_of(value), value < 0, base);
}

NativeStatus format_uint(NativeCall& call) {
  const auto [value, base] = call.args<std::uint64_t, std::int64_t>();
  return format(call, value, false, base);
}

/// The sign and the digits are appended one after the other, as Go does.
NativeStatus append(NativeCall& call, Slice destination, std::uint64_t magnitude, bool negative, std::int64_t base) {
  if (!valid_base(base)) return illegal_base(call);
  ByteAppender out(call, destination);
  if (negative) out.push('-');
  IntegerBuffer buffer;
  out.append(format_integer(buffer, magnitude, false, static_cast<int>(base)));
  return call.done(out.slice());
}

NativeStatus append_int(NativeCall& call) {
  const auto [destination, value, base] = call.args<Slice, std::int64_t, std::int64_t>();
  return append(call, destination, magnitude_of(value), value < 0, base);
}

NativeStatus append_uint(NativeCall& call) {
  const auto [destination, value, base] = call.args<Slice, std::uint64_t, std::int64_t>();
  return append(call, destination, value, false, base);
}

NativeStatus parse_int_text(NativeCall& call) {
  const auto [text, base, bit_size] = call.args<String, std::int64_t, std::int64_t>();
  const auto [value, status] = parse_int(value::to_view(text), base, bit_size);
  return call.done(value, status);
}

NativeStatus parse_uint_text(NativeCall& call) {
  const auto [text, base, bit_size] = call.args<String, std::int64_t, std::int64_t>();
  const auto [value, status] = parse_uint(value::to_view(text), base, bit_size);
  return call.done(value, status);
}

template <Unescaped kUnescaped>
NativeStatus append_quote(NativeCall& call) {
  const auto [destination, text] = call.args<Slice, String>();
  ByteAppender out(call, destination);
  append_quoted(out, value::to_view(text), '"', kUnescaped);
  return call.done(out.slice());
}

template <Unescaped kUnescaped>
NativeStatus append_quote_rune(NativeCall& call) {
  const auto [destination, rune] = call.args<Slice, std::int32_t>();
  ByteAppender out(call, destination);
  append_quoted_rune(out, rune, '\'', kUnescaped);
  return call.done(out.slice());
}

Unescaped unescaped_by(bool ascii_only, bool graphic_only) {
  return ascii_only ? Unescaped::PrintAscii : graphic_only ? Unescaped::Graphic : Unescaped::Print;
}

NativeStatus append_quoted_with(NativeCall& call) {
  const auto [destination, text, quote, ascii_only, graphic_only] = call.args<Slice, String, std::uint8_t, bool, bool>();
  ByteAppender out(call, destination);
  append_quoted(out, value::to_view(text), static_cast<char>(quote), unescaped_by(ascii_only, graphic_only));
  return call.done(out.slice());
}

NativeStatus append_quoted_rune_with(NativeCall& call) {
  const auto [destination, rune, quote, ascii_only, graphic_only] = call.args<Slice, std::int32_t, std::uint8_t, bool, bool>();
  ByteAppender out(call, destination);
  append_quoted_rune(out, rune, static_cast<char>(quote), unescaped_by(ascii_only, graphic_only));
  return call.done(out.slice());
}

NativeStatus unquote(NativeCall& call) {
  const auto [text] = call.args<String>();
  ByteAppender buffer(call);
  const auto result = unquote_prefix(value::to_view(text), true, buffer);
  if (!result || !result->rest.empty()) return call.done(String{}, false);
  return call.done(result->built ? string_of(call, result->text) : value::borrow(result->text), true);
}

NativeStatus quoted_prefix(NativeCall& call) {
  const auto [text] = call.args<String>();
  ByteAppender buffer(call);
  const auto result = unquote_prefix(value::to_view(text), false, buffer);
  return call.done(result ? value::borrow(result->text) : String{}, result.has_value());
}

NativeStatus unquote_first(NativeCall& call) {
  const auto [text, quote] = call.args<String, char>();
  const auto result = unquote_char(value::to_view(text), quote);
  if (!result) return call.done(std::int32_t{0}, false, String{}, false);
  return call.done(result->rune, result->multibyte, value::borrow(result->tail), true);
}

NativeStatus can_be_backquoted(NativeCall& call) {
  const auto [text] = call.args<String>();
  return call.done(can_backquote(value::to_view(text)));
}

NativeStatus rune_is_print(NativeCall& call) { return call.done(is_printable(call.arg<std::uint32_t>(0))); }

NativeStatus rune_is_graphic(NativeCall& call) { return call.done(is_graphic(call.arg<std::uint32_t>(0))); }

bool valid_bit_size(std::int64_t bit_size) { return bit_size == 32 || bit_size == 64; }

NativeStatus format_float(NativeCall& call) {
  constexpr std::int64_t kLeastRoom = 24;
  const auto [value, form, precision, bit_size] = call.args<double, char, std::int64_t, std::int64_t>();
  if (!valid_bit_size(bit_size)) return call.panic_string("strconv: illegal FormatFloat bitSize");
  ByteAppender out(call);
  out.reserve(std::max(precision + 4, kLeastRoom));
  append_float(out, value, form, precision, static_cast<int>(bit_size));
  return call.done(string_of(call, out.text()));
}

NativeStatus append_float_text(NativeCall& call) {
  const auto [destination, value, form, precision, bit_size] = call.args<Slice, double, char, std::int64_t, std::int64_t>();
  if (!valid_bit_size(bit_size)) return call.panic_string("strconv: illegal AppendFloat bitSize");
  ByteAppender out(call, destination);
  append_float(out, value, form, precision, static_cast<int>(bit_size));
  return call.done(out.slice());
}

NativeStatus parse_float_text(NativeCall& call) {
  const auto [text, bit_size] = call.args<String, std::int64_t>();
  const auto [value, status] = parse_float(value::to_view(text), bit_size);
  return call.done(value, status);
}

NativeStatus clone(NativeCall& call) {
  const auto [text] = call.args<String>();
  return call.done(call.make_string(value::to_view(text)));
}

constexpr native::NativeRow kRows[] = {
    {"strconv.AppendFloat", append_float_text},
    {"strconv.AppendInt", append_int},
    {"strconv.AppendQuote", append_quote<Unescaped::Print>},
    {"strconv.AppendQuoteRune", append_quote_rune<Unescaped::Print>},
    {"strconv.AppendQuoteRuneToASCII", append_quote_rune<Unescaped::PrintAscii>},
    {"strconv.AppendQuoteRuneToGraphic", append_quote_rune<Unescaped::Graphic>},
    {"strconv.AppendQuoteToASCII", append_quote<Unescaped::PrintAscii>},
    {"strconv.AppendQuoteToGraphic", append_quote<Unescaped::Graphic>},
    {"strconv.AppendUint", append_uint},
    {"strconv.CanBackquote", can_be_backquoted},
    {"strconv.FormatFloat", format_float},
    {"strconv.FormatInt", format_int},
    {"strconv.FormatUint", format_uint},
    {"strconv.IsGraphic", rune_is_graphic},
    {"strconv.IsPrint", rune_is_print},
    {"strconv.Itoa", itoa},
    {"strconv.appendQuotedWith", append_quoted_with},
    {"strconv.appendQuotedRuneWith", append_quoted_rune_with},
    {"strconv.clone", clone},
    {"strconv.parseFloat", parse_float_text},
    {"strconv.parseInt", parse_int_text},
    {"strconv.parseUint", parse_uint_text},
    {"strconv.quotedPrefix", quoted_prefix},
    {"strconv.unquote", unquote},
    {"strconv.unquoteChar", unquote_first},
};

}  // namespace

std::span<const native::NativeRow> natives_strconv() { return kRows; }

}  // namespace govm::stdlib
