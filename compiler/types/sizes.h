// Sizes, alignments, field offsets and pointer maps as Go has them on linux/amd64: the only place they are
// computed. Types must be finished and free of type parameters.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/types/type.h"

namespace govm::types {

/// Negative if the type is larger than the address space.
int64_t size_of(const Type* type);
int64_t align_of(const Type* type);
/// Offsets of the fields; a struct that ends in a zero-size field is padded behind it.
std::vector<int64_t> field_offsets(const Struct* type);
int64_t field_offset(const Struct* type, size_t index);
bool has_pointers(const Type* type);
/// Bytes from the start beyond which no pointer lies.
int64_t pointer_prefix(const Type* type);
/// Sets bit (base/8 + i) for each word i of the type that holds a pointer.
void add_pointer_map(const Type* type, int64_t base, std::vector<uint64_t>& bits);
/// One word that is a pointer: pointers, maps, channels, funcs, unsafe.Pointer, and structs and arrays of
/// exactly one such component.
bool is_pointer_shaped(const Type* type);

}  // namespace govm::types
