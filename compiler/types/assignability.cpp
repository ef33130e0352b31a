// Assignability (spec: "Assignability") and implementing an interface.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/types/context.h"

namespace govm::types {
namespace {

bool admits(const TypeSet& set, const Type* type) {
  if (set.all_types) return true;
  return std::any_of(set.terms.begin(), set.terms.end(), [&](const Union::Term& term) { return includes(term, type); });
}

}  // namespace

std::string missing_method_cause(Context& c, const Type* type, const Interface* interface) {
  const Func* wrong = nullptr;
  bool pointer_receiver = false;
  const Func* missing = missing_method(type, interface, true, &wrong, &pointer_receiver);
  if (!missing) return "";
  std::string name(missing->name.view());
  if (wrong) {
    auto tail = [&](const Func* f) { return c.text(f->type).substr(4); };
    return fmt::format("(wrong type for method {})\n\t\thave {}{}\n\t\twant {}{}", name, name, tail(wrong), name, tail(missing));
  }
  if (pointer_receiver) return fmt::format("(method {} has pointer receiver)", name);
  if (auto* p = is_a<Pointer>(type); p && is_interface(p->elem)) {
    return fmt::format("(type {} is pointer to interface, not interface)", c.text(type));
  }
  return fmt::format("(missing method {})", name);
}

std::string implementation_gap(Context& c, const Type* type, const Type* interface_type) {
  const Type* under = underlying(type);
  if (!under || is_invalid(type) || is_invalid(interface_type)) return "";
  auto* interface = as<Interface>(interface_type);
  if (!interface) return fmt::format("{} is not an interface", c.text(interface_type));
  const TypeSet& set = type_set_of(interface);
  if (set.methods.empty() && set.all_types && !set.comparable) return "";
  const char* verb = set.is_constraint_only() ? "satisfy" : "implement";
  if (std::string cause = missing_method_cause(c, type, interface); !cause.empty()) {
    return fmt::format("{} does not {} {} {}", c.text(type), verb, c.text(interface_type), cause);
  }
  if (set.comparable && !is_comparable(type, false)) return fmt::format("{} does not {} comparable", c.text(type), verb);
  if (!set.all_types) {
    bool fits = true;
    if (is_type_param(type)) {
      fits = for_each_term(type, [&](const Type* t, const Type*) { return t && admits(set, t); });
    } else if (is_interface(type)) {
      const TypeSet& own = type_set_of(as<Interface>(type));
      fits = !own.all_types;
      for (const Union::Term& term : own.terms) fits &= admits(set, term.type);
    } else {
      fits = admits(set, type);
    }
    if (!fits) {
      for (const Union::Term& term : set.terms) {
        if (!term.tilde && identical(underlying(term.type), underlying(type))) {
          return fmt::format("{} does not {} {} (possibly missing ~ for {} in {})", c.text(type), verb, c.text(interface_type),
                             c.text(term.type), c.text(interface_type));
        }
      }
      return fmt::format("{} does not {} {} ({} missing in {})", c.text(type), verb, c.text(interface_type), c.text(type),
                         c.text(interface_type));
    }
  }
  return "";
}

bool is_assignable(Context& c, const Operand& x, const Type* target, std::string* cause) {
  if (!x || is_invalid(target) || is_invalid(x.type)) return true;
  const Type* from = x.type;
  // "V and T are identical."
  if (identical(from, target)) return true;
  const Type *from_under = underlying(from), *to_under = underlying(target);
  if (is_untyped(from)) {
    if (x.is_nil()) return has_nil(target);
    Operand y = x;
    if (is_type_param(target)) {
      return for_each_term(target, [&](const Type* t, const Type*) { return t && is_assignable(c, y, t, nullptr); });
    }
    if (is_interface(target)) {
      auto* interface = as<Interface>(target);
      return type_set_of(interface).methods.empty();
    }
    auto* basic = as<Basic>(target);
    if (!basic) return false;
    if (x.mode == Mode::Constant) return is_representable(x.value, basic, nullptr);
    if (is_boolean(from)) return is_boolean(target);
    return is_numeric(target) && is_numeric(from);
  }
  bool from_named = is_named(from), to_named = is_named(target);
  // "V and T have identical underlying types … and at least one of V or T is not a named type."
  if (identical(from_under, to_under) && (!from_named || !to_named) && !is_type_param(from) && !is_type_param(target)) return true;
  // "T is an interface type, but not a type parameter, and x implements T."
  if (is_interface(target)) {
    std::string gap = implementation_gap(c, from, target);
    if (gap.empty()) return true;
    if (cause) *cause = gap;
    return false;
  }
  if (is_interface(from) && cause) {
    if (missing_method(target, as<Interface>(from), false, nullptr, nullptr) == nullptr) *cause = "need type assertion";
  }
  // "V and T are channel types with identical element types, V is bidirectional, and one of them is not named."
  if (auto *a = as<Chan>(from), *b = as<Chan>(target); a && b && a->dir == ChanDir::Both && identical(a->elem, b->elem)) {
    return !from_named || !to_named;
  }
  if (is_type_param(target) && !from_named) {
    return for_each_term(target, [&](const Type* t, const Type*) { return t && is_assignable(c, x, t, nullptr); });
  }
  if (is_type_param(from) && !to_named) {
    return for_each_term(from, [&](const Type* t, const Type*) {
      if (!t) return false;
      Operand y = x;
      y.type = t;
      return is_assignable(c, y, target, nullptr);
    });
  }
  return false;
}

void check_assignment(Context& c, Operand& x, const Type* target, std::string_view what) {
  if (!x) return;
  switch (x.mode) {
    case Mode::Constant:
    case Mode::Variable:
    case Mode::MapIndex:
    case Mode::Value:
    case Mode::Nil:
    case Mode::CommaOk: break;
    default:
      c.report(pos_of(x), diag::kInvalidAssignmentSource, c.text(x), what);
      x.mode = Mode::Invalid;
      return;
  }
  if (x.is_nil()) {
    if (!target) {
      c.report(pos_of(x), diag::kUntypedNilUse, what);
      x.mode = Mode::Invalid;
      return;
    }
    if (!has_nil(target)) {
      if (!is_invalid(target)) c.report(pos_of(x), diag::kInvalidAssignment, "nil", c.text(target), what, "");
      x.mode = Mode::Invalid;
      return;
    }
    update_expr_type(c, x.expr, target);
    x.type = target;
    return;
  }
  if (is_untyped(x.type)) {
    const Type* wanted = target;
    // Spec: an untyped constant assigned to an interface, or without a type wanted, gets its default type.
    if (!target || is_interface(target)) wanted = c.store.default_type(x.type);
    Operand y = x;
    if (target && is_interface(target) && !type_set_of(as<Interface>(target)).methods.empty()) {
      y.type = wanted;
      std::string gap = implementation_gap(c, wanted, target);
      c.report(pos_of(x), diag::kInvalidAssignment, c.text(y), c.text(target), what, gap.empty() ? "" : ": " + gap);
      x.mode = Mode::Invalid;
      return;
    }
    std::string cause;
    bool constant_fits = x.mode != Mode::Constant || is_type_param(wanted) || !as<Basic>(wanted) || is_assignable(c, x, wanted, &cause);
    bool kinds_fit = is_type_param(wanted) || is_assignable(c, x, wanted, &cause);
    if (!constant_fits || !kinds_fit) {
      bool numeric = x.mode == Mode::Constant && is_numeric(x.type) && as<Basic>(wanted) && is_numeric(wanted) && !is_type_param(wanted);
      if (numeric) {
        bool truncated = !is_integer(x.type) && is_integer(wanted);
        if (truncated) {
          c.report(pos_of(x), diag::kTruncatedAssignment, c.text(x), c.text(wanted), what);
        } else {
          c.report(pos_of(x), diag::kOverflowingAssignment, c.text(x), c.text(wanted), what);
        }
      } else {
        c.report(pos_of(x), diag::kInvalidAssignment, c.text(x), c.text(wanted), what, "");
      }
      x.mode = Mode::Invalid;
      return;
    }
    convert_untyped(c, x, wanted);
    if (!x) return;
  }
  if (!target) return;
  std::string cause;
  if (!is_assignable(c, x, target, &cause)) {
    c.report(pos_of(x), diag::kInvalidAssignment, c.text(x), c.text(target), what, cause.empty() ? "" : ": " + cause);
    x.mode = Mode::Invalid;
  }
}

bool match_types(Context& c, Operand& x, Operand& y) {
  auto may_match = [&](const Operand& a, const Operand& b) {
    if (is_untyped(a.type) && is_untyped(b.type)) return true;
    // Untyped operands convert to interfaces only where those have no methods.
    if (is_interface(a.type) || is_interface(b.type)) return true;
    if (is_boolean(a.type) != is_boolean(b.type) && !is_type_param(a.type) && !is_type_param(b.type)) return false;
    if (is_string(a.type) != is_string(b.type) && !is_type_param(a.type) && !is_type_param(b.type)) return false;
    if (a.is_nil()) return has_nil(b.type);
    if (b.is_nil()) return has_nil(a.type);
    if (as<Pointer>(a.type) || as<Pointer>(b.type)) return false;
    return true;
  };
  if (!is_untyped(x.type) && !is_untyped(y.type)) return true;
  if (!may_match(x, y)) return false;
  if (is_untyped(x.type) && is_untyped(y.type)) {
    if (x.is_nil() || y.is_nil()) return x.is_nil() && y.is_nil();
    BasicKind a = is_a<Basic>(x.type)->basic(), b = is_a<Basic>(y.type)->basic();
    if (is_numeric(x.type) && is_numeric(y.type)) {
      const Type* larger = a < b ? y.type : x.type;
      convert_untyped(c, x, larger);
      convert_untyped(c, y, larger);
      return true;
    }
    return a == b;
  }
  Operand& untyped = is_untyped(x.type) ? x : y;
  Operand& typed = is_untyped(x.type) ? y : x;
  if (untyped.is_nil()) {
    untyped.type = typed.type;
    c.info.record(untyped.expr).type = typed.type;
    return true;
  }
  const Type* target = typed.type;
  if (is_interface(target)) {
    if (!type_set_of(as<Interface>(target)).methods.empty()) return false;
    target = c.store.default_type(untyped.type);
  } else if (auto* basic = as<Basic>(target); basic && !is_type_param(target)) {
    if (untyped.mode == Mode::Constant && !is_representable(untyped.value, basic, nullptr)) {
      if (is_numeric(untyped.type) && is_numeric(basic)) {
        check_representable(c, untyped, basic);
        return true;
      }
      return false;
    }
  } else if (!is_type_param(target)) {
    return false;
  }
  convert_untyped(c, untyped, target);
  return true;
}

}  // namespace govm::types
