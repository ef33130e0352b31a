// The owner of all types, objects and scopes of a compile session; makes and hash-conses types.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/intern.h"
#include "compiler/types/object.h"
#include "compiler/types/scope.h"
#include "compiler/types/type.h"

namespace govm::types {

/// Lives as long as the session. Nothing is freed before.
class TypeStore {
 public:
  explicit TypeStore(Interner& interner);
  ~TypeStore();
  TypeStore(const TypeStore&) = delete;
  TypeStore& operator=(const TypeStore&) = delete;

  Interner& interner() { return interner_; }
  /// The predeclared names (spec: "Predeclared identifiers"), and package unsafe.
  Scope* universe() const { return universe_; }
  Package* unsafe_package() const { return unsafe_; }
  const Basic* basic(BasicKind kind) const;
  const Type* byte_type() const;  ///< uint8 under its other name
  const Type* rune_type() const;
  const Type* any_type() const;
  const Type* error_type() const;
  const Type* comparable_type() const;
  const Interface* empty_interface() const;

  /// int for untyped int, and so on (spec: "Constants"); other types unchanged.
  const Type* default_type(const Type* type) const;

  const Pointer* pointer_to(const Type* elem);
  const Slice* slice_of(const Type* elem);
  const Array* array_of(const Type* elem, int64_t length);
  const Map* map_of(const Type* key, const Type* elem);
  const Chan* chan_of(ChanDir dir, const Type* elem);
  const Tuple* tuple_of(std::vector<const Var*> vars);
  /// T[args…]: the one instance of a generic type for identical arguments.
  const Named* instance_of(const Named* generic, std::span<const Type* const> args);
  /// A type declared inside a generic function, as it is where the function's type parameters are these.
  const Named* local_instance_of(const Named* declared, std::span<const Type* const> enclosing_args);
  /// The one pointer of a finished type: equal for identical types.
  const Type* canonical(const Type* type);

  /// Makes and owns a type, object or scope.
  template <class T, class... Args>
  T* make(Args&&... args) {
    auto owned = std::make_unique<T>(std::forward<Args>(args)...);
    T* raw = owned.get();
    own(std::move(owned));
    return raw;
  }
  Scope* make_scope(Scope* parent);
  Package* make_package(std::string path, Symbol name);
  Var* make_var(Pos pos, const Package* package, Symbol name, const Type* type, VarKind kind);
  Func* make_func(Pos pos, const Package* package, Symbol name);
  uint32_t var_count() const { return next_var_; }
  uint32_t func_count() const { return next_func_; }

 private:
  struct Tables;
  void own(std::unique_ptr<Type> type);
  void own(std::unique_ptr<Object> object);
  void declare_universe();

  Interner& interner_;
  std::unique_ptr<Tables> tables_;
  Scope* universe_ = nullptr;
  Package* unsafe_ = nullptr;
  uint32_t next_var_ = 0;
  uint32_t next_func_ = 0;
};

}  // namespace govm::types
