// Any text: the parser gives a tree that can be dumped, or errors.
#include <cstdlib>
#include <string>

#include "compiler/diag/render.h"
#include "compiler/syntax/ast_dump.h"
#include "compiler/syntax/parser.h"
#include "tests/fuzz/target.h"

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t max_size, unsigned seed) {
  return govm::fuzz::mutate_tokens(data, size, max_size, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace govm;
  fuzz::on_large_stack([&] {
    Arena arena;
    Interner interner;
    SourceMap sources;
    diag::DiagnosticSink sink(sources, 0);
    syntax::Session session{arena, interner, sources, sink};
    SourceFile* source = sources.add("a.go", std::string(reinterpret_cast<const char*>(data), size));
    const syntax::File* file = syntax::parse_file(session, *source);
    if (file == nullptr && !sink.has_errors()) std::abort();
    TextWriter out;
    if (file != nullptr) syntax::dump_ast(out, file, sources);
    diag::render_all(sink);
  });
  return 0;
}
