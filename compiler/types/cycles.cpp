// Searches among declarations and types for cycles, and reports them with the words of Go's compiler.
#include "compiler/types/cycles.h"

#include <algorithm>
#include <unordered_map>

namespace govm::types {
namespace {

/// The name as messages show it: an instance with its type arguments, of another package with that.
std::string name_of(Context& c, const CycleMember& member) {
  if (member.type != nullptr && !member.type->type_args.empty()) return c.text(member.type);
  const Object* object = member.object;
  bool foreign = object->package != nullptr && object->package != c.package;
  return (foreign ? object->package->name.str() + "." : "") + object->name.str();
}

Pos pos_of(const CycleMember& member) {
  return member.type != nullptr && member.type->instance_pos ? member.type->instance_pos : member.object->pos;
}

/// Follows what type declarations name; `index` holds what was visited, with the place on the path or kDone.
class DirectCycles {
 public:
  explicit DirectCycles(Context& c) : c_(c) {}

  void follow(TypeName* type) {
    std::vector<TypeName*> path;
    while (type != nullptr) {
      auto [at, fresh] = index_.try_emplace(type, path.size());
      if (!fresh) {
        if (at->second != kDone) {
          type->type = c_.invalid_type();
          std::vector<const Object*> cycle(path.begin() + static_cast<ptrdiff_t>(at->second), path.end());
          report_cycle(c_, cycle, first_in_source(cycle));
        }
        break;
      }
      path.push_back(type);
      auto* name = syntax::as<syntax::Name>(c_.decls.at(type)->type_decl->type);
      type = name != nullptr ? as_object<TypeName>(c_.package->scope->lookup(name->symbol)) : nullptr;
      if (type != nullptr && !c_.decls.contains(type)) type = nullptr;
    }
    for (TypeName* visited : path) index_[visited] = kDone;
  }

 private:
  static constexpr size_t kDone = SIZE_MAX;
  Context& c_;
  std::unordered_map<TypeName*, size_t> index_;
};

/// Interfaces that contain themselves in the types of their methods. Defined types end the search.
class AnonymousCycles {
 public:
  bool visit(const Interface* interface) {
    auto [at, fresh] = cyclic_.try_emplace(interface, true);
    if (!fresh) return at->second;
    for (const Func* method : interface_methods(interface)) {
      if (visit(method->type)) return true;
    }
    cyclic_[interface] = false;
    return false;
  }

  void forget() {
    for (auto& [interface, cyclic] : cyclic_) cyclic = false;
  }

 private:
  bool visit(const Type* type) {
    type = unalias(type);
    if (type == nullptr) return false;
    auto any = [&](const std::vector<const Var*>& vars) {
      return std::ranges::any_of(vars, [&](const Var* var) { return visit(var->type); });
    };
    switch (type->kind()) {
      case TypeKind::Pointer: return visit(static_cast<const Pointer*>(type)->elem);
      case TypeKind::Slice: return visit(static_cast<const Slice*>(type)->elem);
      case TypeKind::Array: return visit(static_cast<const Array*>(type)->elem);
      case TypeKind::Chan: return visit(static_cast<const Chan*>(type)->elem);
      case TypeKind::Map: return visit(static_cast<const Map*>(type)->key) || visit(static_cast<const Map*>(type)->elem);
      case TypeKind::Struct: return any(static_cast<const Struct*>(type)->fields);
      case TypeKind::Signature:
        return any(static_cast<const Signature*>(type)->params) || any(static_cast<const Signature*>(type)->results);
      case TypeKind::Interface: return visit(static_cast<const Interface*>(type));
      default: return false;
    }
  }

  std::unordered_map<const Interface*, bool> cyclic_;
};

}  // namespace

void check_anonymous_interfaces(Context& c) {
  AnonymousCycles cycles;
  for (const auto& [pos, interface] : c.interface_types) {
    if (!cycles.visit(interface)) continue;
    c.report(pos, diag::kAnonymousInterfaceCycle);
    cycles.forget();
  }
}

std::vector<const Object*> path_from(const Context& c, const Object* object) {
  auto at = std::ranges::find(c.path, object);
  return {at, c.path.end()};
}

size_t first_in_source(const std::vector<const Object*>& cycle) {
  return static_cast<size_t>(std::ranges::min_element(cycle, {}, [](const Object* o) { return o->pos; }) - cycle.begin());
}

void report_type_cycle(Context& c, const std::vector<CycleMember>& cycle) {
  const CycleMember& first = cycle[0];
  const Object* object = first.object;
  bool is_type = as_object<TypeName>(object) != nullptr;
  // An alias in the cycle is as good as any type for what follows.
  if (object->type != nullptr && object->type->kind() == TypeKind::Alias) {
    const_cast<Alias*>(static_cast<const Alias*>(object->type))->target = c.invalid_type();
  }
  if (cycle.size() == 1) {
    if (is_type) {
      c.report(pos_of(first), diag::kSelfRecursiveType, name_of(c, first));
    } else {
      c.report(pos_of(first), diag::kSelfDeclarationCycle, name_of(c, first));
    }
    return;
  }
  diag::Diagnostic& message = is_type ? c.report(pos_of(first), diag::kInvalidRecursiveType, name_of(c, first))
                                      : c.report(pos_of(first), diag::kDeclarationCycle, name_of(c, first));
  for (size_t i = 0; i < cycle.size(); ++i) {
    message.note(pos_of(cycle[i]), name_of(c, cycle[i]) + " refers to " + name_of(c, cycle[(i + 1) % cycle.size()]));
  }
}

void report_cycle(Context& c, const std::vector<const Object*>& cycle, size_t start) {
  std::vector<CycleMember> members;
  for (size_t i = 0; i < cycle.size(); ++i) members.push_back({cycle[(start + i) % cycle.size()], nullptr});
  report_type_cycle(c, members);
}

void check_direct_cycles(Context& c, const std::vector<Object*>& objects) {
  DirectCycles cycles(c);
  for (Object* object : objects) {
    if (auto* type = as_object<TypeName>(object)) cycles.follow(type);
  }
}

bool check_complete(Context& c, const Type* type) {
  while (type != nullptr) {
    const Object* object = nullptr;
    const Type* next = nullptr;
    if (type->kind() == TypeKind::Alias) {
      object = static_cast<const Alias*>(type)->object;
      next = static_cast<const Alias*>(type)->target;
    } else if (type->kind() == TypeKind::Named) {
      object = static_cast<const Named*>(type)->object;
      next = static_cast<const Named*>(type)->rhs;
    } else {
      return true;
    }
    std::vector<const Object*> cycle = path_from(c, object);
    if (!cycle.empty()) {
      report_cycle(c, cycle, first_in_source(cycle));
      return false;
    }
    type = next;
  }
  return true;
}

bool has_variable_size(Context& c, const Type* type) {
  type = unalias(type);
  if (type == nullptr) return false;
  switch (type->kind()) {
    case TypeKind::TypeParam: return true;
    case TypeKind::Array: return has_variable_size(c, static_cast<const Array*>(type)->elem);
    case TypeKind::Struct:
      return std::ranges::any_of(static_cast<const Struct*>(type)->fields,
                                 [&](const Var* field) { return has_variable_size(c, field->type); });
    case TypeKind::Named: break;
    default: return false;
  }
  auto* named = static_cast<const Named*>(type);
  if (auto known = c.variable_sizes.find(named); known != c.variable_sizes.end()) return known->second;
  std::vector<const Object*> cycle = path_from(c, named->object);
  if (!cycle.empty()) {
    report_cycle(c, cycle, first_in_source(cycle));
    return true;
  }
  c.path.push_back(const_cast<TypeName*>(named->object));
  bool result = has_variable_size(c, named->rhs != nullptr ? named->rhs : named->underlying());
  c.path.pop_back();
  c.variable_sizes[named] = result;
  return result;
}

}  // namespace govm::types
