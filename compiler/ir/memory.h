// Which loads and stores can touch the same memory, as far as their addresses tell.
//
// Knows fields of one object, places and package variables; of two pointers it knows nothing, whatever their types are.
#pragma once

#include "compiler/ir/function.h"

namespace govm::ir {

/// Whether a Store may change what a Load reads, both of which run without a loop's step in between.
bool may_change(const Value* store, const Value* load);

}  // namespace govm::ir
