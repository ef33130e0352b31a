// Assignments, variable declarations (spec: "Assignment statements", "Short variable declarations").
#include <optional>

#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

using types::as_object;

const types::Var* Builder::defined_var(const syntax::Expr* expr) const {
  const auto* name = syntax::as<syntax::Name>(expr);
  if (name == nullptr || name->symbol.is_blank()) return nullptr;
  const auto* var = as_object<types::Var>(info_.object_of(name));
  return var != nullptr && var->pos == name->pos ? var : nullptr;
}

Location Builder::locate_target(const syntax::Expr* expr) {
  expr = syntax::unparen(expr);
  if (const auto* name = syntax::as<syntax::Name>(expr); name != nullptr && name->symbol.is_blank()) return {};
  Pos outer = pos_;
  EarlyOperands early(*this);
  early.add(expr);
  const auto* index = syntax::as<syntax::IndexExpr>(expr);
  Location location = index != nullptr ? locate_index(index, true) : locate(expr);
  pos_ = outer;
  return location;
}

namespace {

/// Whether a target is found by operands: anything but a name.
bool is_behind_operands(const syntax::Expr* target) { return !syntax::is<syntax::Name>(syntax::unparen(target)); }

bool is_empty_literal(const syntax::Expr* expr) {
  const auto* literal = syntax::as<syntax::CompositeLit>(syntax::unparen(expr));
  return literal != nullptr && literal->elems.empty();
}

}  // namespace

// Whether `expr` is T{} for a type kept in memory, and the target is memory: it is zeroed in place.
bool Builder::clears(const Location& target, const syntax::Expr* expr) const {
  const bool in_memory =
      target.kind == Location::Kind::Memory || target.kind == Location::Kind::SliceElement || target.kind == Location::Kind::ArrayElement;
  return in_memory && is_empty_literal(expr) && !is_split(target.type) &&
         types::identical(target.type, literal_type(syntax::cast<syntax::CompositeLit>(syntax::unparen(expr))));
}

void Builder::build_declaration(const syntax::VarDecl* decl) {
  auto var_of = [&](const syntax::Name* name) { return name->symbol.is_blank() ? nullptr : as_object<types::Var>(info_.object_of(name)); };
  pos_ = decl->pos;
  if (decl->values.empty()) {
    for (const syntax::Name* name : decl->names) {
      if (const types::Var* var = var_of(name)) declare(var, true);
    }
    return;
  }
  const Type* declared = decl->type != nullptr ? substitute(info_.type_of(decl->type)) : nullptr;
  for (const syntax::Name* name : decl->names) declare_moved(var_of(name));
  std::vector<Datum> data;
  EarlyOperands early(*this);
  early.add_values(decl->values, decl->names.size());
  if (decl->values.size() == 1 && decl->names.size() > 1) {
    data = build_multi(decl->values[0]);
  } else {
    for (size_t i = 0; i < decl->values.size(); ++i) {
      const types::Var* var = var_of(decl->names[i]);
      const Type* to = declared != nullptr ? declared
                       : var != nullptr    ? substitute(var->type)
                                           : types_.default_type(type_of(decl->values[i]));
      Datum datum = build_as(decl->values[i], to);
      data.push_back(decl->values.size() > 1 ? copy_to_temporary(datum) : datum);
    }
  }
  for (size_t i = 0; i < decl->names.size(); ++i) {
    const types::Var* var = var_of(decl->names[i]);
    if (var != nullptr)
      define(var, convert_assigned(data[i], substitute(var->type), decl->values.size() == 1 ? decl->values[0] : decl->values[i]));
  }
}

void Builder::build_assignment(const syntax::AssignStmt* stmt) {
  pos_ = stmt->pos;
  if (stmt->op != syntax::Operator::None) return build_operation_assignment(stmt->lhs[0], stmt->op, stmt->rhs[0], stmt->pos, stmt);
  if (stmt->define) {
    for (const syntax::Expr* expr : stmt->lhs) declare_moved(defined_var(expr));
  }
  // Calls come first.
  EarlyOperands early(*this);
  early.add(stmt->lhs);
  early.add_values(stmt->rhs, stmt->lhs.size());
  if (stmt->rhs.size() == 1 && stmt->lhs.size() > 1) return assign_several_of_one(stmt);
  std::optional<Location> of_nothing;  // the place that gets T{}: where there are no operands, it may come first
  if (stmt->rhs.size() == 1 && is_empty_literal(stmt->rhs[0]) && !stmt->define) {
    of_nothing = locate_target(stmt->lhs[0]);
    if (clears(*of_nothing, stmt->rhs[0])) {
      pos_ = stmt->pos;
      emit_void(Op::MemClear, {address_of(*of_nothing)})->elem = of_nothing->type;
      return;
    }
  }
  struct Part {
    const types::Var* defined = nullptr;
    const Type* type = nullptr;
    std::optional<Location> target;
    std::optional<Datum> datum;
  };
  std::vector<Part> parts(stmt->lhs.size());
  for (size_t i = 0; i < parts.size(); ++i) {
    parts[i].defined = stmt->define ? defined_var(stmt->lhs[i]) : nullptr;
    parts[i].type = target_type(stmt->lhs[i], stmt->rhs[i], parts[i].defined);
  }
  parts[0].target = of_nothing;
  if (parts.size() > 1) {
    for (const syntax::Expr* target : stmt->lhs) evaluate_children_early(syntax::unparen(target));
    for (const syntax::Expr* value : stmt->rhs) evaluate_early(value);
  }
  Assigned assigned;
  for (size_t i = 0; i < parts.size(); ++i) {
    const bool is_place = parts[i].defined == nullptr && is_behind_operands(stmt->lhs[i]);
    if (is_place && leads_through_affected(stmt->lhs[i], assigned)) parts[i].target = locate_target(stmt->lhs[i]);
    if (is_affected(stmt->rhs[i], assigned)) parts[i].datum = copy_to_temporary(build_as(stmt->rhs[i], parts[i].type));
    add_assigned(stmt->lhs[i], assigned);
  }
  for (size_t i = 0; i < parts.size(); ++i) {
    Part& part = parts[i];
    if (part.defined == nullptr && !part.target && is_behind_operands(stmt->lhs[i])) {
      compute_operands_of(stmt->lhs[i]);
      // An element of a map is entered before its value is known, but not where it is the only target.
      const auto* index = syntax::as<syntax::IndexExpr>(syntax::unparen(stmt->lhs[i]));
      if (parts.size() > 1 && index != nullptr && is_map(type_of(index->x)) && !part.datum) {
        part.target = enter_element(locate_target(stmt->lhs[i]));
      }
    }
    if (!part.datum) part.datum = build_as(stmt->rhs[i], part.type);
    if (part.defined == nullptr && !part.target) part.target = locate_target(stmt->lhs[i]);
    pos_ = stmt->pos;
    if (part.defined != nullptr) {
      define(part.defined, *part.datum);
    } else {
      store(*part.target, *part.datum);
    }
  }
}

// The type that a value assigned to `target` gets; `defined` if it defines that variable.
const Type* Builder::target_type(const syntax::Expr* target, const syntax::Expr* value, const types::Var* defined) const {
  if (defined != nullptr) return substitute(defined->type);
  const auto* name = syntax::as<syntax::Name>(syntax::unparen(target));
  if (name == nullptr) return type_of(target);
  if (!name->symbol.is_blank()) return substitute(info_.object_of(name)->type);
  value = syntax::unparen(value);
  return info_.mode_of(value) == types::Mode::Nil ? pointer_type() : types_.default_type(type_of(value));
}

// Two and more targets, one expression: a call, an assertion, a map's element, a receive.
void Builder::assign_several_of_one(const syntax::AssignStmt* stmt) {
  std::vector<Location> targets(stmt->lhs.size());
  std::vector<const types::Var*> defined(stmt->lhs.size());
  for (size_t i = 0; i < stmt->lhs.size(); ++i) {
    defined[i] = stmt->define ? defined_var(stmt->lhs[i]) : nullptr;
    if (defined[i] == nullptr) targets[i] = locate_target(stmt->lhs[i]);
  }
  std::vector<Datum> data = build_multi(stmt->rhs[0]);
  for (size_t i = 0; i < data.size(); ++i) {
    const bool blank = defined[i] == nullptr && targets[i].kind == Location::Kind::Blank;
    if (!blank) data[i] = convert_assigned(data[i], defined[i] != nullptr ? substitute(defined[i]->type) : targets[i].type, stmt->rhs[0]);
  }
  for (size_t i = 0; i < data.size(); ++i) {
    pos_ = stmt->pos;
    if (defined[i] != nullptr) {
      define(defined[i], data[i]);
    } else {
      store(targets[i], data[i]);
    }
  }
}

void Builder::build_operation_assignment(const syntax::Expr* target, syntax::Operator op, const syntax::Expr* operand, Pos pos,
                                         const void* node) {
  EarlyOperands early(*this);
  early.add(target);
  early.add(operand);
  const Type* type = type_of(target);
  // An element of a map is looked up once, behind all that may panic and leave the map as it was.
  const auto* index = syntax::as<syntax::IndexExpr>(syntax::unparen(target));
  const bool in_map = index != nullptr && is_map(type_of(index->x));
  const bool divides = op == syntax::Operator::Div || op == syntax::Operator::Rem;
  const bool enters = in_map && types::is_numeric(type) && !divides && !syntax::is_shift(op);
  Datum y;
  if (enters && operand != nullptr) {
    y = build_as(operand, type);
  } else if (in_map && operand != nullptr && !divides && constant_of(operand) == nullptr && !syntax::is<syntax::BinaryExpr>(operand)) {
    bind_early(syntax::unparen(operand), {build_expr(operand)});
  }
  Location location = locate_target(target);
  if (enters) location = enter_element(location);
  // The checks of the place come with the first access.
  pos_ = pos;
  const bool is_element = location.kind == Location::Kind::SliceElement || location.kind == Location::Kind::ArrayElement;
  const bool adds = op == syntax::Operator::Add || op == syntax::Operator::Sub;
  if (is_element && (adds || types::is_complex(type))) {
    // By its address: selection has cells that add to what lies there.
    Value* address = address_of(location);
    location = Location{};
    location.kind = Location::Kind::Memory;
    location.base = address;
    location.type = type_of(target);
    location.checked = true;
  } else if (is_element && location.pos) {
    pos_ = location.pos;
  }
  Datum old = load(location);
  location.checked = true;
  Datum result;
  if (operand == nullptr) {
    result = arithmetic(op, old, constant_datum(constant::Value::from_int64(1), type), type, pos);
  } else if (syntax::is_shift(op)) {
    result = shift(op, old, operand, type, pos);
  } else if (types::is_string(type)) {
    std::vector<Value*> parts{old.value()};
    collect_concat(operand, parts);
    result = concatenate(parts, type, node, pos);
  } else {
    result = arithmetic(op, old, enters ? y : build_as(operand, type), type, pos);
  }
  pos_ = pos;
  store(location, result);
}

}  // namespace govm::ir
