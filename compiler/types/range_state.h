// The states of a range-over-func loop: what #stateN holds, and what the run-time panic of a wrong call tells.
#pragma once

#include <cstdint>

namespace govm::types {

enum class RangeState : uint8_t {
  Done,          ///< the body has returned false: not to be called again
  Ready,         ///< the body may be called
  Panic,         ///< the body is running, or a panic has left it
  Exhausted,     ///< the iterator has returned
  MissingPanic,  ///< the iterator has returned although a panic left the body: it recovered
};

}  // namespace govm::types
