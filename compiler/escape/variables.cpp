// One walk over a body and its literals; captures are decided at the end, when all assignments are known.
//
// Straight-line reassignments before the first capture are not forgiven yet: such captures are by reference.
#include "compiler/escape/variables.h"

#include <algorithm>

#include "compiler/syntax/visit.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"

namespace govm::escape {
namespace {

using syntax::NodeKind;
using types::as_object;
using types::Var;

/// Largest variable that is captured by value, in bytes.
constexpr int64_t kMaxValueCapture = 128;

class VariableWalk {
 public:
  VariableWalk(const types::Info& info, Decisions& decisions) : info_(info), decisions_(decisions) {}

  std::vector<const Var*> run(const syntax::Node* root) {
    functions_.push_back({nullptr, {}});
    visit(root);
    for (const Var* var : loop_vars_) {
      const Facts& facts = facts_[var];
      if (facts.captured || facts.address_taken) decisions_.set_per_iteration(var);
    }
    for (auto& [literal, vars] : literals_) {
      std::vector<Capture> captures;
      for (const Var* var : vars) {
        bool by_value = is_captured_by_value(var);
        captures.push_back({var, by_value});
        if (!by_value) take_address(var);
      }
      decisions_.set_captures(literal, std::move(captures));
    }
    return std::move(taken_);
  }

 private:
  struct Facts {
    size_t function = 0;  ///< depth of the declaring function
    bool address_taken = false;
    bool captured = false;
    bool reassigned = false;
    bool range_variable = false;
  };
  struct Frame {
    const syntax::FuncLit* literal;
    std::vector<const Var*> captured;
  };

  bool is_captured_by_value(const Var* var) {
    const Facts& facts = facts_[var];
    if (facts.address_taken || facts.reassigned) return false;
    return types::is_parameterized(var->type) || types::size_of(var->type) <= kMaxValueCapture;
  }

  void take_address(const Var* var) {
    Facts& facts = facts_[var];
    if (!facts.address_taken) taken_.push_back(var);
    facts.address_taken = true;
    decisions_.set_address_taken(var);
  }

  /// The variable whose memory an expression denotes a part of; null if it is behind a pointer.
  const Var* base_variable(const syntax::Expr* expr) const {
    expr = syntax::unparen(expr);
    if (const auto* name = syntax::as<syntax::Name>(expr)) return as_object<Var>(info_.object_of(name));
    if (const auto* selector = syntax::as<syntax::SelectorExpr>(expr)) {
      const types::Selection* selection = info_.selection_of(selector);
      if (selection == nullptr || selection->kind != types::SelectionKind::Field || selection->indirect) return nullptr;
      if (types::as<types::Pointer>(selection->recv) != nullptr) return nullptr;
      return base_variable(selector->x);
    }
    if (const auto* index = syntax::as<syntax::IndexExpr>(expr)) {
      const types::Type* type = info_.type_of(index->x);
      return type != nullptr && types::as<types::Array>(type) != nullptr ? base_variable(index->x) : nullptr;
    }
    return nullptr;
  }

  void mark_reassigned(const syntax::Expr* target) {
    if (const Var* var = base_variable(target)) facts_[var].reassigned = true;
  }

  bool is_definition(const syntax::Name* name, const Var* var) const { return var->pos == name->pos; }

  void mention(const syntax::Name* name) {
    const auto* var = as_object<Var>(info_.object_of(name));
    if (var == nullptr || var->var_kind == types::VarKind::Package || var->var_kind == types::VarKind::Field) return;
    if (is_definition(name, var)) {
      facts_[var].function = functions_.size() - 1;
      return;
    }
    use(var);
  }

  void use(const Var* var) {
    auto it = facts_.find(var);
    if (it == facts_.end()) return;  // declared nowhere: after an error
    for (size_t i = it->second.function + 1; i < functions_.size(); ++i) {
      auto& captured = functions_[i].captured;
      it->second.captured = true;
      if (std::find(captured.begin(), captured.end(), var) == captured.end()) captured.push_back(var);
    }
  }

  void visit_children(const syntax::Node* node) {
    syntax::for_each_child(node, [this](const syntax::Node* child) { visit(child); });
  }

  /// Names that are keys or selectors, not uses, are left out.
  void visit(const syntax::Node* node) {
    switch (node->kind) {
      case NodeKind::Name: mention(syntax::cast<syntax::Name>(node)); return;
      case NodeKind::FuncLit: {
        const auto* literal = syntax::cast<syntax::FuncLit>(node);
        functions_.push_back({literal, {}});
        visit_children(node);
        literals_.emplace_back(literal, std::move(functions_.back().captured));
        functions_.pop_back();
        return;
      }
      case NodeKind::SelectorExpr: {
        const auto* selector = syntax::cast<syntax::SelectorExpr>(node);
        visit(selector->x);
        note_receiver(selector);
        return;
      }
      case NodeKind::CompositeLit: {
        const auto* literal = syntax::cast<syntax::CompositeLit>(node);
        const types::Type* type = info_.type_of(literal);
        if (const auto* pointer = type != nullptr && literal->type == nullptr ? types::as<types::Pointer>(type) : nullptr) type = pointer->elem;
        bool is_struct = type != nullptr && types::as<types::Struct>(type) != nullptr;
        for (const syntax::Expr* element : literal->elems) {
          const auto* pair = syntax::as<syntax::KeyValueExpr>(element);
          if (pair != nullptr && is_struct) {
            visit(pair->value);
          } else {
            visit(element);
          }
        }
        return;
      }
      case NodeKind::StructType:
      case NodeKind::InterfaceType: return;
      case NodeKind::UnaryExpr: {
        const auto* unary = syntax::cast<syntax::UnaryExpr>(node);
        visit_children(node);
        if (unary->op == syntax::Operator::And) take_part(unary->x);
        return;
      }
      case NodeKind::SliceExpr: {
        const auto* slice = syntax::cast<syntax::SliceExpr>(node);
        visit_children(node);
        const types::Type* type = info_.type_of(slice->x);
        if (type != nullptr && types::as<types::Array>(type) != nullptr) take_part(slice->x);
        return;
      }
      case NodeKind::AssignStmt: {
        const auto* assign = syntax::cast<syntax::AssignStmt>(node);
        visit_children(node);
        for (const syntax::Expr* lhs : assign->lhs) {
          const auto* name = syntax::as<syntax::Name>(lhs);
          const auto* var = name != nullptr ? as_object<Var>(info_.object_of(name)) : nullptr;
          if (assign->define && var != nullptr && is_definition(name, var)) continue;
          mark_reassigned(lhs);
        }
        return;
      }
      case NodeKind::IncDecStmt:
        visit_children(node);
        mark_reassigned(syntax::cast<syntax::IncDecStmt>(node)->x);
        return;
      case NodeKind::ForStmt: visit_for(syntax::cast<syntax::ForStmt>(node)); return;
      case NodeKind::CaseClause:
        if (const auto* var = as_object<Var>(info_.implicit_of(node))) facts_[var].function = functions_.size() - 1;
        visit_children(node);
        return;
      case NodeKind::TypeSwitchGuard: visit(syntax::cast<syntax::TypeSwitchGuard>(node)->x); return;
      case NodeKind::LabeledStmt: visit(syntax::cast<syntax::LabeledStmt>(node)->stmt); return;
      case NodeKind::BranchStmt: return;
      default: visit_children(node); return;
    }
  }

  void visit_for(const syntax::ForStmt* loop) {
    auto note_loop_variable = [this](const syntax::Expr* lhs) {
      const auto* name = syntax::as<syntax::Name>(lhs);
      const auto* var = name != nullptr ? as_object<Var>(info_.object_of(name)) : nullptr;
      if (var != nullptr && is_definition(name, var)) loop_vars_.push_back(var);
      return var != nullptr && is_definition(name, var);
    };
    if (loop->range != nullptr) {
      visit(loop->range->x);
      for (const syntax::Expr* lhs : loop->range->lhs) {
        visit(lhs);
        if (!loop->range->define || !note_loop_variable(lhs)) mark_reassigned(lhs);
      }
    } else {
      if (loop->init != nullptr) visit(loop->init);
      if (const auto* init = syntax::as<syntax::AssignStmt>(loop->init); init != nullptr && init->define) {
        for (const syntax::Expr* lhs : init->lhs) note_loop_variable(lhs);
      }
      if (loop->cond != nullptr) visit(loop->cond);
      if (loop->post != nullptr) visit(loop->post);
    }
    visit(loop->body);
  }

  void take_part(const syntax::Expr* expr) {
    const Var* var = base_variable(expr);
    if (var != nullptr && var->var_kind != types::VarKind::Package) take_address(var);
  }

  /// x.M() with a pointer receiver takes the address of an addressable x.
  void note_receiver(const syntax::SelectorExpr* selector) {
    const types::Selection* selection = info_.selection_of(selector);
    if (selection == nullptr || selection->kind != types::SelectionKind::MethodValue || selection->indirect) return;
    const auto* func = as_object<types::Func>(selection->object);
    if (func == nullptr || types::as<types::Pointer>(selection->recv) != nullptr) return;
    if (func->pointer_receiver || types::is_type_param(selection->recv)) take_part(selector->x);
  }

  const types::Info& info_;
  Decisions& decisions_;
  std::vector<Frame> functions_;
  std::unordered_map<const Var*, Facts> facts_;
  std::vector<const Var*> loop_vars_;
  std::vector<const Var*> taken_;
  std::vector<std::pair<const syntax::FuncLit*, std::vector<const Var*>>> literals_;
};

}  // namespace

std::vector<const types::Var*> note_variables(const types::Info& info, const syntax::Node* root, Decisions& decisions) {
  return VariableWalk(info, decisions).run(root);
}

}  // namespace govm::escape
