// Shapes: the types that stand for type arguments in the trees of generic functions (escape-analysis.md 1.19).
//
// Generic functions are analysed once for all arguments of one underlying type; pointers share one shape where the constraint says no more
// than which methods there are. A shape is a defined type named "go.shape." and its underlying type.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/inline/text.h"
#include "compiler/types/store.h"

namespace govm::inl {

class Shapes {
 public:
  explicit Shapes(types::TypeStore& types) : types_(types) {}

  /// The shape of an argument for this parameter; of a shape itself.
  const types::Type* of(const types::Type* argument, const types::TypeParam* param);
  /// The type with all arguments of an instance made shapes where one of them has a shape: `pair[int,E]` with a shape for E is
  /// `pair[go.shape.int,go.shape.string]`.
  const types::Type* normal(const types::Type* type);
  /// Whether two types are identical when each shape is the type that it stands for.
  static bool identical(const types::Type* x, const types::Type* y);
  static bool is_shape(const types::Type* type);
  /// Whether a shape is part of the type.
  static bool has_shape(const types::Type* type);

 private:
  types::TypeStore& types_;
  std::unordered_map<std::string, const types::Named*> by_text_;
  std::unordered_map<const types::Type*, const types::Type*> normal_;
};

}  // namespace govm::inl
