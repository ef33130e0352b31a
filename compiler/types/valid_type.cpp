// Spec: "An array type T may not contain an element of type T, or of a type containing T as a component,
// directly or indirectly, if those containing types are only array or struct types", likewise struct types, and
// "an interface type T may not embed a type element that is, contains, or embeds T".
#include <algorithm>

#include "compiler/types/context.h"

namespace govm::types {
namespace {

class CycleFinder {
 public:
  explicit CycleFinder(Context& c) : c_(c) {}

  void visit(const Type* type) {
    type = unalias(type);
    if (type == nullptr) return;
    switch (type->kind()) {
      case TypeKind::Array:
        return visit(static_cast<const Array*>(type)->elem);
      case TypeKind::Struct:
        for (const Var* field : static_cast<const Struct*>(type)->fields) visit(field->type);
        return;
      case TypeKind::Interface:
        for (const Type* embedded : static_cast<const Interface*>(type)->embedded) visit(embedded);
        return;
      case TypeKind::Union:
        for (const Union::Term& term : static_cast<const Union*>(type)->terms) visit(term.type);
        return;
      case TypeKind::Named:
        return visit_named(static_cast<const Named*>(type));
      default:
        return;  // pointers, slices, maps, channels and functions may be recursive
    }
  }

 private:
  void visit_named(const Named* named) {
    if (c_.valid_types.contains(named)) return;
    // Instances of one generic type are one node: it may not contain itself with whatever arguments.
    auto start = std::ranges::find_if(path_, [&](const Named* n) { return n->object == named->object; });
    if (start != path_.end()) {
      report({start, path_.end()});
      return;
    }
    path_.push_back(named);
    visit(named->underlying());
    path_.pop_back();
    c_.valid_types.insert(named);
  }

  void report(std::vector<const Named*> cycle) {
    auto first = std::ranges::min_element(cycle, {}, [](const Named* n) { return n->object->pos; });
    std::rotate(cycle.begin(), first, cycle.end());
    const TypeName* object = cycle[0]->object;
    if (cycle.size() == 1) {
      c_.report(object->pos, diag::kSelfRecursiveType, object->name.view());
    } else {
      diag::Diagnostic& message = c_.report(object->pos, diag::kInvalidRecursiveType, object->name.view());
      for (size_t i = 0; i < cycle.size(); ++i) {
        const TypeName* next = cycle[(i + 1) % cycle.size()]->object;
        message.note(cycle[i]->object->pos, cycle[i]->object->name.str() + " refers to " + next->name.str());
      }
    }
    // Nothing may ask for the size of such a type.
    for (const Named* named : cycle) named->resolved = c_.invalid_type();
  }

  Context& c_;
  std::vector<const Named*> path_;
};

}  // namespace

void check_type_cycles(Context& c, const Named* named) { CycleFinder(c).visit(named); }

}  // namespace govm::types
