// Statements (spec: "Statements").
#pragma once

#include <span>

#include "compiler/syntax/expr.h"

namespace govm::syntax {

/// Nothing. Pos: where a statement could have stood.
struct EmptyStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::EmptyStmt;
};

/// label: stmt. Pos: the colon.
struct LabeledStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::LabeledStmt;
  Name* label = nullptr;
  Stmt* stmt = nullptr;
};

/// {…}. Pos: the `{`.
struct BlockStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::BlockStmt;
  std::span<Stmt*> list;
  Pos rbrace;
};

/// An expression used for its effect. Pos: the expression's pos.
struct ExprStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::ExprStmt;
  Expr* x = nullptr;
};

/// chan <- value. Pos: the arrow.
struct SendStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::SendStmt;
  Expr* chan = nullptr;
  Expr* value = nullptr;
};

/// const, type or var inside a function. Pos: the keyword.
struct DeclStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::DeclStmt;
  std::span<Decl*> decls;
};

/// lhs = rhs, lhs := rhs, lhs op= rhs. Pos: the assignment operator.
struct AssignStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::AssignStmt;
  Operator op = Operator::None;  ///< None for = and :=
  bool define = false;           ///< :=
  std::span<Expr*> lhs;
  std::span<Expr*> rhs;
};

/// x++ or x--. Pos: the operator.
struct IncDecStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::IncDecStmt;
  Operator op = Operator::Add;  ///< Add or Sub
  Expr* x = nullptr;
};

/// break, continue, fallthrough, goto. Pos: the keyword.
struct BranchStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::BranchStmt;
  Token token = Token::Break;
  Name* label = nullptr;  ///< null where none is written
  /// Where the branch leads, filled by the parser (null after an error, and for fallthrough): a
  /// LabeledStmt for goto, else the ForStmt, SwitchStmt or SelectStmt that is left or continued.
  Stmt* target = nullptr;
};

/// go call or defer call. Pos: the keyword.
struct CallStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::CallStmt;
  Token token = Token::Go;   ///< Go or Defer
  Expr* call = nullptr;      ///< a CallExpr in valid programs; the type checker complains otherwise
  Name* defer_at = nullptr;  ///< of a defer in a rewritten range-over-func body: the frame it belongs to
};

/// return results. Pos: the keyword.
struct ReturnStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::ReturnStmt;
  std::span<Expr*> results;
};

/// if init; cond {…} else …. Pos: the keyword.
struct IfStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::IfStmt;
  Stmt* init = nullptr;
  Expr* cond = nullptr;
  BlockStmt* then = nullptr;
  Stmt* else_ = nullptr;  ///< null, an IfStmt or a BlockStmt
};

/// The clause `lhs := range x` of a for statement. Pos: `range`.
struct RangeClause : Node {
  static constexpr NodeKind kKind = NodeKind::RangeClause;
  std::span<Expr*> lhs;  ///< empty without = or :=; more than two are the type checker's complaint
  bool define = false;   ///< :=
  Expr* x = nullptr;
};

/// for init; cond; post {…} or for range. Pos: the keyword.
struct ForStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::ForStmt;
  Stmt* init = nullptr;
  Expr* cond = nullptr;
  Stmt* post = nullptr;
  RangeClause* range = nullptr;  ///< if set, init, cond and post are null
  BlockStmt* body = nullptr;
};

/// case cases: body. Pos: the keyword.
struct CaseClause : Node {
  static constexpr NodeKind kKind = NodeKind::CaseClause;
  std::span<Expr*> cases;  ///< empty for default
  std::span<Stmt*> body;
  Pos colon;
  bool is_default() const { return cases.empty(); }
};

/// An expression or type switch. Pos: the keyword.
struct SwitchStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::SwitchStmt;
  Stmt* init = nullptr;
  Expr* tag = nullptr;  ///< a TypeSwitchGuard makes it a type switch; null stands for true
  std::span<CaseClause*> body;
  Pos rbrace;
};

/// case comm: body. Pos: the keyword.
struct CommClause : Node {
  static constexpr NodeKind kKind = NodeKind::CommClause;
  Stmt* comm = nullptr;  ///< null for default; a SendStmt, or an ExprStmt or AssignStmt that receives
  std::span<Stmt*> body;
  Pos colon;
  bool is_default() const { return comm == nullptr; }
};

/// select {…}. Pos: the keyword.
struct SelectStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::SelectStmt;
  std::span<CommClause*> body;
  Pos rbrace;
};

}  // namespace govm::syntax
