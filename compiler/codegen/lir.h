// Selected code before slots are known: opcodes over virtual registers.
//
// Made by select_*.cpp from ir::Function, given slots by slots.cpp, written by emit.cpp. What an
// instruction reads and writes is said by the opcode's row alone; only ParallelCopy is ours.
#pragma once

#include <cstdint>
#include <vector>

#include "base/position.h"
#include "vm/bytecode/opcode.h"
#include "vm/bytecode/program.h"

namespace govm::codegen {

using bytecode::Opcode;

/// A virtual register: one to three adjacent words of the frame.
struct VReg {
  std::uint8_t words = 1;
  std::uint8_t pointers = 0;  ///< bit i: word i may hold a heap pointer
  std::int64_t fixed = -1;    ///< frame offset it must have (incoming arguments); -1: free
};

/// An operand of a selected instruction.
struct Operand {
  enum class Kind : std::uint8_t {
    None,
    Reg,       ///< register `index`, from byte `value` on
    Place,     ///< frame memory of place `index` at byte `value`
    Window,    ///< outgoing window of call `index` at byte `value`
    Fixed,     ///< frame offset `value` (incoming arguments, results)
    Imm,       ///< number, id or size `value`
    Block,     ///< branch target: block `index`
    Delta,     ///< call delta of call `index`
    Make,      ///< copies only: what `Opcode index` with payload `value` gives
    MakeAddr,  ///< copies only: address of place `index` plus `value`
    Scratch,   ///< emission only: word `index` of the scratch area
  };
  Kind kind = Kind::None;
  std::uint32_t index = 0;
  std::int64_t value = 0;

  static Operand reg(std::uint32_t id, std::int64_t byte = 0) { return {Kind::Reg, id, byte}; }
  static Operand place(std::uint32_t id, std::int64_t byte) { return {Kind::Place, id, byte}; }
  static Operand window(std::uint32_t call, std::int64_t byte) { return {Kind::Window, call, byte}; }
  static Operand fixed(std::int64_t offset) { return {Kind::Fixed, 0, offset}; }
  static Operand imm(std::int64_t value) { return {Kind::Imm, 0, value}; }
  static Operand block(std::uint32_t id) { return {Kind::Block, id, 0}; }
  static Operand delta(std::uint32_t call) { return {Kind::Delta, call, 0}; }
  static Operand make(Opcode opcode, std::int64_t payload) { return {Kind::Make, static_cast<std::uint32_t>(opcode), payload}; }
  static Operand make_addr(std::uint32_t place, std::int64_t byte) { return {Kind::MakeAddr, place, byte}; }
  bool is_reg() const { return kind == Kind::Reg; }
  bool operator==(const Operand&) const = default;
};

/// One part of a parallel copy.
struct Copy {
  Operand dst;
  Operand src;
  std::uint8_t words = 1;
};

/// A selected instruction, or a parallel copy (all sources are read before any is written).
struct Instr {
  Opcode opcode = Opcode::Nop;
  bool is_copy = false;
  std::uint8_t count = 0;
  Operand operands[bytecode::kMaxOperands];
  std::vector<Copy> copies;
  bytecode::CodePosition at;
  std::uint32_t call = UINT32_MAX;  ///< window this belongs to, for calls and their copies
};

/// How a block ends.
struct Terminator {
  enum class Kind : std::uint8_t { None, Jump, Cond, Switch, End };
  Kind kind = Kind::None;
  /// Cond: a branch opcode without its Target. End: a Ret form, Panic …
  Instr instr;
  /// Jump: one; Cond: taken, else not taken; Switch: one a table entry and the default last.
  std::vector<std::uint32_t> successors;
};

/// A basic block.
struct Block {
  std::vector<Instr> code;
  Terminator end;
  std::vector<std::uint32_t> predecessors;
  int loop_depth = 0;
  bool unlikely = false;
  Pos pos;  ///< of its first value
};

/// Frame memory in Go layout.
struct Place {
  std::uint32_t bytes = 0;
  std::vector<std::uint32_t> pointer_words;  ///< relative to the place
  bool zero_at_entry = false;
  bool far = false;  ///< used by its address only: may lie out of the reach of operands
};

/// One call: where its window begins is decided by slots.cpp.
struct CallSite {
  std::uint32_t argument_bytes = 0;
  std::uint32_t result_bytes = 0;
};

/// A function on its way.
struct Code {
  std::vector<VReg> regs;
  std::vector<Place> places;
  std::vector<CallSite> calls;
  std::vector<Block> blocks;            ///< blocks[0] is the entry
  std::uint32_t recovery = UINT32_MAX;  ///< block entered after a recovery
  bool has_defer = false;

  std::uint32_t new_reg(std::uint8_t words, std::uint8_t pointers) {
    regs.push_back({words, pointers, -1});
    return static_cast<std::uint32_t>(regs.size() - 1);
  }
};

/// Calls `visit(register, byte, words, role)` for each register operand of an instruction;
/// words is 0 where the row does not say how many are read.
template <class Visit>
void for_each_reg(const Instr& instr, Visit visit) {
  using bytecode::OperandRole;
  if (instr.is_copy) {
    for (const Copy& copy : instr.copies) {
      if (copy.src.is_reg()) visit(copy.src.index, copy.src.value, int{copy.words}, OperandRole::Read);
    }
    // Parts of one register written by one copy count as one write.
    for (std::size_t i = 0; i < instr.copies.size(); ++i) {
      const Operand& dst = instr.copies[i].dst;
      if (!dst.is_reg()) continue;
      std::int64_t first = dst.value;
      int words = 0;
      bool seen = false;
      for (std::size_t k = 0; k < instr.copies.size(); ++k) {
        const Copy& other = instr.copies[k];
        if (!other.dst.is_reg() || other.dst.index != dst.index) continue;
        seen |= k < i;
        first = other.dst.value < first ? other.dst.value : first;
        words += other.words;
      }
      if (!seen) visit(dst.index, first, words, OperandRole::Write);
    }
    return;
  }
  const bytecode::OpcodeInfo& row = bytecode::info(instr.opcode);
  for (int i = 0; i < instr.count; ++i) {
    if (!instr.operands[i].is_reg()) continue;
    const bytecode::OperandKindInfo& kind = bytecode::kind_info(row.operands[i].kind);
    visit(instr.operands[i].index, instr.operands[i].value, int{kind.words}, kind.role);
  }
}

/// The place that begins to live at an instruction, which leaves no cell; null: none does.
inline const Operand* begun_place(const Instr& instr) {
  const bool begins = !instr.is_copy && instr.opcode == Opcode::Nop && instr.operands[0].kind == Operand::Kind::Place;
  return begins ? &instr.operands[0] : nullptr;
}

/// Calls `visit(place)` for each place whose contents an instruction reads or whose address it takes to keep.
template <class Visit>
void for_each_needed_place(const Instr& instr, Visit visit) {
  using bytecode::OperandRole;
  const auto look = [&](const Operand& operand, OperandRole role) {
    const bool is_place = operand.kind == Operand::Kind::Place && role != OperandRole::Write;
    if (is_place || operand.kind == Operand::Kind::MakeAddr) visit(operand.index);
  };
  if (instr.is_copy) {
    for (const Copy& copy : instr.copies) look(copy.src, OperandRole::Read);
    return;
  }
  if (begun_place(instr) != nullptr) return;
  const bytecode::OpcodeInfo& row = bytecode::info(instr.opcode);
  for (int i = 0; i < instr.count; ++i) look(instr.operands[i], bytecode::kind_info(row.operands[i].kind).role);
}

}  // namespace govm::codegen
