// What comments claim about allocation, for govm vet: //govm:noalloc on a function, //govm:frame and //govm:heap on a line.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/position.h"
#include "compiler/escape/decisions.h"
#include "compiler/inline/lower.h"

namespace govm::escape {

/// Something in a function, or in what it calls, that may take memory from the heap.
struct Allocation {
  Pos pos;            ///< of the site, variable or call
  Pos called_at;      ///< the call in the asserted function that leads there; unknown: it stands in the function itself
  std::string where;  ///< the function it stands in: "main.sum"
  std::string what;   ///< "&node{...} is on the heap"
};

enum class Claim : uint8_t {
  NoAlloc,  ///< the function and all that it calls allocate nothing
  Frame,    ///< what the line makes stays in a frame
  Heap,     ///< something that the line makes is on the heap
  Unknown,  ///< a word behind //govm: that claims nothing
};

struct Assertion {
  Claim claim = Claim::NoAlloc;
  Pos pos;                              ///< of the comment
  std::string function;                 ///< NoAlloc: that it is about; empty if it stands above no function. Unknown: the word
  std::vector<Allocation> allocations;  ///< NoAlloc: what breaks it
  bool is_met = true;                   ///< NoAlloc: the function has a text; a generic one that nothing instantiates has none
};

/// Looks for allocations in the lowered tree of a function and its callees, as far as they are known: a call of which nothing is known may
/// allocate, and so may a function without body whose results hold pointers. What std allocates counts at the call.
class AllocationSearch {
 public:
  /// `analyze` decides a function that has not been met before (of std).
  AllocationSearch(inl::Lowering& session, const Decisions& decisions, std::function<void(inl::Function*)> analyze)
      : session_(session), decisions_(decisions), analyze_(std::move(analyze)) {}

  /// By position; at most one for each place.
  std::vector<Allocation> search(inl::Function* function);

 private:
  void visit(inl::Function* function);
  void visit_variables(const inl::Function* function, const inl::Text& text);
  void visit_node(const inl::Function* function, const inl::Node* node, const inl::Text& text);
  void visit_call(const inl::Function* function, const inl::Node* node, const inl::Text& text);
  bool standard_allocates(inl::Function* function);
  void add(const inl::Function* function, Pos pos, std::string what);

  inl::Lowering& session_;
  const Decisions& decisions_;
  std::function<void(inl::Function*)> analyze_;
  std::vector<Allocation> found_;
  std::unordered_set<const inl::Function*> seen_;
  std::unordered_map<const inl::Function*, bool> standard_;  ///< whether a function of std may allocate
  Pos called_at_;
};

}  // namespace govm::escape
