// Spec: "Type parameter declarations", "Type constraints".
#include "compiler/types/type_expr.h"

namespace govm::types {
namespace {

/// ~T and A|B may stand for themselves as constraint.
const Type* check_constraint(Context& c, syntax::Expr* expr) {
  auto* binary = syntax::as<syntax::BinaryExpr>(expr);
  auto* unary = syntax::as<syntax::UnaryExpr>(expr);
  if ((binary && binary->op == syntax::Operator::Or) || (unary && unary->op == syntax::Operator::Tilde)) {
    auto* interface = c.store.make<Interface>();
    interface->embedded.push_back(check_union(c, expr));
    interface->embedded_pos.push_back(pos_of(expr));
    interface->implicit = true;
    c.put_off([&c, interface] { check_element_version(c, interface->embedded[0], interface->embedded_pos[0]); });
    return interface;
  }
  const Type* type = check_type(c, expr);
  if (!is_type_param(type)) return type;
  c.report(pos_of(expr), diag::kTypeParamAsConstraint);
  return c.invalid_type();
}

/// A constraint that is no interface stands for interface{ T }.
void wrap_constraints(Context& c, const std::vector<const TypeParam*>& params) {
  const Type *last = nullptr, *wrapped = nullptr;
  for (const TypeParam* param : params) {
    const Type* under = underlying(param->constraint);
    if (!under || under->kind() == TypeKind::Interface) continue;
    if (param->constraint != last) {
      last = param->constraint;
      auto* interface = c.store.make<Interface>();
      interface->embedded.push_back(last);
      interface->embedded_pos.push_back(Pos());
      interface->implicit = true;
      wrapped = interface;
    }
    param->constraint = wrapped;
  }
}

}  // namespace

void declare_type_params(Context& c, std::span<syntax::Field*> fields, std::vector<const TypeParam*>& params) {
  Pos scope_start = pos_of(fields[0]->name);
  for (syntax::Field* field : fields) {
    auto* object = c.store.make<TypeName>(field->name->pos, c.package, field->name->symbol);
    auto* param = c.store.make<TypeParam>(object, static_cast<uint32_t>(params.size()));
    object->type = param;
    object->color = Object::Color::Black;
    param->constraint = c.store.empty_interface();
    declare(c, c.env.scope, object, scope_start);
    c.info.define(field->name, object);
    params.push_back(param);
  }
  c.env.in_type_params = true;
  const Type* shared = nullptr;
  syntax::Expr* shared_expr = nullptr;
  for (size_t i = 0; i < fields.size(); i++) {
    if (fields[i]->type != shared_expr || !shared) {
      shared_expr = fields[i]->type;
      shared = check_constraint(c, shared_expr);
    }
    params[i]->constraint = shared;
  }
  c.env.in_type_params = false;
  // A constraint that is no interface stands for interface{ T }; what it is may only be known now.
  std::vector<const TypeParam*> list = params;
  c.put_off([&c, list] { wrap_constraints(c, list); });
  wrap_constraints(c, params);
}

}  // namespace govm::types
