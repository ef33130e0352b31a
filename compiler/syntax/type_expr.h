// Type literals (spec: "Types"). A pointer type is a StarExpr, a named one a Name, SelectorExpr or
// IndexExpr (instantiated), all in expr.h.
#pragma once

#include <span>

#include "compiler/syntax/expr.h"

namespace govm::syntax {

/// [len]elem. Pos: the `[`.
struct ArrayType : Expr {
  static constexpr NodeKind kKind = NodeKind::ArrayType;
  Expr* len = nullptr;  ///< null means [...]
  Expr* elem = nullptr;
};

/// []elem. Pos: the `[`.
struct SliceType : Expr {
  static constexpr NodeKind kKind = NodeKind::SliceType;
  Expr* elem = nullptr;
};

/// ...elem, the type of a final parameter. Pos: the `...`.
struct DotsType : Expr {
  static constexpr NodeKind kKind = NodeKind::DotsType;
  Expr* elem = nullptr;
};

/// map[key]value. Pos: `map`.
struct MapType : Expr {
  static constexpr NodeKind kKind = NodeKind::MapType;
  Expr* key = nullptr;
  Expr* value = nullptr;
};

enum class ChanDir : uint8_t { Both, SendOnly, RecvOnly };

/// chan elem, chan<- elem, <-chan elem. Pos: the first token.
struct ChanType : Expr {
  static constexpr NodeKind kKind = NodeKind::ChanType;
  ChanDir dir = ChanDir::Both;
  Expr* elem = nullptr;
};

/// A struct field, parameter, result, type parameter, interface method or embedded element.
/// Names declared in a list share one type expression (the same pointer). Pos: the name, or the
/// type's first token where there is no name.
struct Field : Node {
  static constexpr NodeKind kKind = NodeKind::Field;
  Name* name = nullptr;     ///< null: embedded field or element, unnamed parameter
  Expr* type = nullptr;     ///< FuncType for a method of an interface
  BasicLit* tag = nullptr;  ///< struct fields only
};

/// struct {…}. Pos: `struct`.
struct StructType : Expr {
  static constexpr NodeKind kKind = NodeKind::StructType;
  std::span<Field*> fields;
};

/// interface {…}: methods have a name, embedded elements do not. Pos: `interface`.
struct InterfaceType : Expr {
  static constexpr NodeKind kKind = NodeKind::InterfaceType;
  std::span<Field*> methods;
};

/// The signature of a function. Either all parameters are named or none, likewise results.
/// Pos: what follows `func` or the name: the `(`, or the `[` of type parameters.
struct FuncType : Expr {
  static constexpr NodeKind kKind = NodeKind::FuncType;
  std::span<Field*> params;
  std::span<Field*> results;
};

}  // namespace govm::syntax
