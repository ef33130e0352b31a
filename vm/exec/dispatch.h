// How handlers are strung together.
//
// One handler source, three back ends, chosen by the build (CMake: GOVM_DISPATCH):
//   tail    clang >= 19: a function per opcode, guaranteed tail calls, state in registers
//   goto    gcc: one function, a label per opcode, computed goto
//   switch  sanitizers and everything else: one function, a switch on the opcode
// A handler is written
//
//   GOVM_HANDLER(AddI64) {
//     set<I64>(A, get<I64>(B) + get<I64>(C));
//     GOVM_NEXT();
//   }
//
// and ends in one of GOVM_NEXT, GOVM_JUMP, GOVM_DISPATCH, GOVM_COLD or GOVM_LEAVE on every
// path. The numbered rules are in README.md.
#pragma once

#include <cstdint>

#include "vm/bytecode/opcode.h"
#include "vm/bytecode/program.h"
#include "vm/goroutine/frame.h"

namespace govm::exec {

struct Machine;
using bytecode::Cell;
using rt::Fp;

/// Where execution goes on.
struct Resume {
  const Cell* pc;
  Fp fp;
};

/// The out-of-line half of a handler: an ordinary function that may call anything. It
/// reads its operands from `pc` and says where to go on; accumulators do not survive it.
using ColdPath = Resume (*)(Machine& vm, const Cell* pc, Fp fp);

/// The reference that link writes into a cell's `h` for this opcode.
std::uint32_t handler_reference(bytecode::Opcode opcode);

/// Runs from (pc, fp) until a Leave stub is dispatched.
void run_handlers(Machine& vm, const Cell* pc, Fp fp);

#define GOVM_LIKELY(x) __builtin_expect(!!(x), 1)
#define GOVM_UNLIKELY(x) __builtin_expect(!!(x), 0)

#if GOVM_DISPATCH_TAIL

#define GOVM_PRESERVE_NONE __attribute__((preserve_none))
#define GOVM_STATE                                                                                                          \
  [[maybe_unused]] const Cell *pc, [[maybe_unused]] Fp fp, [[maybe_unused]] Machine *vm, [[maybe_unused]] std::int64_t acc, \
      [[maybe_unused]] double facc
using Handler = void(GOVM_PRESERVE_NONE*)(GOVM_STATE);

#define GOVM_DISPATCH() [[clang::musttail]] return reinterpret_cast<Handler>(std::uintptr_t{pc->h})(pc, fp, vm, acc, facc)

/// A cold path between two cells; its native frame never burdens a handler.
template <ColdPath path>
GOVM_PRESERVE_NONE __attribute__((noinline, cold)) void run_cold(GOVM_STATE) {
  const Resume to = path(*vm, pc, fp);
  pc = to.pc;
  fp = to.fp;
  acc = 0;
  facc = 0;
  GOVM_DISPATCH();
}

#define GOVM_HANDLER(name) GOVM_PRESERVE_NONE void handle_##name(GOVM_STATE)
#define GOVM_DISPATCH_AS(opcode) [[clang::musttail]] return kHandlers[static_cast<std::size_t>(opcode)](pc, fp, vm, acc, facc)
#define GOVM_COLD(path) [[clang::musttail]] return run_cold<path>(pc, fp, vm, acc, facc)
#define GOVM_LEAVE() return

#else  // goto and switch: the handlers' bodies stand in one function

#if GOVM_DISPATCH_GOTO
#define GOVM_DISPATCH() goto* reinterpret_cast<void*>(std::uintptr_t{pc->h})
#define GOVM_DISPATCH_AS(opcode) goto* kLabels[static_cast<std::size_t>(opcode)]
#define GOVM_HANDLER(name) handle_##name:
#define GOVM_LEAVE() return nullptr
#else
#define GOVM_DISPATCH() goto dispatch
#define GOVM_DISPATCH_AS(next_opcode) \
  do {                                \
    opcode = (next_opcode);           \
    goto dispatch_opcode;             \
  } while (0)
#define GOVM_HANDLER(name) case bytecode::Opcode::name:
#define GOVM_LEAVE() return
#endif
#define GOVM_COLD(path)                  \
  do {                                   \
    const Resume to = path(*vm, pc, fp); \
    pc = to.pc;                          \
    fp = to.fp;                          \
    GOVM_DISPATCH();                     \
  } while (0)

#endif

// GOVM_DISPATCH_AS(opcode) executes the cell at pc as that opcode, whatever its h says.

/// Goes on at `cells` further on: 1, or 2 if the cell has an extension.
#define GOVM_NEXT_AFTER(cells) \
  do {                         \
    pc += (cells);             \
    GOVM_DISPATCH();           \
  } while (0)
#define GOVM_NEXT() GOVM_NEXT_AFTER(1)
/// Goes on `displacement` bytes from this cell.
#define GOVM_JUMP(displacement)                                                             \
  do {                                                                                      \
    pc = reinterpret_cast<const Cell*>(reinterpret_cast<const char*>(pc) + (displacement)); \
    GOVM_DISPATCH();                                                                        \
  } while (0)

}  // namespace govm::exec
