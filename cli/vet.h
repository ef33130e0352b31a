// govm vet: whether what comments claim about allocation holds.
#pragma once

#include "cli/options.h"
#include "cli/packages.h"

namespace govm::cli {

/// Checks //govm:noalloc, //govm:frame and //govm:heap in the user's packages; says on standard error what breaks them, with the way that
/// the value takes. The exit status: kExitAssertion if a claim does not hold.
int vet(const Options& options, RequestOf request_of);

}  // namespace govm::cli
