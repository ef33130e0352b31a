// Calls of math, math/bits and sync/atomic that are one operation; one with two results is a tuple.
// Goroutines take turns at safepoints, so that a plain load or store is atomic.
#include "compiler/ir/intrinsics.h"

#include <algorithm>
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
    Intrinsic{"math", "Copysign", Op::FloatCopysign},
    Intrinsic{"math", "FMA", Op::FusedMulAdd},
    Intrinsic{"math", "Float32bits", Op::FloatBits},
    Intrinsic{"math", "Float32frombits", Op::FloatFromBits},
    Intrinsic{"math", "Float64bits", Op::FloatBits},
    Intrinsic{"math", "Float64frombits", Op::FloatFromBits},
    Intrinsic{"math", "Floor", Op::FloatFloor},
    Intrinsic{"math", "RoundToEven", Op::FloatRoundToEven},
    Intrinsic{"math", "Sqrt", Op::Sqrt},
    Intrinsic{"math", "Trunc", Op::FloatTrunc},
    Intrinsic{"math/bits", "Add", Op::AddCarry},
    Intrinsic{"math/bits", "Add64", Op::AddCarry},
    Intrinsic{"math/bits", "Len", Op::BitLen},
    Intrinsic{"math/bits", "Len16", Op::BitLen},
    Intrinsic{"math/bits", "Len32", Op::BitLen},
    Intrinsic{"math/bits", "Len64", Op::BitLen},
    Intrinsic{"math/bits", "Len8", Op::BitLen},
    Intrinsic{"math/bits", "Mul", Op::MulWide},
    Intrinsic{"math/bits", "Mul64", Op::MulWide},
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
    Intrinsic{"math/bits", "Sub", Op::SubBorrow},
    Intrinsic{"math/bits", "Sub64", Op::SubBorrow},
    Intrinsic{"math/bits", "TrailingZeros", Op::TrailingZeros, 64},
    Intrinsic{"math/bits", "TrailingZeros16", Op::TrailingZeros, 16},
    Intrinsic{"math/bits", "TrailingZeros32", Op::TrailingZeros, 32},
    Intrinsic{"math/bits", "TrailingZeros64", Op::TrailingZeros, 64},
    Intrinsic{"math/bits", "TrailingZeros8", Op::TrailingZeros, 8},
    Intrinsic{"sync/atomic", "LoadInt32", Op::Load},
    Intrinsic{"sync/atomic", "LoadInt64", Op::Load},
    Intrinsic{"sync/atomic", "LoadPointer", Op::Load},
    Intrinsic{"sync/atomic", "LoadUint32", Op::Load},
    Intrinsic{"sync/atomic", "LoadUint64", Op::Load},
    Intrinsic{"sync/atomic", "LoadUintptr", Op::Load},
    Intrinsic{"sync/atomic", "StoreInt32", Op::Store},
    Intrinsic{"sync/atomic", "StoreInt64", Op::Store},
    Intrinsic{"sync/atomic", "StorePointer", Op::Store},
    Intrinsic{"sync/atomic", "StoreUint32", Op::Store},
    Intrinsic{"sync/atomic", "StoreUint64", Op::Store},
    Intrinsic{"sync/atomic", "StoreUintptr", Op::Store},
};

// Null if a function is none.
const Intrinsic* find_intrinsic(const types::Func* func) {
  if (func->package == nullptr || func->signature()->recv != nullptr) return nullptr;
  const auto found = std::ranges::find_if(
      kIntrinsics, [&](const Intrinsic& intrinsic) { return intrinsic.package == func->package->path && func->name == intrinsic.name; });
  return found != kIntrinsics.end() ? &*found : nullptr;
}

}  // namespace

bool is_intrinsic(const types::Func* func) { return find_intrinsic(func) != nullptr; }

std::optional<std::vector<Datum>> Builder::build_intrinsic(const types::Func* func, const syntax::CallExpr* call) {
  const Intrinsic* intrinsic = find_intrinsic(func);
  if (intrinsic == nullptr) return std::nullopt;
  std::vector<Value*> operands;
  for (const Datum& datum : build_arguments(call, func->signature())) operands.push_back(datum.value());
  const auto& results = func->signature()->results;
  pos_ = call->pos;
  if (results.empty()) {
    emit_list(intrinsic->op, Rep::None, nullptr, operands)->elem = func->signature()->params[1]->type;
    return std::vector<Datum>();
  }
  const Type* type = results[0]->type;
  if (results.size() == 2) {
    Value* tuple = emit_list(intrinsic->op, Rep::Tuple, nullptr, operands);
    Value* first = tuple_result(tuple, 0, type);
    return std::vector{single(type, first), single(results[1]->type, tuple_result(tuple, 1, results[1]->type))};
  }
  Value* value = emit_list(intrinsic->op, rep_of(type), type, operands);
  value->imm = intrinsic->imm;
  return std::vector{single(type, value)};
}

}  // namespace govm::ir
