// Calls (spec: "Calls") and conversions written as calls.
#include <fmt/format.h>

#include <algorithm>

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

std::string type_list(Context& c, const std::vector<Argument>& arguments) {
  std::string out;
  for (const Argument& argument : arguments) {
    const Operand& x = argument.value;
    if (!out.empty()) out += ", ";
    if (x.is_nil()) {
      out += "nil";
    } else if (x && is_untyped(x.type)) {
      out += is_numeric(x.type) ? "number" : c.text(x.type).substr(8);  // "untyped string" -> "string"
    } else {
      out += x ? c.text(x.type) : "unknown type";
    }
  }
  return "(" + out + ")";
}

std::string param_list(Context& c, const Signature* signature) {
  std::string out;
  for (size_t i = 0; i < signature->params.size(); i++) {
    if (i) out += ", ";
    auto* slice = signature->variadic && i + 1 == signature->params.size() ? is_a<Slice>(signature->params[i]->type) : nullptr;
    out += slice ? "..." + c.text(slice->elem) : c.text(signature->params[i]->type);
  }
  return "(" + out + ")";
}

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

// For the mistakes in them, and so that what they name counts as used.
void use_arguments(Context& c, syntax::CallExpr* call) {
  for (syntax::Expr* arg : call->args) {
    Operand ignored;
    check_raw(c, ignored, arg);
  }
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
    return std::vector<const Type*>(fresh.begin(), fresh.end());
  };
  size_t own = callee.signature->type_params.size();
  if (own) {
    std::vector<const Type*> fresh = add(callee.signature, callee.type_args);
    for (const Type*& target : request.targets) target = substitute(c.store, target, {callee.signature->type_params, fresh});
  }
  for (const Argument& arg : args) {
    request.args.push_back(arg.value);
    if (const Signature* generic = generic_function(arg.value)) {
      request.args.back().type = instantiate(c.store, generic, add(generic, arg.type_args));
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
        c.report(pos_of(call->args[0]), diag::kDotsWithMultipleValues, c.text(call->args[0]));
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
    c.report(pos_of(call->args.back()), diag::kDotsOfNonVariadic, c.text(call->fun));
    return nullptr;
  }
  if (count != wanted) {
    std::string have = "\thave " + type_list(c, args), want = "\twant " + param_list(c, signature);
    if (count < wanted) {
      auto& d = c.report(call->rparen, diag::kFewArguments, c.text(call->fun));
      d.note(Pos(), have);
      d.note(Pos(), want);
    } else {
      auto& d = c.report(pos_of(args[wanted].value), diag::kManyArguments, c.text(call->fun));
      d.note(Pos(), have);
      d.note(Pos(), want);
    }
    return nullptr;
  }
  bool generic = signature->is_generic() || std::ranges::any_of(args, [](const Argument& arg) { return generic_function(arg.value) != nullptr; });
  if (generic) {
    signature = infer_call(c, call, callee, targets, args);
    if (!signature) return nullptr;
  }
  std::string what = fmt::format("argument to {}", c.text(call->fun));
  for (size_t i = 0; i < count; i++) check_assignment(c, args[i].value, targets[i], what);
  return signature;
}

}  // namespace

std::vector<Operand> check_list(Context& c, std::span<syntax::Expr*> list, bool comma_ok) {
  std::vector<Operand> out;
  if (list.size() == 1) {
    Operand x;
    check_multi_expr(c, x, list[0]);
    if (auto* tuple = x ? is_a<Tuple>(x.type) : nullptr) {
      for (const Var* var : tuple->vars) {
        out.push_back(value_of(list[0], var->type));
      }
      return out;
    }
    out.push_back(x);
    if (comma_ok && (x.mode == Mode::MapIndex || x.mode == Mode::CommaOk)) {
      Operand ok;
      ok.mode = Mode::Value;
      ok.expr = list[0];
      ok.type = c.basic(BasicKind::UntypedBool);
      out.push_back(ok);
    }
    return out;
  }
  for (syntax::Expr* expr : list) {
    Operand x;
    check_expr(c, x, expr);
    out.push_back(x);
  }
  return out;
}

CallKind check_call(Context& c, Operand& x, syntax::CallExpr* call) {
  auto* index = syntax::as<syntax::IndexExpr>(call->fun);
  if (index) {
    if (!check_index(c, x, index)) index = nullptr;
    finish_operand(c, x, call->fun);
  } else {
    check_expr_or_type_or_builtin(c, x, call->fun);
  }
  switch (x.mode) {
    case Mode::Invalid:
      use_arguments(c, call);
      x.expr = call;
      return CallKind::Statement;
    case Mode::TypeExpr: {
      const Type* target = x.type;
      x.mode = Mode::Invalid;
      if (call->args.size() != 1) {
        if (call->args.empty()) {
          c.report(call->rparen, diag::kMissingConversionArgument, c.text(target));
        } else {
          c.report(pos_of(call->args.back()), diag::kManyConversionArguments, c.text(target));
        }
        x.expr = call;
        return CallKind::Conversion;
      }
      check_expr(c, x, call->args[0]);
      if (x) {
        if (auto* interface = as<Interface>(target); interface && !is_type_param(target) && type_set_of(interface).is_constraint_only()) {
          c.report(pos_of(call), diag::kConstraintAsType, c.text(target));
          x.mode = Mode::Invalid;
        } else if (call->has_dots) {
          c.report(pos_of(call->args[0]), diag::kDotsInConversion, c.text(target));
          x.mode = Mode::Invalid;
        } else {
          check_conversion(c, x, target);
        }
      }
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
  auto* signature = is_a<Signature>(core_type(x.type));
  if (!signature || x.is_nil()) {
    c.report(pos_of(x), diag::kNotCallable, c.text(x), c.text(x.type));
    use_arguments(c, call);
    x.mode = Mode::Invalid;
    x.expr = call;
    return CallKind::Statement;
  }
  Callee callee{signature, {}, {}};
  if (index) {
    auto type_args = check_type_args(c, signature, index);
    if (!type_args) {
      use_arguments(c, call);
      x.mode = Mode::Invalid;
      x.expr = call;
      return CallKind::Statement;
    }
    if (type_args->size() == signature->type_params.size()) {
      callee.signature = instantiate_function(c, index, index->pos, signature, std::move(*type_args), index->indices);
    } else {
      callee.type_args = std::move(*type_args);
      callee.arg_exprs = index->indices;
    }
  }
  std::vector<Argument> args = check_arguments(c, call->args);
  bool valid = std::ranges::all_of(args, [](const Argument& arg) { return static_cast<bool>(arg.value); });
  const Signature* used = valid ? pass_arguments(c, call, callee, args) : nullptr;
  if (!used) used = callee.signature->is_generic() ? nullptr : callee.signature;
  x.mode = Mode::Invalid;
  if (used) {
    switch (used->results.size()) {
      case 0: x.mode = Mode::NoValue; x.type = nullptr; break;
      case 1:
        x.mode = Mode::Value;
        x.type = used->results[0]->type;
        if (is_invalid(x.type)) x.mode = Mode::Invalid;
        break;
      default:
        x.mode = Mode::Value;
        x.type = c.store.tuple_of(used->results);
    }
  }
  x.expr = call;
  return CallKind::Statement;
}

}  // namespace govm::types
