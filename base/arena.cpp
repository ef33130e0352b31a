// The slow way of an allocation: a new block, twice as large as the last, or one of its own for what is larger.
#include "base/arena.h"

#include <algorithm>
#include <cstdlib>

#include "base/check.h"

namespace govm {
namespace {
constexpr size_t kFirstBlock = 64 << 10;
constexpr size_t kLargestBlock = 4 << 20;
}  // namespace

Arena::~Arena() {
  for (void* block : blocks_) std::free(block);
}

void* Arena::allocate_slow(size_t size, size_t align) {
  GOVM_CHECK(align <= alignof(std::max_align_t) && (align & (align - 1)) == 0);
  size_t block_size = std::min(kLargestBlock, kFirstBlock << std::min<size_t>(blocks_.size(), 8));
  bool own_block = size > block_size / 4;
  if (own_block) block_size = std::max<size_t>(size, 1);
  void* block = std::malloc(block_size);
  GOVM_CHECK(block != nullptr, "out of memory");
  blocks_.push_back(block);
  bytes_ += block_size;
  if (own_block) return block;  // the current block goes on serving small requests
  uintptr_t begin = reinterpret_cast<uintptr_t>(block);
  next_ = begin + size;
  end_ = begin + block_size;
  return block;
}

}  // namespace govm
