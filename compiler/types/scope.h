// Scopes: names to objects, nested as blocks are (spec: "Blocks").
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/types/object.h"

namespace govm::types {

/// Declares objects of a scope when they are first asked for.
class LateObjects {
 public:
  /// Inserts the object of a name into the scope, if there is one still to come.
  virtual void declare(Symbol name) = 0;
  virtual void declare_all() = 0;
  /// Adds to a type's methods those of this name, or all.
  virtual void declare_method(const Named* type, Symbol name) = 0;
  virtual void declare_methods(const Named* type) = 0;

 protected:
  ~LateObjects() = default;
};

/// One block's names. Owned by the TypeStore.
class Scope {
 public:
  explicit Scope(Scope* parent) : parent_(parent) {}
  Scope* parent() const { return parent_; }
  /// The object of this very scope, or null.
  Object* lookup(Symbol name) const;
  /// The object visible at `pos` (none: wherever) from this scope outwards, and the scope that has it.
  Object* lookup_parent(Symbol name, Pos pos, Scope** where = nullptr) const;
  /// The first exported object of this very scope whose name differs in the case of letters at most, or null.
  const Object* lookup_ignoring_case(std::string_view name) const;
  /// Declares; returns the object already there under that name, if any (then nothing changes).
  Object* insert(Object* object);
  /// In order of declaration.
  const std::vector<Object*>& objects() const;
  /// Whoever declares the rest; null: all are there. It must outlive the scope.
  LateObjects* late = nullptr;
  bool is_function = false;  ///< the outermost block of a function: parameters and body

 private:
  Object* find(Symbol name) const;

  Scope* parent_;
  std::vector<Object*> order_;
  std::unordered_map<Symbol, Object*> names_;  ///< empty while there are few
};

}  // namespace govm::types
