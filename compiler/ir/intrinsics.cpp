// Calls of math and math/bits that are one operation.
#include <array>

#include "compiler/ir/builder.h"

namespace govm::ir {

namespace {

struct Intrinsic {
  std::string_view package;
  std::string_view name;
  Op op;
  int64_t imm = 0;
};

constexpr std::array kIntrinsics = {
    Intrinsic{"math", "Abs", Op::FloatAbs},
    Intrinsic{"math", "Ceil", Op::FloatCeil},
    Intrinsic{"math", "FMA", Op::FusedMulAdd},
    Intrinsic{"math", "Float32bits", Op::FloatBits},
    Intrinsic{"math", "Float32frombits", Op::FloatFromBits},
    Intrinsic{"math", "Float64bits", Op::FloatBits},
    Intrinsic{"math", "Float64frombits", Op::FloatFromBits},
    Intrinsic{"math", "Floor", Op::FloatFloor},
    Intrinsic{"math", "Sqrt", Op::Sqrt},
    Intrinsic{"math", "Trunc", Op::FloatTrunc},
    Intrinsic{"math/bits", "Len", Op::BitLen},
    Intrinsic{"math/bits", "Len16", Op::BitLen},
    Intrinsic{"math/bits", "Len32", Op::BitLen},
    Intrinsic{"math/bits", "Len64", Op::BitLen},
    Intrinsic{"math/bits", "Len8", Op::BitLen},
    Intrinsic{"math/bits", "OnesCount", Op::OnesCount},
    Intrinsic{"math/bits", "OnesCount16", Op::OnesCount},
    Intrinsic{"math/bits", "OnesCount32", Op::OnesCount},
    Intrinsic{"math/bits", "OnesCount64", Op::OnesCount},
    Intrinsic{"math/bits", "OnesCount8", Op::OnesCount},
    Intrinsic{"math/bits", "ReverseBytes32", Op::ReverseBytes},
    Intrinsic{"math/bits", "ReverseBytes64", Op::ReverseBytes},
    Intrinsic{"math/bits", "RotateLeft", Op::RotateLeft},
    Intrinsic{"math/bits", "RotateLeft32", Op::RotateLeft},
    Intrinsic{"math/bits", "RotateLeft64", Op::RotateLeft},
    Intrinsic{"math/bits", "TrailingZeros", Op::TrailingZeros, 64},
    Intrinsic{"math/bits", "TrailingZeros16", Op::TrailingZeros, 16},
    Intrinsic{"math/bits", "TrailingZeros32", Op::TrailingZeros, 32},
    Intrinsic{"math/bits", "TrailingZeros64", Op::TrailingZeros, 64},
    Intrinsic{"math/bits", "TrailingZeros8", Op::TrailingZeros, 8},
};

}  // namespace

bool Builder::build_intrinsic(const types::Func* func, const syntax::CallExpr* call, Datum& result) {
  if (func->package == nullptr || func->signature()->recv != nullptr) return false;
  for (const Intrinsic& intrinsic : kIntrinsics) {
    if (intrinsic.package != func->package->path || !(func->name == intrinsic.name)) continue;
    std::vector<Value*> operands;
    for (const Datum& datum : build_arguments(call, func->signature())) operands.push_back(datum.value());
    const Type* type = func->signature()->results[0]->type;
    pos_ = call->pos;
    Value* value = emit_list(intrinsic.op, rep_of(type), type, operands);
    value->imm = intrinsic.imm;
    result = single(type, value);
    return true;
  }
  return false;
}

}  // namespace govm::ir
