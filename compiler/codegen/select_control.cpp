// Selection of what ends blocks: branches with fused comparisons, switches, panics.
#include <algorithm>

#include "base/check.h"
#include "compiler/codegen/branches.h"
#include "compiler/codegen/select.h"

namespace govm::codegen {

using ir::Op;
using ir::Rep;
using ir::Value;

namespace {

// A switch with at least this many alternatives, half of a dense range, becomes a table.
constexpr std::size_t kMinTable = 4;
constexpr std::uint64_t kMaxTable = 65535;

}  // namespace

std::uint32_t Selector::new_block() {
  Block& block = code_.blocks.emplace_back();
  if (ir_block_ != nullptr) {
    block.loop_depth = ir_block_->loop_depth;
    block.unlikely = ir_block_->unlikely;
  }
  return static_cast<std::uint32_t>(code_.blocks.size() - 1);
}

void Selector::select_terminator(const Value* v) {
  const auto successor = [&](std::size_t i) { return v->block->successors[i]->id; };
  switch (v->op) {
    case Op::Jump: {
      Terminator& end = code_.blocks[block_].end;
      end.kind = Terminator::Kind::Jump;
      end.successors = {successor(0)};
      end.instr = make_instr(Opcode::Nop, {});
      return;
    }
    case Op::Branch: {
      Instr instr = condition(v->arg(0), false);
      Terminator& end = code_.blocks[block_].end;
      end.kind = Terminator::Kind::Cond;
      end.instr = std::move(instr);
      end.successors = {successor(0), successor(1)};
      return;
    }
    case Op::Switch: select_switch(v); return;
    case Op::Return: select_return(v); return;
    case Op::Panic: finish_block(make_instr(Opcode::Panic, {use(v->arg(0))})); return;
    case Op::PanicRangeState: finish_block(make_instr(Opcode::PanicRangeState, {use(v->arg(0))})); return;
    case Op::PanicNilReceiver: finish_block(make_instr(Opcode::PanicNilReceiver, {})); return;
    case Op::PanicAssert:
      emit(Opcode::AssertType, {use(v->arg(0)), Operand::imm(module_.itab_of(v->elem, v->aux.type).index())});
      finish_block(make_instr(Opcode::Unreachable, {}));
      return;
    case Op::Unreachable: finish_block(make_instr(Opcode::Unreachable, {})); return;
    default: GOVM_UNREACHABLE(ir::op_info(v->op).name);
  }
}

// The branch instruction taken when `v` is true (false if `negate`), without its target.
Instr Selector::condition(const Value* v, bool negate) {
  if (!is_folded(v)) {
    return make_instr(negate ? Opcode::JmpFalse : Opcode::JmpTrue, {use(v)});
  }
  if (v->op == Op::BoolNot) return condition(v->arg(0), !negate);
  const auto finish = [&](Opcode opcode, Operand a, Operand b) {
    if (!negate) return make_instr(opcode, {a, b});
    const std::optional<Inverse> inverse = inverse_of(opcode);
    GOVM_CHECK(inverse.has_value());
    return inverse->swapped ? make_instr(inverse->opcode, {b, a}) : make_instr(inverse->opcode, {a, b});
  };
  const Value* a = v->arg(0);
  const Value* b = v->arg(1);
  if (is_type_word(b)) return finish(v->op == Op::Eq ? Opcode::JmpIsType : Opcode::JmpNotType, use(a), Operand::imm(word_row(b).index()));
  if (v->op == Op::StrEq || v->op == Op::StrNe) {
    const bool equal = v->op == Op::StrEq;
    if (a->op == Op::ConstString) std::swap(a, b);
    if (b->op == Op::ConstString) {
      const auto text = Operand::imm(module_.program().intern_string(*b->aux.text).index());
      return finish(equal ? Opcode::JmpEqStrConst : Opcode::JmpNeStrConst, use(a), text);
    }
    return finish(equal ? Opcode::JmpEqStr : Opcode::JmpNeStr, use(a), use(b));
  }
  if (ir::is_float(a->rep)) {
    const bool f32 = a->rep == Rep::F32;
    Opcode opcode = f32 ? Opcode::JmpEqF32 : Opcode::JmpEqF64;
    if (v->op == Op::Ne) opcode = f32 ? Opcode::JmpNeF32 : Opcode::JmpNeF64;
    if (v->op == Op::Lt) opcode = f32 ? Opcode::JmpLtF32 : Opcode::JmpLtF64;
    if (v->op == Op::Le) opcode = f32 ? Opcode::JmpLeF32 : Opcode::JmpLeF64;
    return finish(opcode, use(a), use(b));
  }
  if (a->op == Op::And && is_folded(a)) {
    const bool mask_first = immediate(a->arg(0), 32).has_value();
    const auto mask = immediate(a->arg(mask_first ? 0 : 1), 32);
    return finish(v->op == Op::Eq ? Opcode::JmpBitClear : Opcode::JmpBitSet, use(a->arg(mask_first ? 1 : 0)), Operand::imm(*mask));
  }
  const bool is_unsigned = v->elem != nullptr && !int_shape(v->elem).is_signed && int_shape(v->elem).bits == 64;
  const bool equality = v->op == Op::Eq || v->op == Op::Ne;
  const bool swapped = immediate(a, 32).has_value() && !immediate(b, 32).has_value();
  if (swapped) std::swap(a, b);
  auto number = immediate(b, 32);
  if (is_unsigned && number && *number < 0 && !equality) number.reset();
  if (number) {
    Opcode opcode = v->op == Op::Eq ? Opcode::JmpEqImm : Opcode::JmpNeImm;
    if (v->op == Op::Lt) {
      opcode = swapped ? (is_unsigned ? Opcode::JmpGtUImm : Opcode::JmpGtIImm) : (is_unsigned ? Opcode::JmpLtUImm : Opcode::JmpLtIImm);
    } else if (v->op == Op::Le) {
      opcode = swapped ? (is_unsigned ? Opcode::JmpGeUImm : Opcode::JmpGeIImm) : (is_unsigned ? Opcode::JmpLeUImm : Opcode::JmpLeIImm);
    }
    return finish(opcode, use(a), Operand::imm(*number));
  }
  if (swapped) std::swap(a, b);
  Opcode opcode = v->op == Op::Eq ? Opcode::JmpEq : Opcode::JmpNe;
  if (v->op == Op::Lt) opcode = is_unsigned ? Opcode::JmpLtU : Opcode::JmpLtI;
  if (v->op == Op::Le) opcode = is_unsigned ? Opcode::JmpLeU : Opcode::JmpLeI;
  return finish(opcode, use(a), use(b));
}

void Selector::select_switch(const Value* v) {
  const auto values = v->aux.cases->values;
  const auto block_of = [&](std::size_t i) { return v->block->successors[i]->id; };
  if (values.empty()) {
    Terminator& end = code_.blocks[block_].end;
    end.kind = Terminator::Kind::Jump;
    end.successors = {block_of(0)};
    return;
  }
  const Operand subject = use(v->arg(0));
  const std::uint64_t longest = std::min(2 * values.size() + 2, kMaxTable);
  // From 0 on a table needs no subtraction.
  const bool from_zero = values.front() > 0 && static_cast<std::uint64_t>(values.back()) < longest;
  const std::int64_t base = from_zero ? 0 : values.front();
  const std::uint64_t range = static_cast<std::uint64_t>(values.back()) - static_cast<std::uint64_t>(base) + 1;
  if (values.size() >= kMinTable && range != 0 && range <= longest && base >= -INT32_MAX && base <= INT32_MAX) {
    Operand index = subject;
    if (base != 0) {
      index = new_temp();
      emit(Opcode::AddImm, {index, subject, Operand::imm(-base)});
    }
    Terminator& end = code_.blocks[block_].end;
    end.kind = Terminator::Kind::Switch;
    end.instr = make_instr(Opcode::JmpTable, {index, Operand::imm(static_cast<std::int64_t>(range))});
    std::size_t next = 0;
    for (std::uint64_t i = 0; i < range; ++i) {
      const bool hit = static_cast<std::uint64_t>(values[next]) == static_cast<std::uint64_t>(base) + i;
      end.successors.push_back(block_of(hit ? next : values.size()));
      if (hit) ++next;
    }
    end.successors.push_back(block_of(values.size()));
    return;
  }
  switch_range(v, subject, 0, values.size());
}

// Comparisons for the alternatives [first, last): a chain of up to four, halves of more.
void Selector::switch_range(const Value* v, const Operand& subject, std::size_t first, std::size_t last) {
  const auto values = v->aux.cases->values;
  const auto compare = [&](Opcode by_number, Opcode by_slot, std::int64_t value) {
    if (value >= INT32_MIN && value <= INT32_MAX) return make_instr(by_number, {subject, Operand::imm(value)});
    return make_instr(by_slot, {subject, materialise(Operand::make(Opcode::Const64, value), 1, 0)});
  };
  const auto end_block = [&](Instr instr, std::uint32_t taken, std::uint32_t other) {
    Terminator& end = code_.blocks[block_].end;
    end.kind = Terminator::Kind::Cond;
    end.instr = std::move(instr);
    end.successors = {taken, other};
  };
  const std::uint32_t home = v->block->id;
  if (last - first > 4) {
    const std::size_t middle = first + (last - first) / 2;
    Instr instr = compare(Opcode::JmpLtIImm, Opcode::JmpLtI, values[middle]);
    const std::uint32_t low = new_block();
    const std::uint32_t high = new_block();
    code_.blocks[low].predecessors = code_.blocks[high].predecessors = {home};
    end_block(std::move(instr), low, high);
    block_ = low;
    switch_range(v, subject, first, middle);
    block_ = high;
    switch_range(v, subject, middle, last);
    return;
  }
  for (std::size_t i = first; i < last; ++i) {
    Instr instr = compare(Opcode::JmpEqImm, Opcode::JmpEq, values[i]);
    const bool is_last = i + 1 == last;
    const std::uint32_t other = is_last ? v->block->successors[values.size()]->id : new_block();
    if (!is_last) code_.blocks[other].predecessors = {home};
    end_block(std::move(instr), v->block->successors[i]->id, other);
    if (!is_last) block_ = other;
  }
}

}  // namespace govm::codegen
