// Any text as a package: it is checked, or refused with a diagnostic; what is accepted can be analysed and dumped.
#include <cstdlib>
#include <string>

#include "cli/adapters.h"
#include "compiler/compile.h"
#include "std/std.h"
#include "tests/fuzz/target.h"

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t max_size, unsigned seed) {
  return govm::fuzz::mutate_tokens(data, size, max_size, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace govm;
  fuzz::on_large_stack([&] {
    cli::StdPackages packages(cli::std_outlines());
    compiler::Request request;
    request.packages = {fuzz::file_with({reinterpret_cast<const char*>(data), size})};
    request.require_main = false;
    request.error_limit = 0;
    request.verbosity = 2;
    compiler::Compilation compilation(request, cli::standard_library(packages));
    if (compilation.check()) {
      compilation.dump("types", "");
      compilation.escape_lines([](const std::string&) {});
    } else if (compilation.problem().empty() && compilation.diagnostics(diag::Excerpt::Yes).empty()) {
      std::abort();
    }
  });
  return 0;
}
