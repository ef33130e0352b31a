// When the operands of a statement are evaluated (spec: "Order of evaluation").
//
// "All function calls, method calls, receive operations, and binary logical operations are evaluated in lexical
// left-to-right order." When variables are read in between is left open by the spec, but programs see what Go's compiler
// does: the calls of a statement come first, one after the other, and all else is evaluated where the statement takes
// effect. So `i + f()` sees what f does to i, and `a[i] = f()` the element that i names after the call.
//
// Operands evaluated early stand in Scope::bound until the statement is built.
#include <algorithm>

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

// An assignment with several operands on both sides is one of each in turn, the value, then the place, but what an earlier one of them
// may change is evaluated before. (Go's compiler decides so; the spec orders neither the operands nor the panics of places.)

bool Builder::is_behind_memory(const types::Var* var) const {
  return var->var_kind == types::VarKind::Package || cx_.decisions.is_address_taken(var) || is_heap_variable(var);
}

// The variable that an element of an array or a field is a part of; null: it is none, or lies behind a pointer.
const syntax::Expr* Builder::containing_variable(const syntax::Expr* target) const {
  target = syntax::unparen(target);
  if (const auto* index = syntax::as<syntax::IndexExpr>(target)) return is_array(type_of(index->x)) ? index->x : nullptr;
  const auto* selector = syntax::as<syntax::SelectorExpr>(target);
  const types::Selection* selection = selector != nullptr ? info_.selection_of(selector) : nullptr;
  return selection != nullptr && !selection->indirect ? selector->x : nullptr;
}

// Whether an earlier assignment may change which variable a target is.
bool Builder::leads_through_affected(const syntax::Expr* target, const Assigned& assigned) const {
  target = syntax::unparen(target);
  const auto* index = syntax::as<syntax::IndexExpr>(target);
  if (index != nullptr && is_affected(index->index(), assigned)) return true;
  if (const syntax::Expr* whole = containing_variable(target)) return leads_through_affected(whole, assigned);
  if (index != nullptr) return is_affected(index->x, assigned);
  if (const auto* star = syntax::as<syntax::StarExpr>(target)) return is_affected(star->x, assigned);
  const auto* selector = syntax::as<syntax::SelectorExpr>(target);
  const types::Selection* selection = selector != nullptr ? info_.selection_of(selector) : nullptr;
  if (selection == nullptr) return false;
  // Through embedded fields there may be another pointer on the way.
  return is_affected(selector->x, assigned) || (assigned.memory && selection->path.size() > 1);
}

void Builder::add_assigned(const syntax::Expr* target, Assigned& assigned) const {
  // To assign a part of a variable is to assign the variable.
  for (const syntax::Expr* whole = target; whole != nullptr; whole = containing_variable(whole)) target = whole;
  const auto* name = syntax::as<syntax::Name>(syntax::unparen(target));
  if (name != nullptr && name->symbol.is_blank()) return;
  const auto* var = name != nullptr ? types::as_object<types::Var>(info_.object_of(name)) : nullptr;
  if (var == nullptr) {
    assigned.memory = true;
  } else if (function_->has_defer && is_result(var)) {
    assigned.result = true;
  } else if (is_behind_memory(var)) {
    assigned.memory = true;
  } else {
    assigned.variables.push_back(var);
  }
}

// Of an expression by itself, its operands apart. True where it is not known better.
bool Builder::reads_memory(const syntax::Expr* expr) const {
  switch (expr->kind) {
    case NodeKind::Name: {
      const auto* var = types::as_object<types::Var>(info_.object_of(syntax::cast<syntax::Name>(expr)));
      return var != nullptr && is_behind_memory(var);
    }
    case NodeKind::BasicLit:
    case NodeKind::ParenExpr:
    case NodeKind::TypeAssertExpr: return false;
    case NodeKind::UnaryExpr: {
      const Operator op = syntax::cast<syntax::UnaryExpr>(expr)->op;
      return op != Operator::Add && op != Operator::Sub && op != Operator::Xor;
    }
    case NodeKind::BinaryExpr: return syntax::is_comparison(syntax::cast<syntax::BinaryExpr>(expr)->op) || types::is_string(type_of(expr));
    case NodeKind::SelectorExpr: {
      const types::Selection* selection = info_.selection_of(syntax::cast<syntax::SelectorExpr>(expr));
      return selection == nullptr || selection->kind != types::SelectionKind::Field || selection->indirect;
    }
    case NodeKind::CallExpr: {
      const auto* call = syntax::cast<syntax::CallExpr>(expr);
      if (!info_.is_type(call->fun)) return true;
      return types::is_string(type_of(call)) != types::is_string(type_of(call->args[0])) || is_slice(type_of(call));
    }
    default: return true;
  }
}

bool Builder::is_affected(const syntax::Expr* expr, const Assigned& assigned) const {
  if (assigned.result) return true;
  expr = syntax::unparen(expr);
  if (constant_of(expr) != nullptr || info_.is_type(expr) || scope_->bound.contains(expr)) return false;
  if (const auto* name = syntax::as<syntax::Name>(expr)) {
    const auto* var = types::as_object<types::Var>(info_.object_of(name));
    if (var != nullptr && std::ranges::find(assigned.variables, var) != assigned.variables.end()) return true;
  }
  if (assigned.memory && reads_memory(expr)) return true;
  bool affected = false;
  syntax::for_each_child(expr, [&](const syntax::Node* child) {
    affected |= syntax::is_expr_kind(child->kind) && is_affected(static_cast<const syntax::Expr*>(child), assigned);
  });
  return affected;
}

}  // namespace govm::ir
