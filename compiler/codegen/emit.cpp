// Layout of blocks and the writing of cells; see emit.h.
#include "compiler/codegen/emit.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/check.h"
#include "compiler/codegen/branches.h"
#include "vm/bytecode/builder.h"

namespace govm::codegen {

namespace {

using bytecode::OperandRole;
using bytecode::OperandShape;
using bytecode::WordMap;

constexpr std::uint32_t kNone = UINT32_MAX;
// A loop's test block of at most this many cells is repeated at its bottom.
constexpr int kMaxTestCells = 5;
constexpr std::uint32_t kMaxCells = 1u << 27;  // displacements are 32-bit byte distances

// An instruction with its final operands; targets are block numbers.
struct Final {
  Opcode opcode;
  int count = 0;
  std::int64_t operands[bytecode::kMaxOperands] = {};
  bytecode::CodePosition at;
  int map = -1;
};

// Of a safepoint: see bytecode::StackMap.
struct Maps {
  WordMap words;
  WordMap objects;
};

class Emitter {
 public:
  Emitter(const Code& code, const Liveness& liveness, const Slots& slots, const EmitOptions& options, bytecode::Function& function)
      : code_(code), liveness_(liveness), slots_(slots), options_(options), function_(function) {}

  std::string run() {
    order_blocks();
    make_maps();
    block_at_.assign(code_.blocks.size(), kNone);
    begin();
    for (std::size_t i = 0; i < layout_.size(); ++i) {
      emit_block(layout_[i], i + 1 < layout_.size() ? layout_[i + 1] : kNone);
    }
    function_.frame_bytes = std::max(slots_.frame_bytes, slots_.scratch + 8 * scratch_words_);
    if (!out_.empty() && out_[0].opcode == Opcode::Enter) out_[0].operands[0] = function_.frame_bytes;
    if (!out_of_reach_.empty()) return out_of_reach_;
    if (out_.size() >= kMaxCells) return "not supported by govm: function of more than 2^27 cells";
    encode();
    return {};
  }

 private:
  // --- layout

  // Reverse postorder, blocks that lead to panics last.
  void order_blocks() {
    for (const std::uint32_t block : liveness_.order) {
      if (!code_.blocks[block].unlikely || block == 0) layout_.push_back(block);
    }
    for (const std::uint32_t block : liveness_.order) {
      if (code_.blocks[block].unlikely && block != 0) layout_.push_back(block);
    }
    // The entry first: the recovery block may precede it in the order.
    const auto entry = std::find(layout_.begin(), layout_.end(), 0u);
    std::rotate(layout_.begin(), entry, entry + 1);
    drop_unreached();
  }

  // Whether an instruction leaves no cell.
  bool vanishes(const Instr& instr) const {
    if (!instr.is_copy) return instr.opcode == Opcode::Nop;
    return std::all_of(instr.copies.begin(), instr.copies.end(),
                       [&](const Copy& copy) { return has_offset(copy.src) && offset_of(copy.src) == offset_of(copy.dst); });
  }

  // Where a jump to a block really leads.
  std::uint32_t thread(std::uint32_t block) const {
    for (int hops = 0; hops < 32; ++hops) {
      const Block& b = code_.blocks[block];
      if (options_.counted || b.end.kind != Terminator::Kind::Jump || block == code_.recovery) return block;
      if (!std::all_of(b.code.begin(), b.code.end(), [&](const Instr& instr) { return vanishes(instr); })) return block;
      block = b.end.successors[0];
    }
    return block;
  }

  bool is_back(std::uint32_t block) const { return block_at_[block] != kNone; }

  bool is_test_block(std::uint32_t block) const {
    const Block& b = code_.blocks[block];
    if (b.end.kind != Terminator::Kind::Cond || options_.counted) return false;
    int cells = 0;
    for (const Instr& instr : b.code) {
      if (vanishes(instr)) continue;
      if (!instr.is_copy &&
          (bytecode::info(instr.opcode).is_safepoint() || (code_.has_defer && bytecode::info(instr.opcode).has(bytecode::MayPanic)))) {
        return false;
      }
      cells += instr.is_copy ? static_cast<int>(instr.copies.size()) : 1;
    }
    return cells <= kMaxTestCells;
  }

  // A block that only returns one word or a constant: small enough to be part of a branch to it.
  bool is_return_block(std::uint32_t block) const {
    const Block& b = code_.blocks[block];
    if (b.end.kind != Terminator::Kind::End || options_.counted || block == code_.recovery) return false;
    if (b.end.instr.opcode != Opcode::RetWord && b.end.instr.opcode != Opcode::RetImm) return false;
    return std::all_of(b.code.begin(), b.code.end(), [&](const Instr& instr) { return vanishes(instr); });
  }

  // The fused "if condition return" for a branch taken to `target`.
  std::optional<Opcode> conditional_return(Opcode branch, const Instr& condition, std::uint32_t target) const {
    if (!is_return_block(target) || condition.count != 2) return std::nullopt;
    const bool is_word = code_.blocks[target].end.instr.opcode == Opcode::RetWord;
    const std::int64_t number = condition.operands[1].value;
    if (is_word && (number < INT16_MIN || number > INT16_MAX)) return std::nullopt;
    switch (branch) {
      case Opcode::JmpEqImm: return is_word ? Opcode::RetIfEqImm : Opcode::RetImmIfEqImm;
      case Opcode::JmpNeImm: return is_word ? Opcode::RetIfNeImm : Opcode::RetImmIfNeImm;
      case Opcode::JmpLtIImm: return is_word ? Opcode::RetIfLtIImm : Opcode::RetImmIfLtIImm;
      case Opcode::JmpLeIImm: return is_word ? Opcode::RetIfLeIImm : Opcode::RetImmIfLeIImm;
      case Opcode::JmpGtIImm: return is_word ? Opcode::RetIfGtIImm : Opcode::RetImmIfGtIImm;
      case Opcode::JmpGeIImm: return is_word ? Opcode::RetIfGeIImm : Opcode::RetImmIfGeIImm;
      default: return std::nullopt;
    }
  }

  // Which way of a branch returns at once, in fused form.
  struct ReturningBranch {
    Opcode opcode;
    std::uint32_t block;
    std::uint32_t other;
  };
  std::optional<ReturningBranch> returning_branch(const Terminator& end) const {
    if (end.kind != Terminator::Kind::Cond) return std::nullopt;
    const std::uint32_t taken = thread(end.successors[0]);
    const std::uint32_t other = thread(end.successors[1]);
    if (taken == other) return std::nullopt;
    if (const auto opcode = conditional_return(end.instr.opcode, end.instr, taken)) {
      return ReturningBranch{*opcode, taken, other};
    }
    const std::optional<Inverse> inverse = inverse_of(end.instr.opcode);
    if (!inverse || inverse->swapped) return std::nullopt;
    if (const auto opcode = conditional_return(inverse->opcode, end.instr, other)) {
      return ReturningBranch{*opcode, other, taken};
    }
    return std::nullopt;
  }

  // Blocks that nothing jumps to once returns are fused and jumps are threaded.
  void drop_unreached() {
    std::vector<bool> reached(code_.blocks.size());
    std::vector<std::uint32_t> work{0};
    if (code_.recovery != kNone) work.push_back(code_.recovery);
    while (!work.empty()) {
      const std::uint32_t block = work.back();
      work.pop_back();
      if (reached[block]) continue;
      reached[block] = true;
      const Terminator& end = code_.blocks[block].end;
      if (const auto returning = returning_branch(end)) {
        work.push_back(returning->other);
        continue;
      }
      for (const std::uint32_t successor : end.successors) {
        work.push_back(end.kind == Terminator::Kind::Switch ? successor : thread(successor));
      }
    }
    std::erase_if(layout_, [&](std::uint32_t block) { return !reached[block]; });
  }

  // --- offsets

  static bool has_offset(const Operand& operand) { return operand.kind != Operand::Kind::Make && operand.kind != Operand::Kind::MakeAddr; }
  std::int64_t offset_of(const Operand& operand) const {
    switch (operand.kind) {
      case Operand::Kind::Reg: return slots_.reg_offset[operand.index] + operand.value;
      case Operand::Kind::Place: return slots_.place_offset[operand.index] + operand.value;
      case Operand::Kind::Window: return slots_.call_delta[operand.index] + operand.value;
      case Operand::Kind::Fixed: return operand.value;
      case Operand::Kind::Scratch: return slots_.scratch + 8 * static_cast<std::int64_t>(operand.index);
      case Operand::Kind::Imm: return operand.value;
      case Operand::Kind::Block: return operand.index;
      case Operand::Kind::Delta: return slots_.far_delta != 0 ? slots_.far_delta : slots_.call_delta[operand.index];
      case Operand::Kind::None:
      case Operand::Kind::Make:
      case Operand::Kind::MakeAddr: break;
    }
    GOVM_UNREACHABLE();
  }

  // --- stack maps

  void add_reg(WordMap& map, std::uint32_t reg) const {
    for (unsigned word = 0; word < code_.regs[reg].words; ++word) {
      if (((code_.regs[reg].pointers >> word) & 1) == 0) continue;
      map.set(static_cast<std::size_t>(slots_.reg_offset[reg]) / 8 + word);
    }
  }
  // Of the places that have begun, those the code still needs are part of the frame's words, the others are objects. A place that
  // just began (`fresh`) is written by the instruction itself, or holds zeros.
  void add_places(Maps& maps, const RegSet& begun, std::optional<std::uint32_t> fresh, const RegSet& needed) const {
    begun.for_each([&](std::uint32_t place) {
      const Place& p = code_.places[place];
      if (p.pointer_words.empty() || place == fresh) return;
      if (!needed.contains(place)) {
        maps.objects.set(object_of_[place]);
        return;
      }
      for (const std::uint32_t word : p.pointer_words) maps.words.set(slots_.place_offset[place] / 8 + word);
    });
  }
  // The places that may be objects, numbered.
  void number_objects() {
    object_of_.resize(code_.places.size());
    for (std::uint32_t place = 0, next = 0; place < code_.places.size(); ++place) {
      if (!code_.places[place].pointer_words.empty()) object_of_[place] = next++;
    }
  }
  void add_objects(bytecode::FunctionBuilder& builder) const {
    for (std::uint32_t place = 0; place < code_.places.size(); ++place) {
      const Place& p = code_.places[place];
      if (p.pointer_words.empty()) continue;
      WordMap words;
      for (const std::uint32_t word : p.pointer_words) words.set(word);
      builder.add_frame_object(static_cast<std::uint32_t>(slots_.place_offset[place]), p.bytes, words);
    }
  }
  bool needs_map(const Instr& instr) const {
    if (instr.is_copy) return false;
    const bytecode::OpcodeInfo& row = bytecode::info(instr.opcode);
    return row.is_safepoint() || (code_.has_defer && row.has(bytecode::MayPanic));
  }

  // Maps of all instructions that need one, and of each block's end.
  void make_maps() {
    number_objects();
    map_of_.resize(code_.blocks.size());
    end_map_.assign(code_.blocks.size(), -1);
    for (const std::uint32_t block : liveness_.order) {
      const Block& b = code_.blocks[block];
      map_of_[block].assign(b.code.size(), -1);
      RegSet places = liveness_.places_in[block];
      std::vector<RegSet> places_at(b.code.size() + 1);
      for (std::size_t i = 0; i < b.code.size(); ++i) {
        places_at[i] = places;
        if (const Operand* begun = begun_place(b.code[i])) places.insert(begun->index);
      }
      places_at[b.code.size()] = places;
      const auto fresh_at = [&](std::size_t index) -> std::optional<std::uint32_t> {
        const Operand* begun = index > 0 ? begun_place(b.code[index - 1]) : nullptr;
        return begun != nullptr ? std::optional(begun->index) : std::nullopt;
      };
      RegSet needed = liveness_.places_needed[block];
      walk_backwards(code_, liveness_, block, [&](std::size_t index, const RegSet& live_out) {
        const bool at_end = index == b.code.size();
        const Instr& instr = at_end ? b.end.instr : b.code[index];
        if (!at_end && !needs_map(instr)) {
          step_needed_places(instr, needed);
          return;
        }
        RegSet live = live_out;
        const bool calls = !instr.is_copy && bytecode::info(instr.opcode).has(bytecode::Calls);
        for_each_reg(instr, [&](std::uint32_t reg, std::int64_t, int, OperandRole role) {
          if (role == OperandRole::Write) live.erase(reg);
        });
        if (!calls) {
          for_each_reg(instr, [&](std::uint32_t reg, std::int64_t, int, OperandRole role) {
            if (role != OperandRole::Write) live.insert(reg);
          });
        }
        Maps maps;
        live.for_each([&](std::uint32_t reg) { add_reg(maps.words, reg); });
        // Where nothing but a panic can end the instruction, what comes after it is the recovery.
        const bool goes_on = at_end || bytecode::info(instr.opcode).is_safepoint();
        RegSet needed_here = goes_on ? needed : liveness_.places_recovered;
        for_each_needed_place(instr, [&](std::uint32_t place) { needed_here.insert(place); });
        add_places(maps, places_at[index], fresh_at(index), needed_here);
        step_needed_places(instr, needed);
        maps_.push_back(std::move(maps));
        (at_end ? end_map_[block] : map_of_[block][index]) = static_cast<int>(maps_.size()) - 1;
      });
    }
  }

  // --- final instructions

  Final& append(Opcode opcode, std::initializer_list<std::int64_t> operands) {
    Final& f = out_.emplace_back();
    f.opcode = opcode;
    for (const std::int64_t operand : operands) f.operands[f.count++] = operand;
    f.at = at_;
    check_reach(f);
    return f;
  }

  void check_reach(const Final& f) {
    const bytecode::OpcodeInfo& row = bytecode::info(f.opcode);
    for (int i = 0; i < f.count; ++i) {
      const OperandShape shape = bytecode::kind_info(row.operands[i].kind).shape;
      if (shape != OperandShape::Slot && shape != OperandShape::Place) continue;
      if (f.operands[i] >= bytecode::kNearFrameBytes - 8) {
        out_of_reach_ = "not supported by govm: values of " + function_.name + " do not fit the 64 KiB of frame that operands reach";
      }
    }
  }

  bool may_merge() const { return out_.size() > barrier_; }

  void append_move(std::int64_t dst, std::int64_t src, int words) {
    if (dst == src) return;
    if (words == 1 && may_merge()) {
      Final& last = out_.back();
      if (last.opcode == Opcode::Mov || last.opcode == Opcode::MovPair) {
        last.opcode = last.opcode == Opcode::Mov ? Opcode::MovPair : Opcode::MovTriple;
        last.operands[last.count++] = dst;
        last.operands[last.count++] = src;
        check_reach(last);
        return;
      }
    }
    switch (words) {
      case 1: append(Opcode::Mov, {dst, src}); break;
      case 2: append(Opcode::Mov2, {dst, src}); break;
      case 3: append(Opcode::Mov3, {dst, src}); break;
      default: append(Opcode::MovN, {dst, src, 8 * words});
    }
  }

  void append_make(std::int64_t dst, const Operand& src) {
    if (src.kind == Operand::Kind::MakeAddr) {
      append(Opcode::FrameAddr, {dst, slots_.place_offset[src.index] + src.value});
      return;
    }
    const Opcode opcode = static_cast<Opcode>(src.index);
    if (bytecode::info(opcode).operands.size() == 1) {
      append(opcode, {dst});
    } else {
      append(opcode, {dst, src.value});
    }
  }

  static bool ranges_overlap(std::int64_t a, int a_words, std::int64_t b, int b_words) {
    return a < b + 8 * b_words && b < a + 8 * a_words;
  }

  // Puts a parallel copy in sequence; cycles go through the scratch area.
  void emit_copies(const Instr& instr) {
    struct Move {
      std::int64_t dst;
      std::int64_t src;
      int words;
      const Operand* make;
      bool saved = false;  // `src` lies in the scratch area
    };
    std::vector<Move> pending;
    for (const Copy& copy : instr.copies) {
      const std::int64_t dst = offset_of(copy.dst);
      if (!has_offset(copy.src)) {
        pending.push_back({dst, 0, copy.words, &copy.src});
      } else if (const std::int64_t src = offset_of(copy.src); src != dst) {
        pending.push_back({dst, src, copy.words, nullptr});
      }
    }
    std::uint32_t scratch_used = 0;
    while (!pending.empty()) {
      const auto blocked = [&](const Move& move) {
        return std::any_of(pending.begin(), pending.end(), [&](const Move& other) {
          return &other != &move && other.make == nullptr && ranges_overlap(move.dst, move.words, other.src, other.words);
        });
      };
      const auto ready = std::find_if(pending.begin(), pending.end(), [&](const Move& m) { return !blocked(m); });
      if (ready != pending.end()) {
        if (ready->make != nullptr) {
          append_make(ready->dst, *ready->make);
        } else {
          append_move(ready->dst, ready->src, ready->words);
        }
        pending.erase(ready);
        continue;
      }
      // Each move waits for another: one of a cycle is what another waits for, and reads no scratch yet.
      const auto cyclic = std::find_if(pending.begin(), pending.end(), [&](const Move& m) {
        return m.make == nullptr && !m.saved && std::any_of(pending.begin(), pending.end(), [&](const Move& other) {
                 return &other != &m && ranges_overlap(other.dst, other.words, m.src, m.words);
               });
      });
      GOVM_CHECK(cyclic != pending.end(), "a parallel copy that waits for itself");
      Move& move = *cyclic;
      const std::int64_t saved = slots_.scratch + 8 * static_cast<std::int64_t>(scratch_used);
      scratch_used += static_cast<std::uint32_t>(move.words);
      append_move(saved, move.src, move.words);
      move.src = saved;
      move.saved = true;
    }
    scratch_words_ = std::max(scratch_words_, scratch_used);
  }

  void emit_instr(const Instr& instr, int map) {
    at_ = instr.at;
    if (instr.is_copy) return emit_copies(instr);
    if (instr.opcode == Opcode::Nop) return;
    if (instr.opcode == Opcode::Call && slots_.far_delta == 0 && append_call_with_argument(instr, map)) return;
    if (instr.opcode == Opcode::RetWord && append_return_of(offset_of(instr.operands[0]))) return;
    const CallSite* far_call = far_call_of(instr);
    const std::int64_t window = far_call != nullptr ? slots_.call_delta[instr.call] : 0;
    if (far_call != nullptr && far_call->argument_bytes != 0) {
      append(Opcode::WindowOut, {window, far_call->argument_bytes, slots_.far_delta});
    }
    Final& f = append(instr.opcode, {});
    f.count = instr.count;
    for (int i = 0; i < instr.count; ++i) f.operands[i] = offset_of(instr.operands[i]);
    f.map = map;
    check_reach(f);
    if (far_call != nullptr && far_call->result_bytes != 0) {
      append(Opcode::WindowIn, {window, far_call->result_bytes, slots_.far_delta});
    }
  }

  // The call an instruction makes, if its window must be copied to the callee's frame and back.
  const CallSite* far_call_of(const Instr& instr) const {
    if (slots_.far_delta == 0 || instr.call == kNone || !bytecode::info(instr.opcode).has(bytecode::Calls)) return nullptr;
    return &code_.calls[instr.call];
  }

  // The instruction that makes the word returned becomes part of the return.
  bool append_return_of(std::int64_t result) {
    if (!may_merge() || out_.back().operands[0] != result) return false;
    Final& last = out_.back();
    switch (last.opcode) {
      case Opcode::Add: last.opcode = Opcode::RetAdd; break;
      case Opcode::Load64: last.opcode = Opcode::RetLoad64; break;
      case Opcode::Mov: last.opcode = Opcode::RetWord; break;
      default: return false;
    }
    for (int i = 1; i < last.count; ++i) last.operands[i - 1] = last.operands[i];
    --last.count;
    return true;
  }

  // The move or addition that makes the first argument goes into the call.
  bool append_call_with_argument(const Instr& instr, int map) {
    if (!may_merge()) return false;
    Final& last = out_.back();
    const std::int64_t function = offset_of(instr.operands[0]);
    const std::int64_t delta = offset_of(instr.operands[1]);
    if (last.operands[0] != delta) return false;
    if (last.opcode == Opcode::Mov) {
      last.opcode = Opcode::CallMov;
      last.count = 3;
      last.operands[0] = last.operands[1];
      last.operands[1] = function;
      last.operands[2] = delta;
    } else if (last.opcode == Opcode::AddImm && last.operands[2] >= INT16_MIN && last.operands[2] <= INT16_MAX) {
      last.opcode = Opcode::CallAddImm;
      last.count = 4;
      last.operands[0] = last.operands[1];
      last.operands[1] = last.operands[2];
      last.operands[2] = function;
      last.operands[3] = delta;
    } else {
      return false;
    }
    last.map = map;
    last.at = instr.at;
    return true;
  }

  // --- block ends

  void emit_jump(std::uint32_t target, std::uint32_t next, bool may_repeat, int map) {
    target = thread(target);
    if (target == next) return;
    if (!is_back(target)) {
      append(Opcode::Jmp, {target});
      return;
    }
    if (may_repeat && is_test_block(target)) {
      // The loop's test once more at its bottom: one dispatch for test and back edge.
      const Block& test = code_.blocks[target];
      for (const Instr& instr : test.code) emit_instr(instr, -1);
      emit_condition(test.end, next, false, end_map_[target]);
      return;
    }
    append(Opcode::LoopJmp, {target}).map = map;
  }

  void append_condition(Opcode opcode, const Instr& condition, bool swapped, std::uint32_t target, int map) {
    at_ = condition.at;
    std::int64_t operands[bytecode::kMaxOperands];
    for (int i = 0; i < condition.count; ++i) operands[i] = offset_of(condition.operands[i]);
    if (swapped) std::swap(operands[0], operands[1]);
    const bool back = is_back(target);
    if (back) opcode = *loop_form(opcode);
    if (back && append_loop_step(opcode, operands, target, map)) return;
    if (!back && append_step(opcode, operands, target)) return;
    Final& f = append(opcode, {});
    for (int i = 0; i < condition.count; ++i) f.operands[f.count++] = operands[i];
    f.operands[f.count++] = target;
    if (back) f.map = map;
    check_reach(f);
  }

  // Whether it adds to the slot what fits a cell with a branch.
  static bool is_step(const Final& step, std::int64_t slot) {
    return step.opcode == Opcode::AddImm && step.operands[0] == slot && step.operands[1] == slot && step.operands[2] >= INT16_MIN &&
           step.operands[2] <= INT16_MAX;
  }

  // i += step; if i < constant: one cell.
  bool append_step(Opcode branch, const std::int64_t* operands, std::uint32_t target) {
    const std::optional<Opcode> fused = add_form(branch);
    if (!fused || !may_merge()) return false;
    if (!is_step(out_.back(), operands[0])) return false;
    const std::int64_t by = out_.back().operands[2];
    out_.pop_back();
    check_reach(append(*fused, {operands[0], by, operands[1], target}));
    return true;
  }

  static bool touches(const Final& move, std::int64_t slot) {
    const int words = move.opcode == Opcode::Mov2 ? 2 : move.opcode == Opcode::Mov3 ? 3 : 1;
    for (int i = 0; i < move.count; ++i) {
      if (ranges_overlap(move.operands[i], words, slot, 1)) return true;
    }
    return false;
  }

  // i += step; if i < n go back: one cell, also if moves of other slots stand between.
  bool append_loop_step(Opcode loop, const std::int64_t* operands, std::uint32_t target, int map) {
    const bool by_slot = bytecode::info(loop).operands.size() > 1 && bytecode::info(loop).operands[1].field == bytecode::Field::B;
    return append_loop_step(loop_add_form(loop), operands[0], operands[1], by_slot, target, map) ||
           (by_slot && append_loop_step(swapped_loop_add_form(loop), operands[1], operands[0], true, target, map));
  }

  bool append_loop_step(std::optional<Opcode> fused, std::int64_t counter, std::int64_t limit, bool by_slot, std::uint32_t target,
                        int map) {
    if (!fused) return false;
    for (std::size_t at = out_.size(); at-- > barrier_;) {
      const Final& step = out_[at];
      if (step.opcode == Opcode::AddImm) {
        if (!is_step(step, counter) || (by_slot && limit == counter)) return false;
        const std::int64_t by = step.operands[2];
        out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(at));
        append(*fused, {counter, by, limit, target}).map = map;
        return true;
      }
      switch (step.opcode) {
        case Opcode::Mov:
        case Opcode::MovPair:
        case Opcode::MovTriple:
        case Opcode::Mov2:
        case Opcode::Mov3: break;
        default: return false;
      }
      if (touches(step, counter)) return false;
    }
    return false;
  }

  // Whether a conditional branch of this opcode can go to `target`.
  bool can_branch(Opcode opcode, std::uint32_t target) const { return !is_back(target) || loop_form(opcode).has_value(); }

  void emit_condition(const Terminator& end, std::uint32_t next, bool may_repeat, int map) {
    if (const auto returning = returning_branch(end)) {
      const Instr& result = code_.blocks[returning->block].end.instr;
      const bool taken_goes_on = thread(end.successors[1]) == returning->block;
      const Opcode going_on = taken_goes_on ? end.instr.opcode : inverse_of(end.instr.opcode)->opcode;
      // A loop goes on by the branch: one cell a round.
      if (is_back(returning->other) && loop_form(going_on).has_value()) {
        append_condition(going_on, end.instr, false, returning->other, map);
        at_ = result.at;
        append(result.opcode, {offset_of(result.operands[0])});
        return;
      }
      at_ = end.instr.at;
      append(returning->opcode, {offset_of(end.instr.operands[0]), end.instr.operands[1].value, offset_of(result.operands[0])});
      return emit_jump(returning->other, next, may_repeat, map);
    }
    const std::uint32_t taken = thread(end.successors[0]);
    const std::uint32_t other = thread(end.successors[1]);
    const Opcode opcode = end.instr.opcode;
    const std::optional<Inverse> inverse = inverse_of(opcode);
    if (taken == other) return emit_jump(taken, next, may_repeat, map);
    const bool inverse_fits = inverse.has_value() && can_branch(inverse->opcode, other);
    // Of two ways back the nearer one, the inner loop's, is the branch.
    const bool other_is_inner = is_back(other) && !(is_back(taken) && block_at_[taken] > block_at_[other]);
    if (inverse_fits && (taken == next || (other != next && other_is_inner) || !can_branch(opcode, taken))) {
      append_condition(inverse->opcode, end.instr, inverse->swapped, other, map);
      emit_jump(taken, next, may_repeat, map);
      return;
    }
    if (can_branch(opcode, taken)) {
      append_condition(opcode, end.instr, false, taken, map);
      emit_jump(other, next, may_repeat, map);
      return;
    }
    // Both ways lead back and neither the condition nor its inverse has a loop form: one goes through a cell of its own.
    const auto trampoline = static_cast<std::uint32_t>(block_at_.size());
    block_at_.push_back(kNone);
    append_condition(opcode, end.instr, false, trampoline, map);
    emit_jump(other, kNone, may_repeat, map);
    block_at_[trampoline] = static_cast<std::uint32_t>(out_.size());
    barrier_ = out_.size();
    append(Opcode::LoopJmp, {taken}).map = map;
  }

  void emit_switch(const Terminator& end, std::uint32_t next, int map) {
    at_ = end.instr.at;
    const std::size_t entries = end.successors.size() - 1;
    append(Opcode::JmpTable, {offset_of(end.instr.operands[0]), static_cast<std::int64_t>(entries)});
    const std::size_t table = out_.size();
    for (std::size_t i = 0; i < entries; ++i) append(Opcode::Jmp, {end.successors[i]});
    barrier_ = out_.size();
    // Ways back burn fuel: they go through a cell of their own.
    const bool goes_back =
        std::any_of(end.successors.begin(), end.successors.end() - 1, [&](std::uint32_t successor) { return is_back(successor); });
    emit_jump(end.successors[entries], goes_back ? kNone : next, false, map);
    for (std::size_t i = 0; i < entries; ++i) {
      if (!is_back(end.successors[i])) continue;
      out_[table + i].operands[0] = static_cast<std::int64_t>(block_at_.size());
      block_at_.push_back(static_cast<std::uint32_t>(out_.size()));
      append(Opcode::LoopJmp, {end.successors[i]}).map = map;
    }
  }

  void begin() {
    at_.pos = code_.blocks[0].pos;
    if (slots_.frame_bytes + 256 > bytecode::kRedZoneBytes) append(Opcode::Enter, {0});
    if (code_.has_defer) append(Opcode::DeferInit, {});
    for (std::uint32_t place = 0; place < code_.places.size(); ++place) {
      if (!liveness_.zeroed_places.contains(place) || code_.places[place].bytes == 0) continue;
      const std::uint32_t bytes = (code_.places[place].bytes + 7) / 8 * 8;
      if (code_.places[place].far) {
        scratch_words_ = std::max(scratch_words_, 1u);
        append(Opcode::FrameAddr, {slots_.scratch, slots_.place_offset[place]});
        append(Opcode::ClearN, {slots_.scratch, bytes, 0});
      } else {
        append(Opcode::ZeroN, {slots_.place_offset[place], bytes});
      }
    }
  }

  void emit_block(std::uint32_t block, std::uint32_t next) {
    const Block& b = code_.blocks[block];
    block_at_[block] = static_cast<std::uint32_t>(out_.size());
    barrier_ = out_.size();
    const std::size_t head = out_.size();
    if (options_.counted) {
      // Here a limit of steps is met.
      if (const bytecode::CodePosition& at = b.code.empty() ? b.end.instr.at : b.code.front().at; at.pos) at_ = at;
      append(Opcode::CountBlock, {0});
    }
    for (std::size_t i = 0; i < b.code.size(); ++i) emit_instr(b.code[i], map_of_[block][i]);
    if (b.end.instr.at.pos) at_ = b.end.instr.at;
    const int map = end_map_[block];
    switch (b.end.kind) {
      case Terminator::Kind::Jump: emit_jump(b.end.successors[0], next, true, map); break;
      case Terminator::Kind::Cond: emit_condition(b.end, next, true, map); break;
      case Terminator::Kind::Switch: emit_switch(b.end, next, map); break;
      case Terminator::Kind::End: emit_instr(b.end.instr, needs_map(b.end.instr) ? map : -1); break;
      case Terminator::Kind::None: GOVM_UNREACHABLE("block without end");
    }
    if (options_.counted) {
      std::int64_t cells = 0;
      for (std::size_t i = head; i < out_.size(); ++i) cells += !bytecode::info(out_[i].opcode).has(bytecode::Counter);
      out_[head].operands[0] = cells;
    }
  }

  // --- cells

  void encode() {
    bytecode::FunctionBuilder builder(function_);
    std::vector<bytecode::Label> labels(block_at_.size());
    for (bytecode::Label& label : labels) label = builder.new_label();
    std::vector<std::vector<std::uint32_t>> starts(out_.size() + 1);
    for (std::uint32_t block = 0; block < block_at_.size(); ++block) {
      if (block_at_[block] != kNone) starts[block_at_[block]].push_back(block);
    }
    // Arguments are alive at the entry, where a call polls. If the first cell is a safepoint of its
    // own, they still lie there untouched.
    Maps entry{function_.argument_pointers, {}};
    if (out_[0].map >= 0) {
      const Maps& own = maps_[static_cast<std::size_t>(out_[0].map)];
      for (std::size_t word = 0; word < own.words.bits.size() * 64; ++word) {
        if (own.words.test(word)) entry.words.set(word);
      }
      entry.objects = own.objects;
    }
    add_objects(builder);
    builder.add_stack_map(0, entry.words, entry.objects);
    for (std::size_t i = 0; i < out_.size(); ++i) {
      for (const std::uint32_t block : starts[i]) builder.bind(labels[block]);
      Final& f = out_[i];
      const bytecode::OpcodeInfo& row = bytecode::info(f.opcode);
      for (int k = 0; k < f.count; ++k) {
        if (bytecode::kind_info(row.operands[k].kind).shape == OperandShape::Target) {
          f.operands[k] = labels[static_cast<std::size_t>(f.operands[k])].index;
        }
      }
      builder.set_position(f.at);
      const std::uint32_t cell = builder.emit(f.opcode, f.operands, static_cast<std::size_t>(f.count));
      if (f.map < 0 || cell == 0) continue;
      const Maps& maps = maps_[static_cast<std::size_t>(f.map)];
      builder.add_stack_map(cell, maps.words, maps.objects);
    }
    for (const std::uint32_t block : starts[out_.size()]) builder.bind(labels[block]);
    if (code_.recovery != kNone) function_.recovery_cell = builder.cell_of(labels[code_.recovery]);
    builder.finish();
  }

  const Code& code_;
  const Liveness& liveness_;
  const Slots& slots_;
  const EmitOptions& options_;
  bytecode::Function& function_;

  std::vector<std::uint32_t> layout_;
  std::vector<std::uint32_t> block_at_;   // index into out_ of emitted blocks; behind them, of trampolines
  std::vector<std::uint32_t> object_of_;  // by place with pointers: its number in Function::objects
  std::vector<Maps> maps_;
  std::vector<std::vector<int>> map_of_;
  std::vector<int> end_map_;
  std::vector<Final> out_;
  std::size_t barrier_ = 0;  // instructions before it may not be merged with
  std::uint32_t scratch_words_ = 0;
  std::string out_of_reach_;
  bytecode::CodePosition at_;
};

}  // namespace

std::string emit_function(const Code& code, const Liveness& liveness, const Slots& slots, const EmitOptions& options,
                          bytecode::Function& function) {
  return Emitter(code, liveness, slots, options, function).run();
}

}  // namespace govm::codegen
