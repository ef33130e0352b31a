// Text → Program, for tests of the VM and of the verifier.
//
// The form is the disassembler's, written by hand: a line each for
//   func NAME args=N results=N frame=N [defers recovery=LABEL]
//   string "text"                    adds string constant 0, 1, 2 …
//   site SIZE [ptr]                  adds site 1, 2 … of an object of SIZE bytes
//   LABEL:
//   Opcode operands   [map OFFSETS]  slots [8], places &[8] or -, targets @LABEL, functions
//                                    "name", the rest numbers
// A comment starts with ';'. Safepoints without `map` get an empty one.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "vm/bytecode/program.h"

namespace govm::bytecode {

/// Adds the functions of `text` to the program; the first one becomes its entry if it had none.
Status assemble(std::string_view text, Program& program);

}  // namespace govm::bytecode
