// Chains of comparisons of one value with constants become one Switch: a jump table or a binary search.
#include <algorithm>
#include <unordered_set>
#include <vector>

#include "compiler/ir/edit.h"
#include "compiler/ir/pass.h"

namespace govm::ir {
namespace {

// A chain in source order is as good up to here: of a dense table, of a search.
constexpr size_t kMinTable = 4;
constexpr size_t kMinSearch = 8;

/// A block that ends in `if x == value`.
struct Test {
  Block* block = nullptr;
  Value* subject = nullptr;
  int64_t value = 0;
  size_t hit = 0;  ///< the successor if they are equal
};

bool test_of(Block* block, Test& test) {
  const Value* end = block->terminator();
  if (end->op != Op::Branch || block->successors[0] == block->successors[1]) return false;
  const Value* condition = end->arg(0);
  if (condition->op != Op::Eq && condition->op != Op::Ne) return false;
  Value* subject = condition->arg(0);
  if (subject->rep != Rep::Word || may_hold_pointer(*subject) || subject->op == Op::Const || condition->arg(1)->op != Op::Const)
    return false;
  test = {block, subject, condition->arg(1)->imm, condition->op == Op::Eq ? size_t{0} : size_t{1}};
  return true;
}

// Whether a block does nothing but test, so that its test can be made elsewhere.
bool only_tests(const Block* block) {
  return block->predecessors.size() == 1 && !block->loop_header &&
         std::all_of(block->values.begin(), block->values.end() - 1,
                     [](const Value* v) { return v->op == Op::Const || v->op == Op::Eq || v->op == Op::Ne; });
}

/// Where an edge leads, with what it gives to the phis there.
struct Edge {
  int64_t value;
  Block* to;
  std::vector<Value*> phi_operands;
};

Edge edge_of(const Test& test, size_t successor) {
  Edge edge{test.value, test.block->successors[successor], {}};
  const size_t index = predecessor_index(edge.to, test.block);
  for (const Value* phi : edge.to->values) {
    if (phi->op != Op::Phi) break;
    edge.phi_operands.push_back(phi->arg(index));
  }
  return edge;
}

void add(Function& function, Block* from, const Edge& edge) {
  Function::add_edge(from, edge.to);
  for (size_t i = 0; i < edge.phi_operands.size(); ++i) {
    Value* phi = edge.to->values[i];
    std::vector<Value*> operands(phi->args.begin(), phi->args.end());
    operands.push_back(edge.phi_operands[i]);
    phi->args = function.copy_args(operands);
  }
}

bool is_worth_it(const std::vector<Edge>& edges) {
  const auto range = static_cast<uint64_t>(edges.back().value) - static_cast<uint64_t>(edges.front().value);
  return edges.size() >= (range <= 2 * edges.size() ? kMinTable : kMinSearch);
}

void make_switch(Function& function, Block* first) {
  std::vector<Test> chain(1);
  if (!test_of(first, chain[0])) return;
  for (;;) {
    Block* next = chain.back().block->successors[1 - chain.back().hit];
    Test test;
    if (!only_tests(next) || !test_of(next, test) || test.subject != chain[0].subject) break;
    chain.push_back(test);
  }
  std::vector<Edge> edges;
  std::unordered_set<int64_t> known;
  for (const Test& test : chain) {
    // Of two equal values the first decides.
    if (known.insert(test.value).second) edges.push_back(edge_of(test, test.hit));
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.value < b.value; });
  if (!is_worth_it(edges)) return;
  const Edge otherwise = edge_of(chain.back(), 1 - chain.back().hit);
  Value* end = first->terminator();
  first->values.pop_back();
  for (const Test& test : chain) {
    while (!test.block->successors.empty()) remove_edge(test.block, test.block->successors.size() - 1);
    if (test.block == first) continue;
    // Constants that phis take from this block.
    for (Value* value : test.block->values) {
      if (value->op != Op::Const) continue;
      value->block = first;
      first->values.push_back(value);
    }
    std::erase_if(test.block->values, [](const Value* v) { return v->op == Op::Const; });
  }
  auto* values = static_cast<int64_t*>(function.arena.allocate(edges.size() * sizeof(int64_t), alignof(int64_t)));
  for (size_t i = 0; i < edges.size(); ++i) values[i] = edges[i].value;
  end->op = Op::Switch;
  end->args = function.copy_args(std::vector<Value*>{chain[0].subject});
  end->aux.cases = function.arena.make<Cases>(Cases{{values, edges.size()}});
  first->values.push_back(end);
  for (const Edge& edge : edges) add(function, first, edge);
  add(function, first, otherwise);
}

}  // namespace

void make_switches(Function& function) {
  for (const auto& block : function.blocks) {
    if (!block->successors.empty()) make_switch(function, block.get());
  }
  remove_unreachable_blocks(function);
}

}  // namespace govm::ir
