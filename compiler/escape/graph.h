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
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

#include "base/position.h"
#include "compiler/escape/decisions.h"
#include "compiler/escape/leaks.h"
#include "compiler/inline/tree.h"

namespace govm::escape {

using inl::Function;
using inl::Node;
using inl::Variable;
using inl::VariableClass;
struct Location;

/// Why a value flows: one step of the path that -m=2 prints. A list, the outermost step first.
struct Note {
  const Note* next;
  const Node* where;
  std::string_view reason;  ///< static text
};

/// A place that a value flows to: `dst` receives it after `derefs` dereferences.
struct Hole {
  Location* dst = nullptr;
  int derefs = 0;
  const Note* notes = nullptr;
  bool takes_address = false;  ///< the last step was one

  Hole shifted(int by) const { return {dst, derefs + by, notes, by < 0}; }
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
  Node* node = nullptr;  ///< of an expression; null for variables and unnamed temporaries
  Variable* variable = nullptr;
  Function* function = nullptr;
  int loop_depth = 1;
  uint8_t attributes = 0;
  bool boxes_constant = false;  ///< a conversion to interface: of what can be read-only data
  bool captured = false;        ///< a closure captures the variable
  bool reassigned = false;
  bool addressed = false;   ///< the variable's address is taken
  size_t result_index = 0;  ///< of a result
  std::string_view told;  ///< of a value in text that only lines show as inlined: letter, blank and text (inl::ToldSite); node is the call
  std::string_view forced;  ///< why it must be on the heap whatever flows; empty: nothing forces it
  Leaks leaks;              ///< of a parameter
  std::vector<Edge> edges;
  std::vector<const Note*> unkept;  ///< flows of its address to where nothing is kept; noted only on request

  bool has(Attribute attribute) const { return attributes & attribute; }
  bool is_parameter() const { return variable != nullptr && variable->kind == VariableClass::Param; }
  bool is_result() const { return variable != nullptr && variable->kind == VariableClass::Result; }

  // The solver's: what a walk from here would tell.
  bool outlives_some = false;                         ///< locations of its function in deeper loops, or in literals
  bool is_source = false;                             ///< it has attributes that no walk through it has passed on
  int kept_derefs = std::numeric_limits<int>::max();  ///< the least with which its value is known to flow to the heap
  // The state of the walk from one root.
  uint32_t walk = 0;
  int derefs = 0;
  Location* toward = nullptr;     ///< next location on the path to the root
  const Edge* through = nullptr;  ///< by this edge
  bool queued = false;
  uint32_t in_walk = 0;  ///< the walk whose list it is on
  // The path that made it escape, for explanations.
  struct Hop {
    const Location* dst;
    const Location* src;
    int derefs;
    const Note* notes;
  };
  std::vector<Hop> path;
};

/// Hears of decisions in the order in which they fall: what -m=2 prints (escape-analysis.md 4).
class Witness {
 public:
  /// `location` must be on the heap: its path says why. `at_once`: its address flows to the heap where the text says so.
  virtual void escapes(const Location& location, bool at_once) = 0;
  /// Whether every walk in which a parameter leaks is to be told, not only those that find out something.
  virtual bool hears_all() const = 0;
  /// A parameter flows to `sink`; a path as above.
  virtual void leaks(const Location& parameter, const Location& sink, int derefs, const std::vector<Location::Hop>& path) = 0;

 protected:
  ~Witness() = default;
};

class Graph {
 public:
  /// `witness` may be null.
  explicit Graph(Witness* witness);
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
  const Location* mutator() const { return &mutator_; }
  const Location* callee() const { return &callee_; }
  /// From now on locations also note the flows of their address that end nowhere.
  void note_unkept() { notes_unkept_ = true; }

  Hole noted(Hole hole, const Node* where, std::string_view reason);
  /// The edge `hole <- source`.
  void flow(const Hole& hole, Location* source);

  /// Visits until nothing changes.
  void solve();

 private:
  bool has_effect(const Location* root) const;
  void visit(Location* root);
  void enqueue(Location* location);
  bool outlives(const Location* location, const Location* other) const;
  void record_leak(Location* parameter, const Location* sink, int derefs) const;
  static std::vector<Location::Hop> path_to(const Location* location, const Location* root);

  Location heap_;
  Location mutator_;
  Location callee_;
  Location blank_;
  std::vector<std::unique_ptr<Location>> locations_;
  std::deque<Note> notes_;
  std::deque<Location*> queue_;
  uint32_t walks_ = 0;
  bool notes_unkept_ = false;
  Witness* witness_;
  bool prunes_;  ///< walks end where they find out nothing
};

}  // namespace govm::escape
