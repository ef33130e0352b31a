// The inliner: which functions can be inlined, and which calls are (escape-analysis.md 5).
//
// Works on the lowered trees of a package, together with devirtualisation: what one makes known helps the other. Calls in user packages are
// inlined; the functions of std are judged as Go judges them, by the measured table.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/inline/devirtualize.h"
#include "compiler/inline/groups.h"
#include "compiler/inline/lower.h"
#include "compiler/inline/static_value.h"
#include "compiler/inline/verdicts.h"

namespace govm::inl {

/// Source of the rules: Go's cmd/compile/internal/inline and inline/interleaved.
class Inliner {
 public:
  Inliner(Lowering& session, Devirtualizer& devirtualizer, const VerdictTable* std_verdicts)
      : session_(session), devirtualizer_(devirtualizer), std_verdicts_(std_verdicts) {}

  void set_verbosity(int verbosity) { verbosity_ = verbosity; }
  /// Whether calls are inlined at all; if not only devirtualisation works. Those of functions named in `kept`, as in stack traces, are not:
  /// all else is judged as if they were.
  void set_enabled(bool enabled, std::vector<std::string> kept) {
    enabled_ = enabled;
    kept_ = std::move(kept);
  }

  /// Works through the functions of a package, in Go's order of functions; says what it does. Function literals that come with inlined
  /// text are appended.
  void run(std::vector<Function*>& functions, const std::function<void(Function*, std::vector<Function*>&)>& mentioned,
           std::vector<Remark>& remarks);
  /// The same for a function that was made behind them.
  void run_on(Function* function, std::vector<Remark>& remarks);
  /// Whether the function that a callee expression names can be inlined.
  bool is_inlinable(const Node* callee);

 private:
  /// A call, or those that would come with the text of a call of std: the rounds in which the table has them.
  struct Site {
    Node* call = nullptr;  ///< null: done with
    std::string_view told = {};
  };
  /// The calls of one function, in the order in which they are tried.
  struct CallSites {
    std::vector<Site> calls;
    std::vector<Function*> targets;  ///< null: not known (yet)
    bool big = false;
  };

  void judge(Function* function);
  bool is_kept(const Function* function) const;
  std::string name_of(const Function* function) const;
  const InlineVerdict& verdict_of(Function* function);
  StaticValues& static_values(Function* function);
  Function* callee_of(Function* caller, Node* fun, bool judges_literals);
  bool may_inline(const Node* call) const;
  static int most_for(const Function* callee, bool into_big, bool only_call);
  bool can_inline_call(Function* caller, const Node* call, Function* callee, bool into_big, bool only_call, bool says);
  void collect(Node* node, std::vector<Site>& calls);
  Function* resolve(Function* caller, CallSites& sites, size_t index);
  bool is_in_std(const Node* call) const;
  void say_inlining(const Function* caller, CallSites& sites, Node* call, const StaticCallee& callee);
  void tell(CallSites& sites, size_t index);
  bool keep_call(Function* caller, CallSites& sites, Node* call);
  std::optional<InlineVerdict> measured(const types::Func* func) const;
  bool is_measured(const types::Func* func) const;
  bool is_like_go(Function* function);
  int cost_of_call(Function* caller, Node* call, bool into_big);
  bool edit(Function* caller, CallSites& sites, size_t index);
  void work(std::span<Function* const> group);
  void say(Pos pos, std::string text);
  /// The same with a record for the log of decisions.
  void say(Pos pos, std::string text, std::string_view code, std::string message, std::vector<Pos> places);

  Lowering& session_;
  Devirtualizer& devirtualizer_;
  const VerdictTable* std_verdicts_;
  int verbosity_ = 1;
  bool enabled_ = false;
  std::vector<std::string> kept_;
  std::unordered_map<const Function*, std::unique_ptr<StaticValues>> static_values_;  ///< by outermost function
  std::unordered_map<const Function*, CallSites> sites_;
  std::unordered_map<const Function*, uint32_t> uses_;  ///< calls of each known callee
  std::vector<Remark>* remarks_ = nullptr;
  bool silent_ = false;
  size_t copied_ = 0;  ///< nodes made by inlining
};

}  // namespace govm::inl
