// Natives of runtime and runtime/debug: requests to the collector, its figures, goroutines.
#include <algorithm>
#include <cstring>
#include <span>

#include "gc/heap.h"
#include "vm/goroutine/scheduler.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

constexpr std::size_t kPauses = 256;

NativeStatus request_collection(NativeCall& call) {
  call.host().request_collection();
  return NativeStatus::Done;
}
NativeStatus collection_due(NativeCall& call) { return call.done(call.host().is_collection_requested()); }
NativeStatus yield(NativeCall&) { return NativeStatus::Yield; }
NativeStatus goexit(NativeCall&) { return NativeStatus::Goexit; }
NativeStatus goroutine_count(NativeCall& call) {
  return call.done(static_cast<std::int64_t>(call.scheduler().count()));
}

NativeStatus read_mem_stats(NativeCall& call) {
  const auto [words, pauses, ends] = call.args<std::uint64_t*, std::uint64_t*, std::uint64_t*>();
  const gc::MemStats stats = call.heap().mem_stats();
  const std::uint64_t values[] = {
      stats.total_alloc,   stats.mallocs,        stats.frees,      stats.heap_alloc,     stats.heap_objects, stats.heap_sys,
      stats.heap_idle,     stats.heap_inuse,     stats.heap_released, stats.metadata_bytes, stats.next_gc,      stats.last_gc,
      stats.pause_total_ns, stats.num_gc,        stats.num_forced_gc, 0,                    stats.tiny_allocs,  stats.peak_live};
  std::memcpy(words, values, sizeof values);  // no pointers
  const auto& cycles = call.heap().cycles();
  for (std::size_t i = cycles.size() > kPauses ? cycles.size() - kPauses : 0; i < cycles.size(); ++i) {
    const std::size_t at = (cycles[i].number + kPauses - 1) % kPauses;
    pauses[at] = static_cast<std::uint64_t>(cycles[i].pause_ns);
    ends[at] = static_cast<std::uint64_t>(cycles[i].end);
  }
  return NativeStatus::Done;
}

NativeStatus size_class(NativeCall& call) {
  const auto [index] = call.args<std::int64_t>();
  const gc::MemStats stats = call.heap().mem_stats();
  const auto at = static_cast<std::size_t>(index);
  // Row 0 of the heap's table is for large objects, Go's for none.
  if (at == 0 || at >= stats.by_size.size()) return call.done(std::uint64_t{0}, std::uint64_t{0}, std::uint64_t{0});
  return call.done(stats.by_size[at].size, stats.by_size[at].mallocs, stats.by_size[at].frees);
}

NativeStatus set_gc_percent(NativeCall& call) {
  const auto [percent] = call.args<std::int64_t>();
  return call.done(call.heap().set_gogc(percent));
}
NativeStatus set_memory_limit(NativeCall& call) {
  const auto [bytes] = call.args<std::int64_t>();
  return call.done(call.heap().set_memory_limit(bytes));
}

constexpr native::NativeRow kRows[] = {
    {"runtime.Goexit", goexit},
    {"runtime.Gosched", yield},
    {"runtime.NumGoroutine", goroutine_count},
    {"runtime.collectionDue", collection_due},
    {"runtime.readMemStats", read_mem_stats},
    {"runtime.requestGC", request_collection},
    {"runtime.sizeClass", size_class},
    {"runtime/debug.SetMemoryLimit", set_memory_limit},
    {"runtime/debug.setGCPercent", set_gc_percent},
};

}  // namespace

std::span<const native::NativeRow> natives_runtime() { return kRows; }

}  // namespace govm::stdlib
