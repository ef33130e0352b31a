// Parameter summaries.
#include "compiler/escape/leaks.h"

#include <algorithm>

namespace govm::escape {

void Leaks::add(int8_t& slot, int derefs) {
  int8_t bounded = static_cast<int8_t>(std::min(derefs, 127));
  if (slot == kNone || bounded < slot) slot = bounded;
}

bool Leaks::any() const {
  return heap_ >= 0 || mutator_ >= 0 || callee_ >= 0 || std::ranges::any_of(results_, [](int8_t derefs) { return derefs >= 0; });
}

void Leaks::optimize() {
  if (heap_ == kNone) return;
  if (mutator_ >= heap_) mutator_ = kNone;
  if (callee_ >= heap_) callee_ = kNone;
  for (int8_t& result : results_) {
    if (result >= heap_) result = kNone;
  }
}

Leaks Leaks::parse(std::string_view text) {
  Leaks leaks;
  while (!text.empty()) {
    size_t comma = std::min(text.find(','), text.size());
    std::string_view part = text.substr(0, comma);
    text.remove_prefix(std::min(comma + 1, text.size()));
    if (part == "nonstring") leaks.spares_strings_ = true;
    size_t equals = part.find('=');
    if (equals == std::string_view::npos) continue;  // "none", "-"
    int derefs = 0;
    for (char digit : part.substr(equals + 1)) derefs = derefs * 10 + (digit - '0');
    std::string_view where = part.substr(0, equals);
    if (where == "heap") {
      leaks.add_heap(derefs);
    } else if (where == "mut") {
      leaks.add_mutator(derefs);
    } else if (where == "call") {
      leaks.add_callee(derefs);
    } else if (where.size() == 2 && where[0] == 'r' && where[1] >= '0' && where[1] < '0' + static_cast<char>(kResults)) {
      leaks.add_result(static_cast<size_t>(where[1] - '0'), derefs);
    }
  }
  return leaks;
}

std::string Leaks::text() const {
  std::string out;
  auto add = [&](std::string_view where, int derefs) {
    if (derefs < 0) return;
    if (!out.empty()) out += ',';
    out.append(where).append("=") += std::to_string(derefs);
  };
  add("heap", heap_);
  add("mut", mutator_);
  add("call", callee_);
  for (size_t i = 0; i < kResults; ++i) add("r" + std::to_string(i), results_[i]);
  if (spares_strings_) out += ",nonstring";
  return out.empty() ? "none" : out;
}

}  // namespace govm::escape
