// The large stack, the cutting and exchanging of tokens, and the file that inputs are written to.
#include "tests/fuzz/target.h"

#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <semaphore>
#include <set>
#include <vector>

#include "base/arena.h"
#include "base/intern.h"
#include "compiler/diag/sink.h"
#include "compiler/syntax/parser.h"

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t max_size);

namespace govm::fuzz {
namespace {

constexpr size_t kStackBytes = 4ull << 30;  // address space; only touched pages count

constexpr std::string_view kWords[] = {"break",
                                       "case",
                                       "chan",
                                       "const",
                                       "continue",
                                       "default",
                                       "defer",
                                       "else",
                                       "fallthrough",
                                       "for",
                                       "func",
                                       "go",
                                       "goto",
                                       "if",
                                       "import",
                                       "interface",
                                       "map",
                                       "package",
                                       "range",
                                       "return",
                                       "select",
                                       "struct",
                                       "switch",
                                       "type",
                                       "var",
                                       "+",
                                       "&",
                                       "&&",
                                       "==",
                                       "!=",
                                       "(",
                                       ")",
                                       "[",
                                       "]",
                                       "{",
                                       "}",
                                       ",",
                                       ";",
                                       ".",
                                       "...",
                                       ":=",
                                       "=",
                                       "<-",
                                       "++",
                                       "<<",
                                       "&^",
                                       "~",
                                       "|",
                                       "*",
                                       "any",
                                       "error",
                                       "int",
                                       "uint8",
                                       "float64",
                                       "string",
                                       "complex128",
                                       "nil",
                                       "true",
                                       "iota",
                                       "append",
                                       "len",
                                       "make",
                                       "new",
                                       "panic",
                                       "recover",
                                       "print",
                                       "copy",
                                       "clear",
                                       "min",
                                       "0",
                                       "1",
                                       "-1",
                                       "1.5",
                                       "2i",
                                       "'a'",
                                       "\"s\"",
                                       "`r`",
                                       "_",
                                       "x",
                                       "T",
                                       "[]int",
                                       "[3]int",
                                       "map[string]int",
                                       "func()",
                                       "struct{}",
                                       "interface{ m() }",
                                       "[T any]",
                                       "1<<63",
                                       "\n",
                                       "uintptr"};

enum class Kind { Space, Word, Other };

Kind kind_of(uint8_t c) { return std::isspace(c) ? Kind::Space : std::isalnum(c) || c == '_' || c >= 0x80 ? Kind::Word : Kind::Other; }

std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> out;
  for (size_t at = 0; at < text.size();) {
    size_t end = at + 1;
    const Kind kind = kind_of(text[at]);
    while (kind != Kind::Other && end < text.size() && kind_of(text[end]) == kind) ++end;
    out.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

}  // namespace

// One thread runs all bodies: where addresses are sanitized, making a stack clears the shadow of all its bytes.
void on_large_stack(const std::function<void()>& body) {
  static std::binary_semaphore given{0};
  static std::binary_semaphore done{0};
  static const std::function<void()>* task = nullptr;
  static const bool started = [] {
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, kStackBytes);
    const auto entry = [](void*) -> void* {
      for (;;) {
        given.acquire();
        (*task)();
        done.release();
      }
    };
    if (pthread_create(&thread, &attributes, entry, nullptr) != 0) std::abort();
    pthread_attr_destroy(&attributes);
    return pthread_detach(thread) == 0;
  }();
  if (!started) std::abort();
  task = &body;
  given.release();
  done.acquire();
}

size_t mutate_tokens(uint8_t* data, size_t size, size_t max_size, unsigned seed) {
  std::minstd_rand random(seed);
  const auto below = [&](size_t n) { return static_cast<size_t>(random()) % n; };
  std::vector<std::string> tokens = tokens_of({reinterpret_cast<const char*>(data), size});
  if (tokens.empty() || below(8) == 0) return LLVMFuzzerMutate(data, size, max_size);
  for (size_t times = 1 + below(4); times > 0 && !tokens.empty(); --times) {
    const auto at = tokens.begin() + static_cast<std::ptrdiff_t>(below(tokens.size()));
    const auto other = tokens.begin() + static_cast<std::ptrdiff_t>(below(tokens.size()));
    switch (below(7)) {
      case 0: tokens.erase(at); break;
      case 1: *at = *other; break;
      case 2: std::iter_swap(at, other); break;
      case 3: *at = kWords[below(std::size(kWords))]; break;
      case 4: tokens.insert(at, " " + std::string(kWords[below(std::size(kWords))]) + " "); break;
      case 5: {  // a run of tokens again, somewhere else
        const auto end = other + std::min<std::ptrdiff_t>(tokens.end() - other, 1 + static_cast<std::ptrdiff_t>(below(12)));
        const std::vector<std::string> run(other, end);
        tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(below(tokens.size())), run.begin(), run.end());
        break;
      }
      default: tokens.erase(at, at + std::min<std::ptrdiff_t>(tokens.end() - at, 1 + static_cast<std::ptrdiff_t>(below(8)))); break;
    }
  }
  std::string text;
  for (const std::string& token : tokens) text += token;
  text.resize(std::min(text.size(), max_size));
  std::memcpy(data, text.data(), text.size());
  return text.size();
}

const std::string& file_with(std::string_view text) {
  static const std::string path = (std::filesystem::temp_directory_path() / ("govm_fuzz_" + std::to_string(getpid()) + ".go")).string();
  std::ofstream(path, std::ios::binary).write(text.data(), static_cast<std::streamsize>(text.size()));
  return path;
}

bool is_harmless(const std::string& text) {
  static const std::set<std::string_view> kHarmless = {"fmt",  "errors", "strings", "strconv", "sort", "slices",
                                                       "maps", "math",   "sync",    "time",    "cmp",  "unicode/utf8"};
  Arena arena;
  Interner interner;
  SourceMap sources;
  diag::DiagnosticSink sink(sources, 0);
  syntax::Session session{arena, interner, sources, sink};
  SourceFile* source = sources.add("a.go", text);
  const syntax::File* file = source != nullptr ? syntax::parse_imports(session, *source) : nullptr;
  if (file == nullptr) return true;  // it will not run either
  return std::ranges::all_of(file->decls, [](const syntax::Decl* decl) {
    const auto* import = syntax::as<syntax::ImportDecl>(decl);
    if (import == nullptr || import->path == nullptr) return true;
    std::string_view path = import->path->text;
    if (path.size() < 2) return true;
    return kHarmless.contains(path.substr(1, path.size() - 2));
  });
}

}  // namespace govm::fuzz
