// Depth-first search for a cycle; initialisation in the order of import paths among packages that are ready.
#include "compiler/load/import_graph.h"

#include <algorithm>
#include <set>

namespace govm::load {

std::vector<std::string> ImportGraph::find_cycle() const {
  enum class Color { White, Gray, Black };
  std::map<std::string, Color> colors;
  std::vector<std::string> path;
  std::vector<std::string> cycle;
  auto visit = [&](auto& self, const std::string& name) -> bool {
    Color& color = colors[name];
    if (color == Color::Black) return false;
    path.push_back(name);
    if (color == Color::Gray) {
      cycle.assign(std::ranges::find(path, name), path.end());
      return true;
    }
    color = Color::Gray;
    if (auto edges = edges_.find(name); edges != edges_.end()) {
      for (const std::string& next : edges->second) {
        if (self(self, next)) return true;
      }
    }
    path.pop_back();
    colors[name] = Color::Black;
    return false;
  };
  for (const auto& [name, edges] : edges_) {
    if (visit(visit, name)) return cycle;
  }
  return {};
}

std::vector<std::string> ImportGraph::initialization_order() const {
  std::map<std::string, std::set<std::string>> waiting_for;
  std::map<std::string, std::vector<std::string>> importers;
  std::set<std::string> ready;
  for (const auto& [name, edges] : edges_) {
    std::set<std::string> open(edges.begin(), edges.end());
    for (const std::string& imported : open) importers[imported].push_back(name);
    if (open.empty()) ready.insert(name);
    waiting_for[name] = std::move(open);
  }
  std::vector<std::string> order;
  while (!ready.empty()) {
    std::string name = *ready.begin();
    ready.erase(ready.begin());
    order.push_back(name);
    for (const std::string& importer : importers[name]) {
      std::set<std::string>& open = waiting_for[importer];
      open.erase(name);
      if (open.empty()) ready.insert(importer);
    }
  }
  return order;
}

}  // namespace govm::load
