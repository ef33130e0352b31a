// A program of the build: prints what the parameters of std's functions leak that std/escape_tags.tsv does not have, for they
// are ours alone. Rows are in that table's form, for analyses that call these functions.
#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <vector>

#include "cli/adapters.h"
#include "compiler/diag/render.h"
#include "compiler/escape/analyze.h"
#include "compiler/inline/text.h"
#include "compiler/load/load.h"
#include "compiler/syntax/decl.h"

namespace govm::cli {
namespace {

/// A program that imports all of std.
class WholeLibrary {
 public:
  WholeLibrary()
      : sink_(sources_, 0),
        session_{arena_, interner_, sources_, sink_},
        types_(interner_),
        checker_(session_, types_, info_),
        tags_({stdlib::text_of("escape_tags.tsv")}),
        verdicts_(stdlib::text_of("inline.tsv")),
        analyzer_(checker_, info_, sources_, decisions_, &tags_, &verdicts_) {}

  /// Empty text: std is sound.
  std::string load() {
    std::string program = "package main\n\nimport (\n";
    for (const std::string_view path : stdlib::packages()) program += fmt::format("\t_ \"{}\"\n", path);
    load::LoadRequest request;
    request.files = {{"main.go", program + ")\n\nfunc main() {}\n"}};
    request.sources = {&packages_};
    program_ = load::load_program(session_, checker_, request);
    return program_.problem + diag::render_all(sink_);
  }

  std::string rows() {
    std::string out;
    for (const types::Package* package : program_.packages) {
      if (!package->is_std) continue;
      for (const syntax::File* file : package->files) {
        for (const syntax::Decl* decl : file->decls) add_rows(package, syntax::as<syntax::FuncDecl>(decl), out);
      }
    }
    return out;
  }

  std::string errors() const { return diag::render_all(sink_); }

 private:
  void add_rows(const types::Package* package, const syntax::FuncDecl* decl, std::string& out) {
    if (decl == nullptr || !decl->has_body() || decl->name->text() == "_" || decl->name->text() == "init") return;
    const auto* func = types::as_object<types::Func>(info_.object_of(decl->name));
    if (func == nullptr) return;
    const types::Signature* signature = func->signature();
    // Instances of generic functions are analysed for the types that a program gives them.
    if (signature->is_generic() || !signature->recv_type_params.empty()) return;
    const std::string name = inl::TypeText(types_, func->package).function(func);
    if (tags_.has(package->path, name)) return;
    const std::span<const escape::Leaks> leaks = analyzer_.body_leaks_of(func);
    // A function without parameters has one row that says nothing.
    if (leaks.empty()) out += fmt::format("{}\t{}\t\t\tnone\town\n", package->path, name);
    for (size_t i = 0; i < leaks.size(); i++) out += fmt::format("{}\t{}\t{}\t\t{}\town\n", package->path, name, i, leaks[i].text());
  }

  StdPackages packages_{true};
  Arena arena_;
  Interner interner_;
  SourceMap sources_;
  diag::DiagnosticSink sink_;
  syntax::Session session_;
  types::TypeStore types_;
  types::Info info_;
  types::Checker checker_;
  escape::TagTable tags_;
  inl::VerdictTable verdicts_;
  escape::Decisions decisions_;
  escape::Analyzer analyzer_;
  load::LoadedProgram program_;
};

int run() {
  WholeLibrary library;
  std::string problem = library.load();
  std::string rows;
  if (problem.empty()) {
    rows = library.rows();
    problem = library.errors();
  }
  if (!problem.empty()) {
    fmt::print(stderr, "std is not sound:\n{}\n", problem);
    return 1;
  }
  fmt::print("package\tfunction\tparam\ttype\ttag\tmode\n{}", rows);
  return 0;
}

}  // namespace
}  // namespace govm::cli

int main() { return govm::cli::run(); }
