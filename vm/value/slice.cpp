// Go's rule of growth, allocation of backing arrays, and copying.
#include "vm/value/slice.h"

#include <cstring>
#include <limits>

#include "gc/barrier.h"
#include "vm/value/string.h"

namespace govm::value {

namespace {

/// Largest allocation, as Go's address space has it.
constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 48;

bool fits(std::int64_t count, std::uint64_t element_size) {
  return element_size == 0 || static_cast<std::uint64_t>(count) <= kMaxBytes / element_size;
}

std::int64_t next_capacity(std::int64_t needed, std::int64_t old_capacity) {
  constexpr std::int64_t kThreshold = 256;
  if (needed > 2 * old_capacity) return needed;
  if (old_capacity < kThreshold) return 2 * old_capacity;
  std::int64_t capacity = old_capacity;
  while (capacity < needed) capacity += (capacity + 3 * kThreshold) >> 2;
  return capacity;
}

}  // namespace

std::int64_t grown_capacity(std::int64_t old_capacity, std::int64_t needed, ElementShape element) {
  if (needed < 0) return -1;
  if (element.size == 0) return needed;
  const std::int64_t wanted = next_capacity(needed, old_capacity);
  if (!fits(wanted, element.size)) return -1;
  const std::size_t bytes = gc::usable_size(static_cast<std::size_t>(wanted) * element.size, element.has_pointers);
  return static_cast<std::int64_t>(bytes / element.size);
}

namespace {

/// Growth inside the buffer, if it fits there.
bool grow_in_buffer(gc::Heap& heap, gc::RecordId record, ElementShape element, Slice& slice, std::int64_t needed, AppendBuffer& buffer,
                    BufferUse use) {
  const auto most = static_cast<std::int64_t>(kFrameBufferBytes / element.size);
  if (needed > most) return false;
  if (!use.in_steps && (buffer.used != 0 || slice.length != 0)) return false;
  if (use.on_heap && buffer.object == nullptr) {
    buffer.object = heap.allocate(record, static_cast<std::size_t>(most) * element.size);
  }
  std::byte* elements = use.on_heap ? static_cast<std::byte*>(buffer.object) : buffer.elements();
  const gc::Layout& layout = heap.record(record).layout;
  const std::size_t old_bytes = static_cast<std::size_t>(slice.length) * element.size;
  const std::size_t old_values = layout.element_size == 0 ? 0 : old_bytes / layout.element_size;
  if (slice.data != elements && old_bytes != 0) gc::copy(heap, elements, slice.data, layout, old_values);
  std::int64_t capacity = most;
  if (use.in_steps) {
    const std::size_t bytes = gc::usable_size(static_cast<std::size_t>(needed) * element.size, element.has_pointers);
    capacity = std::min(most, static_cast<std::int64_t>(bytes / element.size));
  }
  const std::size_t rest = static_cast<std::size_t>(capacity) * element.size - old_bytes;
  gc::clear(heap, elements + old_bytes, layout, layout.element_size == 0 ? 0 : rest / layout.element_size);
  buffer.used = 1;
  slice = {elements, needed, capacity};
  return true;
}

}  // namespace

bool grow(gc::Heap& heap, gc::RecordId record, std::uint64_t element_size, Slice& slice, std::int64_t extra, AppendBuffer* buffer,
          BufferUse use) {
  std::int64_t needed = 0;
  if (__builtin_add_overflow(slice.length, extra, &needed)) return false;
  if (needed <= slice.capacity) {
    slice.length = needed;
    return true;
  }
  const ElementShape element{element_size, heap.record(record).layout.has_pointers()};
  if (element.size == 0) {
    slice = {static_cast<std::byte*>(heap.zero_object()), needed, needed};
    return true;
  }
  if (buffer != nullptr && grow_in_buffer(heap, record, element, slice, needed, *buffer, use)) return true;
  const std::size_t old_bytes = static_cast<std::size_t>(slice.length) * element.size;
  const std::int64_t capacity = grown_capacity(slice.capacity, needed, element);
  if (capacity < 0) return false;
  const std::size_t bytes = static_cast<std::size_t>(capacity) * element.size;
  const gc::Growth growth(heap.listener(), gc::GrowthKind::Slice, record, old_bytes, bytes);
  auto* data = static_cast<std::byte*>(heap.allocate(record, bytes));
  // Nobody else sees the new memory yet, so no barrier.
  if (old_bytes != 0) std::memcpy(data, slice.data, old_bytes);
  slice = {data, needed, capacity};
  return true;
}

void move_to_heap(gc::Heap& heap, gc::RecordId record, std::uint64_t element_size, Slice& slice, AppendBuffer& buffer, BufferUse use) {
  const std::byte* elements = use.on_heap ? static_cast<const std::byte*>(buffer.object) : buffer.elements();
  if (buffer.used == 0 || slice.data < elements || slice.data >= elements + kFrameBufferBytes) return;
  const std::size_t used = static_cast<std::size_t>(use.in_steps ? slice.capacity : slice.length) * element_size;
  const std::size_t bytes = use.in_steps ? used : gc::usable_size(used, heap.record(record).layout.has_pointers());
  auto* data = static_cast<std::byte*>(bytes == 0 ? heap.zero_object() : heap.allocate(record, bytes));
  // Nobody else sees the new memory yet, so no barrier.
  std::memcpy(data, slice.data, used);
  slice = {data, slice.length, static_cast<std::int64_t>(bytes / element_size)};
}

MakeOutcome make_slice(gc::Heap& heap, gc::RecordId record, std::uint64_t element_size, std::int64_t length, std::int64_t capacity,
                       std::byte* buffer, Slice& result) {
  if (length < 0 || !fits(length, element_size)) return MakeOutcome::LengthOutOfRange;
  if (capacity < length || !fits(capacity, element_size)) return MakeOutcome::CapacityOutOfRange;
  const std::size_t bytes = static_cast<std::size_t>(capacity) * element_size;
  if (buffer != nullptr) {
    result = {buffer, length, capacity};
  } else {
    result = {static_cast<std::byte*>(heap.allocate(record, bytes)), length, capacity};
  }
  return MakeOutcome::Done;
}

std::int64_t copy_elements(gc::Heap& heap, const gc::Layout& element, std::uint64_t element_size, Slice to, Slice from) {
  const std::int64_t count = to.length < from.length ? to.length : from.length;
  const std::size_t bytes = static_cast<std::size_t>(count) * element_size;
  if (bytes == 0 || to.data == from.data) return count;
  if (element.has_pointers()) {
    gc::copy(heap, to.data, from.data, element, bytes / element.element_size);
  } else {
    std::memmove(to.data, from.data, bytes);
  }
  return count;
}

}  // namespace govm::value
