// Questions the builder asks of types, in the words it uses; all look through names and aliases.
// Private to the room.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "compiler/types/object.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"
#include "compiler/types/type.h"

namespace govm::ir {

using types::Type;

inline bool is_struct(const Type* type) { return types::as<types::Struct>(type) != nullptr; }
inline bool is_array(const Type* type) { return types::as<types::Array>(type) != nullptr; }
inline bool is_slice(const Type* type) { return types::as<types::Slice>(type) != nullptr; }
inline bool is_pointer(const Type* type) { return types::as<types::Pointer>(type) != nullptr; }
inline bool is_map(const Type* type) { return types::as<types::Map>(type) != nullptr; }
inline bool is_chan(const Type* type) { return types::as<types::Chan>(type) != nullptr; }
inline bool is_func(const Type* type) { return types::as<types::Signature>(type) != nullptr; }
bool is_nil_type(const Type* type);
/// An interface without methods: its first word is a type descriptor.
bool is_empty_interface(const Type* type);
bool is_byte_slice(const Type* type);
bool is_rune_slice(const Type* type);
/// Element of an array, slice, pointer, map or channel.
const Type* elem_of(const Type* type);
const Type* key_of(const Type* type);
int64_t length_of(const Type* array);
const types::Struct* struct_of(const Type* type);
const types::Signature* signature_of(const Type* func);
int64_t field_offset(const Type* structure, size_t field);
/// Position of a method in the sorted methods of an interface type.
int64_t method_index(const Type* interface, const types::Func* method);
/// "_" or without name.
bool is_blank(const types::Object* object);

}  // namespace govm::ir
