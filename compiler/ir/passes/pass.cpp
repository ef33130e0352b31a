// The list of passes.
#include "compiler/ir/pass.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "compiler/ir/verify.h"

namespace govm::ir {
namespace {

constexpr std::array kPasses = {
    Pass{"trivial-phis", remove_trivial_phis},
    Pass{"fold-constants", fold_constants},
    Pass{"dead-phis", remove_dead_code},
    Pass{"thread-jumps", thread_jumps},
    Pass{"phis-of-jumps", remove_trivial_phis},
    Pass{"known-branches", follow_known_branches},
    Pass{"choices", choose_values},
    Pass{"switches", make_switches},
    Pass{"common-values", join_common_values},
    Pass{"nil-checks", prove_pointers},
    Pass{"narrow-stores", narrow_stores},
    Pass{"dead-code", remove_dead_code, true},
    Pass{"critical-edges", split_critical_edges, true},
    // Then each loop has a block in front of it.
    Pass{"loop-invariants", hoist_loop_invariants},
};

void check(const Function& function) {
#ifdef GOVM_DCHECKS
  const std::string complaint = verify(function);
  GOVM_CHECK(complaint.empty(), complaint);
#else
  static_cast<void>(function);
#endif
}

}  // namespace

std::span<const Pass> passes() { return kPasses; }

void optimise(Function& function, std::span<const std::string> without) {
  check(function);
  for (const Pass& pass : kPasses) {
    if (!pass.required && std::find(without.begin(), without.end(), pass.name) != without.end()) continue;
    pass.run(function);
    check(function);
  }
}

}  // namespace govm::ir
