// Natives of internal/abi: questions to type descriptors, entries of maps.
#include <cstddef>
#include <span>

#include "gc/barrier.h"
#include "vm/native/reflection.h"
#include "vm/native/registry.h"
#include "vm/value/map_iterator.h"
#include "vm/value/type_table.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Type;

// The Go side reads these itself.
static_assert(offsetof(Type, kind) == 0 && offsetof(Type, equality) == 1 && offsetof(Type, direct) == 3);
static_assert(offsetof(Type, variadic) == 4 && offsetof(Type, reflexive) == 6 && offsetof(Type, align) == 7);
static_assert(offsetof(Type, direction) == 8 && offsetof(Type, methods_late) == 9 && offsetof(Type, size) == 16 &&
              offsetof(Type, layout) == 24);
static_assert(offsetof(Type, name) == 48 && offsetof(Type, element) == 112 && offsetof(Type, length) == 128);
static_assert(offsetof(Type, fields) == 144 && offsetof(Type, parameters) == 160 && offsetof(Type, methods) == 192);
static_assert(sizeof(value::Field) == 72 && offsetof(value::Field, type) == 32 && offsetof(value::Field, tag) == 48);
static_assert(sizeof(value::Method) == 48 && offsetof(value::Method, signature) == 32 && offsetof(value::Method, entry) == 40);
static_assert(offsetof(value::Itab, type) == 8);

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
  const auto [type, map, entries] = call.args<const Type*, value::Map*, value::Slice>();
  constexpr std::int64_t kEntryBytes = 48;  // MapEntry: the two addresses are first
  value::MapIterator iterator{};
  value::map_iterate(call.host().maps(), type, map, iterator);
  std::int64_t count = 0;
  for (value::map_next(iterator); iterator.key != nullptr && count < entries.length; value::map_next(iterator)) {
    gc::store(call.heap(), entries.data + count * kEntryBytes, iterator.key);
    gc::store(call.heap(), entries.data + count * kEntryBytes + 8, iterator.element);
    ++count;
  }
  return call.done(count);
}

NativeStatus implements(NativeCall& call) {
  const auto [type, interface] = call.args<const Type*, const Type*>();
  return call.done(call.types().implements(interface, type));
}

NativeStatus describe(NativeCall& call) {
  const auto [type] = call.args<const Type*>();
  call.host().reflection().describe(type);
  return call.done();
}

NativeStatus describe_methods(NativeCall& call) {
  const auto [type] = call.args<const Type*>();
  call.types().methods(type);
  return call.done();
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
    {"internal/abi.Assign", assign},          {"internal/abi.Implements", implements}, {"internal/abi.MapLen", map_length},
    {"internal/abi.copyOf", copy_of},         {"internal/abi.describe", describe},     {"internal/abi.describeMethods", describe_methods},
    {"internal/abi.mapEntries", map_entries},
};

}  // namespace

std::span<const native::NativeRow> natives_internal_abi() { return kRows; }

}  // namespace govm::stdlib
