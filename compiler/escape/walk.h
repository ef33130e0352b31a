// From the bodies of a group of functions to the edges of its location graph (escape-analysis.md 1.2 to 1.21).
//
// The walk reads the typed tree as Go's compiler sees it after lowering: implicit conversions to interfaces,
// addresses and dereferences of receivers and embedded fields are found by comparing types on the way. It makes
// the locations in the order in which -m reports them.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/escape/devirtualize.h"
#include "compiler/escape/function.h"
#include "compiler/escape/graph.h"
#include "compiler/escape/text.h"
#include "compiler/escape/variables.h"
#include "compiler/syntax/expr.h"
#include "compiler/syntax/stmt.h"
#include "compiler/types/info.h"
#include "compiler/types/store.h"

namespace govm::escape {

/// What a walk needs to know about the rest of the program.
class Surroundings {
 public:
  /// The function of a declared function's own tree; null if it has none (natives, methods of interfaces).
  virtual Function* function_of(const types::Func* func) = 0;
  virtual Function* function_of(const syntax::FuncLit* literal) = 0;
  /// Leaks of a function analysed before, receiver first, then parameters. `func` or `literal` is given.
  virtual std::span<const Leaks> leaks_of(const types::Func* func) = 0;
  virtual std::span<const Leaks> leaks_of(const Function* literal) = 0;

 protected:
  ~Surroundings() = default;
};

/// A diagnostic that the walk itself finds: "FUNC ignoring self-assignment in STMT", "devirtualizing X to T".
struct WalkNote {
  Pos pos;
  std::string text;
};

/// What a call's callee is known to be.
struct Callee {
  const types::Func* func = nullptr;  ///< declared function or method, of a generic one the origin
  Function* function = nullptr;       ///< its function, or that of a literal; null: no source
  const types::Signature* signature = nullptr;
  bool is_method = false;             ///< the receiver is the first argument
  bool known() const { return func != nullptr || function != nullptr; }
};

/// Limit of what an expression makes in a frame, in bytes (escape-analysis.md 1.13).
inline constexpr int64_t kMaxImplicit = 64 << 10;

class Walker {
 public:
  Walker(types::TypeStore& types, const types::Info& info, const Variables& variables, Surroundings& surroundings,
         const Text& text, std::span<Function* const> group);

  /// Walks all functions of the group and connects its closures; the graph can then be solved.
  void walk();

  Graph& graph() { return graph_; }
  const std::vector<WalkNote>& notes() const { return notes_; }
  Location* location_of(const types::Var* var) const;
  /// Whether a literal captures a variable by value.
  bool is_captured_by_value(const types::Var* var) const;
  /// Name of a temporary location, ".autotmp_3"; empty for others.
  const std::string* temporary_name(const Location* location) const;

  /// The capacity of a slice made, if it is known.
  std::optional<int64_t> constant_length(const syntax::CallExpr* make) const;

 private:
  // walk.cpp: functions, closures, locations
  void add_locals(Function* function);
  void walk_function(Function* function);
  void connect_closures();
  void force(Location* location);
  Location* make_site(const syntax::Node* node, SiteRole role, Pos pos);
  Hole spill(const Hole& hole, const syntax::Node* node, SiteRole role, Pos pos);
  Hole tee(std::span<const Hole> holes);
  Hole tee(const Hole& first, const Hole& second);
  Location* make_temporary();
  void declare(const types::Var* var);
  bool in_group(const Function* function) const { return group_set_.contains(function); }

  // walk_expr.cpp
  /// The value of `expr`, converted to `target` if that is an interface (null: as it is), flows into `hole`.
  void flow(Hole hole, const syntax::Expr* expr, const types::Type* target = nullptr);
  void flow_plain(Hole hole, const syntax::Expr* expr);
  void flow_operand(const Hole& hole, const syntax::Expr* expr);
  void discard(const syntax::Expr* expr, const types::Type* target = nullptr) { flow(graph_.discard_hole(), expr, target); }
  void mutate(const syntax::Expr* expr) { flow(graph_.mutator_hole(), expr); }
  void flow_selector(const Hole& hole, const syntax::SelectorExpr* selector);
  void flow_method_value(const Hole& hole, const syntax::SelectorExpr* selector, const types::Selection& selection);
  /// The value that `path` (embedded fields) leads to from x, with an address taken or followed to match the receiver.
  void flow_receiver(Hole hole, const syntax::SelectorExpr* selector, const types::Selection& selection);
  /// The same, of a call known to be one of this method of what the interface holds.
  void flow_direct_receiver(Hole hole, const syntax::SelectorExpr* selector, const DirectMethod& direct);
  Hole receiver_hole(Hole hole, const types::Type* owner, std::span<const uint32_t> path, const types::Func* method,
                     const syntax::SelectorExpr* selector);
  Hole through_path(Hole hole, const types::Type* type, std::span<const uint32_t> path, const syntax::Node* where);
  void flow_composite(const Hole& hole, const syntax::CompositeLit* literal, const types::Type* type);
  void flow_pointer_literal(const Hole& hole, const syntax::Expr* node, const syntax::CompositeLit* literal, const types::Type* type);
  void flow_element(const Hole& hole, const syntax::Expr* element, const types::Type* type);
  void flow_conversion(const Hole& hole, const syntax::CallExpr* call);
  void flow_literal(const Hole& hole, const syntax::FuncLit* literal);
  void flow_comparison(const syntax::BinaryExpr* binary);
  void discard_concat(const syntax::Expr* expr);

  // walk_call.cpp
  Callee callee_of(const syntax::CallExpr* call) const;
  Callee known_function(const syntax::Expr* fun) const;
  void call(std::span<const Hole> results, const syntax::CallExpr* call);
  /// A call of an interface's method that is known to be this one.
  void direct_call(std::span<const Hole> results, const syntax::CallExpr* call, const DirectMethod& direct);
  void take_results(std::span<const Hole> results, const Callee& callee);
  void call_builtin(std::span<const Hole> results, const syntax::CallExpr* call, types::BuiltinId id);
  void append(const Hole& hole, const syntax::CallExpr* call);
  Hole parameter_hole(std::span<const Hole> results, const Callee& callee, size_t index, const types::Var* param);
  void arguments(std::span<const Hole> results, const syntax::CallExpr* call, const Callee& callee, const types::Signature* signature);
  void multi_value_arguments(std::span<const Hole> results, const syntax::CallExpr* call, const Callee& callee,
                             const types::Signature* signature);
  const types::Signature* signature_of(const syntax::Expr* fun) const;
  bool is_builtin(const syntax::CallExpr* call, types::BuiltinId* id) const;

  // walk_assign.cpp
  Hole target(const syntax::Expr* lhs);
  std::vector<Hole> targets(std::span<syntax::Expr* const> list);
  void assign_list(std::span<syntax::Expr* const> lhs, std::span<syntax::Expr* const> rhs, const syntax::Node* where, std::string_view why);
  void assign(const syntax::AssignStmt* stmt);
  void assign_multi(std::span<const Hole> holes, std::span<const types::Type* const> types, const syntax::Expr* rhs,
                    const syntax::Node* where);
  void flow_pair(Hole hole, const syntax::Expr* rhs, const types::Type* target);
  void declare_variables(const syntax::VarDecl* decl);
  bool is_self_assignment(const syntax::Expr* lhs, const syntax::Expr* rhs) const;
  void initialize(const types::Initializer& step);
  bool is_static(const syntax::Expr* expr) const;

  // walk_stmt.cpp
  void block(std::span<syntax::Stmt* const> list);
  void statement(const syntax::Stmt* stmt);
  void for_statement(const syntax::ForStmt* loop);
  void range_statement(const syntax::ForStmt* loop);
  void range_function(const syntax::ForStmt* loop);
  void switch_statement(const syntax::SwitchStmt* stmt);
  void type_switch(const syntax::SwitchStmt* stmt, const syntax::TypeSwitchGuard* guard);
  void select_statement(const syntax::SelectStmt* stmt);
  void return_statement(const syntax::ReturnStmt* stmt);
  void go_defer(const syntax::CallStmt* stmt);
  bool is_declared_function(const syntax::Expr* fun) const;
  const types::Type* argument_type(const types::Signature& signature, size_t index, bool has_dots) const;

  const types::Type* type_of(const syntax::Expr* expr) const;
  const types::Var* variable_of(const syntax::Expr* expr) const;
  bool holds_pointers(const types::Type* type) const;
  bool is_direct(const types::Type* type) const;

  types::TypeStore& types_;
  const types::Info& info_;
  const Variables& variables_;
  Surroundings& surroundings_;
  const Text& text_;
  std::vector<Function*> group_;
  std::unordered_set<const Function*> group_set_;
  Graph graph_;
  std::unordered_map<const types::Var*, Location*> locations_;
  std::unordered_map<const Location*, std::string> temporary_names_;
  std::vector<WalkNote> notes_;
  struct Closure {
    Hole hole;
    const syntax::FuncLit* literal;
  };
  std::vector<Closure> closures_;
  std::unordered_set<const syntax::Stmt*> looping_labels_;
  std::unordered_map<const Function*, uint32_t> declared_;  ///< names so far: temporaries are numbered by it

  std::deque<Function> wrappers_;  ///< closures that go and defer statements add
  /// Inside such a closure: where the values of operands lie that the statement has evaluated.
  std::unordered_map<const syntax::Expr*, Location*> bound_;

  // where the walk is
  Function* function_ = nullptr;
  int loop_depth_ = 1;
};

}  // namespace govm::escape
