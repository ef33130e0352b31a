// From solved locations to findings.
#include "compiler/escape/findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/escape/advice.h"
#include "compiler/escape/spelling.h"
#include "compiler/escape/walk.h"
#include "compiler/inline/static_value.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"

namespace govm::escape {

using inl::Op;

namespace {

constexpr size_t kUsesShown = 3;
constexpr int64_t kFrameMapEntries = 8;  ///< of a map whose first group lies in the frame
constexpr int64_t kMaxFrameBox = 1024;   ///< bytes of a value in an interface that does not escape

/// Size of a value; 0 if only an instance knows it.
int64_t size_or_zero(const types::Type* type) {
  if (type == nullptr || types::is_parameterized(type) || types::is_a<types::Tuple>(type) != nullptr) return 0;
  return types::size_of(type);
}

/// The type of the value that a site makes: T of new(T), the literal's own, the operand's of a conversion to interface.
const types::Type* made_type(const Node* node) {
  if (node->op == Op::New || node->op == Op::PtrLit) {
    const auto* pointer = types::as<types::Pointer>(node->type);
    return pointer != nullptr ? pointer->elem : node->type;
  }
  return node->op == Op::ConvIface ? node->x->type : node->type;
}

/// Bytes of the value that one execution makes; 0 if they are not known before.
int64_t made_size(const Node* node) {
  switch (node->op) {
    case Op::New:
    case Op::PtrLit:
    case Op::ConvIface: return size_or_zero(made_type(node));
    case Op::SliceLit:
    case Op::MakeSlice: {
      const auto* slice = types::as<types::Slice>(node->type);
      const Node* size = node->y != nullptr ? node->y : node->x;
      const constant::Value* count = node->op == Op::SliceLit ? &node->value : size->op == Op::Literal ? &size->value : nullptr;
      bool exact = false;
      int64_t length =
          slice != nullptr && count != nullptr && count->kind() != constant::Kind::Unknown ? count->to_int().as_int64(exact) : 0;
      return exact ? length * size_or_zero(slice->elem) : 0;
    }
    default: return 0;
  }
}

/// What the run makes of a conversion to interface (escape-analysis.md 3, the table of boxes).
Cost cost_of_box(const Node* node, bool on_heap) {
  const types::Type* type = node->x->type;
  if (node->x->op == Op::Literal || node->x->op == Op::Nil) return Cost::Nothing;
  if (types::is_parameterized(type)) return on_heap ? Cost::Sometimes : Cost::Nothing;
  const int64_t size = types::size_of(type);
  if (size <= 1 && !types::has_pointers(type)) return Cost::Nothing;
  if (!on_heap) return size > kMaxFrameBox ? Cost::Always : Cost::Nothing;
  const types::Basic* basic = types::basic_of(type);
  const bool small = basic != nullptr && !types::has_pointers(type) && size <= 8;
  const bool may_be_empty = types::as<types::Slice>(type) != nullptr || (basic != nullptr && basic->basic() == types::BasicKind::String);
  return small || may_be_empty ? Cost::Sometimes : Cost::Always;
}

bool is_named(const Variable* variable) {
  return variable->var != nullptr && !variable->is_blank() && !variable->name.empty() && variable->name[0] != '.' &&
         variable->name[0] != '#' && variable->name[0] != '~';
}

/// Where inlined text of std counts: at the user's call.
Pos own_place(Pos pos, const inl::InlineContext* context) {
  for (; context != nullptr; context = context->parent) {
    const Function* callee = context->callee;
    if (callee->package != nullptr && callee->package->is_std) pos = context->call->pos;
  }
  return pos;
}

const Note* outermost(const Note* notes) {
  while (notes != nullptr && notes->next != nullptr) notes = notes->next;
  return notes;
}

std::string function_name(const Function* function) {
  while (function->is_wrapper && function->outer != nullptr) function = function->outer;
  const types::Package* package = function->package_of_text();
  return spelled(fmt::format("{}.{}", package != nullptr ? package->path : "", function->name));
}

/// The function of std in whose inlined text a node stands; null: it stands in the user's.
const Function* standard_callee(const Node* node) {
  const Function* callee = nullptr;
  for (const inl::InlineContext* at = node->context; at != nullptr; at = at->parent) {
    if (at->callee->package != nullptr && at->callee->package->is_std) callee = at->callee;
  }
  return callee;
}

Pos own_place(const Node* node) { return own_place(node->own_pos, node->context); }

WayOut way_of(const Location& location, const std::vector<Location::Hop>& path) {
  WayOut way;
  way.word = location.forced;
  for (const Location::Hop& hop : path) {
    if (hop.dst == nullptr) break;
    for (const Note* note = hop.notes; note != nullptr; note = note->next) {
      if (note->reason == "spill" || note->reason == "address-of") continue;
      way.word = note->reason;
      way.where = note->where;
      const Function* standard = standard_callee(note->where);
      way.standard = standard != nullptr ? function_name(standard) : "";
    }
    way.dst = hop.dst;
  }
  way.outlives_iteration = way.dst != nullptr && way.dst->variable != nullptr && !way.dst->is_result() &&
                           way.dst->function == location.function && way.dst->loop_depth < location.loop_depth;
  return way;
}

}  // namespace

Cost cost_of(const Node* node, bool on_heap) {
  switch (node->op) {
    case Op::New:
    case Op::PtrLit: {
      const types::Type* made = made_type(node);
      const bool empty = !types::is_parameterized(made) && types::size_of(made) == 0;
      return on_heap && !empty ? Cost::Always : Cost::Nothing;
    }
    case Op::MakeSlice: {
      const Node* size = node->y != nullptr ? node->y : node->x;
      if (size->op != Op::Literal) return on_heap ? Cost::Always : Cost::Sometimes;
      return on_heap && made_size(node) > 0 ? Cost::Always : Cost::Nothing;
    }
    case Op::SliceLit: return on_heap && !node->list.empty() ? Cost::Always : Cost::Nothing;
    case Op::MakeMap: {
      if (on_heap) return Cost::Always;
      bool exact = false;
      const bool small = node->x == nullptr || (node->x->op == Op::Literal && node->x->value.to_int().as_int64(exact) <= kFrameMapEntries);
      return small ? Cost::Nothing : Cost::Sometimes;
    }
    case Op::MapLit:
      if (on_heap) return Cost::Always;
      return node->list.size() <= kFrameMapEntries ? Cost::Nothing : Cost::Always;
    case Op::MakeChan: return Cost::Always;
    case Op::Closure: return on_heap && node->function->is_closure() ? Cost::Always : Cost::Nothing;
    case Op::MethodValue: return on_heap ? Cost::Always : Cost::Nothing;
    case Op::ConvIface: return cost_of_box(node, on_heap);
    case Op::Append: return Cost::Sometimes;
    default: return on_heap ? Cost::Always : Cost::Sometimes;
  }
}

FindingCollector::FindingCollector(const Graph& graph, const inl::Text& text, const SourceMap& sources) : text_(text), sources_(sources) {
  auto note_edges = [this](const Location& dst) {
    for (const Edge& edge : dst.edges) {
      const bool is_made = edge.derefs < 0 || (edge.notes != nullptr && edge.notes->reason == "spill");
      if (is_made) uses_[edge.source].push_back({&dst, edge.notes});
    }
  };
  for (const auto& location : graph.locations()) {
    note_edges(*location);
    for (const Note* notes : location->unkept) uses_[location.get()].push_back({nullptr, notes});
  }
  note_edges(*graph.heap());
  note_edges(*graph.mutator());
  note_edges(*graph.callee());
}

std::string FindingCollector::place(Pos pos) const {
  const Position at = sources_.resolve(pos);
  return fmt::format("{}:{}", at.line, at.column);
}

bool FindingCollector::describe(const Location& location, const std::vector<Location::Hop>& leak_path, Finding& out) const {
  const Variable* variable = location.variable;
  const inl::InlineContext* context = nullptr;
  out.function = function_name(location.function);
  out.placement = location.has(kEscapes) ? Placement::Heap : Placement::Frame;
  // A function that passes its dictionary on is nobody's text.
  if (location.function->is_wrapper && location.function->outer == nullptr) return false;
  if (variable != nullptr) {
    if (!is_named(variable) || location.function->is_wrapper) return false;
    context = variable->context;
    out.pos = own_place(variable->var->pos, context);
    if (context != nullptr) out.inlined_at = variable->pos;
    if (location.is_parameter() && !location.has(kEscapes) && types::has_pointers(variable->type)) {
      describe_parameter(location, leak_path, out);
    } else {
      describe_variable(location, out);
    }
    return out.decided || context == nullptr;
  }
  const Node* node = location.node;
  const bool hidden = node == nullptr || (node->op == Op::Closure && node->function->is_wrapper && !location.has(kEscapes));
  if (hidden) return false;
  context = node->context;
  out.pos = own_place(node->own_pos, context);
  if (context != nullptr) out.inlined_at = node->pos;
  describe_site(location, out);
  return true;
}

bool FindingCollector::is_decided(const Location& location) const { return location.addressed || uses_.contains(&location); }

std::string FindingCollector::because(const Location& location) const { return spelled(raw_because(location)); }

std::string FindingCollector::raw_because(const Location& location) const {
  const bool is_variable = location.variable != nullptr;
  if (!location.has(kEscapes)) return is_variable && !is_decided(location) ? "nothing takes its address" : uses_of(location);
  const WayOut way = way_of(location, location.path);
  const std::string words = way_out_words(way, text_);
  if (!location.forced.empty()) return words;
  const std::string at = way.where != nullptr ? fmt::format(" ({})", place(own_place(way.where))) : "";
  return (is_variable ? "its address " : "it ") + words + at;
}

// The type as it is declared: the type arguments that an instance has for it are not the text's.
void FindingCollector::describe_declared(const Variable& variable, Finding& out) const {
  out.name = variable.name;
  out.type = text_.types().type(variable.var->type);
  out.size = size_or_zero(variable.var->type);
}

void FindingCollector::describe_variable(const Location& location, Finding& out) const {
  const Variable* variable = location.variable;
  out.kind = FindingKind::Variable;
  describe_declared(*variable, out);
  out.because = because(location);
  if (!location.has(kEscapes)) {
    out.decided = is_decided(location);
    return;
  }
  const WayOut way = way_of(location, location.path);
  out.cost = size_or_zero(variable->type) == 0 && !types::is_parameterized(variable->type) ? Cost::Nothing : Cost::Always;
  out.path = steps(location.path);
  out.advice = spelled(advice_on(out, way, location, text_));
}

void FindingCollector::describe_parameter(const Location& location, const std::vector<Location::Hop>& leak_path, Finding& out) const {
  const Variable* variable = location.variable;
  const Leaks& leaks = location.leaks;
  out.kind = FindingKind::Parameter;
  describe_declared(*variable, out);
  std::string results;
  const std::vector<Variable*>& all = location.function->results;
  for (size_t i = 0; i < Leaks::kResults && i < all.size(); ++i) {
    if (leaks.result(i) < 0) continue;
    results += results.empty() ? "" : ", ";
    results += is_named(all[i]) ? fmt::format("result {}", all[i]->name) : all.size() == 1 ? "the result" : fmt::format("result {}", i + 1);
    if (leaks.result(i) > 0) results += " (what it points to)";
  }
  if (leaks.heap() >= 0) {
    const WayOut way = way_of(location, leak_path);
    out.path = steps(leak_path);
    out.because = leaks.heap() == 0 ? "leaks: " : "what it points to leaks: ";
    out.because += way.where != nullptr ? fmt::format("it {} ({})", spelled(way_out_words(way, text_)), place(own_place(way.where)))
                                        : std::string("it is kept");
  } else if (!results.empty()) {
    out.because = "leaks to " + results;
  } else {
    out.because = "does not escape";
  }
}

void FindingCollector::describe_site(const Location& location, Finding& out) const {
  const Node* node = location.node;
  const bool on_heap = location.has(kEscapes);
  out.kind = FindingKind::Site;
  out.role = role_of(node);
  out.name = node->op == Op::Append ? "append" : spelled(text_.node(node));
  out.type = spelled(text_.types().type(made_type(node)));
  out.size = made_size(node);
  out.cost = cost_of(node, on_heap);
  if (node->op == Op::StrToBytes && !location.has(kMutates)) out.cost = Cost::Nothing;
  out.because = because(location);
  if (!on_heap) return;
  const WayOut way = way_of(location, location.path);
  out.path = steps(location.path);
  if (out.cost == Cost::Nothing) {
    out.because +=
        node->op == Op::ConvIface && node->x->op == Op::Literal ? "; a constant, nothing is allocated" : "; nothing is allocated";
  } else {
    out.advice = spelled(advice_on(out, way, location, text_));
  }
}

void FindingCollector::describe_channel(const Function* function, const Node* node, Finding& out) const {
  out.role = SiteRole::Make;
  out.pos = own_place(node->own_pos, node->context);
  if (node->context != nullptr) out.inlined_at = node->pos;
  out.function = function_name(function);
  out.name = spelled(text_.node(node));
  out.type = spelled(text_.types().type(node->type));
  out.placement = Placement::Heap;
  out.cost = cost_of(node, true);
  out.because = "channels always lie on the heap";
}

void FindingCollector::note_late_move(const Location& location, const Decisions& decisions, Finding& out) const {
  const Decision* decision = decisions.find(location.node->source, SiteRole::Append, location.node->context);
  if (decision == nullptr || decision->placement == out.placement) return;
  out.because = fmt::format(
      "a buffer of 32 bytes in the frame is filled first; what lies in it moves to the heap where the slice is handed on: {}", out.because);
}

std::vector<Step> FindingCollector::steps(const std::vector<Location::Hop>& path) const {
  std::vector<Step> steps;
  for (const Location::Hop& hop : path) {
    if (hop.dst == nullptr) break;
    for (const Note* note = hop.notes; note != nullptr; note = note->next) {
      const Function* standard = standard_callee(note->where);
      Step step{own_place(note->where), standard != nullptr ? function_name(standard) : spelled(text_.node(note->where)),
                standard != nullptr ? "call parameter" : note->reason};
      // What happens inside of std is one step.
      if (standard != nullptr && !steps.empty() && steps.back().pos == step.pos && steps.back().text == step.text) continue;
      steps.push_back(std::move(step));
    }
  }
  return steps;
}

std::string FindingCollector::uses_of(const Location& location) const {
  const auto found = uses_.find(&location);
  if (found == uses_.end()) return "it is used where it is made";
  std::vector<std::string> texts;
  for (const Use& use : found->second) {
    std::string text = use_text(use.notes, use.dst, location);
    if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
  }
  if (texts.empty()) return "it is used where it is made";
  std::string out = location.variable != nullptr ? "its address is " : "it is ";
  for (size_t i = 0; i < texts.size() && i < kUsesShown; ++i) out += (i > 0 ? ", " : "") + texts[i];
  if (texts.size() > kUsesShown) out += fmt::format(", and {} more", texts.size() - kUsesShown);
  return out;
}

std::string FindingCollector::use_text(const Note* notes, const Location* dst, const Location& location) const {
  const Note* note = outermost(notes);
  if (note == nullptr) return "";
  const std::string at = place(own_place(note->where));
  const std::string_view word = note->reason;
  if (const Function* standard = standard_callee(note->where))
    return fmt::format("passed to {} ({}), which does not keep it", function_name(standard), at);
  const bool is_formal = dst != nullptr && dst->variable != nullptr && dst->variable->inlined_formal && dst->variable->context != nullptr;
  if (is_formal && is_named(dst->variable))
    return fmt::format("passed to {} ({}), which does not keep it", dst->variable->context->callee->name, at);
  if (word == "call parameter") return fmt::format("passed to {} ({}), which does not keep it", callee_words(note->where, text_), at);
  if (word == "captured by a closure") return "captured by a function literal that stays in the frame";
  const Variable* into = dst != nullptr ? dst->variable : nullptr;
  if (into != nullptr && into->context != nullptr && into->name.starts_with("~r"))
    return fmt::format("the result of a call that is inlined ({})", at);
  if (into != nullptr && is_named(into) && into != location.variable)
    return fmt::format("kept in {} ({}), which lives no longer", into->name, at);
  if (word == "return") return fmt::format("returned to a call in the same frame ({})", at);
  if (word == "interface-converted") return fmt::format("in an interface value that stays here ({})", at);
  if (word == "slice-literal-element") return fmt::format("in a slice that stays here ({})", at);
  if (word == "spill" || word == "address-of") return "";
  return fmt::format("used by {} ({})", text_.node(note->where), at);
}

}  // namespace govm::escape
