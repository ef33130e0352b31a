// Words that the program's thread and the collector's may touch at the same time. Plain moves on x86.
#pragma once

#include <atomic>
#include <cstdint>

namespace govm::gc {

/// What was written before is seen by whoever reads this value.
template <typename Word>
inline void write_word(Word* slot, Word value) {
  std::atomic_ref<Word>(*slot).store(value, std::memory_order_release);
}
template <typename Word>
inline Word read_word(const Word* slot) {
  return std::atomic_ref<Word>(*const_cast<Word*>(slot)).load(std::memory_order_acquire);
}

}  // namespace govm::gc
