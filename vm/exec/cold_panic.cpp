// Run-time panics of handlers; defer, panic, recover and go as cells.
#include "base/check.h"
#include "base/function_name.h"
#include "vm/exec/cold_paths.h"
#include "vm/exec/control.h"
#include "vm/exec/panic.h"
#include "vm/exec/runtime_error.h"
#include "vm/exec/traceback.h"

namespace govm::exec {

Resume panic_nil(Machine& vm, const Cell* pc, Fp fp) { return begin_panic(vm, pc, fp, RuntimeError::NilDereference); }
Resume panic_index(Machine& vm, const Cell* pc, Fp fp) { return begin_panic(vm, pc, fp, bounds_error(vm, BoundsCode::Index, pc)); }
Resume panic_slice(Machine& vm, const Cell* pc, Fp fp) { return begin_panic(vm, pc, fp, bounds_error(vm, vm.bad_bound, pc)); }
Resume panic_divide(Machine& vm, const Cell* pc, Fp fp) { return begin_panic(vm, pc, fp, RuntimeError::IntegerDivideByZero); }
Resume panic_shift(Machine& vm, const Cell* pc, Fp fp) { return begin_panic(vm, pc, fp, RuntimeError::NegativeShift); }
Resume panic_cell(Machine& vm, const Cell* pc, Fp fp) { return begin_panic(vm, pc, fp, get<value::Interface>(fp, pc->a)); }
Resume recover_cell(Machine& vm, const Cell* pc, Fp fp) {
  set(fp, pc->a, recover(vm, pc, fp));
  return go_on(pc, fp);
}
namespace {

void push_pooled(Machine& vm, Fp frame, const void* closure) {
  rt::DeferRecord* record = vm.defer_records.obtain();
  record->next = rt::frame_defers(frame);
  record->closure = closure;
  record->pooled = 1;
  rt::set_frame_defers(frame, record);
}

}  // namespace

Resume defer_pooled(Machine& vm, const Cell* pc, Fp fp) {
  push_pooled(vm, fp, get<const void*>(fp, pc->a));
  return go_on(pc, fp);
}
// The state of the loop has been tested: its function has not returned, so the frame is there.
Resume defer_at(Machine& vm, const Cell* pc, Fp fp) {
  push_pooled(vm, get<Fp>(fp, pc->b), get<const void*>(fp, pc->a));
  return go_on(pc, fp);
}
Resume panic_range_state(Machine& vm, const Cell* pc, Fp fp) {
  constexpr RuntimeError kErrors[] = {RuntimeError::RangeDone, RuntimeError::RangeDone, RuntimeError::RangePanic,
                                      RuntimeError::RangeExhausted, RuntimeError::RangeMissingPanic};
  return begin_panic(vm, pc, fp, kErrors[get<U64>(fp, pc->a)]);
}
// The wrapper's name has the parts of the text: main.(*T).M.
Resume panic_nil_receiver(Machine& vm, const Cell* pc, Fp fp) {
  const std::string name = shown_name(vm.image.program().function(vm.image.function_at(pc)->id).name);
  const std::size_t open = name.find("(*");
  const std::size_t close = name.rfind(").");
  GOVM_CHECK(open != std::string::npos && close != std::string::npos, "not the wrapper of a value method: " + name);
  const std::string type = name.substr(open + 2, close - open - 2);
  return begin_panic(vm, pc, fp,
                     plain_error_text(vm, "value method " + name.substr(0, open) + type + name.substr(close + 1) + " called using nil *" +
                                              type + " pointer"));
}
Resume run_defers_cell(Machine& vm, const Cell* pc, Fp fp) { return run_defers(vm, pc, fp, pc + 1); }
Resume unreachable_cell(Machine&, const Cell*, Fp) { GOVM_UNREACHABLE(); }
Resume too_many_steps(Machine& vm, const Cell* pc, Fp fp) { return fatal_error(vm, pc, fp, "govm: step limit exceeded"); }

}  // namespace govm::exec
