// What is folded into its user: immediates and addresses need nothing, comparisons and bit tests
// go into branches, products and sums into additions, fields into float arithmetic, boxes into
// interfaces, inner slices into two-level indexing, elements of maps into their load, load
// and operation of `x += y` into the store, and addresses of elements into the load and store of `s[i] ^= y`.
#include "compiler/codegen/select.h"
#include "compiler/codegen/shape.h"
#include "compiler/ir/rep.h"
#include "compiler/types/type.h"

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

bool is_type_word(const Value* value) { return value->op == Op::TypeWord || value->op == Op::ItabWord; }

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
      case Op::Sub:
        if (!fold_term(v)) fold_fields(block, index, v);
        break;
      case Op::Mul: fold_fields(block, index, v); break;
      case Op::Store:
        if (!fold_update(block, index, v)) fold_element(block, index, v);
        break;
      case Op::SliceIndexLoad:
      case Op::SliceIndexStore: fold_inner_slice(block, index, v); break;
      case Op::Load: fold_map_access(block, index, v); break;
      case Op::MakeIface:
        if (v->arg(1)->op == Op::BoxValue && single(v->arg(1)) && is_type_word(v->arg(0)) && directly_before(block, index, v->arg(1))) {
          fold(v->arg(1));
        }
        break;
      default: break;
    }
  }

  void fold_inner_slice(const ir::Block& block, std::size_t index, const Value* v) {
    const Value* inner = v->arg(0);
    const bool is_inner = inner->op == Op::Load ? is_in_object(inner) : inner->op == Op::SliceIndexLoad && inner->imm == 0;
    // One mark tells whether the text of a failed index is unsigned.
    if (inner->op == Op::SliceIndexLoad && ir::is_unsigned_word(inner->arg(1)->type) != ir::is_unsigned_word(v->arg(1)->type)) return;
    if (!is_inner || !single(inner) || v->imm != 0 || fusion_.folded[v->id] || !is_two_level(v)) return;
    if (directly_before(block, index, inner)) fold(inner);
  }

  // Whether a field is read through a pointer in a slot.
  bool is_in_object(const Value* load) const {
    const Op base = load->arg(0)->op;
    return !fusion_.folded[load->arg(0)->id] && load->imm >= 0 && load->imm <= UINT16_MAX && base != Op::GlobalAddr &&
           base != Op::PlaceAddr && base != Op::ClosureContext && base != Op::MapAccess;
  }

  // m[k] of one word.
  void fold_map_access(const ir::Block& block, std::size_t index, const Value* v) {
    const Value* access = v->arg(0);
    if (access->op != Op::MapAccess || !single(access) || v->imm != 0 || v->type == nullptr || fusion_.folded[v->id]) return;
    if (!is_word(v->type) || map_key_of(types::as<types::Map>(access->elem)->key) == bytecode::MapKey::Any) return;
    if (directly_before(block, index, access)) fold(access);
  }

  // What is read may be read at `index` as well: nothing is written in between, and no panic is overtaken by another.
  bool can_wait(const ir::Block& block, std::size_t index, const Value* read) const {
    for (std::size_t i = index; i-- > 0;) {
      const Value* between = block.values[i];
      if (between == read) return true;
      if (fusion_.folded[between->id]) continue;
      if (ir::has_attribute(between->op, ir::Writes) || ir::has_attribute(between->op, ir::Calls)) return false;
      if (ir::can_panic(*read) && ir::has_effect(*between)) return false;
    }
    return false;
  }

  // x op= y: load, operation and store of one variable become one cell, with the index expression for elements of slices.
  bool fold_update(const ir::Block& block, std::size_t index, const Value* store) {
    const Value* sum = store->arg(1);
    if ((sum->op != Op::Add && sum->op != Op::Sub) || !single(sum) || !is_wide(sum) || !directly_before(block, index, sum)) return false;
    for (std::size_t i = 0; i < (sum->op == Op::Add ? 2 : 1); ++i) {
      const Value* old = sum->arg(i);
      if (old->op != Op::Load || !single(old) || !same_value(old->arg(0), store->arg(0)) || old->imm != store->imm) continue;
      if (!has_update(store, sum, sum->arg(1 - i)) || !can_wait(block, index, old)) continue;
      fold(sum);
      fold(old);
      const Value* address = store->arg(0);
      if (address->op == Op::SliceIndexAddr && fusion_.uses[address->id] == 2 && address->imm == 0 && store->imm == 0 &&
          byte_size(address->elem) == 8 && adds(sum, sum->arg(1 - i)) && directly_before(block, index, address)) {
        fold(address);
      }
      return true;
    }
    return false;
  }

  // s[i] op= y where there is no such cell: one that reads the element and one that writes it, without its address.
  void fold_element(const ir::Block& block, std::size_t index, const Value* store) {
    const Value* address = store->arg(0);
    if (address->op != Op::SliceIndexAddr || fusion_.uses[address->id] != 2 || address->imm != 0 ||
        !is_element(store->elem, store, address)) {
      return;
    }
    for (std::size_t i = index; i-- > 0;) {
      const Value* load = block.values[i];
      if (load->op != Op::Load || load->arg(0) != address) continue;
      if (!fusion_.folded[load->id] && is_element(load->type, load, address) && directly_before(block, i, address)) fold(address);
      return;
    }
  }

  // Whether a Load or Store of `type` takes the whole element at an address.
  static bool is_element(const types::Type* type, const Value* access, const Value* address) {
    return type != nullptr && words_of(mem_of(type)) != 0 && access->imm == 0 && byte_size(type) == byte_size(address->elem);
  }

  static bool same_value(const Value* a, const Value* b) {
    return a == b || (a->op == Op::GlobalAddr && b->op == Op::GlobalAddr && a->aux.global == b->aux.global && a->imm == b->imm);
  }

  static bool adds(const Value* sum, const Value* operand) {
    return sum->op == Op::Add || (sum->rep == ir::Rep::Word && immediate(operand, 31));
  }

  // Whether there is an opcode for it (select_memory.cpp: select_update).
  static bool has_update(const Value* store, const Value* sum, const Value* operand) {
    switch (store->arg(0)->op) {
      case Op::GlobalAddr: return adds(sum, operand) && sum->rep == ir::Rep::Word;
      case Op::ClosureContext:
      case Op::PlaceAddr: return false;
      default: return store->imm >= 0 && store->imm <= UINT16_MAX;
    }
  }

  // A 64-bit integer or float64.
  static bool is_wide(const Value* v) {
    return v->rep == ir::Rep::F64 || (v->rep == ir::Rep::Word && v->type != nullptr && int_shape(v->type).bits == 64);
  }

  static bool is_word(const types::Type* type) {
    const Mem mem = mem_of(type);
    return mem == Mem::Word || mem == Mem::F64 || mem == Mem::Ptr;
  }

  bool is_field(const Value* v) const { return v->op == Op::Load && v->rep == ir::Rep::F64 && single(v) && is_in_object(v); }

  // b + x.f, b - x.f, b * x.f; also x.f + y.g … where at most one of the two pointers can be nil, since a cell has one position.
  void fold_fields(const ir::Block& block, std::size_t index, const Value* v) {
    if (v->rep != ir::Rep::F64 || fusion_.folded[v->id]) return;
    const Value* a = v->arg(0);
    const Value* b = v->arg(1);
    if (is_field(b) && directly_before(block, index, b)) {
      fold(b);
      if (is_field(a) && directly_before(block, index, a) && (a->unchecked || b->unchecked || a->arg(0) == b->arg(0))) fold(a);
    } else if (v->op != Op::Sub && is_field(a) && directly_before(block, index, a)) {
      fold(a);
    }
  }

  // Widths that Index2…, Set2…, FieldIndex… and FieldSet… serve, elements without padding.
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
    if (!single(condition) || !is_comparison(condition->op)) return;
    fold(condition);
    if (condition->op == Op::BoolNot) fold_condition(condition->arg(0));
    if (is_bit_test(condition) && single(condition->arg(0))) fold(condition->arg(0));
  }

  // x & mask == 0 and != 0.
  static bool is_bit_test(const Value* condition) {
    if (condition->op != Op::Eq && condition->op != Op::Ne) return false;
    const Value* masked = condition->arg(0);
    return masked->op == Op::And && immediate(condition->arg(1), 32) == 0 &&
           (immediate(masked->arg(0), 32) || immediate(masked->arg(1), 32));
  }

  // a * b + c: two roundings for floats, wrapping for 64-bit integers; a + b + c for 64-bit integers.
  bool fold_term(const Value* v) {
    const bool is_update = fusion_.folded[v->id];
    if (!is_wide(v) || (v->rep == ir::Rep::Word && (v->op == Op::Sub || is_update))) return false;
    for (const Op op : {Op::Mul, Op::Add}) {
      if (op == Op::Add && v->rep == ir::Rep::F64) break;
      for (std::size_t i = 2; i-- > 0;) {
        const Value* term = v->arg(i);
        if (term->op != op || !single(term) || !is_wide(term) || term->block != v->block || fusion_.folded[term->id] ||
            immediate(v->arg(1 - i), 32))
          continue;
        if (op == Op::Add && (immediate(term->arg(0), 32) || immediate(term->arg(1), 32))) continue;
        if (is_update && is_element_update(v->arg(1 - i))) continue;
        fold(term);
        return true;
      }
    }
    return false;
  }

  // a[i] += b * c has no cell.
  bool is_element_update(const Value* old) const { return fusion_.folded[old->arg(0)->id]; }

  const ir::Function& function_;
  Fusion fusion_;
};

}  // namespace

Fusion find_fusions(const ir::Function& function) { return Finder(function).run(); }

}  // namespace govm::codegen
