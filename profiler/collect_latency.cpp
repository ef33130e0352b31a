// Joins the slow calls with the pauses of the heap.
#include "gc/heap.h"
#include "profiler/collect.h"
#include "vm/exec/latency.h"

namespace govm::profiler {
namespace {

// A pause as the phases of its cycle; what it is short of them, if it was a whole collection.
void add_waits(const gc::Heap& heap, const gc::PauseRecord& pause, std::vector<LatencyWait>& waits) {
  auto add = [&](const char* kind, int64_t length) {
    if (length > 0) waits.push_back({pause.cycle, kind, length});
  };
  if (pause.kind == gc::PauseKind::Whole && pause.cycle >= 1 && pause.cycle <= heap.cycles().size()) {
    const gc::CycleRecord& cycle = heap.cycles()[pause.cycle - 1];
    add("roots", cycle.roots_ns);
    add("mark", cycle.mark_ns);
    add("sweep", cycle.sweep_ns);
    add("rest", pause.length - cycle.roots_ns - cycle.mark_ns - cycle.sweep_ns);
    return;
  }
  switch (pause.kind) {
    case gc::PauseKind::Whole: add("collection", pause.length); break;
    case gc::PauseKind::Open: add("roots", pause.length); break;
    case gc::PauseKind::Mark: add("mark slice", pause.length); break;
    case gc::PauseKind::Close: add("end of marking", pause.length); break;
    case gc::PauseKind::Sweep: add("sweep slice", pause.length); break;
  }
}

}  // namespace

std::vector<LatencyRow> collect_latency(const gc::Heap& heap, exec::Latency& latency) {
  std::vector<LatencyRow> rows;
  for (const exec::FunctionLatency& function : latency.finish()) {
    LatencyRow row;
    row.function = function.function;
    row.calls = function.calls.count();
    row.unfinished = function.unfinished;
    for (double q : {0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999, 1.0}) row.quantiles.push_back({q, function.calls.quantile(q)});
    for (double q : {0.99999, 1.0}) row.without_collector.push_back({q, function.without_collector.quantile(q)});
    for (const exec::SlowCall& call : function.slowest) {
      SlowCallRow slow;
      slow.number = call.number;
      slow.start = call.start;
      slow.length = call.length;
      slow.map_growth = call.map_growth;
      slow.map_bytes = call.map_bytes;
      slow.slice_growth = call.slice_growth;
      slow.slice_bytes = call.slice_bytes;
      slow.compiling = call.compiling;
      slow.scheduling = call.scheduling;
      slow.idle = call.idle;
      for (size_t i = call.first_pause; i < call.end_pause; i++) add_waits(heap, heap.pauses()[i], slow.collector);
      slow.rest = call.length - call.collector - call.map_growth - call.slice_growth - call.compiling - call.scheduling - call.idle;
      row.slowest.push_back(std::move(slow));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace govm::profiler
