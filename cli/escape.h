// govm escape: the source with what escape analysis decided, and what it costs.
#pragma once

#include "cli/options.h"
#include "cli/packages.h"

namespace govm::cli {

/// Prints the annotated source of the user's packages (or the explanation that --why asks for) on standard output; with --counts after
/// one run of the program, whose output is not shown. The exit status.
int escape(const Options& options, RequestOf request_of);

}  // namespace govm::cli
