// Run-time panics of handlers; defer, panic, recover and go as cells.
#include "base/check.h"
#include "vm/exec/cold_paths.h"
#include "vm/exec/control.h"
#include "vm/exec/panic.h"

namespace govm::exec {

Resume panic_nil(Machine& vm, const Cell* pc, Fp fp) {
  return begin_panic(vm, pc, fp, runtime_error(vm, RuntimeError::NilDereference));
}
Resume panic_index(Machine& vm, const Cell* pc, Fp fp) {
  return begin_panic(vm, pc, fp, bounds_error(vm, BoundsCode::Index));
}
Resume panic_slice(Machine& vm, const Cell* pc, Fp fp) {
  return begin_panic(vm, pc, fp, bounds_error(vm, vm.bad_bound));
}
Resume panic_divide(Machine& vm, const Cell* pc, Fp fp) {
  return begin_panic(vm, pc, fp, runtime_error(vm, RuntimeError::IntegerDivideByZero));
}
Resume panic_shift(Machine& vm, const Cell* pc, Fp fp) {
  return begin_panic(vm, pc, fp, runtime_error(vm, RuntimeError::NegativeShift));
}
Resume panic_runtime(Machine& vm, const Cell* pc, Fp fp) {
  return begin_panic(vm, pc, fp, runtime_error(vm, static_cast<RuntimeError>(field_uef(pc))));
}
Resume panic_cell(Machine& vm, const Cell* pc, Fp fp) {
  return begin_panic(vm, pc, fp, get<value::Interface>(fp, pc->a));
}
Resume recover_cell(Machine& vm, const Cell* pc, Fp fp) {
  set(fp, pc->a, recover(vm, pc, fp));
  return go_on(pc, fp);
}
Resume defer_pooled(Machine& vm, const Cell* pc, Fp fp) {
  rt::DeferRecord* record = vm.defer_records.obtain();
  record->next = rt::frame_defers(fp);
  record->closure = get<const void*>(fp, pc->a);
  record->pooled = 1;
  rt::set_frame_defers(fp, record);
  return go_on(pc, fp);
}
Resume run_defers_cell(Machine& vm, const Cell* pc, Fp fp) { return run_defers(vm, pc, fp, pc + 1); }
Resume unreachable_cell(Machine&, const Cell*, Fp) { GOVM_UNREACHABLE(); }
Resume too_many_steps(Machine& vm, const Cell* pc, Fp fp) {
  return fatal_error(vm, pc, fp, "govm: step limit exceeded");
}

}  // namespace govm::exec
