// The text of a callee in place of its call.
//
// The callee's body is lowered again, with variables of its own: the lowered tree of a function that has been worked on, or of one whose
// own calls have been inlined, is not what Go's compiler copies. Its parameters become variables that the statement in front of the body
// gives their values, its returns become assignments to result variables and jumps behind the body.
#include <fmt/format.h>

#include "compiler/inline/function_lowering.h"
#include "compiler/syntax/decl.h"

namespace govm::inl {
namespace {

/// Whether the results can be declared where they get their values: at the one return statement there is.
bool can_delay_results(const Function& function) {
  size_t returns = 0;
  for (Node* node : function.body) {
    walk_tree(node, [&](const Node* at) {
      if (at->op == Op::Return) returns += at->list.empty() ? 2 : 1;
    });
  }
  if (returns != 1) return false;
  for (const Variable* result : function.results) {
    if (result->var == nullptr) continue;
    std::string_view name = result->var->name.view();
    if (!name.empty() && name != "_") return false;
  }
  return true;
}

/// What evaluating a callee does before it is called.
void move_effects(const Node* callee, Nodes& init) {
  for (;;) {
    init.insert(init.end(), callee->init.begin(), callee->init.end());
    if (callee->op == Op::ConvNop) {
      callee = callee->x;
    } else if (callee->op == Op::InlinedCall && callee->list.size() == 1) {
      init.insert(init.end(), callee->body.begin(), callee->body.end());
      callee = callee->list[0];
    } else {
      return;
    }
  }
}

}  // namespace

FunctionLowering::FunctionLowering(Lowering& session, Function* callee, Function* caller, const Node* call, const InlineContext* context)
    : FunctionLowering(session, session.make_function_in(caller)) {
  function_->func = callee->func;
  function_->literal = callee->literal;
  function_->made = callee->made;
  function_->shapes = callee->shapes;
  function_->text_of = callee->text_of;
  function_->is_instance = callee->is_instance;
  function_->is_wrapper = callee->is_wrapper;
  function_->signature = callee->signature;
  function_->pos = callee->pos;
  function_->name = callee->name;
  set_substitution();
  inlined_ = {caller, callee, context, call->pos, ++session.inlined_count_};
}

std::string FunctionLowering::label(std::string_view name) const {
  if (inlined_.caller == nullptr || function_ != root_) return std::string(name);
  return fmt::format("~{}·{}", name, inlined_.number);
}

std::string FunctionLowering::qualified(std::string name) const {
  if (name.empty() || name.starts_with(".auto") || name == "_") return name;
  // What has no name in the source belongs to the function that it is made in.
  const bool is_inlined = inlined_.caller != nullptr;
  const Function* maker = is_inlined && function_ == root_ ? inlined_.caller : function_;
  const Function* namer = name[0] == '~' ? maker : is_inlined ? inlined_.callee : root_;
  return text_.types().qualifier(namer->package_of_text()) + name;
}

void FunctionLowering::run_inlined(Node* call) {
  Function* caller = inlined_.caller;
  if (function_->literal != nullptr) {
    declare_literal_parameters(function_);
    for (Variable* captured : inlined_.callee->captured) {
      if (captured->var != nullptr) variables_[function_][captured->var] = captured->outer;
    }
    function_->body = block(function_->literal->body->list);
  } else if (function_->made != nullptr) {
    std::vector<Variable*> captured;
    for (const Variable* variable : inlined_.callee->captured) captured.push_back(variable->outer);
    fill_made_literal(captured);
  } else {
    run();
  }
  bool delayed = can_delay_results(*function_);
  std::string end = fmt::format(".i{}", caller->inline_label_count++);

  Nodes init = std::move(call->init);
  if (call->op == Op::CallFunc) move_effects(call->x, init);
  Node* parameters = make(Op::Assign2, call->pos, nullptr, call->source);
  parameters->define = true;
  const auto of_caller = [call](Node* statement) {
    statement->context = call->context;
    statement->own_pos = call->own_pos;
  };
  of_caller(parameters);
  for (Variable* param : function_->params) {
    parameters->list.push_back(name(param, call->pos));
    parameters->init.push_back(declaration(param, call->pos));
    param->definition = parameters;
  }
  parameters->list2 = std::move(call->list);
  init.push_back(parameters);
  Nodes results;
  for (Variable* result : function_->results) {
    results.push_back(name(result, call->pos));
    if (delayed) continue;
    init.push_back(declaration(result, call->pos));
    Node* zero = make(Op::Assign, call->pos, nullptr, call->source);
    zero->x = name(result, call->pos);
    init.push_back(zero);
  }
  init.push_back(make(Op::InlineMark, call->pos, nullptr, call->source));

  auto leave = [&](Node* statement) {
    if (statement->op != Op::Return) return;
    Nodes block = std::move(statement->init);
    statement->init.clear();
    if (!statement->list.empty()) {
      Node* assign = make(Op::Assign2, call->pos, nullptr, statement->source);
      of_caller(assign);
      for (Variable* result : function_->results) {
        assign->list.push_back(name(result, call->pos));
        if (!delayed) continue;
        block.push_back(declaration(result, call->pos));
        result->definition = assign;
      }
      assign->list2 = std::move(statement->list);
      statement->list.clear();
      block.push_back(assign);
    }
    Node* jump = make(Op::Goto, call->pos, nullptr, statement->source);
    jump->text = end;
    block.push_back(jump);
    statement->op = Op::Block;
    statement->body = std::move(block);
  };
  walk_tree(function_->body, leave);
  Node* label = make(Op::Label, call->pos, nullptr, call->source);
  label->text = end;
  function_->body.push_back(label);

  for (Variable* variable : function_->declared) {
    variable->function = caller;
    variable->inlined_formal = variable->kind != VariableClass::Auto;
    variable->kind = VariableClass::Auto;
    caller->declared.push_back(variable);
  }
  for (Function* literal : function_->literals) {
    literal->outer = caller;
    caller->literals.push_back(literal);
  }
  call->op = Op::InlinedCall;
  call->init = std::move(init);
  call->body = std::move(function_->body);
  call->list = std::move(results);
  call->x = nullptr;
  call->function = inlined_.callee;
  function_->body.clear();
}

void Lowering::inline_call(Function* caller, Node* call, Function* callee) {
  if (callee->text_of != nullptr) checker_.check_body(callee->text_of);
  FunctionLowering(*this, callee, caller, call, inlined_.add(call, caller, callee)).run_inlined(call);
}

}  // namespace govm::inl
