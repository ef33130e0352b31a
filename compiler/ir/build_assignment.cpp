// Assignments, variable declarations (spec: "Assignment statements", "Short variable declarations").
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
  Location location = locate(expr);
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
  // Calls come first. Of one variable the value comes next, then the place, of several the operands of the places, then the values.
  EarlyOperands early(*this);
  early.add(stmt->lhs);
  early.add_values(stmt->rhs, stmt->lhs.size());
  if (stmt->lhs.size() == 1 && is_behind_operands(stmt->lhs[0]) && !is_empty_literal(stmt->rhs[0])) {
    compute_operands_of(stmt->lhs[0]);
    const Datum datum = build_as(stmt->rhs[0], type_of(stmt->lhs[0]));
    const Location target = locate_target(stmt->lhs[0]);
    pos_ = stmt->pos;
    return store(target, datum);
  }
  std::vector<Location> targets(stmt->lhs.size());
  std::vector<const types::Var*> defined(stmt->lhs.size());
  for (size_t i = 0; i < stmt->lhs.size(); ++i) {
    defined[i] = stmt->define ? defined_var(stmt->lhs[i]) : nullptr;
    if (defined[i] == nullptr) targets[i] = locate_target(stmt->lhs[i]);
  }
  auto set = [&](size_t i, const Datum& datum) {
    pos_ = stmt->pos;
    if (defined[i] != nullptr) {
      define(defined[i], datum);
    } else {
      store(targets[i], datum);
    }
  };
  auto target_type = [&](size_t i) -> const Type* {
    if (defined[i] != nullptr) return substitute(defined[i]->type);
    return targets[i].kind != Location::Kind::Blank ? targets[i].type : nullptr;
  };
  if (stmt->rhs.size() == 1 && stmt->lhs.size() > 1) {
    std::vector<Datum> data = build_multi(stmt->rhs[0]);
    for (size_t i = 0; i < data.size(); ++i) {
      if (const Type* type = target_type(i)) data[i] = convert_assigned(data[i], type, stmt->rhs[0]);
    }
    for (size_t i = 0; i < data.size(); ++i) set(i, data[i]);
    return;
  }
  if (stmt->rhs.size() == 1 && clears(targets[0], stmt->rhs[0])) {
    pos_ = stmt->pos;
    emit_void(Op::MemClear, {address_of(targets[0])})->elem = targets[0].type;
    return;
  }
  std::vector<Datum> data;
  for (size_t i = 0; i < stmt->rhs.size(); ++i) {
    const Type* type = target_type(i);
    if (type == nullptr) {
      const syntax::Expr* rhs = syntax::unparen(stmt->rhs[i]);
      type = info_.mode_of(rhs) == types::Mode::Nil ? pointer_type() : types_.default_type(type_of(rhs));
    }
    Datum datum = build_as(stmt->rhs[i], type);
    data.push_back(stmt->rhs.size() > 1 ? copy_to_temporary(datum) : datum);
  }
  for (size_t i = 0; i < data.size(); ++i) set(i, data[i]);
}

void Builder::build_operation_assignment(const syntax::Expr* target, syntax::Operator op, const syntax::Expr* operand, Pos pos,
                                         const void* node) {
  EarlyOperands early(*this);
  early.add(target);
  early.add(operand);
  Location location = locate_target(target);
  // The checks of the place come with the first access.
  pos_ = pos;
  if (location.kind != Location::Kind::Slots && location.kind != Location::Kind::MapElement) {
    if (location.kind != Location::Kind::Memory) {
      // Elements: one check for both accesses.
      Value* address = address_of(location);
      location = Location{};
      location.kind = Location::Kind::Memory;
      location.base = address;
      location.type = type_of(target);
      location.checked = true;
    }
  }
  const Type* type = location.type;
  // An element of a map is looked up once, behind all that may panic and leave the map as it was.
  bool enters = location.kind == Location::Kind::MapElement && types::is_numeric(type) && op != syntax::Operator::Div &&
                op != syntax::Operator::Rem && !syntax::is_shift(op);
  Datum y;
  if (enters && operand != nullptr) y = build_as(operand, type);
  if (enters) location = enter_element(location);
  Datum old = load(location);
  if (location.kind == Location::Kind::Memory) location.checked = true;
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
