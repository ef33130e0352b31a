// Which loads and stores can touch the same memory, as far as their addresses tell.
//
// Knows fields of one object, elements of one array or slice, places and package variables; of two pointers it knows nothing, whatever
// their types are.
#pragma once

#include <optional>
#include <span>

#include "compiler/ir/function.h"

namespace govm::ir {

/// Where a value is read or written, whichever operation does it: s[i] is read by a SliceIndexLoad, and by a Load from its
/// SliceIndexAddr.
struct Access {
  Op load = Op::Load;                      ///< what reads there: Load, ArrayIndexLoad or SliceIndexLoad
  std::span<Value* const> operands;        ///< the load's
  int64_t offset = 0;                      ///< its imm
  const types::Type* container = nullptr;  ///< of an element: the load's elem
  const types::Type* type = nullptr;       ///< of the value; null: a hidden word
};

/// What a load reads; nothing for other operations.
std::optional<Access> read_of(const Value* load);
/// What a store writes; nothing for other operations, which may write anything.
std::optional<Access> write_of(const Value* store);

/// Whether a write may change what is read, both of which run without a loop's step in between.
bool may_change(const Access& write, const Access& read);

}  // namespace govm::ir
