// OPCODES.md and `govm opcodes`: the table as a page for people.
#pragma once

#include <string>

namespace govm::bytecode {

/// The page, generated from opcodes.def.
std::string opcodes_page();

}  // namespace govm::bytecode
