// Texts of paths.
#include "compiler/escape/explain.h"

#include <fmt/format.h>

#include "compiler/escape/place.h"

namespace govm::escape {
std::string Explainer::text_of(const Location* location) const {
  if (location->variable != nullptr) return location->variable->name;
  if (location->node != nullptr) return fmt::format("{{storage for {}}}", text_.node(location->node));
  return location->function == nullptr ? "{heap}" : "{temp}";
}

std::vector<std::string> Explainer::lines(const std::vector<Location::Hop>& path, std::span<const LogStep> flow) const {
  std::vector<std::string> lines;
  for (const LogStep& step : flow) {
    lines.push_back(step.text.substr(1));  // the log's are indented by one more
    if (step.line_place) lines.back() += " at " + place_text(sources_, *step.line_place, text_.types().local());
  }
  if (!path.empty() && path.back().dst == nullptr)
    lines.push_back("  warning: truncated explanation due to assignment cycle; see golang.org/issue/35518");
  return lines;
}

std::vector<Pos> places_of(const Location& location) {
  const inl::Variable* variable = location.variable;
  if (variable != nullptr) return inl::places_of(variable->context, variable->var != nullptr ? variable->var->pos : variable->pos);
  return inl::places_of(location.node->context, location.node->own_pos);
}

std::vector<LogStep> Explainer::logged(const std::vector<Location::Hop>& path) const {
  std::vector<LogStep> steps;
  for (const Location::Hop& hop : path) {
    if (hop.dst == nullptr) break;
    const inl::Node* where = hop.notes != nullptr ? hop.notes->where : nullptr;
    std::vector<Pos> places = where != nullptr ? inl::places_of(where->context, where->own_pos) : std::vector<Pos>();
    if (where == nullptr && (hop.src->variable != nullptr || hop.src->node != nullptr)) places = places_of(*hop.src);
    const std::string prefix = hop.derefs < 0 ? "&" : std::string(static_cast<size_t>(hop.derefs), '*');
    steps.push_back({std::move(places), fmt::format("   flow: {} ← {}{}:", text_of(hop.dst), prefix, text_of(hop.src)), std::nullopt});
    for (const Note* note = hop.notes; note != nullptr; note = note->next) {
      steps.push_back({inl::places_of(note->where->context, note->where->own_pos),
                       fmt::format("     from {} ({})", text_.node(note->where), note->reason), note->where->pos});
    }
  }
  return steps;
}

std::vector<std::string> Explainer::steps(const std::vector<Location::Hop>& path) const {
  std::vector<std::string> steps;
  for (const Location::Hop& hop : path) {
    for (const Note* note = hop.notes; note != nullptr; note = note->next) {
      const Position at = sources_.resolve(note->where->pos);
      steps.push_back(fmt::format("{}:{} {}", at.line, at.column, note->reason));
    }
  }
  return steps;
}

}  // namespace govm::escape
