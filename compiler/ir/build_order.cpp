// When the operands of a statement are evaluated (spec: "Order of evaluation").
//
// "All function calls, method calls, receive operations, and binary logical operations are evaluated in lexical
// left-to-right order." When variables are read in between is left open by the spec, but programs see what Go's compiler
// does: the calls of a statement come first, one after the other, and all else is evaluated where the statement takes
// effect. So `i + f()` sees what f does to i, and `a[i] = f()` the element that i names after the call.
//
// Operands evaluated early stand in Scope::bound until the statement is built.
#include "compiler/ir/builder.h"
#include "compiler/syntax/visit.h"

namespace govm::ir {

using syntax::NodeKind;
using syntax::Operator;

Builder::EarlyOperands::~EarlyOperands() {
  for (; scope_.early.size() > mark_; scope_.early.pop_back()) scope_.bound.erase(scope_.early.back());
}

void Builder::EarlyOperands::add(const syntax::Expr* expr) {
  if (expr == nullptr) return;
  pending_.push_back({expr, false});
  flush_at_calls_of(expr);
}

void Builder::EarlyOperands::add_values(std::span<syntax::Expr* const> list, size_t wanted) {
  const bool several = list.size() == 1 && wanted > 1;
  if (!several) return add(list);
  if (!builder_.has_calls(list[0])) return;
  const syntax::Expr* expr = syntax::unparen(list[0]);
  pending_.push_back({expr, true});
  flush_at_calls_of(expr);
  builder_.bind_early(expr, builder_.build_multi(expr));
}

void Builder::EarlyOperands::add_operands_of(const syntax::Expr* expr) {
  pending_.push_back({syntax::unparen(expr), true});
  flush_at_calls_of(expr);
}

void Builder::EarlyOperands::flush_at_calls_of(const syntax::Expr* expr) {
  if (!builder_.has_calls(expr)) return;
  for (const Pending& operand : std::exchange(pending_, {})) {
    if (operand.operands_only) {
      builder_.evaluate_children_early(operand.expr);
    } else {
      builder_.evaluate_early(operand.expr);
    }
  }
}

void Builder::evaluate_children_early(const syntax::Expr* expr) {
  // append(s, make([]T, n)...) makes no slice.
  if (const auto* call = syntax::as<syntax::CallExpr>(expr); call != nullptr && call->has_dots) {
    if (const syntax::Expr* length = length_of_made_slice(call->args.back())) {
      for (const syntax::Expr* arg : call->args.first(call->args.size() - 1)) evaluate_early(arg);
      return evaluate_early(length);
    }
  }
  syntax::for_each_child(expr, [&](const syntax::Node* child) {
    if (syntax::is_expr_kind(child->kind)) evaluate_early(static_cast<const syntax::Expr*>(child));
  });
}

// The value of x and y decides whether y is evaluated, and the entries of a map literal are statements of their own:
// such operands are built as wholes.
bool Builder::is_sequence(const syntax::Expr* expr) const {
  if (const auto* binary = syntax::as<syntax::BinaryExpr>(expr)) {
    return binary->op == Operator::AndAnd || binary->op == Operator::OrOr;
  }
  const auto* literal = syntax::as<syntax::CompositeLit>(expr);
  return literal != nullptr && is_map(literal_type(literal));
}

// Operands that Go's compiler gives a variable of their own at their turn, besides calls and receive operations.
bool Builder::is_copied_at_its_turn(const syntax::Expr* expr) const {
  switch (expr->kind) {
    case NodeKind::SliceExpr: return true;
    case NodeKind::TypeAssertExpr: {
      const Type* type = type_of(expr);
      return types::is_interface(type) || !types::is_pointer_shaped(type);
    }
    case NodeKind::UnaryExpr: return syntax::cast<syntax::UnaryExpr>(expr)->op == Operator::Recv;
    case NodeKind::CallExpr: {
      const auto* call = syntax::cast<syntax::CallExpr>(expr);
      return !info_.is_type(call->fun) || (is_slice(type_of(call)) && types::is_string(type_of(call->args[0])));
    }
    default: return false;
  }
}

void Builder::evaluate_early(const syntax::Expr* expr) {
  expr = syntax::unparen(expr);
  if (expr->kind == NodeKind::FuncLit || constant_of(expr) != nullptr || info_.is_type(expr) || scope_->bound.contains(expr)) return;
  const bool whole = is_sequence(expr);
  if (!whole) evaluate_children_early(expr);
  if (!whole && !is_copied_at_its_turn(expr)) return;
  std::vector<Datum> data;
  if (types::is_a<types::Tuple>(info_.type_of(expr)) != nullptr) {
    data = build_multi(expr);
  } else {
    data.push_back(build_expr(expr));
  }
  bind_early(expr, std::move(data));
}

void Builder::bind_early(const syntax::Expr* expr, std::vector<Datum> data) {
  for (Datum& datum : data) datum = copy_to_temporary(datum);
  scope_->bound[expr] = std::move(data);
  scope_->early.push_back(expr);
}

// What leads to the target of an assignment is read behind the assigned value: a[b[i]] = c[j] looks at c first. But operands that are
// computed have variables of their own, made before: those of a[b[i]+1]. It can only be seen where they may panic.
void Builder::compute_operands_of(const syntax::Expr* place) {
  place = syntax::unparen(place);
  if (constant_of(place) != nullptr || info_.is_type(place) || scope_->bound.contains(place)) return;
  switch (place->kind) {
    case NodeKind::Name: return;
    case NodeKind::StarExpr: return compute_operands_of(syntax::cast<syntax::StarExpr>(place)->x);
    case NodeKind::SelectorExpr: return compute_operands_of(syntax::cast<syntax::SelectorExpr>(place)->x);
    case NodeKind::IndexExpr:
      compute_operands_of(syntax::cast<syntax::IndexExpr>(place)->x);
      return compute_operands_of(syntax::cast<syntax::IndexExpr>(place)->index());
    case NodeKind::BinaryExpr:
    case NodeKind::UnaryExpr:
    case NodeKind::CallExpr: break;
    default: return;
  }
  bool may_panic = false;
  syntax::for_each_child(
      place, [&](const syntax::Node* child) { may_panic |= child->kind != NodeKind::Name && child->kind != NodeKind::BasicLit; });
  const auto* binary = syntax::as<syntax::BinaryExpr>(place);
  may_panic |= binary != nullptr && (binary->op == Operator::Div || binary->op == Operator::Rem || syntax::is_shift(binary->op));
  if (may_panic) bind_early(place, {build_expr(place)});
}

}  // namespace govm::ir
