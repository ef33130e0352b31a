// Operations on constants, and identities that need no operation.
//
// Constant expressions of Go are folded by the type checker already; what is left comes from
// variables that hold constants, sizes, and the builder's own arithmetic.
#include <bit>
#include <optional>

#include "compiler/ir/edit.h"
#include "compiler/ir/pass.h"
#include "compiler/ir/rep.h"

namespace govm::ir {
namespace {

bool fold_integers(const Value& v, int64_t a, int64_t b, int64_t& result) {
  auto ua = static_cast<uint64_t>(a);
  auto ub = static_cast<uint64_t>(b);
  IntInfo info = v.type != nullptr ? int_info(v.type) : IntInfo{};
  switch (v.op) {
    case Op::Add: result = wrap(info, static_cast<int64_t>(ua + ub)); return true;
    case Op::Sub: result = wrap(info, static_cast<int64_t>(ua - ub)); return true;
    case Op::Mul: result = wrap(info, static_cast<int64_t>(ua * ub)); return true;
    case Op::And: result = a & b; return true;
    case Op::Or: result = a | b; return true;
    case Op::Xor: result = a ^ b; return true;
    case Op::AndNot: result = a & ~b; return true;
    case Op::Shl:
      if (int_info(v.elem).is_signed && b < 0) return false;
      result = ub >= 64 ? 0 : wrap(info, static_cast<int64_t>(ua << ub));
      return true;
    case Op::Shr:
      if (int_info(v.elem).is_signed && b < 0) return false;
      if (info.is_signed) {
        result = a >> (ub >= 64 ? 63 : ub);
      } else {
        result = ub >= 64 ? 0 : static_cast<int64_t>(ua >> ub);
      }
      return true;
    case Op::Div:
    case Op::Rem:
      if (b == 0) return false;
      if (!info.is_signed) {
        result = static_cast<int64_t>(v.op == Op::Div ? ua / ub : ua % ub);
      } else if (b == -1) {
        result = v.op == Op::Div ? wrap(info, static_cast<int64_t>(-ua)) : 0;
      } else {
        result = v.op == Op::Div ? a / b : a % b;
      }
      return true;
    case Op::Max: result = (info.is_signed ? a < b : ua < ub) ? b : a; return true;
    case Op::Min: result = (info.is_signed ? b < a : ub < ua) ? b : a; return true;
    case Op::Eq: result = a == b; return true;
    case Op::Ne: result = a != b; return true;
    case Op::Lt: result = v.elem != nullptr && int_info(v.elem).is_signed ? a < b : ua < ub; return true;
    case Op::Le: result = v.elem != nullptr && int_info(v.elem).is_signed ? a <= b : ua <= ub; return true;
    default: return false;
  }
}

void become_constant(Value& v, int64_t number) {
  v.op = Op::Const;
  v.imm = number;
  v.args = {};
  v.elem = nullptr;
  v.aux = {};
}

/// The operand a value equals, or null.
Value* same_as(const Value& v) {
  if (v.rep != Rep::Word || v.args.size() != 2) return nullptr;
  Value* a = resolve(v.args[0]);
  Value* b = resolve(v.args[1]);
  switch (v.op) {
    case Op::Add:
      if (a->is_const(0)) return b;
      [[fallthrough]];
    case Op::Sub:
    case Op::Or:
    case Op::Xor:
    case Op::AndNot:
    case Op::Shl:
    case Op::Shr: return b->is_const(0) ? a : nullptr;
    case Op::Mul:
      if (a->is_const(1)) return b;
      return b->is_const(1) ? a : nullptr;
    case Op::Div: return b->is_const(1) ? a : nullptr;
    default: return nullptr;
  }
}

/// Whether two addresses of variables are equal, as far as that is known: of different ones they are not, even if
/// neither has a size and both lie in one place (spec: "Pointers to distinct zero-size variables may or may not be
/// equal"; this is what Go's compiler decides).
std::optional<bool> same_variable(const Value& a, const Value& b) {
  auto is_variable = [](const Value& v) { return v.op == Op::GlobalAddr || v.op == Op::PlaceAddr; };
  if (!is_variable(a) || !is_variable(b)) return std::nullopt;
  return a.op == b.op && a.aux.none == b.aux.none && a.imm == b.imm;
}

bool fold_value(Value& v) {
  for (Value*& arg : v.args) arg = resolve(arg);
  switch (v.op) {
    case Op::Phi: return false;
    case Op::Eq:
    case Op::Ne:
      if (std::optional<bool> same = same_variable(*v.args[0], *v.args[1])) {
        become_constant(v, *same == (v.op == Op::Eq));
        return true;
      }
      // As in the test of an integer for NaN that a generic function makes.
      if (v.args[0] == v.args[1] && v.args[0]->rep == Rep::Word) {
        become_constant(v, v.op == Op::Eq);
        return true;
      }
      break;
    case Op::BoolNot:
      if (v.args[0]->op == Op::Const) {
        become_constant(v, v.args[0]->imm ^ 1);
        return true;
      }
      if (v.args[0]->op == Op::BoolNot) {
        v.forward = v.args[0]->args[0];
        return true;
      }
      return false;
    case Op::Truncate:
      if (v.args[0]->op != Op::Const) return false;
      become_constant(v, wrap(int_info(v.type), v.args[0]->imm));
      return true;
    case Op::Neg:
      if (v.rep != Rep::Word || v.args[0]->op != Op::Const) return false;
      become_constant(v, wrap(int_info(v.type), static_cast<int64_t>(-static_cast<uint64_t>(v.args[0]->imm))));
      return true;
    case Op::Not:
      if (v.args[0]->op != Op::Const) return false;
      become_constant(v, wrap(int_info(v.type), ~v.args[0]->imm));
      return true;
    case Op::Component: {
      const Value* header = v.args[0];
      if (header->op == Op::MakeSlice || header->op == Op::MakeString || header->op == Op::MakeIface) {
        v.forward = header->args[static_cast<size_t>(v.imm)];
        return true;
      }
      if (header->op == Op::ConstString && v.imm == 1) {
        become_constant(v, static_cast<int64_t>(header->aux.text->size()));
        return true;
      }
      if (header->op == Op::Zero) {
        become_constant(v, 0);
        return true;
      }
      return false;
    }
    case Op::AddPointer:
      if (v.imm == 0 && v.unchecked) {
        v.forward = v.args[0];
        return true;
      }
      if (v.args[0]->op == Op::PlaceAddr) {
        v.imm += v.args[0]->imm;
        v.op = Op::PlaceAddr;
        v.aux = v.args[0]->aux;
        v.args = {};
        return true;
      }
      return false;
    default: break;
  }
  if (v.args.size() == 2 && v.args[0]->op == Op::Const && v.args[1]->op == Op::Const && v.args[0]->rep == Rep::Word &&
      v.args[1]->rep == Rep::Word && v.rep == Rep::Word) {
    int64_t result = 0;
    if (fold_integers(v, v.args[0]->imm, v.args[1]->imm, result)) {
      become_constant(v, result);
      return true;
    }
  }
  if (Value* same = same_as(v)) {
    v.forward = same;
    return true;
  }
  // A check on a constant that holds is no check.
  if ((v.op == Op::Div || v.op == Op::Rem) && v.rep == Rep::Word && v.args[1]->op == Op::Const && v.args[1]->imm != 0) v.unchecked = true;
  if ((v.op == Op::Shl || v.op == Op::Shr) && v.args[1]->op == Op::Const && v.args[1]->imm >= 0) v.unchecked = true;
  return false;
}

}  // namespace

void fold_constants(Function& function) {
  bool changed = true;
  while (changed) {
    changed = false;
    for (const auto& block : function.blocks) {
      for (Value* value : block->values) {
        if (value->forward == nullptr && value->op != Op::Const) changed |= fold_value(*value);
      }
    }
  }
  apply_forwards(function);
  for (const auto& block : function.blocks) {
    Value* end = block->terminator();
    if (end->op != Op::Branch) continue;
    if (end->args[0]->op == Op::BoolNot) {
      end->args[0] = end->args[0]->args[0];
      std::swap(block->successors[0], block->successors[1]);
    }
    if (end->args[0]->op != Op::Const) continue;
    bool taken = end->args[0]->imm != 0;
    end->op = Op::Jump;
    end->args = {};
    remove_edge(block.get(), taken ? 1 : 0);
  }
}

}  // namespace govm::ir
