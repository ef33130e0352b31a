// Checks a function's cells before they may run (decisions 19).
//
// Proves: opcodes and fields are those of the table, jumps hit first cells of instructions,
// operands are aligned and inside the frame, ids are in range, each safepoint has a stack map
// with its bits in the frame, control never runs off the end. Does not prove slot types: slots
// are reused.
#pragma once

#include <string>
#include <vector>

#include "vm/bytecode/program.h"

namespace govm::bytecode {

/// All complaints about a compiled function, each "name: cell N: what"; empty if it is sound.
std::vector<std::string> verify(const Program& program, const Function& function);

/// Complaints about all compiled functions of the program.
std::vector<std::string> verify(const Program& program);

}  // namespace govm::bytecode
