// How pointers are written into memory that the collector sees: heap objects and globals.
//
// Marking is snapshot-at-the-beginning: while it runs, the old value of each overwritten
// pointer is recorded. Words are written with release, so that a marker on another thread
// sees initialised objects. Frames need none of this; using it there is harmless.
#pragma once

#include <cstddef>
#include <cstdint>

#include "gc/heap.h"
#include "gc/layout.h"
#include "gc/word.h"

namespace govm::gc {

/// *slot = value, both pointer words.
[[gnu::always_inline]] inline void store(Heap& heap, void* slot, const void* value) {
  auto* word = static_cast<std::uint64_t*>(slot);
  if (heap.is_marking()) [[unlikely]]
    heap.record_overwritten(*word);
  write_word(word, reinterpret_cast<std::uint64_t>(value));
}

/// Copies `count` adjacent values of `layout`; the ranges may overlap.
void copy(Heap& heap, void* to, const void* from, const Layout& layout, std::size_t count = 1);

/// Zeroes `count` adjacent values of `layout`.
void clear(Heap& heap, void* at, const Layout& layout, std::size_t count = 1);

}  // namespace govm::gc
