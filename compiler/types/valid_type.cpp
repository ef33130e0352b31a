// Spec: "An array type T may not contain an element of type T, or of a type containing T as a component,
// directly or indirectly, if those containing types are only array or struct types", likewise struct types, and
// "an interface type T may not embed a type element that is, contains, or embeds T".
//
// Types are followed as they are written, through the declarations of generic types with the type arguments of the
// instance they are in.
#include <algorithm>

#include "compiler/types/context.h"
#include "compiler/types/cycles.h"

namespace govm::types {
namespace {

using Nest = std::vector<const Named*>;

class CycleFinder {
 public:
  explicit CycleFinder(Context& c) : c_(c) {}

  /// Whether the type contains none of those it lies in (`nest`, outermost first).
  bool visit(const Type* type, Nest& nest) {
    type = unalias(type);
    if (type == nullptr) return true;
    switch (type->kind()) {
      case TypeKind::Array: return visit(static_cast<const Array*>(type)->elem, nest);
      case TypeKind::Struct:
        return std::ranges::all_of(static_cast<const Struct*>(type)->fields, [&](const Var* field) { return visit(field->type, nest); });
      case TypeKind::Interface:
        return std::ranges::all_of(static_cast<const Interface*>(type)->embedded,
                                   [&](const Type* embedded) { return visit(embedded, nest); });
      case TypeKind::Union:
        return std::ranges::all_of(static_cast<const Union*>(type)->terms, [&](const Union::Term& term) { return visit(term.type, nest); });
      case TypeKind::Named: return visit_named(static_cast<const Named*>(type), nest);
      case TypeKind::TypeParam: return visit_argument(static_cast<const TypeParam*>(type), nest);
      default: return true;  // pointers, slices, maps, channels and functions may be recursive
    }
  }

 private:
  bool visit_named(const Named* named, Nest& nest) {
    if (c_.valid_types.contains(named)) return true;
    const Named* generic = named->origin != nullptr ? named->origin : named;
    if (std::ranges::any_of(nest, [&](const Named* outer) { return identical(outer, named); })) {
      report(named);
      // Nothing may ask for the size of such a type.
      generic->rhs = generic->resolved = named->resolved = c_.invalid_type();
      return false;
    }
    nest.push_back(named);
    path_.push_back(named);
    bool valid = visit(generic->rhs != nullptr ? generic->rhs : generic->resolved, nest);
    path_.pop_back();
    nest.pop_back();
    // What is generic depends on the arguments.
    if (valid && named->type_params.empty() && named->type_args.empty()) c_.valid_types.insert(named);
    return valid;
  }

  /// The argument lies where the instance was written: outside of it.
  bool visit_argument(const TypeParam* param, Nest& nest) {
    if (nest.empty()) return true;
    const Named* instance = nest.back();
    if (instance->origin == nullptr) return true;
    const std::vector<const TypeParam*>& params = instance->origin->type_params;
    auto at = std::ranges::find(params, param);
    size_t index = static_cast<size_t>(at - params.begin());
    if (index >= instance->type_args.size()) return true;
    nest.pop_back();
    bool valid = visit(instance->type_args[index], nest);
    nest.push_back(instance);
    return valid;
  }

  void report(const Named* named) {
    auto start = std::ranges::find_if(path_, [&](const Named* outer) { return identical(outer, named); });
    std::vector<CycleMember> cycle;
    for (; start != path_.end(); ++start) cycle.push_back({(*start)->object, *start});
    report_type_cycle(c_, cycle);
  }

  Context& c_;
  Nest path_;
};

}  // namespace

void check_type_cycles(Context& c, const Named* named) {
  Nest nest;
  CycleFinder(c).visit(named, nest);
}

}  // namespace govm::types
