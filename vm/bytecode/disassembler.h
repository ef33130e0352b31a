// Program → text, one instruction a line; the form that assembler.h reads.
#pragma once

#include <cstdint>
#include <vector>

#include "base/text_writer.h"
#include "vm/bytecode/program.h"

namespace govm::bytecode {

/// What a dump shows beside the instructions.
struct DisassemblyOptions {
  bool lines = true;                                   ///< source position of each instruction, where it changes
  bool maps = false;                                   ///< pointer words at safepoints
  const std::vector<std::uint64_t>* counts = nullptr;  ///< executions, by cell
};

/// One instruction, without newline: "AddImm [16] [8] 1". Slots and places are written as
/// [offset], targets as @cell, ids as their names or texts.
void disassemble_instruction(const Program& program, const Function& function, std::uint32_t cell, TextWriter& out);
/// A compiled function with its header line.
void disassemble(const Program& program, const Function& function, const DisassemblyOptions& options, TextWriter& out);

}  // namespace govm::bytecode
