// The location graph and its solution (escape-analysis.md 1.1, 1.11).
//
// A location is a variable, an allocating expression, or one of the pseudo locations heap, mutator, callee and
// blank. An edge dst <- src says that the value of src, dereferenced so many times, flows into dst; -1 means that
// src's address does. `solve` finds which locations must be on the heap and what parameters leak. One Graph
// serves one group of mutually recursive functions. Source of the algorithm: Go's cmd/compile, whose order of
// visits is kept because diagnostics depend on it.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "base/position.h"
#include "compiler/escape/decisions.h"
#include "compiler/escape/leaks.h"
#include "compiler/types/object.h"

namespace govm::escape {

struct Function;
struct Location;

/// Why a value flows: one step of the path that -m=2 prints. A list, the outermost step first.
struct Note {
  const Note* next;
  const syntax::Node* where;
  std::string_view reason;  ///< static text
};

/// A place that a value flows to: `dst` receives it after `derefs` dereferences.
struct Hole {
  Location* dst = nullptr;
  int derefs = 0;
  const Note* notes = nullptr;

  Hole shifted(int by) const { return {dst, derefs + by, notes}; }
};

struct Edge {
  Location* source;
  int derefs;
  const Note* notes;
};

/// Attributes of a location.
enum Attribute : uint8_t {
  kEscapes = 1,   ///< must be on the heap
  kPersists = 2,  ///< its address outlives the statement: the storage cannot be used again at once
  kMutates = 4,   ///< memory reachable from it may be written
  kCalls = 8,     ///< closures reachable from it may be called with their results lost
};

struct Location {
  const types::Var* var = nullptr;        ///< of a variable
  const syntax::Node* node = nullptr;     ///< of an expression; null for temporaries
  SiteRole role = SiteRole::New;          ///< of an expression
  Function* function = nullptr;
  Pos pos;                                ///< where diagnostics put it
  int loop_depth = 1;
  uint8_t attributes = 0;
  bool reassigned = false;
  std::string_view forced;                ///< why it must be on the heap whatever flows; empty: nothing forces it
  Function* literal = nullptr;            ///< the function of a closure expression, if it is of this group
  Leaks leaks;                            ///< of a parameter
  std::vector<Edge> edges;

  bool has(Attribute attribute) const { return attributes & attribute; }
  bool is_parameter() const {
    return var && (var->var_kind == types::VarKind::Param || var->var_kind == types::VarKind::Receiver);
  }
  bool is_result() const { return var && var->var_kind == types::VarKind::Result; }

  // The solver's: state of the walk from one root.
  uint32_t walk = 0;
  int derefs = 0;
  Location* toward = nullptr;      ///< next location on the path to the root
  const Edge* through = nullptr;   ///< by this edge
  bool queued = false;
  // The path that made it escape, for explanations.
  struct Hop {
    const Location* dst;
    const Location* src;
    int derefs;
    const Note* notes;
  };
  std::vector<Hop> path;
};

class Graph {
 public:
  Graph();
  Graph(const Graph&) = delete;
  Graph& operator=(const Graph&) = delete;

  Location* make(Function* function, int loop_depth, bool persists);
  const std::vector<std::unique_ptr<Location>>& locations() const { return locations_; }

  Hole heap_hole() { return {&heap_}; }
  Hole mutator_hole() { return {&mutator_}; }
  Hole callee_hole() { return {&callee_}; }
  Hole discard_hole() { return {&blank_}; }
  bool is_blank(const Location* location) const { return location == &blank_; }
  const Location* heap() const { return &heap_; }

  Hole noted(Hole hole, const syntax::Node* where, std::string_view reason);
  /// The edge `hole <- source`.
  void flow(const Hole& hole, Location* source);

  /// Visits until nothing changes. `results_of` gives the result locations of a closure of this group.
  void solve(const std::function<std::vector<Location*>(Function*)>& results_of);

 private:
  void visit(Location* root);
  void enqueue(Location* location);
  bool outlives(const Location* location, const Location* other) const;
  void record_leak(Location* parameter, const Location* sink, int derefs) const;
  static void remember_path(Location* location, const Location* root);

  Location heap_;
  Location mutator_;
  Location callee_;
  Location blank_;
  std::vector<std::unique_ptr<Location>> locations_;
  std::deque<Note> notes_;
  std::deque<Location*> queue_;
  uint32_t walks_ = 0;
  const std::function<std::vector<Location*>(Function*)>* results_of_ = nullptr;
};

}  // namespace govm::escape
