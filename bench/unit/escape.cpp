// Escape analysis of a generated program: lowering, inlining, graphs, decisions. Items are lines.
#include <benchmark/benchmark.h>

#include "bench/unit/large_program.h"
#include "compiler/escape/analyze.h"

namespace govm {
namespace {

enum class Depth { Decisions, WithInlining, WithReasons };

void analyze(benchmark::State& state, Depth depth) {
  const escape::TagTable tags({stdlib::text_of("escape_tags.tsv")});
  const inl::VerdictTable verdicts(stdlib::text_of("inline.tsv"), stdlib::text_of("inlined_sites.tsv"));
  for (auto _ : state) {
    Session session(large_program());
    escape::Decisions decisions;
    escape::Analyzer analyzer(session.checker, session.info, session.sources, decisions, &tags, &verdicts);
    analyzer.set_inlining(depth != Depth::Decisions, {});
    if (depth == Depth::WithReasons) analyzer.want_reasons();
    state.SetIterationTime(seconds_of([&] { analyzer.analyze_package(session.program.main); }));
  }
  state.SetItemsProcessed(state.iterations() * lines_of(large_program()));
}

BENCHMARK_CAPTURE(analyze, decisions, Depth::Decisions)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze, inlining, Depth::WithInlining)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze, reasons, Depth::WithReasons)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace govm
