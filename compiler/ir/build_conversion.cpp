// Conversions (spec: "Conversions").
#include <utility>

#include "base/check.h"
#include "base/utf8.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

Datum Builder::build_conversion(const syntax::CallExpr* call) {
  const Type* to = type_of(call);
  const syntax::Expr* operand = call->args[0];
  if (info_.mode_of(syntax::unparen(operand)) == types::Mode::Nil) return zero_datum(to);
  if (const constant::Value* value = constant_of(operand)) {
    const Type* from = types_.default_type(type_of(operand));
    // A constant becomes the type directly unless the conversion computes (string(65), []byte("x")).
    bool direct = types::basic_of(to) != nullptr && (types::is_string(to) == types::is_string(from)) && types::is_untyped(type_of(operand));
    if (direct || (types::is_numeric(to) && types::is_numeric(from))) return constant_datum(*value, to);
    return convert(constant_datum(*value, from), to, call, call->pos);
  }
  // Joined strings become bytes at once.
  if (is_byte_slice(to) && is_joined(operand) && !shares_bytes(call)) {
    std::vector<Value*> parts;
    collect_concat(operand, parts);
    return concatenate(parts, to, call, call->pos);
  }
  return convert(build_expr(operand), to, call, call->pos);
}

// Whether []byte(s) is the bytes of s themselves: nobody writes to them.
bool Builder::shares_bytes(const void* node) const {
  const escape::Decision* decision = cx_.decisions.find(node, escape::SiteRole::Conversion, scope_->context);
  return decision != nullptr && decision->zero_copy && decision->placement == escape::Placement::Frame;
}

// Whether the expression is a + b of strings, to be evaluated at its turn.
bool Builder::is_joined(const syntax::Expr* expr) const {
  const auto* binary = syntax::as<syntax::BinaryExpr>(syntax::unparen(expr));
  return binary != nullptr && binary->op == syntax::Operator::Add && types::is_string(type_of(binary)) && constant_of(binary) == nullptr &&
         !scope_->bound.contains(binary);
}

// A text that is read before anything can change the bytes it is made of: string(b) need not copy them.
Datum Builder::build_text_to_read(const syntax::Expr* expr, const Type* type) {
  const syntax::CallExpr* conversion = text_of_bytes(expr);
  if (conversion == nullptr || !types::is_string(type)) return build_as(expr, type);
  Value* bytes = build_expr(conversion->args[0]).value();
  return single(type, emit(Op::MakeString, Rep::Str, type, {component(bytes, 0), component(bytes, 1)}));
}

// The key of a look-up in a map: texts in it, also those that are parts of a literal, are read before anything can change their bytes.
Datum Builder::build_key_to_read(const syntax::Expr* expr, const Type* type) {
  if (!syntax::is<syntax::CompositeLit>(syntax::unparen(expr)) || has_calls(expr, true)) return build_text_to_read(expr, type);
  const bool outer = std::exchange(reads_literal_, true);
  Datum key = build_as(expr, type);
  reads_literal_ = outer;
  return key;
}

// The conversion string(b) of a slice of bytes, to be evaluated at its turn; null for other expressions.
const syntax::CallExpr* Builder::text_of_bytes(const syntax::Expr* expr) const {
  const auto* call = syntax::as<syntax::CallExpr>(syntax::unparen(expr));
  const bool is_made = call != nullptr && info_.is_type(call->fun) && !info_.is_constant(call) && !scope_->bound.contains(call) &&
                       types::is_string(type_of(call)) && is_byte_slice(type_of(call->args[0]));
  return is_made ? call : nullptr;
}

// The length of a text that is made only to be measured, which Go's compiler does not make (isByteCount, isRuneCount in its walk).
std::optional<Datum> Builder::build_text_length(const syntax::Expr* expr) {
  if (const syntax::CallExpr* text = text_of_bytes(expr)) return single(int_type(), component(build_expr(text->args[0]).value(), 1));
  const auto* call = syntax::as<syntax::CallExpr>(syntax::unparen(expr));
  if (call == nullptr || !info_.is_type(call->fun) || scope_->bound.contains(call) || !is_rune_slice(type_of(call))) return std::nullopt;
  const Type* from = types_.default_type(type_of(call->args[0]));
  if (!types::is_string(from)) return std::nullopt;
  return single(int_type(), emit_word(Op::CountRunes, {build_as(call->args[0], from).value()}, int_type()));
}

Datum Builder::convert_assigned(const Datum& datum, const Type* to, const syntax::Expr* node) {
  if (types::is_interface(to) && !types::is_interface(datum.type)) return convert_to_interface(datum, to, node);
  if (types::is_interface(to) && !types::identical(datum.type, to)) return convert_to_interface(datum, to, node);
  Datum result = datum;
  result.type = to;
  return result;
}

Value* Builder::convert_number(Value* value, const Type* from, const Type* to) {
  bool float_from = types::is_float(from);
  bool float_to = types::is_float(to);
  if (float_from && float_to) {
    if (rep_of(from) == rep_of(to)) return value;
    return emit(Op::FloatToFloat, rep_of(to), to, {value});
  }
  if (float_to) {
    Value* result = emit(Op::IntToFloat, rep_of(to), to, {value});
    result->elem = from;
    return result;
  }
  if (float_from) return emit_word(Op::FloatToInt, {value}, to);
  IntInfo a = int_info(from);
  IntInfo b = int_info(to);
  // The slot already holds the number extended to 64 bits: only narrower types and changes of sign differ.
  bool fits = b.bytes == 8 || (a.bytes < b.bytes && (!a.is_signed || b.is_signed)) || (a.bytes == b.bytes && a.is_signed == b.is_signed);
  return fits ? value : emit_word(Op::Truncate, {value}, to);
}

// The bytes of a string, never nil: []byte("") is not nil.
Value* Builder::data_or_empty(Value* string) {
  Value* data = component(string, 0, pointer_type());
  if (string->op == Op::ConstString && !string->aux.text->empty()) return data;
  const uint32_t slot = new_slots(1);
  write_slot(slot, current_, data);
  Block* empty = new_block();
  Block* end = new_block();
  branch(compare(Op::Eq, data, constant(0, pointer_type()), pointer_type()), empty, end);
  start_sealed(empty);
  write_slot(slot, current_, place_address(temporary(types_.array_of(basic(types::BasicKind::Uint8), 0))));
  jump(end);
  start_sealed(end);
  return read_slot(slot, current_, Rep::Word, pointer_type());
}

// A constant text as slice of bytes or runes is an array of just its length, in the frame if it may lie there.
std::optional<Datum> Builder::build_constant_text(const Datum& datum, const Type* to, const syntax::Expr* node, Pos pos) {
  constexpr size_t kMaxBytes = 64 << 10;  // of values in frames
  constexpr size_t kMaxRunes = 1024;      // stores
  const auto* call = syntax::as<syntax::CallExpr>(node);
  const constant::Value* value = call != nullptr && call->args.size() == 1 ? constant_of(call->args[0]) : nullptr;
  if (value == nullptr || value->kind() != constant::Kind::String) return std::nullopt;
  const std::string& text = value->as_string();
  const bool of_bytes = is_byte_slice(to);
  if (of_bytes && text.size() > kMaxBytes) return std::nullopt;
  std::vector<char32_t> runes;
  for (std::string_view rest = text; !of_bytes && !rest.empty();) {
    const DecodedRune rune = decode_rune(rest);
    runes.push_back(rune.rune);
    rest.remove_prefix(rune.size);
  }
  if (runes.size() > kMaxRunes) return std::nullopt;
  const auto length = static_cast<int64_t>(of_bytes ? text.size() : runes.size());
  const Type* array = types_.array_of(elem_of(to), length);
  Value* base = of_bytes ? make_object(array, SiteKind::ConstantText, pos, node, escape::SiteRole::Conversion)
                         : make_object(array, SiteKind::CompositeLiteral, pos, node, escape::SiteRole::CompositeLiteral);
  if (length != 0 && of_bytes) {
    Value* copy = emit_void(Op::MemCopy, {base, component(datum.value(), 0)});
    copy->elem = array;
    copy->unchecked = true;
  }
  for (size_t i = 0; i < runes.size(); ++i) {
    store_at(base, static_cast<int64_t>(i * sizeof(char32_t)), constant_datum(constant::Value::from_int64(runes[i]), elem_of(to)), true);
  }
  Value* count = int_constant(length);
  return single(to, emit(Op::MakeSlice, Rep::Slice, to, {base, count, count}));
}

Datum Builder::make_text(Op op, std::vector<Value*> operands, const Type* to, SiteKind kind, const void* node, Pos pos) {
  constexpr int64_t kBufferElements = 32;
  pos_ = pos;
  const auto role = kind == SiteKind::Concat ? escape::SiteRole::Concat : escape::SiteRole::Conversion;
  const Type* elem = basic(op == Op::StringToRunes ? types::BasicKind::Int32 : types::BasicKind::Uint8);
  Site* made = site(kind, pos, elem, node);
  made->buffer_on_heap = kind == SiteKind::Conversion && cx_.all_heap && is_frame_decision(node, role);
  if (!is_heap_site(node, role)) operands.push_back(buffer(made, elem, kBufferElements * types::size_of(elem)));
  Value* value = emit_list(op, rep_of(to), to, operands);
  value->aux.site = made;
  return single(to, value);
}

Datum Builder::convert(const Datum& datum, const Type* to, const syntax::Expr* node, Pos pos) {
  const Type* from = datum.type;
  pos_ = pos;
  if (types::is_interface(to)) return convert_to_interface(datum, to, node);
  Datum result = datum;
  result.type = to;
  if (types::identical_ignore_tags(types::underlying(from), types::underlying(to))) return result;
  bool number_from = types::is_numeric(from);
  bool number_to = types::is_numeric(to);
  if (number_from && number_to) {
    if (types::is_complex(to)) return convert_complex(datum, to);
    return single(to, convert_number(datum.value(), from, to));
  }
  const auto make = [&](Op op) { return make_text(op, {datum.value()}, to, SiteKind::Conversion, node, pos); };
  if (types::is_string(to)) {
    if (number_from) return make(Op::RuneToString);
    if (is_byte_slice(from)) return make(Op::BytesToString);
    if (is_rune_slice(from)) return make(Op::RunesToString);
  }
  if (types::is_string(from)) {
    if (is_byte_slice(to)) {
      if (shares_bytes(node)) {
        Value* length = component(datum.value(), 1);
        return single(to, emit(Op::MakeSlice, Rep::Slice, to, {data_or_empty(datum.value()), length, length}));
      }
      if (const std::optional<Datum> array = build_constant_text(datum, to, node, pos)) return *array;
      return make(Op::StringToBytes);
    }
    if (const std::optional<Datum> array = build_constant_text(datum, to, node, pos)) return *array;
    if (is_rune_slice(to)) return make(Op::StringToRunes);
  }
  if (is_slice(from)) {
    const Type* array = is_pointer(to) ? elem_of(to) : to;
    Value* pointer = emit_word(Op::SliceToArray, {datum.value()});
    pointer->imm = length_of(array);
    pointer->elem = array;
    if (is_pointer(to)) {
      pointer->type = to;
      return single(to, pointer);
    }
    return load_at(pointer, 0, to, true);
  }
  // unsafe.Pointer from and to uintptr and pointers: the word stays, but whether it is a pointer changes.
  if (datum.parts.size() == 1 && types::has_pointers(from) != types::has_pointers(to)) {
    Value* value = emit_word(Op::AddPointer, {datum.value()}, to);
    value->unchecked = true;
    return single(to, value);
  }
  return result;
}

}  // namespace govm::ir
