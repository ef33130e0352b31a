// Functions that the compiler makes to call others: with a dictionary, and the wrappers of methods.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/inline/function_lowering.h"

namespace govm::inl {

// The text of a function that passes its dictionary on: return f[shapes](&.dict.f[types], parameters...).
void FunctionLowering::call_for_shapes() {
  const types::Func* func = function_->func;
  const bool is_method = func->signature()->recv != nullptr;
  const Pos pos = function_->pos;
  Node* call = make(Op::CallFunc, pos, nullptr);
  call->x = is_method ? method_function(func, function_->shapes, func->signature()->recv->type, nullptr, pos, nullptr)
                      : function_name(func, function_->shapes, pos, nullptr);
  call->flag = func->signature()->variadic;
  for (Variable* param : function_->params) call->list.push_back(name(param, pos));
  call->list.insert(call->list.begin() + (is_method ? 1 : 0), static_dictionary(Dictionaries::owner_of(func), function_->shapes, pos));
  if (function_->results.size() == 1) call->type = function_->results[0]->type;
  return_call(call);
}

// The method of an embedded field, of what a pointer leads to, of an interface, or of a receiver that is kept.
void FunctionLowering::call_method(const MethodWrapper& wrapper) {
  const types::Func* method = wrapper.method.func;
  const types::Signature& signature = *method->signature();
  const Pos pos = function_->pos;
  const bool in_interface = method->decl == nullptr;
  // What has no name belongs to the package of the receiver.
  const std::string_view unnamed_in = Shapes::is_shape(types::pointed_to(wrapper.receiver)) ? "go.shape." : "";
  const auto param = [&](std::string_view name, const char* prefix, size_t index, VariableClass kind, const types::Type* type, Pos at) {
    const bool unnamed = name.empty() || name == "_";
    std::string text =
        unnamed ? fmt::format("{}{}{}", unnamed_in, prefix, index) : text_.types().qualifier(method->package) + std::string(name);
    return make_variable(std::move(text), kind, type, at);
  };
  std::vector<Variable*>& params = function_->params;
  if (!wrapper.is_value) {
    const types::Var* recv = in_interface ? nullptr : signature.recv;
    params.push_back(param(recv != nullptr ? recv->name.view() : "", "~p", 0, VariableClass::Param, wrapper.receiver,
                           recv != nullptr ? recv->pos : pos));
    function_->is_method = true;
  }
  const types::Type* owner = wrapper.receiver;
  for (const uint32_t index : wrapper.method.path) {
    owner = types::as<types::Struct>(types::pointed_to(owner))->fields[index]->type;
  }
  const auto* named = types::is_a<types::Named>(types::pointed_to(owner));
  const std::vector<const types::Type*> args = !in_interface && named != nullptr ? named->type_args : std::vector<const types::Type*>();
  const bool is_shaped = std::ranges::any_of(args, Shapes::has_shape);
  if (is_shaped) {
    const size_t count = session_.dictionaries_.of(named->object).words();
    const types::Type* words = types_.array_of(types_.basic(types::BasicKind::Uintptr), static_cast<int64_t>(count));
    params.push_back(make_variable(".dict", VariableClass::Param, types_.pointer_to(words), method->decl->pos));
  }
  for (const types::Var* var : signature.params)
    params.push_back(param(var->name.view(), "~p", params.size(), VariableClass::Param, var->type, var->pos));
  for (const types::Var* var : signature.results)
    function_->results.push_back(param(var->name.view(), "~r", function_->results.size(), VariableClass::Result, var->type, var->pos));

  Variable* kept = wrapper.is_value ? make_variable(".this", VariableClass::Param, wrapper.receiver, pos) : nullptr;
  types::Selection selection{types::SelectionKind::MethodValue, wrapper.receiver, method, wrapper.method.path, false, nullptr};
  selection.path.push_back(0);
  Node* receiver = adjusted(name(kept != nullptr ? kept : params[0], pos), selection, false, pos, nullptr);
  Node* call = make(in_interface ? Op::CallInter : Op::CallFunc, pos, nullptr);
  if (in_interface) {
    call->x = make(Op::DotInter, pos, method->type);
    call->x->x = receiver;
    call->x->text = method->name.view();
    call->x->object = method;
  } else {
    call->x = make(Op::MethodExpr, pos, method->type);
    call->x->text = method->name.view();
    call->x->object = method->origin != nullptr ? method->origin : method;
    call->x->x = make(Op::TypeExpr, pos, receiver->type);
    Function* instance = is_shaped || args.empty() ? nullptr : session_.mention_wrapper(method, args);
    call->x->function = instance != nullptr ? instance : session_.function_of(method, args);
    call->list.push_back(receiver);
  }
  for (Variable* one : std::span(params).subspan(wrapper.is_value ? 0 : 1)) call->list.push_back(name(one, pos));
  call->flag = signature.variadic;
  if (signature.results.size() == 1) call->type = signature.results[0]->type;
  if (kept != nullptr) params.push_back(kept);
  if (!wrapper.jumps) return return_call(call);
  call->no_inline = true;
  function_->body.push_back(call);
}

Function* Lowering::wrap_method(const MethodWrapper& wrapper) {
  Function* function = make_function(home_);
  function->pos = autogenerated_;
  function->is_wrapper = function->is_instance = true;
  function->lowered = true;
  function->name = wrapper.name;
  FunctionLowering(*this, function).run_wrapper(wrapper);
  return function;
}

}  // namespace govm::inl
