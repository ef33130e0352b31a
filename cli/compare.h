// govm compare: the program in two modes, by turns, as processes of their own.
#pragma once

#include "cli/options.h"

namespace govm::cli {

// The exit status: 3 when the outputs differ, the program's own when it ends with another than 0 or does not compile.
int compare(const Options& options);

}  // namespace govm::cli
