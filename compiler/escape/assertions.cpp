// Searching a function and its callees for allocations.
#include "compiler/escape/assertions.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "compiler/escape/findings.h"
#include "compiler/escape/walk.h"
#include "compiler/inline/static_value.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"

namespace govm::escape {
namespace {

bool makes_value(const Node* node) {
  switch (node->op) {
    case Op::New:
    case Op::PtrLit:
    case Op::SliceLit:
    case Op::MapLit:
    case Op::MakeSlice:
    case Op::MakeMap:
    case Op::MakeChan:
    case Op::Closure:
    case Op::MethodValue:
    case Op::AddString:
    case Op::Append:
    case Op::BytesToStr:
    case Op::RunesToStr:
    case Op::RuneToStr:
    case Op::StrToBytes:
    case Op::StrToRunes: return true;
    case Op::ConvIface: return !types::is_interface(node->x->type) && !is_direct(node->x->type);
    default: return false;
  }
}

/// string(b) that is only looked at is not made.
bool is_only_read(const Node* node) { return node != nullptr && node->op == Op::BytesToStr; }

}  // namespace

std::vector<Allocation> AllocationSearch::search(inl::Function* function) {
  found_.clear();
  seen_.clear();
  called_at_ = {};
  visit(function);
  std::ranges::stable_sort(found_, {}, &Allocation::pos);
  auto same = [](const Allocation& a, const Allocation& b) { return a.pos == b.pos && a.what == b.what; };
  found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
  return std::move(found_);
}

void AllocationSearch::add(const inl::Function* function, Pos pos, std::string what) {
  const types::Package* package = function->package_of_text();
  found_.push_back({pos, called_at_, fmt::format("{}.{}", package != nullptr ? package->path : "", function->name), std::move(what)});
}

void AllocationSearch::visit(inl::Function* function) {
  if (!seen_.insert(function).second) return;
  analyze_(function);
  const inl::Text text(session_.types(), function->home);
  visit_variables(function, text);
  std::unordered_set<const Node*> only_read;
  inl::walk_tree(function->body, [&](const Node* node) {
    const bool compares = node->op >= Op::Eq && node->op <= Op::Ge;
    if (compares && is_only_read(node->x)) only_read.insert(node->x);
    if ((compares || node->op == Op::IndexMap) && is_only_read(node->y)) only_read.insert(node->y);
    if (!only_read.contains(node)) visit_node(function, node, text);
  });
}

bool AllocationSearch::standard_allocates(inl::Function* function) {
  auto [known, fresh] = standard_.try_emplace(function, false);
  if (fresh) known->second = !AllocationSearch(session_, decisions_, analyze_).search(function).empty();
  return known->second;
}

void AllocationSearch::visit_variables(const inl::Function* function, const inl::Text& text) {
  for (const Variable* variable : function->declared) {
    if (variable->var == nullptr) continue;
    const Decision* decision = decisions_.find_variable(variable->var, variable->context);
    if (decision == nullptr || decision->placement != Placement::Heap) continue;
    if (!types::is_parameterized(variable->type) && types::size_of(variable->type) == 0) continue;
    add(function, variable->var->pos, fmt::format("{} {} is on the heap", variable->name, text.types().type(variable->type)));
  }
}

void AllocationSearch::visit_node(const inl::Function* function, const Node* node, const inl::Text& text) {
  if (node->op == Op::CallFunc || node->op == Op::CallInter) return visit_call(function, node, text);
  auto grows = [&](const Node* target) {
    if (target != nullptr && target->op == Op::IndexMap) add(function, target->own_pos, fmt::format("{} may grow", text.node(target->x)));
  };
  if (node->op == Op::Assign || node->op == Op::AssignOp) return grows(node->x);
  if (inl::is_assign2(node->op) || node->op == Op::Range) {
    std::ranges::for_each(node->list, grows);
    return;
  }
  if (!makes_value(node)) return;
  const Decision* decision = decisions_.find(node->source, role_of(node), node->context);
  const bool on_heap = node->op == Op::MakeChan || decision == nullptr || decision->placement == Placement::Heap;
  const Cost cost = decision != nullptr && decision->zero_copy ? Cost::Nothing : cost_of(node, on_heap);
  if (cost == Cost::Nothing) return;
  const std::string name = node->op == Op::Append ? "append" : text.node(node);
  std::string_view what = on_heap ? "is on the heap" : "goes to the heap if it does not fit its buffer in the frame";
  if (node->op == Op::Append) what = "may grow the slice";
  add(function, node->own_pos, fmt::format("{} {}", name, what));
}

void AllocationSearch::visit_call(const inl::Function* function, const Node* node, const inl::Text& text) {
  if (node->op == Op::CallInter)
    return add(function, node->own_pos, fmt::format("a call of the interface method {} may allocate", text.node(node->x)));
  const inl::StaticCallee callee = inl::static_callee(node->x);
  if (callee.function != nullptr && callee.function->func != nullptr && callee.function->func->decl->has_body()) {
    const auto is_standard = [](const inl::Function* one) { return one->package != nullptr && one->package->is_std; };
    if (is_standard(callee.function) && !is_standard(function)) {
      if (standard_allocates(callee.function)) add(function, node->own_pos, fmt::format("{} may allocate", text.node(node->x)));
      return;
    }
    const Pos outer = called_at_;
    if (!called_at_) called_at_ = node->own_pos;
    visit(callee.function);
    called_at_ = outer;
    return;
  }
  if (callee.function != nullptr && callee.func == nullptr) return visit(callee.function);
  if (!callee.known()) return add(function, node->own_pos, fmt::format("a call of the function value {} may allocate", text.node(node->x)));
  // Written in C++, or elsewhere: what comes back may be new.
  const bool pointers = std::ranges::any_of(callee.func->signature()->results, [](const types::Var* result) {
    return types::is_parameterized(result->type) || types::has_pointers(result->type);
  });
  if (pointers) add(function, node->own_pos, fmt::format("{} may allocate", text.node(node->x)));
}

}  // namespace govm::escape
