// operator new and delete of the whole program: small blocks come from free lists, one a size, fresh ones from the end of a chunk.
//
// Compiling makes tens of thousands of short lists and nodes, and malloc takes a hundred instructions to make one and to free it. Here a
// block carries its length before it and goes back to the list of the thread that frees it; blocks are never joined, chunks never given
// back. What a thread frees and does not use goes on to a list that all threads share: where one allocates and another one frees, the
// memory comes back. A build with sanitizers leaves the memory to them.
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

#if !GOVM_SANITIZED

namespace {

constexpr size_t kUnit = 16;     // what a length, its header included, is a multiple of
constexpr size_t kLengths = 64;  // what is longer is malloc's
constexpr size_t kChunkBytes = 64 * 1024;
constexpr int32_t kMostFree = 256;  // blocks of a length that a thread keeps beyond those it has taken

// Stands before what was asked for, which is aligned to a unit: the length in units, 0 of memory that is malloc's.
using Header = uint64_t;

struct FreeBlock {
  FreeBlock* next;
};

struct FreeLists {
  FreeBlock* first[kLengths] = {};
  int32_t count[kLengths] = {};  // blocks freed less blocks taken
  std::byte* next = nullptr;     // the rest of the chunk, where a header may stand
  std::byte* end = nullptr;
};
constinit thread_local FreeLists lists;
// Threads add several blocks at once and take all: no block comes back between a look and an exchange.
constinit std::atomic<FreeBlock*> shared[kLengths] = {};

void* put_header(std::byte* at, Header units) { return new (at) Header(units) + 1; }

std::byte* memory_of_malloc(size_t bytes) {
  if (void* memory = std::malloc(bytes)) return static_cast<std::byte*>(memory);
  throw std::bad_alloc();
}

[[gnu::noinline]] void share(size_t units) {
  FreeBlock* first = lists.first[units];
  FreeBlock* last = first;
  for (int32_t i = 1; i < kMostFree; i++) last = last->next;
  lists.first[units] = last->next;
  lists.count[units] = 0;
  last->next = shared[units].load(std::memory_order_relaxed);
  while (!shared[units].compare_exchange_weak(last->next, first, std::memory_order_release, std::memory_order_relaxed)) {
  }
}

[[gnu::noinline]] void* take_shared(size_t units) {
  FreeBlock* block = shared[units].exchange(nullptr, std::memory_order_acquire);
  if (block == nullptr) return nullptr;
  lists.first[units] = block->next;
  return block;
}

[[gnu::noinline]] void* allocate_slow(size_t bytes, size_t units) {
  if (units >= kLengths) return put_header(memory_of_malloc(bytes + kUnit) + kUnit - sizeof(Header), 0);
  // Malloc's memory is aligned to a unit, and so shall be what stands behind a header.
  std::byte* chunk = memory_of_malloc(kChunkBytes);
  lists.end = chunk + kChunkBytes;
  lists.next = chunk + kUnit - sizeof(Header) + units * kUnit;
  return put_header(chunk + kUnit - sizeof(Header), units);
}

}  // namespace

void* operator new(size_t bytes) {
  const size_t units = (bytes + sizeof(Header) + kUnit - 1) / kUnit;
  if (units >= kLengths) return allocate_slow(bytes, units);
  if (FreeBlock* block = lists.first[units]) {
    lists.first[units] = block->next;
    lists.count[units]--;
    return block;
  }
  if (shared[units].load(std::memory_order_relaxed) != nullptr) {
    if (void* block = take_shared(units)) return block;
  }
  std::byte* block = lists.next;
  if (static_cast<size_t>(lists.end - block) < units * kUnit) return allocate_slow(bytes, units);
  lists.next = block + units * kUnit;
  return put_header(block, units);
}

void operator delete(void* memory) noexcept {
  if (memory == nullptr) return;
  Header* header = static_cast<Header*>(memory) - 1;
  const size_t units = *header;
  if (units == 0) return std::free(reinterpret_cast<std::byte*>(header + 1) - kUnit);
#if GOVM_DCHECKS
  std::memset(memory, 0xdb, units * kUnit - sizeof(Header));
#endif
  lists.first[units] = new (memory) FreeBlock{lists.first[units]};
  if (++lists.count[units] >= kMostFree) share(units);
}

void operator delete(void* memory, size_t) noexcept { operator delete(memory); }

#endif
