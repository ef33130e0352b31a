// b[i] = byte(x): a store of some bytes takes them from x itself. Behind all passes that tell what is read by what was stored.
#include "compiler/ir/pass.h"
#include "compiler/ir/rep.h"

namespace govm::ir {
namespace {

/// The type that a store writes, and which operand it writes; no type: it is no store of one value.
struct Stored {
  const types::Type* type = nullptr;
  size_t operand = 0;
};

Stored stored_by(const Value& value) {
  switch (value.op) {
    case Op::Store: return {value.elem, 1};
    case Op::SliceIndexStore:
    case Op::ArrayIndexStore: return {value.aux.type, 2};
    default: return {};
  }
}

}  // namespace

void narrow_stores(Function& function) {
  for (const auto& block : function.blocks) {
    for (Value* value : block->values) {
      const auto [type, operand] = stored_by(*value);
      if (type == nullptr) continue;
      Value*& written = value->args[operand];
      if (written->op == Op::Truncate && int_info(written->type).bytes >= int_info(type).bytes) written = written->args[0];
    }
  }
}

}  // namespace govm::ir
