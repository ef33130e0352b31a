// The base of all tree nodes.
//
// Nodes live in the session's arena, are trivially destructible, and never change after parsing,
// with two exceptions: FuncDecl::body is filled on first need when bodies were skipped, and the last
// step of type checking rewrites range-over-func loops (types/range_over_func.cpp). Lists are
// std::span into the arena; a null pointer means "absent". Positions are those of Go's own
// compiler, so that diagnostics and escape verdicts come out at the same columns: a terminal's
// pos is its first byte, an operator's that of the operator token, and so on; each struct says.
#pragma once

#include <cstdint>

#include "base/check.h"
#include "base/position.h"

namespace govm::syntax {

/// The kinds of nodes; families are contiguous.
enum class NodeKind : uint8_t {
#define NODE(name) name,
#include "compiler/syntax/nodes.def"
};

#define NODE(name) struct name;
#include "compiler/syntax/nodes.def"

/// The name of a node kind, as dumps print it.
const char* node_kind_name(NodeKind kind);

/// What every node has.
struct Node {
  NodeKind kind;
  Pos pos;
};

/// Expressions and types. `id` is unique and dense in the compile session, counted from 1: side
/// tables of later stages are vectors indexed by it.
struct Expr : Node {
  uint32_t id = 0;
};

/// Statements.
struct Stmt : Node {};

/// Declarations.
struct Decl : Node {};

constexpr bool is_expr_kind(NodeKind kind) { return kind >= NodeKind::ArrayType && kind <= NodeKind::UnaryExpr; }
constexpr bool is_stmt_kind(NodeKind kind) { return kind >= NodeKind::AssignStmt && kind <= NodeKind::SwitchStmt; }
constexpr bool is_decl_kind(NodeKind kind) { return kind >= NodeKind::ConstDecl && kind <= NodeKind::VarDecl; }

/// Whether a node is a T; null is nothing.
template <typename T>
bool is(const Node* node) {
  return node != nullptr && node->kind == T::kKind;
}

/// The node as a T, or null if it is something else or null.
template <typename T>
T* as(Node* node) {
  return is<T>(node) ? static_cast<T*>(node) : nullptr;
}
template <typename T>
const T* as(const Node* node) {
  return is<T>(node) ? static_cast<const T*>(node) : nullptr;
}

/// The node as a T that it must be.
template <typename T>
T* cast(Node* node) {
  GOVM_DCHECK(is<T>(node));
  return static_cast<T*>(node);
}
template <typename T>
const T* cast(const Node* node) {
  GOVM_DCHECK(is<T>(node));
  return static_cast<const T*>(node);
}

/// Position of the first byte of a node's source text (`a` of `a + b`, whose pos is the `+`).
Pos start_pos(const Node* node);
/// A position at or just behind the end of a node's source text.
Pos end_pos(const Node* node);

}  // namespace govm::syntax
