// Calls that leave the fast path: new segments, large frames, functions not yet compiled,
// goroutines that begin, block and end, and the poll.
#pragma once

#include <string_view>

#include "vm/exec/dispatch.h"
#include "vm/goroutine/goroutine.h"
#include "vm/goroutine/scheduler.h"

namespace govm::exec {

struct Machine;

/// A call whose frame `fp` (header and arguments written) lies past the segment's limit:
/// moves it to the next segment. `pc` is the callee's entry.
Resume enter_segment(Machine& vm, const Cell* pc, Fp fp);
/// The same for a call whose caller has room for the arguments only: no results come back.
Resume enter_segment_for_arguments(Machine& vm, const Cell* pc, Fp fp);
/// The `Enter` cell at `pc`: makes room for a frame larger than the red zone.
Resume enter_large_frame(Machine& vm, const Cell* pc, Fp fp);
/// The stub a frame that opened a segment returns to.
Resume segment_end(Machine& vm, const Cell* pc, Fp fp);
/// Makes the segment of `fp` current again after frames above it were dropped.
void leave_segments_above(Machine& vm, Fp fp);

/// A frame above `top_fp` (which stands at `top_pc`) whose header is written and whose
/// arguments the caller stores next; null on stack overflow.
Fp push_frame(Machine& vm, const Cell* top_pc, Fp top_fp, const Cell* return_pc);
/// Go's fatal error of a stack that exceeded its maximum.
Resume stack_overflow(Machine& vm, const Cell* pc, Fp fp);

/// The entry of a function called for the first time: has it compiled.
Resume compile_function(Machine& vm, const Cell* pc, Fp fp);

/// Fuel is used up: collection, preemption, timers, signals, timeouts. `pc` is a safepoint
/// whose effect has not begun: a function's entry or a back edge.
Resume poll(Machine& vm, const Cell* pc, Fp fp);

/// The running goroutine has parked or finished: runs another. A goroutine that parked in
/// the cell `pc` goes on at `resume`.
Resume switch_from(Machine& vm, const Cell* pc, const Cell* resume, Fp fp);
/// Runs the next ready goroutine; a deadlock ends the program.
Resume run_next(Machine& vm);
/// Makes a goroutine that calls the func() `closure`, created by the cell `pc`.
void start_goroutine(Machine& vm, const void* closure, const Cell* pc);
/// The same for one that no go statement makes; it runs after those that are ready.
void start_goroutine(Machine& vm, const void* closure, rt::GoroutineKind kind);
/// The stub the first function of a goroutine returns to; ends the program in main's.
Resume goroutine_end(Machine& vm, const Cell* pc, Fp fp);
/// Ends the running goroutine and runs another.
Resume end_goroutine(Machine& vm);
/// Leaves the interpreter with this exit status.
Resume end_program(Machine& vm, int status);

}  // namespace govm::exec
