// What the collector knows of an object: where pointers lie in it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace govm::gc {

/// The pointer map of one element; an object is such elements one after the other to the end
/// of its slot (the rest of a slot is zero). Bit i of `pointer_bits` says that word i of an
/// element may hold a pointer. The words live as long as the heap.
struct Layout {
  std::uint64_t element_size = 0;   ///< bytes; a multiple of 8 when there are pointers
  std::uint64_t pointer_bytes = 0;  ///< prefix of an element that holds all its pointers; 0: none
  const std::uint64_t* pointer_bits = nullptr;

  bool has_pointers() const { return pointer_bytes != 0; }
  bool is_pointer(std::size_t word) const { return word * 8 < pointer_bytes && (pointer_bits[word / 64] >> (word % 64) & 1) != 0; }
};

/// Calls `visit(Word*)` for each word that may hold a pointer of the elements in
/// [begin, end), where `begin` is the start of an element. A last partial element counts.
template <typename Word, typename Visit>
inline void for_each_pointer(const Layout& layout, Word* begin, Word* end, Visit&& visit) {
  if (layout.pointer_bytes == 0) return;
  const std::size_t element_words = layout.element_size / 8;
  const std::size_t prefix_words = layout.pointer_bytes / 8;
  for (Word* element = begin; element < end; element += element_words) {
    for (std::size_t base = 0; base < prefix_words; base += 64) {
      std::uint64_t bits = layout.pointer_bits[base / 64];
      if (prefix_words - base < 64) bits &= (std::uint64_t{1} << (prefix_words - base)) - 1;
      for (; bits != 0; bits &= bits - 1) {
        Word* word = element + base + static_cast<std::size_t>(__builtin_ctzll(bits));
        if (word >= end) return;
        visit(word);
      }
    }
  }
}

}  // namespace govm::gc
