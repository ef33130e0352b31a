// The interpreter: the programs of bench/unit/dispatch, each a loop of one kind of instructions. A dropped file is measured too.
//
// Items are cells dispatched, counted in a run of their own, so the figure is what one cell costs; compiling stands outside.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <map>
#include <memory>

#include "bench/unit/large_program.h"
#include "vm/vm.h"

namespace govm {
namespace {

/// A run that takes its seconds, or counts its cells.
struct Run {
  explicit Run(const std::string& file, bool counted) {
    cli::StdPackages packages(cli::std_outlines());
    compiler::Request request;
    request.packages = {file};
    request.counted = counted;
    compiler::Compilation compilation(std::move(request), cli::standard_library(packages));
    if (!compilation.check() || !compilation.compile()) {
      std::fprintf(stderr, "%s%s\n", compilation.problem().c_str(), compilation.diagnostics({}).c_str());
      std::exit(1);
    }
    native::Registry registry;
    stdlib::add_natives(registry);
    cli::LateCode provider(compilation);
    vm::Options options;
    options.counting = counted;
    vm::Vm vm(options, registry, &provider);
    vm.set_error_output([](std::string_view) {});
    int status = 0;
    seconds = seconds_of([&] { status = vm.run(compilation.program()); });
    if (status != 0) std::exit(status);
    cells = static_cast<int64_t>(vm.stats().instructions);
  }

  double seconds = 0;
  int64_t cells = 0;
};

void dispatch(benchmark::State& state, const std::string& file) {
  for (auto _ : state) state.SetIterationTime(Run(file, false).seconds);
  state.SetItemsProcessed(state.iterations() * Run(file, true).cells);
}

const bool kRegistered = [] {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(GOVM_DISPATCH_PROGRAMS)) {
    if (entry.path().extension() == ".go") files[entry.path().stem().string()] = entry.path().string();
  }
  for (const auto& [name, file] : files) {
    benchmark::RegisterBenchmark(name.c_str(), [file = file](benchmark::State& state) { dispatch(state, file); })
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
  }
  return true;
}();

}  // namespace
}  // namespace govm
