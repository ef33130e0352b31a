// A goroutine: a stack, a place to go on, and what it is waiting for.
//
// Plain state that the interpreter, the scheduler, natives and the collector's roots
// share. Who runs when is scheduler.h; unwinding is vm/exec/panic.h.
#pragma once

#include <cstddef>
#include <cstdint>

#include "vm/goroutine/frame.h"
#include "vm/goroutine/stack.h"
#include "vm/value/interface.h"

namespace govm::rt {

struct Goroutine;

/// Why a goroutine is parked; the words are those of Go's tracebacks.
enum class WaitReason : std::uint8_t {
#define GOVM_WAIT_REASON(name, text) name,
#include "vm/goroutine/wait_reasons.def"
#undef GOVM_WAIT_REASON
};

/// "chan receive" and so on.
const char* wait_reason_text(WaitReason reason);

enum class GoroutineStatus : std::uint8_t {
  Runnable,  ///< in the ready queue
  Running,
  Waiting,   ///< parked; someone else's queue holds it
  Dead,      ///< finished; memory may be reused
};

/// One executed `defer` statement (decisions 16). In the frame of the function that
/// deferred when the statement is not in a loop, else in a pool of the VM. The call is a
/// closure without parameters or results.
struct DeferRecord {
  DeferRecord* next;      ///< older record of the same frame
  const void* closure;    ///< func(); a frame-placed closure is fine
  std::uint64_t pooled;   ///< 1 if the record goes back to the pool when run
};

/// One panic or Goexit in progress, newest first in Goroutine::panics. Lives in a pool.
struct PanicRecord {
  PanicRecord* link;         ///< older panic during whose deferred calls this one arose
  value::Interface value;    ///< argument of panic; nil for Goexit
  Fp origin_fp;              ///< frame that panicked: deferred calls run above it
  const bytecode::Cell* origin_pc;  ///< the cell that panicked
  Fp unwound_fp;             ///< frame whose deferred calls are being run
  Fp deferred_fp;            ///< frame of the deferred call being run, null if none
  bool goexit;               ///< runtime.Goexit: recover does not see it
  bool recovered;            ///< a deferred call has called recover
  bool aborted;              ///< a newer panic has unwound past its deferred call
  bool repanicked;           ///< recovered and raised again with the same value
};

/// One goroutine. Owned by the scheduler; addresses are stable and recycled.
struct Goroutine {
  // Where it goes on when it is not running (the interpreter keeps these in registers).
  const bytecode::Cell* pc = nullptr;
  Fp fp = nullptr;
  Segment* segment = nullptr;        ///< current segment, which holds fp
  Segment* first_segment = nullptr;

  std::uint64_t id = 0;              ///< 1 is main; as in "goroutine 1 [running]:"
  GoroutineStatus status = GoroutineStatus::Dead;
  WaitReason wait_reason = WaitReason::None;
  bool system = false;               ///< runs finalizers; not in counts, traces, deadlock
  bool retry_cell = false;           ///< woken to execute its cell again (wait_retry)
  std::int64_t wait_since = 0;       ///< nanoseconds, for "[sleep, 2 minutes]"

  PanicRecord* panics = nullptr;     ///< newest first
  Goroutine* queue_next = nullptr;   ///< link in the one queue it stands in

  // What a waker tells a parked goroutine.
  void* wait_result = nullptr;       ///< native or channel code's own
  bool wait_ok = false;

  // Ancestry for tracebacks ("created by main.main in goroutine 1").
  std::uint64_t parent_id = 0;
  const bytecode::Cell* created_at = nullptr;  ///< the go statement's cell

  Goroutine* all_previous = nullptr;  ///< links of the scheduler's list, by age
  Goroutine* all_next = nullptr;
};

}  // namespace govm::rt
