// Go and defer statements, the recovery block (spec: "Defer statements", "Handling panics"; decisions.md 16).
//
// What is deferred is always a func(). A call that is not one already is wrapped: function value,
// receiver and arguments are evaluated by the statement and captured by the closure of a wrapper
// function, whose body is the call with these expressions bound to the captured values.
#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

namespace {

/// Agreed with the VM: {next, closure, pooled}.
constexpr uint32_t kDeferRecordBytes = 24;

}  // namespace

std::vector<const Type*> Builder::captured_types(const syntax::CallExpr* call, const std::optional<Callee>& callee) {
  std::vector<const Type*> list;
  if (callee && callee->operand_type != nullptr) list.push_back(callee->operand_type);
  for (const syntax::Expr* arg : captured_arguments(call)) {
    if (const auto* tuple = types::is_a<types::Tuple>(info_.type_of(arg))) {
      for (const types::Var* var : tuple->vars) list.push_back(substitute(var->type));
    } else {
      list.push_back(types_.default_type(type_of(arg)));
    }
  }
  return list;
}

std::vector<const syntax::Expr*> Builder::captured_arguments(const syntax::CallExpr* call) const {
  std::vector<const syntax::Expr*> list;
  for (const syntax::Expr* arg : call->args) {
    arg = syntax::unparen(arg);
    if (constant_of(arg) == nullptr && !info_.is_type(arg) && info_.mode_of(arg) != types::Mode::Nil) list.push_back(arg);
  }
  return list;
}

// Whether the call has an operand for the type arguments in Go: the dictionary, of type parameters' methods the function in it.
bool Builder::passes_dictionary(const Callee& callee, const syntax::Expr* fun) const {
  if (callee.kind != Callee::Kind::Static) return false;
  const auto* selector = syntax::as<syntax::SelectorExpr>(syntax::unparen(fun));
  const types::Selection* selection = selector != nullptr ? info_.selection_of(selector) : nullptr;
  return !callee.instance->type_args.empty() || (selection != nullptr && types::is_type_param(selection->recv));
}

void Builder::build_go_defer(const syntax::CallStmt* stmt) {
  const auto* call = syntax::cast<syntax::CallExpr>(syntax::unparen(stmt->call));
  bool builtin = info_.mode_of(call->fun) == types::Mode::Builtin;
  std::optional<Callee> callee;
  if (!builtin) callee = resolve_callee(call->fun);
  std::vector<Datum> captured;
  EarlyOperands early(*this);
  early.add_operands_of(call);
  if (callee && callee->operand_type != nullptr) {
    captured.push_back(build_callee_operand(*callee, call->fun));
    captured[0].type = callee->operand_type;
    if (callee->kind == Callee::Kind::Interface) {
      pos_ = stmt->pos;
      emit_void(Op::NilCheck, {component(captured[0].value(), 0, pointer_type())});
    }
  }
  for (const syntax::Expr* arg : captured_arguments(call)) {
    if (types::is_a<types::Tuple>(info_.type_of(arg)) != nullptr) {
      for (Datum& datum : build_multi(arg)) captured.push_back(copy_to_temporary(datum));
    } else {
      captured.push_back(copy_to_temporary(build_as(arg, types_.default_type(type_of(arg)))));
    }
  }
  if (callee && passes_dictionary(*callee, call->fun)) capture_dictionary(captured);
  Value* closure = nullptr;
  bool plain = callee && call->args.empty() && callee->signature->results.empty() && callee->signature->params.empty();
  if (plain && callee->kind == Callee::Kind::Closure) {
    closure = captured[0].value();
  } else if (plain && callee->kind == Callee::Kind::Static && captured.empty()) {
    closure = static_function(callee->instance);
  } else {
    const Instance* wrapper = cx_.instances.call_wrapper(stmt, scope_->instance, scope_->context, types_.make<types::Signature>());
    bool is_defer = stmt->token == syntax::Token::Defer;
    closure = build_closure_object(wrapper, captured, is_defer ? SiteKind::Defer : SiteKind::Go,
                                   is_heap_site(stmt, escape::SiteRole::GoDefer), stmt->pos, stmt);
  }
  pos_ = stmt->pos;
  if (stmt->token == syntax::Token::Go) {
    emit_void(Op::Go, {closure});
    return;
  }
  if (stmt->defer_at != nullptr) {
    Datum token = build_name(stmt->defer_at);
    emit_void(Op::Defer, {closure, token.parts[0]});
    return;
  }
  Place* record = nullptr;
  if (loop_depth_ == 0 && scope_->labels.empty()) {
    record = function_->add_place(nullptr);
    record->bytes = kDeferRecordBytes;
    record->all_pointers = true;
    record->lives_to_exit = true;
    begin_place(record, true);
  }
  emit_void(Op::Defer, {closure})->aux.place = record;
}

void Builder::build_call_wrapper() {
  const auto* call = syntax::cast<syntax::CallExpr>(syntax::unparen(instance_->statement->call));
  bool builtin = info_.mode_of(call->fun) == types::Mode::Builtin;
  std::optional<Callee> callee;
  if (!builtin) callee = resolve_callee(call->fun);
  std::vector<Datum> captured = open_captures(captured_types(call, callee));
  size_t next = 0;
  if (callee && callee->operand_type != nullptr) scope_->bound[syntax::unparen(call->fun)] = {captured[next++]};
  for (const syntax::Expr* arg : captured_arguments(call)) {
    const auto* tuple = types::is_a<types::Tuple>(info_.type_of(arg));
    size_t count = tuple != nullptr ? tuple->size() : 1;
    scope_->bound[arg].assign(captured.begin() + static_cast<ptrdiff_t>(next), captured.begin() + static_cast<ptrdiff_t>(next + count));
    next += count;
  }
  // A deferred recover() counts as called by the function that defers it; other built-in functions are themselves the
  // deferred function.
  const auto* name = syntax::as<syntax::Name>(syntax::unparen(call->fun));
  const auto* function = name != nullptr ? types::as_object<types::Builtin>(info_.object_of(name)) : nullptr;
  function_->is_wrapper = function == nullptr || function->id == types::BuiltinId::Recover;
  build_call(call);
  emit_return_values({});
}

void Builder::build_recovery() {
  function_->recovery = new_block();
  start_sealed(function_->recovery);
  emit_return_of_variables();
}

}  // namespace govm::ir
