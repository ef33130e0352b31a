// Inference by unifying parameter types with argument types, then untyped constants, then constraints.
#include "compiler/types/infer.h"

namespace govm::types {
namespace {

// The type arguments found so far for a list of parameters.
class Unifier {
 public:
  explicit Unifier(const std::vector<const TypeParam*>& params) : params_(params), args_(params.size(), nullptr) {}

  std::vector<const Type*>& args() { return args_; }

  // Makes the parameter's type x equal to y; inexact: assignability suffices at the top.
  bool unify(const Type* x, const Type* y, bool inexact) {
    x = unalias(x);
    y = unalias(y);
    if (!x || !y) return false;
    if (auto* param = is_a<TypeParam>(x)) {
      for (size_t i = 0; i < params_.size(); i++) {
        if (params_[i] != param) continue;
        if (!args_[i]) {
          args_[i] = y;
          return true;
        }
        if (unify(args_[i], y, inexact)) {
          // Of a named type and its unnamed equal the named one is taken.
          if (inexact && !is_named(args_[i]) && is_named(y)) args_[i] = y;
          return true;
        }
        return false;
      }
    }
    if (x == y) return true;
    if (inexact && x->kind() != y->kind()) {
      const Type* under = is_named(y) ? underlying(y) : y;
      const Type* plain = is_named(x) ? underlying(x) : x;
      if (under != y || plain != x) {
        if (is_named(x) && is_named(y)) return false;
        return unify(plain, under, false);
      }
      return false;
    }
    if (x->kind() != y->kind()) return false;
    switch (x->kind()) {
      case TypeKind::Array: {
        auto *a = static_cast<const Array*>(x), *b = static_cast<const Array*>(y);
        return a->length == b->length && unify(a->elem, b->elem, false);
      }
      case TypeKind::Slice: return unify(static_cast<const Slice*>(x)->elem, static_cast<const Slice*>(y)->elem, false);
      case TypeKind::Pointer: return unify(static_cast<const Pointer*>(x)->elem, static_cast<const Pointer*>(y)->elem, false);
      case TypeKind::Map: {
        auto *a = static_cast<const Map*>(x), *b = static_cast<const Map*>(y);
        return unify(a->key, b->key, false) && unify(a->elem, b->elem, false);
      }
      case TypeKind::Chan: {
        auto *a = static_cast<const Chan*>(x), *b = static_cast<const Chan*>(y);
        return (inexact || a->dir == b->dir) && unify(a->elem, b->elem, false);
      }
      case TypeKind::Signature: {
        auto *a = static_cast<const Signature*>(x), *b = static_cast<const Signature*>(y);
        if (a->variadic != b->variadic || !lists(a->params, b->params) || !lists(a->results, b->results)) return false;
        return a->type_params.size() == b->type_params.size();
      }
      case TypeKind::Struct: {
        auto *a = static_cast<const Struct*>(x), *b = static_cast<const Struct*>(y);
        if (a->fields.size() != b->fields.size()) return false;
        for (size_t i = 0; i < a->fields.size(); i++) {
          if (a->fields[i]->name != b->fields[i]->name || !unify(a->fields[i]->type, b->fields[i]->type, false)) return false;
        }
        return true;
      }
      case TypeKind::Named: {
        auto *a = static_cast<const Named*>(x), *b = static_cast<const Named*>(y);
        if (!a->origin || a->origin != b->origin) return identical(x, y);
        for (size_t i = 0; i < a->type_args.size(); i++) {
          if (!unify(a->type_args[i], b->type_args[i], false)) return false;
        }
        return true;
      }
      default: return identical(x, y);
    }
  }

 private:
  bool lists(const std::vector<const Var*>& a, const std::vector<const Var*>& b) {
    if (a.size() != b.size()) return false;
    for (size_t i = 0; i < a.size(); i++) {
      if (!unify(a[i]->type, b[i]->type, false)) return false;
    }
    return true;
  }

  const std::vector<const TypeParam*>& params_;
  std::vector<const Type*> args_;
};

}  // namespace

const Signature* infer_call(Context& c, syntax::CallExpr* call, const Signature* signature, std::vector<const Type*>& targets,
                            const std::vector<Operand>& args) {
  Unifier unifier(signature->type_params);
  for (size_t i = 0; i < args.size(); i++) {
    if (!is_parameterized(targets[i]) || is_untyped(args[i].type)) continue;
    if (!unifier.unify(targets[i], args[i].type, true)) {
      c.report(pos_of(args[i]), diag::kUninferredMatch, c.text(args[i].type), c.text(args[i].expr), c.text(targets[i]));
      return nullptr;
    }
  }
  // Untyped constants: the parameter gets the default type of the largest kind among its arguments.
  for (size_t p = 0; p < signature->type_params.size(); p++) {
    if (unifier.args()[p]) continue;
    const Type* largest = nullptr;
    for (size_t i = 0; i < args.size(); i++) {
      if (is_a<TypeParam>(targets[i]) != signature->type_params[p] || !is_untyped(args[i].type) || args[i].is_nil()) continue;
      if (!largest || is_a<Basic>(largest)->basic() < is_a<Basic>(args[i].type)->basic()) largest = args[i].type;
    }
    if (largest) unifier.args()[p] = c.store.default_type(largest);
  }
  // A constraint with a core type tells more, in both directions.
  for (size_t round = 0; round < signature->type_params.size(); round++) {
    for (size_t p = 0; p < signature->type_params.size(); p++) {
      const TypeParam* param = signature->type_params[p];
      const Type* core = core_type(param);
      if (!core) continue;
      if (unifier.args()[p]) {
        unifier.unify(core, underlying(unifier.args()[p]), true);
      } else {
        unifier.args()[p] = core;
      }
    }
  }
  Substitution found{signature->type_params, unifier.args()};
  for (size_t p = 0; p < signature->type_params.size(); p++) {
    if (!unifier.args()[p]) {
      c.report(call->rparen, diag::kUninferredTypeArgument, c.text(call->fun), signature->type_params[p]->object->name.view());
      return nullptr;
    }
    unifier.args()[p] = substitute(c.store, unifier.args()[p], found);
  }
  std::vector<const Type*> type_args = unifier.args();
  Substitution substitution{signature->type_params, type_args};
  for (size_t p = 0; p < type_args.size(); p++) {
    std::string gap = implementation_gap(c, type_args[p], substitute(c.store, signature->type_params[p]->constraint, substitution));
    if (!gap.empty()) {
      c.report(pos_of(call->fun), diag::kUnsatisfiedConstraint, gap);
      return nullptr;
    }
  }
  for (const Type*& target : targets) target = substitute(c.store, target, substitution);
  const Signature* instance = instantiate(c.store, signature, type_args);
  syntax::Expr* name = syntax::unparen(call->fun);
  if (auto* selector = syntax::as<syntax::SelectorExpr>(name)) name = selector->sel;
  if (auto* plain = syntax::as<syntax::Name>(name)) c.info.instances[plain] = {type_args, instance};
  return instance;
}

}  // namespace govm::types
