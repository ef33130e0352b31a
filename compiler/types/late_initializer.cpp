// Which package variables of std are declared late, when something first names them: those whose initialisers need no code
// (compiler/ir/build_static_data.cpp lays their values out). The text and what its names stand for decide: to check the types of all
// would take longer than to run most programs.
#include <algorithm>

#include "compiler/types/context.h"

namespace govm::types {
namespace {

class LateInitializer {
 public:
  LateInitializer(Context& c, const DeclInfo& decl) : c_(c), file_scope_(decl.file_scope) {}

  bool needs_no_code(const syntax::Expr* expr) const {
    expr = syntax::unparen(expr);
    switch (expr->kind) {
      case syntax::NodeKind::BasicLit: return true;
      case syntax::NodeKind::Name:
      case syntax::NodeKind::SelectorExpr: {
        const Object* object = object_of(expr);
        return as_object<Const>(object) != nullptr || as_object<Func>(object) != nullptr || as_object<Nil>(object) != nullptr;
      }
      case syntax::NodeKind::UnaryExpr: {
        const auto* unary = syntax::cast<syntax::UnaryExpr>(expr);
        if (unary->op != syntax::Operator::And) return unary->op != syntax::Operator::Recv && needs_no_code(unary->x);
        const syntax::Expr* x = syntax::unparen(unary->x);
        if (const auto* literal = syntax::as<syntax::CompositeLit>(x)) return needs_no_code(literal, literal->type);
        return as_object<Var>(object_of(x)) != nullptr;
      }
      case syntax::NodeKind::BinaryExpr: {
        const auto* binary = syntax::cast<syntax::BinaryExpr>(expr);
        return needs_no_code(binary->x) && needs_no_code(binary->y);
      }
      case syntax::NodeKind::CompositeLit: {
        const auto* literal = syntax::cast<syntax::CompositeLit>(expr);
        return needs_no_code(literal, literal->type);
      }
      case syntax::NodeKind::CallExpr: {
        const auto* call = syntax::cast<syntax::CallExpr>(expr);
        return call->args.size() == 1 && needs_no_code(call->args[0]) && is_errors_new(call->fun);
      }
      default: return false;
    }
  }

  /// Whether it is another variable declared late.
  bool is_late(const syntax::Expr* expr) const {
    const auto* var = as_object<Var>(object_of(expr));
    return var != nullptr && var->package != c_.package && var->has_initializer && var->color == Object::Color::White;
  }

 private:
  /// `type` is what the literal, or the one around it, says.
  bool needs_no_code(const syntax::CompositeLit* literal, const syntax::Expr* type) const {
    type = definition(type);
    const auto* array = syntax::as<syntax::ArrayType>(type);
    const auto* slice = syntax::as<syntax::SliceType>(type);
    const syntax::Expr* elem = array != nullptr ? array->elem : slice != nullptr ? slice->elem : nullptr;
    if (elem == nullptr && !syntax::is<syntax::StructType>(type)) return false;
    return std::ranges::all_of(literal->elems, [&](const syntax::Expr* element) {
      const auto* pair = syntax::as<syntax::KeyValueExpr>(element);
      const syntax::Expr* value = pair != nullptr ? pair->value : element;
      const auto* inner = syntax::as<syntax::CompositeLit>(value);
      if (inner == nullptr || inner->type != nullptr) return needs_no_code(value);
      const auto* pointer = syntax::as<syntax::StarExpr>(elem);
      return needs_no_code(inner, pointer != nullptr ? pointer->x : elem);
    });
  }

  /// What a type's name stands for, if it is one of this package.
  const syntax::Expr* definition(const syntax::Expr* type) const {
    while (const auto* name = syntax::as<syntax::Name>(type)) {
      const auto decl = c_.decls.find(object_of(name));
      if (decl == c_.decls.end() || decl->second->type_decl == nullptr) break;
      type = decl->second->type_decl->type;
    }
    return type;
  }

  const Object* object_of(const syntax::Expr* expr) const {
    if (const auto* name = syntax::as<syntax::Name>(expr)) return file_scope_->lookup_parent(name->symbol, Pos());
    const auto* selector = syntax::as<syntax::SelectorExpr>(expr);
    const auto* package = selector != nullptr ? as_object<PkgName>(object_of(selector->x)) : nullptr;
    return package != nullptr ? package->imported->scope->lookup(selector->sel->symbol) : nullptr;
  }

  bool is_errors_new(const syntax::Expr* fun) const {
    const auto* func = as_object<Func>(object_of(fun));
    return func != nullptr && func->package->path == "errors" && func->name == std::string_view("New");
  }

  Context& c_;
  const Scope* file_scope_;
};

}  // namespace

bool has_late_initializer(Context& c, const DeclInfo& decl) {
  const LateInitializer initializer(c, decl);
  return decl.lhs.size() == 1 && (initializer.needs_no_code(decl.init) || initializer.is_late(decl.init));
}

}  // namespace govm::types
