// Memory that one thread allocates and another one frees is used again.
#include <gtest/gtest.h>

#include <atomic>
#include <cstddef>
#include <thread>
#include <unordered_set>
#include <vector>

namespace govm {
namespace {

TEST(Allocation, BlocksComeBackFromTheThreadThatFreesThem) {
  constexpr size_t kBlocks = 1000, kRounds = 2000, kBytes = 88;
  std::unordered_set<const void*> places;
  std::atomic<size_t> made = 0, freed = 0;
  std::vector<void*> blocks(kBlocks);
  std::thread other([&] {
    for (size_t round = 1; round <= kRounds; ++round) {
      while (made.load() < round) std::this_thread::yield();
      for (void* block : blocks) ::operator delete(block);
      freed.store(round);
    }
  });
  for (size_t round = 1; round <= kRounds; ++round) {
    for (void*& block : blocks) block = ::operator new(kBytes);
    places.insert(blocks.begin(), blocks.end());
    made.store(round);
    while (freed.load() < round) std::this_thread::yield();
  }
  other.join();
#if !GOVM_SANITIZED  // sanitizers keep what is freed for a while
  EXPECT_LT(places.size(), 5 * kBlocks);
#endif
}

}  // namespace
}  // namespace govm
