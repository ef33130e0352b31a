// Walks from a package's exported objects through their types and bodies.
#include "compiler/types/export_data.h"

#include <unordered_set>

#include "compiler/syntax/visit.h"
#include "compiler/types/scope.h"

namespace govm::types {
namespace {

class ExportData {
 public:
  ExportData(const Info& info, const Package* package, const std::function<bool(const Func*)>& is_inlinable)
      : info_(info), package_(package), is_inlinable_(is_inlinable) {
    for (const Object* object : package->scope->objects()) {
      if (object->is_exported()) visit(object);
    }
  }

  bool contains(const Object* object) const { return objects_.contains(object); }

 private:
  void visit(const Object* object) {
    if (object == nullptr || object->package != package_ || !objects_.insert(object).second) return;
    visit(object->type);
    if (const auto* func = as_object<Func>(object)) visit_body(func);
  }

  void visit(const Type* type) {
    if (type == nullptr || !types_.insert(type).second) return;
    switch (type->kind()) {
      case TypeKind::Basic: return;
      case TypeKind::Array: return visit(static_cast<const Array*>(type)->elem);
      case TypeKind::Slice: return visit(static_cast<const Slice*>(type)->elem);
      case TypeKind::Pointer: return visit(static_cast<const Pointer*>(type)->elem);
      case TypeKind::Chan: return visit(static_cast<const Chan*>(type)->elem);
      case TypeKind::Map: visit(static_cast<const Map*>(type)->key); return visit(static_cast<const Map*>(type)->elem);
      case TypeKind::Struct: return visit_all(static_cast<const Struct*>(type)->fields);
      case TypeKind::Tuple: return visit_all(static_cast<const Tuple*>(type)->vars);
      case TypeKind::Signature: {
        const auto* signature = static_cast<const Signature*>(type);
        visit_types(signature->all_type_params());
        visit_all(signature->params);
        return visit_all(signature->results);
      }
      case TypeKind::Union:
        for (const Union::Term& term : static_cast<const Union*>(type)->terms) visit(term.type);
        return;
      case TypeKind::Interface:
        visit_all(static_cast<const Interface*>(type)->methods);
        return visit_types(static_cast<const Interface*>(type)->embedded);
      case TypeKind::Named: {
        const auto* named = static_cast<const Named*>(type);
        visit(named->object);
        visit_types(named->type_args);
        visit_types(named->type_params);
        if (named->object->package != package_) return;
        visit(named->underlying());
        for (const Func* method : named->methods()) {
          visit(method->type);
          visit_body(method);
        }
        return;
      }
      case TypeKind::Alias: {
        const auto* alias = static_cast<const Alias*>(type);
        visit(alias->object);
        visit_types(alias->type_args);
        visit_types(alias->type_params);
        return visit(unalias(alias));
      }
      case TypeKind::TypeParam: return visit(static_cast<const TypeParam*>(type)->constraint);
    }
  }

  void visit_all(const auto& objects) {
    for (const Object* object : objects) visit(object->type);
  }
  void visit_types(const auto& types) {
    for (const Type* type : types) visit(type);
  }

  void visit_body(const Func* func) {
    if (func->origin != nullptr) func = func->origin;
    if (func->decl == nullptr || func->decl->body == nullptr || func->signature() == nullptr) return;
    const bool is_generic = !func->signature()->all_type_params().empty();
    if (is_generic || (is_inlinable_ && is_inlinable_(func))) visit_node(func->decl->body);
  }

  void visit_node(const syntax::Node* node) {
    if (const auto* name = syntax::as<syntax::Name>(node)) {
      const Object* object = info_.object_of(name);
      // Of constants the values are there.
      if (object != nullptr && object->parent == package_->scope && object->kind != ObjectKind::Const) visit(object);
    }
    syntax::for_each_child(node, [this](const syntax::Node* child) { visit_node(child); });
  }

  const Info& info_;
  const Package* package_;
  const std::function<bool(const Func*)>& is_inlinable_;
  std::unordered_set<const Object*> objects_;
  std::unordered_set<const Type*> types_;
};

}  // namespace

bool is_in_export_data(const Info& info, const Object* object, const std::function<bool(const Func*)>& is_inlinable) {
  return object->is_exported() || ExportData(info, object->package, is_inlinable).contains(object);
}

}  // namespace govm::types
