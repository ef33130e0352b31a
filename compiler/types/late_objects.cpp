// Finding rows of outlines by name and declaring what they stand for.
#include "compiler/types/late_objects.h"

#include <bit>
#include <functional>
#include <utility>

#include "compiler/syntax/parser.h"
#include "compiler/types/context.h"

namespace govm::types {

void OutlinedObjects::add(const syntax::File& file, Scope* file_scope) {
  if (!file.outline.rows.empty()) files_.push_back({&file, file_scope});
}

void OutlinedObjects::make_entries() {
  for (uint32_t i = 0; i < files_.size(); ++i) {
    for (const syntax::OutlineRow& row : files_[i].file->outline.rows) {
      if (row.use != syntax::OutlineRow::Use::Always) entries_.push_back({&row, i});
    }
  }
  chains_.assign(std::bit_ceil(entries_.size() + 1), 0);
  for (size_t i = entries_.size(); i-- > 0;) {
    const std::string_view receiver = receiver_of(entries_[i]);
    uint32_t& chain = chain_of(receiver.empty() ? name_of(entries_[i]) : receiver);
    entries_[i].next = std::exchange(chain, static_cast<uint32_t>(i + 1));
  }
}

uint32_t& OutlinedObjects::chain_of(std::string_view key) {
  if (chains_.empty()) make_entries();
  return chains_[std::hash<std::string_view>()(key) & (chains_.size() - 1)];
}

template <class Wanted>
void OutlinedObjects::declare_if(std::string_view key, Wanted wanted) {
  for (uint32_t i = chain_of(key); i != 0; i = entries_[i - 1].next) {
    if (!entries_[i - 1].done && wanted(entries_[i - 1])) declare(i - 1);
  }
}

void OutlinedObjects::declare(size_t index) {
  const Entry& entry = entries_[index];
  // Several names may have one declaration; their rows stand side by side.
  auto is_same = [&entry](const Entry& other) { return other.file == entry.file && other.row->begin == entry.row->begin; };
  size_t first = index;
  while (first > 0 && is_same(entries_[first - 1])) --first;
  for (size_t i = first; i < entries_.size() && is_same(entries_[i]); ++i) entries_[i].done = true;
  const FileEntry& file = files_[entry.file];
  collect_late(c_, syntax::parse_outlined(c_.session, *file.file, *entry.row), file.scope,
               entry.row->use == syntax::OutlineRow::Use::NamedInitialised);
}

void OutlinedObjects::declare(Symbol name) {
  declare_if(name.view(), [&](const Entry& entry) { return entry.row->receiver_size == 0 && name_of(entry) == name.view(); });
}

void OutlinedObjects::declare_all() {
  if (chains_.empty()) make_entries();
  for (size_t i = 0; i < entries_.size(); ++i) {
    if (!entries_[i].done) declare(i);
  }
}

void OutlinedObjects::declare_method(const Named* type, Symbol name) {
  const std::string_view receiver = type->object->name.view();
  declare_if(receiver, [&](const Entry& entry) { return receiver_of(entry) == receiver && name_of(entry) == name.view(); });
  attach(type);
}

void OutlinedObjects::declare_methods(const Named* type) {
  const std::string_view receiver = type->object->name.view();
  declare_if(receiver, [&](const Entry& entry) { return receiver_of(entry) == receiver; });
  attach(type);
}

void OutlinedObjects::attach(const Named* type) {
  const auto found = c_.methods.find(type->object);
  if (found == c_.methods.end()) return;
  type->method_list.insert(type->method_list.end(), found->second.begin(), found->second.end());
  c_.methods.erase(found);
}

}  // namespace govm::types
