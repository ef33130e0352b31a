// Calling natives: the other side of vm/native/native.h.
#pragma once

#include "vm/exec/dispatch.h"
#include "vm/native/native.h"

namespace govm::exec {

struct FunctionCode;
struct Machine;

/// What is remembered while Go code runs that a native asked for (NativeCall::call_then).
/// Lies between the native's argument area and its state words.
struct NativeActivation {
  native::NativeFunction then;
  const FunctionCode* function;
  const Cell* pc;     ///< the cell that called the native
  Fp fp;              ///< the frame of that cell
  const Cell* after;  ///< where it goes on
  Fp native_fp;       ///< the native's arguments and results
  Fp callee_fp;       ///< the frame of what it called
};

/// The CallNative cell at `pc`.
Resume call_native_cell(Machine& vm, const Cell* pc, Fp fp);
/// The entry stub of a native called by a func value, an itab or `go`.
Resume call_native_entry(Machine& vm, const Cell* pc, Fp fp);

/// Calls the native `function` with its arguments at `native_fp`, for the cell `pc` of frame
/// `fp`, which goes on at `after`.
Resume call_native(Machine& vm, const Cell* pc, Fp fp, Fp native_fp, const FunctionCode& function, const Cell* after);

/// The stub that Go code called by a native returns to; its caller fp is the activation.
Resume native_callee_returned(Machine& vm, const Cell* pc, Fp fp);

}  // namespace govm::exec
