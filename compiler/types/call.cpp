// Calls (spec: "Calls") and conversions written as calls.
#include <fmt/format.h>

#include "compiler/types/context.h"
#include "compiler/types/infer.h"

namespace govm::types {
namespace {

std::string type_list(Context& c, const std::vector<Operand>& operands) {
  std::string out;
  for (const Operand& x : operands) {
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

// Passes the arguments to the parameters; a generic function gets its type arguments on the way.
const Signature* pass_arguments(Context& c, syntax::CallExpr* call, const Signature* signature, std::vector<Operand>& args) {
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
      auto& d = c.report(pos_of(args[wanted]), diag::kManyArguments, c.text(call->fun));
      d.note(Pos(), have);
      d.note(Pos(), want);
    }
    return nullptr;
  }
  if (signature->is_generic()) {
    signature = infer_call(c, call, signature, targets, args);
    if (!signature) return nullptr;
  }
  std::string what = fmt::format("argument to {}", c.text(call->fun));
  for (size_t i = 0; i < count; i++) check_assignment(c, args[i], targets[i], what);
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
        Operand y;
        y.mode = Mode::Value;
        y.expr = list[0];
        y.type = var->type;
        out.push_back(y);
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
  check_expr_or_type_or_builtin(c, x, call->fun);
  switch (x.mode) {
    case Mode::Invalid:
      for (syntax::Expr* arg : call->args) {
        Operand ignored;
        check_raw(c, ignored, arg);
      }
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
    c.report(pos_of(x), diag::kNotCallable, c.text(x));
    for (syntax::Expr* arg : call->args) {
      Operand ignored;
      check_raw(c, ignored, arg);
    }
    x.mode = Mode::Invalid;
    x.expr = call;
    return CallKind::Statement;
  }
  std::vector<Operand> args = check_list(c, call->args, false);
  bool valid = true;
  for (const Operand& arg : args) valid &= static_cast<bool>(arg);
  const Signature* used = valid ? pass_arguments(c, call, signature, args) : nullptr;
  if (!used) used = signature->is_generic() ? nullptr : signature;
  if (used && used != signature) c.info.record(call->fun).type = used;
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
