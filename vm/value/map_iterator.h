// Iteration over maps (spec: For statements with range clause): random start, each entry at
// most once; entries removed before they are reached do not appear, entries added may.
//
// Lies in a frame as 12 words that are all traced (bytecode::kMapIteratorBytes).
#pragma once

#include <cstddef>
#include <cstdint>

#include "vm/value/map.h"

namespace govm::value {

struct MapIterator {
  void* key;  ///< null: at the end
  void* element;
  const Type* type;
  Map* map;
  std::uint64_t entry_offset;  ///< with its highest bit set, like table_offset: no word of the iterator looks like a pointer
  std::uint64_t table_offset;
  std::uint64_t clear_count;
  std::int32_t directory_index;  ///< -1: small map
  std::uint32_t global_depth;
  MapTable* table;
  std::byte* group;
  std::uint64_t entry_index;
  MapContext* context;
};
static_assert(sizeof(MapIterator) == 96);

/// Begins; the map may be null.
void map_iterate(MapContext& context, const Type* type, Map* map, MapIterator& iterator);
/// Goes to the next entry: key and element point to it; key is null at the end.
void map_next(MapIterator& iterator);

}  // namespace govm::value
