// Memory operand, width in words and pointer words of each kind of type.
#include "compiler/codegen/shape.h"

#include "base/check.h"
#include "compiler/types/method_set.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"
#include "compiler/types/type.h"

namespace govm::codegen {

using bytecode::MapKey;
using types::BasicKind;
using types::TypeKind;

Mem mem_of(const types::Type* type) {
  const types::Type* under = types::underlying(type);
  switch (under->kind()) {
    case TypeKind::Basic:
      switch (static_cast<const types::Basic*>(under)->basic()) {
        case BasicKind::Bool:
        case BasicKind::UntypedBool:
        case BasicKind::Uint8: return Mem::U8;
        case BasicKind::Int8: return Mem::I8;
        case BasicKind::Int16: return Mem::I16;
        case BasicKind::Uint16: return Mem::U16;
        case BasicKind::Int32:
        case BasicKind::UntypedRune: return Mem::I32;
        case BasicKind::Uint32: return Mem::U32;
        case BasicKind::Float32: return Mem::F32;
        case BasicKind::Float64:
        case BasicKind::UntypedFloat: return Mem::F64;
        case BasicKind::String:
        case BasicKind::UntypedString: return Mem::Str;
        case BasicKind::UnsafePointer:
        case BasicKind::UntypedNil: return Mem::Ptr;
        case BasicKind::Complex64:
        case BasicKind::Complex128: return Mem::Aggregate;
        default: return Mem::Word;
      }
    case TypeKind::Pointer:
    case TypeKind::Map:
    case TypeKind::Chan:
    case TypeKind::Signature: return Mem::Ptr;
    case TypeKind::Slice: return Mem::Slice;
    case TypeKind::Interface: return Mem::Iface;
    default: return types::size_of(under) == 0 ? Mem::Empty : Mem::Aggregate;
  }
}

int words_of(Mem mem) {
  switch (mem) {
    case Mem::Str:
    case Mem::Iface: return 2;
    case Mem::Slice: return 3;
    case Mem::Aggregate:
    case Mem::Empty: return 0;
    default: return 1;
  }
}

std::uint8_t pointers_of(Mem mem) {
  switch (mem) {
    case Mem::Ptr:
    case Mem::Str:
    case Mem::Slice: return 0b1;
    case Mem::Iface: return 0b10;
    default: return 0;
  }
}

bool fills_words(Mem mem) {
  switch (mem) {
    case Mem::Word:
    case Mem::F64:
    case Mem::Ptr:
    case Mem::Str:
    case Mem::Slice:
    case Mem::Iface: return true;
    default: return false;
  }
}

IntShape int_shape(const types::Type* type) {
  if (type == nullptr) return {64, true};
  switch (mem_of(type)) {
    case Mem::I8: return {8, true};
    case Mem::U8: return {8, false};
    case Mem::I16: return {16, true};
    case Mem::U16: return {16, false};
    case Mem::I32: return {32, true};
    case Mem::U32: return {32, false};
    default: return {64, !types::is_unsigned(type)};
  }
}

std::uint32_t byte_size(const types::Type* type) {
  const std::int64_t size = types::size_of(type);
  GOVM_CHECK(size >= 0 && size <= UINT32_MAX, "size of a type");
  return static_cast<std::uint32_t>(size);
}

bool holds_pointers(const types::Type* type) { return types::has_pointers(type); }

std::vector<std::uint32_t> pointer_words_of(const types::Type* type) {
  std::vector<std::uint64_t> bits;
  types::add_pointer_map(type, 0, bits);
  std::vector<std::uint32_t> words;
  for (std::uint32_t word = 0; word < bits.size() * 64; ++word) {
    if (((bits[word / 64] >> (word % 64)) & 1) != 0) words.push_back(word);
  }
  return words;
}

MapKey map_key_of(const types::Type* key) {
  switch (mem_of(key)) {
    case Mem::Word:
    case Mem::Ptr: return MapKey::Word64;
    case Mem::I32:
    case Mem::U32: return MapKey::Word32;
    case Mem::Str: return MapKey::String;
    default: return MapKey::Any;
  }
}

bool is_empty_interface(const types::Type* type) { return types::interface_methods(types::as<types::Interface>(type)).empty(); }

}  // namespace govm::codegen
