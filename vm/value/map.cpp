// Lookup, assignment and deletion. Tables and their growth are in map_table.cpp.
#include "vm/value/map.h"

#include <cstring>

#include "base/check.h"
#include "vm/value/map_group.h"
#include "vm/value/map_table.h"

namespace govm::value {

namespace {

// How the operations see a key: hash, comparison with a stored key, storing. One class for each
// kind of key that has map instructions of its own.

template <typename Word>
struct IntegerKey {
  Word value;
  std::uint64_t hash(std::uint64_t seed) const { return hash_word(value, seed); }
  bool equals(const std::byte* stored) const {
    Word other;
    std::memcpy(&other, stored, sizeof other);
    return other == value;
  }
  const void* address() const { return &value; }
};
using WordKey = IntegerKey<std::uint64_t>;
using Word32Key = IntegerKey<std::uint32_t>;

struct StringKey {
  String value;
  std::uint64_t hash(std::uint64_t seed) const { return hash_bytes(value.data, static_cast<std::size_t>(value.length), seed); }
  bool equals(const std::byte* stored) const {
    String other;
    std::memcpy(&other, stored, sizeof other);
    return equal(other, value);
  }
  const void* address() const { return &value; }
};

// A key of any type whose hash is known; comparing cannot panic, for the hash would have.
struct AnyKey {
  const Type* type;
  const void* value;
  std::uint64_t known_hash;
  std::uint64_t hash(std::uint64_t) const { return known_hash; }
  bool equals(const std::byte* stored) const {
    const Type* uncomparable = nullptr;
    return value::equal(type, value, stored, &uncomparable);
  }
  const void* address() const { return value; }
};

template <typename Key>
int find_in_group(const MapLayout& layout, Group group, std::uint8_t low, const Key& key) {
  for (SlotSet slots = group.match(low); !slots.empty(); slots.remove_first()) {
    if (key.equals(group.key(layout, slots.first()))) return static_cast<int>(slots.first());
  }
  return -1;
}

template <typename Key>
Entry find(const MapLayout& layout, const Map& map, const Key& key) {
  const std::uint64_t hash = key.hash(map.seed);
  const std::uint8_t low = hash_low(hash);
  if (map.directory_length == 0) {
    const Group group(map.directory);
    const int slot = find_in_group(layout, group, low, key);
    if (slot < 0) return {};
    return {group.key(layout, static_cast<unsigned>(slot)), group.element(layout, static_cast<unsigned>(slot))};
  }
  const MapTable& table = *table_of(map, hash);
  for (ProbeSequence probe(hash, table.length_mask);; probe.next()) {
    const Group group = group_of(table, layout, probe.offset());
    const int slot = find_in_group(layout, group, low, key);
    if (slot >= 0) {
      return {group.key(layout, static_cast<unsigned>(slot)), group.element(layout, static_cast<unsigned>(slot))};
    }
    if (!group.match_empty().empty()) return {};
  }
}

template <typename Key>
void update_key(MapContext& context, const Type* type, std::byte* stored, const Key& key) {
  if (type->map->key_needs_update) store_value(context, type->map_key_type, stored, key.address());
}

// Null: the group is full.
template <typename Key>
void* assign_small(MapContext& context, const Type* type, Map& map, std::uint64_t hash, const Key& key) {
  const MapLayout& layout = *type->map;
  Group group(map.directory);
  const int found = find_in_group(layout, group, hash_low(hash), key);
  if (found >= 0) {
    const auto slot = static_cast<unsigned>(found);
    update_key(context, type, group.key(layout, slot), key);
    return group.element(layout, slot);
  }
  const SlotSet free = group.match_empty_or_deleted();
  if (free.empty()) return nullptr;
  ++map.used;
  return fill_slot(context, type, map, group, free.first(), hash, key.address());
}

// Null: the table was replaced; begin anew.
template <typename Key>
void* assign_in_table(MapContext& context, const Type* type, Map& map, MapTable& table, std::uint64_t hash, const Key& key) {
  const MapLayout& layout = *type->map;
  std::byte* deleted_group = nullptr;  // the first free place that was seen
  unsigned deleted_slot = 0;
  for (ProbeSequence probe(hash, table.length_mask);; probe.next()) {
    Group group = group_of(table, layout, probe.offset());
    const int found = find_in_group(layout, group, hash_low(hash), key);
    if (found >= 0) {
      const auto slot = static_cast<unsigned>(found);
      update_key(context, type, group.key(layout, slot), key);
      return group.element(layout, slot);
    }
    const SlotSet free = group.match_empty_or_deleted();
    if (free.empty()) continue;
    unsigned slot = free.first();
    if (group.control(slot) == kControlDeleted) {
      if (deleted_group == nullptr) {
        deleted_group = group.data();
        deleted_slot = slot;
      }
      if (group.match_empty().empty()) continue;
    }
    // An empty slot ends the probe: the key is not there.
    if (deleted_group != nullptr) {
      group = Group(deleted_group);
      slot = deleted_slot;
      ++table.growth_left;  // taken again below
    }
    if (table.growth_left == 0) prune_tombstones(context, type, map, table);
    if (table.growth_left == 0) {
      grow_table(context, type, map, table);
      return nullptr;
    }
    --table.growth_left;
    ++table.used;
    ++map.used;
    return fill_slot(context, type, map, group, slot, hash, key.address());
  }
}

template <typename Key>
void* assign(MapContext& context, const Type* type, Map& map, const Key& key, gc::RecordId record) {
  if (record != 0) map.record = record;
  const std::uint64_t hash = key.hash(map.seed);
  if (map.directory == nullptr) {
    std::byte* group = new_groups(context, type, map, 1);
    gc::store(context.heap, &map.directory, group);
  }
  if (map.directory_length == 0) {
    if (void* element = assign_small(context, type, map, hash, key)) return element;
    MapTable& table = grow_to_table(context, type, map);
    ++map.used;
    return insert_new(context, type, map, table, hash, key.address());
  }
  for (;;) {
    if (void* element = assign_in_table(context, type, map, *table_of(map, hash), hash, key)) return element;
  }
}

template <typename T>
T read(const void* p) {
  T value;
  std::memcpy(&value, p, sizeof value);
  return value;
}

template <typename Key>
void erase(MapContext& context, const Type* type, Map& map, const Key& key) {
  const MapLayout& layout = *type->map;
  const std::uint64_t hash = key.hash(map.seed);
  if (map.directory_length == 0) {
    Group group(map.directory);
    const int slot = find_in_group(layout, group, hash_low(hash), key);
    if (slot >= 0) {
      empty_slot(context, type, group, static_cast<unsigned>(slot));
      group.set_control(static_cast<unsigned>(slot), kControlEmpty);
      --map.used;
    }
  } else {
    MapTable& table = *table_of(map, hash);
    for (ProbeSequence probe(hash, table.length_mask);; probe.next()) {
      Group group = group_of(table, layout, probe.offset());
      const int slot = find_in_group(layout, group, hash_low(hash), key);
      if (slot >= 0) {
        empty_slot(context, type, group, static_cast<unsigned>(slot));
        // With an empty slot in the group no probe has gone past it, so no tombstone is needed.
        if (!group.match_empty().empty()) {
          group.set_control(static_cast<unsigned>(slot), kControlEmpty);
          ++table.growth_left;
        } else {
          group.set_control(static_cast<unsigned>(slot), kControlDeleted);
          map.tombstone_possible = 1;
        }
        --table.used;
        --map.used;
        break;
      }
      if (!group.match_empty().empty()) break;
    }
  }
  if (map.used == 0) map.seed = context.next_seed();
}

}  // namespace

std::uint64_t MapContext::next_seed() { return hash_word(++made, seed ^ 0x6d6170); }
std::uint64_t MapContext::next_start() { return hash_word(++iterations, seed ^ 0x69746572); }

Entry find_entry(MapContext& context, const Type* type, const Map& map, const void* key) {
  if (map.used == 0) return {};
  const Type* unhashable = nullptr;
  const std::uint64_t hash = value::hash(type->map_key_type, key, map.seed, context.nan_counter, &unhashable);
  return find(*type->map, map, AnyKey{type->map_key_type, key, hash});
}

void* map_find(MapContext& context, const Type* type, const Map* map, const void* key) {
  const Type* key_type = type->map_key_type;
  if (map == nullptr || map->used == 0) {
    context.unhashable = unhashable_type(key_type, key);
    return nullptr;
  }
  context.unhashable = nullptr;
  const std::uint64_t hash = value::hash(key_type, key, map->seed, context.nan_counter, &context.unhashable);
  if (context.unhashable != nullptr) return nullptr;
  return find(*type->map, *map, AnyKey{key_type, key, hash}).element;
}

void* map_find64(const Type* type, const Map* map, std::uint64_t key) {
  if (map == nullptr || map->used == 0) return nullptr;
  return find(*type->map, *map, WordKey{key}).element;
}

void* map_find32(const Type* type, const Map* map, std::uint32_t key) {
  if (map == nullptr || map->used == 0) return nullptr;
  return find(*type->map, *map, Word32Key{key}).element;
}

void* map_find_string(const Type* type, const Map* map, String key) {
  if (map == nullptr || map->used == 0) return nullptr;
  return find(*type->map, *map, StringKey{key}).element;
}

void* map_assign(MapContext& context, const Type* type, Map* map, const void* key, gc::RecordId record) {
  context.unhashable = nullptr;
  const std::uint64_t hash = value::hash(type->map_key_type, key, map->seed, context.nan_counter, &context.unhashable);
  if (context.unhashable != nullptr) return nullptr;
  return assign(context, type, *map, AnyKey{type->map_key_type, key, hash}, record);
}

void* map_assign64(MapContext& context, const Type* type, Map* map, std::uint64_t key, gc::RecordId record) {
  return assign(context, type, *map, WordKey{key}, record);
}

void* map_assign32(MapContext& context, const Type* type, Map* map, std::uint32_t key, gc::RecordId record) {
  return assign(context, type, *map, Word32Key{key}, record);
}

void* map_assign_string(MapContext& context, const Type* type, Map* map, String key, gc::RecordId record) {
  return assign(context, type, *map, StringKey{key}, record);
}

bool map_delete(MapContext& context, const Type* type, Map* map, const void* key) {
  const Type* key_type = type->map_key_type;
  if (map == nullptr || map->used == 0) {
    context.unhashable = unhashable_type(key_type, key);
    return context.unhashable == nullptr;
  }
  context.unhashable = nullptr;
  switch (key_type->map_key) {
    case MapKey::Word64: erase(context, type, *map, WordKey{read<std::uint64_t>(key)}); return true;
    case MapKey::Word32: erase(context, type, *map, Word32Key{read<std::uint32_t>(key)}); return true;
    case MapKey::String: erase(context, type, *map, StringKey{read<String>(key)}); return true;
    default: break;
  }
  const std::uint64_t hash = value::hash(key_type, key, map->seed, context.nan_counter, &context.unhashable);
  if (context.unhashable != nullptr) return false;
  erase(context, type, *map, AnyKey{key_type, key, hash});
  return true;
}

}  // namespace govm::value
