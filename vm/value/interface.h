// Interface values: two words. Word 0 of an empty interface is the dynamic type, of others
// the itab; word 1 is the value if pointer-shaped, else a pointer to it. Nil has word 0 null.
#pragma once

#include <cstdint>

#include "vm/value/type.h"

namespace govm::value {

struct Interface {
  const void* word = nullptr;
  void* data = nullptr;

  bool is_nil() const { return word == nullptr; }
};
static_assert(sizeof(Interface) == 16);

/// The dynamic type of an empty interface; null if nil.
inline const Type* eface_type(Interface value) { return static_cast<const Type*>(value.word); }
/// The dynamic type of a non-empty interface; null if nil.
inline const Type* iface_type(Interface value) { return value.word == nullptr ? nullptr : static_cast<const Itab*>(value.word)->type; }
/// As an empty interface.
inline Interface to_eface(Interface value) { return {iface_type(value), value.data}; }
/// Where the dynamic value lies: `value` itself holds it if it is pointer-shaped.
inline const void* value_address(const Type* type, const Interface& value) {
  return type->direct ? static_cast<const void*>(&value.data) : value.data;
}

}  // namespace govm::value
