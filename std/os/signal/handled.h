// Which signals the program handles by package os/signal.
#pragma once

namespace govm::stdlib {

/// Whether the program watches or ignores the signal.
bool is_handled(int number);

}  // namespace govm::stdlib
