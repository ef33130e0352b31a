// Functions from callees to callers, in groups of mutual recursion (escape-analysis.md 1.12).
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

#include "compiler/inline/tree.h"

namespace govm::inl {

/// Tarjan's search as Go's compiler numbers it. A function is looked at when the search comes to it: what is done with a group can change
/// the bodies of its members, not the order. A capturing literal stays with the function around it.
class Groups {
 public:
  /// `mentioned` lists the functions that a function's body names; `work` gets each group, its first member first.
  Groups(std::function<void(Function*, std::vector<Function*>&)> mentioned, std::function<void(std::span<Function* const>)> work)
      : mentioned_(std::move(mentioned)), work_(std::move(work)) {}

  uint32_t visit(Function* function) {
    if (auto it = numbers_.find(function); it != numbers_.end()) return it->second;
    uint32_t id = ++count_;
    numbers_[function] = id;
    uint32_t least = ++count_;
    stack_.push_back(function);
    std::vector<Function*> mentioned;
    mentioned_(function, mentioned);
    for (Function* callee : mentioned) least = std::min(least, visit(callee));
    if ((least == id || least == id + 1) && !function->is_closure()) {
      auto first = std::find(stack_.begin(), stack_.end(), function);
      std::vector<Function*> group(first, stack_.end());
      stack_.erase(first, stack_.end());
      for (Function* member : group) numbers_[member] = UINT32_MAX;
      work_(group);
    }
    return least;
  }

 private:
  std::function<void(Function*, std::vector<Function*>&)> mentioned_;
  std::function<void(std::span<Function* const>)> work_;
  std::unordered_map<const Function*, uint32_t> numbers_;
  std::vector<Function*> stack_;
  uint32_t count_ = 0;
};

}  // namespace govm::inl
