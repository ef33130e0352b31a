// The unifier: exact and inexact matching of two types, and joined parameters.
#include "compiler/types/unify.h"

#include <algorithm>

namespace govm::types {
namespace {

/// Written out, without a name of its own.
bool is_literal(const Type* type) { return !is_a<Named>(type) && !is_a<TypeParam>(type); }

const Interface* interface_of(const Type* type) { return is_a<TypeParam>(type) ? nullptr : as<Interface>(type); }

bool same_terms(const TypeSet& x, const TypeSet& y) {
  if (x.all_types != y.all_types || x.comparable != y.comparable) return false;
  auto within = [](const TypeSet& a, const TypeSet& b) {
    return std::ranges::all_of(a.terms, [&](const Union::Term& s) {
      return std::ranges::any_of(b.terms, [&](const Union::Term& t) { return s.tilde == t.tilde && identical(s.type, t.type); });
    });
  };
  return within(x, y) && within(y, x);
}

bool same_name(const Object* x, const Object* y) { return x->name == y->name && (x->is_exported() || x->package == y->package); }

}  // namespace

Unifier::Unifier(const std::vector<const TypeParam*>& params, const std::vector<const Type*>& args)
    : params_(params), types_(params.size(), nullptr) {
  for (size_t i = 0; i < params.size(); i++) slot_.push_back(i);
  std::copy(args.begin(), args.end(), types_.begin());
}

size_t Unifier::unknown_count() const {
  return static_cast<size_t>(std::ranges::count_if(slot_, [&](size_t slot) { return types_[slot] == nullptr; }));
}

std::vector<const Type*> Unifier::inferred() const {
  std::vector<const Type*> list;
  for (size_t slot : slot_) list.push_back(types_[slot]);
  return list;
}

size_t Unifier::bound_index(const Type* type) const {
  const TypeParam* param = is_a<TypeParam>(type);
  if (!param) return kUnbound;
  auto at = std::ranges::find(params_, param);
  return at == params_.end() ? kUnbound : static_cast<size_t>(at - params_.begin());
}

bool Unifier::join(size_t p, size_t q) {
  size_t keep = slot_[p], drop = slot_[q];
  if (keep == drop) return true;
  if (types_[keep] && types_[drop]) return false;
  if (!types_[keep]) types_[keep] = types_[drop];
  std::ranges::replace(slot_, drop, keep);
  return true;
}

bool Unifier::unify_types(const Type* x, const Type* y, Match match, const Pair* pairs) {
  if (!x || !y) return false;
  if (unalias(x) == unalias(y)) return true;
  if (depth_ >= kDepthLimit) return false;  // a type that contains itself through its own argument
  depth_++;
  bool equal = unify_steps(x, y, match, pairs);
  depth_--;
  return equal;
}

bool Unifier::unify_steps(const Type* x, const Type* y, Match match, const Pair* pairs) {
  // From here on: a defined type stands right, a bound parameter left.
  if (is_a<Named>(x) || bound_index(y) != kUnbound) std::swap(x, y);
  if (match != Match::Exact && is_a<Named>(y) && is_literal(x) && !is_interface(x)) {
    y = underlying(y);
    if (!y || unalias(x) == y) return y != nullptr;
  }
  size_t px = bound_index(x), py = bound_index(y);
  if (px != kUnbound && py != kUnbound) return join(px, py) || unify_types(at(px), at(py), match, pairs);
  if (px != kUnbound) return unify_bound(px, y, match, pairs);

  if (match != Match::Exact) {
    const Interface *ix = interface_of(x), *iy = interface_of(y);
    if (ix && iy) return unify_interfaces(ix, iy, pairs);
    if (ix) return unify_methods(ix, y, pairs);
    if (iy) return unify_methods(iy, x, pairs);
  }
  if (is_a<TypeParam>(y)) std::swap(x, y);
  if (is_a<TypeParam>(x)) {
    // A parameter of the enclosing function: its core type is all that is known of it.
    const Type* core = core_type(x);
    return core && unify_types(core, y, Match::Assignable, pairs);
  }
  return unify_structure(unalias(x), unalias(y), match, pairs);
}

bool Unifier::unify_bound(size_t param, const Type* y, Match match, const Pair* pairs) {
  const Type* known = at(param);
  if (!known) {
    set(param, y);
    return true;
  }
  if (!unify_types(known, y, match, pairs)) return false;
  const Interface *ix = interface_of(known), *iy = interface_of(y);
  if ((ix != nullptr) != (iy != nullptr)) return false;
  bool x_named = is_a<Named>(known) != nullptr, y_named = is_a<Named>(y) != nullptr;
  if (ix) {
    if (x_named && y_named) return identical(known, y);
    if (type_set_of(ix).methods.size() != type_set_of(iy).methods.size()) return false;
  }
  if (match == Match::Exact || x_named) return true;
  // Of equal types the defined one is taken, of channels the restricted one.
  auto* chan = as<Chan>(y);
  if (y_named || (chan && chan->dir != ChanDir::Both)) set(param, y);
  return true;
}

bool Unifier::unify_interfaces(const Interface* x, const Interface* y, const Pair* pairs) {
  const TypeSet &a = type_set_of(x), &b = type_set_of(y);
  if (!same_terms(a, b)) return false;
  for (const Pair* p = pairs; p; p = p->outer) {
    if ((p->x == x && p->y == y) || (p->x == y && p->y == x)) return true;
  }
  Pair pair{x, y, pairs};
  const auto& few = a.methods.size() <= b.methods.size() ? a.methods : b.methods;
  const auto& many = a.methods.size() <= b.methods.size() ? b.methods : a.methods;
  return std::ranges::all_of(few, [&](const Func* method) {
    auto other = std::ranges::find_if(many, [&](const Func* m) { return same_name(m, method); });
    return other != many.end() && unify_types(method->type, (*other)->type, Match::Exact, &pair);
  });
}

bool Unifier::unify_methods(const Interface* interface, const Type* type, const Pair* pairs) {
  return std::ranges::all_of(type_set_of(interface).methods, [&](const Func* method) {
    Found found = lookup_field_or_method(type, false, method->package, method->name);
    const Func* own = found.object && found.object->kind == ObjectKind::Func ? static_cast<const Func*>(found.object) : nullptr;
    return own && own->signature() && !own->signature()->is_generic() && unify_types(method->type, own->type, Match::Exact, pairs);
  });
}

bool Unifier::unify_structure(const Type* x, const Type* y, Match match, const Pair* pairs) {
  if (x->kind() != y->kind()) return false;
  Match inner = match == Match::Loose ? Match::Loose : Match::Exact;
  switch (x->kind()) {
    case TypeKind::Array: {
      auto *a = static_cast<const Array*>(x), *b = static_cast<const Array*>(y);
      return (a->length < 0 || b->length < 0 || a->length == b->length) && unify_types(a->elem, b->elem, inner, pairs);
    }
    case TypeKind::Slice: return unify_types(static_cast<const Slice*>(x)->elem, static_cast<const Slice*>(y)->elem, inner, pairs);
    case TypeKind::Pointer: return unify_types(static_cast<const Pointer*>(x)->elem, static_cast<const Pointer*>(y)->elem, inner, pairs);
    case TypeKind::Map: {
      auto *a = static_cast<const Map*>(x), *b = static_cast<const Map*>(y);
      return unify_types(a->key, b->key, inner, pairs) && unify_types(a->elem, b->elem, inner, pairs);
    }
    case TypeKind::Chan: {
      auto *a = static_cast<const Chan*>(x), *b = static_cast<const Chan*>(y);
      return (match != Match::Exact || a->dir == b->dir) && unify_types(a->elem, b->elem, inner, pairs);
    }
    case TypeKind::Signature: {
      auto *a = static_cast<const Signature*>(x), *b = static_cast<const Signature*>(y);
      return a->variadic == b->variadic && unify_vars(a->params, b->params, inner, pairs) &&
             unify_vars(a->results, b->results, inner, pairs);
    }
    case TypeKind::Tuple: return unify_vars(static_cast<const Tuple*>(x)->vars, static_cast<const Tuple*>(y)->vars, match, pairs);
    case TypeKind::Struct: {
      auto *a = static_cast<const Struct*>(x), *b = static_cast<const Struct*>(y);
      if (a->fields.size() != b->fields.size()) return false;
      for (size_t i = 0; i < a->fields.size(); i++) {
        const Var *f = a->fields[i], *g = b->fields[i];
        if (f->embedded != g->embedded || a->tag(i) != b->tag(i) || !same_name(f, g)) return false;
        if (!unify_types(f->type, g->type, inner, pairs)) return false;
      }
      return true;
    }
    case TypeKind::Interface: {
      auto *a = static_cast<const Interface*>(x), *b = static_cast<const Interface*>(y);
      return type_set_of(a).methods.size() == type_set_of(b).methods.size() && unify_interfaces(a, b, pairs);
    }
    case TypeKind::Named: {
      auto *a = static_cast<const Named*>(x), *b = static_cast<const Named*>(y);
      if (a->type_args.size() != b->type_args.size()) return false;
      if (a->type_args.empty() || a->origin != b->origin) return identical(x, y);
      for (size_t i = 0; i < a->type_args.size(); i++) {
        if (!unify_types(a->type_args[i], b->type_args[i], match, pairs)) return false;
      }
      return true;
    }
    default: return identical(x, y);
  }
}

bool Unifier::unify_vars(const std::vector<const Var*>& x, const std::vector<const Var*>& y, Match match, const Pair* pairs) {
  if (x.size() != y.size()) return false;
  for (size_t i = 0; i < x.size(); i++) {
    if (!unify_types(x[i]->type, y[i]->type, match, pairs)) return false;
  }
  return true;
}

}  // namespace govm::types
