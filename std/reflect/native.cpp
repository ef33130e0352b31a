// Natives of reflect: memory, maps, channels, types made at run time. Calls are in calls.cpp.
#include <cstddef>
#include <cstring>
#include <span>
#include <string>
#include <vector>

#include "gc/barrier.h"
#include "std/reflect/calls.h"
#include "vm/goroutine/channel.h"
#include "vm/native/reflection.h"
#include "vm/native/registry.h"
#include "vm/value/equal_hash.h"
#include "vm/value/map_iterator.h"
#include "vm/value/type_table.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Type;

constexpr std::int64_t kMaxBytes = std::int64_t{1} << 47;

// Values.

NativeStatus new_object(NativeCall& call) {
  const auto [type] = call.args<const Type*>();
  return call.done(call.allocate(type, 1));
}

NativeStatus new_array(NativeCall& call) {
  const auto [type, count] = call.args<const Type*, std::int64_t>();
  if (type->size != 0 && count > kMaxBytes / static_cast<std::int64_t>(type->size)) {
    return call.panic_error("reflect.MakeSlice: len out of range");
  }
  return call.done(call.allocate(type, count));
}

void copy_values(NativeCall& call, const Type* type, void* to, const void* from, std::int64_t count) {
  if (count == 0 || type->size == 0) return;
  gc::copy(call.heap(), to, from, type->layout, type->layout_count() * static_cast<std::size_t>(count));
}

NativeStatus move(NativeCall& call) {
  const auto [type, to, from] = call.args<const Type*, void*, const void*>();
  copy_values(call, type, to, from, 1);
  return call.done();
}

NativeStatus move_elements(NativeCall& call) {
  const auto [type, to, from, count] = call.args<const Type*, void*, const void*, std::int64_t>();
  copy_values(call, type, to, from, count);
  return call.done();
}

NativeStatus wipe(NativeCall& call) {
  const auto [type, at, count] = call.args<const Type*, void*, std::int64_t>();
  if (count != 0 && type->size != 0) {
    gc::clear(call.heap(), at, type->layout, type->layout_count() * static_cast<std::size_t>(count));
  }
  return call.done();
}

NativeStatus equal(NativeCall& call) {
  const auto [type, a, b] = call.args<const Type*, const void*, const void*>();
  const Type* uncomparable = nullptr;
  const bool same = value::equal(type, a, b, &uncomparable);
  if (uncomparable != nullptr) return call.panic_runtime("comparing uncomparable type " + std::string(uncomparable->name));
  return call.done(same);
}

NativeStatus grow_slice(NativeCall& call) {
  const auto [type, slice, extra] = call.args<const Type*, value::Slice*, std::int64_t>();
  const std::int64_t needed = slice->length + extra;
  const std::int64_t capacity = value::grown_capacity(slice->capacity, needed, {type->size, type->has_pointers()});
  if (capacity < 0 || (type->size != 0 && capacity > kMaxBytes / static_cast<std::int64_t>(type->size))) {
    return call.panic_runtime("growslice: len out of range");
  }
  auto* data = static_cast<std::byte*>(call.allocate(type, capacity));
  copy_values(call, type, data, slice->data, slice->length);
  gc::store(call.heap(), &slice->data, data);
  slice->capacity = capacity;
  return call.done();
}

gc::RecordId record_of(NativeCall& call, const Type* type) { return call.host().reflection().record(type); }

// Maps.

NativeStatus make_map(NativeCall& call) {
  const auto [type, hint] = call.args<const Type*, std::int64_t>();
  return call.done(value::make_map(call.host().maps(), type, hint, record_of(call, type)));
}

NativeStatus panic_unhashable(NativeCall& call) {
  value::MapContext& maps = call.host().maps();
  const Type* type = maps.unhashable;
  maps.unhashable = nullptr;
  return call.panic_runtime("hash of unhashable type " + std::string(type->name));
}

NativeStatus map_get(NativeCall& call) {
  const auto [type, map, key] = call.args<const Type*, const value::Map*, const void*>();
  value::MapContext& maps = call.host().maps();
  void* element = value::map_find(maps, type, map, key);
  if (maps.unhashable != nullptr) return panic_unhashable(call);
  return call.done(element);
}

NativeStatus map_set(NativeCall& call) {
  const auto [type, map, key, element] = call.args<const Type*, value::Map*, const void*, const void*>();
  if (map == nullptr) return call.panic_error("assignment to entry in nil map");
  void* to = value::map_assign(call.host().maps(), type, map, key, 0);
  if (to == nullptr) return panic_unhashable(call);
  copy_values(call, type->element, to, element, 1);
  return call.done();
}

NativeStatus map_delete(NativeCall& call) {
  const auto [type, map, key] = call.args<const Type*, value::Map*, const void*>();
  if (!value::map_delete(call.host().maps(), type, map, key)) return panic_unhashable(call);
  return call.done();
}

NativeStatus map_clear(NativeCall& call) {
  const auto [type, map] = call.args<const Type*, value::Map*>();
  if (map != nullptr) value::map_clear(call.host().maps(), type, map);
  return call.done();
}

// The Go side keeps an iterator as words that are all pointers to the collector.
void store_iterator(NativeCall& call, void* at, const value::MapIterator& iterator) {
  auto* to = static_cast<std::byte*>(at);
  const auto* from = reinterpret_cast<const std::byte*>(&iterator);
  for (std::size_t i = 0; i < sizeof iterator; i += 8) {
    gc::store(call.heap(), to + i, rt::load_at<const void*>(from, static_cast<std::ptrdiff_t>(i)));
  }
}

NativeStatus map_start(NativeCall& call) {
  const auto [type, map, at] = call.args<const Type*, value::Map*, void*>();
  value::MapIterator iterator{};
  value::map_iterate(call.host().maps(), type, map, iterator);
  if (map != nullptr) value::map_next(iterator);
  iterator.type = type;
  store_iterator(call, at, iterator);
  return call.done();
}

NativeStatus map_next(NativeCall& call) {
  const auto [at] = call.args<void*>();
  value::MapIterator iterator;
  std::memcpy(&iterator, at, sizeof iterator);
  value::map_next(iterator);
  store_iterator(call, at, iterator);
  return call.done();
}

// Channels.

rt::Channels& channels(NativeCall& call) { return call.host().reflection().channels(); }

NativeStatus make_chan(NativeCall& call) {
  const auto [type, capacity] = call.args<const Type*, std::int64_t>();
  const auto size = static_cast<std::int64_t>(type->element->size);
  if (size != 0 && capacity > kMaxBytes / size) return call.panic_error("makechan: size out of range");
  return call.done(channels(call).make(type->element, capacity, record_of(call, type)));
}

NativeStatus chan_len(NativeCall& call) {
  const auto [channel] = call.args<const rt::Channel*>();
  return call.done(channel == nullptr ? std::int64_t{0} : static_cast<std::int64_t>(channel->count));
}

NativeStatus chan_cap(NativeCall& call) {
  const auto [channel] = call.args<const rt::Channel*>();
  return call.done(channel == nullptr ? std::int64_t{0} : static_cast<std::int64_t>(channel->capacity));
}

NativeStatus chan_close(NativeCall& call) {
  const auto [channel] = call.args<rt::Channel*>();
  switch (channels(call).close(channel)) {
    case rt::ChannelOutcome::Nil: return call.panic_error("close of nil channel");
    case rt::ChannelOutcome::Closed: return call.panic_error("close of closed channel");
    default: return call.done();
  }
}

NativeStatus chan_send(NativeCall& call) {
  const auto [channel, element, wait] = call.args<rt::Channel*, std::byte*, bool>();
  if (channel != nullptr) {
    switch (channels(call).try_send(channel, element)) {
      case rt::ChannelOutcome::Done: return call.done(true);
      case rt::ChannelOutcome::Closed: return call.panic_error("send on closed channel");
      default: break;
    }
  }
  if (!wait) return call.done(false);
  channels(call).wait_send(&call.goroutine(), channel, element);
  call.set_result(0, true);
  return NativeStatus::WaitDone;
}

NativeStatus chan_receive(NativeCall& call) {
  const auto [channel, element, wait] = call.args<rt::Channel*, std::byte*, bool>();
  bool ok = false;
  if (channel != nullptr && channels(call).try_receive(channel, element, &ok) == rt::ChannelOutcome::Done) {
    return call.done(ok, true);
  }
  if (!wait) return call.done(false, false);
  channels(call).wait_receive(&call.goroutine(), channel, element, reinterpret_cast<std::int64_t*>(call.frame()));
  call.set_result(8, true);
  return NativeStatus::WaitDone;
}

// chan.go's caseWords.
struct CaseWords {
  rt::Channel* channel;
  std::byte* element;
  std::uint64_t sends;
};

NativeStatus select_case(NativeCall& call) {
  const auto [words, wait] = call.args<value::Slice, bool>();
  const auto* at = reinterpret_cast<const CaseWords*>(words.data);
  std::vector<rt::SelectCase> cases;
  for (std::int64_t i = 0; i < words.length; ++i) cases.push_back({at[i].channel, at[i].element, at[i].sends != 0});
  bool ok = false;
  bool closed = false;
  const std::int64_t chosen = channels(call).try_select(cases.data(), words.length, &ok, &closed);
  if (closed) return call.panic_error("send on closed channel");
  if (chosen >= 0 || !wait) return call.done(chosen, ok);
  auto* results = reinterpret_cast<std::int64_t*>(call.frame());
  channels(call).wait_select(&call.goroutine(), cases.data(), words.length, results, results + 1);
  return NativeStatus::WaitDone;
}

// Types.

NativeStatus pointer_to(NativeCall& call) {
  const auto [type] = call.args<const Type*>();
  return call.done(call.host().reflection().pointer_to(type));
}

NativeStatus slice_of(NativeCall& call) {
  const auto [type] = call.args<const Type*>();
  return call.done(call.types().slice_of(type));
}

NativeStatus array_of(NativeCall& call) {
  const auto [type, length] = call.args<const Type*, std::int64_t>();
  return call.done(call.types().array_of(type, static_cast<std::uint64_t>(length)));
}

NativeStatus map_of(NativeCall& call) {
  const auto [key, element] = call.args<const Type*, const Type*>();
  return call.done(call.types().map_of(key, element));
}

NativeStatus chan_of(NativeCall& call) {
  const auto [element, direction] = call.args<const Type*, std::int64_t>();
  return call.done(call.types().chan_of(element, static_cast<bytecode::ChanDirection>(direction)));
}

NativeStatus func_of(NativeCall& call) {
  const auto [types, in, variadic] = call.args<value::Slice, std::int64_t, bool>();
  const std::span<const Type* const> all(reinterpret_cast<const Type* const*>(types.data), static_cast<std::size_t>(types.length));
  const auto split = static_cast<std::size_t>(in);
  return call.done(call.types().func_of(all.first(split), all.subspan(split), variadic));
}

// maketype.go's fieldSpec.
struct FieldSpec {
  value::String name;
  value::String package;
  value::String tag;
  const Type* type;
  bool embedded;
};
static_assert(sizeof(FieldSpec) == 64);

std::string_view text(value::String s) { return {reinterpret_cast<const char*>(s.data), static_cast<std::size_t>(s.length)}; }

NativeStatus struct_of(NativeCall& call) {
  const auto [specs] = call.args<value::Slice>();
  std::vector<value::Field> fields;
  std::span<const value::Method> methods;
  for (std::int64_t i = 0; i < specs.length; ++i) {
    const auto& spec = reinterpret_cast<const FieldSpec*>(specs.data)[i];
    fields.push_back({text(spec.name), text(spec.package), spec.type, 0, text(spec.tag), spec.embedded});
    // The only field, or the first behind an address: the receiver's word is that of the struct.
    if (i == 0 && spec.embedded && (specs.length == 1 || !spec.type->direct)) methods = call.types().methods(spec.type);
  }
  return call.done(call.types().struct_of(fields, methods));
}

constexpr native::NativeRow kRows[] = {
    {"reflect.arrayOf", array_of},
    {"reflect.callFunc", reflect_call_func, 1, 0},
    {"reflect.chanCap", chan_cap},
    {"reflect.chanClose", chan_close},
    {"reflect.chanLen", chan_len},
    {"reflect.chanOf", chan_of},
    {"reflect.chanReceive", chan_receive},
    {"reflect.chanSend", chan_send},
    {"reflect.equal", equal},
    {"reflect.funcOf", func_of},
    {"reflect.functionValue", reflect_function_value},
    {"reflect.growSlice", grow_slice},
    {"reflect.makeChan", make_chan},
    {"reflect.makeFuncStub", reflect_make_func_stub, 1, 1},
    {"reflect.makeMap", make_map},
    {"reflect.mapClear", map_clear},
    {"reflect.mapDelete", map_delete},
    {"reflect.mapGet", map_get},
    {"reflect.mapNext", map_next},
    {"reflect.mapOf", map_of},
    {"reflect.mapSet", map_set},
    {"reflect.mapStart", map_start},
    {"reflect.move", move},
    {"reflect.moveElements", move_elements},
    {"reflect.newArray", new_array},
    {"reflect.newObject", new_object},
    {"reflect.pointerTo", pointer_to},
    {"reflect.selectCase", select_case},
    {"reflect.sliceOf", slice_of},
    {"reflect.structOf", struct_of},
    {"reflect.stubEntry", reflect_stub_entry},
    {"reflect.wipe", wipe},
};

}  // namespace

std::span<const native::NativeRow> natives_reflect() { return kRows; }

}  // namespace govm::stdlib
