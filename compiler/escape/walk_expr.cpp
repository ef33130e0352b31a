// Expressions: which values flow out of them (escape-analysis.md 1.3).
#include "compiler/escape/walk.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"

namespace govm::escape {
namespace {

types::BasicKind basic_kind(const types::Type* type) {
  const types::Basic* basic = type != nullptr ? types::basic_of(type) : nullptr;
  return basic != nullptr ? basic->basic() : types::BasicKind::Invalid;
}

/// The hole of a value that an assertion to `type` takes out of an interface.
Hole asserted(const Hole& hole, const types::Type* type) { return !types::is_interface(type) && !is_direct(type) ? hole.shifted(1) : hole; }

}  // namespace

void Walker::discard_all(const std::vector<Node*>& nodes) {
  for (Node* node : nodes) discard(node);
}

void Walker::flow(Hole hole, Node* node) {
  if (node == nullptr) return;
  statements(node->init);
  flow_bare(hole, node);
}

void Walker::flow_bare(Hole hole, Node* node) {
  if (hole.derefs >= 0 && node->type != nullptr && !types::is_untyped(node->type) && !holds_pointers(node->type)) {
    hole.dst = graph_.discard_hole().dst;
  }
  switch (node->op) {
    case Op::Literal:
    case Op::Nil:
    case Op::TypeExpr:
    case Op::DynamicType:
    case Op::MethodExpr: return;
    case Op::Name:
      if (node->variable != nullptr && !node->variable->is_blank()) {
        if (Location* location = location_of(node->variable)) graph_.flow(hole, location);
      }
      return;
    case Op::Plus:
    case Op::Neg:
    case Op::BitNot:
    case Op::Not:
    case Op::Recv: return discard(node->x);
    case Op::Addr: return flow(noted(hole.shifted(-1), node, "address-of"), node->x);
    case Op::Deref: return flow(noted(hole.shifted(1), node, "indirection"), node->x);
    case Op::Dot:
    case Op::DotInter: return flow(noted(hole, node, "dot"), node->x);
    case Op::DotPtr: return flow(noted(hole.shifted(1), node, "dot of pointer"), node->x);
    case Op::DotType:
    case Op::DynamicDotType: return flow(noted(asserted(hole, node->type), node, "dot"), node->x);
    case Op::Index:
      if (types::as<types::Array>(node->x->type) != nullptr) {
        flow(noted(hole, node, "fixed-array-index-of"), node->x);
      } else {
        flow(noted(hole.shifted(1), node, "dot of pointer"), node->x);
      }
      return discard(node->y);
    case Op::IndexMap: discard(node->x); return discard(node->y);
    case Op::Slice:
    case Op::SliceArr:
    case Op::SliceStr: flow(noted(hole, node, "slice"), node->x); return discard_all(node->list);
    case Op::Conv:
    case Op::ConvNop:
      if (basic_kind(node->type) == types::BasicKind::UnsafePointer && basic_kind(node->x->type) == types::BasicKind::Uintptr) {
        return flow_unsafe(hole, node->x);
      }
      return flow(hole, node->x);
    case Op::ConvIface:
      if (!types::is_interface(node->x->type) && !is_direct(node->x->type)) hole = spill(hole, node);
      return flow(noted(hole, node, "interface-converted"), node->x);
    case Op::SliceToArr: return flow(noted(hole.shifted(1), node, "slice-to-array"), node->x);
    case Op::SliceToArrPtr: return flow(hole, node->x);
    case Op::New: spill(hole, node); return;
    case Op::MakeSlice:
    case Op::MakeMap:
      spill(hole, node);
      discard(node->x);
      return discard(node->y);
    case Op::MakeChan: return discard(node->x);
    case Op::MethodValue: return flow_method_value(hole, node);
    case Op::PtrLit: return flow(spill(hole, node), node->x);
    case Op::ArrayLit:
    case Op::SliceLit: {
      std::string_view why = node->op == Op::SliceLit ? "slice-literal-element" : "array literal element";
      if (node->op == Op::SliceLit) hole = spill(hole, node);
      for (Node* element : node->list) flow(noted(hole, node, why), element->op == Op::Key ? element->y : element);
      return;
    }
    case Op::StructLit:
      for (Node* element : node->list) flow(noted(hole, node, "struct literal element"), element->x);
      return;
    case Op::MapLit:
      spill(hole, node);
      for (Node* element : node->list) {
        flow(noted(graph_.heap_hole(), node, "map literal key"), element->x);
        flow(noted(graph_.heap_hole(), node, "map literal value"), element->y);
      }
      return;
    case Op::Closure: return flow_literal(hole, node);
    case Op::BytesToStr:
    case Op::RunesToStr:
    case Op::RuneToStr:
    case Op::StrToBytes:
    case Op::StrToRunes: spill(hole, node); return discard(node->x);
    case Op::AddString: spill(hole, node); return discard_all(node->list);
    default:
      if (inl::is_binary(node->op)) {
        discard(node->x);
        return discard(node->y);
      }
      return call({&hole, 1}, node);
  }
}

// Arithmetic on unsafe pointers: the addresses inside go on.
void Walker::flow_unsafe(const Hole& hole, Node* node) {
  statements(node->init);
  switch (node->op) {
    case Op::Conv:
    case Op::ConvNop:
      if (basic_kind(node->x->type) == types::BasicKind::UnsafePointer) return flow(hole, node->x);
      return discard(node->x);
    case Op::Plus:
    case Op::Neg:
    case Op::BitNot: return flow_unsafe(hole, node->x);
    case Op::Add:
    case Op::Sub:
    case Op::Or:
    case Op::Xor:
    case Op::Mul:
    case Op::Div:
    case Op::Mod:
    case Op::And:
    case Op::AndNot: flow_unsafe(hole, node->x); return flow_unsafe(hole, node->y);
    case Op::Lsh:
    case Op::Rsh: flow_unsafe(hole, node->x); return discard(node->y);
    default: return flow_bare(graph_.discard_hole(), node);
  }
}

void Walker::flow_literal(const Hole& hole, Node* node) {
  Hole inside = spill(hole, node);
  closures_.push_back({inside, node});
  Function* function = node->function;
  if (!function->is_closure()) return;
  for (Variable* captured : function->captured) {
    Location* location = location_of(captured);
    if (location == nullptr || location->captured) continue;
    // Assignments in straight-line code before the first capture do not count.
    location->captured = true;
    if (location->loop_depth == loop_depth_) location->reassigned = false;
  }
  if (function->in_work) walk_function(function);
}

// The receiver flows to the closure, and to the method's receiver with all results lost.
void Walker::flow_method_value(const Hole& hole, Node* node) {
  Hole closure = spill(hole, node);
  const auto* signature = types::as<types::Signature>(node->type);
  std::vector<Hole> lost(signature != nullptr ? signature->results.size() : 0, graph_.heap_hole());
  const auto* method = types::as_object<types::Func>(node->object);
  Hole receiver = graph_.heap_hole();
  if (method != nullptr && method->decl != nullptr) receiver = tag_hole(lost, {method, node->function}, 0, graph_.heap_hole());
  flow(tee(receiver, closure), node->x);
}

}  // namespace govm::escape
