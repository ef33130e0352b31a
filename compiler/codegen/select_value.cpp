// Selection of what works on headers and calls into the runtime: strings, slices, interfaces,
// channels, allocation, printing.
#include "base/check.h"
#include "compiler/codegen/select.h"
#include "compiler/types/type.h"

namespace govm::codegen {

using bytecode::ItabId;
using bytecode::PrintKind;
using ir::Op;
using ir::Value;

bool Selector::select_value(const Value* v) {
  switch (v->op) {
    case Op::Component: {
      Operand at = use(v->arg(0));
      at.value += 8 * v->imm;
      location_[v->id] = at;
      return true;
    }
    case Op::MakeString: emit_copy({{dst(v), copy_source(v->arg(0)), 1}, {part(dst(v), 1), copy_source(v->arg(1)), 1}}); return true;
    case Op::MakeSlice:
      emit_copy({{dst(v), copy_source(v->arg(0)), 1},
                 {part(dst(v), 1), copy_source(v->arg(1)), 1},
                 {part(dst(v), 2), copy_source(v->arg(2)), 1}});
      return true;
    default: return select_interface(v) || select_slicing(v) || select_map(v) || select_channel(v) || select_builtin(v);
  }
}

bool Selector::select_slicing(const Value* v) {
  const bool low = (v->imm & 1) != 0;
  const bool high = (v->imm & 2) != 0;
  const bool max = (v->imm & 4) != 0;
  const auto bound = [&](bool given, std::size_t index) { return given ? v->arg(index) : nullptr; };
  switch (v->op) {
    case Op::SliceString: {
      const Value* lo = bound(low, 1);
      const Value* hi = bound(high, low ? 2 : 1);
      const Operand s = use(v->arg(0));
      if (lo != nullptr && hi != nullptr) {
        emit(Opcode::StrFromTo, {dst(v), s, use(lo), use(hi)});
      } else if (hi != nullptr) {
        emit(Opcode::StrTo, {dst(v), s, use(hi)});
      } else if (lo != nullptr) {
        const auto number = immediate(lo, 32);
        number&&* number >= 0 ? emit(Opcode::StrFromImm, {dst(v), s, Operand::imm(*number)}) : emit(Opcode::StrFrom, {dst(v), s, use(lo)});
      } else {
        emit_copy({{dst(v), s, 2}});
      }
      return true;
    }
    case Op::SliceSlice: {
      const Operand size = Operand::imm(byte_size(v->elem));
      const Value* lo = bound(low, 1);
      const Value* hi = bound(high, low ? 2 : 1);
      const Operand s = use(v->arg(0));
      if (max) {
        const Operand from = lo != nullptr ? use(lo) : materialise(Operand::make(Opcode::Const, 0), 1, 0);
        emit(Opcode::SliceFull, {dst(v), s, from, use(hi), use(v->arg(v->args.size() - 1)), size});
      } else if (lo != nullptr && hi != nullptr) {
        emit(Opcode::SliceFromTo, {dst(v), s, use(lo), use(hi), size});
      } else if (hi != nullptr) {
        const auto number = immediate(hi, 32);
        number&&* number >= 0 ? emit(Opcode::SliceToImm, {dst(v), s, Operand::imm(*number)}) : emit(Opcode::SliceTo, {dst(v), s, use(hi)});
      } else if (lo != nullptr) {
        const auto number = immediate(lo, 32);
        number&&* number >= 0 ? emit(Opcode::SliceFromImm, {dst(v), s, Operand::imm(*number), size})
                              : emit(Opcode::SliceFrom, {dst(v), s, use(lo), size});
      } else {
        emit_copy({{dst(v), s, 3}});
      }
      return true;
    }
    case Op::SliceArray: {
      const auto* array = types::as<types::Array>(v->elem);
      const Operand size = Operand::imm(byte_size(array->elem));
      const Operand length = Operand::imm(array->length);
      const Operand p = use(v->arg(0));
      if (!low && !high && !max) {
        emit(Opcode::SliceArrayAll, {dst(v), p, length});
        return true;
      }
      const Operand from = low ? use(v->arg(1)) : materialise(Operand::make(Opcode::Const, 0), 1, 0);
      const Operand to = high ? use(v->arg(low ? 2 : 1)) : materialise(Operand::make(Opcode::Const, array->length), 1, 0);
      if (max) {
        emit(Opcode::SliceArrayFull, {dst(v), p, from, to, use(v->arg(v->args.size() - 1)), size, length});
      } else {
        emit(Opcode::SliceArray, {dst(v), p, from, to, size, length});
      }
      return true;
    }
    case Op::SliceToArray: emit(Opcode::SliceToArray, {dst(v), use(v->arg(0)), Operand::imm(v->imm)}); return true;
    default: return false;
  }
}

ItabId Selector::word_row(const Value* word) {
  if (word->op == Op::ItabWord) return module_.itab_of(word->elem, word->aux.type);
  return module_.eface_of(word->elem);
}

void Selector::select_box(const Operand& to, ItabId itab, const Value* box) {
  Opcode opcode = Opcode::Box64;
  switch (mem_of(box->elem)) {
    case Mem::I8:
    case Mem::U8: opcode = Opcode::Box8; break;
    case Mem::I16:
    case Mem::U16: opcode = Opcode::Box16; break;
    case Mem::I32:
    case Mem::U32:
    case Mem::F32: opcode = Opcode::Box32; break;
    case Mem::Str: opcode = Opcode::BoxStr; break;
    case Mem::Slice: opcode = Opcode::BoxSlice; break;
    case Mem::Word:
    case Mem::F64:
    case Mem::Ptr: break;
    default: GOVM_UNREACHABLE("boxed aggregates are allocated by the builder");
  }
  emit(opcode, {to, use(box->arg(0)), Operand::imm(itab.index()), Operand::imm(site(box))});
}

void Selector::select_make_iface(const Value* v) {
  const Value* word = v->arg(0);
  const Value* data = v->arg(1);
  if (!is_type_word(word)) {
    emit_copy({{dst(v), copy_source(word), 1}, {part(dst(v), 1), copy_source(data), 1}});
    return;
  }
  const ItabId row = word_row(word);
  if (is_folded(data)) return select_box(dst(v), row, data);
  const Operand itab = Operand::imm(row.index());
  if (data->op == Op::DataAddr) {
    emit(Opcode::MakeIfaceData, {dst(v), itab, Operand::imm(module_.data_of(data->aux.image).index())});
    return;
  }
  if (data->op == Op::PlaceAddr) {
    const Address at = address_of(data, 0);
    if (at.kind == Address::Kind::Place) {
      emit(Opcode::MakeIfaceFrame, {dst(v), Operand::place(at.place, at.offset), itab});
      return;
    }
  }
  emit(Opcode::MakeIface, {dst(v), use(data), itab});
}

bool Selector::select_interface(const Value* v) {
  const auto from_empty = [&] { return Operand::imm(is_empty_interface(v->elem) ? 1 : 0); };
  switch (v->op) {
    case Op::MakeIface: select_make_iface(v); return true;
    case Op::BoxValue: {
      // Used as a plain address: the data word of an interface nobody else sees.
      const Operand iface = new_temp(2, 0b10);
      select_box(iface, module_.eface_of(v->elem), v);
      location_[v->id] = part(iface, 1);
      return true;
    }
    case Op::IfaceType: {
      if (is_empty_interface(v->elem)) {
        location_[v->id] = use(v->arg(0));
        return true;
      }
      const Operand eface = new_temp(2, 0b10);
      emit(Opcode::IfaceToEface, {eface, use(v->arg(0))});
      location_[v->id] = eface;
      return true;
    }
    case Op::IfaceEq:
      emit(is_empty_interface(v->elem) ? Opcode::EqEface : Opcode::EqIface, {dst(v), use(v->arg(0)), use(v->arg(1))});
      return true;
    case Op::ConvertIface:
      if (!is_empty_interface(v->type)) {
        emit(Opcode::ConvertIface, {dst(v), use(v->arg(0)), from_empty(), Operand::imm(type_id(v->type))});
      } else if (is_empty_interface(v->elem)) {
        emit_copy({{dst(v), use(v->arg(0)), 2}});
      } else {
        emit(Opcode::IfaceToEface, {dst(v), use(v->arg(0))});
      }
      return true;
    case Op::AssertIface: emit(Opcode::AssertIface, {dst(v), use(v->arg(0)), from_empty(), Operand::imm(type_id(v->type))}); return true;
    case Op::AssertIfaceOk:
      emit(Opcode::AssertIfaceOk, {dst(v), use(v->arg(0)), new_temp(), from_empty(), Operand::imm(type_id(v->type))});
      return true;
    default: return false;
  }
}

bool Selector::select_map(const Value* v) {
  if (v->op == Op::MapLen) {
    emit(Opcode::MapLen, {dst(v), use(v->arg(0))});
    return true;
  }
  if (v->op == Op::NewMap) {
    const Operand type = Operand::imm(type_id(v->elem));
    if (v->args.size() > 1 || v->aux.site->buffer_on_heap) {
      emit(Opcode::MakeMapBuffer, {dst(v), use(v->arg(0)), buffer(v, 1), Operand::imm(site(v))});
    } else if (const auto hint = immediate(v->arg(0), 32); hint && *hint <= 8) {
      emit(Opcode::MakeMapSmall, {dst(v), type, Operand::imm(site(v))});
    } else {
      emit(Opcode::MakeMap, {dst(v), use(v->arg(0)), type, Operand::imm(site(v))});
    }
    return true;
  }
  if (v->op == Op::MapClear) {
    emit(Opcode::MapClear, {use(v->arg(0)), Operand::imm(type_id(v->elem))});
    return true;
  }
  if (v->op == Op::MapIterInit || v->op == Op::MapIterNext) {
    const Address iterator = address_of(v->arg(0), 0);
    GOVM_CHECK(iterator.kind == Address::Kind::Place, "map iterators lie in frames");
    const Operand place = Operand::place(iterator.place, iterator.offset);
    if (v->op == Op::MapIterInit) {
      emit(Opcode::MapIterInit, {place, use(v->arg(1)), Operand::imm(type_id(v->elem))});
    } else {
      emit(Opcode::MapIterNext, {place, dst(v)});
    }
    return true;
  }
  if (v->op != Op::MapAccess && v->op != Op::MapLookup && v->op != Op::MapAssign && v->op != Op::MapDelete) return false;
  select_map_access(v);
  return true;
}

// Keys that have no opcodes of their own are passed by address.
Operand Selector::map_key(const Value* v) {
  const types::Type* key_type = types::as<types::Map>(v->elem)->key;
  if (map_key_of(key_type) != bytecode::MapKey::Any) return use(v->arg(1));
  if (mem_of(key_type) == Mem::Aggregate || mem_of(key_type) == Mem::Empty) return frame_copy(v->arg(1), key_type);
  return spill(v->arg(1), key_type);
}

// The form of an operation for a map's keys.
Opcode Selector::by_map_key(const Value* v, Opcode word64, Opcode word32, Opcode string, Opcode any) {
  switch (map_key_of(types::as<types::Map>(v->elem)->key)) {
    case bytecode::MapKey::Word64: return word64;
    case bytecode::MapKey::Word32: return word32;
    case bytecode::MapKey::String: return string;
    default: return any;
  }
}

// The load of one word whose address is a folded MapAccess.
void Selector::select_map_word(const Value* v) {
  const Value* access = v->arg(0);
  const Opcode opcode = by_map_key(access, Opcode::MapGet64Word, Opcode::MapGet32Word, Opcode::MapGetStrWord, Opcode::Nop);
  emit(opcode, {dst(v), use(access->arg(0)), map_key(access), Operand::imm(type_id(access->elem))});
}

void Selector::select_map_access(const Value* v) {
  const Operand map = use(v->arg(0));
  const Operand key = map_key(v);
  const Operand type = Operand::imm(type_id(v->elem));
  switch (v->op) {
    case Op::MapAccess:
      emit(by_map_key(v, Opcode::MapGet64, Opcode::MapGet32, Opcode::MapGetStr, Opcode::MapGetAny), {dst(v), map, key, type});
      break;
    case Op::MapLookup:
      emit(by_map_key(v, Opcode::MapFind64, Opcode::MapFind32, Opcode::MapFindStr, Opcode::MapFindAny), {dst(v), map, key, type});
      break;
    case Op::MapAssign:
      emit(by_map_key(v, Opcode::MapAssign64, Opcode::MapAssign32, Opcode::MapAssignStr, Opcode::MapAssignAny),
           {dst(v), map, key, Operand::imm(site(v)), type});
      break;
    default: emit(by_map_key(v, Opcode::MapDelete64, Opcode::MapDelete32, Opcode::MapDeleteStr, Opcode::MapDeleteAny), {map, key, type});
  }
}

bool Selector::select_channel(const Value* v) {
  // The element's place; none if its address is the constant 0.
  const auto element = [&](const Value* address) {
    const Address at = address_of(address, 0);
    return at.kind == Address::Kind::Place ? Operand::place(at.place, at.offset) : Operand::imm(bytecode::kNoPlace);
  };
  switch (v->op) {
    case Op::NewChan: emit(Opcode::MakeChan, {dst(v), use(v->arg(0)), Operand::imm(type_id(v->elem)), Operand::imm(site(v))}); return true;
    case Op::ChanLen: emit(Opcode::ChanLen, {dst(v), use(v->arg(0))}); return true;
    case Op::ChanCap: emit(Opcode::ChanCap, {dst(v), use(v->arg(0))}); return true;
    case Op::ChanClose: emit(Opcode::CloseChan, {use(v->arg(0))}); return true;
    case Op::ChanSend:
      if (is_far(v->arg(1))) {
        emit(Opcode::SendAt, {use(v->arg(0)), use(v->arg(1))});
      } else {
        emit(Opcode::Send, {use(v->arg(0)), element(v->arg(1))});
      }
      return true;
    case Op::ChanRecv:
      if (is_far(v->arg(1))) {
        emit(Opcode::ReceiveAt, {use(v->arg(1)), use(v->arg(0)), dst(v)});
      } else {
        emit(Opcode::Receive, {element(v->arg(1)), use(v->arg(0)), dst(v)});
      }
      return true;
    case Op::Select: select_select(v); return true;
    default: return false;
  }
}

void Selector::select_select(const Value* v) {
  const ir::SelectInfo& info = *v->aux.select;
  const std::size_t cases = info.sends.size();
  Place place;
  place.bytes = static_cast<std::uint32_t>(cases) * bytecode::kSelectCaseBytes;
  for (std::uint32_t i = 0; i < cases; ++i) {
    place.pointer_words.push_back(3 * i);
    place.pointer_words.push_back(3 * i + 1);
  }
  place.zero_at_entry = cases > 0;
  code_.places.push_back(std::move(place));
  const auto table = static_cast<std::uint32_t>(code_.places.size() - 1);
  begin_place(table);
  for (std::uint32_t i = 0; i < cases; ++i) {
    const std::int64_t base = std::int64_t{i} * bytecode::kSelectCaseBytes;
    emit_copy({{Operand::place(table, base), copy_source(v->arg(2 * i)), 1},
               {Operand::place(table, base + 8), copy_source(v->arg(2 * i + 1)), 1},
               {Operand::place(table, base + 16), Operand::make(Opcode::Const, info.sends[i] ? 1 : 0), 1}});
  }
  const auto [chosen, ok] = tuple_results(v);
  emit(Opcode::Select,
       {Operand::place(table, 0), Operand::imm(static_cast<std::int64_t>(cases)), chosen, ok, Operand::imm(info.has_default ? 1 : 0)});
}

void Selector::select_new(const Value* v) {
  const std::uint32_t bytes = byte_size(v->aux.site->type);
  Opcode opcode = Opcode::New;
  if (bytes != 0 && bytes < 16 && !holds_pointers(v->aux.site->type)) {
    opcode = Opcode::NewTiny;
  } else if (bytes != 0) {
    constexpr std::pair<std::uint32_t, Opcode> kClasses[] = {
        {8, Opcode::New8},   {16, Opcode::New16}, {24, Opcode::New24}, {32, Opcode::New32},   {48, Opcode::New48},
        {64, Opcode::New64}, {80, Opcode::New80}, {96, Opcode::New96}, {112, Opcode::New112}, {128, Opcode::New128}};
    for (const auto& [size, fitting] : kClasses) {
      if (bytes > size) continue;
      opcode = fitting;
      break;
    }
  }
  emit(opcode, {dst(v), Operand::imm(site(v))});
}

void Selector::select_concat(const Value* v) {
  const auto count = static_cast<std::size_t>(v->imm);
  const Operand frame_buffer = buffer(v, count);
  if (count == 2 && v->op == Op::Concat) {
    emit(Opcode::Concat, {dst(v), use(v->arg(0)), use(v->arg(1)), frame_buffer, Operand::imm(site(v))});
    return;
  }
  // The operands side by side in frame memory.
  Place place;
  place.bytes = static_cast<std::uint32_t>(16 * count);
  for (std::uint32_t i = 0; i < count; ++i) place.pointer_words.push_back(2 * i);
  place.zero_at_entry = true;
  code_.places.push_back(std::move(place));
  const auto window = static_cast<std::uint32_t>(code_.places.size() - 1);
  std::vector<Copy> copies;
  for (std::uint32_t i = 0; i < count; ++i) copies.push_back({Operand::place(window, 16 * i), copy_source(v->arg(i)), 2});
  emit_copy(std::move(copies));
  emit(v->op == Op::Concat ? Opcode::ConcatN : Opcode::ConcatBytes,
       {dst(v), Operand::place(window, 0), Operand::imm(static_cast<std::int64_t>(count)), frame_buffer, Operand::imm(site(v))});
}

void Selector::select_append(const Value* v) {
  const Operand slice = use(v->arg(0));
  const Operand frame_buffer = buffer(v, 2);
  const Operand at = Operand::imm(site(v));
  switch (v->op) {
    case Op::AppendGrow: emit(Opcode::AppendGrow, {dst(v), slice, use(v->arg(1)), frame_buffer, at}); return;
    case Op::AppendSlice: emit(Opcode::AppendSlice, {dst(v), slice, use(v->arg(1)), frame_buffer, at}); return;
    case Op::AppendZero: emit(Opcode::AppendZero, {dst(v), slice, use(v->arg(1)), frame_buffer, at}); return;
    case Op::AppendString: emit(Opcode::AppendBytes, {dst(v), slice, use(v->arg(1)), frame_buffer, at}); return;
    default: break;
  }
  Opcode opcode = Opcode::Append64;
  switch (mem_of(v->elem)) {
    case Mem::I8:
    case Mem::U8: opcode = Opcode::Append8; break;
    case Mem::I16:
    case Mem::U16: opcode = Opcode::Append16; break;
    case Mem::I32:
    case Mem::U32:
    case Mem::F32: opcode = Opcode::Append32; break;
    case Mem::Ptr: opcode = Opcode::AppendPtr; break;
    case Mem::Str: opcode = Opcode::AppendString; break;
    case Mem::Slice: opcode = Opcode::AppendHeader; break;
    case Mem::Iface: opcode = Opcode::AppendIface; break;
    default: break;
  }
  emit(opcode, {dst(v), slice, use(v->arg(1)), frame_buffer, at});
}

void Selector::select_print(const Value* v) {
  if (v->args.empty()) {
    const PrintKind kind = v->imm == 0 ? PrintKind::Space : PrintKind::Newline;
    emit(Opcode::Print, {Operand::fixed(0), Operand::imm(static_cast<std::int64_t>(kind))});
    return;
  }
  PrintKind kind = PrintKind::Int;
  switch (mem_of(v->elem)) {
    case Mem::U8: {
      const auto* basic = types::as<types::Basic>(v->elem);
      const bool is_bool = basic->basic() == types::BasicKind::Bool || basic->basic() == types::BasicKind::UntypedBool;
      kind = is_bool ? PrintKind::Bool : PrintKind::Uint;
      break;
    }
    case Mem::U16:
    case Mem::U32: kind = PrintKind::Uint; break;
    case Mem::Word: kind = int_shape(v->elem).is_signed ? PrintKind::Int : PrintKind::Uint; break;
    case Mem::F64: kind = PrintKind::Float64; break;
    case Mem::F32: kind = PrintKind::Float32; break;
    case Mem::Ptr: kind = PrintKind::Pointer; break;
    case Mem::Str: kind = PrintKind::String; break;
    case Mem::Slice: kind = PrintKind::Slice; break;
    case Mem::Iface: kind = is_empty_interface(v->elem) ? PrintKind::Eface : PrintKind::Iface; break;
    default: break;
  }
  emit(Opcode::Print, {use(v->arg(0)), Operand::imm(static_cast<std::int64_t>(kind))});
}

bool Selector::select_builtin(const Value* v) {
  const auto converts = [&](Opcode opcode) {
    emit(opcode, {dst(v), use(v->arg(0)), buffer(v, 1), Operand::imm(site(v))});
    return true;
  };
  switch (v->op) {
    case Op::AppendGrow:
    case Op::AppendOne:
    case Op::AppendSlice:
    case Op::AppendString:
    case Op::AppendZero: select_append(v); return true;
    case Op::BytesToString: return converts(Opcode::StrFromBytes);
    case Op::RunesToString: return converts(Opcode::StrFromRunes);
    case Op::RuneToString: return converts(Opcode::StrFromRune);
    case Op::StringToBytes: return converts(Opcode::BytesFromStr);
    case Op::StringToRunes: return converts(Opcode::RunesFromStr);
    case Op::SliceToHeap: emit(Opcode::SliceToHeap, {dst(v), use(v->arg(0)), buffer(v, 1), Operand::imm(site(v))}); return true;
    case Op::StrMax: emit(Opcode::MaxStr, {dst(v), use(v->arg(0)), use(v->arg(1))}); return true;
    case Op::StrMin: emit(Opcode::MinStr, {dst(v), use(v->arg(0)), use(v->arg(1))}); return true;
    case Op::ClearSlice: emit(Opcode::ClearSlice, {use(v->arg(0)), Operand::imm(type_id(v->elem))}); return true;
    case Op::Concat:
    case Op::ConcatBytes: select_concat(v); return true;
    case Op::CopySlice: emit(Opcode::CopySlice, {dst(v), use(v->arg(0)), use(v->arg(1)), Operand::imm(type_id(v->elem))}); return true;
    case Op::CopyString: emit(Opcode::CopyStr, {dst(v), use(v->arg(0)), use(v->arg(1))}); return true;
    case Op::CountRunes: emit(Opcode::CountRunes, {dst(v), use(v->arg(0))}); return true;
    case Op::DecodeRune: {
      const auto [rune, next] = tuple_results(v);
      emit(Opcode::DecodeRune, {rune, next, use(v->arg(0)), use(v->arg(1))});
      return true;
    }
    case Op::NewObject: select_new(v); return true;
    case Op::NewSlice:
      if (v->args.size() > 2 && is_far(v->arg(2))) {
        emit(Opcode::MakeSliceAt, {dst(v), use(v->arg(0)), use(v->arg(1)), use(v->arg(2)), Operand::imm(site(v))});
      } else {
        emit(Opcode::MakeSlice, {dst(v), use(v->arg(0)), use(v->arg(1)), buffer(v, 2), Operand::imm(site(v))});
      }
      return true;
    case Op::MemEq: emit(Opcode::EqMem, {dst(v), use(v->arg(0)), use(v->arg(1)), Operand::imm(type_id(v->elem))}); return true;
    case Op::UnsafeSlice:
      emit(Opcode::UnsafeSlice, {dst(v), use(v->arg(0)), use(v->arg(1)), Operand::imm(byte_size(v->elem))});
      return true;
    case Op::UnsafeString: emit(Opcode::UnsafeString, {dst(v), use(v->arg(0)), use(v->arg(1))}); return true;
    case Op::Print: select_print(v); return true;
    case Op::PrintComplex: emit(Opcode::PrintComplex, {use(v->arg(0)), use(v->arg(1)), Operand::imm(byte_size(v->elem))}); return true;
    default: return false;
  }
}

}  // namespace govm::codegen
