// Whether a type implements an interface or satisfies a constraint, and why not (spec: "Implementing an interface",
// "Satisfying a type constraint").
#include <fmt/format.h>

#include <algorithm>

#include "compiler/types/context.h"

namespace govm::types {
namespace {

bool is_interface_pointer(const Type* type) {
  auto* pointer = as<Pointer>(type);
  return pointer && as<Interface>(pointer->elem);
}

std::string interface_pointer_error(Context& c, const Type* type) {
  const char* what = is_type_param(as<Pointer>(type)->elem) ? "type parameter" : "interface";
  return fmt::format("type {} is pointer to {}, not {}", c.text(type), what, what);
}

bool has_invalid_embedded_fields(const Type* type, std::vector<const Struct*>& seen) {
  auto* pointer = as<Pointer>(type);
  auto* structure = as<Struct>(pointer ? pointer->elem : type);
  if (!structure || std::ranges::find(seen, structure) != seen.end()) return false;
  seen.push_back(structure);
  return std::ranges::any_of(structure->fields, [&](const Var* field) {
    return field->embedded && (is_invalid(field->type) || has_invalid_embedded_fields(field->type, seen));
  });
}

std::string method_text(Context& c, const Func* method) {
  return method->name.str() + signature_string(method->signature(), c.message_context(), ParamNames::Hide);
}

/// The two signatures, told apart by package paths if need be; nothing if even they do not.
std::string have_and_want(Context& c, const Func* have, const Func* want) {
  std::string have_text = method_text(c, have), want_text = method_text(c, want);
  if (have_text == want_text) {
    have_text = have->name.str() + signature_string_with_paths(have->signature());
    want_text = want->name.str() + signature_string_with_paths(want->signature());
  }
  return have_text == want_text ? "" : fmt::format("\n\t\thave {}\n\t\twant {}", have_text, want_text);
}

std::string absent_method_cause(Context& c, const Type* type, const Type* interface_type, const Func* method) {
  std::string name = method->name.str();
  if (as<Interface>(type) == nullptr) {
    Found other = lookup_field_or_method(type, false, method->package, method->name, true);
    if (auto* func = as_object<Func>(other.object)) {
      declare_object(c, const_cast<Func*>(func));
      if (func->name == method->name) return fmt::format("(unexported method {})", name);
      std::string have = method_text(c, func), want = method_text(c, method);
      return fmt::format("(missing method {})\n\t\thave {}\n\t\twant {}", name, have, want);
    }
  }
  if (is_interface_pointer(type)) return "(" + interface_pointer_error(c, type) + ")";
  if (is_interface_pointer(interface_type)) return "(" + interface_pointer_error(c, interface_type) + ")";
  return fmt::format("(missing method {})", name);
}

/// Whether all types of the one set are in the other.
bool is_subset(const TypeSet& some, const TypeSet& all) {
  if (all.all_types) return true;
  if (some.all_types) return false;
  return std::ranges::all_of(some.terms, [&](const Union::Term& x) {
    return std::ranges::any_of(all.terms,
                               [&](const Union::Term& y) { return x.tilde ? y.tilde && includes(y, x.type) : includes(y, x.type); });
  });
}

bool mentions_type(const Type* constraint, const Type* type) {
  if (auto* interface = is_a<Interface>(constraint)) {
    return std::ranges::any_of(interface->embedded, [&](const Type* embedded) { return mentions_type(embedded, type); });
  }
  if (auto* either = is_a<Union>(constraint)) {
    return std::ranges::any_of(either->terms, [&](const Union::Term& term) { return mentions_type(term.type, type); });
  }
  return identical(constraint, type);
}

/// With the packages of all types.
std::string terms_text(const std::vector<Union::Term>& terms) {
  std::string text;
  for (const Union::Term& term : terms)
    text += (text.empty() ? "" : " | ") + std::string(term.tilde ? "~" : "") + message_string(term.type, {});
  return text;
}

/// One question, with the words for its answer.
class Implementation {
 public:
  Implementation(Context& c, const Type* type, const Type* interface_type, bool constraint)
      : c(c), type(type), wanted(interface_type), constraint(constraint), verb(constraint ? "satisfy" : "implement") {}

  std::string gap() {
    if (is_invalid(underlying(type)) || is_invalid(underlying(wanted))) return "";
    if (auto* pointer = as<Pointer>(type); pointer && is_invalid(underlying(pointer->elem))) return "";
    auto* interface = as<Interface>(wanted);
    if (!interface) {
      return does_not("(" + (is_interface_pointer(wanted) ? interface_pointer_error(c, wanted) : c.text(wanted) + " is not an interface") +
                      ")");
    }
    const TypeSet& set = type_set_of(interface);
    if (set.methods.empty() && set.all_types && !set.comparable) return "";
    auto* own = as<Interface>(type);
    if (own && type_set_of(own).is_empty()) return "";
    if (set.is_empty()) return fmt::format("cannot {} {} (empty type set)", verb, c.text(wanted));
    if (std::string cause = missing_method_cause(c, type, wanted, true); !cause.empty()) return does_not(cause);
    if (!set.all_types) {
      if (own) {
        if (!is_subset(type_set_of(own), set)) return fmt::format("{} does not {} {}", c.text(type), verb, c.text(wanted));
      } else if (std::ranges::none_of(set.terms, [&](const Union::Term& term) { return includes(term, type); })) {
        return does_not("(" + exclusion(interface, set) + ")");
      }
    }
    return comparability(set);
  }

 private:
  std::string does_not(const std::string& cause) { return fmt::format("{} does not {} {} {}", c.text(type), verb, c.text(wanted), cause); }

  std::string exclusion(const Interface* interface, const TypeSet& set) {
    for (const Union::Term& term : set.terms) {
      bool plain = !term.tilde && identical(term.type, underlying(term.type));
      if (plain && identical(term.type, underlying(type)))
        return fmt::format("possibly missing ~ for {} in {}", c.text(term.type), c.text(wanted));
    }
    if (mentions_type(interface, type)) {
      return fmt::format("{} mentions {}, but {} is not in the type set of {}", c.text(wanted), c.text(type), c.text(type), c.text(wanted));
    }
    return fmt::format("{} missing in {}", c.text(type), terms_text(set.terms));
  }

  // Spec: for a constraint an interface that is not strictly comparable will do, since Go 1.20.
  std::string comparability(const TypeSet& set) {
    if (!is_comparable_set(set) || is_comparable(type, true)) return "";
    if (constraint && is_comparable(type, false)) {
      return c.allows_version(20) ? "" : fmt::format("{} to {} comparable requires go1.20 or later", c.text(type), verb);
    }
    return fmt::format("{} does not {} comparable", c.text(type), verb);
  }

  static bool is_comparable_set(const TypeSet& set) {
    if (set.all_types) return set.comparable;
    return std::ranges::all_of(set.terms, [](const Union::Term& term) { return is_comparable(term.type, true); });
  }

  Context& c;
  const Type* type;
  const Type* wanted;
  bool constraint;
  const char* verb;
};

}  // namespace

std::string missing_method_cause(Context& c, const Type* type, const Type* interface_type, bool static_check) {
  if (is_invalid(type)) return "";
  MissingMethod missing = missing_method(type, as<Interface>(interface_type), static_check, [&](const Func* method) {
    if (method->type == nullptr) declare_object(c, const_cast<Func*>(method));
  });
  if (missing.method == nullptr) return "";
  std::vector<const Struct*> seen;
  if (has_invalid_embedded_fields(type, seen)) return "";
  std::string name = missing.method->name.str();
  switch (missing.why) {
    case MissingMethod::Why::WrongType:
      return fmt::format("(wrong type for method {}){}", name, have_and_want(c, missing.found, missing.method));
    case MissingMethod::Why::Ambiguous: return fmt::format("(ambiguous selector {}.{})", c.text(type), name);
    case MissingMethod::Why::PointerReceiver: return fmt::format("(method {} has pointer receiver)", name);
    case MissingMethod::Why::Field: return fmt::format("({}.{} is a field, not a method)", c.text(type), name);
    case MissingMethod::Why::Absent: break;
  }
  return absent_method_cause(c, type, interface_type, missing.method);
}

std::string implementation_gap(Context& c, const Type* type, const Type* interface_type, bool constraint) {
  return Implementation(c, type, interface_type, constraint).gap();
}

}  // namespace govm::types
