// Building and solving the location graph.
#include "compiler/escape/graph.h"

#include "compiler/escape/function.h"

namespace govm::escape {
namespace {

constexpr uint8_t kEverything = kEscapes | kPersists | kMutates | kCalls;

}  // namespace

Graph::Graph() {
  heap_.attributes = kEverything;
  mutator_.attributes = kMutates;
  callee_.attributes = kCalls;
}

Location* Graph::make(Function* function, int loop_depth, bool persists) {
  locations_.push_back(std::make_unique<Location>());
  Location* location = locations_.back().get();
  location->function = function;
  location->loop_depth = loop_depth;
  if (persists) location->attributes = kPersists;
  return location;
}

Hole Graph::noted(Hole hole, const syntax::Node* where, std::string_view reason) {
  notes_.push_back({hole.notes, where, reason});
  hole.notes = &notes_.back();
  return hole;
}

void Graph::flow(const Hole& hole, Location* source) {
  if (hole.dst == &blank_ || (hole.dst == source && hole.derefs >= 0)) return;
  if (hole.dst->has(kEscapes) && hole.derefs < 0) {
    if (!source->has(kEscapes)) source->path = {{hole.dst, source, hole.derefs, hole.notes}};
    source->attributes |= kEverything;
    return;
  }
  hole.dst->edges.push_back({source, hole.derefs, hole.notes});
}

void Graph::enqueue(Location* location) {
  if (location->queued) return;
  location->queued = true;
  if (location->has(kEscapes)) {
    queue_.push_front(location);
  } else {
    queue_.push_back(location);
  }
}

void Graph::solve(const std::function<std::vector<Location*>(Function*)>& results_of) {
  results_of_ = &results_of;
  auto first = [this](Location* location) {
    location->queued = true;
    queue_.push_front(location);
  };
  for (const auto& location : locations_) first(location.get());
  first(&mutator_);
  first(&callee_);
  first(&heap_);
  while (!queue_.empty()) {
    Location* root = queue_.front();
    queue_.pop_front();
    root->queued = false;
    visit(root);
  }
  results_of_ = nullptr;
}

// Bellman-Ford from the root against the edges. Edges may be negative, but counts never go below zero after an
// address-of step, so there are no endless cycles.
void Graph::visit(Location* root) {
  ++walks_;
  root->walk = walks_;
  root->derefs = 0;
  root->toward = nullptr;
  if (root->has(kCalls) && root->literal != nullptr && !root->literal->results_lost) {
    // The closure may be called by someone unknown: what it returns is lost.
    root->literal->results_lost = true;
    for (Location* result : (*results_of_)(root->literal)) enqueue(result);
  }
  std::deque<Location*> todo{root};
  while (!todo.empty()) {
    Location* location = todo.front();
    todo.pop_front();
    int derefs = location->derefs;
    uint8_t gained = 0;
    if (derefs < 0) {
      derefs = 0;
      if (outlives(root, location)) {
        if (!location->has(kEscapes)) remember_path(location, root);
        gained |= kEverything;
      } else if (root->has(kPersists)) {
        gained |= kPersists;
      }
    }
    if (derefs == 0) gained |= root->attributes & (kMutates | kCalls);
    if (location->is_parameter()) {
      if (outlives(root, location)) record_leak(location, root, derefs);
      if (root->has(kMutates)) location->leaks.add_mutator(derefs);
      if (root->has(kCalls)) location->leaks.add_callee(derefs);
    }
    if ((gained & ~location->attributes) != 0) {
      location->attributes |= gained;
      enqueue(location);
      if (location->has(kEscapes)) continue;
    }
    for (const Edge& edge : location->edges) {
      if (edge.source->has(kEscapes)) continue;
      int along = derefs + edge.derefs;
      if (edge.source->walk != walks_ || edge.source->derefs > along) {
        edge.source->walk = walks_;
        edge.source->derefs = along;
        edge.source->toward = location;
        edge.source->through = &edge;
        todo.push_back(edge.source);
      }
    }
  }
}

bool Graph::outlives(const Location* location, const Location* other) const {
  if (location->has(kEscapes)) return true;
  if (location == &mutator_ || location == &callee_ || location == &blank_) return false;
  if (location->is_result()) {
    // A closure whose calls are all known may return what belongs to the function around it.
    return !(other->function->encloses(location->function) && !location->function->results_lost);
  }
  if (location->function == other->function && location->loop_depth < other->loop_depth) return true;
  return location->function->encloses(other->function);
}

void Graph::record_leak(Location* parameter, const Location* sink, int derefs) const {
  if (!sink->has(kEscapes) && sink->is_result() && sink->function == parameter->function && sink->var->field_index < Leaks::kResults) {
    parameter->leaks.add_result(sink->var->field_index, derefs);
  } else {
    parameter->leaks.add_heap(derefs);
  }
}

void Graph::remember_path(Location* location, const Location* root) {
  location->path.clear();
  for (const Location* at = location; at != root && at->toward != nullptr; at = at->toward) {
    location->path.push_back({at->toward, at, at->through->derefs, at->through->notes});
  }
}

}  // namespace govm::escape
