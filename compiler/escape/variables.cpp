// One walk over a body and its literals; captures are decided at the end, when all assignments are known.
#include "compiler/escape/variables.h"

#include <algorithm>

#include "compiler/syntax/visit.h"
#include "compiler/types/language_version.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"
#include "compiler/types/type_set.h"

namespace govm::escape {
namespace {

using syntax::NodeKind;
using types::as_object;
using types::Var;

/// Whether a type is an array, or a type parameter that may stand for one.
bool may_be_array(const types::Type* type) {
  return !types::for_each_term(type,
                               [](const types::Type*, const types::Type* under) { return types::as<types::Array>(under) == nullptr; });
}

/// Largest variable that is captured by value, in bytes.
constexpr int64_t kMaxValueCapture = 128;

class VariableWalk {
 public:
  VariableWalk(const types::Info& info, Decisions& decisions, Variables& variables)
      : info_(info), decisions_(decisions), variables_(variables) {}

  std::vector<const Var*> run(const syntax::Node* root) {
    looping_labels_ = looping_labels(root);
    functions_.emplace_back();
    if (const auto* decl = syntax::as<syntax::FuncDecl>(root)) {
      if (const auto* func = as_object<types::Func>(info_.object_of(decl->name))) functions_.back().results = func->signature()->results;
    }
    visit(root);
    for (const Var* var : loop_vars_) {
      VariableFacts& facts = variables_.note(var);
      facts.per_iteration = facts.captured || facts.address_taken;
      if (facts.per_iteration) decisions_.set_per_iteration(var);
    }
    // By value only if no literal takes the variable's address: all captures are seen before one is decided.
    for (auto& [literal, vars] : literals_) {
      for (const Var* var : vars) {
        VariableFacts& facts = variables_.note(var);
        facts.captured_by_value = fits_by_value(var);
      }
    }
    for (auto& [literal, vars] : literals_) {
      std::vector<Capture> captures;
      for (const Var* var : vars) {
        bool by_value = variables_.of(var).captured_by_value;
        captures.push_back({var, by_value});
        if (!by_value) take_address(var);
      }
      decisions_.set_captures(literal, std::move(captures));
      variables_.set_captures(literal, vars);
    }
    return std::move(taken_);
  }

 private:
  /// Where a variable is declared.
  struct Place {
    size_t function = 0;  ///< how many functions are around the declaration
    int loop_depth = 0;
  };
  struct Frame {
    const syntax::FuncLit* literal = nullptr;
    int loop_depth = 0;
    std::vector<const Var*> captured;
    std::span<const Var* const> results;
  };

  bool fits_by_value(const Var* var) const {
    const VariableFacts& facts = variables_.of(var);
    if (facts.address_taken || facts.reassigned) return false;
    return types::is_parameterized(var->type) || types::size_of(var->type) <= kMaxValueCapture;
  }

  void take_address(const Var* var) {
    VariableFacts& facts = variables_.note(var);
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
      return type != nullptr && may_be_array(type) ? base_variable(index->x) : nullptr;
    }
    return nullptr;
  }

  void mark_reassigned(const syntax::Expr* target) {
    if (const Var* var = base_variable(target)) variables_.note(var).reassigned = true;
  }

  /// Remembers what is assigned to a whole variable; a null value stands for one of that type that no expression gives.
  void note_value(const syntax::Expr* target, const syntax::Expr* value, const types::Type* type = nullptr) {
    const auto* name = syntax::as<syntax::Name>(syntax::unparen(target));
    const auto* var = name != nullptr ? as_object<Var>(info_.object_of(name)) : nullptr;
    if (var == nullptr) {
      if (const Var* base = base_variable(target)) note_other_value(base, nullptr);
    } else if (value != nullptr) {
      variables_.note(var).values.push_back(value);
    } else {
      note_other_value(var, type);
    }
  }
  void note_other_value(const Var* var, const types::Type* type) {
    variables_.note(var).other_values = true;
    variables_.note(var).other_types.push_back(type);
  }
  void note_values(std::span<syntax::Expr* const> targets, std::span<syntax::Expr* const> values) {
    if (targets.size() == values.size()) {
      for (size_t i = 0; i < targets.size(); ++i) note_value(targets[i], values[i]);
      return;
    }
    // The results of one call, or v, ok of one expression.
    const types::Type* type = values.empty() ? nullptr : info_.type_of(values[0]);
    const auto* tuple = type != nullptr ? types::is_a<types::Tuple>(type) : nullptr;
    for (size_t i = 0; i < targets.size(); ++i) {
      const types::Type* own = tuple == nullptr ? (i == 0 ? type : nullptr) : i < tuple->size() ? tuple->vars[i]->type : nullptr;
      note_value(targets[i], nullptr, own);
    }
  }

  bool is_definition(const syntax::Name* name, const Var* var) const { return var->pos == name->pos; }

  void mention(const syntax::Name* name) {
    const auto* var = as_object<Var>(info_.object_of(name));
    if (var == nullptr || var->var_kind == types::VarKind::Package || var->var_kind == types::VarKind::Field) return;
    if (is_definition(name, var)) return declare(var);
    use(var);
  }

  void declare(const Var* var) {
    places_[var] = {functions_.size() - 1, functions_.back().loop_depth};
    variables_.note(var);
  }

  void use(const Var* var) {
    auto it = places_.find(var);
    if (it == places_.end()) return;  // declared nowhere: after an error
    for (size_t i = it->second.function + 1; i < functions_.size(); ++i) {
      VariableFacts& facts = variables_.note(var);
      // Assignments in straight-line code before the first capture do not count.
      if (!facts.captured && it->second.loop_depth == functions_[i - 1].loop_depth) facts.reassigned = false;
      facts.captured = true;
      auto& captured = functions_[i].captured;
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
        const auto* signature = types::as<types::Signature>(info_.type_of(literal));
        functions_.push_back(
            {literal, 0, {}, signature != nullptr ? std::span<const Var* const>(signature->results) : std::span<const Var* const>()});
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
        if (const auto* pointer = type != nullptr && literal->type == nullptr ? types::as<types::Pointer>(type) : nullptr)
          type = pointer->elem;
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
        note_values(assign->lhs, assign->op == syntax::Operator::None ? assign->rhs : std::span<syntax::Expr*>());
        return;
      }
      case NodeKind::IncDecStmt:
        visit_children(node);
        mark_reassigned(syntax::cast<syntax::IncDecStmt>(node)->x);
        note_value(syntax::cast<syntax::IncDecStmt>(node)->x, nullptr);
        return;
      case NodeKind::VarDecl: {
        const auto* decl = syntax::cast<syntax::VarDecl>(node);
        visit_children(node);
        if (!decl->values.empty()) {
          std::vector<syntax::Expr*> names(decl->names.begin(), decl->names.end());
          note_values(names, decl->values);
        }
        return;
      }
      case NodeKind::ReturnStmt:
        visit_children(node);
        // The results are assigned before deferred functions run.
        if (!syntax::cast<syntax::ReturnStmt>(node)->results.empty()) {
          for (const Var* result : functions_.back().results) {
            variables_.note(result).reassigned = true;
            note_other_value(result, nullptr);
          }
        }
        return;
      case NodeKind::ForStmt: visit_for(syntax::cast<syntax::ForStmt>(node)); return;
      case NodeKind::CaseClause:
        if (const auto* var = as_object<Var>(info_.implicit_of(node))) {
          declare(var);
          note_other_value(var, nullptr);
        }
        visit_children(node);
        return;
      case NodeKind::TypeSwitchGuard: visit(syntax::cast<syntax::TypeSwitchGuard>(node)->x); return;
      case NodeKind::BlockStmt: {
        int depth = functions_.back().loop_depth;
        visit_children(node);
        functions_.back().loop_depth = depth;
        return;
      }
      case NodeKind::LabeledStmt: {
        const auto* labeled = syntax::cast<syntax::LabeledStmt>(node);
        if (looping_labels_.contains(labeled)) ++functions_.back().loop_depth;
        visit(labeled->stmt);
        return;
      }
      case NodeKind::BranchStmt: return;
      default: visit_children(node); return;
    }
  }

  void visit_for(const syntax::ForStmt* loop) {
    auto note_loop_variable = [this](const syntax::Expr* lhs) {
      const auto* name = syntax::as<syntax::Name>(lhs);
      const auto* var = name != nullptr ? as_object<Var>(info_.object_of(name)) : nullptr;
      if (var == nullptr || !is_definition(name, var) || types::is_one_per_loop(*var)) return false;
      loop_vars_.push_back(var);
      return true;
    };
    if (loop->range != nullptr) {
      visit(loop->range->x);
      for (const syntax::Expr* lhs : loop->range->lhs) {
        visit(lhs);
        note_value(lhs, nullptr);
        if (!loop->range->define || !note_loop_variable(lhs)) mark_reassigned(lhs);
      }
      ++functions_.back().loop_depth;
    } else {
      if (loop->init != nullptr) visit(loop->init);
      if (const auto* init = syntax::as<syntax::AssignStmt>(loop->init); init != nullptr && init->define) {
        // Each iteration has its own variable: it is declared inside the loop, its post statement comes first there.
        for (const syntax::Expr* lhs : init->lhs) {
          if (note_loop_variable(lhs)) ++places_[loop_vars_.back()].loop_depth;
        }
      }
      ++functions_.back().loop_depth;
      if (loop->cond != nullptr) visit(loop->cond);
      if (loop->post != nullptr) visit(loop->post);
    }
    visit(loop->body);
    --functions_.back().loop_depth;
  }

  void take_part(const syntax::Expr* expr) {
    const Var* var = base_variable(expr);
    if (var == nullptr || var->var_kind == types::VarKind::Package) return;
    variables_.note(var).addressed = true;
    take_address(var);
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
  Variables& variables_;
  std::unordered_map<const Var*, Place> places_;
  std::unordered_set<const syntax::Stmt*> looping_labels_;
  std::vector<const Var*> loop_vars_;
  std::vector<const Var*> taken_;
  std::vector<std::pair<const syntax::FuncLit*, std::vector<const Var*>>> literals_;
};

}  // namespace

const VariableFacts& Variables::of(const types::Var* var) const {
  static const VariableFacts unknown{
      .address_taken = true, .reassigned = true, .other_values = true, .values = {}, .other_types = {nullptr}};
  auto it = facts_.find(var);
  return it != facts_.end() ? it->second : unknown;
}

const syntax::Expr* Variables::only_value(const types::Var* var) const {
  const VariableFacts& facts = of(var);
  if (facts.address_taken || facts.reassigned || facts.other_values || facts.values.size() != 1) return nullptr;
  return facts.values[0];
}

const syntax::Expr* Variables::constant_behind(const types::Info& info, const syntax::Expr* expr) const {
  // Chains of variables end; the bound is against those that name themselves after an error.
  for (int steps = 0; steps < 64; ++steps) {
    expr = syntax::unparen(expr);
    if (info.is_constant(expr)) return expr;
    const auto* name = syntax::as<syntax::Name>(expr);
    const auto* var = name != nullptr ? as_object<Var>(info.object_of(name)) : nullptr;
    if (var == nullptr || var->var_kind != types::VarKind::Local) return nullptr;
    expr = only_value(var);
    if (expr == nullptr) return nullptr;
  }
  return nullptr;
}

std::span<const types::Var* const> Variables::captures(const syntax::FuncLit* literal) const {
  auto it = captures_.find(literal);
  return it != captures_.end() ? std::span<const types::Var* const>(it->second) : std::span<const types::Var* const>();
}

std::vector<const types::Var*> note_variables(const types::Info& info, const syntax::Node* root, Decisions& decisions,
                                              Variables& variables) {
  return VariableWalk(info, decisions, variables).run(root);
}

std::unordered_set<const syntax::Stmt*> looping_labels(const syntax::Node* root) {
  std::unordered_set<const syntax::Stmt*> labels;
  syntax::walk(root, [&](const syntax::Node* node) {
    const auto* branch = syntax::as<syntax::BranchStmt>(node);
    if (branch != nullptr && branch->token == syntax::Token::Goto && branch->target != nullptr && branch->target->pos < branch->pos) {
      labels.insert(branch->target);
    }
    return true;
  });
  return labels;
}

}  // namespace govm::escape
