// Calls (spec: "Calls") and conversions written as calls.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/types/common_underlying.h"
#include "compiler/types/context.h"
#include "compiler/types/infer.h"

namespace govm::types {
namespace {

Operand value_of(syntax::Expr* expr, const Type* type) {
  Operand x;
  x.mode = Mode::Value;
  x.expr = expr;
  x.type = type;
  return x;
}

/// The signature of a generic function that has not been instantiated; null: x is none.
const Signature* generic_function(const Operand& x) {
  auto* signature = x && x.mode == Mode::Value ? is_a<Signature>(x.type) : nullptr;
  return signature && signature->is_generic() ? signature : nullptr;
}

/// An argument: a generic function may come with some of its type arguments, the others are inferred with the callee's.
struct Argument {
  Operand value;
  std::vector<const Type*> type_args;
};

std::vector<Argument> check_arguments(Context& c, std::span<syntax::Expr*> list) {
  std::vector<Argument> out;
  for (syntax::Expr* expr : list) {
    Argument arg;
    check_generic_expr(c, arg.value, expr, arg.type_args);
    auto* tuple = arg.value ? is_a<Tuple>(arg.value.type) : nullptr;
    if (!tuple) {
      out.push_back(std::move(arg));
      continue;
    }
    if (list.size() > 1) {
      check_single_value(c, arg.value);
      out.push_back(std::move(arg));
      continue;
    }
    for (const Var* var : tuple->vars) out.push_back({value_of(expr, var->type), {}});
  }
  return out;
}

/// What a call needs to know of the called function.
struct Callee {
  const Signature* signature;
  std::vector<const Type*> type_args;  ///< explicit ones, not all
  std::span<syntax::Expr*> arg_exprs;  ///< theirs
};

// Infers the type arguments of the callee and of arguments that are generic functions, all at once.
const Signature* infer_call(Context& c, syntax::CallExpr* call, const Callee& callee, std::vector<const Type*>& targets,
                            std::vector<Argument>& args) {
  InferenceRequest request;
  request.pos = call->pos;
  request.targets = targets;
  auto add = [&](const Signature* generic, const std::vector<const Type*>& known) {
    auto fresh = fresh_params(c, generic->type_params);
    request.params.insert(request.params.end(), fresh.begin(), fresh.end());
    request.known.insert(request.known.end(), known.begin(), known.end());
    request.known.resize(request.params.size(), nullptr);
    return fresh;
  };
  size_t own = callee.signature->type_params.size();
  if (own) {
    const std::vector<const TypeParam*> params = add(callee.signature, callee.type_args);
    const std::vector<const Type*> fresh(params.begin(), params.end());
    for (const Type*& target : request.targets) target = substitute(c.store, target, {callee.signature->type_params, fresh});
  }
  for (const Argument& arg : args) {
    request.args.push_back(arg.value);
    if (const Signature* generic = generic_function(arg.value)) {
      const std::vector<const TypeParam*> params = add(generic, arg.type_args);
      Signature* renamed = instantiate(c.store, generic, std::vector<const Type*>(params.begin(), params.end()));
      renamed->type_params = params;  // for messages, which print them
      request.args.back().type = renamed;
    }
  }
  InferenceFailure failure;
  auto found = infer(c, std::move(request), failure);
  if (!found) {
    if (!failure.text.empty()) c.report(failure.pos, diag::kUninferredInCall, c.text(call->fun), failure.text);
    return nullptr;
  }
  size_t next = own;
  for (Argument& arg : args) {
    const Signature* generic = generic_function(arg.value);
    if (!generic) continue;
    size_t end = next + generic->type_params.size();
    std::vector<const Type*> type_args(found->begin() + static_cast<ptrdiff_t>(next), found->begin() + static_cast<ptrdiff_t>(end));
    arg.value.type = instantiate_function(c, arg.value.expr, call->pos, generic, std::move(type_args), {});
    next = end;
  }
  if (!own) return callee.signature;
  found->resize(own);
  for (const Type*& target : targets) target = substitute(c.store, target, {callee.signature->type_params, *found});
  return instantiate_function(c, call->fun, call->pos, callee.signature, std::move(*found), callee.arg_exprs);
}

// Passes the arguments to the parameters; a generic function gets its type arguments on the way.
const Signature* pass_arguments(Context& c, syntax::CallExpr* call, const Callee& callee, std::vector<Argument>& args) {
  const Signature* signature = callee.signature;
  size_t count = args.size(), wanted = signature->params.size();
  std::vector<const Type*> targets;
  for (const Var* param : signature->params) targets.push_back(param->type);
  if (signature->variadic) {
    if (call->has_dots) {
      if (call->args.size() == 1 && count > 1) {
        c.report(pos_of(call), diag::kDotsWithMultipleValues, static_cast<int64_t>(count), c.text(call->args[0]));
        return nullptr;
      }
    } else {
      const Type* last = targets.back();
      auto* slice = is_a<Slice>(last);
      targets.pop_back();
      while (targets.size() < count) targets.push_back(slice ? slice->elem : last);
      wanted = count >= signature->params.size() - 1 ? count : signature->params.size() - 1;
    }
  } else if (call->has_dots) {
    c.report(pos_of(call), diag::kDotsOfNonVariadic, c.text(call->fun));
    return nullptr;
  }
  if (count != wanted) {
    // At the first argument too many, or the last one there is.
    Pos at = count > wanted ? pos_of(args[wanted].value) : count > 0 ? pos_of(args[count - 1].value) : pos_of(call);
    std::vector<const Type*> have, want;
    for (const Argument& arg : args) have.push_back(arg.value ? arg.value.type : c.invalid_type());
    for (const Var* param : signature->params) want.push_back(param->type);
    c.report(at, diag::kArgumentCount, count > wanted ? "too many" : "not enough", c.text(call->fun))
        .note(Pos(), "have " + types_summary(c, have, call->has_dots ? Ellipsis::Argument : Ellipsis::None))
        .note(Pos(), "want " + types_summary(c, want, signature->variadic ? Ellipsis::Parameter : Ellipsis::None));
    return nullptr;
  }
  bool generic =
      signature->is_generic() || std::ranges::any_of(args, [](const Argument& arg) { return generic_function(arg.value) != nullptr; });
  if (signature->is_generic()) {
    bool indexed = syntax::is<syntax::IndexExpr>(call->fun);
    c.require_version(pos_of(call), 18, indexed ? "function instantiation" : "implicit function instantiation");
  }
  auto generic_arg = std::ranges::find_if(args, [](const Argument& arg) { return generic_function(arg.value) != nullptr; });
  if (generic_arg != args.end()) c.require_version(pos_of(generic_arg->value), 21, "implicitly instantiated function as argument");
  if (generic) {
    signature = infer_call(c, call, callee, targets, args);
    if (!signature) return nullptr;
  }
  std::string what = fmt::format("argument to {}", c.text(call->fun));
  for (size_t i = 0; i < count; i++) check_assignment(c, args[i].value, targets[i], what);
  return signature;
}

// T(x).
void check_conversion_call(Context& c, Operand& x, syntax::CallExpr* call, const Type* target) {
  x.mode = Mode::Invalid;
  if (!check_complete(c, target)) return;
  if (call->args.size() != 1) {
    if (call->args.empty()) {
      c.report(pos_of(call), diag::kMissingConversionArgument, c.text(target));
    } else {
      use(c, call->args);
      c.report(pos_of(call->args.back()), diag::kManyConversionArguments, c.text(target));
    }
    return;
  }
  check_expr(c, x, call->args[0], {target, "conversion"});
  if (!x) return;
  auto* interface = is_type_param(target) ? nullptr : as<Interface>(target);
  if (interface && type_set_of(interface).is_constraint_only()) {
    c.report(pos_of(call), diag::kConversionToConstraint, c.text(target));
  } else if (call->has_dots) {
    c.report(pos_of(call->args[0]), diag::kDotsInConversion, c.text(target));
  } else {
    check_conversion(c, x, target);
    return;
  }
  x.mode = Mode::Invalid;
}

}  // namespace

void pass_values(Context& c, syntax::CallExpr* call, const Signature* signature, std::vector<Operand>& values) {
  std::vector<Argument> args;
  for (Operand& value : values) args.push_back({value, {}});
  pass_arguments(c, call, {signature, {}, {}}, args);
}

std::string types_summary(const Context& c, const std::vector<const Type*>& types, Ellipsis ellipsis) {
  std::string text = "(";
  for (size_t i = 0; i < types.size(); i++) {
    const Type* type = types[i];
    bool last = i + 1 == types.size();
    if (i) text += ", ";
    std::string one;
    if (is_invalid(type)) {
      one = "unknown type";
    } else if (is_untyped(type)) {
      one = is_numeric(type) ? "number" : std::string(is_a<Basic>(type)->name().substr(std::string_view("untyped ").size()));
    } else if (auto* slice = last && ellipsis == Ellipsis::Parameter ? is_a<Slice>(type) : nullptr) {
      one = c.text(slice->elem);
    } else {
      one = c.text(type);
    }
    if (last && ellipsis == Ellipsis::Parameter) text += "...";
    text += one;
    if (last && ellipsis == Ellipsis::Argument) text += "...";
  }
  return text + ")";
}

std::vector<Operand> check_list(Context& c, std::span<syntax::Expr*> list, bool comma_ok) {
  std::vector<Operand> out;
  if (list.size() != 1) {
    for (syntax::Expr* expr : list) check_expr(c, out.emplace_back(), expr);
    return out;
  }
  Operand x;
  check_multi_expr(c, x, list[0]);
  if (auto* tuple = x ? is_a<Tuple>(x.type) : nullptr) {
    for (size_t i = 0; i < tuple->vars.size(); i++) {
      Operand& value = out.emplace_back(value_of(list[0], tuple->vars[i]->type));
      std::string_view suffix = i == 0 ? "st" : i == 1 ? "nd" : i == 2 ? "rd" : "th";
      value.label = c.intern(fmt::format("{}{} function result", i + 1, suffix)).view();
    }
    return out;
  }
  out.push_back(x);
  if (comma_ok && (x.mode == Mode::MapIndex || x.mode == Mode::CommaOk)) {
    Operand& ok = out.emplace_back(value_of(list[0], c.basic(BasicKind::UntypedBool)));
    ok.label = "ok value of (comma, ok) expression";
  }
  return out;
}

CallKind check_call(Context& c, Operand& x, syntax::CallExpr* call) {
  auto* index = syntax::as<syntax::IndexExpr>(call->fun);
  if (index) {
    if (!check_index(c, x, index)) index = nullptr;
    finish_operand(c, x, call->fun);
  } else {
    check_expr_or_type(c, x, call->fun, true);
  }
  switch (x.mode) {
    case Mode::Invalid:
      use(c, call->args);
      x.expr = call;
      return CallKind::Statement;
    case Mode::TypeExpr: {
      require_instance(c, x);
      const Type* target = x.type;
      if (x) check_conversion_call(c, x, call, target);
      x.expr = call;
      return CallKind::Conversion;
    }
    case Mode::Builtin: {
      BuiltinId id = x.builtin;
      bool statement = id == BuiltinId::Clear || id == BuiltinId::Close || id == BuiltinId::Copy || id == BuiltinId::Delete ||
                       id == BuiltinId::Panic || id == BuiltinId::Print || id == BuiltinId::Println || id == BuiltinId::Recover;
      if (!check_builtin(c, x, call, id)) x.mode = Mode::Invalid;
      x.expr = call;
      return statement ? CallKind::Statement : CallKind::Expression;
    }
    default: break;
  }
  std::string why;
  const Type* core = common_underlying(
      c, x.type,
      [](const Context& c, const Type* type, const Type* under) -> std::string {
        return !under || under->kind() == TypeKind::Signature ? "" : c.text(type) + " is not a function";
      },
      why);
  auto* signature = is_a<Signature>(core);
  if (!signature) {
    c.report(pos_of(x), diag::kNotCallable, c.text(x), why);
    use(c, call->args);
    x.mode = Mode::Invalid;
    x.expr = call;
    return CallKind::Statement;
  }
  Callee callee{signature, {}, {}};
  if (index) {
    auto type_args = check_type_args(c, signature, index, true);
    if (!type_args) {
      use(c, call->args);
      x.mode = Mode::Invalid;
      x.expr = call;
      return CallKind::Statement;
    }
    if (type_args->size() == signature->type_params.size()) {
      c.require_version(pos_of(index), 18, "function instantiation");
      callee.signature = instantiate_function(c, index, index->pos, signature, std::move(*type_args), index->indices);
    } else {
      callee.type_args = std::move(*type_args);
      callee.arg_exprs = index->indices;
    }
  }
  std::vector<Argument> args = check_arguments(c, call->args);
  const Signature* used = pass_arguments(c, call, callee, args);
  if (!used) used = callee.signature;
  x.mode = Mode::Value;
  switch (used->results.size()) {
    case 0:
      x.mode = Mode::NoValue;
      x.type = nullptr;
      break;
    case 1:
      x.type = used->results[0]->type;
      if (is_invalid(x.type) || !check_complete(c, x.type)) x.mode = Mode::Invalid;
      break;
    default: x.type = c.store.tuple_of(used->results);
  }
  // Without type arguments only a result that does not depend on them is a value.
  if (x.mode == Mode::Value && used->is_generic() && mentions(x.type, used->type_params)) x.mode = Mode::Invalid;
  x.expr = call;
  return CallKind::Statement;
}

}  // namespace govm::types
