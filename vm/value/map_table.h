// Tables of a map: making, filling, growing, splitting. Inside of map*.cpp.
#pragma once

#include "vm/value/map.h"
#include "vm/value/map_group.h"

namespace govm::value {

/// Writes a value into heap memory, with barrier.
void store_value(MapContext& context, const Type* type, void* to, const void* from);
void clear_value(MapContext& context, const Type* type, void* at);

/// `count` empty groups, charged to the map.
std::byte* new_groups(MapContext& context, const Type* type, const Map& map, std::uint64_t count);

/// Puts a key into a free slot, its element zero, and returns the element. The counters are
/// the caller's business.
void* fill_slot(MapContext& context, const Type* type, const Map& map, Group group, unsigned slot, std::uint64_t hash, const void* key);
/// Clears key and element of a slot.
void empty_slot(MapContext& context, const Type* type, Group group, unsigned slot);

/// A small map gets its first table, with the elements of its group.
MapTable& grow_to_table(MapContext& context, const Type* type, Map& map);
/// Doubles a table, or splits one that is as large as they get.
void grow_table(MapContext& context, const Type* type, Map& map, MapTable& table);
/// Frees tombstones no probe needs, if that gives a tenth of the capacity back.
void prune_tombstones(MapContext& context, const Type* type, const Map& map, MapTable& table);
/// Inserts a key that is not in the table, which has room; returns its element.
void* insert_new(MapContext& context, const Type* type, const Map& map, MapTable& table, std::uint64_t hash, const void* key);

}  // namespace govm::value
