// Statements: lists, blocks, if, for, labels, branches, return (spec: "Statements").
#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

using syntax::NodeKind;

void Builder::build_list(std::span<syntax::Stmt* const> list) {
  for (const syntax::Stmt* stmt : list) build_statement(stmt);
}

void Builder::build_statement(const syntax::Stmt* stmt) {
  move_slices(stmt);
  pos_ = stmt->pos;
  switch (stmt->kind) {
    case NodeKind::EmptyStmt: return count_block(stmt);
    case NodeKind::BlockStmt: return build_block(syntax::cast<syntax::BlockStmt>(stmt));
    case NodeKind::ExprStmt: {
      const syntax::Expr* x = syntax::unparen(syntax::cast<syntax::ExprStmt>(stmt)->x);
      EarlyOperands early(*this);
      early.add_operands_of(x);
      build_expr(x);
      return;
    }
    case NodeKind::SendStmt: return build_send(syntax::cast<syntax::SendStmt>(stmt));
    case NodeKind::IncDecStmt: {
      const auto* step = syntax::cast<syntax::IncDecStmt>(stmt);
      return build_operation_assignment(step->x, step->op, nullptr, step->pos, step);
    }
    case NodeKind::AssignStmt: return build_assignment(syntax::cast<syntax::AssignStmt>(stmt));
    case NodeKind::DeclStmt:
      for (const syntax::Decl* decl : syntax::cast<syntax::DeclStmt>(stmt)->decls) {
        if (const auto* var = syntax::as<syntax::VarDecl>(decl)) {
          move_slices(var);
          build_declaration(var);
        }
      }
      return;
    case NodeKind::CallStmt: return build_go_defer(syntax::cast<syntax::CallStmt>(stmt));
    case NodeKind::ReturnStmt: return build_return(syntax::cast<syntax::ReturnStmt>(stmt));
    case NodeKind::IfStmt: return build_if(syntax::cast<syntax::IfStmt>(stmt));
    case NodeKind::ForStmt: {
      const auto* loop = syntax::cast<syntax::ForStmt>(stmt);
      return loop->range != nullptr ? build_range(loop) : build_for(loop);
    }
    case NodeKind::SwitchStmt: {
      const auto* choice = syntax::cast<syntax::SwitchStmt>(stmt);
      return syntax::is<syntax::TypeSwitchGuard>(choice->tag) ? build_type_switch(choice) : build_switch(choice);
    }
    case NodeKind::SelectStmt: return build_select(syntax::cast<syntax::SelectStmt>(stmt));
    case NodeKind::LabeledStmt: return build_labeled(syntax::cast<syntax::LabeledStmt>(stmt));
    case NodeKind::BranchStmt: return build_branch(syntax::cast<syntax::BranchStmt>(stmt));
    default: GOVM_UNREACHABLE("unknown statement");
  }
}

// What -cover counts: the statements in front of which there is a counter.
void Builder::count_block(const syntax::Stmt* stmt) {
  if (cx_.blocks.counters == nullptr) return;
  const auto counter = cx_.blocks.counters->find(stmt);
  if (counter == cx_.blocks.counters->end()) return;
  constexpr int64_t kBytes = 8;
  const Type* type = basic(types::BasicKind::Uint64);
  Value* counts = location_of(cx_.blocks.counts).base;
  const int64_t offset = kBytes * counter->second;
  Value* old = load_at(counts, offset, type, true).value();
  store_at(counts, offset, single(type, emit(Op::Add, Rep::Word, type, {old, constant(1, type)})), true);
}

void Builder::build_if(const syntax::IfStmt* stmt) {
  if (stmt->init != nullptr) build_statement(stmt->init);
  Block* then = new_block();
  Block* end = new_block();
  Block* other = stmt->else_ != nullptr ? new_block() : end;
  pos_ = stmt->pos;
  build_condition(stmt->cond, then, other);
  start_sealed(then);
  build_block(stmt->then);
  jump(end);
  if (stmt->else_ != nullptr) {
    start_sealed(other);
    build_statement(stmt->else_);
    jump(end);
  }
  start_sealed(end);
}

void Builder::build_loop(const syntax::ForStmt* stmt, const std::function<void(Block*, Block*)>& condition,
                         const std::function<void()>& body, const std::function<void()>& advance) {
  // Written test first, laid out test last: one branch an iteration.
  Block* head = new_block();
  Block* inside = new_block();
  Block* next = new_block();
  Block* leave = new_block();
  head->loop_header = true;
  jump(head);
  ++loop_depth_;
  size_t head_begin = layout_.size();
  start(head);
  condition(inside, leave);
  size_t head_end = layout_.size();
  scope_->branch_targets[stmt] = {leave, next};
  start_sealed(inside);
  body();
  jump(next);
  start_sealed(next);
  advance();
  jump(head);
  seal(head);
  std::vector<Block*> test(layout_.begin() + static_cast<ptrdiff_t>(head_begin), layout_.begin() + static_cast<ptrdiff_t>(head_end));
  layout_.erase(layout_.begin() + static_cast<ptrdiff_t>(head_begin), layout_.begin() + static_cast<ptrdiff_t>(head_end));
  layout_.insert(layout_.end(), test.begin(), test.end());
  --loop_depth_;
  start_sealed(leave);
}

void Builder::build_for(const syntax::ForStmt* stmt) {
  if (stmt->init != nullptr) build_statement(stmt->init);
  // Variables of which each iteration has its own (spec: "For statements with for clause").
  std::vector<const types::Var*> own;
  if (const auto* init = syntax::as<syntax::AssignStmt>(stmt->init); init != nullptr && init->define) {
    for (const syntax::Expr* lhs : init->lhs) {
      const types::Var* var = defined_var(lhs);
      if (var != nullptr && cx_.decisions.is_per_iteration(var)) own.push_back(var);
    }
  }
  build_loop(
      stmt,
      [&](Block* body, Block* leave) {
        if (stmt->cond != nullptr) {
          build_condition(stmt->cond, body, leave);
        } else {
          jump(body);
        }
      },
      [&] { build_block(stmt->body); },
      [&] {
        for (const types::Var* var : own) {
          Datum value = load(location_of(var));
          if (!is_split(value.type)) {
            // The next iteration's variable may be the same place.
            value.temporary = false;
            value = copy_to_temporary(value);
          }
          define(var, value);
        }
        if (stmt->post != nullptr) build_statement(stmt->post);
      });
}

void Builder::build_labeled(const syntax::LabeledStmt* stmt) {
  auto [it, made] = scope_->labels.try_emplace(stmt, nullptr);
  if (made) it->second = new_block();
  Block* block = it->second;
  jump(block);
  start(block);  // sealed at the end of the function: a goto may still come
  build_statement(stmt->stmt);
}

void Builder::build_branch(const syntax::BranchStmt* stmt) {
  switch (stmt->token) {
    case syntax::Token::Break: jump(scope_->branch_targets.at(stmt->target).leave); break;
    case syntax::Token::Continue: jump(scope_->branch_targets.at(stmt->target).next); break;
    case syntax::Token::Fallthrough: jump(scope_->fallthrough); break;
    case syntax::Token::Goto: {
      auto [it, made] = scope_->labels.try_emplace(stmt->target, nullptr);
      if (made) it->second = new_block();
      jump(it->second);
      break;
    }
    default: GOVM_UNREACHABLE("branch statement");
  }
  start_dead_block();
}

void Builder::build_return(const syntax::ReturnStmt* stmt) {
  std::vector<Datum> results;
  const std::vector<const Type*>& wanted = scope_->results;
  EarlyOperands early(*this);
  early.add(stmt->results);
  if (stmt->results.empty()) {
    emit_return_of_variables();
  } else {
    if (stmt->results.size() == 1 && wanted.size() > 1) {
      std::vector<Datum> data = build_multi(stmt->results[0]);
      for (size_t i = 0; i < data.size(); ++i) results.push_back(convert_assigned(data[i], wanted[i], stmt->results[0]));
    } else {
      for (size_t i = 0; i < stmt->results.size(); ++i) {
        Datum datum = build_as(stmt->results[i], wanted[i]);
        results.push_back(stmt->results.size() > 1 ? copy_to_temporary(datum) : datum);
      }
    }
    pos_ = stmt->pos;
    emit_return(std::move(results));
  }
  start_dead_block();
}

void Builder::emit_return(std::vector<Datum> results) {
  // Results are assigned before deferred calls run, which may see and change them.
  bool defers = function_->has_defer && scope_->inlined == nullptr;
  for (size_t i = 0; i < results.size(); ++i) {
    const types::Var* var = i < scope_->result_vars.size() ? scope_->result_vars[i] : nullptr;
    if (var != nullptr && !is_blank(var)) {
      const Storage& storage = storage_of(var);
      if (defers || storage.kind != Storage::Kind::Slots) store(location_of(var), results[i]);
    } else if (defers) {
      store_at(place_address(result_places_[i]), 0, results[i], true);
    }
  }
  if (defers) {
    emit_void(Op::RunDefers, {});
    results = load_results();
  }
  emit_results(results);
}

void Builder::emit_return_of_variables() {
  if (function_->has_defer && scope_->inlined == nullptr) emit_void(Op::RunDefers, {});
  emit_results(load_results());
}

void Builder::emit_results(const std::vector<Datum>& results) {
  if (scope_->inlined != nullptr) return leave_inlined(results);
  emit_return_values(results);
}

std::vector<Datum> Builder::load_results() {
  std::vector<Datum> results;
  for (size_t i = 0; i < scope_->results.size(); ++i) {
    const types::Var* var = i < scope_->result_vars.size() ? scope_->result_vars[i] : nullptr;
    if (var != nullptr && !is_blank(var)) {
      results.push_back(load(location_of(var)));
    } else if (function_->has_defer && scope_->inlined == nullptr) {
      results.push_back(load_at(place_address(result_places_[i]), 0, scope_->results[i], true));
    } else {
      results.push_back(zero_datum(scope_->results[i]));
    }
  }
  return results;
}

void Builder::emit_return_values(const std::vector<Datum>& results) {
  std::vector<Piece> pieces;
  std::vector<Value*> values;
  for (size_t i = 0; i < results.size(); ++i) add_pieces(pieces, values, results[i], static_cast<uint32_t>(i));
  Value* value = emit_list(Op::Return, Rep::None, nullptr, values);
  auto* info = function_->arena.make<CallInfo>();
  info->results = function_->arena.copy(function_->results);
  info->pieces = function_->arena.copy(pieces);
  value->aux.call = info;
}

}  // namespace govm::ir
