// Natives of runtime and runtime/debug: requests to the collector, its figures, goroutines, stacks.
#include <algorithm>
#include <cstring>
#include <map>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>

#include "gc/heap.h"
#include "gc/specials.h"
#include "std/runtime/finalizers.h"
#include "vm/goroutine/scheduler.h"
#include "vm/native/registry.h"
#include "vm/value/type.h"

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
NativeStatus goroutine_count(NativeCall& call) { return call.done(static_cast<std::int64_t>(call.scheduler().count())); }

NativeStatus read_mem_stats(NativeCall& call) {
  const auto [words, pauses, ends] = call.args<std::uint64_t*, std::uint64_t*, std::uint64_t*>();
  call.heap().close_tiny_block();
  const gc::MemStats stats = call.heap().mem_stats();
  // The heap counts from the program's start, Go from 1970.
  const auto start = static_cast<std::uint64_t>(call.scheduler().clock().wall() - call.scheduler().clock().monotonic());
  // Without GOGC Go paces by a memory limit of 2^63-1 bytes, less 3 %.
  constexpr std::uint64_t kLimitless = INT64_MAX - INT64_MAX / 100 * 3;
  const std::uint64_t next_gc = stats.next_gc == UINT64_MAX ? kLimitless : stats.next_gc;
  const std::uint64_t last_gc = stats.num_gc == 0 ? 0 : start + stats.last_gc;
  const std::uint64_t values[] = {stats.total_alloc,
                                  stats.mallocs,
                                  stats.frees,
                                  stats.heap_alloc,
                                  stats.heap_objects,
                                  stats.heap_sys,
                                  stats.heap_idle,
                                  stats.heap_inuse,
                                  stats.heap_released,
                                  stats.metadata_bytes,
                                  next_gc,
                                  last_gc,
                                  stats.pause_total_ns,
                                  stats.num_gc,
                                  stats.num_forced_gc,
                                  call.scheduler().stacks().bytes_in_use(),
                                  stats.tiny_allocs,
                                  stats.peak_live};
  std::memcpy(words, values, sizeof values);  // no pointers
  const auto& cycles = call.heap().cycles();
  for (std::size_t i = cycles.size() > kPauses ? cycles.size() - kPauses : 0; i < cycles.size(); ++i) {
    const std::size_t at = (cycles[i].number + kPauses - 1) % kPauses;
    pauses[at] = static_cast<std::uint64_t>(cycles[i].pause_ns);
    ends[at] = start + static_cast<std::uint64_t>(cycles[i].end);
  }
  return NativeStatus::Done;
}

NativeStatus read_gc_metrics(NativeCall& call) {
  const auto [words] = call.args<std::uint64_t*>();
  gc::Heap& heap = call.heap();
  const gc::Options& options = heap.options();
  const gc::Specials& specials = heap.specials();
  const rt::WaitingTimes& times = call.scheduler().waiting_times();
  const gc::CollectionTotals& totals = heap.collection_totals();
  const std::int64_t assists = options.mode == gc::Mode::Concurrent ? totals.mark_pauses : 0;
  std::uint64_t runnable = 0, waiting = 0;
  for (const rt::Goroutine* g = call.scheduler().first(); g != nullptr; g = g->all_next) {
    runnable += !g->system && g->status == rt::GoroutineStatus::Runnable;
    waiting += !g->system && g->status == rt::GoroutineStatus::Waiting;
  }
  const gc::CycleRecord last = heap.cycles().empty() ? gc::CycleRecord() : heap.cycles().back();
  const std::uint64_t values[] = {last.live_after,
                                  static_cast<std::uint64_t>(totals.background),
                                  static_cast<std::uint64_t>(assists),
                                  static_cast<std::uint64_t>(options.gogc),
                                  static_cast<std::uint64_t>(options.memory_limit < 0 ? INT64_MAX : options.memory_limit),
                                  heap.mem_stats().tiny_allocs,
                                  static_cast<std::uint64_t>(call.scheduler().now()),
                                  static_cast<std::uint64_t>(times.idle()),
                                  static_cast<std::uint64_t>(times.locks()),
                                  options.mode == gc::Mode::Concurrent ? std::uint64_t{2} : std::uint64_t{1},
                                  runnable,
                                  waiting,
                                  call.scheduler().created(),
                                  specials.queued(gc::SpecialKind::Cleanup),
                                  specials.taken(gc::SpecialKind::Cleanup),
                                  specials.queued(gc::SpecialKind::Finalizer),
                                  specials.taken(gc::SpecialKind::Finalizer),
                                  rt::kFirstSegmentBytes,
                                  last.scanned_globals,
                                  last.scanned_heap,
                                  last.scanned_stacks};
  std::memcpy(words, values, sizeof values);  // no pointers
  return NativeStatus::Done;
}

// As far as there is room.
void copy_counts(const TimeCounts& from, const value::Slice& to) {
  const auto& counts = from.counts();
  const std::size_t room = std::min(counts.size(), static_cast<std::size_t>(to.length));
  std::memcpy(to.data, counts.data(), room * sizeof counts[0]);  // no pointers
}

NativeStatus read_latencies(NativeCall& call) {
  const auto [counts] = call.args<value::Slice>();
  copy_counts(call.scheduler().waiting_times().latencies(), counts);
  return NativeStatus::Done;
}

NativeStatus read_pauses(NativeCall& call) {
  const auto [counts] = call.args<value::Slice>();
  copy_counts(call.heap().collection_totals().pauses, counts);
  return NativeStatus::Done;
}

// Size, allocated and freed objects of each class, large ones last with size 0; how many classes there are, as many as there is room for.
NativeStatus read_size_classes(NativeCall& call) {
  const auto [rows] = call.args<value::Slice>();
  const auto by_size = call.heap().mem_stats().by_size;
  auto* out = reinterpret_cast<std::uint64_t(*)[3]>(rows.data);
  for (std::size_t i = 0; i < std::min(by_size.size(), static_cast<std::size_t>(rows.length)); ++i) {
    const gc::MemStats::Class& row = by_size[(i + 1) % by_size.size()];
    out[i][0] = row.size;
    out[i][1] = row.mallocs;
    out[i][2] = row.frees;
  }
  return call.done(static_cast<std::int64_t>(by_size.size()));
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

// The functions and files that Go code has asked for; strings and *runtime.Func point to these. They last as long
// as the VM.
struct Symbols {
  std::unordered_set<std::string> texts;
  std::map<std::pair<std::string, std::uintptr_t>, native::CodePlace> functions;

  value::String text(std::string s) { return value::borrow(*texts.insert(std::move(s)).first); }
};

Symbols& symbols(NativeCall& call) {
  static const char key = 0;
  return *static_cast<Symbols*>(call.host().package_state(
      &key, [](native::Host&) -> void* { return new Symbols; }, [](void* made) { delete static_cast<Symbols*>(made); }));
}

NativeStatus callers(NativeCall& call) {
  const auto [skip, counters] = call.args<std::int64_t, value::Slice>();
  return call.done(static_cast<std::int64_t>(
      call.host().callers(static_cast<std::size_t>(std::max<std::int64_t>(skip, 0)),
                          {reinterpret_cast<std::uintptr_t*>(counters.data), static_cast<std::size_t>(counters.length)})));
}

NativeStatus place(NativeCall& call) {
  const auto [pc] = call.args<std::uintptr_t>();
  native::CodePlace found = call.host().place_of(pc);
  if (found.function.empty()) return call.done(value::String{}, value::String{}, std::int64_t{0}, std::uintptr_t{0}, false);
  Symbols& known = symbols(call);
  return call.done(known.text(std::move(found.function)), known.text(std::move(found.file)), found.line, found.entry, found.inlined);
}

NativeStatus function_of(NativeCall& call) {
  const auto [pc] = call.args<std::uintptr_t>();
  native::CodePlace found = call.host().place_of(pc);
  if (found.function.empty()) return call.done(static_cast<const void*>(nullptr));
  auto key = std::pair(found.function, found.entry);
  return call.done(static_cast<const void*>(&symbols(call).functions.try_emplace(std::move(key), std::move(found)).first->second));
}

NativeStatus function_name(NativeCall& call) {
  const auto [function] = call.args<const native::CodePlace*>();
  return call.done(value::borrow(function->function));
}

NativeStatus function_entry(NativeCall& call) {
  const auto [function] = call.args<const native::CodePlace*>();
  return call.done(function->entry);
}

NativeStatus stack(NativeCall& call) {
  const auto [buffer, all] = call.args<value::Slice, bool>();
  const std::string text = call.host().traceback(all);
  const std::size_t size = std::min(text.size(), static_cast<std::size_t>(buffer.length));
  if (size > 0) std::memcpy(buffer.data, text.data(), size);
  return call.done(static_cast<std::int64_t>(size));
}

NativeStatus panic_error(NativeCall& call) {
  const auto [text] = call.args<value::String>();
  return call.panic_runtime(value::to_view(text));
}

// The name of the pointer type of what an interface holds; what Pin says if it holds none.
NativeStatus pin_mistake(NativeCall& call) {
  const auto [pointer] = call.args<value::Interface>();
  const value::Type* type = value::eface_type(pointer);
  if (type == nullptr) return call.done(value::borrow("runtime.Pinner: argument is nil"));
  if (type->kind == value::Kind::Pointer || type->kind == value::Kind::UnsafePointer) return call.done(value::String{});
  return call.done(symbols(call).text("runtime.Pinner: argument is not a pointer: " + std::string(type->name)));
}

NativeStatus set_max_stack(NativeCall& call) {
  const auto [bytes] = call.args<std::int64_t>();
  rt::StackPool& stacks = call.scheduler().stacks();
  const auto old = static_cast<std::int64_t>(stacks.options().max_bytes);
  stacks.set_max_bytes(static_cast<std::size_t>(std::max<std::int64_t>(bytes, 0)));
  return call.done(old);
}

NativeStatus lock_thread(NativeCall& call) {
  ++call.goroutine().thread_locks;
  return NativeStatus::Done;
}

NativeStatus unlock_thread(NativeCall& call) {
  if (call.goroutine().thread_locks > 0) --call.goroutine().thread_locks;
  return NativeStatus::Done;
}

NativeStatus set_traceback(NativeCall& call) {
  const auto [level] = call.args<value::String>();
  call.host().death_report().show(native::trace_level(value::to_view(level)));
  return NativeStatus::Done;
}

NativeStatus set_death_copy(NativeCall& call) {
  const auto [fd] = call.args<std::int64_t>();
  const int old = std::exchange(call.host().death_report().copy_to, static_cast<int>(fd));
  return call.done(static_cast<std::int64_t>(old));
}

NativeStatus build_info(NativeCall& call) { return call.done(value::borrow(call.host().build_info())); }

NativeStatus release_memory(NativeCall& call) {
  call.heap().release_memory();
  return NativeStatus::Done;
}

NativeStatus heap_dump(NativeCall& call) { return call.done(call.make_bytes(call.heap().binary_dump())); }

constexpr native::NativeRow kRows[] = {
    {"runtime.(*Func).entry", function_entry},
    {"runtime.(*Func).name", function_name},
    {"runtime.FuncForPC", function_of},
    {"runtime.Goexit", goexit},
    {"runtime.Gosched", yield},
    {"runtime.LockOSThread", lock_thread},
    {"runtime.NumGoroutine", goroutine_count},
    {"runtime.Stack", stack},
    {"runtime.UnlockOSThread", unlock_thread},
    {"runtime.addCleanup", add_cleanup},
    {"runtime.callDue", call_due, 1},
    {"runtime.callers", callers},
    {"runtime.checkCleanup", check_cleanup},
    {"runtime.collectionDue", collection_due},
    {"runtime.panicError", panic_error},
    {"runtime.pinMistake", pin_mistake},
    {"runtime.place", place},
    {"runtime.readMemStats", read_mem_stats},
    {"runtime.requestGC", request_collection},
    {"runtime.setFinalizer", set_finalizer},
    {"runtime.sizeClass", size_class},
    {"runtime.startSystemGoroutine", start_system_goroutine},
    {"runtime.stopCleanup", stop_cleanup},
    {"runtime/debug.SetMaxStack", set_max_stack},
    {"runtime/debug.SetMemoryLimit", set_memory_limit},
    {"runtime/debug.buildInfo", build_info},
    {"runtime/debug.heapDump", heap_dump},
    {"runtime/debug.releaseMemory", release_memory},
    {"runtime/debug.SetTraceback", set_traceback},
    {"runtime/debug.setDeathCopy", set_death_copy},
    {"runtime/metrics.readGCMetrics", read_gc_metrics},
    {"runtime/metrics.readLatencies", read_latencies},
    {"runtime/metrics.readPauses", read_pauses},
    {"runtime/metrics.readSizeClasses", read_size_classes},
    {"runtime/debug.setGCPercent", set_gc_percent},
};

}  // namespace

std::span<const native::NativeRow> natives_runtime() { return kRows; }

}  // namespace govm::stdlib
