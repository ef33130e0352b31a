// Spec: "Selectors", "Method sets", "Struct types" (promotion).
//
// Looks through embedded fields depth by depth: what is found first wins, two at one depth are ambiguous.
#include "compiler/types/method_set.h"

#include <algorithm>

#include "compiler/types/relations.h"
#include "compiler/types/type_set.h"

namespace govm::types {
namespace {

/// T of *T (through an alias), with whether it was a pointer. A named pointer type is no *T here.
struct Dereferenced {
  const Type* type;
  bool was_pointer;
};

Dereferenced dereference(const Type* type) {
  if (const auto* pointer = is_a<Pointer>(type)) return {pointer->elem, true};
  return {type, false};
}

/// A type to look into at the current depth.
struct Candidate {
  const Type* type;
  std::vector<uint32_t> path;
  bool indirect;
  bool several;  ///< the same type is embedded more than once at this depth
};

class Lookup {
 public:
  Lookup(const Package* package, Symbol name, bool fold_case) : package_(package), name_(name), fold_case_(fold_case) {}

  Found find(const Type* type) {
    auto [base, is_pointer] = dereference(type);
    // A pointer to an interface has no methods, nor has one to a type parameter.
    if (is_pointer && as<Interface>(base) != nullptr) return {};
    std::vector<Candidate> current{{base, {}, is_pointer, false}};
    while (!current.empty()) {
      found_ = {};
      collided_ = false;
      next_.clear();
      for (const Candidate& candidate : current) look_into(candidate);
      if (collided_) {
        found_.object = nullptr;
        found_.indirect = false;
        found_.ambiguous = true;
        return found_;
      }
      if (found_.object != nullptr) return found_;
      current = consolidated();
    }
    return {};
  }

 private:
  bool matches(const Object* object) const {
    if (fold_case_) return equal_fold(object->name.view(), name_.view());
    return object->name == name_ && (object->is_exported() || object->package == package_);
  }

  void take(const Candidate& candidate, const Object* object, size_t index) {
    bool again = found_.object != nullptr || candidate.several;
    if (found_.object == nullptr) {
      found_ = {object, candidate.path, candidate.indirect, false};
      found_.path.push_back(static_cast<uint32_t>(index));
    }
    collided_ = collided_ || again;
  }

  void look_into(const Candidate& candidate) {
    if (const auto* named = is_a<Named>(candidate.type)) {
      // At a greater depth the same type would only be shadowed by itself.
      if (std::ranges::find(seen_, named) != seen_.end()) return;
      seen_.push_back(named);
      std::span<const Func* const> methods = fold_case_ ? named->methods() : named->methods_for(name_);
      for (size_t i = 0; i < methods.size(); ++i) {
        if (matches(methods[i])) return take(candidate, methods[i], i);
      }
    }
    const Type* under = underlying(candidate.type);
    if (under == nullptr) return;
    if (under->kind() == TypeKind::Struct) {
      const auto* type = static_cast<const Struct*>(under);
      for (size_t i = 0; i < type->fields.size(); ++i) {
        const Var* field = type->fields[i];
        if (matches(field)) {
          take(candidate, field, i);
          continue;  // fields of one struct have different names
        }
        if (found_.object != nullptr || !field->embedded) continue;
        auto [inner, is_pointer] = dereference(field->type);
        const Type* inner_under = underlying(inner);
        if (inner_under == nullptr ||
            !(is_a<Named>(inner) || inner_under->kind() == TypeKind::Struct || inner_under->kind() == TypeKind::Interface)) {
          continue;
        }
        Candidate deeper{inner, candidate.path, candidate.indirect || is_pointer, candidate.several};
        deeper.path.push_back(static_cast<uint32_t>(i));
        next_.push_back(std::move(deeper));
      }
    } else if (under->kind() == TypeKind::Interface) {
      const std::vector<const Func*>& methods = interface_methods(static_cast<const Interface*>(under));
      for (size_t i = 0; i < methods.size(); ++i) {
        if (!matches(methods[i])) continue;
        take(candidate, methods[i], i);
        found_.indirect = true;
        return;
      }
    }
  }

  /// The next depth, each type once.
  std::vector<Candidate> consolidated() {
    std::vector<Candidate> result;
    for (Candidate& candidate : next_) {
      auto same = std::ranges::find_if(
          result, [&](const Candidate& c) { return is_a<Named>(c.type) != nullptr && identical(c.type, candidate.type); });
      if (same != result.end()) {
        same->several = true;
      } else {
        result.push_back(std::move(candidate));
      }
    }
    return result;
  }

  const Package* package_;
  Symbol name_;
  bool fold_case_;
  std::vector<const Named*> seen_;
  std::vector<Candidate> next_;
  Found found_;
  bool collided_ = false;
};

/// Adds the names of all methods of a type and what it embeds.
void collect_methods(const Type* type, std::vector<const Func*>& methods, std::vector<const Type*>& seen) {
  type = unalias(dereference(type).type);
  if (type == nullptr || std::ranges::find(seen, type) != seen.end()) return;
  seen.push_back(type);
  if (const auto* named = is_a<Named>(type)) {
    std::span<const Func* const> own = named->methods();
    methods.insert(methods.end(), own.begin(), own.end());
  }
  if (const auto* fields = as<Struct>(type)) {
    for (const Var* field : fields->fields) {
      if (field->embedded) collect_methods(field->type, methods, seen);
    }
  } else if (const auto* interface = as<Interface>(type)) {
    const std::vector<const Func*>& own = interface_methods(interface);
    methods.insert(methods.end(), own.begin(), own.end());
  }
}

}  // namespace

Found lookup_field_or_method(const Type* type, bool addressable, const Package* package, Symbol name, bool fold_case) {
  if (name.is_blank() || type == nullptr) return {};
  // Methods cannot be associated with a named pointer type, but fields are reached through it.
  if (const auto* named = is_a<Named>(type)) {
    const Type* under = named->underlying();
    if (under != nullptr && under->kind() == TypeKind::Pointer) {
      Found found = Lookup(package, name, fold_case).find(under);
      if (found.object != nullptr && found.object->kind == ObjectKind::Func) return {};
      return found;
    }
  }
  Found found = Lookup(package, name, fold_case).find(type);
  if (const auto* func = as_object<Func>(found.object)) {
    // Spec: "x must be addressable": only then has it the methods of *T.
    if (func->pointer_receiver && !found.indirect && !addressable) {
      found = {};
      found.indirect = true;
    }
  }
  return found;
}

std::vector<MethodEntry> method_set(const Type* type) {
  std::vector<const Func*> candidates;
  std::vector<const Type*> seen;
  collect_methods(type, candidates, seen);
  std::ranges::stable_sort(candidates, method_before);
  std::vector<MethodEntry> entries;
  for (const Func* candidate : candidates) {
    Found found = lookup_field_or_method(type, false, candidate->package, candidate->name);
    const auto* func = as_object<Func>(found.object);
    if (func == nullptr || (!entries.empty() && entries.back().func == func)) continue;
    // A generic method implements no method of an interface and is called statically only.
    if (func->signature() != nullptr && func->signature()->is_generic()) continue;
    found.path.pop_back();
    entries.push_back({func, std::move(found.path), found.indirect});
  }
  return entries;
}

MissingMethod missing_method(const Type* type, const Interface* interface, bool static_check,
                             const std::function<void(const Func*)>& prepare) {
  using Why = MissingMethod::Why;
  bool may_lack = !static_check && as<Interface>(type) != nullptr;
  for (const Func* method : interface_methods(interface)) {
    Found found = lookup_field_or_method(type, false, method->package, method->name);
    if (found.object == nullptr) {
      // An assertion of one interface to another only fails for certain if methods contradict.
      if (may_lack) continue;
      return {method, found.ambiguous ? Why::Ambiguous : found.indirect ? Why::PointerReceiver : Why::Absent, nullptr};
    }
    const auto* func = as_object<Func>(found.object);
    if (func == nullptr) return {method, Why::Field, nullptr};
    if (prepare) prepare(func);
    if (!identical(func->signature(), method->type)) return {method, Why::WrongType, func};
  }
  return {};
}

const std::vector<const Func*>& interface_methods(const Interface* interface) { return type_set_of(interface).methods; }

}  // namespace govm::types
