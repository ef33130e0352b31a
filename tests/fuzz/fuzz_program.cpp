// Any text as a program: what compiles is verified and runs to an end within its limits, under a collection every few
// safepoints with the heap checked. Programs that could reach outside (os, unsafe …) are left out.
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "cli/adapters.h"
#include "compiler/compile.h"
#include "std/std.h"
#include "tests/fuzz/target.h"
#include "vm/bytecode/verifier.h"
#include "vm/vm.h"

namespace {

using namespace govm;

void run(const std::string& text) {
  cli::StdPackages packages(cli::std_outlines());
  compiler::Request request;
  request.packages = {fuzz::file_with(text)};
  request.counted = true;
  compiler::Compilation compilation(request, cli::standard_library(packages));
  if (!compilation.check() || !compilation.compile()) return;
  if (!bytecode::verify(compilation.program()).empty()) std::abort();
  native::Registry registry;
  stdlib::add_natives(registry);
  cli::LateCode provider(compilation);
  vm::Options options;
  options.counting = true;
  options.max_steps = 200'000;
  options.max_heap = 64 << 20;
  options.max_stack = 1 << 20;
  options.timeout_seconds = 5;
  options.clock = vm::ClockMode::Virtual;
  options.gc_stress = 50;
  options.verify = true;
  vm::Vm machine(options, registry, &provider);
  machine.set_error_output([](std::string_view) {});
  machine.run(compilation.program());
}

}  // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t max_size, unsigned seed) {
  return govm::fuzz::mutate_tokens(data, size, max_size, seed);
}

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const int nowhere = open("/dev/null", O_WRONLY);
  if (nowhere < 0 || dup2(nowhere, 1) < 0) std::abort();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (fuzz::is_harmless(text)) fuzz::on_large_stack([&] { run(text); });
  return 0;
}
