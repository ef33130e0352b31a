// Selection of loads, stores, indexing, copies and places.
#include "base/check.h"
#include "compiler/codegen/select.h"
#include "compiler/types/type.h"

namespace govm::codegen {

using ir::Op;
using ir::Value;

namespace {

// The members of an opcode family by Mem (I8 U8 I16 U16 I32 U32 Word F32 F64 Ptr Str Slice Iface).
struct Family {
  Opcode forms[13];
  Opcode operator[](Mem mem) const { return forms[static_cast<int>(mem)]; }
};

#define GOVM_LOADS(name)                                                                                                                \
  Family {                                                                                                                              \
    {                                                                                                                                   \
      Opcode::name##I8, Opcode::name##U8, Opcode::name##I16, Opcode::name##U16, Opcode::name##I32, Opcode::name##U32, Opcode::name##64, \
          Opcode::name##U32, Opcode::name##64, Opcode::name##64, Opcode::name##2, Opcode::name##3, Opcode::name##2                      \
    }                                                                                                                                   \
  }
#define GOVM_FEW_LOADS(name)                                                                                                              \
  Family {                                                                                                                                \
    {                                                                                                                                     \
      Opcode::Nop, Opcode::name##U8, Opcode::Nop, Opcode::Nop, Opcode::name##I32, Opcode::name##U32, Opcode::name##64, Opcode::name##U32, \
          Opcode::name##64, Opcode::name##64, Opcode::name##2, Opcode::name##3, Opcode::name##2                                           \
    }                                                                                                                                     \
  }
#define GOVM_STORES(name)                                                                                                         \
  Family {                                                                                                                        \
    {                                                                                                                             \
      Opcode::name##8, Opcode::name##8, Opcode::name##16, Opcode::name##16, Opcode::name##32, Opcode::name##32, Opcode::name##64, \
          Opcode::name##32, Opcode::name##64, Opcode::name##Ptr, Opcode::name##Str, Opcode::name##Slice, Opcode::name##Iface      \
    }                                                                                                                             \
  }
#define GOVM_FEW_STORES(name)                                                                                                             \
  Family {                                                                                                                                \
    {                                                                                                                                     \
      Opcode::name##8, Opcode::name##8, Opcode::Nop, Opcode::Nop, Opcode::name##32, Opcode::name##32, Opcode::name##64, Opcode::name##32, \
          Opcode::name##64, Opcode::name##Ptr, Opcode::name##Str, Opcode::Nop, Opcode::Nop                                                \
    }                                                                                                                                     \
  }
constexpr Family kLoad = GOVM_LOADS(Load);
constexpr Family kIndex = GOVM_LOADS(Index);
constexpr Family kGlobalLoad = GOVM_LOADS(GlobalLoad);
constexpr Family kElem = GOVM_FEW_LOADS(Elem);
constexpr Family kArray = GOVM_FEW_LOADS(Array);
constexpr Family kStore = GOVM_STORES(Store);
constexpr Family kSet = GOVM_STORES(Set);
constexpr Family kGlobalStore = GOVM_STORES(GlobalStore);
constexpr Family kSetElem = GOVM_FEW_STORES(SetElem);
constexpr Family kArraySet = GOVM_FEW_STORES(ArraySet);
constexpr Family kIndexImm{{Opcode::Nop, Opcode::IndexU8Imm, Opcode::Nop, Opcode::Nop, Opcode::IndexI32Imm, Opcode::Nop, Opcode::Index64Imm,
                            Opcode::Nop, Opcode::Index64Imm, Opcode::Index64Imm, Opcode::Index2Imm, Opcode::Index3Imm, Opcode::Index2Imm}};
constexpr Family kCapture{{Opcode::Nop, Opcode::Nop, Opcode::Nop, Opcode::Nop, Opcode::Nop, Opcode::Nop, Opcode::Capture64, Opcode::Nop,
                           Opcode::Capture64, Opcode::Capture64, Opcode::Capture2, Opcode::Capture3, Opcode::Capture2}};
constexpr Family kFrameLoad{{Opcode::FrameLoadI8, Opcode::FrameLoadU8, Opcode::FrameLoadI16, Opcode::FrameLoadU16, Opcode::FrameLoadI32,
                             Opcode::FrameLoadU32, Opcode::Nop, Opcode::FrameLoadU32, Opcode::Nop, Opcode::Nop, Opcode::Nop, Opcode::Nop,
                             Opcode::Nop}};
constexpr Family kFrameStore{{Opcode::FrameStore8, Opcode::FrameStore8, Opcode::FrameStore16, Opcode::FrameStore16, Opcode::FrameStore32,
                              Opcode::FrameStore32, Opcode::Nop, Opcode::FrameStore32, Opcode::Nop, Opcode::Nop, Opcode::Nop, Opcode::Nop,
                              Opcode::Nop}};
#undef GOVM_LOADS
#undef GOVM_FEW_LOADS
#undef GOVM_STORES
#undef GOVM_FEW_STORES

// The memory class of what a value of `type` (null: a hidden word) holds.
Mem mem_or_word(const types::Type* type, const Value* value) {
  if (type != nullptr) return mem_of(type);
  return ir::may_hold_pointer(*value) ? Mem::Ptr : Mem::Word;
}

std::uint32_t round_up(std::uint32_t bytes) { return (bytes + 7) / 8 * 8; }

}  // namespace

bool Selector::select_memory(const Value* v) {
  switch (v->op) {
    case Op::Load:
      if (is_folded(v->arg(0)) && v->arg(0)->op == Op::SliceIndexAddr) {
        load_element(v, v->arg(0)).at = position_of(v->arg(0));
      } else if (is_folded(v->arg(0))) {
        select_map_word(v);
      } else {
        load(dst(v), mem_or_word(v->type, v), address_of(v->arg(0), v->imm));
      }
      return true;
    case Op::Store:
      if (is_folded(v->arg(1))) {
        select_update(v);
      } else if (is_folded(v->arg(0))) {
        store_element(mem_of(v->elem), v->arg(0), v->arg(1)).at = position_of(v->arg(0));
      } else {
        store(address_of(v->arg(0), v->imm), mem_or_word(v->elem, v->arg(1)), v->arg(1));
      }
      return true;
    case Op::AddPointer:
      check_nil(v->arg(0), v->unchecked);
      if (v->imm == 0) {
        emit_copy({{dst(v), copy_source(v->arg(0)), 1}});
      } else {
        emit(Opcode::AddImm, {dst(v), use(v->arg(0)), Operand::imm(v->imm)});
      }
      return true;
    case Op::NilCheck: check_nil(v->arg(0), v->unchecked); return true;
    case Op::BoundsCheck:
      if (v->unchecked) return true;
      emit(Opcode::CheckIndexImm, {use(v->arg(0)), Operand::imm(v->imm)});
      return true;
    case Op::SliceIndexAddr: {
      const Operand to = dst(v);
      const Operand size = Operand::imm(byte_size(v->elem));
      if (const auto index = immediate(v->arg(1), 32); index && *index >= 0) {
        emit(Opcode::IndexAddrImm, {to, use(v->arg(0)), Operand::imm(*index), size});
      } else {
        emit(Opcode::IndexAddr, {to, use(v->arg(0)), use(v->arg(1)), size});
      }
      if (v->imm != 0) emit(Opcode::AddImm, {to, to, Operand::imm(v->imm)});
      return true;
    }
    case Op::SliceIndexLoad: select_slice_load(v); return true;
    case Op::SliceIndexStore: select_slice_store(v); return true;
    case Op::ArrayIndexAddr:
    case Op::ArrayIndexLoad: select_array_load(v); return true;
    case Op::ArrayIndexStore: select_array_store(v); return true;
    case Op::StringIndex:
      if (const auto index = immediate(v->arg(1), 32); index && *index >= 0) {
        emit(Opcode::IndexU8Imm, {dst(v), use(v->arg(0)), Operand::imm(*index)});
      } else {
        emit(Opcode::IndexU8, {dst(v), use(v->arg(0)), use(v->arg(1))});
      }
      return true;
    case Op::MemCopy: select_copy(v); return true;
    case Op::MemClear: {
      const Address at = address_of(v->arg(0), v->imm);
      const std::uint32_t bytes = byte_size(v->elem);
      if (bytes == 0) return true;
      if (at.kind == Address::Kind::Place && at.offset % 8 == 0 && bytes % 8 == 0) {
        emit(Opcode::ZeroN, {Operand::place(at.place, at.offset), Operand::imm(bytes)});
      } else if (holds_pointers(v->elem)) {
        emit(Opcode::ClearTyped, {use(v->arg(0)), Operand::imm(type_id(v->elem)), Operand::imm(v->imm)});
      } else {
        emit(Opcode::ClearN, {use(v->arg(0)), Operand::imm(bytes), Operand::imm(v->imm)});
      }
      return true;
    }
    case Op::PlaceBegin: select_place_begin(v); return true;
    default: return false;
  }
}

void Selector::check_nil(const Value* pointer, bool unchecked) {
  if (unchecked || pointer->op == Op::PlaceAddr || pointer->op == Op::GlobalAddr) return;
  emit(Opcode::NilCheck, {use(pointer)});
}

bool Selector::is_far(const Value* address) const { return address->op == Op::PlaceAddr && code_.places[address->aux.place->id].far; }

Address Selector::address_of(const Value* pointer, std::int64_t offset) const {
  switch (pointer->op) {
    case Op::PlaceAddr:
      if (!is_far(pointer)) {
        return {Address::Kind::Place, pointer->aux.place->id, pointer, pointer->imm + offset};
      }
      break;
    case Op::GlobalAddr: return {Address::Kind::Global, 0, pointer, pointer->imm + offset};
    case Op::ClosureContext: return {Address::Kind::Capture, 0, pointer, offset};
    default: break;
  }
  return {Address::Kind::Pointer, 0, pointer, offset};
}

// A register with the address itself.
Operand Selector::pointer(const Address& address) {
  if (address.offset == 0 || address.base->op == Op::PlaceAddr) return use(address.base);
  const Operand to = new_temp(1, 1);
  emit(Opcode::AddImm, {to, use(address.base), Operand::imm(address.offset)});
  return to;
}

void Selector::load(const Operand& to, Mem mem, const Address& address) {
  if (mem == Mem::Empty) return;
  switch (address.kind) {
    case Address::Kind::Place: {
      const Operand from = Operand::place(address.place, address.offset);
      if (fills_words(mem)) {
        emit_copy({{to, from, static_cast<std::uint8_t>(words_of(mem))}});
      } else {
        emit(kFrameLoad[mem], {to, from});
      }
      return;
    }
    case Address::Kind::Global:
      emit(kGlobalLoad[mem], {to, Operand::imm(module_.global_of(address.base->aux.global) + address.offset)});
      return;
    case Address::Kind::Capture:
      if (kCapture[mem] != Opcode::Nop) {
        uses_closure_ = true;
        emit(kCapture[mem], {to, Operand::imm(address.offset)});
        return;
      }
      break;
    case Address::Kind::Pointer: break;
  }
  emit(kLoad[mem], {to, use(address.base), Operand::imm(address.offset)});
}

void Selector::store(const Address& address, Mem mem, const Value* value) {
  if (mem == Mem::Empty) return;
  switch (address.kind) {
    case Address::Kind::Place: {
      const Operand to = Operand::place(address.place, address.offset);
      if (fills_words(mem)) {
        emit_copy({{to, copy_source(value), static_cast<std::uint8_t>(words_of(mem))}});
      } else {
        emit(kFrameStore[mem], {to, use(value)});
      }
      return;
    }
    case Address::Kind::Global:
      emit(kGlobalStore[mem], {use(value), Operand::imm(module_.global_of(address.base->aux.global) + address.offset)});
      return;
    default: break;
  }
  const Operand base = use(address.base);
  const Operand offset = Operand::imm(address.offset);
  if (const auto number = immediate(value, 32)) {
    switch (mem) {
      case Mem::Word: emit(Opcode::Store64Imm, {base, Operand::imm(*number), offset}); return;
      case Mem::I32:
      case Mem::U32: emit(Opcode::Store32Imm, {base, Operand::imm(*number), offset}); return;
      case Mem::I8:
      case Mem::U8: emit(Opcode::Store8Imm, {base, Operand::imm(*number), offset}); return;
      case Mem::Ptr:
        if (*number == 0) {
          emit(Opcode::StoreNil, {base, offset});
          return;
        }
        break;
      default: break;
    }
  }
  // Entries of closures and words of types are no heap pointers: they need no barrier.
  if (mem == Mem::Ptr && (value->op == Op::FuncEntry || value->op == Op::TypeWord || value->op == Op::ItabWord)) {
    mem = Mem::Word;
  }
  emit(kStore[mem], {base, use(value), offset});
}

// x op= y, its load and operation folded (fuse.cpp: has_update names what there is).
void Selector::select_update(const Value* v) {
  const Value* sum = v->arg(1);
  const bool old_first = is_folded(sum->arg(0)) && sum->arg(0)->op == Op::Load;
  const Value* old = sum->arg(old_first ? 0 : 1);
  const Value* operand = sum->arg(old_first ? 1 : 0);
  const bool adds = sum->op == Op::Add;
  const bool is_f64 = sum->rep == ir::Rep::F64;
  auto number = is_f64 ? std::nullopt : immediate(operand, 31);
  if (number && !adds) number = -*number;
  if (const Value* element = v->arg(0); is_folded(element)) {
    const Operand slice = use(element->arg(0));
    const Operand index = use(element->arg(1));
    if (number) {
      emit(Opcode::ElemInc64Imm, {slice, index, Operand::imm(*number)}).at = position_of(element);
    } else {
      emit(is_f64 ? Opcode::ElemIncF64 : Opcode::ElemInc64, {slice, index, use(operand)}).at = position_of(element);
    }
    return;
  }
  const Address at = address_of(v->arg(0), v->imm);
  if (at.kind == Address::Kind::Global) {
    const Operand global = Operand::imm(module_.global_of(at.base->aux.global) + at.offset);
    number ? emit(Opcode::GlobalIncImm, {Operand::imm(*number), global}) : emit(Opcode::GlobalInc, {use(operand), global});
    return;
  }
  const Operand base = use(at.base);
  const Operand offset = Operand::imm(at.offset);
  if (number) {
    emit(Opcode::FieldIncImm, {base, offset, Operand::imm(*number)}).at = position_of(old);
  } else if (is_folded(operand)) {
    emit(adds ? Opcode::FieldAddMulF64 : Opcode::FieldSubMulF64, {base, offset, use(operand->arg(0)), use(operand->arg(1))}).at =
        position_of(old);
  } else {
    const Opcode opcode = is_f64 ? (adds ? Opcode::FieldIncF64 : Opcode::FieldDecF64) : (adds ? Opcode::FieldIncI64 : Opcode::FieldDecI64);
    emit(opcode, {base, offset, use(operand)}).at = position_of(old);
  }
}

// A value that takes a whole element, the one that the slice and the index among the operands of `element` name.
Instr& Selector::load_element(const Value* v, const Value* element) {
  const Mem mem = mem_or_word(v->type, v);
  const auto number = immediate(element->arg(1), 32);
  if (number && *number >= 0 && kIndexImm[mem] != Opcode::Nop) {
    return emit(kIndexImm[mem], {dst(v), use(element->arg(0)), Operand::imm(*number)});
  }
  return emit(kIndex[mem], {dst(v), use(element->arg(0)), use(element->arg(1))});
}

Instr& Selector::store_element(Mem mem, const Value* element, const Value* value) {
  const Value* slice = element->arg(0);
  const Value* index = element->arg(1);
  if (const auto number = immediate(value, 32)) {
    Opcode opcode = Opcode::Nop;
    if (mem == Mem::I8 || mem == Mem::U8) opcode = Opcode::Set8Const;
    if (mem == Mem::I32 || mem == Mem::U32) opcode = Opcode::Set32Const;
    if (mem == Mem::Word) opcode = Opcode::Set64Const;
    if (opcode != Opcode::Nop) return emit(opcode, {use(slice), use(index), Operand::imm(*number)});
  }
  return emit(kSet[mem], {use(slice), use(index), use(value)});
}

void Selector::select_slice_load(const Value* v) {
  const Mem mem = mem_or_word(v->type, v);
  const std::uint32_t size = byte_size(v->elem);
  const Value* slice = v->arg(0);
  const Value* index = v->arg(1);
  if (is_folded(slice)) {
    const auto pick = [mem](Opcode bytes, Opcode halves, Opcode words) {
      return mem == Mem::U8 ? bytes : mem == Mem::I32 ? halves : words;
    };
    if (slice->op == Op::Load) {
      emit(pick(Opcode::FieldIndexU8, Opcode::FieldIndexI32, Opcode::FieldIndex64),
           {dst(v), use(slice->arg(0)), use(index), Operand::imm(slice->imm)});
    } else {
      emit(pick(Opcode::Index2U8, Opcode::Index2I32, Opcode::Index2Word), {dst(v), use(slice->arg(0)), use(slice->arg(1)), use(index)});
    }
    return;
  }
  const bool whole = v->imm == 0 && v->type != nullptr && byte_size(v->type) == size;
  if (whole) {
    load_element(v, v);
    return;
  }
  if (size <= UINT16_MAX && kElem[mem] != Opcode::Nop) {
    emit(kElem[mem], {dst(v), use(slice), use(index), Operand::imm(size), Operand::imm(v->imm)});
    return;
  }
  const Operand address = new_temp(1, 1);
  emit(Opcode::IndexAddr, {address, use(slice), use(index), Operand::imm(size)});
  emit(kLoad[mem], {dst(v), address, Operand::imm(v->imm)});
}

void Selector::select_slice_store(const Value* v) {
  const Mem mem = mem_or_word(v->aux.type, v->arg(2));
  const std::uint32_t size = byte_size(v->elem);
  const Value* slice = v->arg(0);
  const Value* index = v->arg(1);
  const Value* value = v->arg(2);
  if (is_folded(slice)) {
    const auto pick = [mem](Opcode bytes, Opcode halves, Opcode words) {
      if (mem == Mem::U8 || mem == Mem::I8) return bytes;
      return mem == Mem::I32 || mem == Mem::U32 || mem == Mem::F32 ? halves : words;
    };
    if (slice->op == Op::Load) {
      emit(pick(Opcode::FieldSet8, Opcode::FieldSet32, Opcode::FieldSet64),
           {use(slice->arg(0)), use(index), use(value), Operand::imm(slice->imm)});
    } else {
      emit(pick(Opcode::Set28, Opcode::Set232, Opcode::Set2Word), {use(slice->arg(0)), use(slice->arg(1)), use(index), use(value)});
    }
    return;
  }
  const bool whole = v->imm == 0 && v->aux.type != nullptr && byte_size(v->aux.type) == size;
  if (whole) {
    store_element(mem, v, value);
    return;
  }
  if (size <= UINT16_MAX && kSetElem[mem] != Opcode::Nop) {
    emit(kSetElem[mem], {use(slice), use(index), use(value), Operand::imm(size), Operand::imm(v->imm)});
    return;
  }
  const Operand address = new_temp(1, 1);
  emit(Opcode::IndexAddr, {address, use(slice), use(index), Operand::imm(size)});
  emit(kStore[mem], {address, use(value), Operand::imm(v->imm)});
}

void Selector::select_array_load(const Value* v) {
  const auto* array = types::as<types::Array>(v->elem);
  const std::uint32_t size = byte_size(array->elem);
  const Operand length = Operand::imm(array->length);
  const Address base = address_of(v->arg(0), 0);
  const bool is_load = v->op == Op::ArrayIndexLoad;
  const Mem mem = is_load ? mem_or_word(v->type, v) : Mem::Ptr;
  const bool whole = is_load && v->imm == 0 && v->type != nullptr && byte_size(v->type) == size;
  if (const auto index = immediate(v->arg(1), 32); index && *index >= 0 && *index < array->length) {
    const Address at = address_of(v->arg(0), *index * size + v->imm);
    if (is_load) return load(dst(v), mem, at);
    emit_copy({{dst(v), copy_source(v->arg(0)), 1}});
    if (*index * size + v->imm != 0) emit(Opcode::AddImm, {dst(v), dst(v), Operand::imm(*index * size + v->imm)});
    return;
  }
  if (base.kind == Address::Kind::Place) {
    const Operand place = Operand::place(base.place, base.offset);
    if (whole) {
      Opcode opcode = Opcode::Nop;
      if (mem == Mem::U8) opcode = Opcode::FrameIndexU8;
      if (mem == Mem::I32) opcode = Opcode::FrameIndexI32;
      if (mem == Mem::U32 || mem == Mem::F32) opcode = Opcode::FrameIndexU32;
      if (mem == Mem::Word || mem == Mem::F64 || mem == Mem::Ptr) opcode = Opcode::FrameIndex64;
      if (opcode != Opcode::Nop) {
        emit(opcode, {dst(v), place, use(v->arg(1)), length});
        return;
      }
    }
    if (size <= UINT16_MAX) {
      const Operand address = is_load ? new_temp(1, 1) : dst(v);
      emit(Opcode::FrameIndexAddr, {address, place, use(v->arg(1)), Operand::imm(size), length});
      if (is_load) {
        emit(kLoad[mem], {dst(v), address, Operand::imm(v->imm)});
      } else if (v->imm != 0) {
        emit(Opcode::AddImm, {address, address, Operand::imm(v->imm)});
      }
      return;
    }
  }
  if (whole && kArray[mem] != Opcode::Nop) {
    emit(kArray[mem], {dst(v), use(v->arg(0)), use(v->arg(1)), length});
    return;
  }
  const Operand address = is_load ? new_temp(1, 1) : dst(v);
  if (size <= UINT16_MAX) {
    emit(Opcode::ArrayAddr, {address, use(v->arg(0)), use(v->arg(1)), Operand::imm(size), length});
  } else {
    emit(Opcode::CheckIndexImm, {use(v->arg(1)), length});
    emit(Opcode::MulImmAdd, {address, use(v->arg(1)), use(v->arg(0)), Operand::imm(size)});
  }
  if (is_load) {
    emit(kLoad[mem], {dst(v), address, Operand::imm(v->imm)});
  } else if (v->imm != 0) {
    emit(Opcode::AddImm, {address, address, Operand::imm(v->imm)});
  }
}

void Selector::select_array_store(const Value* v) {
  const auto* array = types::as<types::Array>(v->elem);
  const std::uint32_t size = byte_size(array->elem);
  const Operand length = Operand::imm(array->length);
  const Value* value = v->arg(2);
  const Mem mem = mem_or_word(v->aux.type, value);
  const bool whole = v->imm == 0 && v->aux.type != nullptr && byte_size(v->aux.type) == size;
  if (const auto index = immediate(v->arg(1), 32); index && *index >= 0 && *index < array->length) {
    return store(address_of(v->arg(0), *index * size + v->imm), mem, value);
  }
  const Address base = address_of(v->arg(0), 0);
  if (base.kind == Address::Kind::Place) {
    const Operand place = Operand::place(base.place, base.offset);
    if (whole) {
      Opcode opcode = Opcode::Nop;
      if (mem == Mem::U8 || mem == Mem::I8) opcode = Opcode::FrameSet8;
      if (mem == Mem::I32 || mem == Mem::U32 || mem == Mem::F32) opcode = Opcode::FrameSet32;
      if (mem == Mem::Word || mem == Mem::F64 || mem == Mem::Ptr) opcode = Opcode::FrameSet64;
      if (opcode != Opcode::Nop) {
        emit(opcode, {place, use(v->arg(1)), use(value), length});
        return;
      }
    }
    if (size <= UINT16_MAX) {
      const Operand address = new_temp(1, 1);
      emit(Opcode::FrameIndexAddr, {address, place, use(v->arg(1)), Operand::imm(size), length});
      emit(kStore[mem], {address, use(value), Operand::imm(v->imm)});
      return;
    }
  }
  if (whole && kArraySet[mem] != Opcode::Nop) {
    emit(kArraySet[mem], {use(v->arg(0)), use(v->arg(1)), use(value), length});
    return;
  }
  const Operand address = new_temp(1, 1);
  if (size <= UINT16_MAX) {
    emit(Opcode::ArrayAddr, {address, use(v->arg(0)), use(v->arg(1)), Operand::imm(size), length});
  } else {
    emit(Opcode::CheckIndexImm, {use(v->arg(1)), length});
    emit(Opcode::MulImmAdd, {address, use(v->arg(1)), use(v->arg(0)), Operand::imm(size)});
  }
  emit(kStore[mem], {address, use(value), Operand::imm(v->imm)});
}

// One aggregate from memory to memory; frame sides need no barrier.
void Selector::select_copy(const Value* v) {
  const std::uint32_t bytes = byte_size(v->elem);
  if (bytes == 0) return;
  const Address to = address_of(v->arg(0), 0);
  const Address from = address_of(v->arg(1), 0);
  const bool to_place = to.kind == Address::Kind::Place;
  const bool from_place = from.kind == Address::Kind::Place;
  if (to_place && from_place) {
    emit(Opcode::MovN, {Operand::place(to.place, to.offset), Operand::place(from.place, from.offset), Operand::imm(bytes)});
  } else if (to_place) {
    emit(Opcode::LoadN, {Operand::place(to.place, to.offset), use(v->arg(1)), Operand::imm(bytes), Operand::imm(0)});
  } else if (from_place && holds_pointers(v->elem)) {
    emit(Opcode::StoreTyped, {use(v->arg(0)), Operand::place(from.place, from.offset), Operand::imm(type_id(v->elem)), Operand::imm(0)});
  } else if (from_place) {
    emit(Opcode::StoreN, {use(v->arg(0)), Operand::place(from.place, from.offset), Operand::imm(bytes), Operand::imm(0)});
  } else if (holds_pointers(v->elem)) {
    emit(Opcode::CopyTyped, {use(v->arg(0)), use(v->arg(1)), Operand::imm(type_id(v->elem))});
  } else {
    emit(Opcode::CopyN, {use(v->arg(0)), use(v->arg(1)), Operand::imm(bytes)});
  }
}

void Selector::select_place_begin(const Value* v) {
  const ir::Place* place = v->aux.place;
  const std::uint32_t bytes = round_up(code_.places[place->id].bytes);
  if (v->imm == 1 && bytes != 0) {
    if (bytes <= 3 * 8) {
      const Opcode opcode = bytes == 8 ? Opcode::Const : bytes == 16 ? Opcode::Zero2 : Opcode::Zero3;
      emit_copy({{Operand::place(place->id, 0), Operand::make(opcode, 0), static_cast<std::uint8_t>(bytes / 8)}});
    } else if (!code_.places[place->id].far) {
      emit(Opcode::ZeroN, {Operand::place(place->id, 0), Operand::imm(bytes)});
    } else {
      emit(Opcode::ClearN, {materialise(Operand::make_addr(place->id, 0), 1, 0), Operand::imm(bytes), Operand::imm(0)});
    }
  }
  begin_place(place->id);
  if (counted_ && place->site != nullptr && place->site->in_frame) {
    emit(Opcode::CountSite, {Operand::imm(module_.site_of(place->site, id_).index())});
  }
}

// Marks where a place begins to live; leaves no cell.
void Selector::begin_place(std::uint32_t place) { emit(Opcode::Nop, {Operand::place(place, 0)}).count = 0; }

// Frame memory for one value that an operation reads by address while it may collect.
Operand Selector::temporary_place(const types::Type* type) {
  Place place;
  place.bytes = round_up(byte_size(type));
  place.pointer_words = pointer_words_of(type);
  // Read at one cell only, but a collection there must find it: cheaper than a range of its own.
  place.zero_at_entry = !place.pointer_words.empty();
  code_.places.push_back(std::move(place));
  const auto index = static_cast<std::uint32_t>(code_.places.size() - 1);
  begin_place(index);
  return Operand::place(index, 0);
}

// Frame memory with a scalar or header in Go layout, for operations that take an address.
Operand Selector::spill(const Value* value, const types::Type* type) {
  const Operand place = temporary_place(type);
  store({Address::Kind::Place, place.index, nullptr, 0}, mem_of(type), value);
  return place;
}

Operand Selector::frame_copy(const Value* address, const types::Type* type) {
  const Address from = address_of(address, 0);
  if (from.kind == Address::Kind::Place) return Operand::place(from.place, from.offset);
  const std::uint32_t bytes = byte_size(type);
  const Operand place = temporary_place(type);
  if (bytes != 0) emit(Opcode::LoadN, {place, use(address), Operand::imm(bytes), Operand::imm(0)});
  return place;
}

}  // namespace govm::codegen
