// From a finished run to its Profile: the heap's records and cycles joined with the program's sites.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "profiler/profile.h"

namespace govm {
class SourceMap;
}
namespace govm::bytecode {
class Program;
struct UserCall;
}  // namespace govm::bytecode
namespace govm::gc {
class Heap;
struct CycleRecord;
struct Record;
}  // namespace govm::gc
namespace govm::exec {
class Latency;
class StackTree;
}  // namespace govm::exec

namespace govm::profiler {

// What the heap does not know of a run. The mode fields of `mode` (version, program, escape, gogc, …) are
// taken over as they are.
struct RunFacts {
  Profile mode;
  int64_t total_time = 0;                          // nanoseconds
  uint64_t instructions = 0;                       // 0 unless counted
  std::span<const uint64_t> frame_values;          // by record; empty unless counted
  const void* globals = nullptr;                   // where package variables lie
  const exec::StackTree* stacks = nullptr;         // by record; null unless recorded
  std::span<const bytecode::UserCall> user_calls;  // by the heap records' caller less 1
  std::span<const CycleRow> ended;                 // each collection when its marking had ended
};

// Reads everything at once; the heap is not changed. Positions are resolved through the program's
// source map.
Profile collect(gc::Heap& heap, const bytecode::Program& program, const RunFacts& facts);

// The row of one collection that has just ended.
CycleRow cycle_row(const gc::CycleRecord& cycle);

// The row of what a record stands for, without its counts.
SiteRow describe_record(const bytecode::Program& program, const gc::Record& record, const RunFacts& facts);

// What keeps an object alive that was made at `site` ("prog.go:12:2" or "prog.go:12").
WhyAlive why_alive(gc::Heap& heap, const bytecode::Program& program, const RunFacts& facts, const std::string& site);

// What --latency measured; ends the calls that have returned.
std::vector<LatencyRow> collect_latency(const gc::Heap& heap, exec::Latency& latency);

}  // namespace govm::profiler
