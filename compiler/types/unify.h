// Type unification (spec: "Type unification"): finds types for bound type parameters that make two types equal.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "compiler/types/context.h"

namespace govm::types {

/// How equal two types must become. Element types are matched exactly where the whole is matched loosely.
enum class Match : uint8_t {
  Loose,       ///< a defined type equals its underlying type literal
  Assignable,  ///< as Loose, and so that a value of y may be assigned to x
  Exact,       ///< identical
};

/// A unification in progress: bound type parameters with what is known of them.
class Unifier {
 public:
  /// `args` may be shorter than `params` and hold nulls: not known.
  Unifier(const std::vector<const TypeParam*>& params, const std::vector<const Type*>& args);

  /// Makes the types equal, where possible by finding arguments; what was found stays even on failure.
  bool unify(const Type* x, const Type* y, Match match) { return unify_types(x, y, match, nullptr); }

  /// The type found for the i-th parameter, or null.
  const Type* at(size_t i) const { return types_[slot_[i]]; }
  void set(size_t i, const Type* type) { types_[slot_[i]] = type; }
  size_t unknown_count() const;
  std::vector<const Type*> inferred() const;

 private:
  /// Interfaces being compared, innermost first: a pair met again is taken for equal.
  struct Pair {
    const Interface* x;
    const Interface* y;
    const Pair* outer;
  };

  static constexpr size_t kUnbound = SIZE_MAX;
  static constexpr int kDepthLimit = 100;

  size_t bound_index(const Type* type) const;
  bool unify_types(const Type* x, const Type* y, Match match, const Pair* pairs);
  bool unify_steps(const Type* x, const Type* y, Match match, const Pair* pairs);
  bool unify_bound(size_t param, const Type* y, Match match, const Pair* pairs);
  bool join(size_t p, size_t q);
  bool unify_interfaces(const Interface* x, const Interface* y, const Pair* pairs);
  bool unify_methods(const Interface* interface, const Type* type, const Pair* pairs);
  bool unify_structure(const Type* x, const Type* y, Match match, const Pair* pairs);
  bool unify_vars(const std::vector<const Var*>& x, const std::vector<const Var*>& y, Match match, const Pair* pairs);

  const std::vector<const TypeParam*>& params_;
  std::vector<size_t> slot_;        // of each parameter; joined parameters share one
  std::vector<const Type*> types_;  // by slot
  int depth_ = 0;
};

}  // namespace govm::types
