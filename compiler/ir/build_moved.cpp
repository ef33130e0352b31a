// Objects of variables that the escape analysis moved to the heap.
//
// Go's compiler makes one object of small variables without pointers that are declared in one of its basic blocks, as long as they
// fit 16 bytes together, and makes it before it evaluates what they are initialised with (newHeapaddr and endBlock in its ssagen).
#include <algorithm>
#include <functional>

#include "compiler/ir/builder.h"

namespace govm::ir {

namespace {

constexpr int64_t kMostJoinedBytes = 16;

bool is_constant(const Value* value) { return value->op == Op::Const && value->imm != 0; }

/// Whether Go's compiler ends its basic block at the operation: it makes a branch of a check, or of more than one way to do it.
bool ends_basic_block(const Value& value) {
  switch (value.op) {
    case Op::Div:
    case Op::Rem: return value.rep == Rep::Word && !is_constant(value.arg(1));
    case Op::Shl:
    case Op::Shr: return !value.unchecked && value.arg(1)->op != Op::Const;
    case Op::ArrayIndexAddr:
    case Op::ArrayIndexLoad:
    case Op::ArrayIndexStore:
    case Op::BoundsCheck:
    case Op::SliceIndexAddr:
    case Op::SliceIndexLoad:
    case Op::SliceIndexStore:
    case Op::StringIndex: return !value.unchecked;
    case Op::AppendGrow:
    case Op::AppendOne:
    case Op::AppendSlice:
    case Op::AppendString:
    case Op::AppendZero:
    case Op::AssertIface:
    case Op::AssertIfaceOk:
    case Op::ClearSlice:
    case Op::ConvertIface:
    case Op::CopySlice:
    case Op::CopyString:
    case Op::FloatCeil:
    case Op::FloatFloor:
    case Op::FloatRoundToEven:
    case Op::FloatTrunc:
    case Op::FusedMulAdd:
    case Op::IfaceEq:
    case Op::OnesCount:
    case Op::SliceArray:
    case Op::SliceSlice:
    case Op::SliceString:
    case Op::SliceToArray:
    case Op::StrEq:
    case Op::StrNe:
    case Op::UnsafeSlice:
    case Op::UnsafeString: return true;
    case Op::Max:
    case Op::Min: return value.rep == Rep::Word;
    default: return has_attribute(value.op, Terminator);
  }
}

}  // namespace

bool Builder::joins(const HeapGroup& group, const Type* type) const {
  if (group.object == nullptr || group.object->block != current_) return false;
  int64_t bytes = types::size_of(type);
  for (const HeapGroup::Member& member : group.members) bytes += types::size_of(member.type);
  if (bytes > kMostJoinedBytes) return false;
  for (auto it = current_->values.rbegin(); *it != group.object; ++it) {
    if (ends_basic_block(**it)) return false;
  }
  return true;
}

// The address of a new zeroed object, or of a part of one, for the variable.
Value* Builder::new_heap_variable(const types::Var* var, const Type* type) {
  auto new_object = [&] {
    HeapGroup group{emit(Op::NewObject, Rep::Word, nullptr), site(SiteKind::MovedVariable, var->pos, type, var), {}};
    group.object->aux.site = group.site;
    return group;
  };
  const int64_t bytes = types::size_of(type);
  // What all-heap mode alone allocates stays an object each: its objects are counted beside the values in frames.
  if (bytes == 0 || bytes >= kMostJoinedBytes || type_has_pointers(type) || !cx_.decisions.is_heap(var, scope_->context)) {
    return new_object().object;
  }
  if (!joins(heap_group_, type)) heap_group_ = new_object();
  Value* address = emit_word(Op::AddPointer, {heap_group_.object});
  address->unchecked = true;
  heap_group_.members.push_back({var, type, address});
  if (heap_group_.members.size() == 1) return address;

  // In decreasing order of alignment there is no padding.
  std::ranges::stable_sort(heap_group_.members, std::greater(), [](const auto& member) { return types::align_of(member.type); });
  std::vector<const types::Var*> fields;
  int64_t offset = 0;
  for (const HeapGroup::Member& member : heap_group_.members) {
    member.address->imm = offset;
    offset += types::size_of(member.type);
    fields.push_back(types_.make_var(member.var->pos, nullptr, member.var->name, member.type, types::VarKind::Field));
  }
  const size_t count = fields.size();
  heap_group_.site->type = types_.make<types::Struct>(std::move(fields), std::vector<std::string>(count));
  return address;
}

void Builder::declare_moved(const types::Var* var) {
  if (var != nullptr && cx_.decisions.is_heap(var, scope_->context)) declare(var, false).has_object = true;
}

}  // namespace govm::ir
