// Making, filling, growing and splitting of tables, and the directory; see map_table.h.
#include "vm/value/map_table.h"

#include <array>
#include <bit>
#include <cstring>

#include "base/check.h"

namespace govm::value {

namespace {

constexpr std::uint64_t kMaxTableCapacity = 1024;
constexpr std::uint64_t kMaxLoad = 7;  // of 8 slots
constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 48;

constexpr std::uint64_t kPointerWord[] = {1};
constexpr std::uint64_t kHeaderBits[] = {kMapHeaderPointers};
constexpr std::uint64_t kTableBits[] = {0b100};
constexpr gc::Layout kHeaderLayout{sizeof(Map), 24, kHeaderBits};
constexpr gc::Layout kTableLayout{sizeof(MapTable), 24, kTableBits};
constexpr gc::Layout kDirectoryLayout{8, 8, kPointerWord};

template <typename T = std::byte>
T* allocate(MapContext& context, gc::RecordId base, const gc::Layout& layout, const Type* type, std::uint64_t size) {
  return static_cast<T*>(context.heap.allocate(context.heap.derived_record(base, layout, type->index), size));
}

std::uint16_t room_of(std::uint64_t capacity) {
  return static_cast<std::uint16_t>(capacity <= kMapGroupSlots ? capacity - 1 : capacity * kMaxLoad / kMapGroupSlots);
}

MapTable* new_table(MapContext& context, const Type* type, const Map& map, std::uint64_t capacity, std::int64_t index, std::uint8_t depth) {
  capacity = std::bit_ceil(capacity < kMapGroupSlots ? kMapGroupSlots : capacity);
  GOVM_DCHECK(capacity <= kMaxTableCapacity);
  auto* table = allocate<MapTable>(context, map.record, kTableLayout, type, sizeof(MapTable));
  table->capacity = static_cast<std::uint16_t>(capacity);
  table->growth_left = room_of(capacity);
  table->local_depth = depth;
  table->index = index;
  table->length_mask = capacity / kMapGroupSlots - 1;
  gc::store(context.heap, &table->groups, new_groups(context, type, map, capacity / kMapGroupSlots));
  return table;
}

MapTable** new_directory(MapContext& context, const Type* type, const Map& map, std::uint64_t length) {
  return allocate<MapTable*>(context, map.record, kDirectoryLayout, type, length * sizeof(MapTable*));
}

void set_directory(MapContext& context, Map& map, MapTable** directory, std::uint64_t length) {
  gc::store(context.heap, &map.directory, directory);
  map.directory_length = static_cast<std::int64_t>(length);
  map.global_depth = static_cast<std::uint8_t>(std::countr_zero(length));
  map.global_shift = static_cast<std::uint8_t>(64 - map.global_depth);
}

// All places of the directory that lead to a table of this depth.
void install(MapContext& context, Map& map, MapTable* table) {
  auto** directory = reinterpret_cast<MapTable**>(map.directory);
  const std::int64_t places = std::int64_t{1} << (map.global_depth - table->local_depth);
  for (std::int64_t i = 0; i < places; ++i) gc::store(context.heap, &directory[table->index + i], table);
}

std::uint64_t hash_of(MapContext& context, const Type* type, const Map& map, const void* key) {
  const Type* key_type = type->map_key_type;
  // Growing hashes each key: those of one word without asking their type.
  if (key_type->map_key == MapKey::Word64) {
    std::uint64_t word;
    std::memcpy(&word, key, sizeof word);
    return hash_word(word, map.seed);
  }
  const Type* unhashable = nullptr;
  return hash(key_type, key, map.seed, context.nan_counter, &unhashable);
}

// Moves an entry into a table that has room for it and does not have its key.
void move_entry(const Type* type, MapTable& table, std::uint64_t hash, Group from, unsigned slot) {
  const MapLayout& layout = *type->map;
  for (ProbeSequence probe(hash, table.length_mask);; probe.next()) {
    Group group = group_of(table, layout, probe.offset());
    const SlotSet free = group.match_empty_or_deleted();
    if (free.empty()) continue;
    const unsigned to = free.first();
    // The slot as a whole: large keys and elements stay where they are, only pointers move.
    // The new groups are not published yet, so what they hold before needs no barrier.
    std::memcpy(group.key_slot(layout, to), from.key_slot(layout, slot), layout.slot_size);
    group.set_control(to, hash_low(hash));
    --table.growth_left;
    ++table.used;
    return;
  }
}

template <typename Visit>
void for_each_full(const MapTable& table, const MapLayout& layout, Visit&& visit) {
  for (std::uint64_t i = 0; i <= table.length_mask; ++i) {
    const Group group = group_of(table, layout, i);
    for (SlotSet full = group.match_full(); !full.empty(); full.remove_first()) visit(group, full.first());
  }
}

void split(MapContext& context, const Type* type, Map& map, MapTable& table) {
  const auto depth = static_cast<std::uint8_t>(table.local_depth + 1);
  MapTable* left = new_table(context, type, map, kMaxTableCapacity, -1, depth);
  MapTable* right = new_table(context, type, map, kMaxTableCapacity, -1, depth);
  const std::uint64_t bit = std::uint64_t{1} << (64 - depth);
  for_each_full(table, *type->map, [&](Group group, unsigned slot) {
    const std::uint64_t hash = hash_of(context, type, map, group.key(*type->map, slot));
    move_entry(type, (hash & bit) == 0 ? *left : *right, hash, group, slot);
  });
  if (table.local_depth == map.global_depth) {
    const auto length = static_cast<std::uint64_t>(map.directory_length);
    MapTable** doubled = new_directory(context, type, map, length * 2);
    for (std::uint64_t i = 0; i < length; ++i) {
      MapTable* at = table_at(map, i);
      gc::store(context.heap, &doubled[2 * i], at);
      gc::store(context.heap, &doubled[2 * i + 1], at);
      if (at->index == static_cast<std::int64_t>(i)) at->index = static_cast<std::int64_t>(2 * i);
    }
    set_directory(context, map, doubled, length * 2);
  }
  left->index = table.index;
  install(context, map, left);
  right->index = left->index + (std::int64_t{1} << (map.global_depth - depth));
  install(context, map, right);
  table.index = -1;
}

}  // namespace

void store_value(MapContext& context, const Type* type, void* to, const void* from) {
  if (type->has_pointers()) {
    gc::copy(context.heap, to, from, type->layout, type->layout_count());
  } else {
    std::memcpy(to, from, type->size);
  }
}

void clear_value(MapContext& context, const Type* type, void* at) {
  if (type->has_pointers()) {
    gc::clear(context.heap, at, type->layout, type->layout_count());
  } else {
    std::memset(at, 0, type->size);
  }
}

std::byte* new_groups(MapContext& context, const Type* type, const Map& map, std::uint64_t count) {
  const MapLayout& layout = *type->map;
  auto* groups = allocate(context, map.record, layout.group, type, count * layout.group_size);
  for (std::uint64_t i = 0; i < count; ++i) Group(groups + i * layout.group_size).set_all_empty();
  return groups;
}

void* fill_slot(MapContext& context, const Type* type, const Map& map, Group group, unsigned slot, std::uint64_t hash, const void* key) {
  const MapLayout& layout = *type->map;
  if (layout.indirect_key) {
    const Type* key_type = type->map_key_type;
    gc::store(context.heap, group.key_slot(layout, slot), allocate(context, map.record, key_type->layout, key_type, key_type->size));
  }
  store_value(context, type->map_key_type, group.key(layout, slot), key);
  if (layout.indirect_element) {
    const Type* element = type->element;
    gc::store(context.heap, group.element_slot(layout, slot), allocate(context, map.record, element->layout, element, element->size));
  }
  group.set_control(slot, hash_low(hash));
  return group.element(layout, slot);
}

void empty_slot(MapContext& context, const Type* type, Group group, unsigned slot) {
  const MapLayout& layout = *type->map;
  if (layout.indirect_key) {
    gc::store(context.heap, group.key_slot(layout, slot), nullptr);
  } else if (type->map_key_type->has_pointers()) {
    clear_value(context, type->map_key_type, group.key_slot(layout, slot));
  }
  if (layout.indirect_element) {
    gc::store(context.heap, group.element_slot(layout, slot), nullptr);
  } else {
    clear_value(context, type->element, group.element_slot(layout, slot));
  }
}

void* insert_new(MapContext& context, const Type* type, const Map& map, MapTable& table, std::uint64_t hash, const void* key) {
  for (ProbeSequence probe(hash, table.length_mask);; probe.next()) {
    Group group = group_of(table, *type->map, probe.offset());
    const SlotSet free = group.match_empty_or_deleted();
    if (free.empty()) continue;
    --table.growth_left;
    ++table.used;
    return fill_slot(context, type, map, group, free.first(), hash, key);
  }
}

MapTable& grow_to_table(MapContext& context, const Type* type, Map& map) {
  const std::uint64_t bytes = type->map->group_size;
  const gc::Growth growth(context.heap.listener(), gc::GrowthKind::Map, map.record, bytes, 2 * bytes);
  MapTable* table = new_table(context, type, map, 2 * kMapGroupSlots, 0, 0);
  const Group group(map.directory);
  for (SlotSet full = group.match_full(); !full.empty(); full.remove_first()) {
    const std::uint64_t hash = hash_of(context, type, map, group.key(*type->map, full.first()));
    move_entry(type, *table, hash, group, full.first());
  }
  MapTable** directory = new_directory(context, type, map, 1);
  gc::store(context.heap, &directory[0], table);
  set_directory(context, map, directory, 1);
  return *table;
}

void grow_table(MapContext& context, const Type* type, Map& map, MapTable& table) {
  const std::uint64_t capacity = 2 * std::uint64_t{table.capacity};
  const std::uint64_t bytes = (table.length_mask + 1) * type->map->group_size;
  const gc::Growth growth(context.heap.listener(), gc::GrowthKind::Map, map.record, bytes, 2 * bytes);
  if (capacity > kMaxTableCapacity) {
    split(context, type, map, table);
    return;
  }
  MapTable* larger = new_table(context, type, map, capacity, table.index, table.local_depth);
  for_each_full(table, *type->map, [&](Group group, unsigned slot) {
    const std::uint64_t hash = hash_of(context, type, map, group.key(*type->map, slot));
    move_entry(type, *larger, hash, group, slot);
  });
  install(context, map, larger);
  table.index = -1;
}

void prune_tombstones(MapContext& context, const Type* type, const Map& map, MapTable& table) {
  const unsigned capacity = table.capacity;
  const unsigned tombstones = capacity * kMaxLoad / kMapGroupSlots - table.used - table.growth_left;
  if (tombstones * 10 < capacity) return;
  // A group's tombstones are needed if the probe of some key goes past the group. Groups with
  // an empty slot have none.
  const MapLayout& layout = *type->map;
  std::array<bool, kMaxTableCapacity / kMapGroupSlots> needed{};
  for (std::uint64_t i = 0; i <= table.length_mask; ++i) {
    const Group group = group_of(table, layout, i);
    for (SlotSet full = group.match_full(); !full.empty(); full.remove_first()) {
      const std::byte* key = group.key(layout, full.first());
      const Type* uncomparable = nullptr;
      // NaNs are never found by probing.
      if (!type->map_key_type->reflexive && !equal(type->map_key_type, key, key, &uncomparable)) continue;
      const std::uint64_t hash = hash_of(context, type, map, key);
      for (ProbeSequence probe(hash, table.length_mask); probe.offset() != i; probe.next()) {
        if (!group_of(table, layout, probe.offset()).match_empty_or_deleted().empty()) needed[probe.offset()] = true;
      }
    }
    if (!group.match_empty().empty()) needed[i] = true;
  }
  int freed = 0;
  for (std::uint64_t i = 0; i <= table.length_mask; ++i) {
    if (!needed[i]) freed += group_of(table, layout, i).match_empty_or_deleted().count();
  }
  if (freed * 10 < static_cast<int>(capacity)) return;
  for (std::uint64_t i = 0; i <= table.length_mask; ++i) {
    if (needed[i]) continue;
    Group group = group_of(table, layout, i);
    for (SlotSet deleted = group.match_empty_or_deleted(); !deleted.empty(); deleted.remove_first()) {
      group.set_control(deleted.first(), kControlEmpty);
      ++table.growth_left;
    }
  }
}

namespace {

// Gives a zeroed header its seed and, for a large hint, its tables.
void start_map(MapContext& context, const Type* type, Map* map, std::int64_t hint, gc::RecordId record) {
  map->seed = context.next_seed();
  map->record = record;
  if (hint <= static_cast<std::int64_t>(kMapGroupSlots)) return;
  const auto wanted = static_cast<std::uint64_t>(hint);
  if (wanted > kMaxBytes / type->map->group_size) return;  // grows as it is filled
  const std::uint64_t capacity = wanted * kMapGroupSlots / kMaxLoad;
  const std::uint64_t tables = std::bit_ceil((capacity + kMaxTableCapacity - 1) / kMaxTableCapacity);
  if (tables * kMaxTableCapacity > kMaxBytes / type->map->group_size) return;
  MapTable** directory = new_directory(context, type, *map, tables);
  set_directory(context, *map, directory, tables);
  for (std::uint64_t i = 0; i < tables; ++i) {
    MapTable* table = new_table(context, type, *map, capacity / tables, static_cast<std::int64_t>(i), map->global_depth);
    gc::store(context.heap, &directory[i], table);
  }
}

}  // namespace

Map* make_map(MapContext& context, const Type* type, std::int64_t hint, gc::RecordId record) {
  auto* map = allocate<Map>(context, record, kHeaderLayout, type, sizeof(Map));
  start_map(context, type, map, hint, record);
  return map;
}

Map* make_map(MapContext& context, const Type* type, std::int64_t hint, gc::RecordId record, std::byte* buffer) {
  const gc::Layout& layout = type->map->buffer;
  if (buffer == nullptr) buffer = allocate(context, record, layout, type, layout.element_size);
  auto* map = reinterpret_cast<Map*>(buffer);
  start_map(context, type, map, hint, record);
  if (hint <= static_cast<std::int64_t>(kMapGroupSlots)) {
    std::byte* group = buffer + sizeof(Map);
    Group(group).set_all_empty();
    gc::store(context.heap, &map->directory, group);
  }
  return map;
}

void map_clear(MapContext& context, const Type* type, Map* map) {
  if (map == nullptr || (map->used == 0 && map->tombstone_possible == 0)) return;
  const MapLayout& layout = *type->map;
  const auto clear_groups = [&](std::byte* groups, std::uint64_t count) {
    gc::clear(context.heap, groups, layout.group, count);
    for (std::uint64_t i = 0; i < count; ++i) Group(groups + i * layout.group_size).set_all_empty();
  };
  if (map->directory_length == 0) {
    clear_groups(map->directory, 1);
  } else {
    MapTable* last = nullptr;
    for (std::int64_t i = 0; i < map->directory_length; ++i) {
      MapTable* table = table_at(*map, static_cast<std::uint64_t>(i));
      if (table == last) continue;
      last = table;
      clear_groups(table->groups, table->length_mask + 1);
      table->used = 0;
      table->growth_left = room_of(table->capacity);
    }
  }
  map->used = 0;
  map->tombstone_possible = 0;
  ++map->clear_count;
  map->seed = context.next_seed();
}

Map* map_clone(MapContext& context, const Type* type, const Map* map, gc::RecordId record) {
  const MapLayout& layout = *type->map;
  auto* copy = allocate<Map>(context, record, kHeaderLayout, type, sizeof(Map));
  *copy = *map;  // new memory, not published
  copy->record = record;
  const auto clone_groups = [&](const std::byte* from, std::uint64_t count) {
    auto* groups = allocate(context, record, layout.group, type, count * layout.group_size);
    std::memcpy(groups, from, count * layout.group_size);
    for (std::uint64_t i = 0; i < count; ++i) {
      const Group group(groups + i * layout.group_size);
      for (SlotSet full = group.match_full(); !full.empty(); full.remove_first()) {
        const auto own = [&](std::byte* slot, const Type* value, const std::byte* old) {
          auto* fresh = allocate(context, record, value->layout, value, value->size);
          std::memcpy(fresh, old, value->size);
          gc::store(context.heap, slot, fresh);
        };
        const unsigned s = full.first();
        if (layout.indirect_key) own(group.key_slot(layout, s), type->map_key_type, group.key(layout, s));
        if (layout.indirect_element) own(group.element_slot(layout, s), type->element, group.element(layout, s));
      }
    }
    return groups;
  };
  if (map->directory == nullptr) return copy;
  if (map->directory_length == 0) {
    copy->directory = clone_groups(map->directory, 1);
    return copy;
  }
  const auto length = static_cast<std::uint64_t>(map->directory_length);
  MapTable** directory = new_directory(context, type, *copy, length);
  for (std::uint64_t i = 0; i < length; ++i) {
    MapTable* old = table_at(*map, i);
    if (i > 0 && old == table_at(*map, i - 1)) {
      gc::store(context.heap, &directory[i], directory[i - 1]);
      continue;
    }
    auto* table = allocate<MapTable>(context, record, kTableLayout, type, sizeof(MapTable));
    *table = *old;
    table->groups = clone_groups(old->groups, old->length_mask + 1);
    gc::store(context.heap, &directory[i], table);
  }
  copy->directory = reinterpret_cast<std::byte*>(directory);
  return copy;
}

}  // namespace govm::value
