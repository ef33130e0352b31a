// `--trace-instructions`: one line on stderr for each instruction before it is executed.
//
// A traced program is linked so that every cell is a StubTrace; nothing else changes, and a
// program that is not traced pays nothing.
#pragma once

#include "vm/exec/dispatch.h"

namespace govm::exec {

/// Prints the instruction at `pc` and gives its opcode.
bytecode::Opcode trace_cell(Machine& vm, const Cell* pc, Fp fp);

}  // namespace govm::exec
