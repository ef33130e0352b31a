// Go 1.27's maps (spec: Map types): open addressing by groups of 8 slots with a control word.
//
// A map is a 48-byte header. Up to 8 elements lie in one group; more in tables of at most
// 1024 slots, found by the hash's upper bits through a directory. A table grows by doubling,
// a full one splits. All allocations have Go's sizes. Nothing here collects or panics.
#pragma once

#include <cstddef>
#include <cstdint>

#include "gc/heap.h"
#include "vm/value/string.h"
#include "vm/value/type.h"

namespace govm::value {

/// The header; a map value is a pointer to one. Lies in the heap or in a frame.
struct Map {
  std::uint64_t used;
  std::uint64_t seed;
  std::byte* directory;           ///< small: the one group (or null); else array of MapTable*
  std::int64_t directory_length;  ///< 0: small
  std::uint8_t global_depth;      ///< log2(directory_length)
  std::uint8_t global_shift;      ///< 64 - global_depth
  std::uint8_t writing;           ///< unused, Go's place
  std::uint8_t tombstone_possible;
  gc::RecordId record;  ///< of the site that made it or assigned last: growth is charged to it
  std::uint64_t clear_count;
};
static_assert(sizeof(Map) == 48);
inline constexpr std::uint64_t kMapHeaderPointers = 0b100;

/// A hash table of a map.
struct MapTable {
  std::uint16_t used;
  std::uint16_t capacity;
  std::uint16_t growth_left;
  std::uint8_t local_depth;
  std::int64_t index;  ///< first place in the directory; -1: replaced
  std::byte* groups;
  std::uint64_t length_mask;  ///< groups - 1
};
static_assert(sizeof(MapTable) == 32);

/// What map operations need besides the map; one per VM.
struct MapContext {
  gc::Heap& heap;
  std::uint64_t seed = 0;  ///< of the run (--seed)
  std::uint64_t made = 0;  ///< maps made and reseeded so far
  std::uint64_t iterations = 0;
  std::uint64_t nan_counter = 0;
  const Type* unhashable = nullptr;  ///< set when an operation fails for its key

  /// A fresh seed for a map.
  std::uint64_t next_seed();
  std::uint64_t next_start();
};

/// make(map[K]V, hint) charged to `record`, the site's. hint <= 8 gives an empty header.
Map* make_map(MapContext& context, const Type* type, std::int64_t hint, gc::RecordId record);
/// The same with the header and, if hint <= 8, a first group in zeroed frame memory (MapLayout::buffer), or where
/// that is null in a heap object of the same size.
Map* make_map(MapContext& context, const Type* type, std::int64_t hint, gc::RecordId record, std::byte* buffer);

inline std::int64_t map_length(const Map* map) { return map == nullptr ? 0 : static_cast<std::int64_t>(map->used); }

/// Address of the element of `*key`, or null. A null map has none. Unhashable keys give null
/// and set context.unhashable.
void* map_find(MapContext& context, const Type* type, const Map* map, const void* key);
void* map_find64(const Type* type, const Map* map, std::uint64_t key);
void* map_find32(const Type* type, const Map* map, std::uint32_t key);
void* map_find_string(const Type* type, const Map* map, String key);

/// Address of the element of `*key`, made (zero) if absent; the map is not null. Growth is
/// charged to `record`, if it is 0 to the site before. Null: unhashable.
void* map_assign(MapContext& context, const Type* type, Map* map, const void* key, gc::RecordId record);
void* map_assign64(MapContext& context, const Type* type, Map* map, std::uint64_t key, gc::RecordId record);
void* map_assign32(MapContext& context, const Type* type, Map* map, std::uint32_t key, gc::RecordId record);
void* map_assign_string(MapContext& context, const Type* type, Map* map, String key, gc::RecordId record);

/// delete(map, *key); null maps and absent keys do nothing. False: unhashable.
bool map_delete(MapContext& context, const Type* type, Map* map, const void* key);
/// clear(map).
void map_clear(MapContext& context, const Type* type, Map* map);
/// A copy with its own memory (maps.Clone).
Map* map_clone(MapContext& context, const Type* type, const Map* map, gc::RecordId record);

}  // namespace govm::value
