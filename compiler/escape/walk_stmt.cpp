// Statements: where values flow into (escape-analysis.md 0.2, 1.2, 1.4, 1.8, 1.9, 1.15, 1.16).
#include <fmt/format.h>

#include "compiler/escape/walk.h"
#include "compiler/types/relations.h"

namespace govm::escape {
namespace {

/// The variable that *p or p.f goes through; null for other expressions.
const Variable* dereferenced(const Node* node) {
  if (node->op != Op::Deref && node->op != Op::DotPtr) return nullptr;
  return node->x->op == Op::Name ? node->x->variable : nullptr;
}

/// Whether two expressions without calls are the same.
bool same_safe(const Node* x, const Node* y) {
  while (x->op == Op::ConvNop) x = x->x;
  while (y->op == Op::ConvNop) y = y->x;
  if (x->op != y->op || (x->type != nullptr && y->type != nullptr && !types::identical(x->type, y->type))) return false;
  switch (x->op) {
    case Op::Name: return x->variable != nullptr ? x->variable == y->variable : y->variable == nullptr && x->object == y->object;
    case Op::Dot:
    case Op::DotPtr: return x->text == y->text && same_safe(x->x, y->x);
    case Op::Deref:
    case Op::Not:
    case Op::BitNot:
    case Op::Plus:
    case Op::Neg: return same_safe(x->x, y->x);
    case Op::Conv: return types::basic_of(x->type) != nullptr && same_safe(x->x, y->x);
    case Op::Index:
    case Op::IndexMap: return same_safe(x->x, y->x) && same_safe(x->y, y->y);
    case Op::Literal: return constant::compare(x->value, constant::CompareOp::Equal, y->value);
    case Op::Nil: return true;
    default: return x->op >= Op::Mul && x->op <= Op::Xor && same_safe(x->x, y->x) && same_safe(x->y, y->y);
  }
}

/// Whether evaluating an index may call something.
bool may_affect_memory(const Node* node) {
  switch (node->op) {
    case Op::Name:
    case Op::Literal:
    case Op::Nil: return false;
    case Op::Index: return may_affect_memory(node->x) || may_affect_memory(node->y);
    case Op::Conv:
    case Op::ConvNop:
    case Op::Len:
    case Op::Cap:
    case Op::Not:
    case Op::BitNot:
    case Op::Plus:
    case Op::Neg:
    case Op::Dot:
    case Op::DotPtr:
    case Op::Deref: return may_affect_memory(node->x);
    default: return node->op < Op::Mul || node->op > Op::Xor || may_affect_memory(node->x) || may_affect_memory(node->y);
  }
}

}  // namespace

bool is_self_assignment(const Node* left, const Node* right) {
  bool slices = right->op == Op::Slice || right->op == Op::SliceStr || (right->op == Op::SliceArr && right->x->op != Op::Addr);
  if (slices) {
    const Variable* to = dereferenced(left);
    return to != nullptr && to == dereferenced(right->x);
  }
  if (left->op != right->op) return false;
  if (left->op == Op::Dot || left->op == Op::DotPtr) return same_safe(left->x, right->x);
  if (left->op != Op::Index) return false;
  return !may_affect_memory(left->y) && !may_affect_memory(right->y) && same_safe(left->x, right->x);
}

void Walker::statements(const std::vector<Node*>& list) {
  for (Node* node : list) statement(node);
}

void Walker::block(const std::vector<Node*>& list) {
  int depth = loop_depth_;
  statements(list);
  loop_depth_ = depth;
}

Hole Walker::declare(Variable* variable) {
  Location* location = location_of(variable);
  if (location == nullptr) return graph_.discard_hole();
  location->loop_depth = loop_depth_;
  return {location};
}

void Walker::statement(Node* node) {
  if (node == nullptr) return;
  statements(node->init);
  switch (node->op) {
    case Op::Fallthrough:
    case Op::InlineMark:
    case Op::Break:
    case Op::Continue:
    case Op::Goto: return;
    case Op::Block: return statements(node->body);
    case Op::Decl:
      if (!node->variable->is_blank()) declare(node->variable);
      return;
    case Op::Label:
      if (looping_labels_.contains(node->text)) ++loop_depth_;
      return;
    case Op::If:
      discard(node->x);
      block(node->body);
      return block(node->body2);
    case Op::CheckNil: return discard(node->x);
    case Op::For: return loop(node);
    case Op::Range: return range(node);
    case Op::Switch:
      if (node->x != nullptr && node->x->op == Op::TypeGuard) {
        type_switch(node);
      } else {
        discard(node->x);
      }
      for (Node* clause : node->body) {
        discard_all(clause->list);
        block(clause->body);
      }
      return;
    case Op::Select:
      for (Node* clause : node->body) {
        statement(clause->x);
        block(clause->body);
      }
      return;
    case Op::Send: discard(node->x); return flow(noted(graph_.heap_hole(), node, "send"), node->y);
    case Op::Assign:
    case Op::AssignOp: return assign_list({node->x}, {node->y}, "assign", node);
    case Op::Assign2: return assign_list(node->list, node->list2, "assign-pair", node);
    case Op::Assign2DotType: return assign_list(node->list, node->list2, "assign-pair-dot-type", node);
    case Op::Assign2Map: return assign_list(node->list, node->list2, "assign-pair-mapr", node);
    case Op::Assign2Recv: return assign_list(node->list, node->list2, "assign-pair-receive", node);
    case Op::Assign2Func: {
      statements(node->list2[0]->init);
      std::vector<Hole> holes;
      for (Node* left : node->list) holes.push_back(target(left));
      call(holes, node->list2[0]);
      return reassigned(holes, node);
    }
    case Op::Return: {
      std::vector<Node*> results;
      for (Variable* result : function_->results) results.push_back(session_.name_of(result, node->pos));
      return assign_list(results, node->list, "return", node);
    }
    case Op::Go:
    case Op::Defer: return go_defer(node);
    default:
      if (node->op >= Op::CallFunc && node->op <= Op::UnsafeStringData) return call({}, node);
      return flow_bare(graph_.discard_hole(), node);
  }
}

void Walker::loop(Node* node) {
  ++loop_depth_;
  discard(node->x);
  statement(node->y);
  block(node->body);
  --loop_depth_;
}

void Walker::range(Node* node) {
  Location* ranged = make(nullptr, true);
  flow({ranged}, node->x);
  ++loop_depth_;
  std::vector<Hole> holes;
  for (Node* left : node->list) holes.push_back(target(left));
  const types::Type* type =
      types::is_type_param(node->x->type) && types::core_type(node->x->type) != nullptr ? types::core_type(node->x->type) : node->x->type;
  if (types::as<types::Array>(type) != nullptr) {
    graph_.flow(noted(holes[1], node, "range"), ranged);
  } else {
    graph_.flow(noted(holes[1].shifted(1), node, "range-deref"), ranged);
  }
  reassigned(holes, node);
  block(node->body);
  --loop_depth_;
}

void Walker::type_switch(Node* node) {
  std::vector<Hole> holes;
  if (node->x->flag) {
    for (Node* clause : node->body) {
      if (clause->variable == nullptr) continue;
      Hole hole = declare(clause->variable);
      const types::Type* type = clause->variable->type;
      if (!holds_pointers(type)) continue;
      bool boxed = !types::is_interface(type) && !is_direct(type);
      holes.push_back(noted(boxed ? hole.shifted(1) : hole, clause, "switch case"));
    }
  }
  flow(tee(holes), node->x->x);
}

void Walker::go_defer(Node* node) {
  Hole hole = graph_.heap_hole();
  if (node->op == Op::Defer && loop_depth_ == 1 && node->y == nullptr) hole = {make(nullptr, true)};
  flow(hole, node->x->x);
}

Hole Walker::target(Node* node) {
  if (node == nullptr) return graph_.discard_hole();
  switch (node->op) {
    case Op::Name: {
      if (node->variable == nullptr) return graph_.heap_hole();
      if (node->variable->is_blank()) return graph_.discard_hole();
      Location* location = location_of(node->variable);
      return location != nullptr ? Hole{location} : graph_.heap_hole();
    }
    case Op::Dot: return target(node->x);
    case Op::Index:
      discard(node->y);
      if (types::as<types::Array>(node->x->type) != nullptr) return target(node->x);
      mutate(node->x);
      return graph_.heap_hole();
    case Op::Deref:
    case Op::DotPtr: mutate(node->x); return graph_.heap_hole();
    case Op::IndexMap:
      discard(node->x);
      flow(noted(graph_.heap_hole(), node, "key of map put"), node->y);
      return graph_.heap_hole();
    default: return graph_.heap_hole();
  }
}

void Walker::assign_list(const std::vector<Node*>& left, const std::vector<Node*>& right, std::string_view why, Node* where) {
  std::vector<Hole> holes;
  for (Node* one : left) holes.push_back(target(one));
  for (size_t i = 0; i < holes.size(); ++i) {
    Node* value = i < right.size() ? right[i] : nullptr;
    Hole hole = holes[i];
    if (value != nullptr && left[i] != nullptr && is_self_assignment(left[i], value)) {
      surroundings_.say(where->pos, fmt::format("{} ignoring self-assignment in {}", text_.types().name(*function_), text_.node(where)));
      hole = graph_.discard_hole();
    }
    flow(noted(hole, where, why), value);
  }
  reassigned(holes, where);
}

// Any assignment but the declaring one; a declaration without value is one.
void Walker::reassigned(std::span<const Hole> holes, const Node* where) {
  if (where->op == Op::Assign && where->y == nullptr && where->x->op == Op::Name && where->x->variable != nullptr &&
      where->x->variable->definition == nullptr) {
    return;
  }
  for (const Hole& hole : holes) {
    const Variable* variable = hole.dst->variable;
    if (variable != nullptr && variable->definition == where && where->op != Op::Range) continue;
    hole.dst->reassigned = true;
  }
}

}  // namespace govm::escape
