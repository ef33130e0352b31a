// Inlined calls: the callee's text in place of the call.
//
// Which calls these are the analysis says (compiler/inline): its decisions about what stands in a copy hold for code in which the copy
// stands. The parameters are variables of the copy's scope, a return gives the results to hidden variables and jumps behind the copy. A
// literal that is inlined finds the variables it captures in the scope around its text.
#include "compiler/inline/tree.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

const inl::InlineContext* Builder::inlined_at(const syntax::CallExpr* call) const {
  // The frame of a wrapper of go and defer is not shown in traces: what it calls has its own.
  if (scope_->instance->kind == InstanceKind::CallWrapper) return nullptr;
  return cx_.decisions.inlined_at(call, scope_->context, cx_.shape);
}

Scope* Builder::scope_of(const inl::InlineContext* context) {
  if (context == root_.context) return &root_;
  auto it = inlined_scopes_.find(context);
  return it != inlined_scopes_.end() ? it->second.get() : nullptr;
}

// The receiver of an interface's method that is always that of one type.
Datum Builder::build_inlined_receiver(const syntax::CallExpr* call, const Callee& callee, const inl::InlineContext* context) {
  const types::Func* method = context->callee->func;
  Datum interface = build_callee_operand(callee, call->fun);
  pos_ = call->pos;
  emit_void(Op::NilCheck, {component(interface.value(), 0, pointer_type())});
  const Type* type = substitute(context->receiver);
  types::Found found = types::lookup_field_or_method(type, false, method->package, method->name);
  std::span<const uint32_t> path(found.path.data(), found.path.size() - 1);
  Datum datum = unbox(interface.value(), type);
  if (is_pointer(type) && (!path.empty() || !method->pointer_receiver)) {
    Location location;
    location.kind = Location::Kind::Memory;
    location.base = datum.value();
    location.type = elem_of(type);
    location = walk_fields(location, path, call->pos);
    if (method->pointer_receiver && !is_pointer(location.type)) return single(types_.pointer_to(location.type), address_of(location));
    datum = load(location);
  } else {
    datum = walk_fields(datum, path, call->pos);
  }
  if (is_pointer(datum.type) && !method->pointer_receiver) datum = load_at(datum.value(), 0, elem_of(datum.type), false);
  return datum;
}

std::vector<Datum> Builder::build_inlined_call(const syntax::CallExpr* call, const Callee& callee, const inl::InlineContext* context) {
  const inl::Function* target = context->callee;
  Scope* around = target->literal != nullptr ? scope_of(target->context) : nullptr;
  const Instance* instance = callee.instance;
  if (target->literal != nullptr) {
    if (around == nullptr) {
      unsupported(call->pos, "a function literal inlined away from its text");
      return {};
    }
    instance = literal_instance(target->literal, *around);
  } else if (callee.kind != Callee::Kind::Static) {
    instance = cx_.instances.function(target->func);
  }

  // What the call evaluates, in the scope that it stands in.
  std::vector<Datum> values;
  if (callee.kind == Callee::Kind::Interface) {
    values.push_back(build_inlined_receiver(call, callee, context));
  } else if (callee.kind == Callee::Kind::Static) {
    if (callee.operand_type != nullptr) values.push_back(build_callee_operand(callee, call->fun));
  } else if (const syntax::Expr* fun = syntax::unparen(call->fun); !syntax::is<syntax::FuncLit>(fun) && !syntax::is<syntax::Name>(fun)) {
    build_expr(fun);
  }
  std::vector<Datum> arguments = build_arguments(call, callee.signature);
  pack_variadic(arguments, call, callee.signature);
  for (Datum& argument : arguments) values.push_back(std::move(argument));

  Scope* outer = scope_;
  auto scope = std::make_unique<Scope>();
  scope->around = around;
  scope->context = context;
  scope->instance = instance;
  scope->substitution = around != nullptr ? around->substitution : substitution_of(*instance);
  auto* inlined = function_->arena.make<Inlined>();
  inlined->around = outer->inlined;
  inlined->pos = call->pos;
  inlined->callee = instance;
  scope->inlined = inlined;
  scope->exit = new_block();
  Scope* mine = scope.get();
  inlined_scopes_[context] = std::move(scope);
  scope_ = mine;

  const types::Signature* signature = instance->signature;
  const syntax::BlockStmt* body = target->literal != nullptr ? target->literal->body : target->func->decl->body;
  std::vector<const types::Var*> vars(signature->params.begin(), signature->params.end());
  if (signature->recv != nullptr) vars.insert(vars.begin(), signature->recv);
  pos_ = instance->pos;
  for (size_t i = 0; i < vars.size(); ++i) {
    if (!is_blank(vars[i])) define(vars[i], values[i]);
  }
  mine->results = result_types(signature);
  for (size_t i = 0; i < signature->results.size(); ++i) {
    const types::Var* var = signature->results[i];
    if (var->name && !var->name.view().empty()) {
      mine->result_vars.push_back(var);
      if (!is_blank(var)) declare(var, true);
    }
    Location value;
    value.type = mine->results[i];
    if (is_split(value.type)) {
      value.kind = Location::Kind::Slots;
      value.slot = new_slots(parts_of(value.type).size());
    } else {
      value.kind = Location::Kind::Memory;
      value.base = place_address(temporary(value.type, true));
      value.checked = true;
    }
    mine->result_values.push_back(value);
  }
  build_block(body);
  pos_ = body->rbrace;
  if (is_reachable() && mine->results.empty()) {
    jump(mine->exit);
  } else {
    terminate(Op::Unreachable, {});
  }
  start_sealed(mine->exit);
  scope_ = outer;
  pos_ = call->pos;
  std::vector<Datum> results;
  bool returns = !mine->exit->predecessors.empty();
  for (const Location& value : mine->result_values) {
    Datum datum = returns ? load(value) : zero_datum(value.type);
    datum.temporary = true;
    results.push_back(std::move(datum));
  }
  return results;
}

// A return statement of an inlined function.
void Builder::leave_inlined(const std::vector<Datum>& results) {
  for (size_t i = 0; i < results.size(); ++i) store(scope_->result_values[i], results[i]);
  jump(scope_->exit);
}

}  // namespace govm::ir
