// Selection's frame: blocks, edges, where values are.
#include "compiler/codegen/select.h"

#include <algorithm>

#include "base/check.h"
#include "compiler/ir/rep.h"
#include "compiler/types/sizes.h"

namespace govm::codegen {

using bytecode::FunctionId;
using ir::Op;
using ir::Rep;
using ir::Value;

namespace {

std::uint8_t pointers_of_value(const Value* v) {
  switch (v->rep) {
    case Rep::Word: return ir::may_hold_pointer(*v) ? 0b1 : 0;
    case Rep::Str:
    case Rep::Slice: return 0b1;
    case Rep::Iface: return 0b10;
    default: return 0;
  }
}

std::vector<const ir::Block*> reverse_postorder(const ir::Function& function) {
  std::vector<const ir::Block*> order;
  std::vector<bool> seen(function.blocks.size());
  struct Frame {
    const ir::Block* block;
    std::size_t next;
  };
  const auto walk = [&](const ir::Block* root) {
    if (root == nullptr || seen[root->id]) return;
    std::vector<Frame> stack{{root, 0}};
    seen[root->id] = true;
    while (!stack.empty()) {
      Frame& top = stack.back();
      if (top.next == top.block->successors.size()) {
        order.push_back(top.block);
        stack.pop_back();
        continue;
      }
      const ir::Block* successor = top.block->successors[top.next++];
      if (seen[successor->id]) continue;
      seen[successor->id] = true;
      stack.push_back({successor, 0});
    }
  };
  walk(function.recovery);
  walk(function.blocks[0].get());
  std::reverse(order.begin(), order.end());
  return order;
}

}  // namespace

Selector::Selector(Module& module, const ir::Function& function, FunctionId id, bool counted)
    : module_(module), function_(function), id_(id), counted_(counted), fusion_(find_fusions(function)) {
  location_.resize(function.value_count);
  tuple_.resize(function.value_count);
  handled_.resize(function.value_count);
}

Code Selector::run() {
  code_.has_defer = function_.has_defer;
  code_.blocks.resize(function_.blocks.size());
  declare_places();
  if (function_.recovery != nullptr) code_.recovery = function_.recovery->id;
  for (const ir::Block* block : reverse_postorder(function_)) select_block(block);
  add_edge_copies();
  std::vector<Instr>& entry = code_.blocks[0].code;
  entry.insert(entry.begin() + parameters_end_, hoisted_.begin(), hoisted_.end());
  for (Block& block : code_.blocks) block.predecessors.clear();
  for (std::uint32_t i = 0; i < code_.blocks.size(); ++i) {
    for (const std::uint32_t successor : code_.blocks[i].end.successors) {
      code_.blocks[successor].predecessors.push_back(i);
    }
  }
  return std::move(code_);
}

void Selector::declare_places() {
  for (const ir::Place* from : function_.places) {
    Place to;
    to.bytes = from->type != nullptr ? byte_size(from->type) : from->bytes;
    // The recovery block can be reached from any call: what lives to the exit may have begun there.
    to.zero_at_entry = from->zero_at_entry || (function_.recovery != nullptr && from->lives_to_exit);
    if (from->type != nullptr) {
      to.pointer_words = pointer_words_of(from->type);
    } else if (from->all_pointers) {
      for (std::uint32_t word = 0; word < to.bytes / 8; ++word) to.pointer_words.push_back(word);
    }
    code_.places.push_back(std::move(to));
  }
  choose_far_places();
}

// The operand that must be a place an opcode can name, not any address; null: none.
const Value* Selector::named_place(const Value* v) {
  switch (v->op) {
    case Op::MapIterInit:
    case Op::MapIterNext: return v->arg(0);
    case Op::SliceToHeap: return v->arg(1);
    case Op::AppendGrow:
    case Op::AppendOne:
    case Op::AppendSlice:
    case Op::AppendString:
    case Op::AppendZero:
    case Op::BytesToString:
    case Op::Concat:
    case Op::ConcatBytes:
    case Op::NewMap:
    case Op::RunesToString:
    case Op::RuneToString:
    case Op::StringToBytes:
    case Op::StringToRunes: return v->args.back();  // the frame buffer, if there is one
    default: return nullptr;
  }
}

// Large places are used by their address, unless an operation names them. Where frame memory is short, smaller ones too.
void Selector::choose_far_places() {
  constexpr std::uint32_t kLarge = 8192;
  constexpr std::uint32_t kNearTotal = 40960;
  constexpr std::uint32_t kSmallest = 64;
  std::vector<bool> named(code_.places.size());
  for (const ir::Block* block : reverse_postorder(function_)) {
    for (const Value* v : block->values) {
      if (v->op == Op::Defer && v->aux.place != nullptr) named[v->aux.place->id] = true;
      const Value* address = named_place(v);
      if (address != nullptr && address->op == Op::PlaceAddr) named[address->aux.place->id] = true;
    }
  }
  const auto mark = [&](std::uint32_t limit) {
    std::uint32_t near_bytes = 0;
    for (std::size_t i = 0; i < code_.places.size(); ++i) {
      code_.places[i].far = code_.places[i].bytes > limit && !named[i];
      if (!code_.places[i].far) near_bytes += code_.places[i].bytes;
    }
    return near_bytes;
  };
  for (std::uint32_t limit = kLarge; mark(limit) > kNearTotal && limit > kSmallest;) limit /= 4;
}

void Selector::select_block(const ir::Block* block) {
  block_ = block->id;
  ir_block_ = block;
  Block& out = code_.blocks[block_];
  out.loop_depth = block->loop_depth;
  out.unlikely = block->unlikely;
  if (!block->values.empty()) out.pos = block->values[0]->pos;
  for (const Value* v : block->values) {
    current_ = v;
    if (v->op == Op::Phi || handled_[v->id] || is_folded(v)) continue;
    if (is_rematerialised(v)) continue;
    if (ir::is_terminator(v->op)) {
      select_terminator(v);
      break;
    }
    if (!is_used(v) && !ir::has_effect(*v) && v->op != Op::Result) continue;
    select(v);
    if (v->op == Op::Param || v->op == Op::ParamCopy) parameters_end_ = static_cast<std::ptrdiff_t>(code_.blocks[block_].code.size());
  }
  GOVM_CHECK(code_.blocks[block_].end.kind != Terminator::Kind::None, "block without terminator");
}

void Selector::select(const Value* v) {
  const bool done = select_arith(v) || select_memory(v) || select_call(v) || select_value(v);
  GOVM_CHECK(done, ir::op_info(v->op).name);
}

// Phis become registers that the predecessors write; an edge from a block with several
// successors gets a block of its own for that.
void Selector::add_edge_copies() {
  for (const auto& block : function_.blocks) {
    for (std::size_t p = 0; p < block->predecessors.size(); ++p) {
      const ir::Block* from = block->predecessors[p];
      Block& source = code_.blocks[from->id];
      if (source.end.kind == Terminator::Kind::None) continue;  // not reachable
      if (from->terminator()->op == Op::Switch &&
          std::find(block->predecessors.begin(), block->predecessors.begin() + static_cast<std::ptrdiff_t>(p), from) !=
              block->predecessors.begin() + static_cast<std::ptrdiff_t>(p)) {
        continue;  // all edges of a switch to this block were led over together
      }
      std::vector<Copy> copies;
      const Value* position = nullptr;
      for (const Value* phi : block->values) {
        if (phi->op != Op::Phi) break;
        if (!is_used(phi)) continue;
        position = from->terminator();
        Copy copy;
        copy.dst = dst(phi);
        copy.src = copy_source(phi->arg(p));
        copy.words = static_cast<std::uint8_t>(ir::rep_words(phi->rep));
        copies.push_back(copy);
      }
      if (copies.empty()) continue;
      current_ = position;
      if (source.end.kind == Terminator::Kind::Jump) {
        block_ = from->id;
        emit_copy(std::move(copies));
        continue;
      }
      const std::uint32_t edge = new_block();
      code_.blocks[edge].unlikely = block->unlikely || from->unlikely;
      code_.blocks[edge].loop_depth = std::min<int>(from->loop_depth, block->loop_depth);
      block_ = edge;
      emit_copy(std::move(copies));
      code_.blocks[edge].end.kind = Terminator::Kind::Jump;
      code_.blocks[edge].end.successors = {block->id};
      // A branch with both edges to this block leads one over at a time; a switch all of them,
      // those of the blocks its comparisons were spread over too.
      const bool all = from->terminator()->op == Op::Switch;
      bool redirected = false;
      const auto redirect = [&](Block& b) {
        for (std::uint32_t& successor : b.end.successors) {
          if (successor != block->id || (redirected && !all)) continue;
          successor = edge;
          redirected = true;
        }
      };
      redirect(code_.blocks[from->id]);
      for (auto extra = static_cast<std::uint32_t>(function_.blocks.size()); all && extra < code_.blocks.size(); ++extra) {
        if (code_.blocks[extra].predecessors == std::vector<std::uint32_t>{from->id}) redirect(code_.blocks[extra]);
      }
      GOVM_CHECK(redirected, "edge of a phi");
    }
  }
}

namespace {

// The operands that are tested for bounds: one index, or low, high and max as far as `imm` has them.
std::uint8_t unsigned_bounds_of(const Value* v) {
  const auto is_unsigned_word = [](const Value* bound) { return ir::is_unsigned_word(bound->type); };
  switch (v->op) {
    case Op::BoundsCheck: return is_unsigned_word(v->arg(0)) ? 1 : 0;
    case Op::SliceIndexAddr:
    case Op::SliceIndexLoad:
    case Op::SliceIndexStore:
    case Op::ArrayIndexAddr:
    case Op::ArrayIndexLoad:
    case Op::ArrayIndexStore:
    case Op::StringIndex: return is_unsigned_word(v->arg(1)) ? 1 : 0;
    case Op::SliceArray:
    case Op::SliceSlice:
    case Op::SliceString: {
      std::uint8_t out = 0;
      std::size_t next = 1;
      for (int i = 0; i < 3; ++i) {
        if ((v->imm >> i & 1) != 0 && is_unsigned_word(v->arg(next++))) out |= static_cast<std::uint8_t>(1 << i);
      }
      return out;
    }
    default: return 0;
  }
}

}  // namespace

bytecode::CodePosition Selector::position_of(const Value* v) const {
  return {.pos = v->pos, .inline_context = module_.context_of(v->inlined), .unsigned_bounds = unsigned_bounds_of(v)};
}

Instr Selector::make_instr(Opcode opcode, std::initializer_list<Operand> operands) const {
  Instr instr;
  instr.opcode = opcode;
  for (const Operand& operand : operands) instr.operands[instr.count++] = operand;
  if (current_ != nullptr) instr.at = position_of(current_);
  return instr;
}

Instr& Selector::emit(Opcode opcode, std::initializer_list<Operand> operands) {
  std::vector<Instr>& code = code_.blocks[block_].code;
  code.push_back(make_instr(opcode, operands));
  return code.back();
}

void Selector::emit_copy(std::vector<Copy> copies, std::uint32_t call) {
  if (copies.empty()) return;
  Instr instr = make_instr(Opcode::Nop, {});
  instr.is_copy = true;
  instr.copies = std::move(copies);
  instr.call = call;
  code_.blocks[block_].code.push_back(std::move(instr));
}

void Selector::finish_block(Instr end) {
  Terminator& terminator = code_.blocks[block_].end;
  terminator.kind = Terminator::Kind::End;
  terminator.instr = std::move(end);
}

Operand Selector::dst(const Value* v) {
  Operand& at = location_[v->id];
  if (at.kind == Operand::Kind::None) {
    at = Operand::reg(code_.new_reg(static_cast<std::uint8_t>(ir::rep_words(v->rep)), pointers_of_value(v)));
  }
  return at;
}

Operand Selector::use(const Value* v) {
  if (!is_rematerialised(v)) {
    if (v->op == Op::Phi) return dst(v);
    GOVM_CHECK(location_[v->id].kind != Operand::Kind::None, ir::op_info(v->op).name);
    return location_[v->id];
  }
  return materialise(copy_source(v), ir::rep_words(v->rep), pointers_of_value(v));
}

Operand Selector::materialise(const Operand& make, int words, std::uint8_t pointers) {
  const auto key = std::tuple(make.kind, make.index, make.value);
  // In a loop: made once, in the entry block (which every loop is reached through).
  const bool hoist = ir_block_ != nullptr && ir_block_->loop_depth > 0 && !ir_block_->unlikely;
  if (hoist) {
    if (auto found = hoisted_regs_.find(key); found != hoisted_regs_.end()) return found->second;
  }
  const Operand reg = new_temp(words, pointers);
  Instr instr = make_instr(Opcode::Nop, {});
  instr.is_copy = true;
  instr.copies = {{reg, make, static_cast<std::uint8_t>(words)}};
  if (hoist) {
    instr.at.pos = function_.blocks[0]->values.empty() ? Pos() : function_.blocks[0]->values[0]->pos;
    hoisted_regs_.emplace(key, reg);
    hoisted_.push_back(std::move(instr));
  } else {
    code_.blocks[block_].code.push_back(std::move(instr));
  }
  return reg;
}

Operand Selector::copy_source(const Value* v) {
  switch (v->op) {
    case Op::Const:
      if (v->imm >= INT32_MIN && v->imm <= INT32_MAX) return Operand::make(Opcode::Const, v->imm);
      return Operand::make(Opcode::Const64, v->imm);
    case Op::ClosureContext: uses_closure_ = true; return Operand::make(Opcode::ClosureContext, 0);
    case Op::ConstString:
      if (v->aux.text->empty()) return Operand::make(Opcode::Zero2, 0);
      return Operand::make(Opcode::ConstStr, module_.program().intern_string(*v->aux.text).index());
    case Op::DataAddr: return Operand::make(Opcode::DataAddr, module_.data_of(v->aux.image).index());
    case Op::FuncEntry: return Operand::make(Opcode::FuncEntry, module_.function_of(v->aux.instance).index());
    case Op::FuncValue: return Operand::make(Opcode::FuncValue, module_.function_of(v->aux.instance).index());
    case Op::GlobalAddr: return Operand::make(Opcode::GlobalAddr, module_.global_of(v->aux.global));
    case Op::ItabWord:
    case Op::TypeWord: return Operand::make(Opcode::TypeWord, word_row(v).index());
    case Op::PlaceAddr: return Operand::make_addr(v->aux.place->id, v->imm);
    case Op::Zero:
      switch (ir::rep_words(v->rep)) {
        case 1: return Operand::make(Opcode::Const, 0);
        case 2: return Operand::make(Opcode::Zero2, 0);
        case 3: return Operand::make(Opcode::Zero3, 0);
        default: GOVM_UNREACHABLE("zero of a tuple");
      }
    default: return use(v);
  }
}

Operand Selector::part(const Operand& operand, int word) const {
  Operand out = operand;
  out.value += 8 * word;
  return out;
}

Operand Selector::new_temp(int words, std::uint8_t pointers) {
  return Operand::reg(code_.new_reg(static_cast<std::uint8_t>(words), pointers));
}

Operand Selector::buffer(const Value* v, std::size_t arg) {
  if (arg >= v->args.size()) return Operand::imm(bytecode::kNoPlace);
  const Value* address = v->arg(arg);
  GOVM_CHECK(address->op == Op::PlaceAddr, "a frame buffer is a place");
  return Operand::place(address->aux.place->id, address->imm);
}

}  // namespace govm::codegen
