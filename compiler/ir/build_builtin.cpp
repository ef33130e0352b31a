// Built-in functions (spec: "Built-in functions"), and those of package unsafe.
#include <algorithm>

#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

using types::as_object;
using types::BuiltinId;

Datum Builder::build_builtin(const syntax::CallExpr* call) {
  const syntax::Expr* fun = syntax::unparen(call->fun);
  const syntax::Name* name = syntax::as<syntax::Name>(fun);
  if (name == nullptr) name = syntax::cast<syntax::SelectorExpr>(fun)->sel;
  BuiltinId id = as_object<types::Builtin>(info_.object_of(name))->id;
  const Type* type = type_of(call);
  const std::vector<Argument> arguments = builtin_arguments(call);
  switch (id) {
    case BuiltinId::Append: return build_append(call, arguments);
    case BuiltinId::Cap:
    case BuiltinId::Len: return build_len(call, id == BuiltinId::Cap);
    case BuiltinId::Clear: build_clear(call); return {};
    case BuiltinId::Close: {
      Value* channel = build_scalar(call->args[0]);
      pos_ = call->pos;
      emit_void(Op::ChanClose, {channel});
      return {};
    }
    case BuiltinId::Copy: return build_copy(call, arguments);
    case BuiltinId::Delete: build_delete(call, arguments); return {};
    case BuiltinId::Make: return build_make(call);
    case BuiltinId::Max:
    case BuiltinId::Min: return build_min_max(call, arguments, id == BuiltinId::Max);
    case BuiltinId::New: return build_new(call);
    case BuiltinId::Panic: {
      Value* value = build_as(call->args[0], types_.any_type()).value();
      pos_ = call->pos;
      terminate(Op::Panic, {value});
      start_dead_block();
      return {};
    }
    case BuiltinId::Print:
    case BuiltinId::Println: build_print(call, arguments, id == BuiltinId::Println); return {};
    case BuiltinId::Recover: return single(type, emit(Op::Recover, Rep::Iface, type));
    case BuiltinId::DeferRangeFunc: {
      // Go's runtime makes the head of a list for what the bodies defer; here it only counts.
      Value* head = emit_word(Op::NewObject, {}, pointer_type());
      head->aux.site = site(SiteKind::New, call->pos, pointer_type(), call);
      Datum token;
      token.type = type;
      token.parts = {emit_word(Op::FrameToken, {}, basic(types::BasicKind::Uintptr)), head};
      return token;
    }
    case BuiltinId::PanicRangeState: {
      Value* state = build_scalar(call->args[0]);
      pos_ = call->pos;
      terminate(Op::PanicRangeState, {state});
      start_dead_block();
      return {};
    }
    case BuiltinId::UnsafeAdd: {
      Value* pointer = build_argument(arguments[0], pointer_type()).value();
      Value* offset = build_size(arguments[1]);
      return single(type, emit_word(Op::Add, {pointer, offset}, type));
    }
    case BuiltinId::UnsafeSlice: {
      Value* pointer = build_argument(arguments[0], arguments[0].type).value();
      Value* length = build_size(arguments[1]);
      pos_ = call->pos;
      Value* slice = emit(Op::UnsafeSlice, Rep::Slice, type, {pointer, length});
      slice->elem = elem_of(type);
      return single(type, slice);
    }
    case BuiltinId::UnsafeString: {
      Value* pointer = build_argument(arguments[0], arguments[0].type).value();
      Value* length = build_size(arguments[1]);
      pos_ = call->pos;
      return single(string_type(), emit(Op::UnsafeString, Rep::Str, string_type(), {pointer, length}));
    }
    case BuiltinId::UnsafeSizeof: return single(type, constant(types::size_of(type_of(call->args[0])), type));
    case BuiltinId::UnsafeAlignof: return single(type, constant(types::align_of(type_of(call->args[0])), type));
    case BuiltinId::UnsafeOffsetof: {
      const types::Selection* selection = info_.selection_of(syntax::cast<syntax::SelectorExpr>(syntax::unparen(call->args[0])));
      const Type* at = substitute(selection->recv);
      if (is_pointer(at)) at = elem_of(at);
      int64_t offset = 0;
      for (uint32_t index : selection->path) {
        offset += field_offset(at, index);
        at = substitute(struct_of(at)->fields[index]->type);
      }
      return single(type, constant(offset, type));
    }
    case BuiltinId::UnsafeSliceData: return single(type, component(build_scalar(call->args[0]), 0, type));
    case BuiltinId::UnsafeStringData: return single(type, component(build_as(call->args[0], string_type()).value(), 0, type));
    case BuiltinId::Complex: {
      const Type* complex = types_.default_type(type);
      Value* real = build_argument(arguments[0], float_of_complex(complex)).value();
      return complex_datum(complex, real, build_argument(arguments[1], float_of_complex(complex)).value());
    }
    case BuiltinId::Imag:
    case BuiltinId::Real: {
      const Datum number = build_as(call->args[0], types_.default_type(type_of(call->args[0])));
      return single(type, number.parts[id == BuiltinId::Imag ? 1 : 0]);
    }
    default: break;
  }
  GOVM_UNREACHABLE("built-in function that is always constant");
}

std::vector<Builder::Argument> Builder::builtin_arguments(const syntax::CallExpr* call) {
  std::vector<Argument> arguments;
  if (call->args.size() == 1 && types::is_a<types::Tuple>(info_.type_of(call->args[0])) != nullptr) {
    for (Datum& datum : build_multi(call->args[0])) arguments.push_back({call->args[0], datum.type, copy_to_temporary(datum)});
    return arguments;
  }
  for (const syntax::Expr* arg : call->args) arguments.push_back({arg, info_.is_type(arg) ? nullptr : type_of(arg), std::nullopt});
  return arguments;
}

Datum Builder::build_argument(const Argument& argument, const Type* to) {
  return argument.value ? convert_assigned(*argument.value, to, argument.node) : build_as(argument.node, to);
}

Value* Builder::build_size(const Argument& argument) { return argument.value ? argument.value->value() : build_index_value(argument.node); }

Value* Builder::buffer(Site* made, const Type* elem, int64_t bytes) {
  int64_t size = types::size_of(elem);
  int64_t count = size == 0 ? 0 : bytes / size;
  made->buffer_bytes = static_cast<uint32_t>(count * size);
  return place_address(temporary(types_.array_of(elem, count)));
}

const Type* Builder::struct_of_types(std::span<const Type* const> types) {
  std::vector<const types::Var*> fields;
  for (const Type* type : types) {
    fields.push_back(types_.make_var(Pos(), nullptr, types_.interner().intern("_"), type, types::VarKind::Field));
  }
  return types_.make<types::Struct>(std::move(fields), std::vector<std::string>());
}

// The buffer of a slice that grows by append: value::AppendBuffer and 32 bytes of elements, which live as long as
// the call, since the slice may.
Place* Builder::append_place(const Type* elem, Pos pos) {
  std::vector<const Type*> fields{basic(types::BasicKind::Uint64), pointer_type()};
  if (!cx_.all_heap) fields.push_back(types_.array_of(elem, kAppendBufferBytes / types::size_of(elem)));
  Place* place = function_->add_place(struct_of_types(fields));
  place->lives_to_exit = true;
  Value* begin = function_->make_value(Op::PlaceBegin, Rep::None, nullptr);
  begin->aux.place = place;
  begin->imm = 1;
  Block* entry = layout_.front();
  begin->block = entry;
  begin->pos = pos;
  size_t at = 0;
  while (at < entry->values.size() && entry->values[at]->op == Op::Param) ++at;
  entry->values.insert(entry->values.begin() + static_cast<ptrdiff_t>(at), begin);
  return place;
}

// Whether this is a literal's function that captures the variable.
bool Builder::is_capture(const types::Var* var) const {
  return instance_->kind == InstanceKind::Literal &&
         std::ranges::any_of(cx_.decisions.captures(instance_->literal),
                             [&](const escape::Capture& capture) { return capture.var == var; });
}

// Go gives a buffer to the first append of a variable, or one to all of them if it grows in steps.
Value* Builder::append_buffer(Site* made, const syntax::CallExpr* call, const Type* elem) {
  int64_t size = types::size_of(elem);
  if (size == 0 || size > kAppendBufferBytes || call->has_dots || !is_frame_decision(call, escape::SiteRole::Append)) return nullptr;
  bool in_steps = cx_.decisions.find(call, escape::SiteRole::Append, scope_->context)->grows_in_steps;
  const auto* name = syntax::as<syntax::Name>(syntax::unparen(call->args[0]));
  const auto* var = name != nullptr ? as_object<types::Var>(info_.object_of(name)) : nullptr;
  Scope* owner = scope_;
  while (owner->around != nullptr && !owner->storage.contains(var)) owner = owner->around;
  const bool shared = var != nullptr && cx_.decisions.is_address_taken(var) &&
                      (!cx_.decisions.is_unshared(var, owner->context) || (owner == &root_ && is_capture(var)));
  if (var != nullptr && (var->var_kind == types::VarKind::Package || shared)) return nullptr;
  Place*& place = owner->append_places[var];
  if (var != nullptr && place != nullptr && !in_steps) return nullptr;
  if (var == nullptr || place == nullptr) place = append_place(elem, call->pos);
  made->buffer_bytes = kAppendBufferBytes;
  made->buffer_in_steps = in_steps;
  made->buffer_on_heap = cx_.all_heap;
  return place_address(place);
}

void Builder::move_slices(const syntax::Node* node) {
  for (const escape::MovedSlice& moved : cx_.decisions.moved_before(node, scope_->context)) {
    const Scope* owner = scope_;
    while (owner->around != nullptr && !owner->storage.contains(moved.slice)) owner = owner->around;
    const auto it = owner->append_places.find(moved.slice);
    if (it == owner->append_places.end() || it->second == nullptr) continue;
    Location variable = location_of(moved.slice);
    pos_ = node->pos;
    Site* made = site(SiteKind::Append, node->pos, elem_of(variable.type), node);
    made->buffer_bytes = kAppendBufferBytes;
    made->buffer_in_steps = moved.keeps_capacity;
    made->buffer_on_heap = cx_.all_heap;
    Value* value = emit(Op::SliceToHeap, Rep::Slice, variable.type, {load(variable).value(), place_address(it->second)});
    value->elem = made->type;
    value->aux.site = made;
    store(variable, single(variable.type, value));
  }
}

// n of make([]T, n) as an argument of append, which Go does not make; null if it is none.
const syntax::Expr* Builder::length_of_made_slice(const syntax::Expr* expr) const {
  const auto* call = syntax::as<syntax::CallExpr>(syntax::unparen(expr));
  if (call == nullptr || call->args.size() != 2) return nullptr;
  const auto* name = syntax::as<syntax::Name>(syntax::unparen(call->fun));
  const auto* builtin = name != nullptr ? as_object<types::Builtin>(info_.object_of(name)) : nullptr;
  return builtin != nullptr && builtin->id == BuiltinId::Make ? call->args[1] : nullptr;
}

Datum Builder::build_append(const syntax::CallExpr* call, std::span<const Argument> arguments) {
  const Type* type = type_of(call);
  const Type* elem = elem_of(type);
  Datum slice = build_argument(arguments[0], type);
  if (arguments.size() == 1) return slice;
  Site* made = nullptr;
  std::vector<Value*> operands{slice.value()};
  auto finish = [&](Op op) {
    pos_ = call->pos;
    made = site(SiteKind::Append, call->pos, elem, call);
    if (Value* frame_memory = append_buffer(made, call, elem)) operands.push_back(frame_memory);
    Value* value = emit_list(op, Rep::Slice, type, operands);
    value->elem = elem;
    value->aux.site = made;
    return value;
  };
  if (call->has_dots) {
    if (const syntax::Expr* zeros = length_of_made_slice(call->args[1])) {
      operands.push_back(build_index_value(zeros));
      return single(type, finish(Op::AppendZero));
    }
    const Type* from = types_.default_type(type_of(call->args[1]));
    if (info_.mode_of(syntax::unparen(call->args[1])) == types::Mode::Nil) return slice;
    bool text = types::is_string(from);
    operands.push_back(build_as(call->args[1], text ? from : type).value());
    return single(type, finish(text ? Op::AppendString : Op::AppendSlice));
  }
  std::vector<Datum> elements;
  for (const Argument& argument : arguments.subspan(1)) {
    Datum element = build_argument(argument, elem);
    elements.push_back(arguments.size() > 2 ? copy_to_temporary(element) : element);
  }
  if (elements.size() == 1 && rep_of(elem) != Rep::None) {
    operands.push_back(elements[0].value());
    return single(type, finish(Op::AppendOne));
  }
  Value* old_length = component(slice.value(), 1);
  operands.push_back(int_constant(static_cast<int64_t>(elements.size())));
  Value* grown = finish(Op::AppendGrow);
  Location target;
  target.kind = Location::Kind::SliceElement;
  target.type = elem;
  target.container = elem;
  target.base = grown;
  for (size_t i = 0; i < elements.size(); ++i) {
    target.index = emit_word(Op::Add, {old_length, int_constant(static_cast<int64_t>(i))}, int_type());
    Value* address = address_of(target);
    address->unchecked = true;
    store_at(address, 0, elements[i], true);
  }
  return single(type, grown);
}

// What a map that does not escape has in the frame: value::Map and a first group, a control word and 8 slots.
const Type* Builder::map_buffer_type(const Type* map) {
  constexpr int64_t kInlineBytes = 128;
  constexpr int64_t kSlots = 8;
  auto stored = [&](const Type* type) { return types::size_of(type) > kInlineBytes ? pointer_type() : type; };
  const Type* word = basic(types::BasicKind::Uint64);
  const Type* slot = struct_of_types({{stored(key_of(map)), stored(elem_of(map))}});
  const Type* group = struct_of_types({{word, types_.array_of(slot, kSlots)}});
  return struct_of_types({{word, word, pointer_type(), word, word, word, group}});
}

Value* Builder::build_new_map(Value* hint, Site* made, escape::SiteRole role) {
  std::vector<Value*> operands{hint};
  if (is_frame_decision(made->node, role)) {
    const Type* buffer = map_buffer_type(made->type);
    made->buffer_bytes = static_cast<uint32_t>(types::size_of(buffer));
    made->buffer_on_heap = cx_.all_heap;
    made->in_frame = !cx_.all_heap;
    if (made->in_frame) {
      Place* place = temporary(buffer, true);
      place->site = made;
      place->address_taken = true;
      operands.push_back(place_address(place));
    }
  }
  Value* value = emit_list(Op::NewMap, Rep::Word, made->type, operands);
  value->elem = made->type;
  value->aux.site = made;
  return value;
}

Datum Builder::build_make(const syntax::CallExpr* call) {
  const Type* type = type_of(call);
  auto size_argument = [&](size_t i) { return i < call->args.size() ? build_index_value(call->args[i]) : nullptr; };
  if (is_map(type)) {
    Value* hint = size_argument(1);
    if (hint == nullptr) hint = int_constant(0);
    pos_ = call->pos;
    return single(type, build_new_map(hint, site(SiteKind::MakeMap, call->pos, type, call), escape::SiteRole::Make));
  }
  if (is_chan(type)) {
    Value* capacity = size_argument(1);
    if (capacity == nullptr) capacity = int_constant(0);
    pos_ = call->pos;
    Value* value = emit_word(Op::NewChan, {capacity}, type);
    value->elem = type;
    value->aux.site = site(SiteKind::MakeChan, call->pos, type, call);
    return single(type, value);
  }
  const Type* elem = elem_of(type);
  Value* length = size_argument(1);
  Value* capacity = size_argument(2);
  if (capacity == nullptr) capacity = length;
  pos_ = call->pos;
  bool on_heap = is_heap_site(call, escape::SiteRole::Make);
  int64_t size = types::size_of(elem);
  Site* made = site(SiteKind::Make, call->pos, elem, call);
  const escape::Decision* decision = cx_.decisions.find(call, escape::SiteRole::Make, scope_->context);
  int64_t constant = decision != nullptr ? decision->constant_length : -1;
  std::vector<Value*> operands{length, capacity};
  if (!on_heap && constant >= 0 && length->op == Op::Const && length->imm >= 0 && length->imm <= constant) {
    made->in_frame = constant * size != 0;
    made->buffer_bytes = static_cast<uint32_t>(constant * size);
    Place* place = temporary(types_.array_of(elem, constant), true);
    place->site = made;
    return single(type, emit(Op::MakeSlice, Rep::Slice, type, {place_address(place), length, int_constant(constant)}));
  }
  if (!on_heap && constant > 0 && size > 0) {
    operands.push_back(buffer(made, elem, constant * size));
  } else if (!on_heap && constant < 0 && size > 0 && size <= 32) {
    operands.push_back(buffer(made, elem, 32));
  }
  Value* value = emit_list(Op::NewSlice, Rep::Slice, type, operands);
  value->elem = elem;
  value->aux.site = made;
  return single(type, value);
}

Value* Builder::make_object(const Type* type, SiteKind kind, Pos pos, const void* node, escape::SiteRole role) {
  Site* made = site(kind, pos, type, node);
  if (!is_heap_site(node, role)) {
    made->in_frame = types::size_of(type) != 0;
    Place* place = temporary(type, true);
    place->site = made;
    place->address_taken = true;
    return place_address(place);
  }
  Value* object = emit_word(Op::NewObject, {});
  object->aux.site = made;
  return object;
}

Datum Builder::build_new(const syntax::CallExpr* call) {
  const Type* type = type_of(call);
  std::optional<Datum> initial;
  if (!info_.is_type(call->args[0])) initial = build_as(call->args[0], elem_of(type));
  pos_ = call->pos;
  Value* object = make_object(elem_of(type), SiteKind::New, call->pos, call, escape::SiteRole::New);
  if (initial) store_at(object, 0, *initial, true);
  return single(type, object);
}

Datum Builder::build_len(const syntax::CallExpr* call, bool capacity) {
  const Type* type = types_.default_type(type_of(call->args[0]));
  const Type* of = is_pointer(type) ? elem_of(type) : type;
  if (is_array(of)) {
    // The operand is evaluated: otherwise the length would be a constant.
    build_expr(call->args[0]);
    return single(int_type(), int_constant(length_of(of)));
  }
  if (!capacity) {
    if (const std::optional<Datum> length = build_text_length(call->args[0])) return *length;
  }
  Value* value = build_as(call->args[0], type).value();
  pos_ = call->pos;
  if (is_map(type)) return single(int_type(), emit_word(Op::MapLen, {value}, int_type()));
  if (is_chan(type)) return single(int_type(), emit_word(capacity ? Op::ChanCap : Op::ChanLen, {value}, int_type()));
  return single(int_type(), component(value, capacity ? 2 : 1));
}

Datum Builder::build_min_max(const syntax::CallExpr* call, std::span<const Argument> arguments, bool is_max) {
  const Type* type = types_.default_type(type_of(call));
  Value* best = build_argument(arguments[0], type).value();
  for (const Argument& argument : arguments.subspan(1)) {
    Value* next = build_argument(argument, type).value();
    pos_ = call->pos;
    const Op op = types::is_string(type) ? (is_max ? Op::StrMax : Op::StrMin) : (is_max ? Op::Max : Op::Min);
    best = emit(op, rep_of(type), type, {best, next});
  }
  return single(type, best);
}

Datum Builder::build_copy(const syntax::CallExpr* call, std::span<const Argument> arguments) {
  const Type* from = types_.default_type(arguments[1].type);
  Value* to = build_argument(arguments[0], arguments[0].type).value();
  Value* source = build_argument(arguments[1], from).value();
  pos_ = call->pos;
  Value* value = emit_word(types::is_string(from) ? Op::CopyString : Op::CopySlice, {to, source}, int_type());
  value->elem = elem_of(arguments[0].type);
  return single(int_type(), value);
}

void Builder::build_clear(const syntax::CallExpr* call) {
  const Type* type = type_of(call->args[0]);
  Value* operand = build_scalar(call->args[0]);
  pos_ = call->pos;
  Value* value = emit_void(is_map(type) ? Op::MapClear : Op::ClearSlice, {operand});
  value->elem = is_map(type) ? type : elem_of(type);
}

void Builder::build_delete(const syntax::CallExpr* call, std::span<const Argument> arguments) {
  const Type* type = arguments[0].type;
  Value* map = build_argument(arguments[0], type).value();
  Datum key = arguments[1].value ? build_argument(arguments[1], key_of(type)) : build_text_to_read(arguments[1].node, key_of(type));
  pos_ = call->pos;
  Value* value = emit_void(Op::MapDelete, {map, map_key(key)});
  value->elem = type;
}

void Builder::build_print(const syntax::CallExpr* call, std::span<const Argument> arguments, bool newline) {
  std::vector<Datum> data;
  for (const Argument& argument : arguments) {
    // Untyped constants print as int64, float64, string, bool.
    const bool nil = info_.mode_of(syntax::unparen(argument.node)) == types::Mode::Nil;
    data.push_back(build_argument(argument, nil ? pointer_type() : types_.default_type(argument.type)));
  }
  pos_ = call->pos;
  for (const Datum& operand : data) {
    // Spec: "Implementation restriction: print and println need not accept arbitrary argument types except for boolean, numeric,
    // and string types." Go's compiler refuses these, too.
    if (struct_of(operand.type) == nullptr && types::as<types::Array>(operand.type) == nullptr) continue;
    return unsupported(pos_, (newline ? "println of " : "print of ") + types::type_string(operand.type, nullptr));
  }
  auto separator = [&](int64_t which) { emit_void(Op::Print, {})->imm = which; };
  for (size_t i = 0; i < data.size(); ++i) {
    if (newline && i > 0) separator(0);
    Value* value = types::is_complex(data[i].type) ? emit_void(Op::PrintComplex, {data[i].parts[0], data[i].parts[1]})
                                                   : emit_void(Op::Print, {data[i].value()});
    value->elem = data[i].type;
  }
  if (newline) separator(1);
}

}  // namespace govm::ir
