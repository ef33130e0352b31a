// Texts of paths.
#include "compiler/escape/explain.h"

#include <fmt/format.h>

namespace govm::escape {
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

std::string place_text(const SourceMap& sources, Pos pos) {
  constexpr uint32_t kMaxColumn = 255;
  std::string text = sources.describe(pos);
  if (sources.resolve(pos).column >= kMaxColumn) text.resize(text.rfind(':'));
  return text;
}

std::string Explainer::text_of(const Location* location) const {
  if (location->variable != nullptr) return location->variable->name;
  if (location->node != nullptr) return fmt::format("{{storage for {}}}", text_.node(location->node));
  return location->function == nullptr ? "{heap}" : "{temp}";
}

std::vector<std::string> Explainer::lines(const std::vector<Location::Hop>& path) const {
  std::vector<std::string> lines;
  for (const Location::Hop& hop : path) {
    if (hop.dst == nullptr) {
      lines.push_back("  warning: truncated explanation due to assignment cycle; see golang.org/issue/35518");
      break;
    }
    std::string prefix = hop.derefs < 0 ? "&" : std::string(static_cast<size_t>(hop.derefs), '*');
    lines.push_back(fmt::format("  flow: {} ← {}{}:", text_of(hop.dst), prefix, text_of(hop.src)));
    for (const Note* note = hop.notes; note != nullptr; note = note->next) {
      lines.push_back(fmt::format("    from {} ({}) at {}", text_.node(note->where), note->reason, place_text(sources_, note->where->pos)));
    }
  }
  return lines;
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

std::string Explainer::reason(const Location& location) const {
  std::string why(location.forced);
  for (const Location::Hop& hop : location.path) {
    for (const Note* note = hop.notes; note != nullptr; note = note->next) {
      if (note->reason == "spill" || note->reason == "address-of") continue;
      Position position = sources_.resolve(note->where->pos);
      why = fmt::format("{} ({}:{})", plain_words(note->reason), position.line, position.column);
    }
  }
  return why.empty() ? "escapes" : why;
}

}  // namespace govm::escape
