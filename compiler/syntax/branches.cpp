// Spec: "Labeled statements", "Break statements", "Continue statements", "Goto statements",
// "Fallthrough statements", "Label scopes".
//
// One pass over a function body in which every branch finds its target. Function literals have been
// through this on their own: labels do not cross functions.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/syntax/parser_state.h"
#include "compiler/syntax/print.h"

namespace govm::syntax {
namespace {

/// A block being walked, with the label of the statement it belongs to, if any.
struct Block {
  const Block* parent;
  Pos start;
  const LabeledStmt* labeled;
};

/// A declared label. `block` dangles once the block has been left, but is then only compared.
struct Label {
  LabeledStmt* stmt;
  const Block* block;
  Pos block_start;
  bool used = false;
};

/// What unlabeled branches mean at a place.
struct Context {
  Stmt* breaks = nullptr;  ///< innermost ForStmt, SwitchStmt or SelectStmt
  ForStmt* continues = nullptr;
  int case_index = -1;  ///< of the case clause whose own statement list this is
};

using Gotos = std::vector<BranchStmt*>;

class BranchChecker {
 public:
  explicit BranchChecker(diag::DiagnosticSink& sink) : sink_(sink) {}

  void check(BlockStmt* body) {
    for (BranchStmt* jump : walk_block(nullptr, {}, nullptr, body->pos, body->list)) {
      Text name = jump->label->text();
      if (Label* label = find(jump->label)) {
        label->used = true;
        sink_.report(jump->label->pos, diag::kJumpIntoBlock, name, describe(label->block_start));
      } else {
        sink_.report(jump->label->pos, diag::kUndefinedLabel, name);
      }
    }
    // Spec: "It is illegal to define a label that is never used."
    for (const Name* name : order_) {
      if (!labels_.at(name->symbol).used) sink_.report(name->pos, diag::kUnusedLabel, name->text());
    }
  }

 private:
  using Text = std::string_view;

  std::string describe(Pos pos) const { return sink_.sources().describe(pos); }

  Label* find(const Name* name) {
    auto found = labels_.find(name->symbol);
    return found != labels_.end() ? &found->second : nullptr;
  }

  Label& declare(const Block* block, LabeledStmt* stmt) {
    auto [place, fresh] = labels_.try_emplace(stmt->label->symbol, Label{stmt, block, block->start});
    if (fresh) {
      order_.push_back(stmt->label);
    } else {
      sink_.report(stmt->label->pos, diag::kDuplicateLabel, stmt->label->text(), describe(place->second.stmt->label->pos));
    }
    return place->second;
  }

  // Walks the statements of a block; returns the gotos whose label was not found yet.
  Gotos walk_block(const Block* parent, Context context, const LabeledStmt* labeled, Pos start, std::span<Stmt* const> list) {
    const Block block{parent, start, labeled};
    Gotos forward;
    // Gotos that jump over the latest variable declaration if they lead behind it.
    Gotos over_variable;
    Pos variable_pos;
    std::string variable;
    auto declares = [&](Pos pos, std::string name) {
      variable_pos = pos;
      variable = std::move(name);
      over_variable = forward;
    };
    const LabeledStmt* label_here = nullptr;
    auto inner = [&](Context inner_context, Pos inner_start, std::span<Stmt* const> inner_list) {
      Gotos unresolved = walk_block(&block, inner_context, label_here, inner_start, inner_list);
      forward.insert(forward.end(), unresolved.begin(), unresolved.end());
    };

    // A fallthrough is the last statement of a clause even if empty statements follow it.
    while (!list.empty() && is<EmptyStmt>(list.back())) list = list.first(list.size() - 1);
    for (size_t i = 0; i < list.size(); ++i) {
      Stmt* stmt = list[i];
      label_here = nullptr;
      while (auto* with_label = as<LabeledStmt>(stmt)) {
        if (!with_label->label->symbol.is_blank()) {
          Label& label = declare(&block, with_label);
          std::erase_if(forward, [&](BranchStmt* jump) {
            if (jump->label->symbol != with_label->label->symbol) return false;
            jump->target = with_label;
            label.used = true;
            if (std::ranges::find(over_variable, jump) != over_variable.end()) {
              sink_.report(jump->label->pos, diag::kJumpOverDeclaration, jump->label->text(), variable, describe(variable_pos));
            }
            return true;
          });
          label_here = with_label;
        }
        stmt = with_label->stmt;
      }
      switch (stmt->kind) {
        case NodeKind::DeclStmt:
          for (const Decl* decl : cast<DeclStmt>(stmt)->decls) {
            if (const auto* var = as<VarDecl>(decl)) {
              declares(var->pos, var->names[0]->symbol.str());
              break;
            }
          }
          break;
        case NodeKind::AssignStmt: {
          const auto* assign = cast<AssignStmt>(stmt);
          if (assign->define) declares(assign->pos, to_string(assign->lhs));
          break;
        }
        case NodeKind::BranchStmt: {
          auto* branch = cast<BranchStmt>(stmt);
          if (branch->label == nullptr) {
            resolve_unlabeled(branch, context, i + 1 == list.size());
          } else if (branch->token == Token::Goto) {
            branch->target = goto_target(&block, branch->label);
            if (branch->target == nullptr) forward.push_back(branch);
          } else {
            resolve_labeled(branch, &block);
          }
          break;
        }
        case NodeKind::BlockStmt: inner({context.breaks, context.continues, -1}, stmt->pos, cast<BlockStmt>(stmt)->list); break;
        case NodeKind::IfStmt: {
          const auto* branch = cast<IfStmt>(stmt);
          Context here{context.breaks, context.continues, -1};
          inner(here, branch->then->pos, branch->then->list);
          if (branch->else_ != nullptr) inner(here, branch->else_->pos, std::span<Stmt* const>(&branch->else_, 1));
          break;
        }
        case NodeKind::ForStmt: {
          auto* loop = cast<ForStmt>(stmt);
          inner({loop, loop, -1}, loop->body->pos, loop->body->list);
          break;
        }
        case NodeKind::SwitchStmt: {
          Context here{stmt, context.continues, 0};
          for (const CaseClause* clause : cast<SwitchStmt>(stmt)->body) {
            inner(here, clause->pos, clause->body);
            ++here.case_index;
          }
          break;
        }
        case NodeKind::SelectStmt:
          for (const CommClause* clause : cast<SelectStmt>(stmt)->body) {
            inner({stmt, context.continues, -1}, clause->pos, clause->body);
          }
          break;
        default: break;
      }
    }
    return forward;
  }

  void resolve_unlabeled(BranchStmt* branch, const Context& context, bool is_last) {
    switch (branch->token) {
      case Token::Break:
        branch->target = context.breaks;
        if (context.breaks == nullptr) sink_.report(branch->pos, diag::kMisplacedBreak);
        return;
      case Token::Continue:
        branch->target = context.continues;
        if (context.continues == nullptr) sink_.report(branch->pos, diag::kMisplacedContinue);
        return;
      default: {
        // Spec: "A "fallthrough" statement … may be used only as the final non-empty statement in
        // such a clause."
        const auto* outer = as<SwitchStmt>(context.breaks);
        if (outer != nullptr && is<TypeSwitchGuard>(outer->tag)) {
          sink_.report(branch->pos, diag::kFallthroughInTypeSwitch);
        } else if (outer == nullptr || context.case_index < 0 || !is_last) {
          sink_.report(branch->pos, diag::kMisplacedFallthrough);
        } else if (static_cast<size_t>(context.case_index) + 1 == outer->body.size()) {
          sink_.report(branch->pos, diag::kFallthroughInFinalCase);
        }
      }
    }
  }

  // break L, continue L. Spec: "it must be that of an enclosing "for", "switch", or "select"
  // statement" ("for" alone for continue).
  void resolve_labeled(BranchStmt* branch, const Block* block) {
    bool is_break = branch->token == Token::Break;
    Pos pos = branch->label->pos;
    Text name = branch->label->text();
    Label* label = find(branch->label);
    if (label == nullptr) {
      if (is_break) {
        sink_.report(pos, diag::kUndefinedBreakLabel, name);
      } else {
        sink_.report(pos, diag::kUndefinedContinueLabel, name);
      }
      return;
    }
    label->used = true;
    while (block != nullptr && block->labeled != label->stmt) block = block->parent;
    Stmt* target = block != nullptr ? label->stmt->stmt : nullptr;
    if (is<ForStmt>(target) || (is_break && (is<SwitchStmt>(target) || is<SelectStmt>(target)))) {
      branch->target = target;
    } else if (is_break) {
      sink_.report(pos, diag::kBadBreakLabel, name);
    } else {
      sink_.report(pos, diag::kBadContinueLabel, name);
    }
  }

  // The statement of a label declared so far in this block or one around it, or null.
  LabeledStmt* goto_target(const Block* block, const Name* name) {
    Label* label = find(name);
    if (label == nullptr) return nullptr;
    label->used = true;
    for (; block != nullptr; block = block->parent) {
      if (label->block == block && label->block_start == block->start) return label->stmt;
    }
    return nullptr;
  }

  static std::string to_string(std::span<Expr* const> list) {
    std::string text;
    for (const Expr* x : list) {
      if (!text.empty()) text += ", ";
      text += syntax::to_string(x);
    }
    return text;
  }

  diag::DiagnosticSink& sink_;
  std::unordered_map<Symbol, Label> labels_;
  std::vector<const Name*> order_;  ///< of declaration
};

}  // namespace

void check_branches(BlockStmt* body, diag::DiagnosticSink& sink) { BranchChecker(sink).check(body); }

}  // namespace govm::syntax
