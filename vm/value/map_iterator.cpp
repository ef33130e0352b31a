// Goes through groups and tables from the random start, and copes with maps that grow meanwhile.
#include "vm/value/map_iterator.h"

#include "vm/value/map_group.h"

namespace govm::value {

namespace {

bool end(MapIterator& it) {
  it.key = nullptr;
  it.element = nullptr;
  return true;
}

// Sets the iterator to the entry in a slot. `moved`: the map has grown since the slot's memory
// was entered, so the entry is looked up anew. False: it was deleted meanwhile.
bool yield(MapIterator& it, Group group, unsigned slot, bool moved) {
  const MapLayout& layout = *it.type->map;
  Entry entry{group.key(layout, slot), group.element(layout, slot)};
  if (moved) {
    const Entry now = find_entry(*it.context, it.type, *it.map, entry.key);
    if (now.key != nullptr) {
      entry = now;
    } else {
      // A key that is not equal to itself cannot be found, nor deleted but by clear.
      const Type* uncomparable = nullptr;
      const Type* key_type = it.type->map_key_type;
      const bool nan =
          it.clear_count == it.map->clear_count && !key_type->reflexive && !equal(key_type, entry.key, entry.key, &uncomparable);
      if (!nan) return false;
    }
  }
  it.key = entry.key;
  it.element = entry.element;
  return true;
}

// Set in both random offsets, which are only used under a mask: all words of an iterator are traced, and a small number
// can be the address of a piece of a stack.
constexpr std::uint64_t kNoPointer = std::uint64_t{1} << 63;

bool next_small(MapIterator& it) {
  const Group group(it.group);
  while (it.entry_index < kMapGroupSlots) {
    const auto slot = static_cast<unsigned>((it.entry_index + it.entry_offset) % kMapGroupSlots);
    ++it.entry_index;
    if (group.is_full(slot) && yield(it, group, slot, it.map->directory_length > 0)) return true;
  }
  return end(it);
}

// The table the iterator is at; the directory may have doubled since.
void enter_table(MapIterator& it) {
  const auto mask = static_cast<std::uint64_t>(it.map->directory_length - 1);
  const std::uint64_t place = (static_cast<std::uint64_t>(it.directory_index) + it.table_offset) & mask;
  MapTable* table = table_at(*it.map, place);
  // A random start may lie in the middle of the places of a table: begin at its first one.
  it.table_offset -= place - static_cast<std::uint64_t>(table->index);
  it.table = table;
}

void leave_table(MapIterator& it) {
  it.directory_index += std::int32_t{1} << (it.map->global_depth - it.table->local_depth);
  it.table = nullptr;
  it.entry_index = 0;
}

bool next_in_table(MapIterator& it) {
  const MapLayout& layout = *it.type->map;
  const std::uint64_t mask = it.table->capacity - std::uint64_t{1};
  while (it.entry_index <= mask) {
    const std::uint64_t entry = (it.entry_index + it.entry_offset) & mask;
    const auto slot = static_cast<unsigned>(entry % kMapGroupSlots);
    const Group group = group_of(*it.table, layout, entry / kMapGroupSlots);
    SlotSet full = group.match_full();
    full.remove_below(slot);
    if (full.empty()) {
      it.entry_index += kMapGroupSlots - slot;
      continue;
    }
    it.entry_index += full.first() - slot;
    if (it.entry_index > mask) break;
    ++it.entry_index;
    if (yield(it, group, full.first(), it.table->index == -1)) return true;
  }
  return false;
}

}  // namespace

void map_iterate(MapContext& context, const Type* type, Map* map, MapIterator& iterator) {
  iterator = MapIterator{};
  iterator.type = type;
  iterator.context = &context;
  if (map == nullptr || map->used == 0) return;
  iterator.map = map;
  const std::uint64_t random = context.next_start();
  iterator.entry_offset = static_cast<std::uint32_t>(random) | kNoPointer;
  iterator.table_offset = random >> 32 | kNoPointer;
  iterator.clear_count = map->clear_count;
  iterator.global_depth = map->global_depth;
  if (map->directory_length == 0) {
    iterator.directory_index = -1;
    iterator.group = map->directory;
  }
}

void map_next(MapIterator& it) {
  if (it.map == nullptr) {
    end(it);
    return;
  }
  if (it.directory_index < 0) {
    next_small(it);
    return;
  }
  if (it.global_depth != it.map->global_depth) {
    const unsigned doublings = it.map->global_depth - it.global_depth;
    it.directory_index <<= doublings;
    it.table_offset = it.table_offset << doublings | kNoPointer;
    it.global_depth = it.map->global_depth;
  }
  for (; it.directory_index < it.map->directory_length; leave_table(it)) {
    if (it.table == nullptr) enter_table(it);
    if (next_in_table(it)) return;
  }
  end(it);
}

}  // namespace govm::value
