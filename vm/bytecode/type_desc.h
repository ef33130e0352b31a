// Descriptions of types, as the compiler emits them and the VM's type table interns them.
//
// Sizes, alignments and offsets are Go's on linux/amd64, computed by the compiler. A
// description is pure data; the run-time descriptor (vm/value/type.h) is made from it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "vm/bytecode/ids.h"

namespace govm::bytecode {

/// Kinds with reflect's numbers.
enum class Kind : std::uint8_t {
  Invalid,
  Bool,
  Int,
  Int8,
  Int16,
  Int32,
  Int64,
  Uint,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  Uintptr,
  Float32,
  Float64,
  Complex64,
  Complex128,
  Array,
  Chan,
  Func,
  Interface,
  Map,
  Pointer,
  Slice,
  String,
  Struct,
  UnsafePointer,
};

/// How == of two values works. Memory: compare the bytes.
enum class Equality : std::uint8_t { None, Memory, Float32, Float64, Complex64, Complex128, String, Iface, Eface, Composite };

/// How a map hashes a key and which map opcodes serve it.
enum class MapKey : std::uint8_t { None, Word64, Word32, String, Any };

enum class ChanDirection : std::uint8_t { Receive = 1, Send = 2, Both = 3 };

/// A bitmap over 8-byte words: bit i of the map is bit (i % 64) of bits[i / 64].
struct WordMap {
  std::vector<std::uint64_t> bits;

  void set(std::size_t word) {
    if (word / 64 >= bits.size()) bits.resize(word / 64 + 1);
    bits[word / 64] |= std::uint64_t{1} << (word % 64);
  }
  bool test(std::size_t word) const { return word / 64 < bits.size() && ((bits[word / 64] >> (word % 64)) & 1) != 0; }
  bool empty() const {
    for (std::uint64_t word : bits) {
      if (word != 0) return false;
    }
    return true;
  }
  bool operator==(const WordMap&) const = default;
};

/// A field of a struct type.
struct FieldDesc {
  std::string name;
  std::string package;  ///< path of the declaring package if the name is not exported, else empty
  TypeId type;
  std::uint64_t offset = 0;
  std::string tag;
  bool embedded = false;
};

/// A method of a type's method set, or one an interface type asks for. Sorted by name, then package.
struct MethodDesc {
  std::string name;
  std::string package;  ///< as in FieldDesc
  TypeId signature;     ///< func type without receiver; may have a key alone (TypeDesc::is_described)
  /// Takes the data word of an interface as receiver; none for methods of interface types.
  FunctionId entry;
};

/// A type.
struct TypeDesc {
  Kind kind = Kind::Invalid;
  std::uint8_t align = 1;
  bool direct = false;  ///< pointer-shaped: the value itself is an interface's data word
  Equality equality = Equality::None;
  MapKey map_key = MapKey::None;  ///< how this type serves as a map's key
  bool variadic = false;          ///< Func
  ChanDirection direction = ChanDirection::Both;
  std::uint64_t size = 0;
  /// Number of words from the start beyond which no pointer lies.
  std::uint64_t pointer_words = 0;
  /// The words that hold pointers. For arrays of more than kMaxMappedWords words only the
  /// first element is mapped: it repeats `length` times.
  WordMap pointers;
  bool repeated = false;  ///< Array: `pointers` is of one element
  /// Identity: equal for identical types only, unequal otherwise (package paths written out).
  std::string key;
  /// As reflect's String and panic texts print it ("main.Point", "map[string]int").
  std::string name;
  std::string type_name;           ///< Name() of a defined type ("Point", "Pair[int]"); empty otherwise
  std::string package;             ///< PkgPath() of a defined type
  TypeId element;                  ///< Array, Chan, Map (the element), Pointer, Slice
  TypeId map_key_type;             ///< Map
  std::uint64_t length = 0;        ///< Array
  TypeId slice_of_element;         ///< Array: []T, if the program uses it
  std::vector<FieldDesc> fields;   ///< Struct
  std::vector<TypeId> parameters;  ///< Func; of a variadic one the last is a slice
  std::vector<TypeId> results;     ///< Func
  /// Interface: the methods asked for. Others: the method set of the type.
  std::vector<MethodDesc> methods;
  bool methods_late = false;  ///< the compiler describes them when it is asked to

  bool has_pointers() const { return pointer_words != 0; }
  /// False: there is a key alone, enough to tell the type from others. The compiler describes it when it is asked to.
  bool is_described() const { return kind != Kind::Invalid; }
};

/// Largest type whose pointer words are all written into TypeDesc::pointers.
inline constexpr std::uint64_t kMaxMappedWords = 4096;

}  // namespace govm::bytecode
