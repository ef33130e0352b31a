// The list of passes.
#include "compiler/ir/pass.h"

#include <array>

#include "base/check.h"
#include "compiler/ir/verify.h"

namespace govm::ir {
namespace {

constexpr std::array kPasses = {
    Pass{"trivial-phis", remove_trivial_phis}, Pass{"fold-constants", fold_constants},
    Pass{"thread-jumps", thread_jumps},        Pass{"trivial-phis-again", remove_trivial_phis},
    Pass{"dead-code", remove_dead_code},       Pass{"critical-edges", split_critical_edges},
};

}  // namespace

std::span<const Pass> passes() { return kPasses; }

void optimise(Function& function) {
#ifdef GOVM_DCHECKS
  std::string complaint = verify(function);
  GOVM_CHECK(complaint.empty(), complaint);
#endif
  for (const Pass& pass : kPasses) {
    pass.run(function);
#ifdef GOVM_DCHECKS
    complaint = verify(function);
    GOVM_CHECK(complaint.empty(), complaint);
#endif
  }
}

}  // namespace govm::ir
