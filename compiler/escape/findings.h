// What the analysis found, for people: every variable, parameter and allocating expression of the user's packages with its place, what it
// can cost at run time, the way its value takes, a sentence that says why, and what could be done about it.
//
// Made beside the lines of -m, from the same solved graphs; nothing here decides anything.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/position.h"
#include "base/source_file.h"
#include "compiler/escape/decisions.h"
#include "compiler/escape/graph.h"
#include "compiler/inline/text.h"

namespace govm::escape {

enum class FindingKind : uint8_t {
  Variable,   ///< a local variable
  Parameter,  ///< a parameter or receiver that holds pointers: what becomes of what the caller passes
  Site,       ///< an allocating expression
};

/// What running over a finding once can take from the heap.
enum class Cost : uint8_t {
  Nothing,    ///< never an object
  Sometimes,  ///< beyond a buffer in the frame, or for some values
  Always,
};

/// One step of the way that a value takes: the expression or statement, and the word of -m=2 for it.
struct Step {
  Pos pos;
  std::string text;
  std::string_view word;
};

struct Finding {
  FindingKind kind = FindingKind::Site;
  SiteRole role = SiteRole::New;  ///< of a site
  Pos pos;                        ///< in its own text, as -m counts columns
  Pos inlined_at;                 ///< the outermost call in whose place the text stands; unknown: it stands for itself
  std::string function;           ///< whose frame it is about: "main.newOrder"
  std::string name;               ///< "o"; of a site as -m prints it: "&Node{...}"
  std::string type;               ///< of the value made, "Order"
  int64_t size = 0;               ///< of the value made, in bytes; 0 if that is not known before the run
  Placement placement = Placement::Frame;
  Cost cost = Cost::Nothing;
  bool decided = true;     ///< false: a variable whose address nothing takes, there was nothing to decide
  std::vector<Step> path;  ///< of what is on the heap, or of a parameter that leaks: how it gets out
  std::string because;     ///< a sentence without full stop
  std::string advice;      ///< how it could be avoided; empty if there is nothing to avoid
};

/// Turns the locations of one solved group into findings.
class FindingCollector {
 public:
  FindingCollector(const Graph& graph, const inl::Text& text, const SourceMap& sources);

  /// A sentence without full stop that says why a variable or site lies where it does.
  std::string because(const Location& location) const;
  /// A finding of one location; false if the location is nothing that people see. `leak_path`: how a parameter leaks.
  bool describe(const Location& location, const std::vector<Location::Hop>& leak_path, Finding& out) const;

  /// A channel: no location, but memory all the same.
  void describe_channel(const Function* function, const Node* node, Finding& out) const;
  /// An append that escapes may still fill a buffer in the frame first (late_move.h).
  void note_late_move(const Location& location, const Decisions& decisions, Finding& out) const;

 private:
  void describe_declared(const Variable& variable, Finding& out) const;
  void describe_variable(const Location& location, Finding& out) const;
  void describe_parameter(const Location& location, const std::vector<Location::Hop>& leak_path, Finding& out) const;
  void describe_site(const Location& location, Finding& out) const;
  /// False: nothing takes the address of a variable.
  bool is_decided(const Location& location) const;
  std::vector<Step> steps(const std::vector<Location::Hop>& path) const;
  std::string raw_because(const Location& location) const;
  /// Where the address of something in a frame goes.
  std::string uses_of(const Location& location) const;
  std::string use_text(const Note* notes, const Location* dst, const Location& location) const;
  std::string place(Pos pos) const;

  const inl::Text& text_;
  const SourceMap& sources_;
  struct Use {
    const Location* dst;
    const Note* notes;
  };
  std::unordered_map<const Location*, std::vector<Use>> uses_;
};

/// What an allocating expression can cost at run time (escape-analysis.md 3).
Cost cost_of(const Node* node, bool on_heap);

}  // namespace govm::escape
