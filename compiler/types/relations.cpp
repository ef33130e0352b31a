// Identity, comparability, and the predicates over underlying types.
#include "compiler/types/relations.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/types/store.h"
#include "compiler/types/type_set.h"

namespace govm::types {
namespace {

enum class Tags : bool { Compare, Ignore };

// Pairs of interfaces under comparison: a recursive type is identical to itself while that is asked.
struct InterfacePair {
  const Interface* x;
  const Interface* y;
  const InterfacePair* previous;
};

class Identity {
 public:
  explicit Identity(Tags tags) : tags_(tags) {}

  bool same(const Type* x, const Type* y, const InterfacePair* pairs) {
    x = unalias(x);
    y = unalias(y);
    if (x == y) return true;
    if (!x || !y || x->kind() != y->kind()) return false;
    switch (x->kind()) {
      case TypeKind::Basic: return static_cast<const Basic*>(x)->basic() == static_cast<const Basic*>(y)->basic();
      case TypeKind::Array: {
        auto *a = static_cast<const Array*>(x), *b = static_cast<const Array*>(y);
        return (a->length == b->length || a->length < 0 || b->length < 0) && same(a->elem, b->elem, pairs);
      }
      case TypeKind::Slice: return same(static_cast<const Slice*>(x)->elem, static_cast<const Slice*>(y)->elem, pairs);
      case TypeKind::Pointer: return same(static_cast<const Pointer*>(x)->elem, static_cast<const Pointer*>(y)->elem, pairs);
      case TypeKind::Map: {
        auto *a = static_cast<const Map*>(x), *b = static_cast<const Map*>(y);
        return same(a->key, b->key, pairs) && same(a->elem, b->elem, pairs);
      }
      case TypeKind::Chan: {
        auto *a = static_cast<const Chan*>(x), *b = static_cast<const Chan*>(y);
        return a->dir == b->dir && same(a->elem, b->elem, pairs);
      }
      case TypeKind::Struct: return structs(static_cast<const Struct*>(x), static_cast<const Struct*>(y), pairs);
      case TypeKind::Tuple: return lists(static_cast<const Tuple*>(x)->vars, static_cast<const Tuple*>(y)->vars, pairs);
      case TypeKind::Signature: return signatures(static_cast<const Signature*>(x), static_cast<const Signature*>(y), pairs);
      case TypeKind::Interface: return interfaces(static_cast<const Interface*>(x), static_cast<const Interface*>(y), pairs);
      case TypeKind::Named: return named(static_cast<const Named*>(x), static_cast<const Named*>(y), pairs);
      case TypeKind::Union: return unions(static_cast<const Union*>(x), static_cast<const Union*>(y), pairs);
      case TypeKind::TypeParam: return parameters(static_cast<const TypeParam*>(x), static_cast<const TypeParam*>(y));
      case TypeKind::Alias: return false;
    }
    return false;
  }

 private:
  bool structs(const Struct* a, const Struct* b, const InterfacePair* pairs) {
    if (a->fields.size() != b->fields.size()) return false;
    for (size_t i = 0; i < a->fields.size(); i++) {
      const Var *f = a->fields[i], *g = b->fields[i];
      if (f->embedded != g->embedded || f->name != g->name) return false;
      if (!f->is_exported() && f->package != g->package) return false;
      if (tags_ == Tags::Compare && a->tag(i) != b->tag(i)) return false;
      if (!same(f->type, g->type, pairs)) return false;
    }
    return true;
  }

  bool lists(const std::vector<const Var*>& a, const std::vector<const Var*>& b, const InterfacePair* pairs) {
    if (a.size() != b.size()) return false;
    for (size_t i = 0; i < a.size(); i++) {
      if (!same(a[i]->type, b[i]->type, pairs)) return false;
    }
    return true;
  }

  bool signatures(const Signature* a, const Signature* b, const InterfacePair* pairs) {
    if (a->variadic != b->variadic || a->type_params.size() != b->type_params.size()) return false;
    // Generic signatures are identical up to the names of their parameters.
    for (size_t i = 0; i < a->type_params.size(); i++) renamed_.emplace_back(a->type_params[i], b->type_params[i]);
    bool result = lists(a->params, b->params, pairs) && lists(a->results, b->results, pairs);
    for (size_t i = 0; result && i < a->type_params.size(); i++) {
      result = same(a->type_params[i]->constraint, b->type_params[i]->constraint, pairs);
    }
    renamed_.resize(renamed_.size() - a->type_params.size());
    return result;
  }

  bool interfaces(const Interface* a, const Interface* b, const InterfacePair* pairs) {
    const TypeSet &s = type_set_of(a), &t = type_set_of(b);
    if (s.comparable != t.comparable || s.all_types != t.all_types || s.methods.size() != t.methods.size()) return false;
    if (!terms_equal(s.terms, t.terms, pairs)) return false;
    for (const InterfacePair* p = pairs; p; p = p->previous) {
      if ((p->x == a && p->y == b) || (p->x == b && p->y == a)) return true;
    }
    InterfacePair pair{a, b, pairs};
    for (size_t i = 0; i < s.methods.size(); i++) {
      const Func *f = s.methods[i], *g = t.methods[i];
      if (f->name != g->name || (!f->is_exported() && f->package != g->package)) return false;
      if (!same(f->type, g->type, &pair)) return false;
    }
    return true;
  }

  bool terms_equal(const std::vector<Union::Term>& x, const std::vector<Union::Term>& y, const InterfacePair* pairs) {
    auto covers = [&](const std::vector<Union::Term>& all, const std::vector<Union::Term>& some) {
      for (const Union::Term& term : some) {
        bool found = false;
        for (const Union::Term& other : all) found |= other.tilde == term.tilde && same(other.type, term.type, pairs);
        if (!found) return false;
      }
      return true;
    };
    return covers(x, y) && covers(y, x);
  }

  bool unions(const Union* a, const Union* b, const InterfacePair* pairs) { return terms_equal(a->terms, b->terms, pairs); }

  bool named(const Named* a, const Named* b, const InterfacePair* pairs) {
    // Types declared in a generic function are identical if the function's arguments are; instances if their generic
    // types and their arguments are.
    if (a->declared && a->declared == b->declared) {
      for (size_t i = 0; i < a->enclosing_args.size(); i++) {
        if (!same(a->enclosing_args[i], b->enclosing_args[i], pairs)) return false;
      }
      return true;
    }
    if (!a->origin || a->origin != b->origin || a->type_args.size() != b->type_args.size()) return false;
    for (size_t i = 0; i < a->type_args.size(); i++) {
      if (!same(a->type_args[i], b->type_args[i], pairs)) return false;
    }
    return true;
  }

  bool parameters(const TypeParam* a, const TypeParam* b) {
    for (auto& [x, y] : renamed_) {
      if (x == a && y == b) return true;
    }
    return false;
  }

  Tags tags_;
  std::vector<std::pair<const TypeParam*, const TypeParam*>> renamed_;
};

uint64_t mix(uint64_t hash, uint64_t value) { return (hash ^ value) * 0x9E3779B97F4A7C15u + (hash >> 29); }

// `complete`: interfaces have all their methods, which count then.
uint64_t hash_of(const Type* type, int depth, bool complete) {
  type = unalias(type);
  if (!type || depth == 0) return 1;
  uint64_t hash = static_cast<uint64_t>(type->kind()) + 17;
  auto list = [&](const std::vector<const Var*>& vars) {
    for (const Var* var : vars) hash = mix(hash, hash_of(var->type, depth - 1, complete));
  };
  switch (type->kind()) {
    case TypeKind::Basic: return mix(hash, static_cast<uint64_t>(static_cast<const Basic*>(type)->basic()));
    case TypeKind::Array:
      return mix(mix(hash, static_cast<uint64_t>(static_cast<const Array*>(type)->length)),
                 hash_of(static_cast<const Array*>(type)->elem, depth - 1, complete));
    case TypeKind::Slice: return mix(hash, hash_of(static_cast<const Slice*>(type)->elem, depth - 1, complete));
    case TypeKind::Pointer: return mix(hash, hash_of(static_cast<const Pointer*>(type)->elem, depth - 1, complete));
    case TypeKind::Map:
      return mix(mix(hash, hash_of(static_cast<const Map*>(type)->key, depth - 1, complete)),
                 hash_of(static_cast<const Map*>(type)->elem, depth - 1, complete));
    case TypeKind::Chan: return mix(hash, hash_of(static_cast<const Chan*>(type)->elem, depth - 1, complete));
    case TypeKind::Struct:
      for (const Var* field : static_cast<const Struct*>(type)->fields) hash = mix(hash, field->name.hash());
      return hash;
    case TypeKind::Tuple: list(static_cast<const Tuple*>(type)->vars); return hash;
    case TypeKind::Signature:
      list(static_cast<const Signature*>(type)->params);
      list(static_cast<const Signature*>(type)->results);
      return hash;
    case TypeKind::Interface: return complete ? mix(hash, type_set_of(static_cast<const Interface*>(type)).methods.size()) : hash;
    case TypeKind::Named: {
      auto* named = static_cast<const Named*>(type);
      return mix(mix(hash, named->object->name.hash()), named->arguments_hash);
    }
    case TypeKind::TypeParam: return mix(hash, static_cast<const TypeParam*>(type)->index);
    default: return hash;
  }
}

// Whether a predicate holds for the basic kind of the type, for a type parameter of each of its types.
template <class Predicate>
bool all_basic(const Type* type, Predicate&& predicate) {
  if (!type) return false;
  return for_each_term(type, [&](const Type*, const Type* under) {
    return under && under->kind() == TypeKind::Basic && predicate(static_cast<const Basic*>(under)->basic());
  });
}

bool integer_kind(BasicKind k) {
  return (k >= BasicKind::Int && k <= BasicKind::Uintptr) || k == BasicKind::UntypedInt || k == BasicKind::UntypedRune;
}
bool float_kind(BasicKind k) { return k == BasicKind::Float32 || k == BasicKind::Float64 || k == BasicKind::UntypedFloat; }
bool complex_kind(BasicKind k) { return k == BasicKind::Complex64 || k == BasicKind::Complex128 || k == BasicKind::UntypedComplex; }
bool string_kind(BasicKind k) { return k == BasicKind::String || k == BasicKind::UntypedString; }
bool boolean_kind(BasicKind k) { return k == BasicKind::Bool || k == BasicKind::UntypedBool; }

// Interfaces are comparable but for type parameters: there all types of the set must be, strictly.
bool comparable(const Type* type, bool strictly, std::string* reason, const MessageContext& context, std::vector<const Type*>& seen) {
  for (const Type* other : seen) {
    if (other == type) return true;
  }
  seen.push_back(type);
  const Type* under = underlying(type);
  if (!under) return true;
  auto say = [&](std::string text) {
    if (reason) *reason = std::move(text);
    return false;
  };
  switch (under->kind()) {
    case TypeKind::Basic: return static_cast<const Basic*>(under)->basic() != BasicKind::UntypedNil;
    case TypeKind::Pointer:
    case TypeKind::Chan: return true;
    case TypeKind::Interface: {
      if (!strictly && !is_a<TypeParam>(type)) return true;
      const TypeSet& set = type_set_of(static_cast<const Interface*>(under));
      bool all = set.all_types ? set.comparable : std::ranges::all_of(set.terms, [&](const Union::Term& term) {
        return comparable(term.type, true, nullptr, {}, seen);
      });
      if (all && !set.is_empty()) return true;
      return say(set.is_empty() ? "empty type set" : "incomparable types in type set");
    }
    case TypeKind::Struct:
      for (const Var* field : static_cast<const Struct*>(under)->fields) {
        if (!comparable(field->type, strictly, nullptr, {}, seen)) {
          return say(fmt::format("struct containing {} cannot be compared", message_string(field->type, context)));
        }
      }
      return true;
    case TypeKind::Array:
      if (comparable(static_cast<const Array*>(under)->elem, strictly, nullptr, {}, seen)) return true;
      return say(fmt::format("{} cannot be compared", message_string(type, context)));
    case TypeKind::Slice: return say("slice can only be compared to nil");
    case TypeKind::Map: return say("map can only be compared to nil");
    case TypeKind::Signature: return say("func can only be compared to nil");
    default: return false;
  }
}

/// Whether the type contains one of the parameters; any parameter if the list is empty.
bool parameterized(const Type* type, std::span<const TypeParam* const> params, std::vector<const Type*>& seen) {
  type = unalias(type);
  if (!type) return false;
  switch (type->kind()) {
    case TypeKind::TypeParam: return params.empty() || std::ranges::find(params, type) != params.end();
    case TypeKind::Array: return parameterized(static_cast<const Array*>(type)->elem, params, seen);
    case TypeKind::Slice: return parameterized(static_cast<const Slice*>(type)->elem, params, seen);
    case TypeKind::Pointer: return parameterized(static_cast<const Pointer*>(type)->elem, params, seen);
    case TypeKind::Chan: return parameterized(static_cast<const Chan*>(type)->elem, params, seen);
    case TypeKind::Map:
      return parameterized(static_cast<const Map*>(type)->key, params, seen) ||
             parameterized(static_cast<const Map*>(type)->elem, params, seen);
    case TypeKind::Struct:
      for (const Var* field : static_cast<const Struct*>(type)->fields) {
        if (parameterized(field->type, params, seen)) return true;
      }
      return false;
    case TypeKind::Tuple:
      for (const Var* var : static_cast<const Tuple*>(type)->vars) {
        if (parameterized(var->type, params, seen)) return true;
      }
      return false;
    case TypeKind::Signature: {
      auto* signature = static_cast<const Signature*>(type);
      for (const Var* var : signature->params) {
        if (parameterized(var->type, params, seen)) return true;
      }
      for (const Var* var : signature->results) {
        if (parameterized(var->type, params, seen)) return true;
      }
      return false;
    }
    case TypeKind::Interface: {
      for (const Type* other : seen) {
        if (other == type) return false;
      }
      seen.push_back(type);
      const TypeSet& set = type_set_of(static_cast<const Interface*>(type));
      for (const Func* method : set.methods) {
        if (parameterized(method->type, params, seen)) return true;
      }
      for (const Union::Term& term : set.terms) {
        if (parameterized(term.type, params, seen)) return true;
      }
      return false;
    }
    case TypeKind::Named: {
      const auto* named = static_cast<const Named*>(type);
      for (const Type* arg : named->type_args) {
        if (parameterized(arg, params, seen)) return true;
      }
      // A type declared inside a generic function depends on the function's type parameters, mentioned or not.
      const Named* generic = named->origin != nullptr ? named->origin : named;
      for (const Type* arg : generic->enclosing_args) {
        if (parameterized(arg, params, seen)) return true;
      }
      return std::ranges::any_of(generic->enclosing_params, [&](const TypeParam* param) { return parameterized(param, params, seen); });
    }
    default: return false;
  }
}

}  // namespace

bool identical(const Type* x, const Type* y) { return Identity(Tags::Compare).same(x, y, nullptr); }
bool identical_ignore_tags(const Type* x, const Type* y) { return Identity(Tags::Ignore).same(x, y, nullptr); }
uint64_t type_hash(const Type* type) { return hash_of(type, 4, true); }
uint64_t arguments_hash(std::span<const Type* const> args) {
  uint64_t hash = args.size();
  for (const Type* arg : args) hash = mix(hash, hash_of(arg, 4, false));
  return hash;
}

bool is_comparable(const Type* type, bool strictly, std::string* reason, const MessageContext& context) {
  std::vector<const Type*> seen;
  return comparable(type, strictly, reason, context, seen);
}

bool is_boolean(const Type* type) { return all_basic(type, boolean_kind); }
bool is_string(const Type* type) { return all_basic(type, string_kind); }
bool is_integer(const Type* type) { return all_basic(type, integer_kind); }
bool is_unsigned(const Type* type) {
  return all_basic(type, [](BasicKind k) { return k >= BasicKind::Uint && k <= BasicKind::Uintptr; });
}
bool is_float(const Type* type) { return all_basic(type, float_kind); }
bool is_complex(const Type* type) { return all_basic(type, complex_kind); }
bool is_numeric(const Type* type) {
  return all_basic(type, [](BasicKind k) { return integer_kind(k) || float_kind(k) || complex_kind(k); });
}
bool is_ordered(const Type* type) {
  return all_basic(type, [](BasicKind k) { return integer_kind(k) || float_kind(k) || string_kind(k); });
}
bool is_constant_type(const Type* type) {
  const Basic* basic = is_type_param(type) ? nullptr : basic_of(type);
  return basic && (basic->basic() <= BasicKind::String || basic->basic() >= BasicKind::UntypedBool) &&
         basic->basic() != BasicKind::Invalid && basic->basic() != BasicKind::UntypedNil;
}
bool is_untyped(const Type* type) {
  const Basic* basic = is_a<Basic>(type);
  return basic && basic->basic() >= BasicKind::UntypedBool;
}
bool is_invalid(const Type* type) {
  if (!type) return true;
  const Basic* basic = is_a<Basic>(type);
  return basic && basic->basic() == BasicKind::Invalid;
}
bool is_interface(const Type* type) { return as<Interface>(type) && !is_a<TypeParam>(type); }
bool is_type_param(const Type* type) { return is_a<TypeParam>(type) != nullptr; }
bool is_parameterized(const Type* type) {
  std::vector<const Type*> seen;
  return parameterized(type, {}, seen);
}
const Type* pointed_to(const Type* type) {
  const auto* pointer = as<Pointer>(type);
  return pointer != nullptr ? pointer->elem : type;
}

bool mentions(const Type* type, std::span<const TypeParam* const> params) {
  std::vector<const Type*> seen;
  return !params.empty() && parameterized(type, params, seen);
}

bool is_generic(const Type* type) {
  if (!type) return false;
  if (type->kind() == TypeKind::Alias) {
    auto* alias = static_cast<const Alias*>(type);
    if (!alias->type_params.empty()) return alias->type_args.empty();
    return is_generic(alias->target);
  }
  if (auto* named = is_a<Named>(type)) return !named->type_params.empty() && named->type_args.empty();
  auto* signature = is_a<Signature>(type);
  return signature && signature->is_generic();
}

bool has_empty_type_set(const TypeParam* param) {
  auto* bound = as<Interface>(param->constraint);
  return bound && bound->type_set && bound->type_set->is_empty();
}

bool has_nil(const Type* type) {
  return type && for_each_term(type, [](const Type*, const Type* under) {
           if (!under) return false;
           switch (under->kind()) {
             case TypeKind::Basic: {
               BasicKind kind = static_cast<const Basic*>(under)->basic();
               return kind == BasicKind::UnsafePointer || kind == BasicKind::UntypedNil;
             }
             case TypeKind::Slice:
             case TypeKind::Pointer:
             case TypeKind::Signature:
             case TypeKind::Map:
             case TypeKind::Chan:
             case TypeKind::Interface: return true;
             default: return false;
           }
         });
}

bool is_named(const Type* type) { return is_a<Basic>(type) || is_a<Named>(type) || is_a<TypeParam>(type); }
const Basic* basic_of(const Type* type) { return as<Basic>(type); }

const Type* core_type(const Type* type) {
  if (!type) return nullptr;
  if (!is_a<TypeParam>(type)) return underlying(type);
  const Type* core = nullptr;
  bool single = for_each_term(type, [&](const Type*, const Type* under) {
    if (!under) return false;
    if (!core) {
      core = under;
      return true;
    }
    if (identical(core, under)) return true;
    // Spec: channels of one element type share a core type of the direction that is restricted.
    auto *x = as<Chan>(core), *y = as<Chan>(under);
    if (!x || !y || !identical(x->elem, y->elem)) return false;
    if (x->dir == ChanDir::Both) core = under;
    return x->dir == ChanDir::Both || y->dir == ChanDir::Both || x->dir == y->dir;
  });
  return single ? core : nullptr;
}

const Type* core_string(const Type* type) {
  if (const Type* same = core_type(type)) return same;
  if (!type || !is_a<TypeParam>(type)) return nullptr;
  const Type* core = nullptr;
  const Type* string = nullptr;
  bool fits = for_each_term(type, [&](const Type*, const Type* under) {
    if (!under) return false;
    if (is_string(under)) {
      string = under;
      return true;
    }
    if (core && !identical(core, under)) return false;
    core = under;
    return true;
  });
  if (!fits) return nullptr;
  if (!string) return core;
  auto* slice = as<Slice>(core);
  const Basic* elem = slice ? basic_of(slice->elem) : nullptr;
  return !core || (elem && elem->basic() == BasicKind::Uint8) ? string : nullptr;
}

}  // namespace govm::types
