// Functions: signature, entry, exit; emission of values; blocks.
#include "compiler/ir/builder.h"

#include <algorithm>

#include "base/check.h"
#include "compiler/ir/pass.h"
#include "compiler/syntax/visit.h"

namespace govm::ir {

std::unique_ptr<Function> build(BuildContext& context, const Instance* instance) {
  CheckStage stage("ir", instance->name);
  return Builder(context, instance).run();
}

std::unique_ptr<Function> build_late_variable(BuildContext& context, const Instance* package_init, const types::Var* var,
                                              const syntax::Expr* initializer) {
  CheckStage stage("ir", var->name.view());
  return Builder(context, package_init).run_late(var, initializer);
}

Builder::Builder(BuildContext& context, const Instance* instance)
    : cx_(context),
      info_(context.info),
      types_(context.checker.store()),
      function_(std::make_unique<Function>(instance)),
      instance_(instance),
      pos_(instance->pos) {
  root_.context = instance->context;
  root_.instance = instance;
  root_.substitution = substitution_of(*instance);
}

std::unique_ptr<Function> Builder::run() {
  start_sealed(new_block());
  switch (instance_->kind) {
    case InstanceKind::Function:
      cx_.checker.check_body(instance_->func);
      build_function_body(instance_->func->signature(), instance_->func->decl->body);
      break;
    case InstanceKind::Literal: build_function_body(instance_->signature, instance_->literal->body); break;
    case InstanceKind::Wrapper:
    case InstanceKind::InterfaceExpr: build_forwarding(false); break;
    case InstanceKind::BoundMethod: build_forwarding(true); break;
    case InstanceKind::CallWrapper: build_call_wrapper(); break;
    case InstanceKind::PackageInit: build_package_init(); break;
  }
  if (failed_) return nullptr;
  finish();
  optimise(*function_, cx_.passes_off);
  return std::move(function_);
}

void Builder::unsupported(Pos pos, std::string_view what) {
  cx_.sink.report(pos, diag::kUnsupportedFeature, what);
  failed_ = true;
}

void Builder::scan_body(const syntax::Node* node) {
  if (syntax::is<syntax::FuncLit>(node)) return;
  if (const auto* call = syntax::as<syntax::CallStmt>(node)) {
    function_->has_defer |= call->token == syntax::Token::Defer && call->defer_at == nullptr;
  }
  if (const auto* call = syntax::as<syntax::CallExpr>(node)) {
    const auto* name = syntax::as<syntax::Name>(syntax::unparen(call->fun));
    const auto* builtin = name != nullptr ? types::as_object<types::Builtin>(info_.object_of(name)) : nullptr;
    function_->has_recover |= builtin != nullptr && builtin->id == types::BuiltinId::Recover;
    function_->has_defer |= builtin != nullptr && builtin->id == types::BuiltinId::DeferRangeFunc;
  }
  syntax::for_each_child(node, [this](const syntax::Node* child) { scan_body(child); });
}

void Builder::build_function_body(const types::Signature* signature, const syntax::BlockStmt* body) {
  scan_body(body);
  std::vector<const types::Var*> vars(signature->params.begin(), signature->params.end());
  if (instance_->kind == InstanceKind::Function && signature->recv != nullptr) vars.insert(vars.begin(), signature->recv);
  std::vector<const Type*> list;
  for (const types::Var* var : vars) list.push_back(substitute(var->type));
  std::vector<Datum> incoming = take_parameters(list);
  function_->results = result_types(signature);
  root_.results = function_->results;
  for (const types::Var* var : signature->results) {
    if (var->name && !var->name.view().empty()) scope_->result_vars.push_back(var);
  }
  for (size_t i = 0; i < vars.size(); ++i) {
    if (is_blank(vars[i])) continue;
    if (!is_split(list[i]) && !is_heap_variable(vars[i])) {
      // The copy of the incoming argument is the variable.
      Storage& storage = scope_->storage[vars[i]];
      storage.kind = Storage::Kind::Place;
      storage.type = list[i];
      storage.place = incoming[i].address->aux.place;
      storage.place->name = vars[i]->name.view();
      storage.place->address_taken = cx_.decisions.is_address_taken(vars[i]);
      storage.place->lives_to_exit = function_->has_defer && storage.place->address_taken;
      count_variable(storage.place, vars[i], list[i]);
      continue;
    }
    define(vars[i], incoming[i]);
  }
  declare_results();
  if (instance_->kind == InstanceKind::Literal) open_literal_captures();
  build_block(body);
  pos_ = body->rbrace;
  // The end of a function with results is not reached: the type checker demands a terminating statement.
  if (is_reachable() && function_->results.empty()) {
    emit_return_of_variables();
  } else {
    terminate(Op::Unreachable, {});
  }
}

void Builder::declare_results() {
  for (size_t i = 0; i < function_->results.size(); ++i) {
    const types::Var* var = i < scope_->result_vars.size() ? scope_->result_vars[i] : nullptr;
    result_places_.push_back(nullptr);
    if (var != nullptr && !is_blank(var)) {
      declare(var, true);
    } else if (function_->has_defer) {
      Place* place = function_->add_place(function_->results[i]);
      place->lives_to_exit = true;
      begin_place(place, true);
      result_places_.back() = place;
    }
  }
}

bool Builder::is_result(const types::Var* var) const {
  return std::find(root_.result_vars.begin(), root_.result_vars.end(), var) != root_.result_vars.end();
}

bool Builder::is_reachable() const { return current_ == layout_.front() || !current_->predecessors.empty() || !sealed_[current_->id]; }

void Builder::finish() {
  if (function_->has_defer) build_recovery();
  for (const auto& block : function_->blocks) seal(block.get());
  // Blocks that were made but never started hold nothing and nothing leads to them.
  std::vector<std::unique_ptr<Block>> ordered;
  for (const Block* block : layout_) ordered.push_back(std::move(function_->blocks[block->id]));
  function_->blocks = std::move(ordered);
  for (size_t i = 0; i < function_->blocks.size(); ++i) function_->blocks[i]->id = static_cast<uint32_t>(i);
}

Value* Builder::emit_list(Op op, Rep rep, const Type* type, std::span<Value* const> args) {
  Value* value = function_->make_value(op, rep, type, args);
  value->pos = pos_;
  value->inlined = scope_->inlined;
  value->block = current_;
  current_->values.push_back(value);
  return value;
}

Value* Builder::tuple_result(Value* tuple, int64_t index, const Type* type) {
  Value* value = emit(Op::Result, rep_of(type), type, {tuple});
  value->imm = index;
  return value;
}

Value* Builder::emit(Op op, Rep rep, const Type* type, std::initializer_list<Value*> args) {
  return emit_list(op, rep, type, {args.begin(), args.size()});
}

Value* Builder::constant(int64_t number, const Type* type) {
  Value* value = emit(Op::Const, rep_of(type), type);
  value->imm = number;
  return value;
}

Value* Builder::int_constant(int64_t number) { return constant(number, int_type()); }

Value* Builder::string_constant(std::string_view text, const Type* type) {
  Value* value = emit(Op::ConstString, Rep::Str, type);
  value->aux.text = function_->arena.make<std::string_view>(function_->arena.copy(text));
  return value;
}

Value* Builder::compare(Op op, Value* a, Value* b, const Type* type) {
  Value* value = emit_word(op, {a, b}, bool_type());
  value->elem = type;
  return value;
}

Value* Builder::component(Value* header, int64_t index, const Type* type) {
  if (type == nullptr && index != 0 && header->rep != Rep::Iface) type = int_type();
  Value* value = emit_word(Op::Component, {header}, type);
  value->imm = index;
  return value;
}

Value* Builder::place_address(Place* place, int64_t offset) {
  Value* value = emit_word(Op::PlaceAddr, {});
  value->aux.place = place;
  value->imm = offset;
  return value;
}

Value* Builder::begin_place(Place* place, bool zero) {
  Value* value = emit_void(Op::PlaceBegin, {});
  value->aux.place = place;
  value->imm = zero;
  return value;
}

Place* Builder::temporary(const Type* type, bool zero) {
  Place* place = function_->add_place(type);
  begin_place(place, zero);
  return place;
}

Site* Builder::site(SiteKind kind, Pos pos, const Type* type, const void* node) {
  Site* site = function_->add_site(kind, pos, type);
  site->context = scope_->context;
  site->inlined = scope_->inlined;
  site->node = node;
  return site;
}

void Builder::start(Block* block) {
  layout_.push_back(block);
  current_ = block;
  block->loop_depth = static_cast<uint16_t>(std::min<uint32_t>(loop_depth_, UINT16_MAX));
}

void Builder::start_sealed(Block* block) {
  start(block);
  seal(block);
}

void Builder::jump(Block* to) {
  emit_void(Op::Jump, {});
  Function::add_edge(current_, to);
}

void Builder::branch(Value* condition, Block* yes, Block* no) {
  emit_void(Op::Branch, {condition});
  Function::add_edge(current_, yes);
  Function::add_edge(current_, no);
}

void Builder::terminate(Op op, std::initializer_list<Value*> args) { emit_void(op, args); }

void Builder::start_dead_block() { start_sealed(new_block()); }

}  // namespace govm::ir
