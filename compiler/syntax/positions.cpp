// First and last positions of nodes, as Go's compiler computes them: error messages and scopes are
// placed by these. end_pos is approximate in the same way as Go's (a parenthesized expression ends
// before its parenthesis).
#include "compiler/syntax/decl.h"

namespace govm::syntax {
namespace {

template <typename T>
const Node* last(std::span<T* const> list) {
  return list.empty() ? nullptr : list.back();
}

template <typename T>
const Node* last(std::span<T*> list) {
  return last(std::span<T* const>(list));
}

/// The first of some nodes that is present.
const Node* first_of(std::initializer_list<const Node*> nodes) {
  for (const Node* node : nodes) {
    if (node != nullptr) return node;
  }
  return nullptr;
}

Pos after(Pos pos, std::string_view text) { return pos + static_cast<uint32_t>(text.size()); }

/// The child that a node begins with, null if it begins with its own pos.
const Node* leftmost_child(const Node* node) {
  switch (node->kind) {
    case NodeKind::CompositeLit: return cast<CompositeLit>(node)->type;
    case NodeKind::KeyValueExpr: return cast<KeyValueExpr>(node)->key;
    case NodeKind::SelectorExpr: return cast<SelectorExpr>(node)->x;
    case NodeKind::IndexExpr: return cast<IndexExpr>(node)->x;
    case NodeKind::TypeAssertExpr: return cast<TypeAssertExpr>(node)->x;
    case NodeKind::TypeSwitchGuard: return first_of({cast<TypeSwitchGuard>(node)->lhs, cast<TypeSwitchGuard>(node)->x});
    case NodeKind::BinaryExpr: return cast<BinaryExpr>(node)->x;
    case NodeKind::CallExpr: return cast<CallExpr>(node)->fun;
    case NodeKind::SendStmt: return cast<SendStmt>(node)->chan;
    case NodeKind::AssignStmt: return cast<AssignStmt>(node)->lhs[0];
    case NodeKind::IncDecStmt: return cast<IncDecStmt>(node)->x;
    case NodeKind::RangeClause: {
      const auto* clause = cast<RangeClause>(node);
      return clause->lhs.empty() ? clause->x : clause->lhs[0];
    }
    default: return nullptr;
  }
}

/// The child that a node ends with; null, with `end` set, if it ends with a token of its own.
const Node* rightmost_child(const Node* node, Pos& end) {
  end = node->pos;
  auto at = [&](Pos pos) -> const Node* {
    end = pos;
    return nullptr;
  };
  switch (node->kind) {
    case NodeKind::File: return at(cast<File>(node)->eof);
    case NodeKind::ImportDecl: return cast<ImportDecl>(node)->path;
    case NodeKind::ConstDecl: {
      const auto* decl = cast<ConstDecl>(node);
      return first_of({last(decl->values), decl->type, last(decl->names)});
    }
    case NodeKind::TypeDecl: return cast<TypeDecl>(node)->type;
    case NodeKind::VarDecl: {
      const auto* decl = cast<VarDecl>(node);
      return first_of({last(decl->values), decl->type, last(decl->names)});
    }
    case NodeKind::FuncDecl: {
      const auto* decl = cast<FuncDecl>(node);
      if (decl->has_body()) return at(Pos{decl->body_text.end.offset - 1});
      return decl->type;
    }

    case NodeKind::Name: return at(after(node->pos, cast<Name>(node)->text()));
    case NodeKind::BasicLit: return at(after(node->pos, cast<BasicLit>(node)->text));
    case NodeKind::CompositeLit: return at(cast<CompositeLit>(node)->rbrace);
    case NodeKind::KeyValueExpr: return cast<KeyValueExpr>(node)->value;
    case NodeKind::FuncLit: return cast<FuncLit>(node)->body;
    case NodeKind::ParenExpr: return cast<ParenExpr>(node)->x;
    case NodeKind::SelectorExpr: return cast<SelectorExpr>(node)->sel;
    case NodeKind::IndexExpr: return last(cast<IndexExpr>(node)->indices);
    case NodeKind::SliceExpr: {
      const auto* slice = cast<SliceExpr>(node);
      return first_of({slice->index[2], slice->index[1], slice->index[0], slice->x});
    }
    case NodeKind::TypeAssertExpr: return cast<TypeAssertExpr>(node)->type;
    case NodeKind::TypeSwitchGuard: return cast<TypeSwitchGuard>(node)->x;
    case NodeKind::StarExpr: return cast<StarExpr>(node)->x;
    case NodeKind::UnaryExpr: return cast<UnaryExpr>(node)->x;
    case NodeKind::BinaryExpr: return cast<BinaryExpr>(node)->y;
    case NodeKind::CallExpr: return first_of({last(cast<CallExpr>(node)->args), cast<CallExpr>(node)->fun});
    case NodeKind::ArrayType: return cast<ArrayType>(node)->elem;
    case NodeKind::SliceType: return cast<SliceType>(node)->elem;
    case NodeKind::DotsType: return cast<DotsType>(node)->elem;
    case NodeKind::StructType: return last(cast<StructType>(node)->fields);
    case NodeKind::InterfaceType: return last(cast<InterfaceType>(node)->methods);
    case NodeKind::FuncType: return first_of({last(cast<FuncType>(node)->results), last(cast<FuncType>(node)->params)});
    case NodeKind::MapType: return cast<MapType>(node)->value;
    case NodeKind::ChanType: return cast<ChanType>(node)->elem;
    case NodeKind::Field: return first_of({cast<Field>(node)->type, cast<Field>(node)->name});

    case NodeKind::LabeledStmt: return cast<LabeledStmt>(node)->stmt;
    case NodeKind::BlockStmt: return at(cast<BlockStmt>(node)->rbrace);
    case NodeKind::ExprStmt: return cast<ExprStmt>(node)->x;
    case NodeKind::SendStmt: return cast<SendStmt>(node)->value;
    case NodeKind::DeclStmt: return last(cast<DeclStmt>(node)->decls);
    case NodeKind::AssignStmt: return last(cast<AssignStmt>(node)->rhs);
    case NodeKind::IncDecStmt: return at(node->pos + 2);
    case NodeKind::BranchStmt: return cast<BranchStmt>(node)->label;
    case NodeKind::CallStmt: return cast<CallStmt>(node)->call;
    case NodeKind::ReturnStmt: return last(cast<ReturnStmt>(node)->results);
    case NodeKind::IfStmt: return first_of({cast<IfStmt>(node)->else_, cast<IfStmt>(node)->then});
    case NodeKind::ForStmt: return cast<ForStmt>(node)->body;
    case NodeKind::SwitchStmt: return at(cast<SwitchStmt>(node)->rbrace);
    case NodeKind::SelectStmt: return at(cast<SelectStmt>(node)->rbrace);
    case NodeKind::RangeClause: return cast<RangeClause>(node)->x;
    case NodeKind::CaseClause:
      if (const Node* stmt = last(cast<CaseClause>(node)->body)) return stmt;
      return at(cast<CaseClause>(node)->colon);
    case NodeKind::CommClause:
      if (const Node* stmt = last(cast<CommClause>(node)->body)) return stmt;
      return at(cast<CommClause>(node)->colon);
    case NodeKind::BadExpr:
    case NodeKind::EmptyStmt: return nullptr;
  }
  return nullptr;
}

}  // namespace

Pos start_pos(const Node* node) {
  while (const Node* child = leftmost_child(node)) node = child;
  return node->pos;
}

Pos end_pos(const Node* node) {
  Pos end;
  while (const Node* child = rightmost_child(node, end)) node = child;
  return end;
}

}  // namespace govm::syntax
