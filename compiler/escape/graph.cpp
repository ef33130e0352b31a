// Building and solving the location graph.
#include "compiler/escape/graph.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace govm::escape {
namespace {

constexpr uint8_t kEverything = kEscapes | kPersists | kMutates | kCalls;

}  // namespace

Graph::Graph(Witness* witness) : witness_(witness), prunes_(witness == nullptr || !witness->hears_all()) {
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
  location->is_source = persists;
  return location;
}

Hole Graph::noted(Hole hole, const Node* where, std::string_view reason) {
  notes_.push_back({hole.notes, where, reason});
  hole.notes = &notes_.back();
  return hole;
}

void Graph::flow(const Hole& hole, Location* source) {
  if (hole.takes_address) source->addressed = true;
  if (notes_unkept_ && hole.dst == &blank_ && hole.takes_address) source->unkept.push_back(hole.notes);
  if (hole.dst == &blank_ || (hole.dst == source && hole.derefs >= 0)) return;
  if (hole.dst->has(kEscapes) && hole.derefs < 0) {
    source->path = {{hole.dst, source, hole.derefs, hole.notes}};
    if (witness_ != nullptr) witness_->escapes(*source, true);
    source->attributes |= kEverything;
    source->is_source = true;
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

void Graph::solve() {
  struct Extent {
    int deepest_loop = 0;
    bool has_literals = false;
  };
  std::unordered_map<const Function*, Extent> extents;
  for (const auto& location : locations_) {
    Extent& extent = extents[location->function];
    extent.deepest_loop = std::max(extent.deepest_loop, location->loop_depth);
    for (const Function* around = location->function->outer; around != nullptr; around = around->outer) extents[around].has_literals = true;
  }
  for (const auto& location : locations_) {
    const Extent& extent = extents[location->function];
    location->outlives_some = extent.has_literals || location->loop_depth < extent.deepest_loop;
  }
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
}

// A location that outlives nothing passes on its attributes, and the walk in which it got them has done that: it went on from here.
bool Graph::has_effect(const Location* root) const {
  return root->function == nullptr || root->is_source || root->outlives_some || root->is_result();
}

// Bellman-Ford from the root against the edges. Edges may be negative, but counts never go below zero after an
// address-of step, so there are no endless cycles.
void Graph::visit(Location* root) {
  ++walks_;
  root->walk = walks_;
  root->derefs = 0;
  root->toward = nullptr;
  Function* literal = root->node != nullptr && root->node->op == inl::Op::Closure ? root->node->function : nullptr;
  if (root->has(kCalls) && literal != nullptr && literal->in_work && !literal->results_lost) {
    // The closure may be called by someone unknown: what it returns is lost.
    literal->results_lost = true;
    for (Variable* result : literal->results) {
      if (result->location != nullptr) enqueue(result->location);
    }
  }
  if (!has_effect(root)) return;
  std::deque<Location*> todo{root};
  while (!todo.empty()) {
    Location* location = todo.front();
    todo.pop_front();
    location->in_walk = 0;
    int derefs = location->derefs;
    uint8_t gained = 0;
    if (derefs < 0) {
      derefs = 0;
      if (outlives(root, location)) {
        if (!location->has(kEscapes)) {
          location->path = path_to(location, root);
          if (witness_ != nullptr) witness_->escapes(*location, false);
        }
        gained |= kEverything;
      } else if (root->has(kPersists)) {
        gained |= kPersists;
      }
    }
    if (derefs == 0) gained |= root->attributes & (kMutates | kCalls);
    if (location->is_parameter()) {
      if (outlives(root, location)) {
        if (witness_ != nullptr && !location->has(kEscapes)) witness_->leaks(*location, *root, derefs, path_to(location, root));
        record_leak(location, root, derefs);
      }
      if (root->has(kMutates)) location->leaks.add_mutator(derefs);
      if (root->has(kCalls)) location->leaks.add_callee(derefs);
    }
    if ((gained & ~location->attributes) != 0) {
      location->attributes |= gained;
      location->is_source = location->is_source || location == root || location->has(kEscapes);
      enqueue(location);
      if (location->has(kEscapes)) continue;
    }
    for (const Edge& edge : location->edges) {
      if (edge.source->has(kEscapes)) continue;
      int along = derefs + edge.derefs;
      if (edge.source->walk != walks_ || edge.source->derefs > along) {
        // Whatever the value flows to from here on, the heap has it already; a flow to a result says less.
        if (prunes_ && edge.source->kept_derefs <= along) continue;
        if (root->has(kEscapes)) edge.source->kept_derefs = along;
        edge.source->walk = walks_;
        edge.source->derefs = along;
        edge.source->toward = location;
        edge.source->through = &edge;
        if (edge.source->in_walk == walks_) continue;
        edge.source->in_walk = walks_;
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
  if (!sink->has(kEscapes) && sink->is_result() && sink->function == parameter->function && sink->result_index < Leaks::kResults) {
    parameter->leaks.add_result(sink->result_index, derefs);
  } else {
    parameter->leaks.add_heap(derefs);
  }
}

// From a location to the root. A cycle of assignments ends the path with a hop that leads nowhere.
std::vector<Location::Hop> Graph::path_to(const Location* location, const Location* root) {
  std::vector<Location::Hop> path;
  std::unordered_set<const Location*> seen;
  for (const Location* at = location; at->toward != nullptr; at = at->toward) {
    if (!seen.insert(at).second) {
      path.push_back({nullptr, at, 0, nullptr});
      break;
    }
    path.push_back({at->toward, at, at->through->derefs, at->through->notes});
    if (at->toward == root) break;
  }
  return path;
}

}  // namespace govm::escape
