// Following the assignments of interface variables, as Go's cmd/compile/internal/devirtualize does.
#include "compiler/escape/devirtualize.h"

#include <algorithm>

#include "compiler/types/method_set.h"
#include "compiler/types/relations.h"

namespace govm::escape {
namespace {

using types::as_object;

/// What is known of the concrete types of an interface value.
struct Concrete {
  enum Knowledge : uint8_t { Unknown, None, One } knowledge = Unknown;  ///< None: it never holds a value
  const types::Type* type = nullptr;
};

class Search {
 public:
  Search(const types::Info& info, const Variables& variables) : info_(info), variables_(variables) {}

  Concrete of(const syntax::Expr* expr) {
    expr = source_of(expr);
    const types::Type* type = info_.type_of(expr);
    if (type == nullptr) return {};
    if (!types::is_interface(type)) return {Concrete::One, type};
    const auto* name = syntax::as<syntax::Name>(expr);
    const auto* var = name != nullptr ? as_object<types::Var>(info_.object_of(name)) : nullptr;
    if (var == nullptr || var->var_kind != types::VarKind::Local || variables_.of(var).addressed) return {};
    if (std::ranges::find(seen_, var) != seen_.end()) return {Concrete::None, nullptr};
    seen_.push_back(var);
    return of_assignments(variables_.of(var));
  }

 private:
  /// Without what changes only the interface's type: parentheses, conversions, assertions.
  const syntax::Expr* source_of(const syntax::Expr* expr) const {
    for (;;) {
      expr = syntax::unparen(expr);
      const types::Type* type = info_.type_of(expr);
      if (type == nullptr || !types::is_interface(type)) return expr;
      const auto* call = syntax::as<syntax::CallExpr>(expr);
      if (call != nullptr && info_.is_type(call->fun)) {
        expr = call->args[0];
      } else if (const auto* assertion = syntax::as<syntax::TypeAssertExpr>(expr)) {
        expr = assertion->x;
      } else {
        return expr;
      }
    }
  }

  bool is_nil(const syntax::Expr* expr) const {
    const auto* name = syntax::as<syntax::Name>(syntax::unparen(expr));
    const types::Object* object = name != nullptr ? info_.object_of(name) : nullptr;
    return object != nullptr && object->kind == types::ObjectKind::Nil;
  }

  Concrete of_assignments(const VariableFacts& facts) {
    Concrete all{Concrete::None, nullptr};
    auto add = [&all](const Concrete& one) {
      if (one.knowledge == Concrete::None) return true;
      if (one.knowledge == Concrete::Unknown || (all.type != nullptr && !types::identical(all.type, one.type))) return false;
      all = one;
      return true;
    };
    for (const syntax::Expr* value : facts.values) {
      if (is_nil(value)) continue;
      if (!add(of(value))) return {};
    }
    for (const types::Type* type : facts.other_types) {
      if (!add(type == nullptr || types::is_interface(type) ? Concrete{} : Concrete{Concrete::One, type})) return {};
    }
    return all;
  }

  const types::Info& info_;
  const Variables& variables_;
  std::vector<const types::Var*> seen_;
};

}  // namespace

std::optional<DirectMethod> devirtualize(const types::Info& info, const Variables& variables, const syntax::CallExpr* call) {
  const auto* selector = syntax::as<syntax::SelectorExpr>(syntax::unparen(call->fun));
  const types::Selection* selection = selector != nullptr ? info.selection_of(selector) : nullptr;
  if (selection == nullptr || selection->kind != types::SelectionKind::MethodValue || selection->path.size() != 1) return std::nullopt;
  const types::Type* owner = info.type_of(selector->x);
  const auto* interface = owner != nullptr && types::is_interface(owner) ? types::as<types::Interface>(owner) : nullptr;
  if (interface == nullptr || types::is_parameterized(owner)) return std::nullopt;
  Concrete concrete = Search(info, variables).of(selector->x);
  if (concrete.knowledge != Concrete::One || types::is_parameterized(concrete.type)) return std::nullopt;
  const types::Func* wrong = nullptr;
  bool pointer_receiver = false;
  if (types::missing_method(concrete.type, interface, true, &wrong, &pointer_receiver) != nullptr) return std::nullopt;
  const auto* wanted = as_object<types::Func>(selection->object);
  types::Found found = types::lookup_field_or_method(concrete.type, false, wanted->package, wanted->name);
  DirectMethod direct;
  direct.receiver = concrete.type;
  direct.method = as_object<types::Func>(found.object);
  if (direct.method == nullptr) return std::nullopt;
  direct.path.assign(found.path.begin(), found.path.end() - 1);
  direct.partial = direct.method->decl == nullptr;
  return direct;
}

}  // namespace govm::escape
