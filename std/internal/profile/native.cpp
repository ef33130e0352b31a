// Natives of internal/profile: stacks with what is counted of them, from the scheduler, the heap and hooks of both.
#include <ctime>
#include <map>
#include <span>
#include <tuple>
#include <vector>

#include "gc/barrier.h"
#include "gc/heap.h"
#include "vm/goroutine/scheduler.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

// As profile.go names them.
enum Kind : std::int64_t { kGoroutines, kHeap, kBlocked, kContended, kProcessor, kKinds };

constexpr std::size_t kMaxDepth = 128;
constexpr std::size_t kValues = 4;

using Stack = std::vector<std::uintptr_t>;

struct Counts {
  std::int64_t count = 0;
  std::int64_t nanoseconds = 0;
};

struct State {
  bool blocked = false, contended = false;
  std::int64_t period = 0;   ///< nanoseconds between samples of processor time; 0: none are taken
  std::int64_t sampled = 0;  ///< processor time of the last sample
  std::map<Stack, Counts> counts[kKinds];

  void add(Kind kind, Stack stack, Counts more) {
    Counts& known = counts[kind][std::move(stack)];
    known.count += more.count;
    known.nanoseconds += more.nanoseconds;
  }
};

State& state(NativeCall& call) {
  static const char key = 0;
  return *static_cast<State*>(call.host().package_state(
      &key, [](native::Host&) -> void* { return new State; }, [](void* made) { delete static_cast<State*>(made); }));
}

Stack stack_of(native::Host& host, rt::Goroutine& goroutine) {
  Stack stack(kMaxDepth);
  stack.resize(host.callers_of(goroutine, stack));
  return stack;
}

bool is_lock(rt::WaitReason reason) {
  return reason == rt::WaitReason::MutexLock || reason == rt::WaitReason::RwMutexLock || reason == rt::WaitReason::RwMutexRlock;
}

// What Go counts as blocking: waiting for other goroutines, not for time, files and the collector.
bool is_blocking(rt::WaitReason reason) {
  switch (reason) {
    case rt::WaitReason::None:
    case rt::WaitReason::Coroutine:
    case rt::WaitReason::FinalizerWait:
    case rt::WaitReason::IoWait:
    case rt::WaitReason::Sleep: return false;
    default: return true;
  }
}

// Whoever wakes a goroutine that waited for a lock has opened it.
void watch_waits(native::Host& host, State& own) {
  if (!own.blocked && !own.contended) return host.scheduler().set_wait_hook({});
  host.scheduler().set_wait_hook([&host, &own](rt::Goroutine& woken) {
    if (woken.system || !is_blocking(woken.wait_reason)) return;
    const Counts wait{1, host.scheduler().clock().monotonic() - woken.wait_since};
    if (own.blocked) own.add(kBlocked, stack_of(host, woken), wait);
    if (own.contended && is_lock(woken.wait_reason)) {
      Stack stack(kMaxDepth);
      stack.resize(host.callers(0, stack));
      own.add(kContended, std::move(stack), wait);
    }
  });
}

std::int64_t processor_time(native::Host& host) {
  if (host.scheduler().clock().is_virtual()) return host.scheduler().clock().monotonic();
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * std::int64_t{1'000'000'000} + time.tv_nsec;
}

// A sample stands for the whole periods since the last one: natives are seen at the next poll behind them.
void watch_time(native::Host& host, State& own, std::int64_t hz) {
  own.period = hz > 0 ? 1'000'000'000 / hz : 0;
  if (own.period == 0) return host.set_poll_hook({});
  own.counts[kProcessor].clear();
  own.sampled = processor_time(host);
  host.set_poll_hook([&host, &own] {
    const std::int64_t periods = (processor_time(host) - own.sampled) / own.period;
    if (periods == 0) return;
    own.sampled += periods * own.period;
    Stack stack(kMaxDepth);
    stack.resize(host.callers(0, stack));
    own.add(kProcessor, std::move(stack), {periods, periods * own.period});
  });
}

NativeStatus set_rate(NativeCall& call) {
  const auto [kind, rate] = call.args<std::int64_t, std::int64_t>();
  State& own = state(call);
  if (kind == kProcessor) {
    watch_time(call.host(), own, rate);
    return NativeStatus::Done;
  }
  (kind == kBlocked ? own.blocked : own.contended) = rate > 0;
  watch_waits(call.host(), own);
  return NativeStatus::Done;
}

// Writes rows as far as there is room for them.
class Rows {
 public:
  Rows(gc::Heap& heap, value::Slice words, value::Slice labels)
      : heap_(heap),
        words_(reinterpret_cast<std::uintptr_t*>(words.data), static_cast<std::size_t>(words.length)),
        labels_(reinterpret_cast<void**>(labels.data), static_cast<std::size_t>(labels.length)) {}

  void add(const std::int64_t (&values)[kValues], std::span<const std::uintptr_t> stack, const void* labels = nullptr) {
    for (const std::int64_t value : values) put(static_cast<std::uintptr_t>(value));
    put(stack.size());
    for (const std::uintptr_t counter : stack) put(counter);
    if (rows_ < labels_.size()) gc::store(heap_, &labels_[rows_], labels);
    ++rows_;
  }
  std::int64_t rows() const { return static_cast<std::int64_t>(rows_); }
  std::int64_t needed() const { return static_cast<std::int64_t>(needed_); }

 private:
  void put(std::uintptr_t word) {
    if (needed_ < words_.size()) words_[needed_] = word;
    ++needed_;
  }

  gc::Heap& heap_;
  std::span<std::uintptr_t> words_;
  std::span<void*> labels_;
  std::size_t rows_ = 0;
  std::size_t needed_ = 0;
};

void add_goroutines(NativeCall& call, Rows& rows) {
  const auto add = [&](rt::Goroutine& g) { rows.add({}, stack_of(call.host(), g), g.labels); };
  add(call.goroutine());
  for (rt::Goroutine* g = call.scheduler().first(); g != nullptr; g = g->all_next) {
    if (g != &call.goroutine() && !g->system && g->status != rt::GoroutineStatus::Dead) add(*g);
  }
}

// Records that differ in nothing but layout stand in one row.
void add_heap(NativeCall& call, Rows& rows) {
  struct Sum {
    std::int64_t values[kValues] = {};
    gc::RecordId record = 0;
  };
  gc::Heap& heap = call.heap();
  const std::vector<gc::Heap::InUse> in_use = heap.in_use().records;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, Sum> sums;
  for (gc::RecordId id = 1; id < heap.record_count(); ++id) {
    const gc::RecordStats stats = heap.record_stats(id);
    if (stats.allocs == 0) continue;
    const gc::Record& record = heap.record(id);
    Sum& sum = sums[{record.site, record.caller, record.stack}];
    sum.record = id;
    sum.values[0] += static_cast<std::int64_t>(stats.allocs);
    sum.values[1] += static_cast<std::int64_t>(stats.bytes);
    sum.values[2] += static_cast<std::int64_t>(stats.allocs - in_use[id].objects);
    sum.values[3] += static_cast<std::int64_t>(stats.bytes - std::min(stats.bytes, in_use[id].bytes));
  }
  for (const auto& [key, sum] : sums) {
    Stack stack(kMaxDepth);
    stack.resize(call.host().callers_of_record(sum.record, stack));
    rows.add(sum.values, stack);
  }
}

NativeStatus read(NativeCall& call) {
  const auto [kind, words, labels] = call.args<std::int64_t, value::Slice, value::Slice>();
  Rows rows(call.heap(), words, labels);
  if (kind == kGoroutines) {
    add_goroutines(call, rows);
  } else if (kind == kHeap) {
    add_heap(call, rows);
  } else {
    for (const auto& [stack, counts] : state(call).counts[kind]) rows.add({counts.count, counts.nanoseconds}, stack);
  }
  return call.done(rows.rows(), rows.needed());
}

NativeStatus set_labels(NativeCall& call) {
  const auto [labels] = call.args<const void*>();
  // Goroutines are roots: while the collector marks, it must hear of what was there.
  gc::store(call.heap(), &call.goroutine().labels, labels);
  return NativeStatus::Done;
}

NativeStatus labels(NativeCall& call) { return call.done(call.goroutine().labels); }

constexpr native::NativeRow kRows[] = {
    {"internal/profile.Labels", labels},
    {"internal/profile.SetLabels", set_labels},
    {"internal/profile.SetRate", set_rate},
    {"internal/profile.read", read},
};

}  // namespace

std::span<const native::NativeRow> natives_internal_profile() { return kRows; }

}  // namespace govm::stdlib
