// Channels: send, receive, select (spec: "Send statements", "Receive operator", "Select statements").
#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

void Builder::build_send(const syntax::SendStmt* stmt) {
  EarlyOperands early(*this);
  early.add(stmt->chan);
  early.add(stmt->value);
  Value* channel = build_scalar(stmt->chan);
  const Type* type = type_of(stmt->chan);
  Datum value = build_as(stmt->value, elem_of(type));
  pos_ = stmt->pos;
  Value* send = emit_void(Op::ChanSend, {channel, frame_memory(value)});
  send->elem = type;
}

Value* Builder::frame_memory(const Datum& datum) {
  if (!is_split(datum.type) && datum.address->op == Op::PlaceAddr) return datum.address;
  Value* address = place_address(temporary(datum.type));
  store_at(address, 0, datum, true);
  return address;
}

Datum Builder::build_receive(const syntax::UnaryExpr* expr, Value** ok) {
  Value* channel = build_scalar(expr->x);
  const Type* type = type_of(expr->x);
  pos_ = expr->pos;
  Value* address = place_address(temporary(elem_of(type), true));
  Value* received = emit_word(Op::ChanRecv, {channel, address}, bool_type());
  received->elem = type;
  if (ok != nullptr) *ok = received;
  Datum datum = load_at(address, 0, elem_of(type), true);
  datum.temporary = true;
  return datum;
}

void Builder::build_select(const syntax::SelectStmt* stmt) {
  struct Case {
    const syntax::CommClause* clause;
    const syntax::UnaryExpr* receive = nullptr;  ///< null for sends
    const Type* elem = nullptr;
    Value* address = nullptr;
  };
  std::vector<Case> cases;
  std::vector<Value*> operands;
  std::vector<bool> sends;
  const syntax::CommClause* fallback = nullptr;
  for (const syntax::CommClause* clause : stmt->body) {
    if (clause->is_default()) {
      fallback = clause;
      continue;
    }
    Case one{clause};
    const syntax::Expr* channel = nullptr;
    EarlyOperands early(*this);
    if (const auto* send = syntax::as<syntax::SendStmt>(clause->comm)) {
      channel = send->chan;
      early.add(channel);
      early.add(send->value);
      operands.push_back(build_scalar(channel));
      one.elem = elem_of(type_of(channel));
      one.address = frame_memory(build_as(send->value, one.elem));
      sends.push_back(true);
    } else {
      const syntax::Expr* x = nullptr;
      if (const auto* statement = syntax::as<syntax::ExprStmt>(clause->comm)) {
        x = statement->x;
      } else {
        x = syntax::cast<syntax::AssignStmt>(clause->comm)->rhs[0];
      }
      one.receive = syntax::cast<syntax::UnaryExpr>(syntax::unparen(x));
      channel = one.receive->x;
      early.add(channel);
      operands.push_back(build_scalar(channel));
      one.elem = elem_of(type_of(channel));
      one.address = place_address(temporary(one.elem, true));
      sends.push_back(false);
    }
    operands.push_back(one.address);
    cases.push_back(one);
  }
  pos_ = stmt->pos;
  Value* chosen = emit_list(Op::Select, Rep::Tuple, nullptr, operands);
  auto* directions = static_cast<bool*>(function_->arena.allocate(sends.size() + 1, 1));
  for (size_t i = 0; i < sends.size(); ++i) directions[i] = sends[i];
  chosen->aux.select = function_->arena.make<SelectInfo>(SelectInfo{{directions, sends.size()}, fallback != nullptr});
  Value* number = tuple_result(chosen, 0, int_type());
  Value* ok = tuple_result(chosen, 1, bool_type());
  Block* leave = new_block();
  scope_->branch_targets[stmt] = {leave, nullptr};
  for (size_t i = 0; i < cases.size(); ++i) {
    const Case& one = cases[i];
    Block* body = new_block();
    Block* next = new_block();
    pos_ = one.clause->pos;
    bool last = i + 1 == cases.size() && fallback == nullptr;
    if (last) {
      jump(body);
    } else {
      branch(compare(Op::Eq, number, int_constant(static_cast<int64_t>(i)), int_type()), body, next);
    }
    start_sealed(body);
    if (const auto* assign = syntax::as<syntax::AssignStmt>(one.clause->comm)) {
      std::vector<Datum> data{load_at(one.address, 0, one.elem, true), single(bool_type(), ok)};
      for (size_t j = 0; j < assign->lhs.size(); ++j) {
        const types::Var* var = assign->define ? defined_var(assign->lhs[j]) : nullptr;
        if (var != nullptr) {
          define(var, convert_assigned(data[j], substitute(var->type), assign->rhs[0]));
        } else {
          Location target = locate_target(assign->lhs[j]);
          if (target.kind != Location::Kind::Blank) store(target, convert_assigned(data[j], target.type, assign->rhs[0]));
        }
      }
    }
    build_list(one.clause->body);
    jump(leave);
    start_sealed(next);
  }
  if (fallback != nullptr) {
    build_list(fallback->body);
    jump(leave);
  } else {
    // All cases are handled above; an empty select blocks for ever.
    terminate(Op::Unreachable, {});
  }
  start_sealed(leave);
}

}  // namespace govm::ir
