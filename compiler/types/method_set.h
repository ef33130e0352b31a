// Fields and methods of types through embedding (spec: "Selectors", "Method sets").
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "compiler/types/object.h"
#include "compiler/types/type.h"

namespace govm::types {

/// What a selector finds.
struct Found {
  const Object* object = nullptr;  ///< Var or Func; null: none
  std::vector<uint32_t> path;      ///< as Selection::path
  bool indirect = false;           ///< a pointer was followed, the type's own included
  bool ambiguous = false;          ///< two at the same depth; object is null, path the first's
};

/// Finds the field or method `name` of T (or of *T if `addressable`: its method set then counts as
/// callable). `package` decides the identity of names that are not exported. With `fold_case` neither the package nor
/// the case of letters counts.
Found lookup_field_or_method(const Type* type, bool addressable, const Package* package, Symbol name, bool fold_case = false);

/// One method of a method set.
struct MethodEntry {
  const Func* func = nullptr;
  std::vector<uint32_t> path;  ///< embedded fields to follow, without the method's index
  bool indirect = false;       ///< as Found::indirect
};

/// All methods callable on a value of this type (spec: "Method sets"), sorted by name, then by package path for
/// names that are not exported. Of an interface: its methods.
std::vector<MethodEntry> method_set(const Type* type);

/// A method that keeps a type from implementing an interface.
struct MissingMethod {
  enum class Why : uint8_t { Absent, WrongType, PointerReceiver, Ambiguous, Field };
  const Func* method = nullptr;  ///< null: none is missing
  Why why = Why::Absent;
  const Func* found = nullptr;  ///< for WrongType the type's own method
};

/// The first method that T lacks to implement the interface. Without `static_check` an interface T only lacks what
/// contradicts. `prepare` (may be empty) is called for methods whose types may not be known yet.
MissingMethod missing_method(const Type* type, const Interface* interface, bool static_check,
                             const std::function<void(const Func*)>& prepare = {});

/// All methods of an interface, embedded ones included, sorted as method_set sorts.
const std::vector<const Func*>& interface_methods(const Interface* interface);

}  // namespace govm::types
