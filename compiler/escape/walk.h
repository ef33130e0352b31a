// From the lowered trees of a group of functions to the edges of its location graph (escape-analysis.md 1.2 to 1.21).
//
// Makes the locations in the order in which -m reports them.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/escape/graph.h"
#include "compiler/inline/lower.h"
#include "compiler/inline/static_value.h"

namespace govm::escape {

using inl::Op;

/// What a walk needs to know about the rest of the program.
class Surroundings {
 public:
  /// Leaks of a callee analysed before: receiver first, then the dictionary of an instance, then parameters.
  virtual std::span<const Leaks> leaks_of(const inl::StaticCallee& callee) = 0;
  /// Whether the body of a literal's function stores the variable itself, not its address (the run-time rule, made from the text).
  virtual bool may_capture_by_value(const types::Var* var) = 0;
  /// A diagnostic of the walk itself, said at once.
  virtual void say(Pos pos, std::string text) = 0;
  /// A line that only -m=2 has.
  virtual void say_more(Pos pos, std::string text) = 0;

 protected:
  ~Surroundings() = default;
};

/// Limit of what an expression makes in a frame, in bytes (escape-analysis.md 1.13).
inline constexpr int64_t kMaxImplicit = 64 << 10;

/// Single assignments, by outermost function: found once, though its literals are walked one by one.
using StaticValueTable = std::unordered_map<const Function*, std::unique_ptr<inl::StaticValues>>;

class Walker {
 public:
  Walker(inl::Lowering& session, Surroundings& surroundings, const inl::Text& text, Witness* witness, StaticValueTable& static_values,
         std::span<Function* const> group);
  ~Walker();

  /// Walks all functions of the group and connects its closures; the graph can then be solved.
  void walk();
  Graph& graph() { return graph_; }

 private:
  // walk.cpp: functions, closures, locations
  Location* make(Node* node, bool persists);
  Location* make_variable(Variable* variable);
  void add_locals(Function* function);
  void walk_function(Function* function);
  void connect_closures();
  void replace_by_constants(Location* location);
  std::string_view forced_reason(const Location* location) const;
  Hole spill(const Hole& hole, Node* node);
  Hole tee(std::span<const Hole> holes);
  Hole tee(const Hole& first, const Hole& second);
  Location* location_of(Variable* variable) { return variable->canonical()->location; }
  const inl::StaticValues& static_values(Function* function);

  // walk_expr.cpp
  void flow(Hole hole, Node* node);
  void flow_bare(Hole hole, Node* node);
  void flow_unsafe(const Hole& hole, Node* node);
  void discard(Node* node) { flow(graph_.discard_hole(), node); }
  void discard_all(const std::vector<Node*>& nodes);
  void mutate(Node* node) { flow(graph_.mutator_hole(), node); }
  void flow_literal(const Hole& hole, Node* node);
  void flow_method_value(const Hole& hole, Node* node);
  Hole noted(const Hole& hole, const Node* where, std::string_view why) { return graph_.noted(hole, where, why); }

  // walk_call.cpp
  void call(std::span<const Hole> results, Node* node);
  void function_call(std::span<const Hole> results, Node* node);
  Hole told_sites(std::span<const Hole> results, Node* call, bool keepers);
  void append(const Hole& hole, Node* node);
  void argument(const Hole& hole, Node* argument, Node* call) { flow(noted(hole, call, "call parameter"), argument); }
  void uintptr_argument(const Hole& hole, Node* argument, Node* call);
  Hole parameter_hole(std::span<const Hole> results, std::span<const inl::StaticCallee> callees, size_t index, const Hole& keeper);
  Hole tag_hole(std::span<const Hole> results, const inl::StaticCallee& callee, size_t index, const Hole& keeper);
  bool in_group(const inl::StaticCallee& callee) const { return callee.function != nullptr && callee.function->in_work; }

  // walk_stmt.cpp
  void statements(const std::vector<Node*>& list);
  void block(const std::vector<Node*>& list);
  void statement(Node* node);
  void loop(Node* node);
  void range(Node* node);
  void type_switch(Node* node);
  void go_defer(Node* node);
  Hole declare(Variable* variable);
  Hole target(Node* node);
  void assign_list(const std::vector<Node*>& left, const std::vector<Node*>& right, std::string_view why, Node* where);
  void reassigned(std::span<const Hole> holes, const Node* where);

  bool holds_pointers(const types::Type* type) const;

  inl::Lowering& session_;
  Surroundings& surroundings_;
  const inl::Text& text_;
  std::vector<Function*> group_;
  Graph graph_;
  struct Closure {
    Hole hole;
    Node* node;
  };
  std::vector<Closure> closures_;
  std::unordered_set<std::string> looping_labels_;
  StaticValueTable& static_values_;

  // where the walk is
  Function* function_ = nullptr;
  int loop_depth_ = 1;
};

/// What is made at a node that has a location.
SiteRole role_of(const Node* node);
/// The size of a slice that is made, where it is known: a constant, or a variable assigned one once. As in Go's compiler a number beyond
/// 32 bits counts as unknown; then -1.
int64_t constant_size(const inl::Node* make);
/// Whether under //go:uintptrescapes what is converted to uintptr in an argument of the function escapes.
bool escapes_uintptrs(const types::Func* func);
/// Whether a value of the type is its one pointer (escape-analysis.md 1.3, "direct").
bool is_direct(const types::Type* type);
/// Assignments that cannot bring anything new in: p.f = p.f[i:j], x.f = x.g, x[i] = x[j].
bool is_self_assignment(const Node* left, const Node* right);

}  // namespace govm::escape
