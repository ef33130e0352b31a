// How often each instruction was executed, and which followed which: what fusions and optimisations are chosen by.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/text_writer.h"
#include "vm/bytecode/program.h"

namespace govm::bytecode {

/// Counts of one run (`--instruction-counts`, `dump --bytecode --counts`).
class InstructionCounts {
 public:
  /// The instruction at `cell` is about to be executed.
  void add(FunctionId id, const Function& function, std::uint32_t cell) {
    std::vector<std::uint64_t>& counts = cells_[id.index()];
    if (counts.empty()) counts.resize(function.cells.size());
    ++counts[cell];
    const auto opcode = static_cast<std::size_t>(opcode_of(function.cells[cell]));
    ++pairs_[previous_ * kOpcodes + opcode];
    previous_ = opcode;
  }

  /// Executions by cell; null: the function was never entered.
  const std::vector<std::uint64_t>* cells(FunctionId id) const;

  /// Tables of functions, lines, opcodes and pairs of opcodes (the second executed right after the first), the most
  /// executed first: "COUNT SHARE% NAME". At most `top` rows of functions, lines and pairs, 0: all; all opcodes.
  void write(const Program& program, std::size_t top, TextWriter& out) const;

 private:
  static constexpr std::size_t kOpcodes = kOpcodeCount;

  std::unordered_map<std::uint32_t, std::vector<std::uint64_t>> cells_;  // by function
  std::vector<std::uint64_t> pairs_ = std::vector<std::uint64_t>(kOpcodes * kOpcodes);
  std::size_t previous_ = 0;
};

}  // namespace govm::bytecode
