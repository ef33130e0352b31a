// The lowering of one function and the literals inside: state and parts. Used by lower*.cpp only.
#pragma once

#include <functional>
#include <optional>
#include <unordered_map>

#include "compiler/inline/lower.h"
#include "compiler/syntax/expr.h"
#include "compiler/syntax/stmt.h"
#include "compiler/types/relations.h"

namespace govm::inl {

using types::as_object;

/// What a statement's block has been lowered to.
using Nodes = std::vector<Node*>;

class FunctionLowering {
 public:
  FunctionLowering(Lowering& session, Function* function);
  /// For the text of `callee` in place of a call in `caller`.
  FunctionLowering(Lowering& session, Function* callee, Function* caller, const Node* call, const InlineContext* context);
  void run();
  /// Replaces the call by the callee's text.
  void run_inlined(Node* call);
  /// The body of a function that calls a method.
  void run_wrapper(const MethodWrapper& wrapper) { call_method(wrapper); }

 private:
  // lower.cpp: types and variables
  void set_substitution();
  const types::Type* subst(const types::Type* type) {
    return substitution_.empty() || type == nullptr ? type : session_.shapes_.normal(types::substitute(types_, type, substitution_));
  }
  const types::Type* type_of(const syntax::Expr* expr);
  bool is_derived(const types::Type* type) const { return !substitution_.empty() && types::mentions(type, substitution_.params); }
  Variable* declare(const types::Var* var);
  Variable* use(const types::Var* var, Pos pos) { return use_in(function_, var, pos); }
  Variable* use_in(Function* function, const types::Var* var, Pos pos);
  Variable* dictionary() { return dictionary_of(function_); }
  Variable* dictionary_of(Function* function);
  /// What stands in an inlined function has the position of the call; function literals inside keep their own.
  Pos at(Pos pos) const { return inlined_.caller != nullptr && function_ == root_ && !inlined_.keeps_places ? inlined_.pos : pos; }
  Node* make(Op op, Pos pos, const types::Type* type, const syntax::Node* source = nullptr) {
    Node* node = session_.make(op, at(pos), type, source);
    node->own_pos = pos;
    node->context = inlined_.context;
    return node;
  }
  Variable* make_variable(std::string name, VariableClass kind, const types::Type* type, Pos pos) {
    // What is declared nowhere ("#next") is so in a copy too.
    Variable* variable = session_.make_variable(function_, qualified(std::move(name)), kind, type, pos ? at(pos) : pos);
    variable->context = inlined_.context;
    return variable;
  }
  Node* name(Variable* variable, Pos pos, const syntax::Node* source = nullptr) {
    Node* node = session_.name_of(variable, at(pos), source);
    node->own_pos = pos;
    node->context = inlined_.context;
    return node;
  }
  Variable* temporary(const types::Type* type, Pos pos) { return session_.make_temporary(function_, type, at(pos)); }
  std::string label(std::string_view name) const;
  /// Variables of another package's function are named with their package.
  std::string qualified(std::string name) const;
  Node* declaration(Variable* variable, Pos pos);
  Node* global(const types::Object* object, Pos pos, const syntax::Node* source);
  void mention_object(const types::Object* object) { session_.reading_.object(object); }
  void mention_types(const types::Type* type) { session_.reading_.type(type); }
  Node* function_name(const types::Func* func, std::span<const types::Type* const> args, Pos pos, const syntax::Node* source);
  void mention_methods(const types::Type* type);

  // lower_expr.cpp
  Node* expression(const syntax::Expr* expr);
  Node* typed_expression(const syntax::Expr* expr);
  Node* expression_or_null(const syntax::Expr* expr) { return expr != nullptr ? expression(expr) : nullptr; }
  Node* constant(const syntax::Expr* expr, const types::Type* type);
  /// The value converted as an assignment to `target` asks for; null: as it is.
  Node* converted(const syntax::Expr* expr, const types::Type* target);
  Node* convert(Node* x, const types::Type* from, const types::Type* to, bool implicit, Pos pos, const syntax::Node* source);
  Node* unary_operator(const syntax::UnaryExpr* unary);
  Node* address_of(Node* x, Pos pos, const syntax::Node* source);
  Node* binary(const syntax::BinaryExpr* binary);
  Node* selector(const syntax::SelectorExpr* selector);
  Node* field(Node* x, uint32_t index, Pos pos, const syntax::Node* source);
  /// x with the embedded fields of `path` selected, and its address taken or followed as the method's receiver wants.
  Node* receiver(const syntax::SelectorExpr* selector, const types::Selection& selection, bool& through_interface);
  /// The same for x itself.
  Node* adjusted(Node* x, const types::Selection& selection, bool of_parameter, Pos pos, const syntax::Node* source);
  Node* index(const syntax::IndexExpr* index);
  Node* slice(const syntax::SliceExpr* slice);
  Node* composite(const syntax::CompositeLit* literal);
  const types::Var* keyed_field(const syntax::KeyValueExpr* pair, const types::Type* literal) const;
  Node* closure(const syntax::FuncLit* literal);
  void declare_literal_parameters(Function* function);
  void adopt_parameters(Function* function);
  Node* type_node(const syntax::Expr* expr, const types::Type* interface);
  Node* asserted(const syntax::TypeAssertExpr* assertion);
  /// The word of this number of the function's dictionary.
  Node* dictionary_word(size_t number, Pos pos);
  /// The dictionary of an instance, for these type arguments; one that depends on type parameters is looked up.
  Node* dictionary_argument(const Dictionary::Instance& instance, std::span<const types::Type* const> args, Pos pos);
  Node* static_dictionary(const types::Object* owner, std::span<const types::Type* const> args, Pos pos);
  /// What the function's own dictionary holds; null unless lines are asked for that tell its numbers.
  const Dictionary* own_dictionary() const;

  // lower_call.cpp
  Node* call(const syntax::CallExpr* call);
  Node* builtin_call(const syntax::CallExpr* call, types::BuiltinId id);
  /// What unsafe.Sizeof, Alignof or Offsetof give.
  int64_t measure(const syntax::CallExpr* call, types::BuiltinId id);
  Node* finish_call(Node* call, const types::Signature* signature);
  /// Type arguments of a method's receiver type.
  std::vector<const types::Type*> receiver_arguments(const types::Type* receiver);
  /// The values of a list, one expression of several spread over temporaries.
  /// `wanted` is how many are asked for: two of one expression are a comma-ok form.
  Nodes values(const syntax::Node* where, std::span<syntax::Expr* const> exprs, const std::function<const types::Type*(size_t)>& target,
               size_t wanted = 1);
  Node* several(const syntax::Expr* source, Pos pos, const syntax::Node* where, std::vector<const types::Type*>& types);
  Node* init_expression(Nodes init, Node* x);

  // lower_values.cpp
  struct MethodCallee {
    Node* function;
    Node* dictionary;  ///< null: none is passed
  };
  MethodCallee method_callee(const syntax::SelectorExpr* selector, const types::Selection& selection, const types::Type* receiver_type);
  Node* method_function(const types::Func* method, std::span<const types::Type* const> args, const types::Type* receiver_type,
                        const types::Type* type, Pos pos, const syntax::Node* source);
  std::vector<const types::Type*> substituted(const std::vector<const types::Type*>& types);
  Node* function_value(const types::Func* func, const types::Instantiation* instance, const syntax::Expr* expr, Pos pos);
  Node* method_expression(const syntax::SelectorExpr* selector, const types::Selection& selection);
  Node* method_value(const syntax::SelectorExpr* selector, const types::Selection& selection);
  Node* make_literal(MadeLiteral made, const Nodes& captures, const types::Signature* type, Pos pos);
  void fill_made_literal(const std::vector<Variable*>& captured);
  void return_call(Node* call);
  std::string literal_name(bool is_range_body);

  // lower_wrapper.cpp
  void call_for_shapes();
  void call_method(const MethodWrapper& wrapper);

  // lower_stmt.cpp
  Nodes block(std::span<syntax::Stmt* const> list);
  void statement(const syntax::Stmt* stmt, Nodes& out);
  Node* one_statement(const syntax::Stmt* stmt);
  void assignment(const syntax::Node* where, std::span<syntax::Expr* const> lhs, std::span<syntax::Expr* const> rhs, Nodes& out);
  Node* left_side(const syntax::Expr* lhs, std::vector<Variable*>& declared);
  void define(Node* stmt, const std::vector<Variable*>& declared);
  Node* if_statement(const syntax::IfStmt* stmt, Nodes& out);
  Node* for_statement(const syntax::ForStmt* stmt);
  Node* range_statement(const syntax::ForStmt* stmt);
  Node* switch_statement(const syntax::SwitchStmt* stmt);
  Node* select_statement(const syntax::SelectStmt* stmt);
  Node* go_defer(const syntax::CallStmt* stmt);

  Lowering& session_;
  types::TypeStore& types_;
  const types::Info& info_;
  Function* function_;
  Function* root_;
  Text text_;
  types::Substitution substitution_;
  std::vector<const types::TypeParam*> type_params_;
  std::unordered_map<const Function*, std::unordered_map<const types::Var*, Variable*>> variables_;
  const syntax::Node* label_target_ = nullptr;
  /// Of a call that is inlined.
  struct {
    Function* caller = nullptr;
    Function* callee = nullptr;
    const InlineContext* context = nullptr;
    Pos pos;
    uint32_t number = 0;
    bool keeps_places = false;  ///< the text has been made, its nodes have places of their own
  } inlined_;
};

}  // namespace govm::inl
