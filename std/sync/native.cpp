// Natives of sync: hashes of Map's keys, Pool's share in collections.
#include <span>
#include <string>

#include "gc/barrier.h"
#include "gc/heap.h"
#include "vm/goroutine/scheduler.h"
#include "vm/native/registry.h"
#include "vm/value/equal_hash.h"
#include "vm/value/map.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

// Pool and the two lists of pools as they lie in memory.
struct Pool {
  void* local;
  std::uint64_t local_size;
  void* victim;
  std::uint64_t victim_size;
  const void* make;
};
struct Pools {
  value::Slice all;
  value::Slice old;
};

std::span<Pool*> pools_of(const value::Slice& list) { return {reinterpret_cast<Pool**>(list.data), static_cast<std::size_t>(list.length)}; }

// Runs before a cycle begins, so nothing is being marked.
void drop_pools(gc::Heap& heap, Pools& pools) {
  for (Pool* pool : pools_of(pools.old)) {
    gc::store(heap, &pool->victim, nullptr);
    pool->victim_size = 0;
  }
  for (Pool* pool : pools_of(pools.all)) {
    gc::store(heap, &pool->victim, pool->local);
    pool->victim_size = pool->local_size;
    gc::store(heap, &pool->local, nullptr);
    pool->local_size = 0;
  }
  gc::store(heap, &pools.old.data, pools.all.data);
  pools.old.length = pools.all.length;
  pools.old.capacity = pools.all.capacity;
  gc::store(heap, &pools.all.data, nullptr);
  pools.all.length = pools.all.capacity = 0;
}

NativeStatus drop_pools_before(NativeCall& call) {
  const auto [pools] = call.args<Pools*>();
  gc::Heap& heap = call.heap();
  heap.set_before_cycle([&heap, pools = pools] { drop_pools(heap, *pools); });
  return NativeStatus::Done;
}

NativeStatus hash_of(NativeCall& call) {
  const auto [key, seed] = call.args<value::Interface, std::uint64_t>();
  const value::Type* type = value::eface_type(key);
  if (type == nullptr) return call.done(value::hash_word(0, seed));
  const value::Type* unhashable = nullptr;
  const std::uint64_t salted = seed ^ type->index * 0x9e3779b97f4a7c15U;
  const std::uint64_t hash = value::hash(type, value::value_address(type, key), salted, call.host().maps().nan_counter, &unhashable);
  if (unhashable != nullptr) return call.panic_runtime("hash of unhashable type " + std::string(unhashable->name));
  return call.done(hash);
}

NativeStatus hash_seed(NativeCall& call) { return call.done(call.scheduler().random()); }

constexpr native::NativeRow kRows[] = {
    {"sync.dropPoolsBefore", drop_pools_before},
    {"sync.hashOf", hash_of},
    {"sync.hashSeed", hash_seed},
};

}  // namespace

std::span<const native::NativeRow> natives_sync() { return kRows; }

}  // namespace govm::stdlib
