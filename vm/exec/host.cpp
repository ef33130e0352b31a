// The interpreter as natives see it, and how a run begins.
#include "base/check.h"
#include "vm/exec/control.h"
#include "vm/exec/interpreter.h"
#include "vm/exec/runtime_error.h"
#include "vm/exec/traceback.h"

namespace govm::exec {

Interpreter::Interpreter(Image& image, gc::Heap& heap, rt::Scheduler& scheduler, CodeProvider* provider, RunOptions options)
    : machine_(image, heap, scheduler, *this, provider, options), roots_(machine_), reflection_(machine_) {
  heap.add_root_provider(&roots_);
}

Interpreter::~Interpreter() {
  machine_.heap.remove_root_provider(&roots_);
  for (const PackageState& state : states_) state.destroy(state.state);
}

int Interpreter::run(std::function<void(std::string_view)> write_error) {
  Machine& vm = machine_;
  vm.write_error = std::move(write_error);
  rt::Goroutine* g = vm.scheduler.create(rt::kMainSegmentBytes, 0);
  g->status = rt::GoroutineStatus::Running;
  const Fp fp = g->segment->base() + rt::kFrameHeaderBytes;
  rt::set_return_pc(fp, vm.image.stubs().goroutine_end);
  rt::set_caller_fp(fp, nullptr);
  rt::set_frame_closure(fp, nullptr);
  vm.g = g;
  vm.limit = g->segment->limit();
  run_handlers(vm, vm.image.function(vm.image.program().entry).entry, fp);
  return vm.exit_status;
}

void Interpreter::start_goroutine(const void* closure, rt::GoroutineKind kind) { exec::start_goroutine(machine_, closure, kind); }

void* Interpreter::allocate(std::uint32_t native_function, const value::Type* type, std::int64_t count) {
  Machine& vm = machine_;
  gc::RecordId record = vm.image.native_record(type);
  if (Charges* charges = vm.image.charges()) {
    const bytecode::FunctionId native(native_function);
    record = charges->with_stack(charges->charged(record, *vm.g, vm.pc, vm.fp, native), *vm.g, vm.pc, vm.fp, native);
  }
  return machine_.heap.allocate(record, static_cast<std::size_t>(count) * type->size);
}

void* Interpreter::allocate_bytes(std::uint32_t native_function, std::int64_t count) {
  const value::Type* byte = types().find("uint8");
  GOVM_CHECK(byte != nullptr);
  return allocate(native_function, byte, count);
}

std::size_t Interpreter::callers(std::size_t skip, std::span<std::uintptr_t> out) {
  return program_counters(machine_.image, *machine_.g, machine_.pc, machine_.fp, skip, out);
}

std::size_t Interpreter::callers_of(rt::Goroutine& goroutine, std::span<std::uintptr_t> out) {
  if (&goroutine == machine_.g) return callers(0, out);
  return program_counters(machine_.image, goroutine, goroutine.pc, goroutine.fp, 0, out);
}

std::size_t Interpreter::callers_of_record(std::uint32_t record, std::span<std::uintptr_t> out) {
  return program_counters(machine_.image, machine_.heap.record(record), out);
}

native::CodePlace Interpreter::place_of(std::uintptr_t pc) { return exec::place_of(machine_.image, pc); }

std::string Interpreter::traceback(bool all) {
  std::string out = format_traceback(machine_.image, machine_.scheduler, *machine_.g, machine_.pc, machine_.fp);
  if (all) out += format_other_tracebacks(machine_.image, machine_.scheduler, machine_.g);
  return out;
}

value::Interface Interpreter::runtime_error(std::string_view text) { return exec::runtime_error_text(machine_, text); }

value::Interface Interpreter::plain_error(std::string_view text) { return exec::plain_error_text(machine_, text); }

value::Interface Interpreter::string_value(std::string_view text) { return exec::string_value(machine_, text); }

void* Interpreter::package_state(const void* key, void* (*create)(Host&), void (*destroy)(void*)) {
  for (const PackageState& state : states_) {
    if (state.key == key) return state.state;
  }
  void* state = create(*this);
  states_.push_back({key, state, destroy});
  return state;
}

}  // namespace govm::exec
