// Type parameters replaced by type arguments.
#pragma once

#include <span>

#include "compiler/types/type.h"

namespace govm::types {

class Func;
class TypeStore;

/// A list of type parameters with their arguments: what an instance of a generic function or method means by
/// them. The empty one changes nothing.
struct Substitution {
  std::span<const TypeParam* const> params;
  std::span<const Type* const> args;
  bool empty() const { return params.empty(); }
  /// The argument of a parameter of the list; the parameter itself otherwise.
  const Type* operator()(const TypeParam* param) const;
};

/// The type with all parameters of the list replaced; the same pointer if nothing changes.
const Type* substitute(TypeStore& store, const Type* type, const Substitution& substitution);

/// T[args…]: the one instance of a generic type for identical arguments.
const Type* instantiate(TypeStore& store, const Named* generic, std::span<const Type* const> args);
/// The alias of an instance: the generic one's target with its parameters replaced.
const Type* instantiate(TypeStore& store, const Alias* generic, std::span<const Type* const> args);
Signature* instantiate(TypeStore& store, const Signature* generic, std::span<const Type* const> args);
/// The method of an instance: its signature with the receiver's parameters replaced.
const Func* instantiate_method(TypeStore& store, const Named* instance, const Func* method);

}  // namespace govm::types
