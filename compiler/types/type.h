// Types (spec: "Types").
//
// A type is an object of one of the classes below, owned by the session's TypeStore and referred to by
// `const Type*`. Unnamed composite types are hash-consed where they are made, so identical ones usually are
// one pointer, but only `identical` (relations.h) decides; `TypeStore::canonical` gives the one pointer of a
// finished type. Aliases are kept for messages; every query looks through them.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/intern.h"
#include "base/position.h"

namespace govm {
class SourceMap;
}

namespace govm::types {

class Func;
class LateObjects;
class Package;
class SharedNames;
class Scope;
class TypeName;
class Var;
class TypeSet;
class Named;

enum class TypeKind : uint8_t {
  Basic,
  Array,
  Slice,
  Struct,
  Pointer,
  Tuple,
  Signature,
  Interface,
  Map,
  Chan,
  Named,
  Alias,
  TypeParam,
  Union,
};

/// The predeclared types and the kinds of untyped constants.
enum class BasicKind : uint8_t {
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
  String,
  UnsafePointer,
  UntypedBool,
  UntypedInt,
  UntypedRune,
  UntypedFloat,
  UntypedComplex,
  UntypedString,
  UntypedNil,
};

/// Base of all types.
class Type {
 public:
  explicit Type(TypeKind kind) : kind_(kind) {}
  Type(const Type&) = delete;
  Type& operator=(const Type&) = delete;
  virtual ~Type() = default;
  TypeKind kind() const { return kind_; }

 private:
  TypeKind kind_;
};

/// The type an alias stands for, itself otherwise.
const Type* unalias(const Type* type);
/// The underlying type (spec: "Underlying types"), aliases looked through. Of a type parameter its
/// constraint's interface.
const Type* underlying(const Type* type);

/// The type as the given class if its underlying type is one, else null: `as<Slice>(t)`.
template <class T>
const T* as(const Type* type) {
  const Type* under = type ? underlying(type) : nullptr;
  return under && under->kind() == T::kKind ? static_cast<const T*>(under) : nullptr;
}
/// The type itself as the given class (aliases looked through, names not): `is_a<Named>(t)`.
template <class T>
const T* is_a(const Type* type) {
  const Type* plain = type ? unalias(type) : nullptr;
  return plain && plain->kind() == T::kKind ? static_cast<const T*>(plain) : nullptr;
}

class Basic : public Type {
 public:
  static constexpr TypeKind kKind = TypeKind::Basic;
  Basic(BasicKind basic, std::string_view name) : Type(kKind), basic_(basic), name_(name) {}
  BasicKind basic() const { return basic_; }
  std::string_view name() const { return name_; }

 private:
  BasicKind basic_;
  std::string_view name_;
};

class Array : public Type {
 public:
  static constexpr TypeKind kKind = TypeKind::Array;
  Array(const Type* elem, int64_t length) : Type(kKind), elem(elem), length(length) {}
  const Type* elem;
  int64_t length;  ///< -1: unknown after an error
};

class Slice : public Type {
 public:
  static constexpr TypeKind kKind = TypeKind::Slice;
  explicit Slice(const Type* elem) : Type(kKind), elem(elem) {}
  const Type* elem;
};

class Pointer : public Type {
 public:
  static constexpr TypeKind kKind = TypeKind::Pointer;
  explicit Pointer(const Type* elem) : Type(kKind), elem(elem) {}
  const Type* elem;
};

class Map : public Type {
 public:
  static constexpr TypeKind kKind = TypeKind::Map;
  Map(const Type* key, const Type* elem) : Type(kKind), key(key), elem(elem) {}
  const Type* key;
  const Type* elem;
};

enum class ChanDir : uint8_t { Both, SendOnly, RecvOnly };

class Chan : public Type {
 public:
  static constexpr TypeKind kKind = TypeKind::Chan;
  Chan(ChanDir dir, const Type* elem) : Type(kKind), dir(dir), elem(elem) {}
  ChanDir dir;
  const Type* elem;
};

/// Fields are Vars that know whether they are embedded; `tags` is empty or as long as `fields`.
/// How much memory a type's values take.
struct Measures {
  int64_t size = 0;  ///< -1: more than there can be
  int64_t align = 1;
  int64_t pointer_prefix = 0;  ///< behind the last pointer
  bool known = false;          ///< all types in it are complete: it does not change any more
};

class Struct : public Type {
 public:
  static constexpr TypeKind kKind = TypeKind::Struct;
  Struct(std::vector<const Var*> fields, std::vector<std::string> tags) : Type(kKind), fields(std::move(fields)), tags(std::move(tags)) {}
  std::vector<const Var*> fields;
  std::vector<std::string> tags;
  mutable Measures measures;  ///< kept by sizes.cpp when known: structs of structs of structs are measured once
  std::string_view tag(size_t i) const { return i < tags.size() ? std::string_view(tags[i]) : std::string_view(); }
};

/// Several values: the type of a call with several results, and the shape of parameter lists.
class Tuple : public Type {
 public:
  static constexpr TypeKind kKind = TypeKind::Tuple;
  explicit Tuple(std::vector<const Var*> vars) : Type(kKind), vars(std::move(vars)) {}
  std::vector<const Var*> vars;
  size_t size() const { return vars.size(); }
};

class TypeParam;

class Signature : public Type {
 public:
  static constexpr TypeKind kKind = TypeKind::Signature;
  Signature() : Type(kKind) {}
  const Var* recv = nullptr;                       ///< null for functions
  std::vector<const TypeParam*> type_params;       ///< declared by the function
  std::vector<const TypeParam*> recv_type_params;  ///< of the receiver's generic type, as the method names them
  std::vector<const Var*> params;
  std::vector<const Var*> results;
  bool variadic = false;  ///< the last parameter's type is the slice
  bool is_generic() const { return !type_params.empty(); }
  /// What an instance has arguments for: the receiver's type parameters, then the function's own.
  std::vector<const TypeParam*> all_type_params() const {
    std::vector<const TypeParam*> all = recv_type_params;
    all.insert(all.end(), type_params.begin(), type_params.end());
    return all;
  }
};

/// ~T1 | T2 …
class Union : public Type {
 public:
  static constexpr TypeKind kKind = TypeKind::Union;
  struct Term {
    bool tilde;
    const Type* type;
  };
  explicit Union(std::vector<Term> terms) : Type(kKind), terms(std::move(terms)) {}
  std::vector<Term> terms;
};

class Interface : public Type {
 public:
  static constexpr TypeKind kKind = TypeKind::Interface;
  Interface() : Type(kKind) {}
  std::vector<const Func*> methods;   ///< declared here, in source order
  std::vector<const Type*> embedded;  ///< embedded interfaces, unions and other types
  std::vector<Pos> embedded_pos;
  bool complete = true;                                 ///< all methods and elements are there; before that it has no type set
  bool implicit = false;                                ///< the [T int|string] written without interface{}
  mutable const TypeSet* type_set = nullptr;            ///< computed on first need (type_set.h)
  mutable std::shared_ptr<const TypeSet> computed_set;  ///< its owner
};

/// A defined type, generic or instantiated or neither.
class Named : public Type {
 public:
  static constexpr TypeKind kKind = TypeKind::Named;
  explicit Named(const TypeName* object) : Type(kKind), object(object) {}
  const TypeName* object;                     ///< name, package, position
  std::vector<const TypeParam*> type_params;  ///< of a generic type
  std::vector<const Type*> type_args;         ///< of an instance
  const Named* origin = nullptr;              ///< the generic type of an instance; null otherwise
  mutable Pos instance_pos;                   ///< where an instance is first written
  /// Of a type declared inside a generic function: the function's type parameters. Inside an instance of the function
  /// it is another type, `declared` with `enclosing_args` for them.
  std::vector<const TypeParam*> enclosing_params;
  std::vector<const Type*> enclosing_args;
  const Named* declared = nullptr;
  uint64_t arguments_hash = 0;  ///< of type_args or enclosing_args
  /// The type arguments of the function that it, or its generic type, is declared in.
  const std::vector<const Type*>& outer_args() const { return origin != nullptr ? origin->enclosing_args : enclosing_args; }
  /// The declaration whose instances these are: itself, its generic type, or what either is declared as.
  const Named* declaration() const {
    const Named* generic = origin != nullptr ? origin : this;
    return generic->declared != nullptr ? generic->declared : generic;
  }
  /// Never itself Named or Alias. Of an instance made on first need.
  const Type* underlying() const;
  /// Declared methods in source order (of an instance: with substituted signatures, made on first need).
  std::span<const Func* const> methods() const;
  /// Some of them, those of this name among them: others may not be declared yet.
  std::span<const Func* const> methods_for(Symbol name) const;
  const Func* find_method(Symbol name, const Package* package) const;

  // Filled by the checker and by instantiation only.
  mutable const Type* resolved = nullptr;
  mutable const Type* rhs = nullptr;  ///< what the declaration defines it by; null while that is not known, and of instances
  mutable std::vector<const Func*> method_list;
  mutable bool methods_expanded = false;
  mutable LateObjects* late_methods = nullptr;  ///< declares those that method_list does not have yet
  class TypeStore* store = nullptr;
};

class Alias : public Type {
 public:
  static constexpr TypeKind kKind = TypeKind::Alias;
  explicit Alias(const TypeName* object) : Type(kKind), object(object) {}
  const TypeName* object;
  std::vector<const TypeParam*> type_params;
  std::vector<const Type*> type_args;
  const Alias* origin = nullptr;
  const Type* target = nullptr;  ///< null while it is being declared
};

class TypeParam : public Type {
 public:
  static constexpr TypeKind kKind = TypeKind::TypeParam;
  TypeParam(const TypeName* object, uint32_t index) : Type(kKind), object(object), index(index) {}
  const TypeName* object;
  uint32_t index;                            ///< in its list
  mutable const Type* constraint = nullptr;  ///< as written; set when the list is complete
  /// The constraint as an interface (a non-interface constraint is wrapped).
  const Interface* bound() const;
};

/// The type's text. Types of `relative_to` stand without qualifier, others with the package's name.
std::string type_string(const Type* type, const Package* relative_to);
/// What messages about a package need to tell names apart; without, nothing is told apart.
struct MessageContext {
  const Package* package = nullptr;     ///< its types stand without qualifier
  const SharedNames* shared = nullptr;  ///< names of packages for which their paths stand
  /// A type parameter with the name of a predeclared object stands with its declaration.
  const Scope* universe = nullptr;
  const SourceMap* sources = nullptr;
};
/// The same as messages have it, a space behind the commas of type argument lists.
std::string message_string(const Type* type, const MessageContext& context);

enum class ParamNames : bool { Show, Hide };
/// A signature without `func`: "(x int) error".
std::string signature_string(const Signature* type, const MessageContext& context, ParamNames names);
/// Where that leaves two types of one name: without parameters' names, all packages by their paths.
std::string signature_string_with_paths(const Signature* type);

}  // namespace govm::types
