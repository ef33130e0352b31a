// Removes blocks nothing leads to and values nobody needs.
#include <algorithm>
#include <vector>

#include "compiler/ir/edit.h"
#include "compiler/ir/pass.h"

namespace govm::ir {

void remove_dead_code(Function& function) {
  remove_unreachable_blocks(function);
  std::vector<bool> needed(function.value_count);
  std::vector<Value*> work;
  for (const auto& block : function.blocks) {
    for (Value* value : block->values) {
      if (has_effect(*value)) {
        needed[value->id] = true;
        work.push_back(value);
      }
    }
  }
  while (!work.empty()) {
    Value* value = work.back();
    work.pop_back();
    for (Value* arg : value->args) {
      if (!needed[arg->id]) {
        needed[arg->id] = true;
        work.push_back(arg);
      }
    }
  }
  for (const auto& block : function.blocks) {
    std::erase_if(block->values, [&](const Value* value) { return !needed[value->id]; });
  }
}

}  // namespace govm::ir
