// Expressions (spec: "Expressions"). Types stand in type_expr.h, but are Exprs as well: only the
// type checker can tell `a[b]` the index expression from `a[b]` the instantiated type.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "base/intern.h"
#include "compiler/syntax/node.h"
#include "compiler/syntax/token.h"

namespace govm::syntax {

/// Stands where no expression could be parsed; an error has been reported. Pos: where one was expected.
struct BadExpr : Expr {
  static constexpr NodeKind kKind = NodeKind::BadExpr;
};

/// An identifier, in expressions and wherever else one is written (declared names, labels,
/// selectors, keys of fields).
struct Name : Expr {
  static constexpr NodeKind kKind = NodeKind::Name;
  Symbol symbol;
  std::string_view text() const { return symbol.view(); }
};

/// A literal, as written. `bad` means an error has been reported and the text may be malformed.
struct BasicLit : Expr {
  static constexpr NodeKind kKind = NodeKind::BasicLit;
  std::string_view text;  ///< with quotes, prefixes and underscores; points into the file's text
  LitKind lit = LitKind::Int;
  bool bad = false;
};

/// type{elems…}. Pos: the `{`; start_pos is the type's.
struct CompositeLit : Expr {
  static constexpr NodeKind kKind = NodeKind::CompositeLit;
  Expr* type = nullptr;    ///< null where elided inside another literal
  std::span<Expr*> elems;  ///< KeyValueExpr where keyed
  uint32_t key_count = 0;  ///< how many elements are keyed
  Pos rbrace;
};

/// key: value, inside a composite literal. Pos: the colon.
struct KeyValueExpr : Expr {
  static constexpr NodeKind kKind = NodeKind::KeyValueExpr;
  Expr* key = nullptr;
  Expr* value = nullptr;
};

/// func(…) … {…}. Pos: `func`.
struct FuncLit : Expr {
  static constexpr NodeKind kKind = NodeKind::FuncLit;
  FuncType* type = nullptr;
  BlockStmt* body = nullptr;
  bool is_range_body = false;  ///< the body of a range-over-func loop, rewritten; pos is that of `for`
};

/// (x). Kept only where an error message or a rule needs it; others vanish in the parser, as in gc.
/// Pos: the `(`.
struct ParenExpr : Expr {
  static constexpr NodeKind kKind = NodeKind::ParenExpr;
  Expr* x = nullptr;
};

/// x.sel: field, method, qualified identifier or method expression. Pos: the dot.
struct SelectorExpr : Expr {
  static constexpr NodeKind kKind = NodeKind::SelectorExpr;
  Expr* x = nullptr;
  Name* sel = nullptr;
};

/// x[i], or x[T1, T2…]: instantiation of a generic function or type. Pos: the `[`.
struct IndexExpr : Expr {
  static constexpr NodeKind kKind = NodeKind::IndexExpr;
  Expr* x = nullptr;
  std::span<Expr*> indices;  ///< at least one
  Pos rbrack;
  /// The one index of an index expression.
  Expr* index() const { return indices[0]; }
};

/// x[lo:hi] or x[lo:hi:max]. Pos: the `[`.
struct SliceExpr : Expr {
  static constexpr NodeKind kKind = NodeKind::SliceExpr;
  Expr* x = nullptr;
  std::array<Expr*, 3> index{};  ///< null where absent
  bool full = false;             ///< written with two colons
  Pos rbrack;
};

/// x.(type T). Pos: the dot.
struct TypeAssertExpr : Expr {
  static constexpr NodeKind kKind = NodeKind::TypeAssertExpr;
  Expr* x = nullptr;
  Expr* type = nullptr;
};

/// [lhs :=] x.(type), only valid as the tag of a SwitchStmt. Pos: the dot.
struct TypeSwitchGuard : Expr {
  static constexpr NodeKind kKind = NodeKind::TypeSwitchGuard;
  Name* lhs = nullptr;  ///< null without :=
  Expr* x = nullptr;
};

/// *x: an indirection or a pointer type. Pos: the `*`.
struct StarExpr : Expr {
  static constexpr NodeKind kKind = NodeKind::StarExpr;
  Expr* x = nullptr;
};

/// op x with op one of + - ! ^ & <- (and ~ in constraints). Pos: the operator.
struct UnaryExpr : Expr {
  static constexpr NodeKind kKind = NodeKind::UnaryExpr;
  Operator op = Operator::None;
  Expr* x = nullptr;
};

/// x op y (in constraints `|` forms a union). Pos: the operator.
struct BinaryExpr : Expr {
  static constexpr NodeKind kKind = NodeKind::BinaryExpr;
  Operator op = Operator::None;
  Expr* x = nullptr;
  Expr* y = nullptr;
};

/// fun(args…): call, conversion or built-in. Pos: the `(`.
struct CallExpr : Expr {
  static constexpr NodeKind kKind = NodeKind::CallExpr;
  Expr* fun = nullptr;
  std::span<Expr*> args;
  bool has_dots = false;  ///< the last argument is followed by ...
  Pos rparen;
};

/// The expression without enclosing ParenExprs.
Expr* unparen(Expr* expr);
const Expr* unparen(const Expr* expr);

}  // namespace govm::syntax
