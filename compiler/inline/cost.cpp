// Counting nodes.
#include "compiler/inline/cost.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "compiler/syntax/decl.h"

namespace govm::inl {
namespace {

constexpr int kExtraCall = 57;
constexpr int kExtraParameterCall = 17;  // inlined, the function may be known
constexpr int kExtraPanic = 1;
constexpr int kExtraLiteral = 14;  // beside the literal's own node
constexpr int kBigNodes = 5000;

struct Row {
  std::string_view name, text;
};

constexpr std::array kForbidding = {
    Row{"go:noinline", "marked go:noinline"},
    Row{"go:cgo_unsafe_args", "marked go:cgo_unsafe_args"},
    Row{"go:uintptrkeepalive", "marked as having a keep-alive uintptr argument"},
    Row{"go:uintptrescapes", "marked as having an escaping uintptr argument"},
    Row{"go:yeswritebarrierrec", "marked go:yeswritebarrierrec"},
};

constexpr std::array kIntrinsics = {
    Row{"math", "Ceil Floor FMA RoundToEven Trunc sqrt"},
    Row{"math/bits",
        "Add Add64 Div Div64 Len Len16 Len32 Len64 Len8 Mul Mul64 OnesCount OnesCount16 OnesCount32 OnesCount64 OnesCount8 ReverseBytes32 "
        "ReverseBytes64 RotateLeft RotateLeft16 RotateLeft32 RotateLeft64 RotateLeft8 Sub Sub64 TrailingZeros16 TrailingZeros32 "
        "TrailingZeros64 TrailingZeros8"},
    Row{"runtime", "KeepAlive"},
    Row{"sync/atomic",
        "AddInt32 AddInt64 AddUint32 AddUint64 AddUintptr AndInt32 AndInt64 AndUint32 AndUint64 AndUintptr CompareAndSwapInt32 "
        "CompareAndSwapInt64 CompareAndSwapUint32 CompareAndSwapUint64 CompareAndSwapUintptr LoadInt32 LoadInt64 LoadPointer LoadUint32 "
        "LoadUint64 LoadUintptr OrInt32 OrInt64 OrUint32 OrUint64 OrUintptr StoreInt32 StoreInt64 StoreUint32 StoreUint64 StoreUintptr "
        "SwapInt32 SwapInt64 SwapUint32 SwapUint64 SwapUintptr"},
};

bool has_word(std::string_view words, std::string_view word) {
  for (size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    bool starts = at == 0 || words[at - 1] == ' ';
    size_t end = at + word.size();
    if (starts && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

/// What a clause of a select receives goes into two operands: those that are not written are blank, and around an operation alone there is
/// an assignment.
int unwritten_operands(const Node* comm) {
  if (comm == nullptr) return 0;
  return comm->op == Op::Recv ? 3 : comm->op == Op::Assign ? 1 : 0;
}

/// Nodes of Go's tree that are no nodes here.
int hidden_nodes(const Node* node) {
  switch (node->op) {
    case Op::Decl:
    case Op::RuntimeCall: return 1;
    case Op::TypeGuard: return node->flag ? 1 : 0;
    case Op::Case: return node->variable != nullptr ? 1 : 0;
    case Op::Comm: return unwritten_operands(node->x);
    // A size of 0 where none is written.
    case Op::MakeMap:
    case Op::MakeChan: return node->x == nullptr ? 1 : 0;
    // The word of the dictionary; an assertion names the type of its operand, too.
    case Op::DynamicType: return 4;
    case Op::DynamicDotType: return 6;
    default: return 0;
  }
}

/// a, b = f() in which each value goes through a temporary: it counts as if it did not.
int temporaries_credit(const Node* node) {
  if (node->op != Op::Assign2 || node->list2.empty()) return 0;
  const std::vector<Node*>& init = node->list2[0]->init;
  if (init.size() != 1 || !is_assign2(init[0]->op)) return 0;
  return 4 * static_cast<int>(node->list.size()) + 1;
}

bool is_zero(const Node* node) {
  bool exact = false;
  return node != nullptr && node->op == Op::Literal && node->value.kind() == constant::Kind::Int && node->value.as_int64(exact) == 0 &&
         exact;
}

}  // namespace

std::string_view forbidden(const Function* function) {
  if (function->func == nullptr || function->func->decl == nullptr) return "";
  for (const Row& row : kForbidding) {
    if (syntax::find_pragma(function->func->decl->pragmas, row.name) != nullptr) return row.text;
  }
  return function->func->decl->has_body() ? "" : "no function body";
}

bool is_big(const Function* function) {
  int left = kBigNodes;
  for (Node* node : function->body) {
    walk_tree(node, [&](const Node* at) { left += temporaries_credit(at) - 1 - hidden_nodes(at); });
  }
  return left <= 0;
}

bool is_intrinsic(const Node* call) {
  if (call->op != Op::CallFunc || call->x->op != Op::Name) return false;
  const auto* func = types::as_object<types::Func>(call->x->object);
  if (func == nullptr || func->package == nullptr) return false;
  return std::ranges::any_of(kIntrinsics,
                             [&](const Row& row) { return row.name == func->package->path && has_word(row.text, func->name.view()); });
}

namespace {

/// The methods of binary.LittleEndian and BigEndian that read, write and append numbers: a few instructions each.
bool is_byte_order(const Node* call) {
  if (call->op != Op::CallFunc || call->x->op != Op::MethodExpr) return false;
  const auto* func = types::as_object<types::Func>(call->x->object);
  if (func == nullptr || func->package == nullptr || func->package->path != "encoding/binary") return false;
  const types::Var* receiver = func->signature()->recv;
  const auto* type = receiver != nullptr ? types::is_a<types::Named>(receiver->type) : nullptr;
  if (type == nullptr || (type->object->name.view() != "littleEndian" && type->object->name.view() != "bigEndian")) return false;
  return has_word("Uint64 Uint32 Uint16 PutUint64 PutUint32 PutUint16 AppendUint64 AppendUint32 AppendUint16", func->name.view());
}

}  // namespace

CostCount::CostCount(const Function* function, CallCost call_cost)
    : function_(function), call_cost_(std::move(call_cost)), budget_(function->is_literal() ? kMaxCostOfOnlyCall : kMaxCost) {}

bool CostCount::fits(bool whole) {
  whole_ = whole;
  if (!visit_all(function_->body)) return false;
  if (cost_ <= budget_) return true;
  reason_ = fmt::format("function too complex: cost {} exceeds budget {}", cost_, budget_);
  return false;
}

bool CostCount::visit_all(const std::vector<Node*>& nodes) {
  return std::ranges::all_of(nodes, [this](Node* node) { return node == nullptr || visit(node); });
}

bool CostCount::call(Node* node) {
  if (is_intrinsic(node) || is_byte_order(node)) return true;
  int extra = kExtraCall;
  if (node->op == Op::CallFunc) {
    const Variable* variable = node->x->op == Op::Name ? node->x->variable : nullptr;
    bool parameter = variable != nullptr && (variable->kind == VariableClass::Param || variable->kind == VariableClass::Captured);
    if (parameter) extra = kExtraParameterCall;
    if (int inlined = call_cost_(node); inlined >= 0) extra = inlined;
  }
  cost_ += extra;
  return true;
}

bool CostCount::visit(Node* node) {
  switch (node->op) {
    case Op::CallFunc:
    case Op::CallInter: call(node); break;
    case Op::RuntimeCall:
      if (node->text != "runtime.deferrangefunc") break;
      reason_ = "defer call in range func";
      return false;
    case Op::Panic:
      if (node->x->op == Op::ConvIface && node->x->implicit) --cost_;
      cost_ += kExtraPanic;
      break;
    case Op::Recover: reason_ = "call to recover"; return false;
    case Op::Closure: cost_ += kExtraLiteral + 1; break;
    case Op::Go: reason_ = "unhandled op GO"; return false;
    case Op::Defer: reason_ = "unhandled op DEFER"; return false;
    case Op::Addr: {
      // &x.f of the first field.
      const Node* dot = node->x;
      bool first = (dot->op == Op::Dot || dot->op == Op::DotPtr) && dot->x->op == Op::Name;
      const auto* field = first ? types::as_object<types::Var>(dot->object) : nullptr;
      if (field != nullptr && field->field_index == 0) cost_ -= 2;
      break;
    }
    case Op::Deref: {
      const Node* pointer = node->x;
      while (pointer->op == Op::ConvNop) pointer = pointer->x;
      if (pointer->op == Op::Addr) --cost_;
      break;
    }
    case Op::ConvNop:
    case Op::Block:
    case Op::MethodExpr: --cost_; break;
    case Op::Fallthrough:
    case Op::TypeExpr: return true;
    case Op::MethodValue:
    case Op::SliceLit: ++cost_; break;
    case Op::Assign2: cost_ -= temporaries_credit(node); break;
    case Op::Slice:
    case Op::SliceArr:
    case Op::SliceStr:
      // Bounds that say nothing.
      if (is_zero(node->list[0])) --cost_;
      if (const Node* high = node->list[1]; high != nullptr && high->op == Op::Len && high->x->op == Op::Name && node->x->op == Op::Name &&
                                            high->x->variable == node->x->variable && high->x->object == node->x->object) {
        cost_ -= 2;
      }
      break;
    default: break;
  }
  cost_ += 1 + hidden_nodes(node);
  if (cost_ > budget_ && !whole_) {
    reason_ = "too expensive";
    return false;
  }
  bool on = true;
  for_each_part(node, [&](Node* part) { on = on && visit(part); });
  return on;
}

}  // namespace govm::inl
