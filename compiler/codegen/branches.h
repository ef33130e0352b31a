// Relations between branch opcodes, read off their names in the table.
#pragma once

#include <optional>

#include "vm/bytecode/opcode.h"

namespace govm::codegen {

/// The branch taken exactly when `opcode` is not.
struct Inverse {
  bytecode::Opcode opcode;
  bool swapped = false;  ///< the two slot operands change places
};
std::optional<Inverse> inverse_of(bytecode::Opcode opcode);

/// The same condition as a back edge.
std::optional<bytecode::Opcode> loop_form(bytecode::Opcode opcode);

/// `a += b; if a cond c` for a branch with immediate.
std::optional<bytecode::Opcode> add_form(bytecode::Opcode opcode);
/// The same for a loop form without and with immediate.
std::optional<bytecode::Opcode> loop_add_form(bytecode::Opcode loop);
/// `c += b; if a cond c`, written `if c cond' a`, for a loop form with two slots.
std::optional<bytecode::Opcode> swapped_loop_add_form(bytecode::Opcode loop);

}  // namespace govm::codegen
