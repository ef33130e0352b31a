// How values of a Go type lie in slots and in memory.
#pragma once

#include <cstdint>
#include <vector>

#include "vm/bytecode/type_desc.h"

namespace govm::types {
class Type;
}

namespace govm::codegen {

/// The widths in which memory is read and written.
enum class Mem : std::uint8_t { I8, U8, I16, U16, I32, U32, Word, F32, F64, Ptr, Str, Slice, Iface, Aggregate, Empty };

/// The class of a type. Single-component structs and arrays are Aggregate like all others.
Mem mem_of(const types::Type* type);
/// Words of a value of that class in slots; 0 for Aggregate and Empty.
int words_of(Mem mem);
/// The pointer words of a value in slots, bit i for word i (type and itab words are none).
std::uint8_t pointers_of(Mem mem);
/// Whether a value in memory looks exactly like it does in slots (whole words).
bool fills_words(Mem mem);

/// Width and signedness of integer types; bits is 64 for everything else.
struct IntShape {
  int bits;
  bool is_signed;
};
IntShape int_shape(const types::Type* type);

std::uint32_t byte_size(const types::Type* type);
bool holds_pointers(const types::Type* type);
/// The words of a value in memory that hold pointers.
std::vector<std::uint32_t> pointer_words_of(const types::Type* type);
/// Which map opcodes serve a key type.
bytecode::MapKey map_key_of(const types::Type* key);
/// Whether an interface type has no methods.
bool is_empty_interface(const types::Type* type);

}  // namespace govm::codegen
