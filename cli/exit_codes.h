// Exit statuses of the govm command (docs/architecture.md, "The face").
//
// A program's own status passes through; these are govm's.
#pragma once

namespace govm::cli {

enum ExitCode : int {
  kExitOk = 0,
  kExitCompileError = 1,  // compile or load errors, records that cannot be read, failing tests
  kExitLostReport = 1,    // the program ended well, but a report could not be written
  kExitUsage = 2,         // wrong usage, as the go command
  kExitPanic = 2,         // unrecovered panic or fatal error of the program
  kExitAssertion = 3,     // a checked assertion does not hold
  kExitInternal = 70,     // a fault of govm itself
  kExitTimeLimit = 124,   // --timeout
};

}  // namespace govm::cli
