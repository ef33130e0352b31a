// Looking at each instruction before it is executed: `--trace-instructions` prints it, `--instruction-counts` counts it.
//
// A program looked at is linked so that every cell is a StubTrace; nothing else changes, and any other program pays nothing.
#pragma once

#include "vm/exec/dispatch.h"

namespace govm::exec {

/// Prints or counts the instruction at `pc` and gives its opcode.
bytecode::Opcode trace_cell(Machine& vm, const Cell* pc, Fp fp);

}  // namespace govm::exec
