// What importers of a package see of it in Go's compiler: what is exported, and what that is made of.
#pragma once

#include <functional>

#include "compiler/types/info.h"
#include "compiler/types/object.h"

namespace govm::types {

/// Whether a package-level object is in the package's export data: exported, or in the types of what is, or in the body of such a function
/// that is generic or can be inlined. Names that are not there are unknown to importers, others only not exported.
bool is_in_export_data(const Info& info, const Object* object, const std::function<bool(const Func*)>& is_inlinable);

}  // namespace govm::types
