// Calls: known functions by their parameters or summaries, unknown ones lose everything (escape-analysis.md 1.7, 1.10).
#include "base/sorted_rows.h"
#include "compiler/escape/walk.h"
#include "compiler/inline/verdicts.h"
#include "compiler/syntax/decl.h"
#include "compiler/types/relations.h"

namespace govm::escape {

using inl::StaticCallee;

// Where the argument for parameter `index` (the receiver counts as the first) goes. `keeper` stands for the heap.
Hole Walker::tag_hole(std::span<const Hole> results, const StaticCallee& callee, size_t index, const Hole& keeper) {
  if (callee.follows_receiver && index == 0) {
    if (callee.function != nullptr && !holds_pointers(callee.function->params[0]->type)) return graph_.discard_hole();
    StaticCallee direct = callee;
    direct.follows_receiver = false;
    return tag_hole(results, direct, 0, keeper).shifted(1);
  }
  if (in_group(callee)) {
    if (index >= callee.function->params.size()) return graph_.heap_hole();
    Location* location = location_of(callee.function->params[index]);
    return location != nullptr ? Hole{location} : graph_.heap_hole();
  }
  std::span<const Leaks> all = surroundings_.leaks_of(callee);
  const Leaks leaks = index < all.size() ? all[index] : Leaks::everything();
  std::vector<Hole> holes;
  if (leaks.heap() >= 0) holes.push_back(keeper.shifted(leaks.heap()));
  if (leaks.mutator() >= 0) holes.push_back(graph_.mutator_hole().shifted(leaks.mutator()));
  if (leaks.callee() >= 0) holes.push_back(graph_.callee_hole().shifted(leaks.callee()));
  for (size_t i = 0; i < Leaks::kResults && i < results.size(); ++i) {
    if (leaks.result(i) >= 0) holes.push_back(results[i].shifted(leaks.result(i)));
  }
  // A result whose address is wanted cannot be asked for one: calls are not addressable.
  return tee(holes);
}

Hole Walker::parameter_hole(std::span<const Hole> results, std::span<const StaticCallee> callees, size_t index, const Hole& keeper) {
  if (callees.empty()) return graph_.heap_hole();
  std::vector<Hole> holes;
  for (const StaticCallee& callee : callees) holes.push_back(tag_hole(results, callee, index, keeper));
  return tee(holes);
}

bool escapes_uintptrs(const types::Func* func) {
  if (func != nullptr && func->origin != nullptr) func = func->origin;
  return func != nullptr && func->decl != nullptr && syntax::find_pragma(func->decl->pragmas, "go:uintptrescapes") != nullptr;
}

// uintptr(p) as an argument, or as one of those that become a slice: p escapes.
void Walker::uintptr_argument(const Hole& hole, Node* one, Node* call) {
  auto pointer_in = [](const Node* node) -> Node* {
    if (node->op != Op::Conv && node->op != Op::ConvNop) return nullptr;
    const types::Basic* to = types::basic_of(node->type);
    const types::Basic* from = types::basic_of(node->x->type);
    const bool converts =
        to != nullptr && from != nullptr && to->basic() == types::BasicKind::Uintptr && from->basic() == types::BasicKind::UnsafePointer;
    return converts ? node->x : nullptr;
  };
  auto escape = [&](const Node* conversion, Node* pointer) { flow(noted(graph_.heap_hole(), conversion, "//go:uintptrescapes"), pointer); };
  if (Node* pointer = pointer_in(one)) {
    statements(one->init);
    return escape(one, pointer);
  }
  if (one->op != Op::SliceLit) return argument(hole, one, call);
  statements(one->init);
  const Hole slice = spill(noted(hole, call, "call parameter"), one);
  for (Node* element : one->list) {
    Node* pointer = pointer_in(element);
    if (pointer != nullptr) {
      escape(element, pointer);
    } else {
      flow(noted(slice, one, "slice-literal-element"), element);
    }
  }
}

// The values that the text of a call would make if it were inlined, as it is in Go: those that keep arguments which leak, or the others.
// Returns such a keeper, or the heap.
Hole Walker::told_sites(std::span<const Hole> results, Node* call, bool keepers) {
  Hole keeper = graph_.heap_hole();
  for (std::string_view rest = call->told_sites; !rest.empty();) {
    const std::string_view told = take_field(rest);
    const auto kind = static_cast<inl::ToldSite>(told[0]);
    if (kind == inl::ToldSite::Bounds || (kind == inl::ToldSite::Keeper) != keepers) continue;
    Location* location = make(call, false);
    location->told = told;
    switch (kind) {
      case inl::ToldSite::Heap:
      case inl::ToldSite::Moved: location->attributes |= kEscapes; break;
      case inl::ToldSite::Keeper: keeper = {location}; [[fallthrough]];
      case inl::ToldSite::WithResult:
      case inl::ToldSite::MovedWithResult:
        if (!results.empty()) graph_.flow(results[0].shifted(-1), location);
        break;
      default: break;
    }
  }
  return keeper;
}

void Walker::function_call(std::span<const Hole> results, Node* node) {
  const Hole keeper = told_sites(results, node, true);
  std::vector<StaticCallee> callees;
  // Called through a value, the function of an instance gets its dictionary from the wrapper that the value names.
  bool adds_dictionary = node->op == Op::CallFunc && node->x->distinct;
  if (node->op == Op::CallFunc) {
    const inl::StaticValues& values = static_values(function_);
    Node* callee = values.of(node->x);
    adds_dictionary |= callee != node->x;
    if (StaticCallee known = inl::static_callee(callee); known.known()) {
      callees.push_back(known);
    } else if (callee->op == Op::Name && callee->variable != nullptr) {
      if (const std::vector<Node*>* assignments = values.function_assignments(callee->variable)) {
        for (const Node* assign : *assignments) {
          StaticCallee one = inl::static_callee(assign->y);
          if (!one.known()) {
            callees.clear();
            break;
          }
          callees.push_back(one);
        }
      }
    }
  }
  for (const StaticCallee& callee : callees) {
    if (!in_group(callee)) continue;
    for (size_t i = 0; i < results.size() && i < callee.function->results.size(); ++i) {
      Variable* result = callee.function->results[i];
      Hole hole = results[i];
      if (hole.derefs >= 0 && !holds_pointers(result->type)) continue;
      if (Location* location = location_of(result)) graph_.flow(hole, location);
    }
  }
  size_t index = 0;
  if (node->op == Op::CallFunc) {
    Hole callee_hole = graph_.discard_hole();
    if (callees.empty()) {
      for (const Hole& result : results) {
        if (graph_.is_blank(result.dst)) continue;
        callee_hole = noted(graph_.callee_hole(), node, "callee operand");
        break;
      }
    }
    flow(callee_hole, node->x);
  } else {
    argument(graph_.heap_hole(), node->x->x, node);
  }
  const Function* instance = adds_dictionary && !callees.empty() ? callees[0].function : nullptr;
  adds_dictionary = instance != nullptr && instance->is_instance && !instance->is_wrapper && instance->func != nullptr;
  size_t dictionary = instance != nullptr && instance->func != nullptr && instance->func->signature()->recv != nullptr ? 1 : 0;
  for (Node* one : node->list) {
    if (adds_dictionary && index == dictionary) ++index;
    const Hole hole = parameter_hole(results, callees, index, keeper);
    if (callees.size() == 1 && escapes_uintptrs(callees[0].func)) {
      uintptr_argument(hole, one, node);
    } else {
      argument(hole, one, node);
    }
    ++index;
  }
  told_sites(results, node, false);
}

void Walker::append(const Hole& hole, Node* node) {
  const types::Type* type = node->list[0]->type;
  const auto* slice = types::as<types::Slice>(types::core_of(type));
  bool pointers = slice == nullptr || holds_pointers(slice->elem);
  Hole appendee = tee(hole, graph_.mutator_hole());
  if (pointers) appendee = tee(appendee, noted(graph_.heap_hole().shifted(1), node, "appendee slice"));
  argument(appendee, node->list[0], node);
  if (node->flag) {
    const auto* appended = types::as<types::Slice>(node->list[1]->type);
    bool content = appended != nullptr && holds_pointers(appended->elem);
    argument(content ? noted(graph_.heap_hole().shifted(1), node, "appended slice...") : graph_.discard_hole(), node->list[1], node);
  } else {
    for (size_t i = 1; i < node->list.size(); ++i) argument(graph_.heap_hole(), node->list[i], node);
  }
  // The new backing store may come back as the result; no loop forces it to the heap.
  Hole store = spill(hole, node);
  store.dst->loop_depth = 0;
}

void Walker::call(std::span<const Hole> results, Node* node) {
  Hole hole = results.empty() ? graph_.discard_hole() : results[0];
  switch (node->op) {
    case Op::CallFunc:
    case Op::CallInter: return function_call(results, node);
    case Op::InlinedCall:
      statements(node->body);
      for (size_t i = 0; i < node->list.size(); ++i) flow(i < results.size() ? results[i] : graph_.discard_hole(), node->list[i]);
      return;
    case Op::Append: return append(hole, node);
    case Op::Copy: {
      argument(graph_.mutator_hole(), node->x, node);
      const auto* from = types::as<types::Slice>(node->y->type);
      bool content = from != nullptr && holds_pointers(from->elem);
      return argument(content ? noted(graph_.heap_hole().shifted(1), node, "copied slice") : graph_.discard_hole(), node->y, node);
    }
    case Op::Panic: return argument(graph_.heap_hole(), node->x, node);
    case Op::Clear: return argument(graph_.mutator_hole(), node->x, node);
    case Op::Max:
    case Op::Min:
      for (Node* one : node->list) argument(hole, one, node);
      return;
    case Op::UnsafeAdd:
    case Op::UnsafeSlice:
    case Op::UnsafeString:
    case Op::UnsafeSliceData:
    case Op::UnsafeStringData: argument(hole, node->x, node); return discard(node->y);
    default:
      discard(node->x);
      discard(node->y);
      return discard_all(node->list);
  }
}

}  // namespace govm::escape
