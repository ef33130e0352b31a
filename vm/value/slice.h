// Go slices: three words in Go layout, and how append grows them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "gc/heap.h"

namespace govm::value {

/// A Go slice value as it lies in memory.
struct Slice {
  std::byte* data = nullptr;
  std::int64_t length = 0;
  std::int64_t capacity = 0;
};
static_assert(sizeof(Slice) == 24);

/// What the elements of a slice are, for growth: size and whether they hold pointers.
struct ElementShape {
  std::uint64_t size;
  bool has_pointers;
};

/// Capacity after append: doubling below 256 elements, then by a quarter and 192, rounded
/// up to the size class. `needed` > old capacity. < 0: too large ("growslice: len out of range").
std::int64_t grown_capacity(std::int64_t old_capacity, std::int64_t needed, ElementShape element);

/// Memory for the first elements of a slice that grows by append, in front of kFrameBufferBytes of elements in a
/// frame. In all-heap mode it has no elements: `object` is made when they are wanted.
struct AppendBuffer {
  std::uint64_t used;
  void* object;

  std::byte* elements() { return reinterpret_cast<std::byte*>(this + 1); }
};
static_assert(sizeof(AppendBuffer) == 16);

/// How append uses its buffer; Go's two ways.
struct BufferUse {
  bool in_steps = false;  ///< the capacity climbs through the size classes; else it is the whole buffer, used once
  bool on_heap = false;   ///< all-heap mode
};

/// `slice` with room for `extra` more elements, its length grown by them; the new elements
/// are zero if the memory is new, whatever was there otherwise. `record` is the site's, with
/// the element's layout (whose element_size is a part of `element_size` for large arrays). `buffer` (may be
/// null) serves growth that fits. False: too large.
bool grow(gc::Heap& heap, gc::RecordId record, std::uint64_t element_size, Slice& slice, std::int64_t extra, AppendBuffer* buffer = nullptr,
          BufferUse use = {});

/// Copies a slice that lies in its buffer to a new object: of its capacity if it grew in steps, else of the size
/// class of its length.
void move_to_heap(gc::Heap& heap, gc::RecordId record, std::uint64_t element_size, Slice& slice, AppendBuffer& buffer, BufferUse use);

/// make([]T, length, capacity) with checked bounds: the panics of Go in its order. In `buffer` if that is not null:
/// it is large enough then, and zero.
enum class MakeOutcome : std::uint8_t { Done, LengthOutOfRange, CapacityOutOfRange };
MakeOutcome make_slice(gc::Heap& heap, gc::RecordId record, std::uint64_t element_size, std::int64_t length, std::int64_t capacity,
                       std::byte* buffer, Slice& result);

/// copy(to, from): elements copied; the ranges may overlap.
std::int64_t copy_elements(gc::Heap& heap, const gc::Layout& element, std::uint64_t element_size, Slice to, Slice from);

}  // namespace govm::value
