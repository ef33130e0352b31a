// A program of the build: prints what the parameters of std's functions leak that std/escape_tags.tsv does not have, for they
// are ours alone. Rows are in that table's form, for analyses that call these functions.
#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "base/large_stack.h"
#include "cli/std_tags/whole_library.h"
#include "compiler/inline/text.h"

namespace govm::cli {
namespace {

/// Rows by what they are sorted by: package and function.
using Rows = std::map<std::pair<std::string, std::string>, std::string>;

void add_rows(WholeLibrary& library, const types::Func* func, Rows& rows) {
  if (!func->decl->has_body() || func->name.view() == "_" || func->name.view() == "init") return;
  const types::Signature* signature = func->signature();
  // Instances of generic functions are analysed for the types that a program gives them.
  if (signature->is_generic() || !signature->recv_type_params.empty()) return;
  const std::string& path = func->package->path;
  const std::string name = inl::TypeText(library.types, func->package).function(func);
  if (library.tags.has(path, name)) return;
  std::string& out = rows[{path, name}];
  const std::span<const escape::Leaks> leaks = library.analyzer.body_leaks_of(func);
  // A function without parameters has one row that says nothing.
  if (leaks.empty()) out += fmt::format("{}\t{}\t\t\tnone\town\n", path, name);
  for (size_t i = 0; i < leaks.size(); i++) out += fmt::format("{}\t{}\t{}\t\t{}\town\n", path, name, i, leaks[i].text());
}

int run() {
  WholeLibrary library;
  Rows rows;
  if (library.problem().empty()) {
    for (const types::Func* func : library.functions()) add_rows(library, func, rows);
  }
  if (const std::string problem = library.problem(); !problem.empty()) {
    fmt::print(stderr, "std is not sound:\n{}\n", problem);
    return 1;
  }
  fmt::print("# package\tfunction\tparam\ttype\ttag\tmode\n");
  for (const auto& [key, text] : rows) fmt::print("{}", text);
  return 0;
}

}  // namespace
}  // namespace govm::cli

int main() {
  int status = 0;
  govm::on_large_stack([&] { status = govm::cli::run(); });
  return status;
}
