// Expression and type switches (spec: "Switch statements").
#include <algorithm>

#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

using types::as_object;

void Builder::build_clause_bodies(const syntax::SwitchStmt* stmt, std::span<Block* const> bodies, Block* leave) {
  Block* outer = scope_->fallthrough;
  for (size_t i = 0; i < stmt->body.size(); ++i) {
    start(bodies[i]);  // the clause before may still fall through to it
    scope_->fallthrough = i + 1 < bodies.size() ? bodies[i + 1] : nullptr;
    build_list(stmt->body[i]->body);
    jump(leave);
  }
  scope_->fallthrough = outer;
  for (Block* body : bodies) seal(body);
}

void Builder::build_switch(const syntax::SwitchStmt* stmt) {
  if (stmt->init != nullptr) build_statement(stmt->init);
  pos_ = stmt->pos;
  std::optional<Datum> tag;
  if (stmt->tag != nullptr) {
    EarlyOperands early(*this);
    early.add(stmt->tag);
    const Type* type = types_.default_type(type_of(stmt->tag));
    const bool only_constants = std::ranges::all_of(stmt->body, [&](const syntax::CaseClause* clause) {
      return std::ranges::all_of(clause->cases, [&](const syntax::Expr* expr) { return info_.is_constant(expr); });
    });
    tag = only_constants ? build_text_to_read(stmt->tag, type) : copy_to_temporary(build_as(stmt->tag, type));
  }
  Block* leave = new_block();
  scope_->branch_targets[stmt] = {leave, nullptr};
  std::vector<Block*> bodies;
  Block* otherwise = leave;
  for (const syntax::CaseClause* clause : stmt->body) {
    bodies.push_back(new_block());
    if (clause->is_default()) otherwise = bodies.back();
  }
  for (size_t i = 0; i < stmt->body.size(); ++i) {
    for (const syntax::Expr* expr : stmt->body[i]->cases) {
      Block* next = new_block();
      pos_ = expr->pos;
      if (!tag && !types::is_interface(type_of(expr))) {
        build_condition(expr, bodies[i], next);
      } else {
        // A missing tag is true.
        Datum wanted = tag ? *tag : single(basic(types::BasicKind::Bool), constant(1, basic(types::BasicKind::Bool)));
        branch(build_case_match(wanted, expr), bodies[i], next);
      }
      start_sealed(next);
    }
  }
  jump(otherwise);
  build_clause_bodies(stmt, bodies, leave);
  start_sealed(leave);
}

Value* Builder::build_case_match(const Datum& tag, const syntax::Expr* expr) {
  expr = syntax::unparen(expr);
  EarlyOperands early(*this);
  early.add(expr);
  if (info_.mode_of(expr) == types::Mode::Nil) {
    Value* word = rep_words(tag.value()->rep) == 1 ? tag.value() : component(tag.value(), 0, pointer_type());
    return compare(Op::Eq, word, constant(0, pointer_type()), pointer_type());
  }
  const Type* type = types_.default_type(type_of(expr));
  bool tag_is_interface = types::is_interface(tag.type);
  if (tag_is_interface && !types::is_interface(type)) {
    Datum value = build_as(expr, type);
    pos_ = expr->pos;
    return equal_interface_value(tag.value(), tag.type, value);
  }
  if (!tag_is_interface && types::is_interface(type)) {
    Value* interface = build_scalar(expr);
    pos_ = expr->pos;
    return equal_interface_value(interface, type, tag);
  }
  Datum value = build_as(expr, tag.type);
  pos_ = expr->pos;
  return equal(tag, value);
}

void Builder::build_type_switch(const syntax::SwitchStmt* stmt) {
  if (stmt->init != nullptr) build_statement(stmt->init);
  const auto* guard = syntax::cast<syntax::TypeSwitchGuard>(stmt->tag);
  const Type* type = type_of(guard->x);
  EarlyOperands early(*this);
  early.add(guard->x);
  Datum operand = build_expr(guard->x);
  Value* interface = operand.value();
  pos_ = stmt->pos;
  Block* leave = new_block();
  scope_->branch_targets[stmt] = {leave, nullptr};
  std::vector<Block*> bodies;
  size_t default_clause = stmt->body.size();
  for (size_t i = 0; i < stmt->body.size(); ++i) {
    bodies.push_back(new_block());
    if (stmt->body[i]->is_default()) default_clause = i;
  }
  std::vector<std::optional<Datum>> converted(stmt->body.size());
  for (size_t i = 0; i < stmt->body.size(); ++i) {
    const syntax::CaseClause* clause = stmt->body[i];
    for (const syntax::Expr* expr : clause->cases) {
      Block* next = new_block();
      expr = syntax::unparen(expr);
      pos_ = expr->pos;
      Value* matches = nullptr;
      if (info_.mode_of(expr) == types::Mode::Nil) {
        matches = compare(Op::Eq, component(interface, 0, nullptr), constant(0, pointer_type()), pointer_type());
      } else {
        const Type* wanted = substitute(info_.type_of(expr));
        if (types::is_interface(wanted)) {
          Value* asserted = emit(Op::AssertIfaceOk, Rep::Iface, wanted, {interface});
          asserted->elem = type;
          matches = compare(Op::Ne, component(asserted, 0, nullptr), constant(0, pointer_type()), pointer_type());
          if (clause->cases.size() == 1) converted[i] = single(wanted, asserted);
        } else {
          matches = has_type(interface, type, wanted);
        }
      }
      branch(matches, bodies[i], next);
      start_sealed(next);
    }
  }
  jump(default_clause < bodies.size() ? bodies[default_clause] : leave);
  for (size_t i = 0; i < stmt->body.size(); ++i) {
    const syntax::CaseClause* clause = stmt->body[i];
    start_sealed(bodies[i]);
    if (const auto* var = as_object<types::Var>(info_.implicit_of(clause)); var != nullptr && guard->lhs != nullptr) {
      const Type* var_type = substitute(var->type);
      pos_ = clause->pos;
      if (converted[i]) {
        define(var, *converted[i]);
      } else if (types::is_interface(var_type)) {
        define(var, convert_assigned(operand, var_type, nullptr));
      } else {
        define(var, unbox(interface, var_type));
      }
    }
    build_list(clause->body);
    jump(leave);
  }
  start_sealed(leave);
}

}  // namespace govm::ir
