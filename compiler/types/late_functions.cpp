// Finding outlines by name and declaring what they stand for.
#include "compiler/types/late_functions.h"

#include <bit>
#include <functional>
#include <utility>

#include "compiler/syntax/parser.h"
#include "compiler/types/context.h"

namespace govm::types {

namespace {

std::string_view key_of(const syntax::FuncOutline& outline) { return outline.receiver.empty() ? outline.name : outline.receiver; }

}  // namespace

void LateFunctions::add(const syntax::File& file, Scope* file_scope) {
  for (const syntax::FuncOutline& outline : file.outlines) entries_.push_back({outline, file_scope});
}

void LateFunctions::seal() {
  chains_.assign(std::bit_ceil(entries_.size()), 0);
  for (size_t i = entries_.size(); i-- > 0;) {
    uint32_t& chain = chain_of(key_of(entries_[i].outline));
    entries_[i].next = std::exchange(chain, static_cast<uint32_t>(i + 1));
  }
}

uint32_t& LateFunctions::chain_of(std::string_view key) { return chains_[std::hash<std::string_view>()(key) & (chains_.size() - 1)]; }

template <class Wanted>
void LateFunctions::declare_if(std::string_view key, Wanted wanted) {
  for (uint32_t i = chain_of(key); i != 0; i = entries_[i - 1].next) {
    Entry& entry = entries_[i - 1];
    if (!entry.done && wanted(entry.outline)) declare(entry);
  }
}

void LateFunctions::declare(Entry& entry) {
  entry.done = true;
  collect_function(c_, syntax::parse_function(c_.session, entry.outline), entry.file_scope);
}

void LateFunctions::declare(Symbol name) {
  declare_if(name.view(), [&](const syntax::FuncOutline& outline) { return outline.receiver.empty() && outline.name == name.view(); });
}

void LateFunctions::declare_all() {
  for (Entry& entry : entries_) {
    if (!entry.done) declare(entry);
  }
}

void LateFunctions::declare_method(const Named* type, Symbol name) {
  const std::string_view receiver = type->object->name.view();
  declare_if(receiver, [&](const syntax::FuncOutline& outline) { return outline.receiver == receiver && outline.name == name.view(); });
  attach(type);
}

void LateFunctions::declare_methods(const Named* type) {
  const std::string_view receiver = type->object->name.view();
  declare_if(receiver, [&](const syntax::FuncOutline& outline) { return outline.receiver == receiver; });
  attach(type);
}

void LateFunctions::attach(const Named* type) {
  const auto found = c_.methods.find(type->object);
  if (found == c_.methods.end()) return;
  type->method_list.insert(type->method_list.end(), found->second.begin(), found->second.end());
  c_.methods.erase(found);
}

}  // namespace govm::types
