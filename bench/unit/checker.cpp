// Trees to types: a generated program, and beside it what its imports cost alone. Items are lines of the program.
#include "compiler/types/checker.h"

#include <benchmark/benchmark.h>

#include "bench/unit/large_program.h"

namespace govm {
namespace {

// The same imports, each used, and nothing else.
const std::string kImports = R"(package main

import (
	_ "cmp"
	_ "errors"
	_ "fmt"
	_ "sort"
	_ "strconv"
	_ "strings"
	_ "sync"
)

func main() {}
)";

// Parsing stands outside the measured time.
void check(benchmark::State& state, const std::string& text) {
  using Clock = std::chrono::steady_clock;
  for (auto _ : state) {
    Clock::time_point begin;
    Session session(text, [&] { begin = Clock::now(); });
    state.SetIterationTime(std::chrono::duration<double>(Clock::now() - begin).count());
  }
  state.SetItemsProcessed(state.iterations() * lines_of(text));
}

BENCHMARK_CAPTURE(check, program, large_program())->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(check, imports, kImports)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace govm
