// Phis whose operands are all one value (or the phi itself) are that value.
#include <algorithm>

#include "compiler/ir/edit.h"
#include "compiler/ir/pass.h"

namespace govm::ir {

void remove_trivial_phis(Function& function) {
  bool changed = true;
  while (changed) {
    changed = false;
    for (const auto& block : function.blocks) {
      for (Value* phi : block->values) {
        if (phi->op != Op::Phi) break;
        if (phi->forward != nullptr) continue;
        Value* same = nullptr;
        bool trivial = true;
        for (Value* arg : phi->args) {
          Value* operand = resolve(arg);
          if (operand == phi || operand == same) continue;
          if (same != nullptr) {
            trivial = false;
            break;
          }
          same = operand;
        }
        if (trivial && same != nullptr) {
          phi->forward = same;
          changed = true;
        }
      }
    }
  }
  apply_forwards(function);
}

}  // namespace govm::ir
