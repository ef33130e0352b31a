// The common underlying type of a type set: what an operation on a value of a type parameter works with, and the
// reason for messages where there is none.
#pragma once

#include <string>

#include "compiler/types/context.h"

namespace govm::types {

/// Says what is wrong with one type of the set and its underlying type; empty: nothing. Both are null where the
/// set has no specific types.
using TypeCondition = std::string (*)(const Context& c, const Type* type, const Type* under);

/// The underlying type that all types of the set share (of channels the one of restricted direction), every one
/// fulfilling `condition` (may be null). Null and `why` filled where there is none. For other types than type
/// parameters the type's own.
const Type* common_underlying(const Context& c, const Type* type, TypeCondition condition, std::string& why);

/// The element type that all slices of the set share; null and `why` filled where there is none.
const Type* common_slice_element(const Context& c, const Operand& x, std::string& why);

}  // namespace govm::types
