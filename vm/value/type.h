// Run-time type descriptors and itabs: what interfaces, maps, equality and reflect look at.
//
// Made only by TypeTable; never freed, never moved; identical types are one descriptor, so
// comparing addresses is type identity. Layout is govm's own, not Go's abi.Type.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "gc/layout.h"
#include "vm/bytecode/ids.h"
#include "vm/bytecode/type_desc.h"

namespace govm::bytecode {
struct Cell;
}

namespace govm::value {

using bytecode::Equality;
using bytecode::Kind;
using bytecode::MapKey;

struct Type;
struct MapLayout;

/// A field of a struct type.
struct Field {
  std::string_view name;
  std::string_view package;  ///< of an unexported name, else empty
  const Type* type;
  std::uint64_t offset;
  std::string_view tag;
  bool embedded;
  bool blank() const { return name == "_"; }
};

/// A method of a method set, or asked for by an interface type. Sorted by name, then package.
struct Method {
  std::string_view name;
  std::string_view package;    ///< of an unexported name, else empty
  const Type* signature;       ///< func type without receiver; may not be described
  bytecode::FunctionId entry;  ///< takes the data word as receiver; none in interface types
};

struct Type {
  Kind kind;
  Equality equality;
  MapKey map_key;       ///< how it serves as a map's key
  bool direct;          ///< pointer-shaped: the value is an interface's data word
  bool variadic;        ///< Func
  bool hash_can_panic;  ///< comparable, but holds interfaces
  bool reflexive;       ///< x == x always: holds no floats or interfaces
  std::uint8_t align;
  bytecode::ChanDirection direction;
  bool methods_late;    ///< `methods` is not filled yet: ask TypeTable::methods
  std::uint32_t index;  ///< in the TypeTable
  std::uint64_t size;
  gc::Layout layout;           ///< pointers of one value; the element's where an array repeats
  std::string_view name;       ///< as reflect's String and panic texts print it
  std::string_view type_name;  ///< of a defined type, else empty
  std::string_view package;    ///< path of a defined type's package
  std::string_view key;        ///< identity
  const Type* element;         ///< Array, Chan, Map, Pointer, Slice
  const Type* map_key_type;    ///< Map
  std::uint64_t length;        ///< Array
  const MapLayout* map;        ///< Map
  std::span<const Field> fields;
  std::span<const Type* const> parameters;
  std::span<const Type* const> results;
  std::span<const Method> methods;
  mutable const Type* pointer_to;  ///< *T once known; ask TypeTable::pointer_to

  /// False: only the key is known, which tells the type from others (bytecode::TypeDesc). So may method signatures be.
  bool is_described() const { return kind != Kind::Invalid; }
  bool is_interface() const { return kind == Kind::Interface; }
  bool is_empty_interface() const { return kind == Kind::Interface && methods.empty(); }
  bool is_comparable() const { return equality != Equality::None; }
  bool has_pointers() const { return layout.pointer_bytes != 0; }
  /// Adjacent elements of `layout` in one value (1 but for large arrays).
  std::size_t layout_count() const { return layout.element_size == 0 ? 0 : size / layout.element_size; }
};

/// The first word of a non-empty interface value: dynamic type and its methods in the
/// interface's order. `entries` are entry cells.
struct Itab {
  const Type* interface;
  const Type* type;
  const bytecode::Cell* entries[];
};

/// How the memory of a map type is laid out: groups of 8 slots behind a control word.
struct MapLayout {
  std::uint64_t slot_size;       ///< key, padding, element
  std::uint64_t element_offset;  ///< in a slot
  std::uint64_t group_size;
  bool indirect_key;  ///< keys over 128 bytes: the slot holds a pointer
  bool indirect_element;
  bool key_needs_update;  ///< an equal key may differ (floats, strings, interfaces)
  gc::Layout group;
  gc::Layout buffer;  ///< header and first group, of a map that does not escape
};

inline constexpr std::uint64_t kMapGroupSlots = 8;
inline constexpr std::uint64_t kMapMaxInlineBytes = 128;

}  // namespace govm::value
