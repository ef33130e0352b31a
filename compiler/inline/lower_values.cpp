// Functions and methods as values, and the function literals that the compiler makes for them where a dictionary or a receiver has to be
// kept.
#include <fmt/format.h>

#include "compiler/inline/function_lowering.h"
#include "compiler/types/made_literal.h"

namespace govm::inl {

using types::pointed_to;

namespace {

/// What may be named inside of a literal instead of being captured.
bool is_safe(const Node* node) {
  return node->op == Op::MethodExpr ||
         (node->op == Op::Name && node->variable == nullptr && as_object<types::Func>(node->object) != nullptr);
}

}  // namespace

std::vector<const types::Type*> FunctionLowering::substituted(const std::vector<const types::Type*>& types) {
  std::vector<const types::Type*> out;
  for (const types::Type* type : types) out.push_back(subst(type));
  return out;
}

// The function of a method for a receiver of this type, and the dictionary that its calls pass.
FunctionLowering::MethodCallee FunctionLowering::method_callee(const syntax::SelectorExpr* selector, const types::Selection& selection,
                                                               const types::Type* receiver_type) {
  const auto* method = as_object<types::Func>(selection.object);
  const Pos pos = selector->pos;
  if (session_.reading_.is_under_way()) {
    mention_types(receiver_type);
    mention_types(type_of(selector));
  }
  if (method->decl == nullptr) {
    // A method of a type parameter: the dictionary has it.
    auto* with_receiver = types_.make<types::Signature>();
    const auto* own = types::as<types::Signature>(subst(method->type));
    auto* first = types_.make_var(pos, nullptr, types_.interner().intern(""), receiver_type, types::VarKind::Param);
    with_receiver->params.push_back(first);
    with_receiver->params.insert(with_receiver->params.end(), own->params.begin(), own->params.end());
    with_receiver->results = own->results;
    with_receiver->variadic = own->variadic;
    const Dictionary* words = own_dictionary();
    const auto* param = types::is_a<types::TypeParam>(receiver_of(selection));
    const size_t number = words != nullptr && param != nullptr ? words->word_of_method(param, method->name) : 0;
    Node* function = make(Op::ConvNop, pos, with_receiver, selector);
    function->x = address_of(dictionary_word(number, pos), pos, selector);
    return {function, nullptr};
  }
  std::vector<const types::Type*> args = receiver_arguments(receiver_type);
  if (const types::Instantiation* own = info_.instance_of(selector->sel)) {
    for (const types::Type* arg : own->type_args) args.push_back(subst(arg));
  }
  Node* function = method_function(method, args, receiver_type, type_of(selector), pos, selector);
  const bool passes = !args.empty() && function->function != nullptr && types::is_a<types::Named>(pointed_to(receiver_type)) != nullptr;
  return {function, passes ? dictionary_argument(instance_of_method(info_, selector, selection), args, pos) : nullptr};
}

// The method expression of a method's function for these arguments, the receiver's first; its receiver is one for their shapes.
Node* FunctionLowering::method_function(const types::Func* method, std::span<const types::Type* const> args,
                                        const types::Type* receiver_type, const types::Type* type, Pos pos, const syntax::Node* source) {
  Node* function = make(Op::MethodExpr, pos, type, source);
  const types::Func* origin = method->origin != nullptr ? method->origin : method;
  function->text = method->name.view();
  function->object = origin;
  function->function = session_.function_of(method, args);
  const auto* named = types::is_a<types::Named>(pointed_to(receiver_type));
  if (!args.empty() && function->function != nullptr && named != nullptr) {
    const std::span<const types::Type* const> shapes(function->function->shapes);
    const size_t of_receiver = origin->signature()->recv_type_params.size();
    if (named->origin != nullptr) {
      receiver_type = types_.instance_of(named->origin, shapes.first(of_receiver));
      if (method->pointer_receiver) receiver_type = types_.pointer_to(receiver_type);
    }
    function->text += text_.types().arguments(shapes.subspan(of_receiver));
  }
  function->x = make(Op::TypeExpr, pos, receiver_type, source);
  return function;
}

// A generic function that is not called: where its dictionary is known, the function that passes it on.
Node* FunctionLowering::function_value(const types::Func* func, const types::Instantiation* instance, const syntax::Expr* expr, Pos pos) {
  std::vector<const types::Type*> args;
  if (instance != nullptr) args = substituted(instance->type_args);
  Node* named = function_name(func, args, pos, expr);
  named->type = type_of(expr);
  if (instance == nullptr || named->function == nullptr) return named;
  if (types::is_made_literal(*instance)) {
    Node* dictionary = dictionary_argument({func->origin != nullptr ? func->origin : func, instance->type_args}, args, pos);
    MadeLiteral made{expr, named, func->signature()->variadic, nullptr};
    return make_literal(made, {named, dictionary}, types::as<types::Signature>(named->type), pos);
  }
  if (Function* wrapper = session_.mention_wrapper(func, args)) {
    named->function = wrapper;
    named->text = wrapper->name;
  }
  return named;
}

Node* FunctionLowering::method_value(const syntax::SelectorExpr* selector, const types::Selection& selection) {
  bool through_interface = false;
  Node* x = receiver(selector, selection, through_interface);
  if (!through_interface && types::is_made_literal(selection)) {
    const MethodCallee callee = method_callee(selector, selection, x->type);
    const auto* type = types::as<types::Signature>(type_of(selector));
    Nodes captures{callee.function, x};
    if (callee.dictionary != nullptr) captures.push_back(callee.dictionary);
    return make_literal({selector, callee.function, type->variadic, nullptr}, captures, type, selector->pos);
  }
  const auto* method = as_object<types::Func>(selection.object);
  Node* node = make(Op::MethodValue, selector->pos, type_of(selector), selector);
  node->x = x;
  node->text = selector->sel->text();
  node->object = method->origin != nullptr ? method->origin : method;
  if (method->decl != nullptr) {
    const std::vector<const types::Type*> args = receiver_arguments(x->type);
    node->function = session_.mention_wrapper(method, args);
    if (node->function == nullptr) node->function = session_.function_of(method, args);
  }
  if (session_.reading_.is_under_way()) {
    const types::Type* of = subst(receiver_of(selection));
    if (method->decl != nullptr) of = method->pointer_receiver ? types_.pointer_to(pointed_to(of)) : pointed_to(of);
    session_.method_values_.push_back({of, {method, {}, false}, true});
  }
  if (Shapes::has_shape(x->type)) {
    node->x = make(Op::ConvNop, x->pos, x->type, x->source);
    node->x->x = x;
  }
  return node;
}

Node* FunctionLowering::method_expression(const syntax::SelectorExpr* selector, const types::Selection& selection) {
  const auto* method = as_object<types::Func>(selection.object);
  const types::Type* receiver = subst(selection.recv);
  const auto* type = types::as<types::Signature>(type_of(selector));
  if (types::is_type_param(receiver_of(selection)) && selection.path.size() <= 1)
    return method_callee(selector, selection, receiver).function;
  if (types::is_made_literal(selection)) {
    const types::Type* own = subst(receiver_of(selection));
    if (method->decl != nullptr && method->pointer_receiver && types::as<types::Pointer>(own) == nullptr) own = types_.pointer_to(own);
    if (method->decl != nullptr && !method->pointer_receiver) own = pointed_to(own);
    const MethodCallee callee = method_callee(selector, selection, own);
    Nodes captures{callee.function};
    if (callee.dictionary != nullptr) captures.push_back(callee.dictionary);
    return make_literal({selector, callee.function, type->variadic, &selection}, captures, type, selector->pos);
  }
  Node* node = make(Op::MethodExpr, selector->pos, type, selector);
  node->x = make(Op::TypeExpr, selector->pos, receiver, selector);
  node->text = selector->sel->text();
  node->object = method->origin != nullptr ? method->origin : method;
  std::vector<const types::Type*> args = receiver_arguments(receiver);
  if (selection.path.size() > 1 && method->signature()->recv != nullptr) args = receiver_arguments(subst(method->signature()->recv->type));
  if (method->decl != nullptr) {
    node->function = session_.mention_wrapper(method, args);
    if (node->function == nullptr) node->function = session_.function_of(method, args);
  }
  node->distinct = true;
  return node;
}

// The closure of a literal that the compiler makes; what it needs is evaluated first. The literal calls the first of the captures.
Node* FunctionLowering::make_literal(MadeLiteral made, const Nodes& captures, const types::Signature* type, Pos pos) {
  Function* outer = function_;
  Function* function = session_.make_function_in(outer);
  function->outer = outer;
  function->lowered = true;
  function->is_wrapper = true;
  function->is_instance = root_->is_instance;
  function->shapes = root_->shapes;
  function->text_of = root_->text_of;
  function->context = inlined_.context;
  function->pos = pos;
  function->signature = type;
  function->name = literal_name(false);
  outer->literals.push_back(function);
  Node* node = make(Op::Closure, pos, type, made.value);
  node->function = function;
  if (!is_safe(made.callee)) made.callee = nullptr;
  for (Node* capture : captures) {
    if (is_safe(capture)) continue;
    Variable* variable = temporary(capture->type, pos);
    Node* assign = make(Op::Assign, pos, nullptr, made.value);
    assign->define = true;
    assign->x = name(variable, pos);
    assign->y = capture;
    variable->definition = assign;
    node->init.push_back(declaration(variable, pos));
    node->init.push_back(assign);
    session_.capture(function, variable, pos);
  }
  function->made = session_.keep(made);
  function_ = function;
  fill_made_literal(function->captured);
  function_ = outer;
  return node;
}

// return callee(captured..., parameters...). Its nodes stand where the value is written, also in place of a call.
void FunctionLowering::fill_made_literal(const std::vector<Variable*>& captured) {
  const MadeLiteral& made = *function_->made;
  const Pos pos = function_->pos;
  const bool was_placed = std::exchange(inlined_.keeps_places, true);
  const types::Signature& signature = *function_->signature;
  // Of a function they have its names, of a method none.
  const auto* func = made.callee != nullptr && made.callee->op == Op::Name ? as_object<types::Func>(made.callee->object) : nullptr;
  const auto declare = [&](const types::Var* var, const types::Var* declared, std::string made_name, VariableClass kind) {
    const bool has_name = declared != nullptr && !declared->name.view().empty() && declared->name.view() != "_";
    if (has_name) made_name = text_.types().qualifier(func->package) + std::string(declared->name.view());
    return make_variable(std::move(made_name), kind, var->type, session_.autogenerated_);
  };
  for (size_t i = 0; i < signature.params.size(); ++i) {
    const types::Var* declared = func != nullptr ? func->signature()->params[i] : nullptr;
    function_->params.push_back(declare(signature.params[i], declared, fmt::format("~p{}", i), VariableClass::Param));
  }
  for (size_t i = 0; i < signature.results.size(); ++i) {
    const types::Var* declared = func != nullptr ? func->signature()->results[i] : nullptr;
    function_->results.push_back(declare(signature.results[i], declared, fmt::format("~r{}", i), VariableClass::Result));
  }
  Node* call = make(Op::CallFunc, pos, nullptr, made.value);
  call->flag = made.is_variadic;
  if (signature.results.size() == 1) call->type = signature.results[0]->type;
  Nodes before;
  for (Variable* variable : captured) before.push_back(name(variable, pos));
  if (made.callee != nullptr) {
    call->x = make(made.callee->op, pos, made.callee->type, made.callee->source);
    call->x->x = made.callee->x;
    call->x->text = made.callee->text;
    call->x->object = made.callee->object;
    call->x->function = made.callee->function;
  } else {
    call->x = before.front();
    before.erase(before.begin());
  }
  for (Variable* param : function_->params) call->list.push_back(name(param, pos));
  size_t first = 0;
  if (made.expression != nullptr) {
    call->list[0] = adjusted(call->list[0], *made.expression, false, pos, made.value);
    first = 1;
  }
  call->list.insert(call->list.begin() + static_cast<ptrdiff_t>(first), before.begin(), before.end());
  return_call(call);
  inlined_.keeps_places = was_placed;
}

// The body of a function that only calls another one.
void FunctionLowering::return_call(Node* call) {
  if (function_->results.empty()) return function_->body.push_back(call);
  const Pos pos = function_->pos;
  Node* leave = make(Op::Return, pos, nullptr);
  if (function_->results.size() == 1) {
    leave->list.push_back(call);
  } else {
    Node* assign = make(Op::Assign2Func, pos, nullptr);
    assign->define = true;
    assign->list2.push_back(call);
    for (const Variable* result : function_->results) {
      Variable* variable = temporary(result->type, pos);
      variable->definition = assign;
      assign->init.push_back(declaration(variable, pos));
      assign->list.push_back(name(variable, pos));
      leave->list.push_back(name(variable, pos));
    }
    leave->init.push_back(assign);
  }
  function_->body.push_back(leave);
}

// "f.func1", "f.func1.2", "f-range1". In an inlined function: named by that one, as it stands in the caller.
std::string FunctionLowering::literal_name(bool is_range_body) {
  Function* outer = function_;
  const Function* named_in = outer == root_ && inlined_.caller != nullptr ? inlined_.caller : outer;
  std::string_view kind = is_range_body ? "-range" : named_in->is_literal() ? "." : ".func";
  const uint32_t number = ++(is_range_body ? outer->range_body_count : outer->literal_count);
  return fmt::format("{}{}{}", outer->name, kind, number);
}

}  // namespace govm::inl
