// The handlers, strung together by one of three back ends (dispatch.h).
#include "vm/exec/charge.h"
#include "vm/exec/cold_paths.h"
#include "vm/exec/control.h"
#include "vm/exec/dispatch.h"
#include "vm/exec/latency.h"
#include "vm/exec/machine.h"
#include "vm/exec/native_call.h"
#include "vm/exec/operands.h"
#include "vm/exec/panic.h"
#include "vm/exec/trace.h"
#include "vm/goroutine/channel.h"
#include "vm/value/closure.h"
#include "vm/value/interface.h"
#include "vm/value/map.h"

namespace govm::exec {

#if GOVM_DISPATCH_TAIL

namespace {
extern const Handler kHandlers[];
#include "vm/exec/handlers.h"

const Handler kHandlers[] = {
#define OP(name, operands, attributes, meaning) &handle_##name,
#include "vm/bytecode/opcodes.def"
#undef OP
};
}  // namespace

std::uint32_t handler_reference(bytecode::Opcode opcode) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(kHandlers[static_cast<std::size_t>(opcode)]));
}

void run_handlers(Machine& vm, const Cell* pc, Fp fp) { reinterpret_cast<Handler>(std::uintptr_t{pc->h})(pc, fp, &vm, 0, 0); }

#else

namespace {

#if GOVM_DISPATCH_GOTO
// With a null machine gives the table of labels.
const void* const* run_loop(Machine* vm, const Cell* pc, Fp fp) {
  static const void* const kLabels[] = {
#define OP(name, operands, attributes, meaning) &&handle_##name,
#include "vm/bytecode/opcodes.def"
#undef OP
  };
  if (vm == nullptr) return kLabels;
  GOVM_DISPATCH();
#include "vm/exec/handlers.h"
}
#else
void run_loop(Machine* vm, const Cell* pc, Fp fp) {
  bytecode::Opcode opcode;
dispatch:
  opcode = static_cast<bytecode::Opcode>(pc->h);
dispatch_opcode:
  switch (opcode) {
#include "vm/exec/handlers.h"
  }
}
#endif

}  // namespace

#if GOVM_DISPATCH_GOTO
std::uint32_t handler_reference(bytecode::Opcode opcode) {
  static const void* const* const kLabels = run_loop(nullptr, nullptr, nullptr);
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(kLabels[static_cast<std::size_t>(opcode)]));
}
#else
std::uint32_t handler_reference(bytecode::Opcode opcode) { return static_cast<std::uint32_t>(opcode); }
#endif

void run_handlers(Machine& vm, const Cell* pc, Fp fp) { run_loop(&vm, pc, fp); }

#endif

}  // namespace govm::exec
