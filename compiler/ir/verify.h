// Checks of what every function in SSA form holds to: definitions dominate uses, reps agree with the
// table, blocks end in one terminator, edges are recorded at both ends.
#pragma once

#include <string>

#include "compiler/ir/function.h"

namespace govm::ir {

/// Empty if the function is sound, else the first complaint with the value's text.
std::string verify(const Function& function);

}  // namespace govm::ir
