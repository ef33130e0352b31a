// Enters natives and their continuations, and does what their status says: return, panic, wait, call Go.
#include "vm/exec/native_call.h"

#include <algorithm>

#include "base/check.h"
#include "vm/exec/control.h"
#include "vm/exec/machine.h"
#include "vm/exec/operands.h"
#include "vm/exec/panic.h"
#include "vm/value/closure.h"

namespace govm::native {

/// The VM's way into a NativeCall.
class NativeCallAccess {
 public:
  static void place(NativeCall& call, std::byte* state, std::byte* callee_frame) {
    call.state_ = state;
    call.callee_frame_ = callee_frame;
  }
  static value::Interface outcome(const NativeCall& call) { return call.outcome_; }
  static std::string_view fatal_text(const NativeCall& call) { return call.fatal_text_; }
  static FatalKind fatal_kind(const NativeCall& call) { return call.fatal_kind_; }
  static int exit_code(const NativeCall& call) { return call.exit_code_; }
  static const void* callee(const NativeCall& call) { return call.callee_closure_; }
  static std::uint32_t callee_result_bytes(const NativeCall& call) { return call.callee_result_bytes_; }
  static std::byte* callee_frame(const NativeCall& call) { return call.callee_frame_; }
  static NativeFunction then(const NativeCall& call) { return call.then_; }
};

}  // namespace govm::native

namespace govm::exec {

namespace {

using native::NativeCall;
using native::NativeCallAccess;
using native::NativeStatus;

std::size_t area_bytes(const FunctionCode& function) { return std::max(function.argument_bytes, function.result_bytes); }

NativeActivation* activation_of(Fp native_fp, const FunctionCode& function) {
  return reinterpret_cast<NativeActivation*>(native_fp + area_bytes(function));
}

// Notes how the frame of a callee that stands at the beginning of a new segment comes back from there. Its results
// stay where they are: the native's continuation reads them.
void enter_callee_segment(Machine& vm, Fp callee_fp) {
  rt::Segment& segment = *vm.g->segment;
  GOVM_DCHECK(segment.contains(callee_fp));
  segment.entry_fp = segment.original_fp = callee_fp;
  segment.result_bytes = 0;
  segment.return_pc = vm.image.stubs().native_callee_returned;
  rt::set_return_pc(callee_fp, vm.image.stubs().segment_end);
}

// Runs `step`, the native itself or a continuation, and does what its status says.
Resume run_step(Machine& vm, const NativeActivation& activation, native::NativeFunction step) {
  const FunctionCode& function = *activation.function;
  NativeCall call(vm.host, *vm.g, activation.native_fp, function.id.index());
  std::byte* state = reinterpret_cast<std::byte*>(activation_of(activation.native_fp, function) + 1);
  const Fp usual_fp = state + function.native->state_words * 8 + rt::kFrameHeaderBytes;
  NativeCallAccess::place(call, state, activation.callee_fp != nullptr ? activation.callee_fp : usual_fp);
  vm.pc = activation.pc;
  vm.fp = activation.fp;
  switch (step(call)) {
    case NativeStatus::Done:
      // What it allocated may have made a collection due, or it sent a signal: the next poll does it.
      if (vm.heap.wants_safepoint() || vm.interrupted) vm.fuel = 1;
      return {activation.after, activation.fp};
    case NativeStatus::Panic: return begin_panic(vm, activation.pc, activation.fp, NativeCallAccess::outcome(call));
    case NativeStatus::Fatal:
      return fatal_error(vm, activation.pc, activation.fp, NativeCallAccess::fatal_text(call), NativeCallAccess::fatal_kind(call));
    case NativeStatus::Exit: return end_program(vm, NativeCallAccess::exit_code(call));
    case NativeStatus::Die: vm.died_of = NativeCallAccess::exit_code(call); return end_program(vm, signal_status(vm.died_of));
    case NativeStatus::Goexit: return begin_goexit(vm, activation.pc, activation.fp);
    case NativeStatus::Yield: vm.scheduler.yield(vm.g); return switch_from(vm, activation.pc, activation.after, activation.fp);
    case NativeStatus::WaitDone:
      vm.g->parked_native = activation.native_fp;
      vm.g->parked_function = function.id.index();
      vm.g->parked_with_arguments = false;
      return switch_from(vm, activation.pc, activation.after, activation.fp);
    case NativeStatus::WaitRetry:
      vm.g->parked_native = activation.native_fp;
      vm.g->parked_function = function.id.index();
      vm.g->parked_with_arguments = true;
      return switch_from(vm, activation.pc, activation.pc, activation.fp);
    case NativeStatus::Call: {
      GOVM_CHECK(function.native->state_words > 0);
      const void* closure = NativeCallAccess::callee(call);
      if (closure == nullptr) {
        return begin_panic(vm, activation.pc, activation.fp, RuntimeError::NilDereference);
      }
      NativeActivation* kept = activation_of(activation.native_fp, function);
      *kept = activation;
      kept->then = NativeCallAccess::then(call);
      const Fp callee_fp = kept->callee_fp = NativeCallAccess::callee_frame(call);
      rt::set_return_pc(callee_fp, vm.image.stubs().native_callee_returned);
      rt::set_caller_fp(callee_fp, reinterpret_cast<Fp>(kept));
      rt::set_frame_closure(callee_fp, closure);
      const Cell* entry = value::closure_entry(closure);
      if (callee_fp != usual_fp) {
        enter_callee_segment(vm, callee_fp);
        return {entry, callee_fp};
      }
      if (vm.image.function_at(entry)->result_bytes > NativeCallAccess::callee_result_bytes(call)) {
        return enter_segment_for_arguments(vm, entry, callee_fp);
      }
      if (callee_fp > vm.limit) return enter_segment(vm, entry, callee_fp);
      return {entry, callee_fp};
    }
  }
  GOVM_UNREACHABLE();
}

}  // namespace

namespace {

Resume missing_native(Machine& vm, const Cell* pc, Fp fp, const FunctionCode& function) {
  return fatal_error(vm, pc, fp, "not supported by govm: " + vm.image.program().function(function.id).name);
}

}  // namespace

Resume call_native(Machine& vm, const Cell* pc, Fp fp, Fp native_fp, const FunctionCode& function, const Cell* after) {
  const NativeActivation activation{
      .then = nullptr, .function = &function, .pc = pc, .fp = fp, .after = after, .native_fp = native_fp, .callee_fp = nullptr};
  return run_step(vm, activation, function.native->function);
}

Resume call_native_cell(Machine& vm, const Cell* pc, Fp fp) {
  const FunctionCode& function = vm.image.function(bytecode::FunctionId(field_ucd(pc)));
  if (function.native == nullptr) return missing_native(vm, pc, fp, function);
  return call_native(vm, pc, fp, fp + field_uef(pc), function, pc + 1);
}

Resume call_native_entry(Machine& vm, const Cell* pc, Fp fp) {
  const FunctionCode& function = vm.image.function(bytecode::FunctionId(field_uef(pc)));
  if (function.native == nullptr) return missing_native(vm, pc, fp, function);
  return call_native(vm, pc, fp, fp, function, vm.image.stubs().ret);
}

Resume native_callee_returned(Machine& vm, const Cell*, Fp fp) {
  const NativeActivation activation = *reinterpret_cast<NativeActivation*>(fp);
  return run_step(vm, activation, activation.then);
}

}  // namespace govm::exec
