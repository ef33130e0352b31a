// Type sets of interfaces (spec: "Interface types", "General interfaces").
#pragma once

#include <vector>

#include "compiler/types/type.h"

namespace govm::types {

/// The methods and the types that an interface admits.
class TypeSet {
 public:
  std::vector<const Func*> methods;  ///< embedded ones included, sorted by name, then package path
  bool all_types = true;             ///< no terms restrict it
  std::vector<Union::Term> terms;    ///< if not all_types; empty: no type satisfies it
  bool comparable = false;           ///< comparable is embedded

  bool has_terms() const { return !all_types; }
  /// No type is in it.
  bool is_empty() const { return !all_types && terms.empty(); }

  /// Whether the interface may only be used as a constraint.
  bool is_constraint_only() const { return comparable || !all_types; }
};

/// The type set, computed on first need. Embedded types must be declared by then.
const TypeSet& type_set_of(const Interface* interface);

/// The type set of the predeclared constraint `comparable`.
const TypeSet* comparable_type_set();

/// Calls `holds(term's type, its underlying type)` for each type in the set of a type parameter, until it is
/// false; once with nulls where any type will do. For other types: of the type itself. Returns whether it held
/// throughout.
template <typename Predicate>
bool for_each_term(const Type* type, Predicate&& holds) {
  const TypeParam* param = is_a<TypeParam>(type);
  if (param == nullptr) return holds(type, underlying(type));
  const Interface* bound = param->bound();
  if (bound == nullptr || type_set_of(bound).terms.empty()) return holds(nullptr, nullptr);
  for (const Union::Term& term : type_set_of(bound).terms) {
    if (!holds(term.type, underlying(term.type))) return false;
  }
  return true;
}

/// Whether a type is one of a term's.
bool includes(const Union::Term& term, const Type* type);

/// Order of methods in lists: by name, those not exported then by package path.
bool method_before(const Func* x, const Func* y);

}  // namespace govm::types
