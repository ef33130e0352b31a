// --latency=FUNC: how long the calls of a function took, and what the slow ones waited for. Plain data, nanoseconds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace govm::profiler {

// What a slow call waited for in one collection.
struct LatencyWait {
  uint64_t cycle = 0;
  std::string kind;  // "roots", "mark", "sweep", ...: the phases of a whole collection, or the kind of a pause
  int64_t length = 0;
};

struct SlowCallRow {
  uint64_t number = 0;
  int64_t start = 0;
  int64_t length = 0;
  int64_t map_growth = 0;
  uint64_t map_bytes = 0;
  int64_t slice_growth = 0;
  uint64_t slice_bytes = 0;
  int64_t compiling = 0;   // functions of std, at their first call
  int64_t scheduling = 0;  // others ran
  int64_t idle = 0;        // no goroutine could run
  std::vector<LatencyWait> collector;
  int64_t rest = 0;
};

struct Quantile {
  double q = 0;
  int64_t value = 0;
};

struct LatencyRow {
  std::string function;
  uint64_t calls = 0;
  uint64_t unfinished = 0;                  // had not ended when the program did; not among `calls`
  std::vector<Quantile> quantiles;          // 0.5 to 0.99999, then 1: the longest
  std::vector<Quantile> without_collector;  // 0.99999 and 1
  std::vector<SlowCallRow> slowest;         // longest first
};

}  // namespace govm::profiler
