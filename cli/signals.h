// What ends a run from outside: SIGINT, SIGTERM and the end of --timeout.
#pragma once

#include <cstdint>

namespace govm::vm {
class Vm;
}

namespace govm::cli {

/// Lets SIGINT and SIGTERM end the run of `vm` with its reports; a second one kills. With a timeout, the thread is woken from
/// waiting when it is over. Signals go to the calling thread. `vm` must live as long as the process.
void end_run_on_signals(vm::Vm& vm, int64_t timeout_nanoseconds);
/// Blocks these signals in the calling thread, so that another one gets them.
void leave_signals_to_other_threads();

}  // namespace govm::cli
