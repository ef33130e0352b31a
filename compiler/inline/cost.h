// What it costs to inline a function (escape-analysis.md 5.3, 5.4).
#pragma once

#include <functional>
#include <string>

#include "compiler/inline/static_value.h"
#include "compiler/inline/tree.h"

namespace govm::inl {

inline constexpr int kMaxCost = 80;             ///< of a function that is inlined
inline constexpr int kMaxCostOfOnlyCall = 800;  ///< of a literal that is called once; the budget of literals
inline constexpr int kMaxCostInBig = 20;        ///< into a big function

/// Why the declaration of a function forbids inlining it; empty if it does not.
std::string_view forbidden(const Function* function);

/// Functions of 5,000 nodes and more: little is inlined into them.
bool is_big(const Function* function);

/// Whether a call of a declared function or method is an operation of the processor (linux/amd64).
bool is_intrinsic(const Node* call);

/// Counts the nodes of a body. Source of the rules: Go's cmd/compile/internal/inline.
class CostCount {
 public:
  /// The cost of what a call would be replaced by; a negative number if the call stays.
  using CallCost = std::function<int(Node* call)>;

  CostCount(const Function* function, CallCost call_cost);

  /// Whether the body is cheap enough. `whole`: counts on beyond the budget.
  bool fits(bool whole);
  int cost() const { return cost_; }
  /// Why it does not fit.
  const std::string& reason() const { return reason_; }

 private:
  bool visit(Node* node);  ///< whether counting goes on
  bool visit_all(const std::vector<Node*>& nodes);
  bool call(Node* node);

  const Function* function_;
  CallCost call_cost_;
  int budget_;
  int cost_ = 0;
  bool whole_ = false;
  std::string reason_;
};

}  // namespace govm::inl
