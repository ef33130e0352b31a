// One walker over all nodes: the only place that lists the children of each kind.
//
// A type expression shared by several fields (`a, b int`) is visited once.
#pragma once

#include "compiler/syntax/decl.h"

namespace govm::syntax {

/// Calls `visit(child)` for each child of `node` that is present, in source order. A body that was
/// skipped counts as absent.
template <typename Visitor>
void for_each_child(const Node* node, Visitor&& visit) {
  auto one = [&](const Node* child) {
    if (child != nullptr) visit(child);
  };
  auto all = [&](const auto& list) {
    for (const auto* child : list) one(child);
  };
  // Fields that share a type: names first, the type once.
  auto fields = [&](std::span<Field* const> list) {
    for (const Field* field : list) one(field);
  };
  switch (node->kind) {
    case NodeKind::ArrayType: {
      const auto* n = cast<ArrayType>(node);
      one(n->len);
      one(n->elem);
      return;
    }
    case NodeKind::BadExpr:
    case NodeKind::BasicLit:
    case NodeKind::Name:
    case NodeKind::EmptyStmt: return;
    case NodeKind::BinaryExpr: {
      const auto* n = cast<BinaryExpr>(node);
      one(n->x);
      one(n->y);
      return;
    }
    case NodeKind::CallExpr: {
      const auto* n = cast<CallExpr>(node);
      one(n->fun);
      all(n->args);
      return;
    }
    case NodeKind::ChanType: return one(cast<ChanType>(node)->elem);
    case NodeKind::CompositeLit: {
      const auto* n = cast<CompositeLit>(node);
      one(n->type);
      all(n->elems);
      return;
    }
    case NodeKind::DotsType: return one(cast<DotsType>(node)->elem);
    case NodeKind::FuncLit: {
      const auto* n = cast<FuncLit>(node);
      one(n->type);
      one(n->body);
      return;
    }
    case NodeKind::FuncType: {
      const auto* n = cast<FuncType>(node);
      fields(n->params);
      fields(n->results);
      return;
    }
    case NodeKind::IndexExpr: {
      const auto* n = cast<IndexExpr>(node);
      one(n->x);
      all(n->indices);
      return;
    }
    case NodeKind::InterfaceType: return fields(cast<InterfaceType>(node)->methods);
    case NodeKind::KeyValueExpr: {
      const auto* n = cast<KeyValueExpr>(node);
      one(n->key);
      one(n->value);
      return;
    }
    case NodeKind::MapType: {
      const auto* n = cast<MapType>(node);
      one(n->key);
      one(n->value);
      return;
    }
    case NodeKind::ParenExpr: return one(cast<ParenExpr>(node)->x);
    case NodeKind::SelectorExpr: {
      const auto* n = cast<SelectorExpr>(node);
      one(n->x);
      one(n->sel);
      return;
    }
    case NodeKind::SliceExpr: {
      const auto* n = cast<SliceExpr>(node);
      one(n->x);
      all(n->index);
      return;
    }
    case NodeKind::SliceType: return one(cast<SliceType>(node)->elem);
    case NodeKind::StarExpr: return one(cast<StarExpr>(node)->x);
    case NodeKind::StructType: return fields(cast<StructType>(node)->fields);
    case NodeKind::TypeAssertExpr: {
      const auto* n = cast<TypeAssertExpr>(node);
      one(n->x);
      one(n->type);
      return;
    }
    case NodeKind::TypeSwitchGuard: {
      const auto* n = cast<TypeSwitchGuard>(node);
      one(n->lhs);
      one(n->x);
      return;
    }
    case NodeKind::UnaryExpr: return one(cast<UnaryExpr>(node)->x);

    case NodeKind::AssignStmt: {
      const auto* n = cast<AssignStmt>(node);
      all(n->lhs);
      all(n->rhs);
      return;
    }
    case NodeKind::BlockStmt: return all(cast<BlockStmt>(node)->list);
    case NodeKind::BranchStmt: return one(cast<BranchStmt>(node)->label);
    case NodeKind::CallStmt: {
      const auto* n = cast<CallStmt>(node);
      one(n->call);
      one(n->defer_at);
      return;
    }
    case NodeKind::DeclStmt: return all(cast<DeclStmt>(node)->decls);
    case NodeKind::ExprStmt: return one(cast<ExprStmt>(node)->x);
    case NodeKind::ForStmt: {
      const auto* n = cast<ForStmt>(node);
      one(n->init);
      one(n->cond);
      one(n->post);
      one(n->range);
      one(n->body);
      return;
    }
    case NodeKind::IfStmt: {
      const auto* n = cast<IfStmt>(node);
      one(n->init);
      one(n->cond);
      one(n->then);
      one(n->else_);
      return;
    }
    case NodeKind::IncDecStmt: return one(cast<IncDecStmt>(node)->x);
    case NodeKind::LabeledStmt: {
      const auto* n = cast<LabeledStmt>(node);
      one(n->label);
      one(n->stmt);
      return;
    }
    case NodeKind::ReturnStmt: return all(cast<ReturnStmt>(node)->results);
    case NodeKind::SelectStmt: return all(cast<SelectStmt>(node)->body);
    case NodeKind::SendStmt: {
      const auto* n = cast<SendStmt>(node);
      one(n->chan);
      one(n->value);
      return;
    }
    case NodeKind::SwitchStmt: {
      const auto* n = cast<SwitchStmt>(node);
      one(n->init);
      one(n->tag);
      all(n->body);
      return;
    }

    case NodeKind::ConstDecl: {
      const auto* n = cast<ConstDecl>(node);
      all(n->names);
      one(n->type);
      all(n->values);
      return;
    }
    case NodeKind::FuncDecl: {
      const auto* n = cast<FuncDecl>(node);
      one(n->recv);
      one(n->name);
      fields(n->type_params);
      one(n->type);
      one(n->body);
      return;
    }
    case NodeKind::ImportDecl: {
      const auto* n = cast<ImportDecl>(node);
      one(n->local_name);
      one(n->path);
      return;
    }
    case NodeKind::TypeDecl: {
      const auto* n = cast<TypeDecl>(node);
      one(n->name);
      fields(n->type_params);
      one(n->type);
      return;
    }
    case NodeKind::VarDecl: {
      const auto* n = cast<VarDecl>(node);
      all(n->names);
      one(n->type);
      all(n->values);
      return;
    }

    case NodeKind::CaseClause: {
      const auto* n = cast<CaseClause>(node);
      all(n->cases);
      all(n->body);
      return;
    }
    case NodeKind::CommClause: {
      const auto* n = cast<CommClause>(node);
      one(n->comm);
      all(n->body);
      return;
    }
    case NodeKind::Field: {
      const auto* n = cast<Field>(node);
      one(n->name);
      one(n->type);
      one(n->tag);
      return;
    }
    case NodeKind::File: {
      const auto* n = cast<File>(node);
      one(n->package_name);
      all(n->decls);
      return;
    }
    case NodeKind::RangeClause: {
      const auto* n = cast<RangeClause>(node);
      all(n->lhs);
      one(n->x);
      return;
    }
  }
}

/// Walks the tree in source order; `enter(node)` returns whether to go into the node's children.
template <typename Enter>
void walk(const Node* node, Enter&& enter) {
  if (node == nullptr || !enter(node)) return;
  for_each_child(node, [&](const Node* child) { walk(child, enter); });
}

}  // namespace govm::syntax
