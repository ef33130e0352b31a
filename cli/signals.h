// Signals that the program does not handle itself (package os/signal), as Go's runtime treats them; and the end of --timeout.
#pragma once

#include <cstdint>

namespace govm::vm {
class Vm;
}

namespace govm::cli {

/// From now on signals end the run of `vm` with its reports, or do nothing; a second one that ends kills. With a timeout, the thread is
/// woken from waiting when it is over. Signals go to the calling thread. `vm` must live as long as the process.
void handle_signals(vm::Vm& vm, int64_t timeout_nanoseconds);
/// Blocks these signals in the calling thread, so that another one gets them.
void leave_signals_to_other_threads();
/// Ends the process as the signal does when nobody handles it.
[[noreturn]] void die_of_signal(int number);

}  // namespace govm::cli
