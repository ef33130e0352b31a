// Natives of internal/rtype: questions to type descriptors, entries of maps.
#include <cstddef>
#include <span>

#include "gc/barrier.h"
#include "vm/native/registry.h"
#include "vm/value/map_iterator.h"
#include "vm/value/type_table.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Type;

// The Go side reads these fields itself.
static_assert(offsetof(Type, kind) == 0 && offsetof(Type, equality) == 1 && offsetof(Type, direct) == 3);

value::String to_go(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), static_cast<std::int64_t>(text.size())};
}

const Type* receiver(NativeCall& call) { return std::get<0>(call.args<const Type*>()); }

NativeStatus size(NativeCall& call) { return call.done(receiver(call)->size); }
NativeStatus string(NativeCall& call) { return call.done(to_go(receiver(call)->name)); }
NativeStatus name(NativeCall& call) { return call.done(to_go(receiver(call)->type_name)); }
NativeStatus package_path(NativeCall& call) { return call.done(to_go(receiver(call)->package)); }
NativeStatus element(NativeCall& call) { return call.done(receiver(call)->element); }
NativeStatus key(NativeCall& call) { return call.done(receiver(call)->map_key_type); }
NativeStatus length(NativeCall& call) { return call.done(receiver(call)->length); }
NativeStatus field_count(NativeCall& call) {
  return call.done(static_cast<std::int64_t>(receiver(call)->fields.size()));
}

NativeStatus field(NativeCall& call) {
  const auto [type, index] = call.args<const Type*, std::int64_t>();
  const value::Field& field = type->fields[static_cast<std::size_t>(index)];
  return call.done(to_go(field.name), field.type, field.offset, to_go(field.tag), to_go(field.package), field.embedded);
}

NativeStatus has_methods(NativeCall& call) { return call.done(!receiver(call)->methods.empty()); }

NativeStatus itab_type(NativeCall& call) {
  const auto [itab] = call.args<const value::Itab*>();
  return call.done(itab->type);
}

NativeStatus copy_of(NativeCall& call) {
  const auto [type, from] = call.args<const Type*, const std::byte*>();
  void* copy = call.allocate(type, 1);
  gc::copy(call.heap(), copy, from, type->layout, type->layout_count());
  return call.done(copy);
}

NativeStatus map_length(NativeCall& call) {
  const auto [map] = call.args<const value::Map*>();
  return call.done(map == nullptr ? std::int64_t{0} : static_cast<std::int64_t>(map->used));
}

NativeStatus map_entries(NativeCall& call) {
  const auto [type, map, keys, elements] = call.args<const Type*, value::Map*, value::Slice, value::Slice>();
  value::MapIterator iterator{};
  value::map_iterate(call.host().maps(), type, map, iterator);
  std::int64_t count = 0;
  for (value::map_next(iterator); iterator.key != nullptr && count < keys.length; value::map_next(iterator)) {
    gc::store(call.heap(), keys.data + count * 8, iterator.key);
    gc::store(call.heap(), elements.data + count * 8, iterator.element);
    ++count;
  }
  return call.done(count);
}

NativeStatus implements(NativeCall& call) {
  const auto [type, interface] = call.args<const Type*, const Type*>();
  return call.done(call.types().implements(interface, type));
}

NativeStatus assign(NativeCall& call) {
  const auto [to, at, from] = call.args<const Type*, std::byte*, value::Interface>();
  const Type* type = value::eface_type(from);
  if (type == nullptr) return call.done(false);
  if (to->is_interface()) {
    const void* word = type;
    if (!to->is_empty_interface()) word = call.types().itab(to, type);
    if (word == nullptr) return call.done(false);
    gc::store(call.heap(), at, word);
    gc::store(call.heap(), at + 8, from.data);
    return call.done(true);
  }
  if (to != type) return call.done(false);
  gc::copy(call.heap(), at, value::value_address(type, from), type->layout, type->layout_count());
  return call.done(true);
}

constexpr native::NativeRow kRows[] = {
    {"internal/rtype.(*Type).Elem", element},
    {"internal/rtype.(*Type).Key", key},
    {"internal/rtype.(*Type).Len", length},
    {"internal/rtype.(*Type).Name", name},
    {"internal/rtype.(*Type).NumField", field_count},
    {"internal/rtype.(*Type).PkgPath", package_path},
    {"internal/rtype.(*Type).Size", size},
    {"internal/rtype.(*Type).String", string},
    {"internal/rtype.Assign", assign},
    {"internal/rtype.Implements", implements},
    {"internal/rtype.MapLen", map_length},
    {"internal/rtype.copyOf", copy_of},
    {"internal/rtype.field", field},
    {"internal/rtype.hasMethods", has_methods},
    {"internal/rtype.itabType", itab_type},
    {"internal/rtype.mapEntries", map_entries},
};

}  // namespace

std::span<const native::NativeRow> natives_internal_rtype() { return kRows; }

}  // namespace govm::stdlib
