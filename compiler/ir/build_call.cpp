// Calls (spec: "Calls", "Passing arguments to ... parameters").
#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

using syntax::NodeKind;
using types::as_object;
using types::SelectionKind;

std::vector<const Type*> Builder::parameter_types(const types::Signature* signature) const {
  std::vector<const Type*> list;
  for (const types::Var* var : signature->params) list.push_back(substitute(var->type));
  return list;
}

std::vector<const Type*> Builder::result_types(const types::Signature* signature) const {
  std::vector<const Type*> list;
  for (const types::Var* var : signature->results) list.push_back(substitute(var->type));
  return list;
}

std::vector<const Type*> Builder::type_arguments(const syntax::Name* name) const {
  std::vector<const Type*> args;
  if (const types::Instantiation* instantiation = name != nullptr ? info_.instance_of(name) : nullptr) {
    for (const Type* type : instantiation->type_args) args.push_back(types_.canonical(substitute(type)));
  }
  return args;
}

const Instance* Builder::function_instance(const types::Func* func, const syntax::Name* name) {
  return cx_.instances.function(func, type_arguments(name));
}

const Instance* Builder::method_instance(const Type* receiver, const types::Func* method, std::span<const Type* const> method_args) {
  return instance_of_method(types_, cx_.instances, receiver, method, method_args);
}

const types::Signature* Builder::without_receiver(const types::Signature* signature) {
  auto* plain = types_.make<types::Signature>();
  plain->params = signature->params;
  plain->results = signature->results;
  plain->variadic = signature->variadic;
  return plain;
}

Builder::Callee Builder::resolve_callee(const syntax::Expr* fun) {
  Callee callee;
  fun = syntax::unparen(fun);
  callee.signature = signature_of(type_of(fun));
  callee.operand_type = type_of(fun);
  const syntax::Expr* name_expr = fun;
  if (const auto* index = syntax::as<syntax::IndexExpr>(fun); index != nullptr && info_.is_type(index->index()))
    name_expr = syntax::unparen(index->x);
  const syntax::Name* name = syntax::as<syntax::Name>(name_expr);
  if (const auto* selector = syntax::as<syntax::SelectorExpr>(name_expr)) {
    if (info_.selection_of(selector) == nullptr) {
      name = selector->sel;
    } else {
      types::Selection selection = resolve_selection(selector);
      if (selection.kind == SelectionKind::Field) return callee;
      const auto* func = static_cast<const types::Func*>(selection.object);
      callee.func = func;
      if (callee.signature->recv != nullptr) callee.signature = without_receiver(callee.signature);
      if (selection.kind == SelectionKind::MethodExpr) {
        callee.kind = Callee::Kind::Static;
        callee.instance = types::is_interface(selection.recv) ? cx_.instances.interface_expr(selection.recv, func, callee.signature)
                                                              : method_instance(selection.recv, func, type_arguments(selector->sel));
        callee.operand_type = nullptr;
        return callee;
      }
      const Type* owner = selected_type(selection);
      if (types::is_interface(owner)) {
        callee.kind = Callee::Kind::Interface;
        callee.operand_type = owner;
        callee.method = method_index(owner, func);
        return callee;
      }
      callee.kind = Callee::Kind::Static;
      if (!is_pointer(owner) && func->pointer_receiver) owner = types_.pointer_to(owner);
      if (is_pointer(owner) && !func->pointer_receiver) owner = elem_of(owner);
      callee.operand_type = owner;
      callee.instance = method_instance(owner, func, type_arguments(selector->sel));
      return callee;
    }
  }
  if (name != nullptr) {
    if (const auto* func = as_object<types::Func>(info_.object_of(name))) {
      callee.kind = Callee::Kind::Static;
      callee.instance = function_instance(func, name);
      callee.func = func;
      callee.operand_type = nullptr;
    }
  }
  return callee;
}

Datum Builder::build_callee_operand(const Callee& callee, const syntax::Expr* fun) {
  fun = syntax::unparen(fun);
  if (auto it = scope_->bound.find(fun); it != scope_->bound.end()) return it->second[0];
  if (callee.kind == Callee::Kind::Closure) return build_expr(fun);
  if (const auto* index = syntax::as<syntax::IndexExpr>(fun)) fun = syntax::unparen(index->x);  // a generic method's type arguments
  // A method: the receiver is what the embedded fields lead to.
  const auto* selector = syntax::cast<syntax::SelectorExpr>(fun);
  types::Selection selection = resolve_selection(selector);
  std::span<const uint32_t> path(selection.path.data(), selection.path.size() - 1);
  const Type* owner = selected_type(selection);
  if (callee.kind == Callee::Kind::Static && is_pointer(callee.operand_type) && !is_pointer(owner)) {
    Location location;
    if (is_pointer(selection.recv)) {
      location.kind = Location::Kind::Memory;
      location.base = build_scalar(selector->x);
      location.type = elem_of(selection.recv);
    } else {
      location = locate(selector->x);
    }
    return single(callee.operand_type, address_of(walk_fields(location, path, selector->pos)));
  }
  Datum datum;
  if (path.empty()) {
    datum = build_expr(selector->x);
  } else if (is_pointer(selection.recv)) {
    Location location;
    location.kind = Location::Kind::Memory;
    location.base = build_scalar(selector->x);
    location.type = elem_of(selection.recv);
    datum = load(walk_fields(location, path, selector->pos));
  } else if (is_addressable(selector->x)) {
    datum = load(walk_fields(locate(selector->x), path, selector->pos));
  } else {
    datum = walk_fields(build_expr(selector->x), path, selector->pos);
  }
  if (callee.kind == Callee::Kind::Static && is_pointer(datum.type) && !is_pointer(callee.operand_type)) {
    pos_ = selector->pos;
    datum = load_at(datum.value(), 0, callee.operand_type, false);
  }
  return datum;
}

std::vector<Datum> Builder::build_arguments(const syntax::CallExpr* call, const types::Signature* signature) {
  std::vector<const Type*> parameters = parameter_types(signature);
  auto parameter = [&](size_t i) -> const Type* {
    if (signature->variadic && i + 1 >= parameters.size()) return call->has_dots ? parameters.back() : elem_of(parameters.back());
    return parameters[i];
  };
  std::vector<Datum> arguments;
  if (call->args.size() == 1 && types::is_a<types::Tuple>(info_.type_of(call->args[0])) != nullptr) {
    std::vector<Datum> data = build_multi(call->args[0]);
    for (size_t i = 0; i < data.size(); ++i) arguments.push_back(convert_assigned(data[i], parameter(i), call->args[0]));
    return arguments;
  }
  for (size_t i = 0; i < call->args.size(); ++i) {
    arguments.push_back(build_as(call->args[i], parameter(i)));
  }
  return arguments;
}

void Builder::pack_variadic(std::vector<Datum>& arguments, const syntax::CallExpr* call, const types::Signature* signature) {
  if (!signature->variadic || call->has_dots) return;
  size_t fixed = signature->params.size() - 1;
  const Type* slice = substitute(signature->params.back()->type);
  if (arguments.size() == fixed) {
    arguments.push_back(zero_datum(slice));
    return;
  }
  auto count = static_cast<int64_t>(arguments.size() - fixed);
  const Type* elem = elem_of(slice);
  Value* base = make_object(types_.array_of(elem, count), SiteKind::VariadicSlice, call->pos, call, escape::SiteRole::VariadicSlice);
  for (int64_t i = 0; i < count; ++i) store_at(base, i * types::size_of(elem), arguments[fixed + static_cast<size_t>(i)], true);
  Value* length = int_constant(count);
  arguments.resize(fixed);
  arguments.push_back(single(slice, emit(Op::MakeSlice, Rep::Slice, slice, {base, length, length})));
}

void Builder::add_pieces(std::vector<Piece>& pieces, std::vector<Value*>& values, const Datum& datum, uint32_t index) {
  if (!is_split(datum.type)) {
    pieces.push_back({index, 0, datum.type, true});
    values.push_back(datum.address);
    return;
  }
  std::vector<Part> parts = parts_of(datum.type);
  for (size_t i = 0; i < parts.size(); ++i) {
    pieces.push_back({index, parts[i].offset, parts[i].type, false});
    values.push_back(datum.parts[i]);
  }
}

std::vector<Datum> Builder::emit_call(const Callee& callee, const Datum* operand, std::span<const Datum> arguments, Pos pos) {
  std::vector<const Type*> parameters;
  std::vector<Piece> pieces;
  std::vector<Value*> values;
  uint32_t index = 0;
  switch (callee.kind) {
    case Callee::Kind::Static:
      if (operand != nullptr) {
        parameters.push_back(operand->type);
        add_pieces(pieces, values, *operand, index++);
      }
      break;
    case Callee::Kind::Closure: values.push_back(operand->value()); break;
    case Callee::Kind::Interface:
      values.push_back(operand->value());
      parameters.push_back(pointer_type());
      ++index;
      break;
  }
  for (const Datum& argument : arguments) {
    parameters.push_back(argument.type);
    add_pieces(pieces, values, argument, index++);
  }
  std::vector<const Type*> results = result_types(callee.signature);
  std::vector<Datum> data(results.size());
  for (size_t i = 0; i < results.size(); ++i) {
    data[i].type = results[i];
    if (is_split(results[i])) continue;
    // ResultCopy begins it: while the callee runs, and may be collected, nothing has been written there.
    data[i].address = place_address(function_->add_place(results[i]));
    data[i].temporary = true;
  }
  Op op = callee.kind == Callee::Kind::Static ? Op::Call : callee.kind == Callee::Kind::Closure ? Op::CallClosure : Op::CallInterface;
  pos_ = pos;
  Value* call = emit_list(op, Rep::Tuple, nullptr, values);
  auto* info = function_->arena.make<CallInfo>();
  info->callee = callee.instance;
  info->parameters = function_->arena.copy(parameters);
  info->results = function_->arena.copy(results);
  info->pieces = function_->arena.copy(pieces);
  call->aux.call = info;
  if (op == Op::CallInterface) {
    call->elem = callee.operand_type;
    call->imm = callee.method;
  }
  for (size_t i = 0; i < results.size(); ++i) {
    if (!is_split(results[i])) {
      Value* copy = emit_void(Op::ResultCopy, {call, data[i].address});
      copy->imm = static_cast<int64_t>(i);
      copy->elem = results[i];
      continue;
    }
    for (const Part& part : parts_of(results[i])) {
      Value* value = emit(Op::Result, rep_of(part.type), part.type, {call});
      value->aux.piece = function_->arena.make<Piece>(Piece{static_cast<uint32_t>(i), part.offset, part.type, false});
      data[i].parts.push_back(value);
    }
  }
  return data;
}

std::vector<Datum> Builder::build_call_results(const syntax::CallExpr* call) {
  Callee callee = resolve_callee(call->fun);
  if (callee.func != nullptr && callee.kind == Callee::Kind::Static) {
    if (auto results = build_intrinsic(callee.func, call)) return std::move(*results);
  }
  if (const inl::InlineContext* context = inlined_at(call)) return build_inlined_call(call, callee, context);
  Datum operand;
  if (callee.operand_type != nullptr) operand = build_callee_operand(callee, call->fun);
  std::vector<Datum> arguments = build_arguments(call, callee.signature);
  pack_variadic(arguments, call, callee.signature);
  return emit_call(callee, callee.operand_type != nullptr ? &operand : nullptr, arguments, call->pos);
}

Datum Builder::build_call(const syntax::CallExpr* call) {
  if (info_.is_type(call->fun)) return build_conversion(call);
  if (info_.mode_of(call->fun) == types::Mode::Builtin) return build_builtin(call);
  std::vector<Datum> results = build_call_results(call);
  return results.empty() ? Datum{} : std::move(results[0]);
}

std::vector<Datum> Builder::build_multi(const syntax::Expr* expr) {
  expr = syntax::unparen(expr);
  if (auto it = scope_->bound.find(expr); it != scope_->bound.end()) return it->second;
  Pos outer = pos_;
  pos_ = expr->pos;
  std::vector<Datum> data(2);
  Value* ok = nullptr;
  switch (expr->kind) {
    case NodeKind::CallExpr: data = build_call_results(syntax::cast<syntax::CallExpr>(expr)); break;
    case NodeKind::TypeAssertExpr: data[0] = build_type_assertion(syntax::cast<syntax::TypeAssertExpr>(expr), true, &ok); break;
    case NodeKind::IndexExpr: data[0] = map_element(locate_index(syntax::cast<syntax::IndexExpr>(expr)), &ok); break;
    case NodeKind::UnaryExpr: data[0] = build_receive(syntax::cast<syntax::UnaryExpr>(expr), &ok); break;
    default: GOVM_UNREACHABLE("several values of one expression");
  }
  if (ok != nullptr) data[1] = single(bool_type(), ok);
  pos_ = outer;
  return data;
}

}  // namespace govm::ir
