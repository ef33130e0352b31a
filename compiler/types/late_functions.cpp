// Finding outlines by name and declaring what they stand for.
#include "compiler/types/late_functions.h"

#include <algorithm>

#include "compiler/syntax/parser.h"
#include "compiler/types/context.h"

namespace govm::types {

void LateFunctions::add(const syntax::File& file, Scope* file_scope) {
  for (const syntax::FuncOutline& outline : file.outlines) entries_.push_back({outline, file_scope});
}

std::pair<std::string_view, std::string_view> LateFunctions::key_of(const Entry& entry) {
  const syntax::FuncOutline& outline = entry.outline;
  return {outline.receiver, outline.receiver.empty() ? outline.name : std::string_view()};
}

void LateFunctions::seal() { std::ranges::stable_sort(entries_, {}, key_of); }

std::span<LateFunctions::Entry> LateFunctions::find(std::string_view receiver, std::string_view name) {
  auto range = std::ranges::equal_range(entries_, std::pair(receiver, name), {}, key_of);
  return {range.begin(), range.end()};
}

void LateFunctions::declare(Entry& entry) {
  if (entry.done) return;
  entry.done = true;
  collect_function(c_, syntax::parse_function(c_.session, entry.outline), entry.file_scope);
}

void LateFunctions::declare(Symbol name) {
  for (Entry& entry : find({}, name.view())) declare(entry);
}

void LateFunctions::declare_methods(const TypeName* type) {
  for (Entry& entry : find(type->name.view(), {})) declare(entry);
}

void LateFunctions::declare_all() {
  for (Entry& entry : entries_) declare(entry);
}

}  // namespace govm::types
