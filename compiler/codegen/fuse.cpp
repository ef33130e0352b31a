// What is folded into its user: immediates and addresses need nothing, comparisons go into
// branches, multiplications into additions, boxes into interfaces, inner slices into two-level
// indexing.
#include "compiler/codegen/select.h"
#include "compiler/codegen/shape.h"

namespace govm::codegen {

using ir::Op;
using ir::Value;

bool is_rematerialised(const Value* value) {
  switch (value->op) {
    case Op::ClosureContext:
    case Op::Const:
    case Op::ConstString:
    case Op::DataAddr:
    case Op::FuncEntry:
    case Op::FuncValue:
    case Op::GlobalAddr:
    case Op::ItabWord:
    case Op::PlaceAddr:
    case Op::TypeWord:
    case Op::Zero: return true;
    default: return false;
  }
}

std::optional<std::int64_t> immediate(const Value* value, int bits) {
  std::int64_t number = 0;
  if (value->op == Op::Const && !ir::is_float(value->rep)) {
    number = value->imm;
  } else if (value->op != Op::Zero || value->rep != ir::Rep::Word) {
    return std::nullopt;
  }
  const std::int64_t limit = std::int64_t{1} << (bits - 1);
  if (number < -limit || number >= limit) return std::nullopt;
  return number;
}

namespace {

bool is_comparison(Op op) {
  switch (op) {
    case Op::Eq:
    case Op::Ne:
    case Op::Lt:
    case Op::Le:
    case Op::StrEq:
    case Op::StrNe:
    case Op::BoolNot: return true;
    default: return false;
  }
}

class Finder {
 public:
  explicit Finder(const ir::Function& function) : function_(function) {
    fusion_.uses.resize(function.value_count);
    fusion_.folded.resize(function.value_count);
  }

  Fusion run() {
    for (const auto& block : function_.blocks) {
      for (const Value* value : block->values) {
        for (const Value* arg : value->args) ++fusion_.uses[arg->id];
      }
    }
    for (const auto& block : function_.blocks) {
      // Users first, so that a folded value is known before its operands are looked at.
      for (std::size_t i = block->values.size(); i-- > 0;) fold_operands(*block, i);
    }
    return std::move(fusion_);
  }

 private:
  bool single(const Value* value) const { return fusion_.uses[value->id] == 1; }
  void fold(const Value* value) { fusion_.folded[value->id] = true; }

  // Only values without effect stand between a value and the user at `index`.
  bool directly_before(const ir::Block& block, std::size_t index, const Value* value) const {
    for (std::size_t i = index; i-- > 0;) {
      if (block.values[i] == value) return true;
      if (ir::has_effect(*block.values[i]) && !fusion_.folded[block.values[i]->id]) return false;
    }
    return false;
  }

  void fold_operands(const ir::Block& block, std::size_t index) {
    const Value* v = block.values[index];
    switch (v->op) {
      case Op::Branch: fold_condition(v->arg(0)); break;
      case Op::BoolNot:
        if (fusion_.folded[v->id]) fold_condition(v->arg(0));
        break;
      case Op::Add:
      case Op::Sub: fold_product(v); break;
      case Op::MakeIface:
        if (v->arg(1)->op == Op::BoxValue && single(v->arg(1)) && is_type_word(v->arg(0)) &&
            directly_before(block, index, v->arg(1))) {
          fold(v->arg(1));
        }
        break;
      case Op::SliceIndexLoad:
      case Op::SliceIndexStore: {
        const Value* inner = v->arg(0);
        if (inner->op != Op::SliceIndexLoad || !single(inner) || inner->block != v->block || inner->imm != 0 ||
            v->imm != 0 || fusion_.folded[v->id] || !is_two_level(v)) {
          break;
        }
        if (directly_before(block, index, inner)) fold(inner);
        break;
      }
      default: break;
    }
  }

  static bool is_type_word(const Value* word) { return word->op == Op::TypeWord || word->op == Op::ItabWord; }

  // Widths that Index2… and Set2… serve, elements without padding.
  static bool is_two_level(const Value* v) {
    const types::Type* type = v->op == Op::SliceIndexLoad ? v->type : v->aux.type;
    if (type == nullptr || byte_size(v->elem) != byte_size(type)) return false;
    switch (mem_of(type)) {
      case Mem::U8:
      case Mem::I32:
      case Mem::Word:
      case Mem::F64: return true;
      case Mem::Ptr: return v->op == Op::SliceIndexLoad;
      case Mem::I8:
      case Mem::U32:
      case Mem::F32: return v->op == Op::SliceIndexStore;
      default: return false;
    }
  }

  void fold_condition(const Value* condition) {
    if (!single(condition) || !is_comparison(condition->op)) {
      // x.(T) in a type switch: Eq(IfaceType(x), TypeWord) is a comparison too; nothing else folds.
      return;
    }
    fold(condition);
    if (condition->op == Op::BoolNot) fold_condition(condition->arg(0));
    if ((condition->op == Op::Eq || condition->op == Op::Ne) && condition->arg(0)->op == Op::IfaceType &&
        condition->arg(1)->op == Op::TypeWord && single(condition->arg(0))) {
      fold(condition->arg(0));
    }
  }

  // a * b + c: two roundings for floats, wrapping for 64-bit integers.
  void fold_product(const Value* v) {
    const bool is_f64 = v->rep == ir::Rep::F64;
    const bool is_word = v->rep == ir::Rep::Word && v->op == Op::Add && int_shape(v->type).bits == 64;
    if (!is_f64 && !is_word) return;
    for (std::size_t i = 2; i-- > 0;) {
      const Value* product = v->arg(i);
      if (product->op != Op::Mul || !single(product)) continue;
      if (immediate(v->arg(1 - i), 32)) continue;
      fold(product);
      return;
    }
  }

  const ir::Function& function_;
  Fusion fusion_;
};

}  // namespace

Fusion find_fusions(const ir::Function& function) { return Finder(function).run(); }

}  // namespace govm::codegen
