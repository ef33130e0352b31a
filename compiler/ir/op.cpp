// The table ops.def as data.
#include "compiler/ir/op.h"

#include <array>

#include "base/check.h"

namespace govm::ir {
namespace {

constexpr std::array kOps = {
#define OP(name, operands, result, attributes, meaning) \
  OpInfo{#name, operands, ResultKind::result, static_cast<uint16_t>(attributes), meaning},
#include "compiler/ir/ops.def"
};

}  // namespace

const OpInfo& op_info(Op op) { return kOps[static_cast<size_t>(op)]; }

size_t op_count() { return kOps.size(); }

std::string_view rep_name(Rep rep) {
  switch (rep) {
    case Rep::None: return "void";
    case Rep::Word: return "word";
    case Rep::F64: return "f64";
    case Rep::F32: return "f32";
    case Rep::Str: return "str";
    case Rep::Slice: return "slice";
    case Rep::Iface: return "iface";
    case Rep::Tuple: return "tuple";
  }
  GOVM_UNREACHABLE();
}

bool is_arithmetic(Op op) {
  switch (op) {
    case Op::Add:
    case Op::And:
    case Op::AndNot:
    case Op::BitLen:
    case Op::Div:
    case Op::FloatAbs:
    case Op::FloatBits:
    case Op::FloatFromBits:
    case Op::FloatToFloat:
    case Op::FloatToInt:
    case Op::IntToFloat:
    case Op::Max:
    case Op::Min:
    case Op::Mul:
    case Op::Neg:
    case Op::Not:
    case Op::OnesCount:
    case Op::Or:
    case Op::Rem:
    case Op::ReverseBytes:
    case Op::RotateLeft:
    case Op::Shl:
    case Op::Shr:
    case Op::Sqrt:
    case Op::Sub:
    case Op::TrailingZeros:
    case Op::Truncate:
    case Op::Xor: return true;
    default: return false;
  }
}

}  // namespace govm::ir
