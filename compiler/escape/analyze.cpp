// Groups of functions, and what becomes of a solved graph.
#include "compiler/escape/analyze.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "compiler/escape/explain.h"
#include "compiler/escape/findings.h"
#include "compiler/escape/late_move.h"
#include "compiler/escape/variables.h"
#include "compiler/escape/walk.h"
#include "compiler/inline/devirtualize.h"
#include "compiler/inline/groups.h"
#include "compiler/inline/inliner.h"
#include "compiler/inline/method_wrappers.h"
#include "compiler/inline/passes.h"
#include "compiler/syntax/decl.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"
#include "compiler/types/subst.h"

namespace govm::escape {

using types::as_object;

namespace {

/// Whether what a value of `type` leads to after `derefs` dereferences can hold pointers.
bool has_pointers_behind(const types::Type* type, int derefs) {
  if (derefs == 0) return types::has_pointers(type);
  const types::Type* under = types::underlying(type);
  if (const auto* pointer = types::is_a<types::Pointer>(under)) return has_pointers_behind(pointer->elem, derefs - 1);
  if (const auto* slice = types::is_a<types::Slice>(under)) return has_pointers_behind(slice->elem, derefs - 1);
  if (const auto* array = types::is_a<types::Array>(under)) return has_pointers_behind(array->elem, derefs);
  if (const auto* structure = types::is_a<types::Struct>(under))
    return std::ranges::any_of(structure->fields, [derefs](const types::Var* field) { return has_pointers_behind(field->type, derefs); });
  return types::has_pointers(type) && !types::is_string(type);
}

bool has_pointers_beside_strings(const types::Type* type) {
  const types::Type* under = types::underlying(type);
  if (const auto* array = types::is_a<types::Array>(under)) return array->length != 0 && has_pointers_beside_strings(array->elem);
  if (const auto* structure = types::is_a<types::Struct>(under))
    return std::ranges::any_of(structure->fields, [](const types::Var* field) { return has_pointers_beside_strings(field->type); });
  return types::has_pointers(type) && !types::is_string(type);
}

/// What a parameter of `type` leaks: nothing flows where no pointer does.
Leaks narrowed(const Leaks& leaks, const types::Type* type) {
  const auto flows = [type](int derefs) { return derefs >= 0 && has_pointers_behind(type, derefs); };
  Leaks out;
  const bool spared = leaks.spares_strings() && !has_pointers_beside_strings(type);
  if (flows(leaks.heap()) && !spared) out.add_heap(leaks.heap());
  for (size_t i = 0; i < Leaks::kResults; ++i) {
    if (flows(leaks.result(i))) out.add_result(i, leaks.result(i));
  }
  if (leaks.mutator() >= 0) out.add_mutator(leaks.mutator());
  if (leaks.callee() >= 0) out.add_callee(leaks.callee());
  return out;
}

}  // namespace

struct Analyzer::State final : Surroundings, Witness {
  State(types::Checker& c, const types::Info& i, const SourceMap& s, Decisions& d, const TagTable* t, const inl::VerdictTable* v)
      : checker(c),
        info(i),
        sources(s),
        decisions(d),
        std_tags(t),
        session(c, i),
        devirtualizer(session),
        inliner(session, devirtualizer, v),
        groups([this](Function* function, std::vector<Function*>& mentioned) { mentions_of(function, mentioned); },
               [this](std::span<Function* const> group) { analyze_group(group); }) {
    decisions.set_inlined_calls(&session.inlined_calls());
  }

  // Surroundings
  std::span<const Leaks> leaks_of(const inl::StaticCallee& callee) override;
  bool may_capture_by_value(const types::Var* var) override { return variables.of(var).captured_by_value; }
  void say(Pos pos, std::string text) override {
    if (reporting && speaking && write_line) write_line({pos, std::move(text)});
  }
  void record(std::vector<Pos> places, std::string_view code, std::string message, std::vector<LogStep> flow = {}) {
    if (reporting && speaking && wants_log) log.push_back({std::move(places), std::string(code), std::move(message), std::move(flow)});
  }
  /// A line of a flow, whose place always stands in front.
  void say_flow(Pos pos, std::string text) { say(pos, pos ? std::move(text) : "<unknown line number>: " + text); }
  void say(inl::Remark& remark) {
    if (!remark.code.empty()) record(std::move(remark.places), remark.code, std::move(remark.message));
    if (!remark.text.empty()) say(remark.pos, std::move(remark.text));
  }
  void say_more(Pos pos, std::string text) override {
    if (verbosity > 1) say(pos, std::move(text));
  }
  // Witness
  bool hears_all() const override { return verbosity > 1; }
  void escapes(const Location& location, bool at_once) override;
  void leaks(const Location& parameter, const Location& sink, int derefs, const std::vector<Location::Hop>& path) override;

  std::span<const Leaks> leaks_of_func(const types::Func* func);
  bool is_tagged(const types::Func* func) const;
  void note_facts(const Function* function);
  void note_text(const types::Func* func);
  void prepare(Function* function);
  void rewrite(Function* function);
  std::vector<Function*> lower_package(const types::Package* package);
  void make_wrappers(const types::Package* package, std::vector<Function*>& functions, std::vector<inl::Remark>& remarks);
  void mentions_of(Function* function, std::vector<Function*>& mentioned);
  void analyze_group(std::span<Function* const> group);
  void summarize(Function* function);
  void decide(const Location& location, const FindingCollector* collector);
  void decide_site(const Location& location, const FindingCollector* collector);
  void tell(const Location& location);
  void move_late(const Function* function);
  void apply(const LateMove& move);
  void retract(const LateMove& move);
  bool argument_leaks(const Node* call, size_t argument);
  void report_leaks(const Function& function, const Variable* param, const Leaks& leaks);
  bool marks_uintptr(const Function& function, const Variable* param);
  void report_bodyless(const types::Func* func);
  Pos last_place(Node* loop) const;
  void log_loops(const Function& function);
  void find(std::span<Function* const> group, const Graph& graph, const FindingCollector& collector);

  types::Checker& checker;
  const types::Info& info;
  const SourceMap& sources;
  Decisions& decisions;
  const TagTable* std_tags;
  inl::Lowering session;
  inl::Devirtualizer devirtualizer;
  inl::Inliner inliner;
  inl::Groups groups;
  Variables variables;
  std::unordered_set<const syntax::Node*> noted;  ///< whose variables are known
  std::unordered_set<const Function*> prepared;
  std::unordered_map<const Function*, std::vector<Leaks>> summaries;
  StaticValueTable static_values;
  std::unordered_map<const types::Var*, std::optional<LateMove>> late_of_instances;  ///< of slices in instances' own text
  std::unordered_map<const types::Func*, std::vector<Leaks>> natives;                ///< of functions without body
  std::unordered_map<const Function*, std::vector<Leaks>> of_instances;              ///< of functions that the table has
  std::function<void(const Line&)> write_line;                                       ///< may be empty
  std::vector<LogRecord> log;
  bool speaking = true;  ///< the package that is worked on
  bool wants_log = false;
  bool wants_findings = false;
  bool wants_reasons = false;
  std::vector<Finding> findings;
  std::unordered_map<const Location*, std::vector<Location::Hop>> leak_paths;  ///< of the group at work: the first to the heap
  bool reporting = false;
  int verbosity = 1;
  bool makes_wrappers = false;
  const inl::Text* text = nullptr;  ///< of the group at work
};

bool Analyzer::State::is_tagged(const types::Func* func) const {
  if (func->origin != nullptr) func = func->origin;
  if (std_tags == nullptr || func->package == nullptr || !func->package->is_std) return false;
  return std_tags->has(func->package->path, inl::TypeText(checker.store(), func->package).function(func));
}

std::span<const Leaks> Analyzer::State::leaks_of_func(const types::Func* func) {
  if (func->origin != nullptr) func = func->origin;
  if (std_tags != nullptr && func->package != nullptr && func->package->is_std) {
    std::span<const Leaks> tagged = std_tags->find(func->package->path, inl::TypeText(session.types(), func->package).function(func));
    if (!tagged.empty()) return tagged;
  }
  if (func->decl != nullptr && func->decl->has_body()) {
    Function* function = session.function_of(func);
    return function != nullptr && function->analyzed ? std::span<const Leaks>(summaries[function]) : std::span<const Leaks>();
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

std::span<const Leaks> Analyzer::State::leaks_of(const inl::StaticCallee& callee) {
  if (callee.func == nullptr)
    return callee.function->analyzed ? std::span<const Leaks>(summaries[callee.function]) : std::span<const Leaks>();
  bool instance = callee.function != nullptr && callee.function->is_instance;
  if (!instance) return leaks_of_func(callee.func);
  if (!is_tagged(callee.func))
    return callee.function->analyzed ? std::span<const Leaks>(summaries[callee.function]) : std::span<const Leaks>();
  // The table knows no dictionaries, and was measured with type arguments that hold pointers.
  std::vector<Leaks>& leaks = of_instances[callee.function];
  if (!leaks.empty()) return leaks;
  const types::Func* func = callee.func->origin != nullptr ? callee.func->origin : callee.func;
  const types::Signature* signature = func->signature();
  const std::vector<const types::TypeParam*> type_params = signature->all_type_params();
  const types::Substitution substitution{type_params, callee.function->shapes};
  std::vector<const types::Var*> params = signature->params;
  if (signature->recv != nullptr) params.insert(params.begin(), signature->recv);
  const std::span<const Leaks> measured = leaks_of_func(func);
  // A function without parameters has one row that says nothing.
  for (size_t i = 0; i < measured.size() && i < params.size(); ++i) {
    leaks.push_back(narrowed(measured[i], types::substitute(checker.store(), params[i]->type, substitution)));
  }
  leaks.insert(leaks.begin() + (signature->recv != nullptr ? 1 : 0), Leaks());
  return leaks;
}

// What the text says about the variables of a function: later stages need it for each, instance or not.
void Analyzer::State::note_facts(const Function* function) {
  if (function->initializes != nullptr) {
    auto steps = info.init_order.find(function->initializes);
    if (steps == info.init_order.end()) return;
    for (const types::Initializer& step : steps->second) {
      if (step.rhs != nullptr && noted.insert(step.rhs).second) note_variables(info, step.rhs, decisions, variables);
    }
  } else if (function->func != nullptr) {
    note_text(function->func);
  }
}

void Analyzer::State::note_text(const types::Func* func) {
  if (!noted.insert(func->decl).second) return;
  checker.check_body(func);
  note_variables(info, func->decl, decisions, variables);
}

// The body of a function outside of literals: lowered, its calls direct where they can be, rewritten.
void Analyzer::State::prepare(Function* function) {
  if (function->outer != nullptr || !prepared.insert(function).second) return;
  note_facts(function);
  session.lower(function);
  std::vector<inl::Remark> remarks;
  std::function<void(Function*)> devirtualize = [&](Function* one) {
    for (Node* node : one->body) {
      std::function<void(Node*)> visit_calls = [&](Node* at) {
        for_each_part(at, visit_calls);
        if (at->op == Op::CallInter) devirtualizer.call(at, one->home, remarks);
      };
      visit_calls(node);
    }
    for (Function* literal : one->literals) devirtualize(literal);
  };
  devirtualize(function);
  rewrite(function);
}

void Analyzer::State::rewrite(Function* function) {
  inl::separate_iterations(session, function);
  if (function->initializes != nullptr) inl::drop_static_initializers(session, function);
  std::function<void(Function*)> drop = [&](Function* one) {
    if (!one->is_closure()) inl::drop_dead_locals(session, one);
    for (Function* literal : one->literals) drop(literal);
  };
  drop(function);
}

// Every function of a package with its literals and the instances it mentions, in the order in which Go's compiler lists them: declared
// ones as they stand, then the others as bodies are read, from the last body to the first.
std::vector<Function*> Analyzer::State::lower_package(const types::Package* package) {
  std::vector<Function*> functions;
  std::vector<Function*> todo;
  functions.push_back(session.initializers_of(package));
  for (const syntax::File* file : package->files) {
    for (const syntax::Decl* decl : file->decls) {
      const auto* declared = syntax::as<syntax::FuncDecl>(decl);
      if (declared == nullptr || declared->name == nullptr) continue;
      const auto* func = as_object<types::Func>(info.object_of(declared->name));
      if (func == nullptr || func->name.view() == "_") continue;
      if (!declared->has_body()) {
        report_bodyless(func);
      } else if (Function* function = session.function_of(func)) {
        functions.push_back(function);
      }
    }
  }
  // The literals of initialisers come before all others.
  prepared.insert(functions[0]);
  note_facts(functions[0]);
  session.lower(functions[0]);
  const bool reads = session.reading().is_under_way();
  if (reads) inl::outline_map_initializers(session, functions[0]);
  std::vector<Function*> first{functions[0]};
  inl::add_literals(functions[0], first);
  auto take_mentioned = [&] {
    for (Function* mentioned : session.take_mentioned()) {
      if (!is_tagged(mentioned->func)) todo.push_back(mentioned);
    }
  };
  if (reads) {
    for (const syntax::File* file : package->files) {
      for (const syntax::Decl* decl : file->decls) session.reading().declaration(info, decl);
    }
  }
  take_mentioned();
  todo.insert(reads ? todo.begin() : todo.end(), functions.begin() + 1, functions.end());
  functions.erase(functions.begin());
  functions.insert(functions.begin(), first.begin(), first.end());
  for (;;) {
    session.reading().finish();
    take_mentioned();
    if (todo.empty()) break;
    Function* function = todo.back();
    todo.pop_back();
    if (prepared.contains(function)) continue;
    prepared.insert(function);
    note_facts(function);
    session.lower(function);
    inl::add_literals(function, functions);
    if (function->is_instance && std::ranges::find(functions, function) == functions.end()) functions.push_back(function);
  }
  return functions;
}

// What is made for the methods of the package's types, behind all else.
void Analyzer::State::make_wrappers(const types::Package* package, std::vector<Function*>& functions, std::vector<inl::Remark>& remarks) {
  const size_t own = functions.size();
  inl::MethodWrappers wrappers(
      session, package, [&](Function* function) { inliner.run_on(function, remarks); },
      [&](const Node* callee) { return inliner.is_inlinable(callee); });
  wrappers.make(functions);
  prepared.insert(functions.begin() + static_cast<ptrdiff_t>(own), functions.end());
}

void Analyzer::State::mentions_of(Function* function, std::vector<Function*>& mentioned) {
  prepare(function);
  walk_tree(function->body, [&](const Node* node) {
    bool names = node->op == Op::Name || node->op == Op::MethodExpr || node->op == Op::MethodValue || node->op == Op::Closure;
    if (!names || node->function == nullptr) return;
    if (node->function->is_only_named || (node->function->func != nullptr && is_tagged(node->function->func))) return;
    mentioned.push_back(node->function);
  });
}

void Analyzer::State::analyze_group(std::span<Function* const> group) {
  inl::Text group_text(session.types(), group[0]->home);
  const inl::Text* outer = std::exchange(text, &group_text);
  // Of std only what the user's package instantiates is compiled with its flags.
  const Function* outermost = group[0];
  while (outermost->outer != nullptr) outermost = outermost->outer;
  const bool is_library = outermost->package != nullptr && outermost->package->is_std && !outermost->is_instance;
  const bool was_reporting = std::exchange(reporting, reporting && !is_library);
  bool traced = (verbosity > 1 || wants_findings) && reporting;
  Walker walker(session, *this, group_text, traced ? this : nullptr, static_values, group);
  const bool wants_collector = (wants_findings || wants_reasons) && !is_library;
  if (wants_collector) walker.graph().note_unkept();
  walker.walk();
  walker.graph().solve();
  for (Function* function : group) summarize(function);
  std::unique_ptr<FindingCollector> collector;
  if (wants_collector) collector = std::make_unique<FindingCollector>(walker.graph(), group_text, sources);
  for (const auto& location : walker.graph().locations()) decide(*location, collector.get());
  for (const Function* function : group) {
    move_late(function);
    log_loops(*function);
  }
  const bool is_std = outermost->package != nullptr && outermost->package->is_std;
  if (wants_findings && reporting && !is_std) find(group, walker.graph(), *collector);
  reporting = was_reporting;
  text = outer;
}

void Analyzer::State::summarize(Function* function) {
  function->analyzed = true;
  std::vector<Leaks>& summary = summaries[function];
  // Nothing is said of the parameters of instances and of the literals in them; a literal that was copied into another function counts
  // there.
  const Function* outermost = function;
  while (outermost->outer != nullptr) outermost = outermost->outer;
  const bool silent = function->is_wrapper || outermost->is_instance;
  for (const Variable* param : function->params) {
    const types::Var* var = param->var;
    bool named = var == nullptr || (!var->name.view().empty() && var->name.view() != "_");
    Leaks leaks = param->location != nullptr ? param->location->leaks : Leaks::everything();
    if (!named) leaks = Leaks();
    // The tag of a parameter without pointers says nothing, whether it has a name or not.
    if (var != nullptr && !types::has_pointers(param->type)) leaks = Leaks::everything();
    if (named && var != nullptr && marks_uintptr(*function, param)) {
      summary.push_back(Leaks::everything());
      continue;
    }
    leaks.optimize();
    summary.push_back(leaks);
    bool says = named && var != nullptr && !silent && types::has_pointers(param->type);
    if (says && param->location != nullptr && !param->location->has(kEscapes)) report_leaks(*function, param, leaks);
  }
}

// Under //go:uintptrescapes nothing is known of a parameter that is a uintptr, or a list of them.
bool Analyzer::State::marks_uintptr(const Function& function, const Variable* param) {
  if (function.func == nullptr || !escapes_uintptrs(function.func)) return false;
  auto is_uintptr = [](const types::Type* type) {
    const types::Basic* basic = types::basic_of(type);
    return basic != nullptr && basic->basic() == types::BasicKind::Uintptr;
  };
  const bool spread = function.signature->variadic && param == function.params.back();
  const auto* list = spread ? types::as<types::Slice>(param->type) : nullptr;
  if (!is_uintptr(param->type) && (list == nullptr || !is_uintptr(list->elem))) return false;
  say(param->pos, fmt::format("marking {} as escaping {}uintptr", param->name, list != nullptr ? "..." : ""));
  return true;
}

void Analyzer::State::report_leaks(const Function& function, const Variable* param, const Leaks& leaks) {
  const std::string_view name = param->var->name.view();  // never qualified
  bool said = false;
  if (leaks.heap() >= 0) {
    say(param->pos, fmt::format("leaking param{}: {}", leaks.heap() == 0 ? "" : " content", name));
    said = true;
  }
  for (size_t i = 0; i < Leaks::kResults && i < function.results.size(); ++i) {
    if (leaks.result(i) < 0) continue;
    say(param->pos, fmt::format("leaking param: {} to result {} level={}", name, function.results[i]->name, leaks.result(i)));
    said = true;
  }
  if (!said) say(param->pos, fmt::format("{} does not escape", name));
}

// Functions that are defined elsewhere: the declaration is all that is known.
void Analyzer::State::report_bodyless(const types::Func* func) {
  bool noescape = syntax::find_pragma(func->decl->pragmas, "go:noescape") != nullptr;
  auto report = [&](const types::Var* param) {
    bool named = param != nullptr && !param->name.view().empty() && param->name.view() != "_";
    if (!named) return;
    const types::Basic* basic = types::basic_of(param->type);
    if (basic != nullptr && basic->basic() == types::BasicKind::Uintptr) {
      say(param->pos, fmt::format("assuming {} is unsafe uintptr", param->name.view()));
    } else if (types::has_pointers(param->type)) {
      say(param->pos,
          noescape ? fmt::format("{} does not escape", param->name.view()) : fmt::format("leaking param: {}", param->name.view()));
    }
  };
  report(func->signature()->recv);
  for (const types::Var* param : func->signature()->params) report(param);
}

// The last place of a node in a loop: a name stands where it is declared, if that is in the same file.
Pos Analyzer::State::last_place(Node* loop) const {
  const SourceFile* file = sources.file_of(loop->own_pos);
  Pos last = loop->own_pos;
  inl::walk_tree(loop, [&](const Node* node) {
    Pos pos = node->context == loop->context && node->op != Op::Decl ? node->own_pos : Pos();
    if (node->op == Op::Name) {
      const Variable* variable = node->variable;
      const bool is_own = variable != nullptr && variable->var != nullptr && variable->context == loop->context;
      pos = is_own ? variable->var->pos : variable == nullptr && node->object != nullptr ? node->object->pos : Pos();
    }
    if (pos && last < pos && sources.file_of(pos) == file) last = pos;
  });
  return last;
}

void Analyzer::State::log_loops(const Function& function) {
  if (!wants_log) return;
  for (const inl::SeparatedLoop& separated : function.separated) {
    for (const Variable* variable : separated.variables) {
      const bool heap = variable->location != nullptr && variable->location->has(kEscapes);
      record(inl::places_of(variable->context, variable->var->pos), heap ? "iteration-variable-to-heap" : "iteration-variable-to-stack",
             variable->name + (variable->context != nullptr ? " (from inline)" : ""));
    }
    Node* loop = separated.loop;
    LogRecord whole{inl::places_of(loop->context, loop->own_pos),
                    loop->op == Op::For ? "loop-modified-for" : "loop-modified-range",
                    "",
                    {},
                    inl::places_of(loop->context, last_place(loop))};
    if (reporting && speaking) log.push_back(std::move(whole));
  }
}

void Analyzer::State::find(std::span<Function* const> group, const Graph& graph, const FindingCollector& collector) {
  for (const auto& location : graph.locations()) {
    if (!location->told.empty()) continue;
    Finding finding;
    if (!collector.describe(*location, leak_paths[location.get()], finding)) continue;
    if (location->node != nullptr && location->node->op == Op::Append) collector.note_late_move(*location, decisions, finding);
    findings.push_back(std::move(finding));
  }
  for (Function* function : group) {
    inl::walk_tree(function->body, [&](const Node* node) {
      if (node->op == Op::MakeChan) collector.describe_channel(function, node, findings.emplace_back());
    });
  }
  leak_paths.clear();
}

void Analyzer::State::escapes(const Location& location, bool at_once) {
  if (verbosity < 2) return;
  Explainer explainer(sources, *text);
  Pos pos = location.variable != nullptr ? location.variable->pos : location.node->pos;
  const std::string value = !location.told.empty()         ? std::string(location.told.substr(2))
                            : location.variable != nullptr ? location.variable->name
                                                           : text->node(location.node);
  std::string what = value + " escapes to heap";
  say_flow(pos, fmt::format("{} in {}:", what, location.function->name));
  std::vector<LogStep> flow = explainer.logged(location.path);
  for (std::string& line : explainer.lines(location.path, flow)) say_flow(pos, std::move(line));
  record(places_of(location), at_once ? "escapes" : "escape", std::move(what), std::move(flow));
}

void Analyzer::State::leaks(const Location& parameter, const Location& sink, int derefs, const std::vector<Location::Hop>& path) {
  if (wants_findings && !sink.is_result()) leak_paths.try_emplace(&parameter, path);
  if (verbosity < 2) return;
  Explainer explainer(sources, *text);
  Pos pos = parameter.variable->pos;
  const std::string what = fmt::format("parameter {} leaks to {}", parameter.variable->name, explainer.text_of(&sink));
  say_flow(pos, fmt::format("{} for {} with derefs={}:", what, parameter.function->name, derefs));
  std::vector<LogStep> flow = explainer.logged(path);
  for (std::string& line : explainer.lines(path, flow)) say_flow(pos, std::move(line));
  record(places_of(parameter), "leak", fmt::format("{} with derefs={}", what, derefs), std::move(flow));
}

void Analyzer::State::decide(const Location& location, const FindingCollector* collector) {
  if (!location.told.empty()) return tell(location);
  if (location.node != nullptr) return decide_site(location, collector);
  const Variable* variable = location.variable;
  if (variable == nullptr) return;
  bool heap = location.has(kEscapes);
  if (heap) say(variable->pos, fmt::format("moved to heap: {}", variable->name));
  if (variable->var == nullptr) {
    // new(x) makes a variable without a name.
    const Node* made = variable->definition;
    const auto* call = made != nullptr && made->op == Op::Assign && made->define ? syntax::as<syntax::CallExpr>(made->source) : nullptr;
    if (call == nullptr) return;
    Decision& decision = decisions.site(call, SiteRole::New, made->context);
    bool first = decision.what.empty();
    if (!first && decision.placement == Placement::Heap) return;
    decision.what = "new(" + text->node(made->y) + ")";
    decision.placement = heap ? Placement::Heap : Placement::Frame;
    if (collector != nullptr) decision.why = collector->because(location);
    return;
  }
  if (!heap && !decisions.is_address_taken(variable->var)) return;
  Decision& decision = decisions.variable(variable->var, variable->context);
  if (!heap && decision.placement == Placement::Heap && !decision.what.empty()) return;
  decision.what = fmt::format("{} {}", variable->name, text->types().type(variable->type));
  decision.placement = heap ? Placement::Heap : Placement::Frame;
  if (collector != nullptr) decision.why = collector->because(location);
  if (!heap) return;
  if (variable->context == nullptr) decisions.set_heap(variable->var);
  decision.flow = Explainer(sources, *text).steps(location.path);
}

// The line about a value of text that is not inlined here.
void Analyzer::State::tell(const Location& location) {
  const bool heap = location.has(kEscapes);
  const std::string_view value = location.told.substr(2);
  const Pos pos = location.node->pos;
  switch (static_cast<inl::ToldSite>(location.told[0])) {
    case inl::ToldSite::Remark: return say(pos, std::string(value));
    case inl::ToldSite::Moved:
    case inl::ToldSite::MovedWithResult:
      if (heap) say(pos, fmt::format("moved to heap: {}", value));
      return;
    default: return say(pos, fmt::format("{}{}", value, heap ? " escapes to heap" : " does not escape"));
  }
}

void Analyzer::State::decide_site(const Location& location, const FindingCollector* collector) {
  const Node* node = location.node;
  bool heap = location.has(kEscapes);
  SiteRole role = role_of(node);
  bool zero_copy = node->op == Op::StrToBytes && !location.has(kMutates);
  std::string what = node->op == Op::Append ? "append" : text->node(node);
  Decision& decision = decisions.site(node->source, role, node->context);
  // Another instance may have decided before: what one of them keeps is kept.
  bool first = decision.what.empty();
  if (first || heap || decision.placement == Placement::Frame) {
    decision.what = role == SiteRole::Box && node->implicit ? what + " -> " + text->types().type(node->type) : what;
    decision.placement = heap ? Placement::Heap : Placement::Frame;
    if (collector != nullptr) decision.why = collector->because(location);
    if (heap) decision.flow = Explainer(sources, *text).steps(location.path);
  }
  decision.zero_copy = zero_copy && (first || decision.zero_copy);
  decision.boxes_constant = location.boxes_constant && (first || decision.boxes_constant);
  if (role == SiteRole::Make && node->op == Op::MakeSlice) {
    const int64_t length = constant_size(node);
    decision.constant_length = first || decision.constant_length == length ? length : -1;
  }
  if (node->op == Op::Closure && node->function->is_wrapper) return;
  say(node->pos, what + (heap ? " escapes to heap" : " does not escape"));
  if (heap) record(places_of(location), "escape", "");
  if (zero_copy) say(node->pos, "zero-copy string->[]byte conversion");
}

void Analyzer::State::move_late(const Function* function) {
  if (function->is_wrapper || function->initializes != nullptr) return;
  const LateMoves found_in =
      find_late_moves(*function, [this](const Node* call, size_t argument) { return argument_leaks(call, argument); });
  const std::vector<LateMove>& moves = found_in.moves;
  for (const Variable* slice : found_in.unshared) {
    if (function->shapes.empty() || slice->context != nullptr) decisions.set_unshared(slice->var, slice->context);
  }
  for (const LateMove& move : moves) {
    if (function->shapes.empty() || move.slice->context != nullptr) apply(move);
  }
  if (function->shapes.empty()) return;
  // Instances share the decisions about their own text: a slice moves late in all of them or in none.
  for (const Variable* variable : function->declared) {
    if (variable->var == nullptr || variable->context != nullptr) continue;
    const auto found = std::ranges::find(moves, variable, &LateMove::slice);
    const LateMove* move = found != moves.end() ? &*found : nullptr;
    auto [known, first] = late_of_instances.try_emplace(variable->var, move != nullptr ? std::optional(*move) : std::nullopt);
    if (std::ranges::find(found_in.unshared, variable) == found_in.unshared.end()) {
      decisions.unset_unshared(variable->var);
    } else if (first) {
      decisions.set_unshared(variable->var, nullptr);
    }
    if (known->second && (move == nullptr || move->place != known->second->place)) {
      retract(*known->second);
      known->second.reset();
    } else if (known->second) {
      apply(*move);
    }
  }
}

void Analyzer::State::apply(const LateMove& move) {
  const types::Var* slice = move.slice->var;
  const bool known =
      std::ranges::any_of(decisions.moved_before(move.place, move.context), [&](const MovedSlice& moved) { return moved.slice == slice; });
  if (!known) decisions.add_moved(move.place, move.context, {slice, move.keeps_capacity});
  Decision& moved = decisions.site(move.place, SiteRole::Append, move.context);
  moved.what = slice->name.view();
  moved.why = "moved out of the frame";
  for (const Node* append : move.appends) {
    Decision& decision = decisions.site(append->source, SiteRole::Append, append->context);
    decision.placement = Placement::Frame;
    decision.grows_in_steps = move.keeps_capacity;
  }
}

void Analyzer::State::retract(const LateMove& move) {
  decisions.remove_moved(move.place, move.context, move.slice->var);
  for (const Node* append : move.appends) decisions.site(append->source, SiteRole::Append, append->context).placement = Placement::Heap;
}

// Whether an argument may stay behind somewhere; of functions that are not known it may.
bool Analyzer::State::argument_leaks(const Node* call, size_t argument) {
  const inl::StaticCallee callee = inl::static_callee(call->x);
  if (!callee.known() || call->x->distinct) return true;
  const std::span<const Leaks> all = leaks_of(callee);
  return argument >= all.size() || all[argument].any();
}

Analyzer::Analyzer(types::Checker& checker, const types::Info& info, const SourceMap& sources, Decisions& decisions,
                   const TagTable* std_tags, const inl::VerdictTable* std_verdicts)
    : state_(std::make_unique<State>(checker, info, sources, decisions, std_tags, std_verdicts)) {}
Analyzer::~Analyzer() = default;

void Analyzer::set_verbosity(int verbosity) {
  state_->verbosity = verbosity;
  if (verbosity > 0) state_->session.list_everything();
  state_->inliner.set_verbosity(verbosity);
}
void Analyzer::set_autogenerated(Pos pos) {
  state_->makes_wrappers = true;
  state_->session.set_autogenerated(pos);
}
void Analyzer::set_inlining(bool enabled, std::vector<std::string> kept) { state_->inliner.set_enabled(enabled, std::move(kept)); }

void Analyzer::analyze_package(const types::Package* package, bool says_lines) {
  State& s = *state_;
  s.reporting = true;
  s.speaking = says_lines;
  s.session.begin_package(package);
  std::vector<Function*> functions = s.lower_package(package);
  s.session.end_bodies();
  std::vector<inl::Remark> remarks = std::exchange(s.session.remarks(), {});
  s.inliner.run(
      functions, [&s](Function* function, std::vector<Function*>& mentioned) { s.mentions_of(function, mentioned); }, remarks);
  if (s.makes_wrappers) s.make_wrappers(package, functions, remarks);
  s.session.take_mentioned();
  for (const inl::InlineContext& context : s.session.inlined_calls().all()) {
    if (context.callee->text_of != nullptr) s.note_text(context.callee->text_of);
  }
  for (inl::Remark& remark : remarks) s.say(remark);
  for (Function* function : functions) {
    if (function->outer == nullptr) s.rewrite(function);
  }
  for (Function* function : functions) {
    if (!function->is_closure()) s.groups.visit(function);
  }
  std::vector<inl::Remark> elided;
  for (const Function* function : functions) inl::note_elided_checks(function, elided);
  for (inl::Remark& remark : elided) s.say(remark);
  s.session.begin_package(nullptr);
  s.reporting = false;
}

bool Analyzer::is_inlinable(const types::Func* func) {
  const Function* function = state_->session.function_of(func);
  return function != nullptr && function->inlining.can;
}

const void* Analyzer::shape_of(const types::Func* func, std::span<const types::Type* const> args) {
  return args.empty() ? nullptr : state_->session.function_of(func, args);
}

void Analyzer::analyze(const types::Func* func, std::span<const types::Type* const> args) {
  if (Function* function = state_->session.function_of(func, args)) state_->groups.visit(function);
}

// Literals that are static values are no part of the lowered body: they are functions to compile all the same.
void Analyzer::analyze_initializers(const types::Package* package) {
  Function* function = state_->session.initializers_of(package);
  state_->groups.visit(function);
  for (Function* literal : function->literals) {
    if (!literal->is_closure()) state_->groups.visit(literal);
  }
}

void Analyzer::want_log() {
  set_verbosity(2);
  state_->wants_log = true;
}

void Analyzer::set_line_writer(std::function<void(const Line&)> write) { state_->write_line = std::move(write); }

void Analyzer::want_findings() { state_->wants_findings = true; }

void Analyzer::want_reasons() { state_->wants_reasons = true; }
std::span<const Finding> Analyzer::findings() const { return state_->findings; }
std::optional<std::vector<Allocation>> Analyzer::allocations_of(const types::Func* func) {
  State& s = *state_;
  AllocationSearch search(s.session, s.decisions, [&s](Function* function) { s.groups.visit(function); });
  std::vector<Function*> instances;
  for (const auto& [function, leaks] : s.summaries) {
    if (function->func == func && !function->is_wrapper) instances.push_back(const_cast<Function*>(function));
  }
  if (instances.empty()) return std::nullopt;
  std::vector<Allocation> all;
  for (Function* function : instances) {
    for (Allocation& allocation : search.search(function)) all.push_back(std::move(allocation));
  }
  return all;
}
std::span<const LogRecord> Analyzer::log() const { return state_->log; }
std::span<const Leaks> Analyzer::body_leaks_of(const types::Func* func) {
  Function* function = state_->session.function_of(func);
  state_->groups.visit(function);
  return state_->summaries[function];
}

}  // namespace govm::escape
