// Maps: the fast forms by kind of key share one template each.
#include <utility>

#include "vm/exec/cold_paths.h"
#include "vm/exec/panic.h"
#include "vm/value/map.h"
#include "vm/value/map_iterator.h"

namespace govm::exec {

namespace {

const value::Type* type_at(Machine& vm, std::uint32_t id) { return vm.image.types().type(bytecode::TypeId(id)); }

// Go words it differently where the key was looked at but not hashed, since the map was empty.
Resume panic_unhashable(Machine& vm, const Cell* pc, Fp fp, const value::Map* map, bool is_assignment) {
  const value::Type* type = std::exchange(vm.maps.unhashable, nullptr);
  const bool hashed = is_assignment || (map != nullptr && map->used != 0);
  return begin_panic(
      vm, pc, fp, hashed ? runtime_error_text(vm, "hash of unhashable type " + std::string(type->name)) : unhashable_type_error(vm, type));
}

// Room for what one assignment may allocate at most is not known before; the largest
// usual growth is asked for.
constexpr std::size_t kAssignBytes = 1024;

}  // namespace

// How a key operand is read and found: 64 and 32-bit words, strings, addresses of the rest. Where equal keys are the same bits the
// key of an entry that is assigned to stays as it is: nothing can be allocated then.
struct Key64 {
  static constexpr bool kStaysAsItIs = true;
  static void* find(Machine&, const value::Type* type, const value::Map* map, Fp fp, std::uint32_t at) {
    return value::map_find64(type, map, get<U64>(fp, at));
  }
  static void* assign(Machine& vm, const value::Type* type, value::Map* map, Fp fp, std::uint32_t at, gc::RecordId record) {
    return value::map_assign64(vm.maps, type, map, get<U64>(fp, at), record);
  }
  static bool remove(Machine& vm, const value::Type* type, value::Map* map, Fp fp, std::uint32_t at) {
    const U64 key = get<U64>(fp, at);
    return value::map_delete(vm.maps, type, map, &key);
  }
};
struct Key32 {
  static constexpr bool kStaysAsItIs = true;
  static void* find(Machine&, const value::Type* type, const value::Map* map, Fp fp, std::uint32_t at) {
    return value::map_find32(type, map, get<U32>(fp, at));
  }
  static void* assign(Machine& vm, const value::Type* type, value::Map* map, Fp fp, std::uint32_t at, gc::RecordId record) {
    return value::map_assign32(vm.maps, type, map, get<U32>(fp, at), record);
  }
  static bool remove(Machine& vm, const value::Type* type, value::Map* map, Fp fp, std::uint32_t at) {
    const U32 key = get<U32>(fp, at);
    return value::map_delete(vm.maps, type, map, &key);
  }
};
struct KeyString {
  static constexpr bool kStaysAsItIs = false;
  static void* find(Machine&, const value::Type* type, const value::Map* map, Fp fp, std::uint32_t at) {
    return value::map_find_string(type, map, get<value::String>(fp, at));
  }
  static void* assign(Machine& vm, const value::Type* type, value::Map* map, Fp fp, std::uint32_t at, gc::RecordId record) {
    return value::map_assign_string(vm.maps, type, map, get<value::String>(fp, at), record);
  }
  static bool remove(Machine& vm, const value::Type* type, value::Map* map, Fp fp, std::uint32_t at) {
    return value::map_delete(vm.maps, type, map, fp + at);
  }
};
struct KeyAny {
  static constexpr bool kStaysAsItIs = false;
  static void* find(Machine& vm, const value::Type* type, const value::Map* map, Fp fp, std::uint32_t at) {
    return value::map_find(vm.maps, type, map, fp + at);
  }
  static void* assign(Machine& vm, const value::Type* type, value::Map* map, Fp fp, std::uint32_t at, gc::RecordId record) {
    return value::map_assign(vm.maps, type, map, fp + at, record);
  }
  static bool remove(Machine& vm, const value::Type* type, value::Map* map, Fp fp, std::uint32_t at) {
    return value::map_delete(vm.maps, type, map, fp + at);
  }
};

template <class Key, MapResult result>
Resume map_get(Machine& vm, const Cell* pc, Fp fp) {
  const value::Type* type = type_at(vm, field_uef(pc));
  const auto* map = get<const value::Map*>(fp, pc->b);
  void* element = Key::find(vm, type, map, fp, pc->c);
  if (vm.maps.unhashable != nullptr) return panic_unhashable(vm, pc, fp, map, false);
  if constexpr (result == MapResult::Word) {
    set<U64>(fp, pc->a, element == nullptr ? 0 : load<U64>(static_cast<std::byte*>(element)));
  } else if constexpr (result == MapResult::AddressOrNil) {
    set(fp, pc->a, element);
  } else {
    set(fp, pc->a, element == nullptr ? static_cast<void*>(vm.image.zeroes()) : element);
  }
  return go_on(pc, fp);
}
#define GOVM_MAP_GET(Key)                                                            \
  template Resume map_get<Key, MapResult::AddressOrZero>(Machine&, const Cell*, Fp); \
  template Resume map_get<Key, MapResult::AddressOrNil>(Machine&, const Cell*, Fp)
GOVM_MAP_GET(Key64);
GOVM_MAP_GET(Key32);
GOVM_MAP_GET(KeyString);
GOVM_MAP_GET(KeyAny);
#undef GOVM_MAP_GET
template Resume map_get<Key64, MapResult::Word>(Machine&, const Cell*, Fp);
template Resume map_get<Key32, MapResult::Word>(Machine&, const Cell*, Fp);
template Resume map_get<KeyString, MapResult::Word>(Machine&, const Cell*, Fp);

template <class Key>
Resume map_assign(Machine& vm, const Cell* pc, Fp fp) {
  auto* map = get<value::Map*>(fp, pc->b);
  if (map == nullptr) return begin_panic(vm, pc, fp, RuntimeError::NilMapWrite);
  const value::Type* type = type_at(vm, field_xef(pc));
  if constexpr (Key::kStaysAsItIs) {
    if (void* known = Key::find(vm, type, map, fp, pc->c)) {
      set(fp, pc->a, known);
      return go_on(pc, fp, 2);
    }
  }
  before_allocation(vm, pc, fp, kAssignBytes);
  void* element = Key::assign(vm, type, map, fp, pc->c, field_uef(pc));
  if (element == nullptr) return panic_unhashable(vm, pc, fp, map, true);
  set(fp, pc->a, element);
  return go_on(pc, fp, 2);
}
template Resume map_assign<Key64>(Machine&, const Cell*, Fp);
template Resume map_assign<Key32>(Machine&, const Cell*, Fp);
template Resume map_assign<KeyString>(Machine&, const Cell*, Fp);
template Resume map_assign<KeyAny>(Machine&, const Cell*, Fp);

template <class Key>
Resume map_delete(Machine& vm, const Cell* pc, Fp fp) {
  const value::Type* type = type_at(vm, field_uef(pc));
  auto* map = get<value::Map*>(fp, pc->b);
  if (!Key::remove(vm, type, map, fp, pc->c)) return panic_unhashable(vm, pc, fp, map, false);
  return go_on(pc, fp);
}
template Resume map_delete<Key64>(Machine&, const Cell*, Fp);
template Resume map_delete<Key32>(Machine&, const Cell*, Fp);
template Resume map_delete<KeyString>(Machine&, const Cell*, Fp);
template Resume map_delete<KeyAny>(Machine&, const Cell*, Fp);

namespace {

// The hint in operand b: one that is negative or too large is none at all.
I64 map_hint(const Cell* pc, Fp fp, const value::MapLayout& layout) {
  const I64 hint = get<I64>(fp, pc->b);
  return hint < 0 || static_cast<U64>(hint) > (U64{1} << 40) / std::max<U64>(layout.slot_size, 1) ? 0 : hint;
}

}  // namespace

Resume make_map(Machine& vm, const Cell* pc, Fp fp) {
  const value::Type* type = type_at(vm, field_ucd(pc));
  const I64 hint = map_hint(pc, fp, *type->map);
  before_allocation(vm, pc, fp, sizeof(value::Map) + static_cast<std::size_t>(hint) * type->map->slot_size);
  set(fp, pc->a, value::make_map(vm.maps, type, hint, field_uef(pc)));
  return go_on(pc, fp);
}
Resume make_small_map(Machine& vm, const Cell* pc, Fp fp) {
  before_allocation(vm, pc, fp, sizeof(value::Map));
  set(fp, pc->a, value::make_map(vm.maps, type_at(vm, field_ucd(pc)), 0, field_uef(pc)));
  return go_on(pc, fp);
}
Resume make_buffer_map(Machine& vm, const Cell* pc, Fp fp) {
  const gc::RecordId record = field_uef(pc);
  const value::Type* type = vm.image.types().at(vm.heap.record(record).element);
  const I64 hint = map_hint(pc, fp, *type->map);
  before_allocation(vm, pc, fp, type->map->buffer.element_size + static_cast<std::size_t>(hint) * type->map->slot_size);
  set(fp, pc->a, value::make_map(vm.maps, type, hint, record, frame_buffer(pc, fp)));
  return go_on(pc, fp);
}
Resume map_clear(Machine& vm, const Cell* pc, Fp fp) {
  auto* map = get<value::Map*>(fp, pc->a);
  if (map != nullptr) value::map_clear(vm.maps, type_at(vm, field_uef(pc)), map);
  return go_on(pc, fp);
}
Resume map_range(Machine& vm, const Cell* pc, Fp fp) {
  auto* iterator = reinterpret_cast<value::MapIterator*>(fp + pc->a);
  value::map_iterate(vm.maps, type_at(vm, field_uef(pc)), get<value::Map*>(fp, pc->b), *iterator);
  return go_on(pc, fp);
}
Resume map_range_next(Machine&, const Cell* pc, Fp fp) {
  auto* iterator = reinterpret_cast<value::MapIterator*>(fp + pc->a);
  value::map_next(*iterator);
  set(fp, pc->b, iterator->key);
  return go_on(pc, fp);
}

}  // namespace govm::exec
