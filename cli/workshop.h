// govm workshop: the programs to learn with, which lie in the binary, and the check of a learner's copy.
#pragma once

#include "cli/options.h"

namespace govm::cli {

// list | show N | start N DIR | check N | check DIR | all. N is a number or a name. The exit status: 3 when a check fails.
int workshop(const Options& options);

}  // namespace govm::cli
