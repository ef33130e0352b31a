// govm vet: whether what comments claim about allocation holds.
#pragma once

#include "compiler/compile.h"

namespace govm::cli {

/// Checks //govm:noalloc, //govm:frame and //govm:heap in the user's packages; says on standard error what breaks them, with the way that
/// the value takes. The exit status: kExitAssertion if a claim does not hold.
int vet(compiler::Request request);

}  // namespace govm::cli
