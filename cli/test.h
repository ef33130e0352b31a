// govm test: the tests, examples and benchmarks of packages, each package as a process of its own, and the lines of `go test` around
// what they print.
#pragma once

#include "cli/options.h"

namespace govm::cli {

// The exit status: 1 when a package fails or does not compile.
int test(const Options& options);

// The process of one package's tests, up to the moment its program is compiled: then standard error becomes standard output, as the
// go command runs tests. What comes out of standard error before says why there is no program. The working directory becomes the
// package's.
void enter_test_process(const Options& options);

}  // namespace govm::cli
