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
  Location location = locate(expr);
  pos_ = outer;
  return location;
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
  if (decl->values.size() == 1 && decl->names.size() > 1) {
    data = build_multi(decl->values[0]);
  } else {
    for (size_t i = 0; i < decl->values.size(); ++i) {
      const types::Var* var = var_of(decl->names[i]);
      const Type* to = declared != nullptr ? declared : var != nullptr ? substitute(var->type) : types_.default_type(type_of(decl->values[i]));
      Datum datum = build_as(decl->values[i], to);
      data.push_back(decl->values.size() > 1 ? copy_to_temporary(datum) : datum);
    }
  }
  for (size_t i = 0; i < decl->names.size(); ++i) {
    const types::Var* var = var_of(decl->names[i]);
    if (var != nullptr) define(var, convert_assigned(data[i], substitute(var->type), decl->values.size() == 1 ? decl->values[0] : decl->values[i]));
  }
}

void Builder::build_assignment(const syntax::AssignStmt* stmt) {
  pos_ = stmt->pos;
  if (stmt->op != syntax::Operator::None) return build_operation_assignment(stmt->lhs[0], stmt->op, stmt->rhs[0], stmt->pos, stmt);
  // The operands of the left sides are evaluated first, then the right sides, then all is assigned.
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

void Builder::build_operation_assignment(const syntax::Expr* target, syntax::Operator op, const syntax::Expr* operand, Pos pos, const void* node) {
  Location location = locate_target(target);
  // The checks of the place come with the first access; the value is read before the operand's calls.
  pos_ = pos;
  if (location.kind != Location::Kind::Slots && location.kind != Location::Kind::MapElement && (operand == nullptr || !has_calls(operand))) {
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
  // As in Go's compiler, calls of the operand come before the variable is read.
  bool operand_first = operand != nullptr && !syntax::is_shift(op) && has_calls(operand);
  std::vector<Value*> parts;
  Datum y;
  if (operand_first && types::is_string(type)) {
    collect_concat(operand, parts);
  } else if (operand_first) {
    y = build_as(operand, type);
  }
  Datum old = load(location);
  if (location.kind == Location::Kind::Memory) location.checked = true;
  Datum result;
  if (operand == nullptr) {
    Datum one = single(type, nullptr);
    one.parts[0] = constant_datum(constant::Value::from_int64(1), type).value();
    result = arithmetic(op, old, one, type, pos);
  } else if (syntax::is_shift(op)) {
    result = shift(op, old, operand, type, pos);
  } else if (types::is_string(type)) {
    if (!operand_first) collect_concat(operand, parts);
    parts.insert(parts.begin(), old.value());
    result = concatenate(parts, type, node, pos);
  } else {
    result = arithmetic(op, old, operand_first ? y : build_as(operand, type), type, pos);
  }
  pos_ = pos;
  store(location, result);
}

}  // namespace govm::ir
