// Functions of std whose calls are one operation.
#pragma once

namespace govm::types {
class Func;
}

namespace govm::ir {

/// Whether a function is one: it is entered only where it is called as a value.
bool is_intrinsic(const types::Func* func);

}  // namespace govm::ir
