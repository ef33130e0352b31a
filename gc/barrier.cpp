// Copying and clearing of memory by its layout, under the barrier.
#include "gc/barrier.h"

#include <cstring>

namespace govm::gc {

namespace {

void record_old_values(Heap& heap, void* to, const Layout& layout, std::size_t count) {
  auto* words = static_cast<std::uint64_t*>(to);
  for_each_pointer(layout, words, words + layout.element_size / 8 * count,
                   [&heap](std::uint64_t* word) { heap.record_overwritten(*word); });
}

}  // namespace

void copy(Heap& heap, void* to, const void* from, const Layout& layout, std::size_t count) {
  const std::size_t bytes = layout.element_size * count;
  if (!layout.has_pointers()) {
    std::memmove(to, from, bytes);
    return;
  }
  if (heap.is_marking()) record_old_values(heap, to, layout, count);
  auto* target = static_cast<std::uint64_t*>(to);
  const auto* source = static_cast<const std::uint64_t*>(from);
  const std::size_t words = bytes / 8;
  if (target <= source || target >= source + words) {
    for (std::size_t i = 0; i < words; ++i) write_word(target + i, source[i]);
  } else {
    for (std::size_t i = words; i > 0; --i) write_word(target + i - 1, source[i - 1]);
  }
}

void clear(Heap& heap, void* at, const Layout& layout, std::size_t count) {
  const std::size_t bytes = layout.element_size * count;
  if (!layout.has_pointers()) {
    std::memset(at, 0, bytes);
    return;
  }
  if (heap.is_marking()) record_old_values(heap, at, layout, count);
  auto* words = static_cast<std::uint64_t*>(at);
  for (std::size_t i = 0; i < bytes / 8; ++i) write_word(words + i, std::uint64_t{0});
}

}  // namespace govm::gc
