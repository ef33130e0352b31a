// Spec: "For statements with range clause".
#include <algorithm>

#include "compiler/types/common_underlying.h"
#include "compiler/types/context.h"

namespace govm::types {
namespace {

/// What a range expression yields.
struct RangeTypes {
  bool ok = false;
  const Type* key = nullptr;    ///< null: no iteration variables
  const Type* value = nullptr;  ///< null: at most one
  std::string cause;            ///< if not ok, why, where Go says so

  static RangeTypes yields(const Type* key, const Type* value = nullptr) { return {true, key, value, {}}; }
  static RangeTypes bad(std::string why = {}) { return {false, nullptr, nullptr, std::move(why)}; }
};

RangeTypes over_function(Context& c, const Signature* iterator) {
  auto bad = [](std::string_view why) { return RangeTypes::bad("func must be func(yield func(...) bool): " + std::string(why)); };
  if (iterator->params.size() != 1) return bad("wrong argument count");
  if (!iterator->results.empty()) return bad("unexpected results");
  std::string why;
  const Type* core = common_underlying(c, iterator->params[0]->type, nullptr, why);
  if (core == nullptr) return bad("in yield type, " + why);
  const Signature* yield = as<Signature>(core);
  if (yield == nullptr) return bad("argument is not func");
  if (yield->params.size() > 2) return bad("yield func has too many parameters");
  bool one_bool = yield->results.size() == 1 && is_boolean(yield->results[0]->type);
  if (!one_bool) return bad("yield func does not return bool");
  if (!identical(yield->results[0]->type, c.basic(BasicKind::Bool))) {
    return bad("yield func returns user-defined boolean, not bool");
  }
  if (yield->variadic) return RangeTypes::bad("yield func of type " + c.text(yield) + " cannot be variadic");
  return RangeTypes::yields(yield->params.empty() ? nullptr : yield->params[0]->type,
                            yield->params.size() > 1 ? yield->params[1]->type : nullptr);
}

RangeTypes range_types(Context& c, const Type* type) {
  std::string why;
  const Type* core = common_underlying(
      c, type,
      [](const Context& c, const Type* term, const Type* under) -> std::string {
        auto* channel = as<Chan>(under);
        return channel && channel->dir == ChanDir::SendOnly ? "receive from send-only channel " + c.text(term) : "";
      },
      why);
  if (core == nullptr) return RangeTypes::bad(why);
  const Type* int_type = c.basic(BasicKind::Int);
  if (const auto* pointer = as<Pointer>(core)) {
    if (const auto* array = as<Array>(pointer->elem)) return RangeTypes::yields(int_type, array->elem);
    return RangeTypes::bad();
  }
  switch (core->kind()) {
    case TypeKind::Basic:
      if (is_string(core)) return RangeTypes::yields(int_type, c.store.rune_type());
      if (is_integer(core)) return c.allows_version(22) ? RangeTypes::yields(type) : RangeTypes::bad("requires go1.22 or later");
      return RangeTypes::bad();
    case TypeKind::Array: return RangeTypes::yields(int_type, static_cast<const Array*>(core)->elem);
    case TypeKind::Slice: return RangeTypes::yields(int_type, static_cast<const Slice*>(core)->elem);
    case TypeKind::Map: return RangeTypes::yields(static_cast<const Map*>(core)->key, static_cast<const Map*>(core)->elem);
    case TypeKind::Chan: {
      const auto* channel = static_cast<const Chan*>(core);
      return RangeTypes::yields(channel->elem);
    }
    case TypeKind::Signature:
      if (!c.allows_version(23)) return RangeTypes::bad("requires go1.23 or later");
      return over_function(c, static_cast<const Signature*>(core));
    default: return RangeTypes::bad();
  }
}

/// An iteration value, for assignment to the variable written at `lhs`.
Operand iteration_value(syntax::Expr* lhs, const Type* type) {
  Operand y;
  y.mode = Mode::Value;
  y.expr = lhs;
  y.type = type;
  return y;
}

void declare_variables(Context& c, syntax::ForStmt* stmt, Operand& x, bool over_int, std::span<const Type* const> types) {
  std::vector<Var*> fresh;
  std::span<syntax::Expr*> lhs = stmt->range->lhs;
  for (size_t i = 0; i < std::min<size_t>(lhs.size(), 2); ++i) {
    auto* name = syntax::as<syntax::Name>(lhs[i]);
    Var* var = c.store.make_var(lhs[i]->pos, c.package, name != nullptr ? name->symbol : c.intern("_"), nullptr, VarKind::Local);
    var->function = c.env.function;
    var->color = Object::Color::Black;
    if (name == nullptr) {
      c.report(pos_of(lhs[i]), diag::kNonNameDeclared, c.text(lhs[i]));
    } else {
      c.info.define(name, var);
      if (!name->symbol.is_blank()) fresh.push_back(var);
    }
    if (types[i] == nullptr || is_invalid(types[i])) {
      var->type = c.invalid_type();
      var->used = true;
    } else if (over_int) {
      init_var(c, var, x, "range clause");
    } else {
      // The value has no expression of its own: only the type is initialised.
      var->type = types[i];
    }
  }
  if (fresh.empty()) c.report(stmt->pos, diag::kNoNewVariables);
  for (Var* var : fresh) {
    declare(c, c.env.scope, var, stmt->body->pos);
    c.local_vars.push_back(var);
  }
}

void assign_variables(Context& c, std::span<syntax::Expr*> lhs, Operand& x, bool over_int, std::span<const Type* const> types) {
  for (size_t i = 0; i < std::min<size_t>(lhs.size(), 2); ++i) {
    if (types[i] == nullptr || is_invalid(types[i])) continue;
    if (over_int) {
      assign_var(c, lhs[i], x, "range clause");
      if (x && !is_integer(x.type)) c.report(pos_of(lhs[i]), diag::kNonIntegerIteration, c.text(x.type));
    } else {
      Operand y = iteration_value(lhs[i], types[i]);
      assign_var(c, lhs[i], y, "assignment");
    }
  }
}

}  // namespace

void check_range(Context& c, syntax::ForStmt* stmt) {
  syntax::RangeClause* clause = stmt->range;
  Operand x;
  check_expr(c, x, clause->x);
  const Type* types[2] = {nullptr, nullptr};
  bool over_int = false;
  if (x) {
    RangeTypes found = range_types(c, x.type);
    over_int = found.ok && is_integer(x.type);
    const Type* core = core_type(x.type);
    c.range_over_func |= core != nullptr && as<Signature>(core) != nullptr;
    std::span<syntax::Expr*> lhs = clause->lhs;
    if (!found.ok && !found.cause.empty()) {
      c.report(pos_of(x), diag::kInvalidRangeBecause, c.text(x), found.cause);
    } else if (!found.ok) {
      c.report(pos_of(x), diag::kInvalidRange, c.text(x));
    } else if (found.key == nullptr && !lhs.empty()) {
      c.report(pos_of(lhs[0]), diag::kRangeWithoutVariables, c.text(x));
    } else if (found.value == nullptr && lhs.size() > 1) {
      c.report(pos_of(lhs[1]), diag::kRangeWithOneVariable, c.text(x));
    } else if (lhs.size() > 2) {
      c.report(pos_of(lhs[2]), diag::kRangeVariables);
    }
    types[0] = found.key;
    types[1] = found.value;
    // An untyped range expression that nothing gives a type gets its default.
    if (is_untyped(x.type) && !over_int) convert_untyped(c, x, c.store.default_type(x.type));
  }
  ScopeGuard scope(c);
  if (clause->define) {
    declare_variables(c, stmt, x, over_int, types);
  } else if (!clause->lhs.empty()) {
    assign_variables(c, clause->lhs, x, over_int, types);
  } else if (over_int) {
    check_assignment(c, x, nullptr, "range clause");
  }
  check_inner_block(c, stmt->body);
}

}  // namespace govm::types
