// Memory in bulk, the barrier, allocation, slices that grow.
#include <cstring>

#include "base/check.h"
#include "gc/barrier.h"
#include "vm/exec/cold_paths.h"
#include "vm/exec/panic.h"
#include "vm/value/closure.h"
#include "vm/value/slice.h"

namespace govm::exec {

namespace {

const value::Type* type_at(Machine& vm, std::uint32_t id) { return vm.image.types().type(bytecode::TypeId(id)); }
// The element type of a record: what one element of its objects is.
const value::Type* element_type(Machine& vm, gc::RecordId record) { return vm.image.types().at(vm.heap.record(record).element); }

// Copies one value of `type` into memory that may be heap.
void copy_value(Machine& vm, std::byte* to, const void* from, const value::Type* type) {
  if (type->has_pointers()) {
    gc::copy(vm.heap, to, from, type->layout, type->layout_count());
  } else {
    std::memmove(to, from, type->size);
  }
}

// Stores `count` words of which those in `mask` are pointers.
template <int count, unsigned mask>
void store_words(Machine& vm, std::byte* to, Words<count> words) {
  for (int i = 0; i < count; ++i) {
    if ((mask >> i & 1) != 0) {
      gc::store(vm.heap, to + 8 * i, reinterpret_cast<const void*>(words.word[i]));
    } else {
      store(to + 8 * i, words.word[i]);
    }
  }
}

// The four shapes with pointers, at an address.
template <int count, unsigned mask>
Resume store_marking(Machine& vm, const Cell* pc, Fp fp, std::byte* to, std::uint32_t source) {
  store_words<count, mask>(vm, to, get<Words<count>>(fp, source));
  return go_on(pc, fp);
}

std::byte* field_address(const Cell* pc, Fp fp) { return get<std::byte*>(fp, pc->a) + field_ef(pc); }
std::byte* element_address(const Cell* pc, Fp fp, std::size_t size) {
  return get<std::byte*>(fp, pc->a) + get<I64>(fp, pc->b) * static_cast<I64>(size);
}
std::byte* element_field_address(const Cell* pc, Fp fp) { return element_address(pc, fp, pc->d) + field_uef(pc); }

}  // namespace

Resume store_pointer_marking(Machine& vm, const Cell* pc, Fp fp) { return store_marking<1, 1>(vm, pc, fp, field_address(pc, fp), pc->b); }
Resume store_string_marking(Machine& vm, const Cell* pc, Fp fp) { return store_marking<2, 1>(vm, pc, fp, field_address(pc, fp), pc->b); }
Resume store_slice_marking(Machine& vm, const Cell* pc, Fp fp) { return store_marking<3, 1>(vm, pc, fp, field_address(pc, fp), pc->b); }
Resume store_interface_marking(Machine& vm, const Cell* pc, Fp fp) { return store_marking<2, 3>(vm, pc, fp, field_address(pc, fp), pc->b); }
Resume store_nil_marking(Machine& vm, const Cell* pc, Fp fp) {
  gc::store(vm.heap, field_address(pc, fp), nullptr);
  return go_on(pc, fp);
}
Resume set_pointer_marking(Machine& vm, const Cell* pc, Fp fp) {
  return store_marking<1, 1>(vm, pc, fp, element_address(pc, fp, 8), pc->c);
}
Resume set_string_marking(Machine& vm, const Cell* pc, Fp fp) {
  return store_marking<2, 1>(vm, pc, fp, element_address(pc, fp, 16), pc->c);
}
Resume set_slice_marking(Machine& vm, const Cell* pc, Fp fp) { return store_marking<3, 1>(vm, pc, fp, element_address(pc, fp, 24), pc->c); }
Resume set_interface_marking(Machine& vm, const Cell* pc, Fp fp) {
  return store_marking<2, 3>(vm, pc, fp, element_address(pc, fp, 16), pc->c);
}
Resume set_elem_pointer_marking(Machine& vm, const Cell* pc, Fp fp) {
  return store_marking<1, 1>(vm, pc, fp, element_field_address(pc, fp), pc->c);
}
Resume set_elem_string_marking(Machine& vm, const Cell* pc, Fp fp) {
  return store_marking<2, 1>(vm, pc, fp, element_field_address(pc, fp), pc->c);
}
Resume global_pointer_marking(Machine& vm, const Cell* pc, Fp fp) {
  return store_marking<1, 1>(vm, pc, fp, vm.globals + field_uef(pc), pc->b);
}
Resume global_string_marking(Machine& vm, const Cell* pc, Fp fp) {
  return store_marking<2, 1>(vm, pc, fp, vm.globals + field_uef(pc), pc->b);
}
Resume global_slice_marking(Machine& vm, const Cell* pc, Fp fp) {
  return store_marking<3, 1>(vm, pc, fp, vm.globals + field_uef(pc), pc->b);
}
Resume global_interface_marking(Machine& vm, const Cell* pc, Fp fp) {
  return store_marking<2, 3>(vm, pc, fp, vm.globals + field_uef(pc), pc->b);
}

// Memory in bulk. A nil pointer panics even if there is nothing to move.

Resume load_bytes(Machine& vm, const Cell* pc, Fp fp) {
  const auto* from = get<const std::byte*>(fp, pc->b);
  if (from == nullptr) return panic_nil(vm, pc, fp);
  std::memmove(fp + pc->a, from + field_ef(pc), field_ucd(pc));
  return go_on(pc, fp);
}
Resume store_bytes(Machine& vm, const Cell* pc, Fp fp) {
  auto* to = get<std::byte*>(fp, pc->a);
  if (to == nullptr) return panic_nil(vm, pc, fp);
  std::memmove(to + field_ef(pc), fp + pc->b, field_ucd(pc));
  return go_on(pc, fp);
}
Resume store_typed(Machine& vm, const Cell* pc, Fp fp) {
  auto* to = get<std::byte*>(fp, pc->a);
  if (to == nullptr) return panic_nil(vm, pc, fp);
  copy_value(vm, to + field_ef(pc), fp + pc->b, type_at(vm, field_ucd(pc)));
  return go_on(pc, fp);
}
Resume copy_bytes(Machine& vm, const Cell* pc, Fp fp) {
  auto* to = get<std::byte*>(fp, pc->a);
  const auto* from = get<const std::byte*>(fp, pc->b);
  if (to == nullptr || from == nullptr) return panic_nil(vm, pc, fp);
  std::memmove(to, from, field_ucd(pc));
  return go_on(pc, fp);
}
Resume copy_typed(Machine& vm, const Cell* pc, Fp fp) {
  auto* to = get<std::byte*>(fp, pc->a);
  const auto* from = get<const std::byte*>(fp, pc->b);
  if (to == nullptr || from == nullptr) return panic_nil(vm, pc, fp);
  copy_value(vm, to, from, type_at(vm, field_ucd(pc)));
  return go_on(pc, fp);
}
Resume clear_bytes(Machine& vm, const Cell* pc, Fp fp) {
  auto* at = get<std::byte*>(fp, pc->a);
  if (at == nullptr) return panic_nil(vm, pc, fp);
  std::memset(at + field_ef(pc), 0, field_ucd(pc));
  return go_on(pc, fp);
}
Resume clear_typed(Machine& vm, const Cell* pc, Fp fp) {
  auto* at = get<std::byte*>(fp, pc->a);
  if (at == nullptr) return panic_nil(vm, pc, fp);
  at += field_ef(pc);
  const value::Type* type = type_at(vm, field_ucd(pc));
  if (type->has_pointers()) {
    gc::clear(vm.heap, at, type->layout, type->layout_count());
  } else {
    std::memset(at, 0, type->size);
  }
  return go_on(pc, fp);
}

// Allocation.

Resume new_object(Machine& vm, const Cell* pc, Fp fp) {
  const gc::RecordId record = field_uef(pc);
  const std::size_t size = vm.heap.record(record).size;
  before_allocation(vm, pc, fp, size);
  set(fp, pc->a, vm.heap.allocate(record, size));
  return go_on(pc, fp);
}

namespace {

Resume make_slice_of(Machine& vm, const Cell* pc, Fp fp, I64 length, I64 capacity, std::byte* buffer) {
  const gc::RecordId record = field_uef(pc);
  const std::uint64_t element = element_type(vm, record)->size;
  // Impossible lengths panic below and allocate nothing.
  const unsigned __int128 bytes = static_cast<unsigned __int128>(static_cast<U64>(capacity)) * element;
  if (buffer != nullptr) {
    // It is live from here on, whether the elements fill it, a part of it or none.
    const std::uint32_t room = vm.image.program().site(bytecode::SiteId(vm.heap.record(record).site)).buffer_bytes;
    std::memset(buffer, 0, room);
    if (bytes > room) buffer = nullptr;
  }
  if (buffer == nullptr && bytes >> 47 == 0) before_allocation(vm, pc, fp, static_cast<std::size_t>(bytes));
  value::Slice slice;
  switch (value::make_slice(vm.heap, record, element, length, capacity, buffer, slice)) {
    case value::MakeOutcome::Done:
      if (buffer != nullptr && bytes != 0) count_frame_value(vm, record);
      set(fp, pc->a, slice);
      return go_on(pc, fp);
    case value::MakeOutcome::LengthOutOfRange: return begin_panic(vm, pc, fp, RuntimeError::MakesliceLen);
    case value::MakeOutcome::CapacityOutOfRange: return begin_panic(vm, pc, fp, RuntimeError::MakesliceCap);
  }
  GOVM_UNREACHABLE();
}

// Bytes a slice of `length` elements will take when it grows by `extra`.
std::size_t growth_bytes(Machine& vm, gc::RecordId record, const value::Slice& slice, I64 extra) {
  if (extra <= slice.capacity - slice.length) return 0;
  const value::Type* type = element_type(vm, record);
  const I64 capacity = value::grown_capacity(slice.capacity, slice.length + extra, {type->size, type->has_pointers()});
  return capacity < 0 ? 0 : static_cast<std::size_t>(capacity) * type->size;
}

// `slice` with room for `extra` more; false: too large, a panic.
bool make_room(Machine& vm, const Cell* pc, Fp fp, value::Slice& slice, I64 extra) {
  const gc::RecordId record = field_uef(pc);
  before_allocation(vm, pc, fp, growth_bytes(vm, record, slice, extra));
  auto* buffer = reinterpret_cast<value::AppendBuffer*>(frame_buffer(pc, fp));
  if (buffer == nullptr) return value::grow(vm.heap, record, element_type(vm, record)->size, slice, extra);
  const bytecode::Site& site = vm.image.program().site(bytecode::SiteId(vm.heap.record(record).site));
  const bool fresh = buffer->used == 0;
  const bool done =
      value::grow(vm.heap, record, element_type(vm, record)->size, slice, extra, buffer, {site.buffer_in_steps, site.buffer_on_heap});
  if (fresh && buffer->used != 0 && !site.buffer_on_heap) count_frame_value(vm, record);
  return done;
}

Resume panic_growslice(Machine& vm, const Cell* pc, Fp fp) { return begin_panic(vm, pc, fp, RuntimeError::GrowsliceLen); }

}  // namespace

Resume make_slice(Machine& vm, const Cell* pc, Fp fp) {
  return make_slice_of(vm, pc, fp, get<I64>(fp, pc->b), get<I64>(fp, pc->c), frame_buffer(pc, fp));
}
Resume make_slice_at(Machine& vm, const Cell* pc, Fp fp) {
  return make_slice_of(vm, pc, fp, get<I64>(fp, pc->b), get<I64>(fp, pc->c), get<std::byte*>(fp, pc->d));
}

// append. New elements are written with the barrier if the type has pointers: the memory
// may be in use through another slice.

template <class T, bool has_pointers>
Resume append_one(Machine& vm, const Cell* pc, Fp fp) {
  value::Slice slice = get<value::Slice>(fp, pc->b);
  const T element = get<T>(fp, pc->c);
  if (!make_room(vm, pc, fp, slice, 1)) return panic_growslice(vm, pc, fp);
  std::byte* to = slice.data + (slice.length - 1) * static_cast<I64>(sizeof(T));
  if constexpr (!has_pointers) {
    store(to, element);
  } else if constexpr (sizeof(T) == 8) {
    gc::store(vm.heap, to, reinterpret_cast<const void*>(element));
  } else {
    // Of two words the second may be a pointer (interfaces) or a length; recording it is harmless.
    store_words<sizeof(T) / 8, sizeof(T) == 16 ? 3u : 1u>(vm, to, element);
  }
  set(fp, pc->a, slice);
  return go_on(pc, fp);
}
template Resume append_one<U8, false>(Machine&, const Cell*, Fp);
template Resume append_one<U16, false>(Machine&, const Cell*, Fp);
template Resume append_one<U32, false>(Machine&, const Cell*, Fp);
template Resume append_one<U64, false>(Machine&, const Cell*, Fp);
template Resume append_one<U64, true>(Machine&, const Cell*, Fp);
template Resume append_one<Words<2>, true>(Machine&, const Cell*, Fp);
template Resume append_one<Words<3>, true>(Machine&, const Cell*, Fp);

Resume append_slice(Machine& vm, const Cell* pc, Fp fp) {
  const gc::RecordId record = field_uef(pc);
  value::Slice slice = get<value::Slice>(fp, pc->b);
  const value::Slice more = get<value::Slice>(fp, pc->c);
  if (!make_room(vm, pc, fp, slice, more.length)) return panic_growslice(vm, pc, fp);
  const value::Type* type = element_type(vm, record);
  const auto size = static_cast<I64>(type->size);
  std::byte* to = slice.data + (slice.length - more.length) * size;
  if (more.length != 0 && size != 0) {
    if (type->has_pointers()) {
      gc::copy(vm.heap, to, more.data, type->layout, type->layout_count() * static_cast<std::size_t>(more.length));
    } else {
      std::memmove(to, more.data, static_cast<std::size_t>(more.length * size));
    }
  }
  set(fp, pc->a, slice);
  return go_on(pc, fp);
}
Resume append_bytes(Machine& vm, const Cell* pc, Fp fp) {
  value::Slice slice = get<value::Slice>(fp, pc->b);
  const value::String more = get<value::String>(fp, pc->c);
  if (!make_room(vm, pc, fp, slice, more.length)) return panic_growslice(vm, pc, fp);
  if (more.length != 0) {
    std::memmove(slice.data + slice.length - more.length, more.data, static_cast<std::size_t>(more.length));
  }
  set(fp, pc->a, slice);
  return go_on(pc, fp);
}
Resume append_grow(Machine& vm, const Cell* pc, Fp fp) {
  value::Slice slice = get<value::Slice>(fp, pc->b);
  if (!make_room(vm, pc, fp, slice, get<I64>(fp, pc->c))) return panic_growslice(vm, pc, fp);
  set(fp, pc->a, slice);
  return go_on(pc, fp);
}
Resume append_zero(Machine& vm, const Cell* pc, Fp fp) {
  const gc::RecordId record = field_uef(pc);
  value::Slice slice = get<value::Slice>(fp, pc->b);
  const I64 count = get<I64>(fp, pc->c);
  if (count < 0) return begin_panic(vm, pc, fp, RuntimeError::MakesliceLen);
  if (!make_room(vm, pc, fp, slice, count)) return panic_growslice(vm, pc, fp);
  const value::Type* type = element_type(vm, record);
  const auto size = static_cast<I64>(type->size);
  std::byte* at = slice.data + (slice.length - count) * size;
  if (type->has_pointers()) {
    gc::clear(vm.heap, at, type->layout, type->layout_count() * static_cast<std::size_t>(count));
  } else if (count * size != 0) {
    std::memset(at, 0, static_cast<std::size_t>(count * size));
  }
  set(fp, pc->a, slice);
  return go_on(pc, fp);
}

Resume slice_to_heap(Machine& vm, const Cell* pc, Fp fp) {
  const gc::RecordId record = field_uef(pc);
  value::Slice slice = get<value::Slice>(fp, pc->b);
  before_allocation(vm, pc, fp, value::kFrameBufferBytes);
  const bytecode::Site& site = vm.image.program().site(bytecode::SiteId(vm.heap.record(record).site));
  value::move_to_heap(vm.heap, record, element_type(vm, record)->size, slice, *reinterpret_cast<value::AppendBuffer*>(frame_buffer(pc, fp)),
                      {site.buffer_in_steps, site.buffer_on_heap});
  set(fp, pc->a, slice);
  return go_on(pc, fp);
}

Resume copy_slice(Machine& vm, const Cell* pc, Fp fp) {
  const value::Type* type = type_at(vm, field_uef(pc));
  const value::Slice to = get<value::Slice>(fp, pc->b);
  const value::Slice from = get<value::Slice>(fp, pc->c);
  const I64 count = to.length < from.length ? to.length : from.length;
  if (count != 0 && type->size != 0) {
    if (type->has_pointers()) {
      gc::copy(vm.heap, to.data, from.data, type->layout, type->layout_count() * static_cast<std::size_t>(count));
    } else {
      std::memmove(to.data, from.data, static_cast<std::size_t>(count) * type->size);
    }
  }
  set<I64>(fp, pc->a, count);
  return go_on(pc, fp);
}
Resume copy_string(Machine&, const Cell* pc, Fp fp) {
  const value::Slice to = get<value::Slice>(fp, pc->b);
  const value::String from = get<value::String>(fp, pc->c);
  const I64 count = to.length < from.length ? to.length : from.length;
  if (count != 0) std::memmove(to.data, from.data, static_cast<std::size_t>(count));
  set<I64>(fp, pc->a, count);
  return go_on(pc, fp);
}
Resume clear_slice(Machine& vm, const Cell* pc, Fp fp) {
  const value::Type* type = type_at(vm, field_uef(pc));
  const value::Slice slice = get<value::Slice>(fp, pc->a);
  const auto count = static_cast<std::size_t>(slice.length);
  if (type->has_pointers()) {
    gc::clear(vm.heap, slice.data, type->layout, type->layout_count() * count);
  } else if (count * type->size != 0) {
    std::memset(slice.data, 0, count * type->size);
  }
  return go_on(pc, fp);
}

Resume unsafe_slice(Machine& vm, const Cell* pc, Fp fp) {
  auto* data = get<std::byte*>(fp, pc->b);
  const I64 length = get<I64>(fp, pc->c);
  // The slice may reach up to the end of the address space; nil has no elements, not even of size zero.
  const auto bytes = static_cast<unsigned __int128>(static_cast<U64>(length)) * field_uef(pc);
  const bool too_long = length < 0 || (data != nullptr && bytes > -reinterpret_cast<std::uintptr_t>(data));
  if (too_long) return begin_panic(vm, pc, fp, RuntimeError::UnsafeSliceLen);
  if (data == nullptr && length != 0) return begin_panic(vm, pc, fp, RuntimeError::UnsafeSliceNil);
  set(fp, pc->a, value::Slice{data, length, length});
  return go_on(pc, fp);
}
Resume unsafe_string(Machine& vm, const Cell* pc, Fp fp) {
  const auto* data = get<const std::uint8_t*>(fp, pc->b);
  const I64 length = get<I64>(fp, pc->c);
  const bool too_long = length < 0 || (data != nullptr && static_cast<U64>(length) > -reinterpret_cast<std::uintptr_t>(data));
  if (too_long) return begin_panic(vm, pc, fp, RuntimeError::UnsafeStringLen);
  if (data == nullptr && length != 0) return begin_panic(vm, pc, fp, RuntimeError::UnsafeStringNil);
  set(fp, pc->a, value::String{data, length});
  return go_on(pc, fp);
}

}  // namespace govm::exec
