// Objects: what a declared name stands for (spec: "Declarations and scope").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/intern.h"
#include "base/position.h"
#include "compiler/constant/value.h"
#include "compiler/types/type.h"

namespace govm::syntax {
struct BasicLit;
struct File;
struct FuncDecl;
struct FuncLit;
struct Name;
struct Node;
}  // namespace govm::syntax

namespace govm::types {

class Scope;

enum class ObjectKind : uint8_t { Const, TypeName, Var, Func, PkgName, Builtin, Nil, Label };

class Object;

/// Declares a package's objects when they are first needed.
class LateDeclarations {
 public:
  virtual void declare(const Object* object) = 0;

 protected:
  ~LateDeclarations() = default;
};

/// A package: its scope, what it imports, how its variables are initialised.
class Package {
 public:
  std::string path;  ///< import path; "main" for a program
  Symbol name;
  Scope* scope = nullptr;
  std::vector<const Package*> imports;  ///< direct, in order of first mention
  std::vector<syntax::File*> files;
  bool is_std = false;               ///< declarations and bodies are checked on first need
  LateDeclarations* late = nullptr;  ///< of std once its objects are collected; otherwise all are declared at once
  bool is_user = false;              ///< named on the command line or of its module
  std::string go_version;            ///< "go1.27", or of go.mod
  std::vector<Pos> local_types;      ///< where types are declared inside functions, in order of checking
};

/// Where the text of one of its files begins; none if it has no file of this name.
Pos begin_of_file(const Package& package, std::string_view name);

/// Base of all objects.
class Object {
 public:
  Object(ObjectKind kind, Pos pos, const Package* package, Symbol name) : kind(kind), pos(pos), package(package), name(name) {}
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  virtual ~Object() = default;

  const ObjectKind kind;
  Pos pos;                 ///< of the declared name; none for predeclared objects
  const Package* package;  ///< null for predeclared objects
  Symbol name;
  const Type* type = nullptr;                                              ///< null while not yet resolved
  Scope* parent = nullptr;                                                 ///< the scope it is declared in; null for fields and methods
  Pos scope_start;                                                         ///< from where on the name is visible in a function's block
  uint32_t order = 0;                                                      ///< of package-level objects: order of declaration, from 1
  enum class Color : uint8_t { White, Gray, Black } color = Color::White;  ///< progress of resolution

  bool is_exported() const;
  /// Has the object declared if its package does that late. Names and methods are asked for it where they are found.
  void need() const {
    if (type == nullptr && package != nullptr && package->late != nullptr) package->late->declare(this);
  }
};

bool is_exported_name(std::string_view name);
/// Whether two names differ in the case of letters at most.
bool equal_fold(std::string_view x, std::string_view y);

/// The object as the given class, else null.
template <class T>
T* as_object(Object* object) {
  return object && object->kind == T::kKind ? static_cast<T*>(object) : nullptr;
}
template <class T>
const T* as_object(const Object* object) {
  return object && object->kind == T::kKind ? static_cast<const T*>(object) : nullptr;
}

class Const : public Object {
 public:
  static constexpr ObjectKind kKind = ObjectKind::Const;
  Const(Pos pos, const Package* package, Symbol name) : Object(kKind, pos, package, name) {}
  constant::Value value;
};

class TypeName : public Object {
 public:
  static constexpr ObjectKind kKind = ObjectKind::TypeName;
  TypeName(Pos pos, const Package* package, Symbol name) : Object(kKind, pos, package, name) {}
  bool is_alias() const;
  /// Declared inside a function: its identity needs the place.
  bool is_local = false;
};

enum class VarKind : uint8_t { Package, Local, Receiver, Param, Result, Field };

/// A variable, parameter, result or field.
class Var : public Object {
 public:
  static constexpr ObjectKind kKind = ObjectKind::Var;
  Var(Pos pos, const Package* package, Symbol name, VarKind var_kind) : Object(kKind, pos, package, name), var_kind(var_kind) {}
  VarKind var_kind;
  bool embedded = false;      ///< field without name
  mutable bool used = false;  ///< for "declared and not used"
  bool left_out = false;      ///< package variable nothing named before its initialiser would have run
  uint32_t id = 0;            ///< dense in the session: side tables are vectors
  uint32_t field_index = 0;   ///< position in its struct, parameter or result list
  /// Where it is declared: a FuncDecl or FuncLit; null for package variables and fields.
  const syntax::Node* function = nullptr;
  const Var* origin = nullptr;  ///< of a substituted field or parameter the one of the generic declaration
};

class Func : public Object {
 public:
  static constexpr ObjectKind kKind = ObjectKind::Func;
  Func(Pos pos, const Package* package, Symbol name) : Object(kKind, pos, package, name) {}
  syntax::FuncDecl* decl = nullptr;  ///< null for methods of interfaces and predeclared ones
  const Func* origin = nullptr;      ///< of a method of an instance the one of the generic type
  bool pointer_receiver = false;
  mutable bool body_checked = false;
  uint32_t id = 0;  ///< dense in the session
  const Signature* signature() const {
    need();
    return static_cast<const Signature*>(type);
  }
  /// "main.f", "main.(*T).m", "main.T.m", "main.(*T[...]).m": as Go names the function.
  std::string full_name() const;
};

class PkgName : public Object {
 public:
  static constexpr ObjectKind kKind = ObjectKind::PkgName;
  PkgName(Pos pos, const Package* package, Symbol name, const Package* imported) : Object(kKind, pos, package, name), imported(imported) {}
  const Package* imported;
  mutable bool used = false;
};

enum class BuiltinId : uint8_t {
  Append,
  Cap,
  Clear,
  Close,
  Complex,
  Copy,
  Delete,
  Imag,
  Len,
  Make,
  Max,
  Min,
  New,
  Panic,
  Print,
  Println,
  Real,
  Recover,
  UnsafeAdd,
  UnsafeAlignof,
  UnsafeOffsetof,
  UnsafeSizeof,
  UnsafeSlice,
  UnsafeSliceData,
  UnsafeString,
  UnsafeStringData,
  // Without names; what range-over-func loops are rewritten to calls them (range_over_func.cpp).
  DeferRangeFunc,   ///< the token of this frame, which defer statements in the loops' bodies name
  PanicRangeState,  ///< the run-time panic of a body called in the given state
};

class Builtin : public Object {
 public:
  static constexpr ObjectKind kKind = ObjectKind::Builtin;
  Builtin(Symbol name, BuiltinId id) : Object(kKind, Pos(), nullptr, name), id(id) {}
  BuiltinId id;
};

class Nil : public Object {
 public:
  static constexpr ObjectKind kKind = ObjectKind::Nil;
  explicit Nil(Symbol name) : Object(kKind, Pos(), nullptr, name) {}
};

}  // namespace govm::types
