// Characters to tokens, and tokens to trees: a generated program and the texts of std.
#include "compiler/syntax/scanner.h"

#include <benchmark/benchmark.h>

#include "bench/unit/large_program.h"

namespace govm {
namespace {

// All texts of std in one: more comments and fewer literals than the generated program has.
const std::string& library_text() {
  static const std::string text = [] {
    std::string all;
    for (const std::string_view package : stdlib::packages()) {
      for (const stdlib::EmbeddedFile& file : stdlib::files_of(package)) all += file.text;
    }
    return all;
  }();
  return text;
}

void scan(benchmark::State& state, const std::string& text) {
  int64_t tokens = 0;
  for (auto _ : state) {
    SourceMap sources;
    diag::DiagnosticSink sink(sources, 0);
    syntax::Scanner scanner(*sources.add("large.go", SourceText::lasting(text)), sink);
    for (scanner.next(); scanner.token() != syntax::Token::EndOfFile; scanner.next()) tokens++;
  }
  state.SetItemsProcessed(tokens);
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}

void parse(benchmark::State& state, syntax::Bodies bodies) {
  for (auto _ : state) {
    Arena arena;
    Interner interner;
    SourceMap sources;
    diag::DiagnosticSink sink(sources, 0);
    syntax::Session session{arena, interner, sources, sink};
    benchmark::DoNotOptimize(syntax::parse_file(session, *sources.add("large.go", SourceText::lasting(large_program())), bodies));
  }
  state.SetItemsProcessed(state.iterations() * lines_of(large_program()));
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(large_program().size()));
}

BENCHMARK_CAPTURE(scan, program, large_program())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(scan, library, library_text())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse, whole, syntax::Bodies::Parse)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse, declarations, syntax::Bodies::Skip)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace govm
