// Spec: "Assignment statements", "Short variable declarations", "Variable declarations" and the values of
// "Return statements".
#include <algorithm>

#include "compiler/types/context.h"

namespace govm::types {
namespace {

/// "1 variable", "2 values".
std::string count_of(size_t n, std::string_view unit) { return std::to_string(n) + " " + std::string(unit) + (n == 1 ? "" : "s"); }

const syntax::CallExpr* as_call(const syntax::Expr* expr) { return syntax::as<syntax::CallExpr>(syntax::unparen(expr)); }

void report_mismatch(Context& c, std::span<syntax::Expr*> rhs, size_t vars, size_t values) {
  const syntax::CallExpr* call = rhs.size() == 1 ? as_call(rhs[0]) : nullptr;
  if (call != nullptr) {
    c.report(pos_of(rhs[0]), diag::kMismatchedCallResults, count_of(vars, "variable"), c.text(call->fun), count_of(values, "value"));
  } else {
    c.report(pos_of(rhs[0]), diag::kMismatchedAssignment, count_of(vars, "variable"), count_of(values, "value"));
  }
}

void report_return_count(Context& c, const syntax::Stmt* stmt, const std::vector<Var*>& lhs, const std::vector<Operand>& rhs) {
  Pos at = stmt->pos;
  std::string_view amount = "not enough";
  if (rhs.size() > lhs.size()) {
    at = pos_of(rhs[lhs.size()]);
    amount = "too many";
  } else if (!rhs.empty()) {
    at = pos_of(rhs.back());
  }
  std::vector<const Type*> have, want;
  for (const Operand& x : rhs) have.push_back(x.type);
  for (const Var* var : lhs) want.push_back(var->type);
  c.report(at, diag::kWrongReturnCount, amount).note(Pos(), "have " + types_summary(c, have)).note(Pos(), "want " + types_summary(c, want));
}

void give_types(Context& c, const std::vector<Var*>& vars) {
  for (Var* var : vars) {
    if (var->type == nullptr) var->type = c.invalid_type();
  }
}

/// The local variable that a left side names, null for everything else.
const Var* named_var(Context& c, const syntax::Expr* lhs) {
  const auto* name = syntax::as<syntax::Name>(syntax::unparen(lhs));
  if (name == nullptr) return nullptr;
  const auto* var = as_object<Var>(c.env.scope->lookup_parent(name->symbol, name->pos));
  return var != nullptr && var->package == c.package ? var : nullptr;
}

Target target_of(const Var* var) { return {var->type, var->name.view().empty() ? "result variable" : var->name.view()}; }

/// Outcome of checking a left side.
struct LeftSide {
  bool ok = false;
  const Type* type = nullptr;  ///< null for the blank identifier
};

LeftSide check_left_side(Context& c, syntax::Expr* lhs) {
  const auto* name = syntax::as<syntax::Name>(syntax::unparen(lhs));
  if (name != nullptr && name->symbol.is_blank()) {
    c.info.define(name, nullptr);
    return {true, nullptr};
  }
  // To be assigned to is no use of a variable.
  const Var* var = named_var(c, lhs);
  bool was_used = var != nullptr && var->used;
  Operand x;
  check_expr(c, x, lhs);
  if (var != nullptr) var->used = was_used;
  if (!x || is_invalid(x.type)) return {};
  if (x.mode == Mode::Variable || x.mode == Mode::MapIndex) return {true, x.type};
  if (auto* selector = syntax::as<syntax::SelectorExpr>(syntax::unparen(lhs))) {
    if (c.info.mode_of(selector->x) == Mode::MapIndex) {
      c.report(pos_of(x), diag::kAssignToMapField, c.text(lhs));
      return {};
    }
    // Of a package's object what stands before the dot is judged as a value of its own.
    Operand base;
    check_expr(c, base, selector->x);
  }
  c.report(pos_of(x), diag::kUnassignable, c.text(lhs));
  return {};
}

std::string_view blank_context(const LeftSide& lhs, std::string_view what) {
  return lhs.type == nullptr && what == "assignment" ? "assignment to _ identifier" : what;
}

void assign_expr(Context& c, syntax::Expr* lhs, syntax::Expr* rhs, std::string_view what) {
  LeftSide left = check_left_side(c, lhs);
  Operand x;
  if (!left.ok) {
    use(c, std::span(&rhs, 1));
    return;
  }
  check_expr(c, x, rhs, {left.type, c.text(lhs)});
  check_assignment(c, x, left.type, blank_context(left, what));
}

}  // namespace

void init_var(Context& c, Var* lhs, Operand& x, std::string_view what) {
  if (!x || is_invalid(x.type) || (lhs->type != nullptr && is_invalid(lhs->type))) {
    if (lhs->type == nullptr) lhs->type = c.invalid_type();
    x.mode = Mode::Invalid;
    return;
  }
  if (lhs->type == nullptr) {
    if (x.is_nil()) {
      c.report(pos_of(x), diag::kUseOfUntypedNil, what);
      lhs->type = c.invalid_type();
      x.mode = Mode::Invalid;
      return;
    }
    lhs->type = c.store.default_type(x.type);
  }
  check_assignment(c, x, lhs->type, what);
}

void init_vars(Context& c, const std::vector<Var*>& lhs, std::span<syntax::Expr*> rhs, const syntax::Stmt* return_stmt) {
  std::string_view what = return_stmt != nullptr ? "return statement" : lhs.size() > 1 ? "multiple assignment" : "assignment";
  bool is_call = rhs.size() == 1 && as_call(rhs[0]) != nullptr;
  if (lhs.size() == rhs.size() && !is_call) {
    for (size_t i = 0; i < lhs.size(); ++i) {
      Operand x;
      check_expr(c, x, rhs[i], target_of(lhs[i]));
      init_var(c, lhs[i], x, what);
    }
    return;
  }
  if (rhs.size() != 1) {
    if (use(c, rhs)) {
      if (return_stmt != nullptr) {
        report_return_count(c, return_stmt, lhs, check_list(c, rhs, false));
      } else {
        report_mismatch(c, rhs, lhs.size(), rhs.size());
      }
    }
    return give_types(c, lhs);
  }
  std::vector<Operand> values = check_list(c, rhs, lhs.size() == 2 && return_stmt == nullptr);
  if (values.size() == lhs.size()) {
    for (size_t i = 0; i < lhs.size(); ++i) init_var(c, lhs[i], values[i], what);
    return;
  }
  if (values.empty() || values[0].mode != Mode::Invalid) {
    if (return_stmt != nullptr) {
      report_return_count(c, return_stmt, lhs, values);
    } else {
      report_mismatch(c, rhs, lhs.size(), values.size());
    }
  }
  give_types(c, lhs);
}

void init_declared_vars(Context& c, const std::vector<Var*>& lhs, std::span<syntax::Name*> names, std::span<syntax::Expr*> rhs) {
  bool one_for_all = lhs.size() > 1 && rhs.size() == 1;
  if (one_for_all) return init_vars(c, lhs, rhs, nullptr);
  size_t pairs = std::min(lhs.size(), rhs.size());
  for (size_t i = 0; i < pairs; ++i) {
    Operand x;
    check_expr(c, x, rhs[i], target_of(lhs[i]));
    init_var(c, lhs[i], x, "variable declaration");
  }
  give_types(c, lhs);
  check_value_count(c, Pos(), names, rhs, false, false);
}

void assign_var(Context& c, syntax::Expr* lhs, Operand& x, std::string_view what) {
  LeftSide left = check_left_side(c, lhs);
  if (!left.ok) {
    x.mode = Mode::Invalid;
    return;
  }
  check_assignment(c, x, left.type, blank_context(left, what));
}

void assign_vars(Context& c, std::span<syntax::Expr*> lhs, std::span<syntax::Expr*> rhs) {
  std::string_view what = lhs.size() > 1 ? "multiple assignment" : "assignment";
  bool is_call = rhs.size() == 1 && as_call(rhs[0]) != nullptr;
  if (lhs.size() == rhs.size() && !is_call) {
    for (size_t i = 0; i < lhs.size(); ++i) assign_expr(c, lhs[i], rhs[i], what);
    return;
  }
  if (rhs.size() != 1) {
    bool ok = use_left_sides(c, lhs);
    if (use(c, rhs) && ok) report_mismatch(c, rhs, lhs.size(), rhs.size());
    return;
  }
  std::vector<Operand> values = check_list(c, rhs, lhs.size() == 2);
  if (values.size() == lhs.size()) {
    for (size_t i = 0; i < lhs.size(); ++i) assign_var(c, lhs[i], values[i], what);
    return;
  }
  if (values.empty() || values[0].mode != Mode::Invalid) report_mismatch(c, rhs, lhs.size(), values.size());
  use_left_sides(c, lhs);
}

// Spec: "Unlike regular variable declarations, a short variable declaration may redeclare variables
// provided they were originally declared earlier in the same block … with the same type".
void short_var_decl(Context& c, syntax::AssignStmt* stmt) {
  std::vector<Var*> vars;
  std::vector<Var*> fresh;
  std::vector<Symbol> seen;
  bool failed = false;
  auto dummy = [&](Pos pos) { return c.store.make_var(pos, c.package, c.intern("_"), nullptr, VarKind::Local); };
  for (syntax::Expr* lhs : stmt->lhs) {
    const auto* name = syntax::as<syntax::Name>(lhs);
    if (name == nullptr) {
      use_left_sides(c, std::span(&lhs, 1));
      c.report(pos_of(lhs), diag::kNonNameDeclared, c.text(lhs));
      failed = true;
      vars.push_back(dummy(lhs->pos));
      continue;
    }
    if (!name->symbol.is_blank()) {
      if (std::ranges::find(seen, name->symbol) != seen.end()) {
        c.report(pos_of(lhs), diag::kRepeatedDeclared, c.text(lhs));
        failed = true;
        vars.push_back(dummy(lhs->pos));
        continue;
      }
      seen.push_back(name->symbol);
      if (Object* other = c.env.scope->lookup(name->symbol)) {
        c.info.define(name, other);
        Var* var = as_object<Var>(other);
        if (var == nullptr) {
          c.report(pos_of(lhs), diag::kUnassignableName, c.text(lhs));
          failed = true;
          var = dummy(lhs->pos);
        } else {
          // A use of the variable's name is recorded, with its type.
          TypeAndValue& slot = c.info.record(name);
          slot.type = var->type;
          slot.mode = Mode::Variable;
        }
        vars.push_back(var);
        continue;
      }
    }
    Var* var = c.store.make_var(name->pos, c.package, name->symbol, nullptr, VarKind::Local);
    var->function = c.env.function;
    var->color = Object::Color::Black;
    c.info.define(name, var);
    vars.push_back(var);
    if (!name->symbol.is_blank()) fresh.push_back(var);
  }
  c.env.declared = pos_of(stmt->lhs[0]);
  init_vars(c, vars, stmt->rhs, nullptr);
  c.env.declared = Pos();
  if (fresh.empty() && !failed) {
    c.report(stmt->pos, diag::kNoNewVariables);
    return;
  }
  // Spec: "begins at the end of the … ShortVarDecl".
  Pos scope_start = syntax::end_pos(stmt->rhs.back());
  for (Var* var : fresh) {
    declare(c, c.env.scope, var, scope_start);
    c.local_vars.push_back(var);
  }
}

}  // namespace govm::types
