// Judging functions, replacing calls.
#include "compiler/inline/inliner.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <unordered_set>

#include "base/function_name.h"
#include "compiler/inline/cost.h"
#include "compiler/types/relations.h"

namespace govm::inl {
namespace {

constexpr int kLikeGo = 8;  ///< the difference in cost that functions of std may have from Go's

/// Whether a method is declared for receivers of just this type.
bool has_receiver(const types::Func* method, const types::Type* type) {
  if (method == nullptr || method->signature()->recv == nullptr) return false;
  const types::Type* declared = method->signature()->recv->type;
  const auto* pointer = types::as<types::Pointer>(type);
  const auto* declared_pointer = types::as<types::Pointer>(declared);
  if (method->pointer_receiver != (pointer != nullptr)) return false;
  const auto* named = types::is_a<types::Named>(pointer != nullptr ? pointer->elem : type);
  const auto* wanted = types::is_a<types::Named>(declared_pointer != nullptr ? declared_pointer->elem : declared);
  if (named == nullptr || wanted == nullptr) return false;
  auto origin = [](const types::Named* one) { return one->origin != nullptr ? one->origin : one; };
  return origin(named) == origin(wanted);
}

}  // namespace

void Inliner::say(Pos pos, std::string text) { say(pos, std::move(text), {}, {}, {}); }

void Inliner::say(Pos pos, std::string text, std::string_view code, std::string message, std::vector<Pos> places) {
  if (!silent_) remarks_->push_back({pos, std::move(text), code, std::move(message), std::move(places)});
}

StaticValues& Inliner::static_values(Function* function) {
  while (function->outer != nullptr) function = function->outer;
  std::unique_ptr<StaticValues>& values = static_values_[function];
  if (values == nullptr) values = std::make_unique<StaticValues>(function);
  return *values;
}

// The function that a callee expression stands for, if it is known.
Function* Inliner::callee_of(Function* caller, Node* fun, bool judges_literals) {
  Node* known = static_values(caller).of(fun);
  switch (known->op) {
    case Op::MethodExpr:
      if (known->flag || known->function == nullptr || !has_receiver(known->function->func, known->x->type)) return nullptr;
      return known->function;
    case Op::Name: return known->variable == nullptr ? known->function : nullptr;
    case Op::Closure: {
      Function* literal = known->function;
      // What runs calls the values of methods, whose texts are nowhere.
      if (literal->made != nullptr && verbosity_ == 0) return nullptr;
      // A literal that captures is only inlined where its variables are at hand.
      if (!literal->captured.empty() && literal->captured[0]->outer->function != caller) return nullptr;
      if (judges_literals) judge(literal);
      return literal;
    }
    default: return nullptr;
  }
}

const InlineVerdict& Inliner::verdict_of(Function* function) {
  InlineVerdict& verdict = function->inlining;
  if (verdict.judged || function->package == nullptr || function->is_literal()) return verdict;
  const bool is_std = function->package->is_std;
  std::optional<InlineVerdict> known = function->is_instance || !is_std ? std::nullopt : measured(function->func);
  if (known) {
    verdict = *known;
  } else if (is_std || (function->is_instance && !function->lowered)) {
    // A generic function is compiled in the package that uses it; an instance may come with an inlined text.
    bool silent = std::exchange(silent_, true);
    session_.lower(function);
    judge(function);
    silent_ = silent;
  }
  return verdict;
}

// What a callee may cost.
int Inliner::most_for(const Function* callee, bool into_big, bool only_call) {
  int limit = into_big ? kMaxCostInBig : kMaxCost;
  if (callee->is_literal()) {
    limit *= 2;
    if (only_call) limit = std::max(limit, kMaxCostOfOnlyCall);
  }
  return limit;
}

bool Inliner::can_inline_call(Function* caller, const Node* call, Function* callee, bool into_big, bool only_call, bool says) {
  const auto stays = [&](std::string text, std::string message) {
    if (says && verbosity_ > 1 && !is_in_std(call))
      say(call->pos, std::move(text), "cannotInlineCall", std::move(message), places_of(call->context, call->own_pos));
    return false;
  };
  if (!verdict_of(callee).can) return false;
  const types::Package* package = callee->package_of_text();
  const std::string_view path = package != nullptr ? std::string_view(package->path) : std::string_view();
  if (const int limit = most_for(callee, into_big, only_call); callee->inlining.cost > limit)
    return stays("", fmt::format("cost {} of {}.{} exceeds max caller cost {}", callee->inlining.cost, path, callee->name, limit));
  if (callee->lowered && callee->params.size() != call->list.size()) return false;
  for (const InlineContext* at = call->context; at != nullptr; at = at->parent) {
    if (at->call != nullptr && at->call == call->source) return stays("", "");
  }
  for (const InlineContext* at = call->context; at != nullptr; at = at->parent) {
    if (at->callee != callee) continue;
    return stays(fmt::format("cannot inline {} into {}: repeated recursive cycle", TypeText(session_.types(), caller->home).name(*callee),
                             name_of(caller)),
                 fmt::format("repeated recursive cycle to {}.{}", path, callee->name));
  }
  return true;
}

// Literals in literals that are called where they stand are copied into each around them: Go's compiler takes cubic time and memory for
// them. Beyond this many nodes (those of a program of 20,000 lines are 30,000) calls stay calls.
constexpr size_t kMostCopied = 350'000;

bool Inliner::may_inline(const Node* call) const {
  return enabled_ && call->op == Op::CallFunc && !call->no_inline && !is_intrinsic(call) && copied_ < kMostCopied;
}

bool Inliner::is_kept(const Function* function) const {
  const types::Package* package = function->package_of_text();
  if (kept_.empty() || package == nullptr) return false;
  return std::ranges::find(kept_, shown_name(fmt::format("{}.{}", package->path, function->name))) != kept_.end();
}

std::string Inliner::name_of(const Function* function) const { return TypeText(session_.types(), function->home).name(*function); }

// Whether a function can be inlined, and at what cost; literals are judged when the cost of a call of them is asked for.
void Inliner::judge(Function* function) {
  if (function->inlining.judged) return;
  std::string reason(forbidden(function));
  if (reason.empty()) {
    function->inlining.judged = true;
    bool into_big = is_big(function);
    CostCount count(function, [&](Node* call) { return cost_of_call(function, call, into_big); });
    if (count.fits(verbosity_ > 1)) {
      function->inlining.can = true;
      function->inlining.cost = count.cost();
      const Text text(session_.types(), function->home);
      const std::string name = text.types().name(*function);
      say(function->pos,
          verbosity_ > 1 ? fmt::format("can inline {} with cost {} as: {} {{ {} }}", name, count.cost(), text.types().signature(*function),
                                       text.nodes(function->body))
                         : fmt::format("can inline {}", name),
          "canInlineFunction", fmt::format("cost: {}", count.cost()), {function->pos});
      return;
    }
    reason = count.reason();
  }
  if (verbosity_ > 1)
    say(function->pos, fmt::format("cannot inline {}: {}", name_of(function), reason), "cannotInlineFunction", reason, {function->pos});
}

// Calls below a node, arguments before the call.
void Inliner::collect(Node* node, std::vector<Site>& calls) {
  for_each_part(node, [&](Node* part) { collect(part, calls); });
  if (node->op == Op::CallFunc || node->op == Op::CallInter) calls.push_back({node});
}

// The callee of a call; the first time that it is known counts as a use.
Function* Inliner::resolve(Function* caller, CallSites& sites, size_t index) {
  sites.targets.resize(std::max(sites.targets.size(), index + 1));
  if (Function* known = sites.targets[index]) return known;
  const auto& [call, told] = sites.calls[index];
  if (call == nullptr || !told.empty() || call->op == Op::InlinedCall) return nullptr;
  devirtualizer_.call(call, caller->home, *remarks_);
  if (!may_inline(call)) return nullptr;
  Function* callee = callee_of(caller, call->x, false);
  if (callee != nullptr) ++uses_[callee];
  return sites.targets[index] = callee;
}

// Whether a call stands in a text of std. What std inlines itself is told by the table with the call that stands in the user's text: the
// text here may do it otherwise. A literal that a function of std returns is inlined where it is called.
bool Inliner::is_in_std(const Node* call) const {
  for (const InlineContext* at = call->context; at != nullptr && !at->callee->is_literal(); at = at->parent) {
    if (at->callee->func != nullptr && is_measured(at->callee->func)) return true;
  }
  return false;
}

void Inliner::say_inlining(const Function* caller, CallSites& sites, Node* call, const StaticCallee& callee) {
  if (is_in_std(call)) return;
  const TypeText text(session_.types(), caller->home);
  const std::string name = callee.function != nullptr ? text.name(*callee.function)
                                                      : text.qualifier(callee.func->package) +
                                                            TypeText(session_.types(), callee.func->package).function(callee.func);
  say(call->pos, "inlining call to " + name);
  if (callee.func == nullptr || !is_measured(callee.func)) return;
  const std::string_view told =
      std_verdicts_->calls_in(callee.func->package->path, TypeText(session_.types(), callee.func->package).function(callee.func));
  if (!told.empty()) sites.calls.push_back({call, told});
}

// Says what is inlined in the first of the rounds; the others come behind what else is met until then.
void Inliner::tell(CallSites& sites, size_t index) {
  auto [call, told] = std::exchange(sites.calls[index], {});
  const size_t end = std::min(told.find('|'), told.size());
  std::string_view round = told.substr(0, end);
  told.remove_prefix(std::min(end + 1, told.size()));
  while (!round.empty()) {
    size_t length = round.find(';');
    while (length < round.size() && round.substr(length).starts_with("; ")) length = round.find(';', length + 1);  // of a struct type
    say(call->pos, fmt::format("inlining call to {}", round.substr(0, length)));
    round.remove_prefix(std::min(length, round.size() - 1) + 1);
  }
  if (!told.empty()) sites.calls.push_back({call, told});
}

// Whether the table says what becomes of calls of a function.
bool Inliner::is_measured(const types::Func* func) const {
  return func->package != nullptr && func->package->is_std && measured(func).has_value();
}

// A function of std whose text here is not Go's, or that has none: the call stays, what it leaks is known from the table.
bool Inliner::keep_call(Function* caller, CallSites& sites, Node* call) {
  StaticCallee callee = static_callee(static_values(caller).of(call->x));
  const types::Func* func = callee.func;
  if (func == nullptr || func->package == nullptr || !func->package->is_std || std_verdicts_ == nullptr) return false;
  if (callee.function != nullptr && callee.function->is_instance) return false;
  const std::optional<std::string_view> told =
      std_verdicts_->sites_in(func->package->path, TypeText(session_.types(), func->package).function(func));
  if (!told && callee.function != nullptr && is_like_go(callee.function)) return false;
  std::optional<InlineVerdict> verdict = measured(func);
  if (!verdict || !verdict->can) return false;
  call->no_inline = true;
  call->told_sites = told.value_or("");
  // Lines name what an inlined call gives by the variable of its result.
  const std::vector<const types::Var*>& results = func->signature()->results;
  if (results.size() == 1) {
    const std::string_view named = results[0]->name.view();
    const bool unnamed = named.empty() || named == "_";
    call->text = unnamed ? "~r0" : TypeText(session_.types(), caller->home).qualifier(func->package) + std::string(named);
  }
  say_inlining(caller, sites, call, callee);
  return true;
}

std::optional<InlineVerdict> Inliner::measured(const types::Func* func) const {
  if (std_verdicts_ == nullptr) return std::nullopt;
  return std_verdicts_->find(func->package->path, TypeText(session_.types(), func->package).function(func));
}

// Whether a function of std costs here about what it costs in Go: then it does the same.
bool Inliner::is_like_go(Function* function) {
  InlineVerdict& verdict = function->inlining;
  verdict_of(function);
  if (!verdict.can) return true;
  if (!verdict.compared) {
    verdict.compared = true;
    session_.lower(function);
    CostCount count(function, [&](Node* call) { return cost_of_call(function, call, false); });
    verdict.like_go = count.fits(true) && std::abs(count.cost() - verdict.cost) <= kLikeGo;
  }
  return verdict.like_go;
}

// What a call would be replaced by costs; -1 if it stays.
int Inliner::cost_of_call(Function* caller, Node* call, bool into_big) {
  Function* callee = callee_of(caller, call->x, true);
  if (callee == nullptr) {
    StaticCallee native = static_callee(call->x);
    bool std_native = native.func != nullptr && native.func->package != nullptr && native.func->package->is_std;
    std::optional<InlineVerdict> verdict = std_native ? measured(native.func) : std::nullopt;
    return verdict && verdict->can ? verdict->cost : -1;
  }
  return can_inline_call(caller, call, callee, into_big, false, false) ? callee->inlining.cost : -1;
}

bool Inliner::edit(Function* caller, CallSites& sites, size_t index) {
  Node* call = sites.calls[index].call;
  if (!sites.calls[index].told.empty()) tell(sites, index);
  if (sites.calls[index].call == nullptr || call->op == Op::InlinedCall) return false;
  Function* target = resolve(caller, sites, index);
  if (!may_inline(call) || keep_call(caller, sites, call) || target == nullptr) return false;
  Function* callee = callee_of(caller, call->x, true);
  if (callee == nullptr || is_kept(callee)) return false;
  if (!can_inline_call(caller, call, callee, sites.big, uses_[target] == 1 && target->is_literal(), true)) return false;
  say_inlining(caller, sites, call, {callee->func, callee});
  size_t declared = caller->declared.size();
  size_t literals = caller->literals.size();
  const size_t before = session_.node_count();
  session_.inline_call(caller, call, callee);
  copied_ += session_.node_count() - before;
  static_values(caller).add(std::span(caller->declared).subspan(declared), std::span(caller->literals).subspan(literals), call);
  return true;
}

void Inliner::work(std::span<Function* const> group) {
  for (bool done = false; !done;) {
    done = true;
    for (Function* function : group) {
      auto found = sites_.find(function);
      if (found == sites_.end()) continue;
      CallSites& sites = found->second;
      // Calls that come with inlined text are all resolved before the first of them is tried: then it is known which literals are
      // called once.
      for (size_t first = 0, last = sites.calls.size(); first != last;) {
        for (size_t i = first; i < last; ++i) {
          Node* call = sites.calls[i].call;
          if (!edit(function, sites, i)) continue;
          for_each_part(call, [&](Node* part) { collect(part, sites.calls); });
          devirtualizer_.inlined(function, call, call);
          done = false;
        }
        first = std::exchange(last, sites.calls.size());
        for (size_t i = first; i < last; ++i) resolve(function, sites, i);
      }
    }
  }
}

void Inliner::run(std::vector<Function*>& functions, const std::function<void(Function*, std::vector<Function*>&)>& mentioned,
                  std::vector<Remark>& remarks) {
  remarks_ = &remarks;
  std::unordered_set<const Function*> own(functions.begin(), functions.end());
  auto own_mentioned = [&](Function* function, std::vector<Function*>& found) {
    mentioned(function, found);
    std::erase_if(found, [&](const Function* one) { return !own.contains(one); });
  };
  auto visit = [&](const std::function<void(std::span<Function* const>)>& work) {
    Groups groups(own_mentioned, work);
    for (Function* function : std::vector<Function*>(functions)) {
      if (!function->is_closure()) groups.visit(function);
    }
  };
  if (enabled_) {
    visit([&](std::span<Function* const> group) {
      for (Function* function : group) {
        if (function->initializes == nullptr) judge(function);
      }
    });
  }
  for (Function* function : functions) {
    CallSites& sites = sites_[function];
    sites.big = enabled_ && is_big(function);
    if (sites.big && verbosity_ > 1)
      say(function->pos, fmt::format("function {} considered 'big'; reducing max cost of inlinees", name_of(function)));
    for (Node* node : function->body) collect(node, sites.calls);
    for (size_t i = 0; i < sites.calls.size(); ++i) resolve(function, sites, i);
  }
  visit([&](std::span<Function* const> group) { work(group); });
  // Literals that were copied.
  for (size_t i = 0; i < functions.size(); ++i) {
    for (Function* literal : functions[i]->literals) {
      if (!sites_.try_emplace(literal).second) continue;
      functions.push_back(literal);
    }
  }
  sites_.clear();
}

void Inliner::run_on(Function* function, std::vector<Remark>& remarks) {
  remarks_ = &remarks;
  CallSites& sites = sites_[function];
  for (Node* node : function->body) collect(node, sites.calls);
  work(std::span(&function, 1));
  sites_.clear();
}

bool Inliner::is_inlinable(const Node* callee) {
  const StaticCallee known = static_callee(callee);
  if (known.function != nullptr) return verdict_of(known.function).can;
  const std::optional<InlineVerdict> verdict = known.func != nullptr ? measured(known.func) : std::nullopt;
  return verdict && verdict->can;
}

}  // namespace govm::inl
