// Selected code with slots → cells of a bytecode::Function.
//
// Lays blocks out (bottom-tested loops, threaded jumps), puts parallel copies in sequence, merges
// neighbouring moves and loop steps, writes stack maps and the line table.
#pragma once

#include "compiler/codegen/lir.h"
#include "compiler/codegen/liveness.h"
#include "compiler/codegen/slots.h"

namespace govm::codegen {

struct EmitOptions {
  bool counted = false;  ///< with Count cells
};

/// Empty, or why the function cannot be encoded (frame over 64 KiB, 2^27 cells).
std::string emit_function(const Code& code, const Liveness& liveness, const Slots& slots, const EmitOptions& options,
                          bytecode::Function& function);

}  // namespace govm::codegen
