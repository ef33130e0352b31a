// Computes type sets once for each interface: methods, terms and whether comparable.
#include "compiler/types/type_set.h"

#include <algorithm>

#include "compiler/types/object.h"
#include "compiler/types/relations.h"

namespace govm::types {
namespace {

/// Keeps of two lists of terms what both admit.
std::vector<Union::Term> intersect(const std::vector<Union::Term>& x, const std::vector<Union::Term>& y) {
  std::vector<Union::Term> both;
  for (const Union::Term& a : x) {
    for (const Union::Term& b : y) {
      if (a.tilde && b.tilde) {
        if (identical(underlying(a.type), underlying(b.type))) both.push_back(a);
      } else if (!a.tilde && includes(b, a.type)) {
        both.push_back(a);
      } else if (!b.tilde && includes(a, b.type)) {
        both.push_back(b);
      }
    }
  }
  return both;
}

void restrict_to(TypeSet& set, const std::vector<Union::Term>& terms) {
  set.terms = set.all_types ? terms : intersect(set.terms, terms);
  set.all_types = false;
}

/// Adds terms to a list without those that others include.
void unite(std::vector<Union::Term>& all, const std::vector<Union::Term>& terms) {
  auto covers = [](const Union::Term& x, const Union::Term& y) { return x.tilde ? includes(x, y.type) : !y.tilde && includes(x, y.type); };
  for (const Union::Term& term : terms) {
    if (std::ranges::any_of(all, [&](const Union::Term& other) { return covers(other, term); })) continue;
    std::erase_if(all, [&](const Union::Term& other) { return covers(term, other); });
    all.push_back(term);
  }
}

/// The terms of a union, those of embedded interfaces flattened; false if a term admits every type.
bool flatten(const Union* type, std::vector<Union::Term>& terms) {
  for (const Union::Term& term : type->terms) {
    if (const auto* interface = as<Interface>(term.type); interface != nullptr && !is_a<TypeParam>(term.type)) {
      const TypeSet& set = type_set_of(interface);
      if (set.all_types) return false;
      unite(terms, set.terms);
    } else if (!is_invalid(term.type) && !(term.tilde && !identical(term.type, underlying(term.type)))) {
      // Of ~T with T not its own underlying type there is no type.
      unite(terms, {term});
    }
  }
  return true;
}

/// Of a set that is both comparable and has terms only the comparable ones remain.
void keep_comparable(TypeSet& set) {
  if (!set.comparable || set.all_types) return;
  std::erase_if(set.terms, [](const Union::Term& term) { return !is_comparable(term.type, true); });
  set.comparable = false;
}

}  // namespace

bool method_before(const Func* x, const Func* y) {
  if (x->name != y->name) return x->name.view() < y->name.view();
  if (x->package == y->package || x->package == nullptr || y->package == nullptr) return false;
  return x->package->path < y->package->path;
}

const TypeSet& type_set_of(const Interface* interface) {
  if (interface->type_set != nullptr) return *interface->type_set;
  static const TypeSet kAllTypes;
  if (!interface->complete) return kAllTypes;  // asked too early, in an erroneous cycle
  auto set = std::make_shared<TypeSet>();
  interface->computed_set = set;
  interface->type_set = set.get();  // an interface that embeds itself (an error) finds itself empty
  set->methods = interface->methods;
  for (const Type* embedded : interface->embedded) {
    if (const auto* inner = as<Interface>(embedded)) {
      const TypeSet& other = type_set_of(inner);
      for (const Func* method : other.methods) {
        bool known = std::ranges::any_of(
            set->methods, [&](const Func* m) { return m->name == method->name && (m->is_exported() || m->package == method->package); });
        if (!known) set->methods.push_back(method);
      }
      set->comparable = set->comparable || other.comparable;
      if (!other.all_types) restrict_to(*set, other.terms);
    } else if (const auto* either = is_a<Union>(embedded)) {
      std::vector<Union::Term> terms;
      if (flatten(either, terms)) restrict_to(*set, terms);
    } else if (embedded != nullptr && !is_invalid(embedded)) {
      restrict_to(*set, {{false, embedded}});
    }
  }
  keep_comparable(*set);
  std::ranges::stable_sort(set->methods, method_before);
  return *set;
}

const TypeSet* comparable_type_set() {
  static const TypeSet kComparable{.methods = {}, .all_types = true, .terms = {}, .comparable = true};
  return &kComparable;
}

bool includes(const Union::Term& term, const Type* type) {
  return term.tilde ? identical(underlying(term.type), underlying(type)) : identical(term.type, type);
}

}  // namespace govm::types
