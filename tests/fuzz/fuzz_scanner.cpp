// Any bytes: the scanner reaches the end, in order, and its tokens lie in the file.
#include <cstdlib>
#include <string>

#include "compiler/diag/render.h"
#include "compiler/syntax/scanner.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace govm;
  SourceMap sources;
  SourceFile* file = sources.add("a.go", std::string(reinterpret_cast<const char*>(data), size));
  diag::DiagnosticSink sink(sources, 0);
  syntax::check_encoding(*file, {file->begin(), file->end()}, sink);
  syntax::Scanner scanner(*file, sink);
  Pos last = file->begin();
  for (scanner.next(); scanner.token() != syntax::Token::EndOfFile; scanner.next()) {
    if (scanner.pos() < last || !file->contains(scanner.pos())) std::abort();
    last = scanner.pos();
  }
  diag::render_all(sink);
  return 0;
}
