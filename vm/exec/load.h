// The link step: a bytecode::Program becomes runnable cells.
//
// An Image holds the code arena (low 2 GiB, so that code and handler addresses fit 32
// bits), the globals area, static data and closures, run-time types and itabs. It grows
// with the program; addresses never change. Knows nothing of goroutines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "vm/bytecode/program.h"
#include "vm/native/registry.h"

namespace govm::exec {

class CodeProvider;

}  // namespace govm::exec
