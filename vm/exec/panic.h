// Defer, panic, recover, Goexit (spec: "Defer statements", "Handling panics").
//
// A panic does not pop frames: deferred calls run on top of the panicking stack. Only a
// recovery drops frames; the function that deferred the recovering call then goes on at
// its recovery block, which runs its remaining records and returns its results
// (decisions 16). Goexit is a panic that recover does not see.
#pragma once

#include <string>

#include "vm/exec/dispatch.h"
#include "vm/exec/runtime_error.h"
#include "vm/goroutine/goroutine.h"
#include "vm/native/death_report.h"
#include "vm/value/interface.h"

namespace govm::exec {

struct Machine;

/// Begins to panic with `value` in the cell `pc` of frame `fp`.
Resume begin_panic(Machine& vm, const Cell* pc, Fp fp, value::Interface value);
/// The same with an error of the run time.
Resume begin_panic(Machine& vm, const Cell* pc, Fp fp, RuntimeError error);
/// runtime.Goexit, called in the cell `pc` of frame `fp`.
Resume begin_goexit(Machine& vm, const Cell* pc, Fp fp);

/// What recover() called in frame `fp` gives; nil unless that frame was called directly by
/// the panic's unwinding.
value::Interface recover(Machine& vm, const Cell* pc, Fp fp);

/// Runs the records of frame `fp` at the function's end; goes on at `after` when there
/// are none left.
Resume run_defers(Machine& vm, const Cell* pc, Fp fp, const Cell* after);

// The stubs deferred calls return to.
/// A deferred call of an unwinding panic has returned.
Resume deferred_call_returned(Machine& vm, const Cell* pc, Fp fp);
/// An Error or String method called to print a panic value has returned.
Resume panic_text_returned(Machine& vm, const Cell* pc, Fp fp);

/// Prints "fatal error: TEXT" with the stacks that GOTRACEBACK and `kind` let be shown, and ends the program.
Resume fatal_error(Machine& vm, const Cell* pc, Fp fp, std::string_view text, native::FatalKind kind = {});
/// What a program says that dies with `what` (lines) in the cell `pc` of frame `fp`; null: outside of goroutines. The stacks follow,
/// each after a blank line.
std::string death_text(const Machine& vm, const Cell* pc, Fp fp, std::string_view what, native::FatalKind kind, bool by_panic = false);
/// Says it and ends the program.
Resume end_in_death(Machine& vm, std::string_view text);
/// The same of a native or a cold path that finds no memory.
std::string out_of_memory_text(const Machine& vm, std::string_view what);
/// The exit status of a program that dies.
int death_status(const Machine& vm);

}  // namespace govm::exec
