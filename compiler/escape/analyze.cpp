// Groups of functions, and what becomes of a solved graph.
#include "compiler/escape/analyze.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <unordered_map>

#include "base/source_file.h"
#include "compiler/escape/late_move.h"
#include "compiler/escape/walk.h"
#include "compiler/syntax/visit.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"

namespace govm::escape {

using syntax::NodeKind;
using types::as_object;

namespace {

/// The reasons of -m=2 in words that stand alone.
std::string_view plain_words(std::string_view reason) {
  struct Row {
    std::string_view reason, words;
  };
  static constexpr Row kRows[] = {
      {"appended slice...", "its elements are appended"},
      {"appendee slice", "its elements are appended to"},
      {"assign", "assigned"},
      {"assign-pair", "assigned"},
      {"call parameter", "passed to a function that keeps it"},
      {"callee operand", "called, with its results lost"},
      {"captured by a closure", "captured by a closure that escapes"},
      {"copied slice", "its elements are copied"},
      {"interface-converted", "stored in an interface that escapes"},
      {"key of map put", "stored as a map's key"},
      {"map literal key", "stored as a map's key"},
      {"map literal value", "stored in a map"},
      {"reference", "captured by reference by a closure that escapes"},
      {"return", "returned"},
      {"send", "sent to a channel"},
      {"slice-literal-element", "stored in a slice that escapes"},
      {"struct literal element", "stored in a struct that escapes"},
  };
  for (const Row& row : kRows) {
    if (row.reason == reason) return row.words;
  }
  return reason;
}

}  // namespace

struct Analyzer::State final : Surroundings {
  State(types::Checker& c, const types::Info& i, const SourceMap& s, Decisions& d, const TagTable* t)
      : checker(c), info(i), sources(s), decisions(d), std_tags(t) {}

  // Surroundings
  Function* function_of(const types::Func* func) override;
  Function* function_of(const syntax::FuncLit* literal) override;
  std::span<const Leaks> leaks_of(const types::Func* func) override;
  std::span<const Leaks> leaks_of(const Function* literal) override { return summaries[literal]; }

  Function* initializers_of(const types::Package* package);
  Function* make_function(const types::Package* package);
  void prepare(Function* function);
  void collect(Function* function, const syntax::Node* node);
  void add_literal(Function* outer, const syntax::FuncLit* literal);
  bool is_tagged(const types::Func* func) const;
  void mention(Function* function, const types::Func* func);

  uint32_t visit(Function* function);
  void analyze_group(std::span<Function* const> group);
  void decide(const Walker& walker, const Text& text, const Location& location);
  void move_late(const Function* function);
  bool argument_leaks(const syntax::CallExpr* call, size_t index);
  void explain(Decision& decision, const Walker& walker, const Text& text, const Location& location);
  std::string location_text(const Walker& walker, const Text& text, const Location* location) const;
  void report_leaks(const types::Var* param, const Location& location, const types::Signature& signature);
  bool is_bytes_of_string(const syntax::Node* node) const;
  void say(Pos pos, std::string text) {
    if (reporting) lines.push_back({pos, std::move(text)});
  }

  types::Checker& checker;
  const types::Info& info;
  const SourceMap& sources;
  Decisions& decisions;
  const TagTable* std_tags;
  Variables variables;
  std::deque<Function> functions;
  std::unordered_map<const void*, Function*> by_source;  ///< Func, FuncLit or Package (initialisers)
  std::unordered_map<const Function*, std::vector<Leaks>> summaries;
  std::unordered_map<const types::Func*, std::vector<Leaks>> natives;  ///< of functions without body
  std::unordered_map<const Function*, std::vector<Function*>> mentions;
  std::unordered_map<const Function*, uint32_t> literal_counts;
  std::unordered_map<const Function*, uint32_t> visits;  ///< numbers of the depth-first search
  std::vector<Function*> stack;
  uint32_t visit_count = 0;
  std::vector<Line> lines;
  bool reporting = false;
};

Function* Analyzer::State::make_function(const types::Package* package) {
  functions.emplace_back();
  functions.back().package = package;
  return &functions.back();
}

Function* Analyzer::State::function_of(const types::Func* func) {
  if (func->origin != nullptr) func = func->origin;
  if (func->decl == nullptr || !func->decl->has_body()) return nullptr;
  Function*& function = by_source[func];
  if (function == nullptr) {
    function = make_function(func->package);
    function->func = func;
    function->signature = func->signature();
    function->name = Text(checker.store(), info, variables, func->package).function(func);
  }
  return function;
}

Function* Analyzer::State::function_of(const syntax::FuncLit* literal) {
  auto it = by_source.find(literal);
  return it != by_source.end() ? it->second : nullptr;
}

Function* Analyzer::State::initializers_of(const types::Package* package) {
  Function*& function = by_source[package];
  if (function == nullptr) {
    function = make_function(package);
    function->initializes = package;
    function->name = "init";
  }
  return function;
}

bool Analyzer::State::is_tagged(const types::Func* func) const {
  if (std_tags == nullptr || func->package == nullptr || !func->package->is_std) return false;
  return std_tags->has(func->package->path, Text(checker.store(), info, variables, func->package).function(func));
}

std::span<const Leaks> Analyzer::State::leaks_of(const types::Func* func) {
  if (func->origin != nullptr) func = func->origin;
  if (std_tags != nullptr && func->package != nullptr && func->package->is_std) {
    std::span<const Leaks> tagged = std_tags->find(func->package->path, Text(checker.store(), info, variables, func->package).function(func));
    if (!tagged.empty()) return tagged;
  }
  Function* function = function_of(func);
  if (function != nullptr) {
    if (!function->analyzed) return {};
    return summaries[function];
  }
  // Without body: everything leaks, unless the declaration promises otherwise.
  std::vector<Leaks>& leaks = natives[func];
  if (leaks.empty()) {
    size_t count = func->signature()->params.size() + (func->signature()->recv != nullptr ? 1 : 0);
    bool noescape = func->decl != nullptr && syntax::find_pragma(func->decl->pragmas, "go:noescape") != nullptr;
    leaks.assign(count, noescape ? Leaks::no_escape() : Leaks::everything());
  }
  return leaks;
}

// The variables and literals of a function, and whom it mentions.
void Analyzer::State::prepare(Function* function) {
  if (mentions.contains(function)) return;
  mentions[function];
  if (function->initializes != nullptr) {
    auto steps = info.init_order.find(function->initializes);
    if (steps == info.init_order.end()) return;
    for (const types::Initializer& step : steps->second) {
      if (step.rhs == nullptr) continue;
      note_variables(info, step.rhs, decisions, variables);
      collect(function, step.rhs);
    }
    return;
  }
  if (function->func != nullptr) {
    checker.check_body(function->func);
    note_variables(info, function->func->decl, decisions, variables);
  }
  if (function->signature != nullptr) {
    if (function->signature->recv != nullptr) function->locals.push_back(function->signature->recv);
    for (const types::Var* param : function->signature->params) function->locals.push_back(param);
    for (const types::Var* result : function->signature->results) function->locals.push_back(result);
  }
  if (const syntax::BlockStmt* body = function->body()) collect(function, body);
}

void Analyzer::State::mention(Function* function, const types::Func* func) {
  if (func->origin != nullptr) func = func->origin;
  if (is_tagged(func)) return;
  if (Function* callee = function_of(func)) mentions[function].push_back(callee);
}

void Analyzer::State::add_literal(Function* outer, const syntax::FuncLit* literal) {
  Function* function = make_function(outer->package);
  by_source[literal] = function;
  function->literal = literal;
  function->outer = outer;
  function->signature = types::as<types::Signature>(info.type_of(literal));
  function->captures = !variables.captures(literal).empty();
  uint32_t number = ++literal_counts[outer];
  function->name = outer->literal != nullptr ? fmt::format("{}.{}", outer->name, number) : fmt::format("{}.func{}", outer->name, number);
  outer->literals.push_back(function);
  mentions[outer].push_back(function);
  prepare(function);
}

void Analyzer::State::collect(Function* function, const syntax::Node* node) {
  syntax::walk(node, [&](const syntax::Node* at) {
    switch (at->kind) {
      case NodeKind::FuncLit: add_literal(function, syntax::cast<syntax::FuncLit>(at)); return false;
      case NodeKind::Name: {
        const auto* name = syntax::cast<syntax::Name>(at);
        const types::Object* object = info.object_of(name);
        if (const auto* func = as_object<types::Func>(object)) mention(function, func);
        const auto* var = as_object<types::Var>(object);
        if (var != nullptr && var->var_kind == types::VarKind::Local && var->pos == name->pos) function->locals.push_back(var);
        return true;
      }
      case NodeKind::SelectorExpr: {
        const auto* selector = syntax::cast<syntax::SelectorExpr>(at);
        const types::Selection* selection = info.selection_of(selector);
        const auto* method = selection != nullptr ? as_object<types::Func>(selection->object) : nullptr;
        if (method != nullptr) mention(function, method);
        if (selection != nullptr) {
          collect(function, selector->x);
          return false;
        }
        return true;
      }
      case NodeKind::CallExpr: {
        std::optional<DirectMethod> direct = devirtualize(info, variables, syntax::cast<syntax::CallExpr>(at));
        if (direct && !direct->partial) mention(function, direct->method);
        return true;
      }
      case NodeKind::CaseClause:
        if (const auto* var = as_object<types::Var>(info.implicit_of(at))) function->locals.push_back(var);
        return true;
      default: return true;
    }
  });
}

// Tarjan's search for groups of mutual recursion, as Go numbers it; a capturing literal stays with its parent.
uint32_t Analyzer::State::visit(Function* function) {
  if (auto it = visits.find(function); it != visits.end()) return it->second;
  prepare(function);
  uint32_t id = ++visit_count;
  visits[function] = id;
  uint32_t least = ++visit_count;
  stack.push_back(function);
  // By index: preparing a callee may add to the list of another function, not to this one.
  for (size_t i = 0; i < mentions[function].size(); ++i) least = std::min(least, visit(mentions[function][i]));
  if ((least == id || least == id + 1) && !function->captures) {
    auto first = std::find(stack.begin(), stack.end(), function);
    std::vector<Function*> group(first, stack.end());
    stack.erase(first, stack.end());
    for (Function* member : group) visits[member] = UINT32_MAX;
    analyze_group(group);
  }
  return least;
}

void Analyzer::State::analyze_group(std::span<Function* const> group) {
  const types::Package* package = group[0]->package;
  Text text(checker.store(), info, variables, package);
  Walker walker(checker.store(), info, variables, *this, text, group);
  walker.walk();
  walker.graph().solve([](Function* function) { return function->results; });
  for (const WalkNote& note : walker.notes()) say(note.pos, note.text);
  for (Function* function : group) {
    function->analyzed = true;
    if (function->signature == nullptr) continue;
    std::vector<Leaks>& summary = summaries[function];
    auto add = [&](const types::Var* param) {
      const Location* location = walker.location_of(param);
      Leaks leaks = location != nullptr ? location->leaks : Leaks::everything();
      bool named = !param->name.view().empty() && param->name.view() != "_";
      if (!named || location == nullptr) leaks = named ? leaks : Leaks();
      leaks.optimize();
      summary.push_back(leaks);
      bool pointers = types::is_parameterized(param->type) || types::has_pointers(param->type);
      if (location != nullptr && named && pointers && !location->has(kEscapes)) report_leaks(param, *location, *function->signature);
    };
    if (function->signature->recv != nullptr) add(function->signature->recv);
    for (const types::Var* param : function->signature->params) add(param);
  }
  for (const auto& location : walker.graph().locations()) decide(walker, text, *location);
  for (const Function* function : group) move_late(function);
}

void Analyzer::State::move_late(const Function* function) {
  for (const LateMove& move : find_late_moves(info, *function, [this](const auto* call, size_t index) { return argument_leaks(call, index); })) {
    decisions.add_moved(move.place, {move.slice, move.keeps_capacity});
    Decision& moved = decisions.site(move.place, SiteRole::Append);
    moved.what = move.slice->name.view();
    moved.why = "moved out of the frame";
    for (const syntax::CallExpr* append : move.appends) {
      Decision& decision = decisions.site(append, SiteRole::Append);
      decision.placement = Placement::Frame;
      decision.grows_in_steps = move.keeps_capacity;
    }
  }
}

// Whether the argument of that index may stay behind somewhere; of functions that are not known it may.
bool Analyzer::State::argument_leaks(const syntax::CallExpr* call, size_t index) {
  const syntax::Expr* fun = syntax::unparen(call->fun);
  const syntax::Name* name = syntax::as<syntax::Name>(fun);
  size_t first = 0;
  if (const auto* selector = syntax::as<syntax::SelectorExpr>(fun)) {
    const types::Selection* selection = info.selection_of(selector);
    if (selection != nullptr && selection->kind != types::SelectionKind::MethodValue) return true;
    first = selection != nullptr ? 1 : 0;
    name = selector->sel;
  }
  const auto* func = name != nullptr ? as_object<types::Func>(info.object_of(name)) : nullptr;
  if (func == nullptr || func->signature() == nullptr) return true;
  const types::Signature& signature = *func->signature();
  size_t fixed = signature.params.size() - (signature.variadic && !call->has_dots ? 1 : 0);
  if (index >= fixed || !types::identical(signature.params[index]->type, info.type_of(call->args[index]))) return true;
  std::span<const Leaks> all = leaks_of(func);
  return first + index >= all.size() || all[first + index].any();
}

void Analyzer::State::report_leaks(const types::Var* param, const Location& location, const types::Signature& signature) {
  Leaks leaks = location.leaks;
  leaks.optimize();
  std::string_view name = param->name.view();
  bool said = false;
  if (leaks.heap() >= 0) {
    say(param->pos, fmt::format("leaking param{}: {}", leaks.heap() == 0 ? "" : " content", name));
    said = true;
  }
  for (size_t i = 0; i < Leaks::kResults; ++i) {
    if (leaks.result(i) < 0) continue;
    std::string result(signature.results[i]->name.view());
    if (result.empty() || result == "_") result = fmt::format("~r{}", i);
    say(param->pos, fmt::format("leaking param: {} to result {} level={}", name, result, leaks.result(i)));
    said = true;
  }
  if (!said) say(param->pos, fmt::format("{} does not escape", name));
}

void Analyzer::State::decide(const Walker& walker, const Text& text, const Location& location) {
  bool escapes = location.has(kEscapes);
  if (location.var != nullptr) {
    if (!escapes && !decisions.is_address_taken(location.var)) return;
    Decision& decision = decisions.variable(location.var);
    decision.what = fmt::format("{} {}", location.var->name.view(), text.type(location.var->type));
    if (!escapes) {
      decision.placement = Placement::Frame;
      decision.why = "does not escape";
      return;
    }
    decisions.set_heap(location.var);
    explain(decision, walker, text, location);
    say(location.pos, fmt::format("moved to heap: {}", location.var->name.view()));
    return;
  }
  if (location.node == nullptr) return;
  Decision& decision = decisions.site(location.node, location.role);
  decision.placement = escapes ? Placement::Heap : Placement::Frame;
  const std::string* temporary = walker.temporary_name(&location);
  std::string what = temporary != nullptr ? *temporary : text.site(location.node, location.role);
  if (escapes) {
    explain(decision, walker, text, location);
  } else {
    decision.why = "does not escape";
  }
  decision.what = what;
  if (location.role == SiteRole::Make) {
    decision.constant_length = walker.constant_length(syntax::cast<syntax::CallExpr>(location.node)).value_or(-1);
  }
  if (location.role == SiteRole::GoDefer) return;
  if (const auto* made = syntax::as<syntax::CallExpr>(location.node); made != nullptr && location.role == SiteRole::New && !info.is_type(made->args[0])) {
    if (escapes) say(location.pos, "moved to heap: .autotmp_0");
    return;
  }
  say(location.pos, what + (escapes ? " escapes to heap" : " does not escape"));
  if (location.role == SiteRole::Conversion && !location.has(kMutates) && is_bytes_of_string(location.node)) {
    decision.zero_copy = true;
    say(location.pos, "zero-copy string->[]byte conversion");
  }
}

bool Analyzer::State::is_bytes_of_string(const syntax::Node* node) const {
  const auto* conversion = syntax::cast<syntax::CallExpr>(node);
  const auto* slice = types::as<types::Slice>(info.type_of(conversion));
  const types::Basic* elem = slice != nullptr ? types::basic_of(slice->elem) : nullptr;
  return elem != nullptr && elem->basic() == types::BasicKind::Uint8 && types::is_string(info.type_of(conversion->args[0]));
}

std::string Analyzer::State::location_text(const Walker& walker, const Text& text, const Location* location) const {
  if (location->var != nullptr) {
    std::string name(location->var->name.view());
    if (name.empty()) name = fmt::format("~r{}", location->var->field_index);
    return name;
  }
  if (location->node != nullptr) return fmt::format("{{storage for {}}}", text.site(location->node, location->role));
  if (const std::string* name = walker.temporary_name(location)) return *name;
  return location->function == nullptr ? "{heap}" : "{temp}";
}

// The path as -m=2 prints it, and its last step in plain words.
void Analyzer::State::explain(Decision& decision, const Walker& walker, const Text& text, const Location& location) {
  if (!location.forced.empty()) decision.why = location.forced;
  for (const Location::Hop& hop : location.path) {
    std::string prefix = hop.derefs < 0 ? "&" : std::string(static_cast<size_t>(hop.derefs), '*');
    decision.flow.push_back(fmt::format("flow: {} ← {}{}:", location_text(walker, text, hop.dst), prefix, location_text(walker, text, hop.src)));
    for (const Note* note = hop.notes; note != nullptr; note = note->next) {
      std::string at = note->where != nullptr ? " at " + sources.describe(note->where->pos) : "";
      decision.flow.push_back(fmt::format("  from {} ({}){}", text.statement(note->where), note->reason, at));
      if (note->reason == "spill" || note->reason == "address-of") continue;
      Position position = note->where != nullptr ? sources.resolve(note->where->pos) : Position();
      decision.why = fmt::format("{} ({}:{})", plain_words(note->reason), position.line, position.column);
    }
  }
  if (decision.why.empty()) decision.why = "escapes";
}

Analyzer::Analyzer(types::Checker& checker, const types::Info& info, const SourceMap& sources, Decisions& decisions, const TagTable* std_tags)
    : state_(std::make_unique<State>(checker, info, sources, decisions, std_tags)) {}
Analyzer::~Analyzer() = default;

void Analyzer::analyze_package(const types::Package* package) {
  State& s = *state_;
  s.reporting = true;
  s.visit(s.initializers_of(package));
  for (const syntax::File* file : package->files) {
    for (const syntax::Decl* decl : file->decls) {
      const auto* declared = syntax::as<syntax::FuncDecl>(decl);
      if (declared == nullptr || declared->name == nullptr) continue;
      if (const auto* func = as_object<types::Func>(s.info.object_of(declared->name))) analyze(func);
    }
  }
  s.reporting = false;
}

void Analyzer::analyze(const types::Func* func) {
  if (Function* function = state_->function_of(func)) state_->visit(function);
}

void Analyzer::analyze_initializers(const types::Package* package) { state_->visit(state_->initializers_of(package)); }

std::span<const Line> Analyzer::lines() const { return state_->lines; }
std::span<const Leaks> Analyzer::leaks_of(const types::Func* func) { return state_->leaks_of(func); }

}  // namespace govm::escape
