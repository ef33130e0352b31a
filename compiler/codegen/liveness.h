// Which virtual registers are live where.
//
// Blocks are put in a linear order; instruction i of that order has position 2 * i: operands are
// read there, results written at 2 * i + 1. A register is live in a list of half-open segments.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/codegen/lir.h"

namespace govm::codegen {

/// Half-open range of positions.
struct Segment {
  std::uint32_t begin;
  std::uint32_t end;
};
/// Ascending, disjoint, not touching.
using Segments = std::vector<Segment>;

/// A set of registers.
class RegSet {
 public:
  RegSet() = default;
  explicit RegSet(std::size_t count) : words_((count + 63) / 64) {}
  void insert(std::uint32_t reg) { words_[reg / 64] |= bit(reg); }
  void erase(std::uint32_t reg) { words_[reg / 64] &= ~bit(reg); }
  bool contains(std::uint32_t reg) const { return (words_[reg / 64] & bit(reg)) != 0; }
  /// Adds all of `other`; whether anything was new.
  bool unite(const RegSet& other);
  /// Returns whether something went.
  bool intersect(const RegSet& other);
  template <class Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1) {
        visit(static_cast<std::uint32_t>(i * 64) + static_cast<std::uint32_t>(__builtin_ctzll(rest)));
      }
    }
  }

 private:
  static std::uint64_t bit(std::uint32_t reg) { return std::uint64_t{1} << (reg % 64); }
  std::vector<std::uint64_t> words_;
};

struct Liveness {
  std::vector<std::uint32_t> order;        ///< reachable blocks in reverse postorder
  std::vector<std::uint32_t> block_start;  ///< position of each block's first instruction
  std::vector<std::uint32_t> block_end;    ///< position behind its terminator
  std::vector<RegSet> live_in;             ///< by block
  std::vector<RegSet> live_out;
  std::vector<Segments> segments;  ///< by register
  /// By block: the places that may have begun to live at its head.
  std::vector<RegSet> places_in;
  /// By block: the places that are needed behind its end: read, or their address taken, before they begin anew.
  std::vector<RegSet> places_needed;
  /// Those that are needed after a recovery.
  RegSet places_recovered;
  /// Places that some block is reached with and without: they are zeroed at entry (decisions 9).
  RegSet zeroed_places;
};

/// Analyses a function. Registers written piece by piece count as live from the first piece on.
Liveness analyse_liveness(const Code& code);

/// From the places needed behind an instruction to those needed before it.
void step_needed_places(const Instr& instr, RegSet& places);

/// Visits the instructions of a block backwards with the registers live behind each:
/// visit(instruction index, or code.size() for the terminator, live-out set).
template <class Visit>
void walk_backwards(const Code& code, const Liveness& liveness, std::uint32_t block, Visit visit) {
  RegSet live = liveness.live_out[block];
  const Block& b = code.blocks[block];
  const auto step = [&](const Instr& instr, std::size_t index) {
    visit(index, live);
    for_each_reg(instr, [&](std::uint32_t reg, std::int64_t byte, int words, bytecode::OperandRole role) {
      if (role == bytecode::OperandRole::Write && byte == 0 && words == code.regs[reg].words) live.erase(reg);
    });
    for_each_reg(instr, [&](std::uint32_t reg, std::int64_t, int, bytecode::OperandRole role) {
      if (role != bytecode::OperandRole::Write) live.insert(reg);
    });
  };
  step(b.end.instr, b.code.size());
  for (std::size_t i = b.code.size(); i-- > 0;) step(b.code[i], i);
}

}  // namespace govm::codegen
