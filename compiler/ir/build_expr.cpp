// Expressions (spec: "Expressions"): constants, names, operators, addresses.
#include <bit>

#include "base/check.h"
#include "compiler/ir/builder.h"
#include "compiler/syntax/visit.h"

namespace govm::ir {

using syntax::NodeKind;
using syntax::Operator;
using types::as_object;

const Type* Builder::substitute(const Type* type) const {
  return scope_->substitution.empty() ? type : types::substitute(types_, type, scope_->substitution);
}

const Type* Builder::type_of(const syntax::Expr* expr) const { return substitute(info_.type_of(expr)); }

const constant::Value* Builder::constant_of(const syntax::Expr* expr) const {
  return info_.is_constant(expr) ? &info_.value_of(expr) : nullptr;
}

Datum Builder::constant_datum(const constant::Value& value, const Type* type) {
  if (types::is_complex(type)) return complex_constant(value, type);
  if (types::is_string(type)) return single(type, string_constant(value.as_string(), type));
  return single(type, constant(constant_bits(value, type), type));
}

int64_t Builder::constant_bits(const constant::Value& value, const Type* type) {
  if (types::is_boolean(type)) return value.as_bool() ? 1 : 0;
  if (rep_of(type) == Rep::F64) return std::bit_cast<int64_t>(value.as_double());
  if (rep_of(type) == Rep::F32) return std::bit_cast<uint32_t>(value.as_float());
  bool exact = false;
  constant::Value integer = value.to_int();
  const int64_t number = integer.as_int64(exact);
  return exact ? number : static_cast<int64_t>(integer.as_uint64(exact));
}

Datum Builder::build_expr(const syntax::Expr* expr) {
  expr = syntax::unparen(expr);
  if (auto it = scope_->bound.find(expr); it != scope_->bound.end()) return it->second[0];
  Pos outer = pos_;
  pos_ = expr->pos;
  const Type* type = type_of(expr);
  Datum result;
  if (const constant::Value* value = constant_of(expr)) {
    result = constant_datum(*value, types_.default_type(type));
    pos_ = outer;
    return result;
  }
  if (info_.mode_of(expr) == types::Mode::Nil) {
    result = is_nil_type(type) ? single(pointer_type(), constant(0, pointer_type())) : zero_datum(type);
    pos_ = outer;
    return result;
  }
  switch (expr->kind) {
    case NodeKind::Name: result = build_name(syntax::cast<syntax::Name>(expr)); break;
    case NodeKind::FuncLit: result = build_func_literal(syntax::cast<syntax::FuncLit>(expr)); break;
    case NodeKind::CompositeLit: result = build_composite_literal(syntax::cast<syntax::CompositeLit>(expr)); break;
    case NodeKind::SelectorExpr: result = build_selector(syntax::cast<syntax::SelectorExpr>(expr)); break;
    case NodeKind::IndexExpr: result = build_index(syntax::cast<syntax::IndexExpr>(expr)); break;
    case NodeKind::SliceExpr: result = build_slice(syntax::cast<syntax::SliceExpr>(expr)); break;
    case NodeKind::TypeAssertExpr: result = build_type_assertion(syntax::cast<syntax::TypeAssertExpr>(expr), false, nullptr); break;
    case NodeKind::StarExpr: result = load(locate(expr)); break;
    case NodeKind::CallExpr: result = build_call(syntax::cast<syntax::CallExpr>(expr)); break;
    case NodeKind::UnaryExpr: result = build_unary(syntax::cast<syntax::UnaryExpr>(expr)); break;
    case NodeKind::BinaryExpr: result = build_binary(syntax::cast<syntax::BinaryExpr>(expr)); break;
    default: GOVM_UNREACHABLE("expression without value");
  }
  pos_ = outer;
  return result;
}

Datum Builder::build_as(const syntax::Expr* expr, const Type* to) {
  expr = syntax::unparen(expr);
  if (info_.mode_of(expr) == types::Mode::Nil) return zero_datum(to);
  if (const constant::Value* value = constant_of(expr); value != nullptr && !types::is_interface(to)) {
    Pos outer = pos_;
    pos_ = expr->pos;
    Datum result = constant_datum(*value, to);
    pos_ = outer;
    return result;
  }
  if (reads_literal_ && types::is_string(to) && text_of_bytes(expr) != nullptr) return build_text_to_read(expr, to);
  if (const Image* image = types::is_interface(to) ? boxed_image(expr) : nullptr) {
    Value* address = emit_word(Op::DataAddr, {}, pointer_type());
    address->aux.image = image;
    return single(to, emit(Op::MakeIface, Rep::Iface, to, {interface_word(to, image->type), address}));
  }
  return convert_assigned(build_expr(expr), to, expr);
}

Datum Builder::build_name(const syntax::Name* name) {
  const types::Object* object = info_.object_of(name);
  if (const auto* var = as_object<types::Var>(object)) return load(location_of(var));
  if (const auto* func = as_object<types::Func>(object)) return build_function_value(func, name, name);
  GOVM_UNREACHABLE("name without value");
}

Datum Builder::build_unary(const syntax::UnaryExpr* expr) {
  const Type* type = type_of(expr);
  switch (expr->op) {
    case Operator::And: return build_address_of(expr);
    case Operator::Recv: return build_receive(expr, nullptr);
    default: break;
  }
  Datum x = build_as(expr->x, type);
  pos_ = expr->pos;
  switch (expr->op) {
    case Operator::Add: return x;
    case Operator::Sub:
      if (types::is_complex(type)) return complex_negation(x);
      return single(type, emit(Op::Neg, x.value()->rep, type, {x.value()}));
    case Operator::Xor: return single(type, emit_word(Op::Not, {x.value()}, type));
    case Operator::Not: return single(type, emit_word(Op::BoolNot, {x.value()}, type));
    default: GOVM_UNREACHABLE("unary operator");
  }
}

Datum Builder::build_address_of(const syntax::UnaryExpr* expr) {
  const syntax::Expr* x = syntax::unparen(expr->x);
  const Type* type = type_of(expr);
  if (const auto* literal = syntax::as<syntax::CompositeLit>(x)) return single(type, build_literal_address(literal, expr, expr->pos));
  Value* address = address_of(locate(x));
  // &*p is p, but p must not be nil (spec: "Address operators").
  return single(type, address);
}

Datum Builder::build_binary(const syntax::BinaryExpr* expr) {
  if (expr->op == Operator::AndAnd || expr->op == Operator::OrOr) return build_short_circuit(expr);
  const Type* type = type_of(expr);
  if (syntax::is_comparison(expr->op)) return single(types_.default_type(type), build_comparison(expr));
  if (syntax::is_shift(expr->op)) return shift(expr->op, build_as(expr->x, type), expr->y, type, expr->pos);
  if (types::is_string(type)) {
    std::vector<Value*> parts;
    collect_concat(expr, parts);
    return concatenate(parts, type, expr, expr->pos);
  }
  Datum x = build_as(expr->x, type);
  Datum y = build_as(expr->y, type);
  return arithmetic(expr->op, x, y, type, expr->pos);
}

Datum Builder::arithmetic(Operator op, const Datum& x, const Datum& y, const Type* type, Pos pos) {
  pos_ = pos;
  if (types::is_complex(type)) return complex_arithmetic(op, x, y, type);
  Op ir = Op::Add;
  switch (op) {
    case Operator::Add: ir = Op::Add; break;
    case Operator::Sub: ir = Op::Sub; break;
    case Operator::Mul: ir = Op::Mul; break;
    case Operator::Div: ir = Op::Div; break;
    case Operator::Rem: ir = Op::Rem; break;
    case Operator::And: ir = Op::And; break;
    case Operator::Or: ir = Op::Or; break;
    case Operator::Xor: ir = Op::Xor; break;
    case Operator::AndNot: ir = Op::AndNot; break;
    default: GOVM_UNREACHABLE("arithmetic operator");
  }
  Value* value = emit(ir, rep_of(type), type, {x.value(), y.value()});
  if (is_float(value->rep)) value->unchecked = true;
  return single(type, value);
}

Datum Builder::shift(Operator op, const Datum& x, const syntax::Expr* count, const Type* type, Pos pos) {
  const Type* count_type = type_of(count);
  // Spec: "The right operand in a shift expression must have integer type or be an untyped constant representable by a value
  // of type uint."
  if (types::is_untyped(count_type)) {
    count_type = constant_of(count) != nullptr ? basic(types::BasicKind::Uint) : types_.default_type(count_type);
  }
  Value* amount = build_as(count, count_type).value();
  pos_ = pos;
  Value* value = emit_word(op == Operator::Shl ? Op::Shl : Op::Shr, {x.value(), amount}, type);
  value->elem = count_type;
  value->unchecked = types::is_unsigned(count_type);
  return single(type, value);
}

// With a constant that is not empty among the operands the sum is a new text, and no operand need be one (spec leaves it open; Go's
// compiler looks for `haslit` and `hasbyte` when it orders).
bool Builder::adds_constant(const syntax::Expr* expr) const {
  expr = syntax::unparen(expr);
  if (const constant::Value* value = constant_of(expr)) return value->string_size() != 0;
  const auto* binary = syntax::as<syntax::BinaryExpr>(expr);
  return binary != nullptr && (adds_constant(binary->x) || adds_constant(binary->y));
}

void Builder::collect_concat(const syntax::Expr* expr, std::vector<Value*>& parts) { collect_operands(expr, adds_constant(expr), parts); }

void Builder::collect_operands(const syntax::Expr* expr, bool reads_bytes, std::vector<Value*>& parts) {
  expr = syntax::unparen(expr);
  const auto* binary = syntax::as<syntax::BinaryExpr>(expr);
  if (binary != nullptr && constant_of(expr) == nullptr) {
    collect_operands(binary->x, reads_bytes, parts);
    collect_operands(binary->y, reads_bytes, parts);
    return;
  }
  const Type* type = types_.default_type(type_of(expr));
  parts.push_back((reads_bytes ? build_text_to_read(expr, type) : build_as(expr, type)).value());
}

Datum Builder::concatenate(std::span<Value* const> parts, const Type* type, const void* node, Pos pos) {
  const bool makes_bytes = is_slice(type);
  const SiteKind kind = makes_bytes ? SiteKind::Conversion : SiteKind::Concat;
  Datum joined = make_text(makes_bytes ? Op::ConcatBytes : Op::Concat, {parts.begin(), parts.end()}, type, kind, node, pos);
  joined.value()->imm = static_cast<int64_t>(parts.size());
  return joined;
}

bool Builder::has_calls(const syntax::Expr* expr, bool of_builtins) const {
  if (constant_of(expr) != nullptr || info_.is_type(expr)) return false;
  if (expr->kind == NodeKind::CallExpr) {
    const auto* call = syntax::cast<syntax::CallExpr>(expr);
    if (!info_.is_type(call->fun) && (of_builtins || info_.mode_of(call->fun) != types::Mode::Builtin)) return true;
  }
  if (expr->kind == NodeKind::FuncLit) return false;
  if (const auto* unary = syntax::as<syntax::UnaryExpr>(expr); unary != nullptr && unary->op == Operator::Recv) return true;
  bool found = false;
  syntax::for_each_child(expr, [&](const syntax::Node* child) {
    if (!found && syntax::is_expr_kind(child->kind)) found = has_calls(static_cast<const syntax::Expr*>(child), of_builtins);
  });
  return found;
}

bool Builder::is_addressable(const syntax::Expr* expr) const {
  expr = syntax::unparen(expr);
  switch (expr->kind) {
    case NodeKind::Name: return as_object<types::Var>(info_.object_of(syntax::cast<syntax::Name>(expr))) != nullptr;
    case NodeKind::StarExpr: return true;
    case NodeKind::SelectorExpr: {
      const auto* selector = syntax::cast<syntax::SelectorExpr>(expr);
      const types::Selection* selection = info_.selection_of(selector);
      if (selection == nullptr) return as_object<types::Var>(info_.object_of(selector->sel)) != nullptr;
      if (selection->kind != types::SelectionKind::Field) return false;
      return is_pointer(type_of(selector->x)) || selection->indirect || is_addressable(selector->x);
    }
    case NodeKind::IndexExpr: {
      const auto* index = syntax::cast<syntax::IndexExpr>(expr);
      if (info_.mode_of(index->x) == types::Mode::TypeExpr) return false;
      const Type* type = type_of(index->x);
      if (is_slice(type) || is_pointer(type)) return true;
      return is_array(type) && is_addressable(index->x);
    }
    default: return false;
  }
}

Location Builder::locate(const syntax::Expr* expr) {
  expr = syntax::unparen(expr);
  switch (expr->kind) {
    case NodeKind::Name: return location_of(as_object<types::Var>(info_.object_of(syntax::cast<syntax::Name>(expr))));
    case NodeKind::StarExpr: {
      const auto* star = syntax::cast<syntax::StarExpr>(expr);
      Location location;
      location.kind = Location::Kind::Memory;
      location.base = build_scalar(star->x);
      location.type = type_of(expr);
      location.pos = pos_ = expr->pos;
      return location;
    }
    case NodeKind::SelectorExpr: return locate_selector(syntax::cast<syntax::SelectorExpr>(expr));
    case NodeKind::IndexExpr: return locate_index(syntax::cast<syntax::IndexExpr>(expr));
    default: {
      // &f().x style operands do not occur; a value stands in a temporary.
      Location location;
      Datum datum = build_expr(expr);
      location.kind = Location::Kind::Memory;
      location.base = in_memory(datum);
      location.type = datum.type;
      location.checked = true;
      return location;
    }
  }
}

}  // namespace govm::ir
