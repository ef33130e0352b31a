// Marks accesses whose pointer cannot be nil: addresses by definition, and pointers that an access or a comparison in a dominating
// block has tested. Nil checks that are left without a purpose go with dead code.
#include <vector>

#include "compiler/ir/dominators.h"
#include "compiler/ir/pass.h"

namespace govm::ir {
namespace {

bool is_address(const Value& value) {
  switch (value.op) {
    case Op::AddPointer:
    case Op::ArrayIndexAddr:
    case Op::BoxValue:
    case Op::ClosureContext:
    case Op::DataAddr:
    case Op::GlobalAddr:
    case Op::MapAccess:
    case Op::MapAssign:
    case Op::NewObject:
    case Op::PlaceAddr:
    case Op::SliceIndexAddr: return true;
    default: return false;
  }
}

/// The pointer whose nil check is the one `unchecked` switches off, or null.
const Value* checked_pointer(const Value& value) {
  switch (value.op) {
    case Op::AddPointer:
    case Op::Load:
    case Op::NilCheck:
    case Op::Store: return value.arg(0);
    case Op::MemCopy: return value.arg(1);
    default: return nullptr;
  }
}

bool is_nil(const Value& value) { return value.is_const(0) || (value.op == Op::Zero && value.rep == Rep::Word); }

/// The pointer that is not nil where `predecessor` leads to `block`, or null.
const Value* tested_pointer(const Block& predecessor, const Block& block) {
  const Value* end = predecessor.terminator();
  if (end->op != Op::Branch || predecessor.successors[0] == predecessor.successors[1]) return nullptr;
  const Value* condition = end->arg(0);
  const Op op = predecessor.successors[0] == &block ? Op::Ne : Op::Eq;
  if (condition->op != op || condition->arg(0)->rep != Rep::Word || !is_nil(*condition->arg(1))) return nullptr;
  return condition->arg(0);
}

}  // namespace

void prove_pointers(Function& function) {
  const Dominators dominators(function);
  // By pointer: the block of the last test seen. Where several siblings test it, one of them is remembered.
  std::vector<const Block*> tested_in(function.value_count);
  auto is_proven = [&](const Value* pointer, const Block* block) {
    const Block* tested = tested_in[pointer->id];
    return is_address(*pointer) || (tested != nullptr && dominators.dominates(tested, block));
  };
  for (const Block* block : dominators.reverse_postorder()) {
    if (block->predecessors.size() == 1) {
      if (const Value* pointer = tested_pointer(*block->predecessors[0], *block)) tested_in[pointer->id] = block;
    }
    for (Value* value : block->values) {
      const Value* pointer = checked_pointer(*value);
      if (pointer == nullptr || value->unchecked) continue;
      if (is_proven(pointer, block)) {
        value->unchecked = true;
      } else {
        tested_in[pointer->id] = block;
      }
    }
  }
}

}  // namespace govm::ir
