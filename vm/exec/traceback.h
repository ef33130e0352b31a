// The current stacks as lists of functions and lines.
//
// For panic traces, runtime.Callers, and the profiler, which asks for the stack of the
// running goroutine at an allocation. Positions inside inlined calls are expanded by
// the inline context in the line table, innermost first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "gc/heap.h"
#include "vm/bytecode/program.h"
#include "vm/goroutine/scheduler.h"
#include "vm/native/native.h"

namespace govm::exec {

class Image;

/// One physical frame.
struct StackFrame {
  bytecode::FunctionId function;
  std::uint32_t cell;  ///< index of the calling (or running) cell in the function
  rt::Fp fp;
  bool called_by_panic = false;  ///< a deferred call that a panic runs: Go has a frame of the panic behind it
};

/// One logical frame: inlined calls have been expanded.
struct LogicalFrame {
  std::string function;  ///< "main.(*T).Method", "main.main.func1"
  std::string file;      ///< absolute path
  int line;
  bytecode::FunctionId physical;
  std::uint32_t cell;  ///< as in StackFrame
  bool inlined;        ///< Go prints "(...)" for its arguments
};

/// Frames of `g`, innermost first, beginning at (pc, fp); stubs are skipped. At most
/// `limit` frames.
std::vector<StackFrame> walk_stack(const Image& image, rt::Goroutine& g, const bytecode::Cell* pc, rt::Fp fp, std::size_t limit);

/// The same with inlined calls and resolved positions.
std::vector<LogicalFrame> logical_stack(const Image& image, rt::Goroutine& g, const bytecode::Cell* pc, rt::Fp fp, std::size_t limit);

/// What a trace shows beyond the program's functions.
struct TraceStyle {
  bool system = false;    ///< wrappers
  bool by_panic = false;  ///< and the panic that ends the program, in whose frame Go's stack ends
};

/// "goroutine 1 [running]:\nmain.f(...)\n\tfile.go:3 +0x1d\n…", as Go writes it.
std::string format_traceback(const Image& image, const rt::Scheduler& scheduler, rt::Goroutine& g, const bytecode::Cell* pc, rt::Fp fp,
                             TraceStyle style = {});

/// The stacks of all goroutines but `running` (may be null) and those of the system, a blank line before each.
std::string format_other_tracebacks(const Image& image, const rt::Scheduler& scheduler, const rt::Goroutine* running,
                                    TraceStyle style = {});

/// Program counters of the logical frames but the first `skip`, innermost first, into `out`; returns how many.
/// A program counter is the address of the frame's cell and, in the bits that are free in it, 1 + how many inlined
/// calls lie further in. Panics have a frame runtime.gopanic; the last frame of each goroutine is runtime.goexit.
std::size_t program_counters(const Image& image, rt::Goroutine& g, const bytecode::Cell* pc, rt::Fp fp, std::size_t skip,
                             std::span<std::uintptr_t> out);

/// The same for what made the objects of a record: the stack in `stacks` if that is known, else its site.
std::size_t program_counters(const Image& image, const gc::Record& record, std::span<std::uintptr_t> out);

/// What such a program counter, or the address of a function's first cell, stands for.
native::CodePlace place_of(const Image& image, std::uintptr_t pc);

}  // namespace govm::exec
