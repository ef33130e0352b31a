// Type inference (spec: "Type inference").
#pragma once

#include <vector>

#include "compiler/types/context.h"

namespace govm::types {

/// Infers the type arguments of a call of a generic function from its arguments, records the instance, and
/// returns the instantiated signature; `targets` (one type an argument) are replaced accordingly. Null: not
/// possible, reported.
const Signature* infer_call(Context& c, syntax::CallExpr* call, const Signature* signature, std::vector<const Type*>& targets,
                            const std::vector<Operand>& args);

}  // namespace govm::types
