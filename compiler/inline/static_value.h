// What a variable always is: the value of the one assignment it ever gets (escape-analysis.md 1.7, 1.13).
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "compiler/inline/tree.h"

namespace govm::inl {

/// The assignments of a function and of all literals inside. Source of the rules: Go's cmd/compile/internal/ir/reassignment.go.
class StaticValues {
 public:
  /// `function` is the outermost one.
  explicit StaticValues(Function* function);

  /// More of the function: variables, literals and nodes that inlining has brought in.
  void add(std::span<Variable* const> variables, std::span<Function* const> literals, Node* node);

  /// The value behind conversions without effect and variables that are assigned once.
  Node* of(Node* node) const;
  /// All assignments of a local variable of function type, if each is a plain one; else null.
  const std::vector<Node*>* function_assignments(Variable* variable) const;

 private:
  void declare(std::span<Variable* const> variables);
  void scan(const std::vector<Node*>& nodes);
  void assigned(const Node* target, Node* statement);
  const Node* behind(Variable* variable) const;

  std::unordered_map<const Variable*, const Node*> single_;
  std::unordered_map<const Variable*, std::vector<Node*>> functions_;
};

/// The function that a callee expression names: a declared one (`object`), a concrete method, or a literal's.
struct StaticCallee {
  const types::Func* func = nullptr;
  Function* function = nullptr;
  bool follows_receiver = false;  ///< takes a pointer to the method's receiver
  bool known() const { return func != nullptr || function != nullptr; }
};
StaticCallee static_callee(const Node* node);

}  // namespace govm::inl
