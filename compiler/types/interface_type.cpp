// Spec: "Interface types".
#include "compiler/types/type_expr.h"

#include <algorithm>

namespace govm::types {
namespace {

// Go's limit: more make checking slow.
constexpr size_t kMaxUnionTerms = 100;

/// One term: ~T or T; it cannot be a type parameter.
Union::Term check_term(Context& c, syntax::Expr* expr) {
  auto* unary = syntax::as<syntax::UnaryExpr>(expr);
  bool tilde = unary && unary->op == syntax::Operator::Tilde;
  syntax::Expr* plain = tilde ? unary->x : expr;
  const Type* type = check_type(c, plain);
  if (is_type_param(type)) {
    if (tilde) {
      c.report(pos_of(plain), diag::kTildeOfTypeParam, c.text(expr));
    } else {
      c.report(pos_of(plain), diag::kTypeParamAsTerm);
    }
    type = c.invalid_type();
  }
  return {tilde, type};
}

/// With the packages of all types.
std::string term_text(const Union::Term& term) { return (term.tilde ? "~" : "") + message_string(term.type, {}); }

/// Neither includes the other's types.
bool are_disjoint(const Union::Term& x, const Union::Term& y) {
  const Type* a = y.tilde ? underlying(x.type) : x.type;
  const Type* b = x.tilde ? underlying(y.type) : y.type;
  return !identical(a, b);
}

// Spec: "In a term of the form ~T, the underlying type of T must be itself, and T cannot be an interface", "the type sets
// of all non-interface terms … must be pairwise disjoint", and interfaces in unions may have no methods.
void check_union_terms(Context& c, const std::vector<Union::Term>& terms, const std::vector<syntax::Expr*>& exprs) {
  for (size_t i = 0; i < terms.size(); i++) {
    const Union::Term& term = terms[i];
    if (is_invalid(term.type)) continue;
    Pos pos = pos_of(exprs[i]);
    auto* interface = as<Interface>(term.type);
    if (term.tilde && interface) {
      c.report(pos, diag::kTildeOfInterface, c.text(term.type));
      continue;
    }
    if (term.tilde && !identical(underlying(term.type), term.type)) {
      c.report(pos, diag::kTildeOfNamed, c.text(term.type), c.text(underlying(term.type)));
      continue;
    }
    if (interface) {
      const TypeSet& set = type_set_of(interface);
      if (!set.methods.empty()) {
        c.report(pos, diag::kMethodsInUnion, term_text(term), term_text(term), "contains methods");
      } else if (unalias(term.type) == unalias(c.store.comparable_type())) {
        c.report(pos, diag::kComparableInUnion);
      } else if (set.comparable) {
        c.report(pos, diag::kMethodsInUnion, term_text(term), term_text(term), "embeds comparable");
      }
      continue;
    }
    for (size_t j = 0; j < i; j++) {
      if (as<Interface>(terms[j].type) || is_invalid(terms[j].type) || are_disjoint(terms[j], term)) continue;
      c.report(pos, diag::kOverlappingTerms, term_text(term), term_text(terms[j]));
      break;
    }
  }
}

/// Methods of one name that come from several embedded interfaces must have one type, and were an error before Go 1.14.
void check_method_names(Context& c, const Interface* interface) {
  struct Seen {
    const Func* method;
    Pos pos;
  };
  std::vector<Seen> seen;
  for (const Func* method : interface->methods) seen.push_back({method, method->pos});
  for (size_t i = 0; i < interface->embedded.size(); i++) {
    auto* inner = as<Interface>(interface->embedded[i]);
    if (!inner) continue;
    Pos pos = interface->embedded_pos[i];
    for (const Func* method : type_set_of(inner).methods) {
      auto other = std::ranges::find_if(seen, [&](const Seen& s) {
        return s.method->name == method->name && (method->is_exported() || s.method->package == method->package);
      });
      if (other == seen.end()) {
        seen.push_back({method, pos});
        continue;
      }
      c.put_off([&c, pos, method, other = *other] {
        if (c.allows_version(14) && identical(method->type, other.method->type)) return;
        c.report(pos, diag::kDuplicateInterfaceMethod, method->name.view())
            .note(other.pos, "other declaration of method " + method->name.str());
      });
    }
  }
}

}  // namespace

const Type* check_union(Context& c, syntax::Expr* expr) {
  std::vector<syntax::Expr*> list;
  syntax::Expr* at = expr;
  for (auto* binary = syntax::as<syntax::BinaryExpr>(at); binary && binary->op == syntax::Operator::Or;
       binary = syntax::as<syntax::BinaryExpr>(at)) {
    list.push_back(binary->y);
    at = binary->x;
  }
  list.push_back(at);
  std::ranges::reverse(list);
  std::vector<Union::Term> terms;
  for (syntax::Expr* term : list) {
    terms.push_back(check_term(c, term));
    if (terms.size() > kMaxUnionTerms) {
      c.report(pos_of(term), diag::kManyUnionTerms, static_cast<int64_t>(kMaxUnionTerms));
      return c.invalid_type();
    }
  }
  if (terms.size() == 1 && !terms[0].tilde) return terms[0].type;
  c.put_off([&c, terms, list] { check_union_terms(c, terms, list); });
  return c.store.make<Union>(std::move(terms));
}

void check_element_version(Context& c, const Type* element, Pos pos) {
  if (is_invalid(underlying(element)) || !pos) return;
  if (auto* interface = as<Interface>(element)) {
    auto* named = is_a<Named>(element);
    bool imported = named && named->object->package && named->object->package != c.package;
    if (imported && type_set_of(interface).is_constraint_only())
      c.require_version(pos, 18, "embedding constraint interface " + c.text(element));
  } else if (is_a<Union>(element)) {
    c.require_version(pos, 18, "embedding interface element " + c.text(element));
  } else {
    c.require_version(pos, 18, "embedding non-interface type " + c.text(element));
  }
}

const Type* check_interface(Context& c, syntax::InterfaceType* expr, Named* definition) {
  auto* interface = c.store.make<Interface>();
  interface->complete = false;
  if (c.interface_depth++ == 0) c.interface_types.emplace_back(expr->pos, interface);
  const Type* receiver = definition ? static_cast<const Type*>(definition) : interface;
  std::unordered_map<Symbol, Func*> seen;
  for (syntax::Field* field : expr->methods) {
    if (!field->name) {
      interface->embedded.push_back(check_union(c, field->type));
      interface->embedded_pos.push_back(pos_of(field->type));
      continue;
    }
    if (field->name->symbol.is_blank()) {
      c.report(field->name->pos, diag::kBlankMethod);
      continue;
    }
    auto* type = syntax::as<syntax::FuncType>(field->type);
    if (!type) continue;
    Func* method = c.store.make_func(field->name->pos, c.package, field->name->symbol);
    Signature* signature = check_signature(c, nullptr, {}, type, c.store.make_scope(c.env.scope), nullptr);
    signature->recv = c.store.make_var(method->pos, c.package, Symbol(), receiver, VarKind::Receiver);
    method->type = signature;
    method->color = Object::Color::Black;
    c.info.define(field->name, method);
    if (auto [at, fresh] = seen.try_emplace(method->name, method); !fresh) {
      c.report(method->pos, diag::kDuplicateInterfaceMethod, method->name.view())
          .note(at->second->pos, "other declaration of method " + method->name.str());
      continue;
    }
    interface->methods.push_back(method);
  }
  interface->complete = true;
  c.interface_depth--;
  c.put_off([&c, interface] {
    for (size_t i = 0; i < interface->embedded.size(); i++) check_element_version(c, interface->embedded[i], interface->embedded_pos[i]);
    type_set_of(interface);
    check_method_names(c, interface);
  });
  return interface;
}

}  // namespace govm::types
