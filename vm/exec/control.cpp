// Opens and leaves segments, moves frames, compiles on the first call, starts goroutines, and does what a poll asks for.
#include "vm/exec/control.h"

#include <algorithm>
#include <csignal>

#include "vm/exec/code_provider.h"
#include "vm/exec/frame_cursor.h"
#include "vm/exec/latency.h"
#include "vm/exec/machine.h"
#include "vm/exec/operands.h"
#include "vm/exec/panic.h"
#include "vm/exec/print.h"
#include "vm/value/closure.h"

namespace govm::exec {

namespace {

// The next segment for a frame of `frame_bytes` at most, made current.
rt::Segment* open_segment(Machine& vm, std::size_t frame_bytes) {
  rt::Segment* segment = vm.scheduler.stacks().segment_after(vm.g->segment, frame_bytes);
  if (segment != nullptr) {
    vm.g->segment = segment;
    vm.limit = segment->limit();
  }
  return segment;
}

// Moves the frame just called to a segment with room for `frame_bytes`, from which `result_bytes` come back; null:
// overflow.
Fp move_to_new_segment(Machine& vm, const FunctionCode& callee, Fp fp, std::size_t frame_bytes, std::size_t result_bytes) {
  rt::Segment* segment = open_segment(vm, frame_bytes);
  if (segment == nullptr) return nullptr;
  const Fp moved = rt::move_frame_to_segment(segment, fp, callee.argument_bytes, result_bytes, vm.image.stubs().segment_end);
  // A run of deferred calls knows its call by the frame.
  rt::PanicRecord* run = vm.g->panics;
  if (run != nullptr && run->deferred_fp == fp) run->deferred_fp = moved;
  return moved;
}

std::size_t round_up_16(std::size_t n) { return (n + 15) & ~std::size_t{15}; }

}  // namespace

Resume enter_segment(Machine& vm, const Cell* pc, Fp fp) {
  const FunctionCode& callee = *vm.image.function_at(pc);
  const std::size_t window = std::max<std::size_t>(callee.argument_bytes, callee.result_bytes);
  const Fp moved = move_to_new_segment(vm, callee, fp, std::max(window, rt::kRedZoneBytes), callee.result_bytes);
  if (moved == nullptr) return stack_overflow(vm, pc, fp);
  return {pc, moved};
}

Resume enter_segment_for_arguments(Machine& vm, const Cell* pc, Fp fp) {
  const FunctionCode& callee = *vm.image.function_at(pc);
  const Fp moved = move_to_new_segment(vm, callee, fp, rt::kRedZoneBytes + callee.result_bytes, 0);
  if (moved == nullptr) return stack_overflow(vm, pc, fp);
  return {pc, moved};
}

Resume segment_end(Machine& vm, const Cell*, Fp fp) {
  rt::Goroutine& g = *vm.g;
  const rt::SegmentSwitch to = rt::leave_segment(g.segment, fp);
  g.segment = g.segment->previous;
  vm.limit = to.limit;
  return {to.pc, to.fp};
}

void leave_segments_above(Machine& vm, Fp fp) {
  rt::Goroutine& g = *vm.g;
  while (!g.segment->contains(fp)) g.segment = g.segment->previous;
  vm.limit = g.segment->limit();
}

Fp push_frame(Machine& vm, const Cell* top_pc, Fp top_fp, const Cell* return_pc) {
  leave_segments_above(vm, top_fp);
  const FunctionCode* top = vm.image.function_at(top_pc);
  Fp fp = top_fp + round_up_16((top != nullptr ? top->frame_bytes : 0) + rt::kFrameHeaderBytes);
  if (fp > vm.limit) {
    rt::Segment* segment = open_segment(vm, rt::kRedZoneBytes);
    if (segment == nullptr) return nullptr;
    // Nothing of the caller is moved; results of deferred calls are not used.
    fp = segment->base() + rt::kFrameHeaderBytes;
  }
  rt::set_return_pc(fp, return_pc);
  rt::set_caller_fp(fp, top_fp);
  return fp;
}

Resume stack_overflow(Machine& vm, const Cell* pc, Fp fp) {
  std::string out = "runtime: goroutine stack exceeds ";
  out += std::to_string(vm.scheduler.stacks().options().max_bytes);
  out += "-byte limit\nfatal error: stack overflow\n";
  return end_in_death(vm, death_text(vm, pc, fp, out, {.thrown = true, .on_system_stack = true}));
}

Resume enter_large_frame(Machine& vm, const Cell* pc, Fp fp) {
  // `pc` is the function's first cell; the frame has room once it stands in a new segment.
  const FunctionCode& function = *vm.image.function_at(pc);
  const std::size_t bytes = field<std::uint32_t, 12>(pc);
  if (fp + bytes <= vm.g->segment->end()) return {pc + 1, fp};
  const Fp moved = move_to_new_segment(vm, function, fp, bytes, function.result_bytes);
  if (moved == nullptr) return stack_overflow(vm, pc, fp);
  return {pc + 1, moved};
}

Resume compile_function(Machine& vm, const Cell* pc, Fp fp) {
  const FunctionCode& function = *vm.image.function_at(pc);
  vm.pc = pc;
  vm.fp = fp;
  std::string error = "function without a body: " + vm.image.program().function(function.id).name;
  if (vm.latency != nullptr) vm.latency->on_compile_begin();
  if (vm.provider != nullptr) error = vm.provider->provide(function.id);
  if (error.empty() && !vm.image.grow()) error = vm.image.error();
  if (vm.latency != nullptr) vm.latency->on_compile_end();
  if (!error.empty()) {
    vm.write_error(error + "\n");
    return end_program(vm, 1);
  }
  vm.refresh();
  const Cell* return_pc = rt::return_pc(fp);
  if (!vm.image.stubs().contains(return_pc)) {
    vm.image.patch_call(function, pc, vm.image.call_cell(return_pc));
  }
  return {function.entry, fp};
}

namespace {

// A signal or the deadline ends the program in the cell `pc` of frame `fp`; null: no goroutine runs.
Resume end_from_outside(Machine& vm, const Cell* pc, Fp fp) {
  constexpr int kTimeoutStatus = 124;
  vm.out_of_time = !vm.interrupted;
  if (vm.out_of_time) return end_program(vm, kTimeoutStatus);
  const siginfo_t& signal = vm.interrupt.signal;
  if (vm.interrupt.words == nullptr) {
    vm.died_of = signal.si_signo;
    return end_program(vm, signal_status(signal.si_signo));
  }
  std::string what = vm.interrupt.words;
  what += "\nPC=";
  print_hex(what, reinterpret_cast<std::uintptr_t>(pc));
  what += " m=0 sigcode=";
  print_int(what, signal.si_code);
  if (signal.si_signo == SIGSEGV || signal.si_signo == SIGBUS) {
    what += " addr=";
    print_hex(what, reinterpret_cast<std::uintptr_t>(signal.si_addr));
  }
  what += '\n';
  return end_in_death(vm, death_text(vm, pc, fp, what, {.thrown = true}));
}

}  // namespace

Resume poll(Machine& vm, const Cell* pc, Fp fp) {
  const FunctionCode* function = vm.image.function_at(pc);
  if (function->code == nullptr && function->native == nullptr) {
    // Called for the first time: it is compiled first, its next poll does the rest.
    vm.fuel = 1;
    return {pc, fp};
  }
  vm.pc = pc;
  vm.fp = fp;
  vm.fuel = vm.options.poll_interval;
  if (vm.ends_from_outside()) return end_from_outside(vm, pc, fp);
  if (vm.collecting == vm.g) {
    if (vm.heap.collect_part()) {
      vm.collecting = nullptr;
    } else {
      // The others go on between the parts.
      vm.fuel = 1;
      vm.quantum_left = 0;
    }
  }
  if (vm.poll_hook) vm.poll_hook();
  if (vm.options.gc_at_polls || vm.heap.wants_safepoint()) vm.heap.collect_if_due(0);
  rt::Scheduler& scheduler = vm.scheduler;
  scheduler.poll();
  vm.quantum_left -= vm.options.poll_interval;
  if (vm.quantum_left > 0 || !scheduler.has_ready()) return {pc, fp};
  rt::Goroutine& g = *vm.g;
  g.pc = g.resume_pc = pc;
  g.fp = fp;
  scheduler.yield(&g);
  return run_next(vm);
}

namespace {

rt::Goroutine* make_goroutine(Machine& vm, const void* closure, rt::GoroutineKind kind) {
  rt::Goroutine* g = vm.scheduler.create(rt::kFirstSegmentBytes, vm.g != nullptr ? vm.g->id : 0, kind);
  const Fp fp = g->segment->base() + rt::kFrameHeaderBytes;
  rt::set_return_pc(fp, vm.image.stubs().goroutine_end);
  rt::set_caller_fp(fp, nullptr);
  rt::set_frame_closure(fp, closure);
  g->pc = g->resume_pc = value::closure_entry(closure);
  g->fp = fp;
  if (vm.g != nullptr && kind == rt::GoroutineKind::User) g->labels = vm.g->labels;
  return g;
}

}  // namespace

void start_goroutine(Machine& vm, const void* closure, const Cell* pc) {
  rt::Goroutine* g = make_goroutine(vm, closure, rt::GoroutineKind::User);
  g->created_at = pc;
  vm.scheduler.ready_next(g);
}

void start_goroutine(Machine& vm, const void* closure, rt::GoroutineKind kind) { vm.scheduler.ready(make_goroutine(vm, closure, kind)); }

Resume switch_from(Machine& vm, const Cell* pc, const Cell* resume, Fp fp) {
  rt::Goroutine& g = *vm.g;
  g.pc = pc;
  g.resume_pc = resume;
  g.fp = fp;
  return run_next(vm);
}

namespace {

Resume deadlock(Machine& vm) {
  return fatal_error(
      vm, nullptr, nullptr,
      vm.scheduler.count() == 0 ? "no goroutines (main called runtime.Goexit) - deadlock!" : "all goroutines are asleep - deadlock!",
      {.on_system_stack = true});
}

}  // namespace

Resume run_next(Machine& vm) {
  if (vm.latency != nullptr && vm.g != nullptr) vm.latency->left(vm.g->id);
  vm.g = nullptr;
  for (;;) {
    // It may have come before there was something to wait for.
    if (vm.interrupted) return end_from_outside(vm, nullptr, nullptr);
    rt::Goroutine* g = nullptr;
    switch (vm.scheduler.next(&g)) {
      case rt::Next::Run:
        vm.g = g;
        if (vm.latency != nullptr) vm.latency->resumed(g->id);
        vm.limit = g->segment->limit();
        vm.quantum_left = vm.options.quantum;
        g->received = nullptr;
        g->parked_native = nullptr;
        if (g->wake == rt::WakeAction::SendOnClosed) {
          g->wake = rt::WakeAction::Continue;
          return begin_panic(vm, g->pc, g->fp, RuntimeError::SendOnClosedChannel);
        }
        return {g->resume_pc, g->fp};
      case rt::Next::Interrupted:
        if (vm.ends_from_outside()) return end_from_outside(vm, nullptr, nullptr);
        break;
      case rt::Next::Deadlock: return deadlock(vm);
    }
  }
}

Resume end_goroutine(Machine& vm) {
  rt::Goroutine* g = vm.g;
  if (vm.latency != nullptr) vm.latency->drop(g->id, [](const void*) { return true; });
  vm.g = nullptr;
  vm.scheduler.finish(g);
  return run_next(vm);
}

Resume goroutine_end(Machine& vm, const Cell*, Fp) {
  // "When that function invocation returns, the program exits. It does not wait for other
  // (non-main) goroutines to complete."
  if (vm.g->id == rt::kMainGoroutine) {
    vm.fp = nullptr;  // it has no frames any more
    return end_program(vm, 0);
  }
  return end_goroutine(vm);
}

Resume end_program(Machine& vm, int status) {
  vm.exit_status = status;
  return {vm.image.stubs().leave, nullptr};
}

}  // namespace govm::exec
