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
}
namespace govm::gc {
class Heap;
}

namespace govm::profiler {

// What the heap does not know of a run. The mode fields of `mode` (version, program, escape, gogc, …) are
// taken over as they are.
struct RunFacts {
  Profile mode;
  int64_t total_time = 0;                           // nanoseconds
  uint64_t instructions = 0;                        // 0 unless counted
  std::span<const uint64_t> frame_site_counts;      // by site id; empty unless counted
};

// Reads everything at once; the heap is not changed. Positions are resolved through the program's
// source map.
Profile collect(gc::Heap& heap, const bytecode::Program& program, const RunFacts& facts);

}  // namespace govm::profiler
