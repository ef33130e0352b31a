// Assignability (spec: "Assignability"), assignment, and the matching of two operands.
#include <fmt/format.h>

#include "compiler/types/context.h"

namespace govm::types {
namespace {

bool is_interface_or_pointer_to_one(const Type* type) {
  if (is_type_param(type)) return false;
  if (as<Interface>(type)) return true;
  auto* pointer = as<Pointer>(type);
  return pointer && as<Interface>(pointer->elem);  // type parameters have one
}

bool explain(std::string* cause, std::string line) {
  if (cause) *cause = cause->empty() ? std::move(line) : line + "\n\t" + *cause;
  return false;
}

}  // namespace

bool is_assignable(Context& c, const Operand& x, const Type* target, std::string* cause) {
  if (!x || is_invalid(target)) return true;
  const Type* from = x.type;
  // "V and T are identical."
  if (identical(from, target)) return true;
  if (is_untyped(from)) return is_implicitly_convertible(c, x, target);
  bool from_named = is_named(from), to_named = is_named(target);
  bool from_param = is_type_param(from), to_param = is_type_param(target);
  // "V and T have identical underlying types and are not type parameters and at least one of V or T is not a named type."
  if (!from_param && !to_param && (!from_named || !to_named) && identical(underlying(from), underlying(target))) return true;
  // "T is an interface type, but not a type parameter, and x implements T." A pointer to an interface is asked for the
  // reason alone.
  if (is_interface_or_pointer_to_one(target)) {
    std::string gap = implementation_gap(c, from, target);
    if (gap.empty()) return true;
    if (!from_param) {
      if (cause) *cause = gap;
      return false;
    }
  }
  if (is_interface(from) && implementation_gap(c, target, from).empty()) {
    if (cause) *cause = "need type assertion";
    return false;
  }
  // "V and T are channel types with identical element types, V is bidirectional, and one of them is not named."
  if (auto* a = as<Chan>(from), *b = as<Chan>(target);
      a && b && !from_param && !to_param && a->dir == ChanDir::Both && identical(a->elem, b->elem)) {
    return !from_named || !to_named;
  }
  if (to_param && !from_named) {
    return for_each_term(target, [&](const Type* t, const Type*) {
      if (!t) return false;
      if (is_assignable(c, x, t, cause)) return true;
      return explain(cause, fmt::format("cannot assign {} to {} (in {})", c.text(from), c.text(t), c.text(target)));
    });
  }
  if (from_param && !to_named) {
    Operand y = x;
    return for_each_term(from, [&](const Type* t, const Type*) {
      if (!t) return false;
      y.type = t;
      if (is_assignable(c, y, target, cause)) return true;
      return explain(cause, fmt::format("cannot assign {} (in {}) to {}", c.text(t), c.text(from), c.text(target)));
    });
  }
  return false;
}

void check_assignment(Context& c, Operand& x, const Type* target, std::string_view what) {
  check_single_value(c, x);
  switch (x.mode) {
    case Mode::Invalid: return;
    case Mode::Constant:
    case Mode::Variable:
    case Mode::MapIndex:
    case Mode::Value:
    case Mode::Nil:
    case Mode::CommaOk: break;
    default:
      c.report(pos_of(x), diag::kInvalidAssignmentSource, c.text(x), target ? c.text(target) : "nil", what);
      x.mode = Mode::Invalid;
      return;
  }
  if (is_untyped(x.type)) {
    const Type* wanted = target;
    if (x.is_nil()) {
      if (!target) {
        c.report(pos_of(x), diag::kUseOfUntypedNil, what);
        x.mode = Mode::Invalid;
        return;
      }
    } else if (!target || is_interface(target)) {
      // Spec: "If an untyped constant is assigned to a variable of interface type or the blank identifier, the constant
      // is first implicitly converted to … " its default type.
      wanted = c.store.default_type(x.type);
    }
    if (!convert_for_assignment(c, x, wanted, what)) return;
  }
  require_instance(c, x, {target, what});
  if (!x || !target) return;
  std::string cause;
  if (is_assignable(c, x, target, &cause)) return;
  c.report(pos_of(x), diag::kInvalidAssignment, c.text(x), c.text(target), what, cause.empty() ? "" : ": " + cause);
  x.mode = Mode::Invalid;
}

void match_types(Context& c, Operand& x, Operand& y) {
  auto may_convert = [&] {
    if (!is_untyped(x.type) && !is_untyped(y.type)) return false;
    if (is_numeric(x.type) != is_numeric(y.type)) return false;
    if (is_interface(x.type) || is_interface(y.type)) return true;
    if (is_boolean(x.type) != is_boolean(y.type) || is_string(x.type) != is_string(y.type)) return false;
    if (x.is_nil()) return has_nil(y.type);
    if (y.is_nil()) return has_nil(x.type);
    return !as<Pointer>(x.type) && !as<Pointer>(y.type);
  };
  if (!may_convert()) return;
  convert_untyped(c, x, y.type);
  if (!x) return;
  convert_untyped(c, y, x.type);
  if (!y) x.mode = Mode::Invalid;
}

}  // namespace govm::types
