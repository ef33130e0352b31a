// Typed indices into the tables of a Program. They never change once given out.
#pragma once

#include "base/id.h"

namespace govm::bytecode {

using FunctionId = Id<struct FunctionTag>;
using TypeId = Id<struct TypeTag>;
/// Counts from 1; 0 is no site. Equal to the heap's record id (vm/exec/load.h).
using SiteId = Id<struct SiteTag>;
using StringId = Id<struct StringTag>;
using DataId = Id<struct DataTag>;
using ItabId = Id<struct ItabTag>;
/// None is the function itself, not inlined.
using InlineContextId = Id<struct InlineContextTag>;

}  // namespace govm::bytecode
