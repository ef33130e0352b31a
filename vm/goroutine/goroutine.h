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
#include "vm/value/string.h"

namespace govm::value {
struct Type;
}

namespace govm::rt {

struct Goroutine;
struct Waiter;

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
  Waiting,  ///< parked; someone else's queue holds it
  Dead,     ///< finished; memory may be reused
};

/// What a woken goroutine does first.
enum class WakeAction : std::uint8_t {
  Continue,
  SendOnClosed,  ///< panics: its channel was closed while it waited to send
};

/// One executed `defer` statement (decisions 16). In the frame of the function that
/// deferred when the statement is not in a loop, else in a pool of the VM. The call is a
/// closure without parameters or results.
struct DeferRecord {
  DeferRecord* next;     ///< older record of the same frame
  const void* closure;   ///< func(); a frame-placed closure is fine
  std::uint64_t pooled;  ///< 1 if the record goes back to the pool when run
};

/// Why deferred calls of a frame are being run.
enum class UnwindKind : std::uint8_t {
  Return,  ///< the function ends normally
  Panic,
  Goexit,  ///< runtime.Goexit: recover does not see it
};

/// One run of deferred calls in progress; newest first in Goroutine::panics. Pooled.
struct PanicRecord {
  PanicRecord* link;  ///< older run, during one of whose deferred calls this one arose
  UnwindKind kind;
  bool recovered;                    ///< the deferred call has called recover
  bool aborted;                      ///< a newer panic has unwound past the deferred call
  bool repanicked;                   ///< the next newer panic has the same value
  bool has_text;                     ///< text is what Error or String gave
  value::Interface value;            ///< argument of panic
  value::String text;                ///< for printing a panic that ends the program
  Fp origin_fp;                      ///< frame that panicked or returns: deferred calls run above it
  const bytecode::Cell* origin_pc;   ///< the cell that panicked or returns
  Fp unwound_fp;                     ///< frame whose deferred calls are being run
  const bytecode::Cell* unwound_pc;  ///< the cell it stands at
  Fp deferred_fp;                    ///< frame of the deferred call being run, null if none
  const bytecode::Cell* after;       ///< Return: where the function goes on
};

/// The goroutine that runs main.main; the program ends with it.
inline constexpr std::uint64_t kMainGoroutine = 1;

/// One goroutine. Owned by the scheduler; addresses are stable and recycled.
struct Goroutine {
  // Where it stands when it is not running (the interpreter keeps these in registers).
  const bytecode::Cell* pc = nullptr;         ///< the cell it parked at: stack map, line
  const bytecode::Cell* resume_pc = nullptr;  ///< where it goes on
  Fp fp = nullptr;
  Segment* segment = nullptr;  ///< current segment, which holds fp
  Segment* first_segment = nullptr;

  std::uint64_t id = 0;  ///< 1 is main; as in "goroutine 1 [running]:"
  GoroutineStatus status = GoroutineStatus::Dead;
  WaitReason wait_reason = WaitReason::None;
  bool system = false;  ///< runs finalizers; not in counts, traces, deadlock
  WakeAction wake = WakeAction::Continue;
  std::int64_t wait_since = 0;     ///< nanoseconds
  std::int64_t found_waiting = 0;  ///< the collection before the one that first met it in this wait, for "[sleep, 2 minutes]"; 0: none
  std::uint64_t thread_locks = 0;  ///< runtime.LockOSThread without its UnlockOSThread

  PanicRecord* panics = nullptr;    ///< runs of deferred calls, newest first
  Goroutine* queue_next = nullptr;  ///< link in the one queue it stands in

  Waiter* waiters = nullptr;  ///< its places in channels' queues
  // A value received while parked: a root until the goroutine runs again, since the map
  // of its cell does not have the result yet.
  std::byte* received = nullptr;
  const value::Type* received_type = nullptr;
  // The native it parked in: its arguments (to be read again) or results (written by the
  // waker) are roots by its signature.
  std::byte* parked_native = nullptr;
  std::uint32_t parked_function = 0;
  bool parked_with_arguments = false;

  const void* labels = nullptr;  ///< of runtime/pprof, a heap pointer; those it starts have them too

  // Ancestry for tracebacks ("created by main.main in goroutine 1").
  std::uint64_t parent_id = 0;
  const bytecode::Cell* created_at = nullptr;  ///< the go statement's cell

  Goroutine* all_previous = nullptr;  ///< links of the scheduler's list, by age
  Goroutine* all_next = nullptr;
};

}  // namespace govm::rt
