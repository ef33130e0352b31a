// The table is written as Go text, for the program of the tests.
#include "compiler/load/cover_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "base/quote.h"

namespace govm::load {
namespace {

std::string name_in_profile(const std::string& import_path, const FileText& file, bool by_place) {
  const std::filesystem::path name = std::filesystem::path(file.name).filename();
  std::error_code ignored;
  return by_place ? (std::filesystem::weakly_canonical(file.directory, ignored) / name).string() : import_path + "/" + name.string();
}

}  // namespace

void CoverTable::add_package(const std::string& import_path, const std::vector<FileText>& files, bool by_place) {
  Arena arena;
  Interner interner;
  SourceMap sources;
  diag::DiagnosticSink sink(sources, 0);
  syntax::Session session{arena, interner, sources, sink};
  for (const FileText& file : files) {
    SourceFile* source = sources.add(file.name, file.text);
    syntax::File* tree = source != nullptr ? syntax::parse_file(session, *source) : nullptr;
    // Mistakes are told when the package is loaded.
    if (tree == nullptr || sink.has_errors()) return;
    syntax::BlockCounters counters;
    const syntax::CoveredFile covered = syntax::cover_blocks(session, *source, *tree, 0, counters);
    struct Row {
      Position begin, end;
      uint32_t statements, number;
    };
    std::vector<Row> rows;
    for (const syntax::CoveredBlock& block : covered.blocks) {
      const auto number = blocks_ + static_cast<uint32_t>(rows.size());
      rows.push_back({source->physical(block.text.begin), source->physical(block.text.end), block.statements, number});
    }
    first_.emplace(file.name, blocks_);
    blocks_ += static_cast<uint32_t>(rows.size());
    functions_ += covered.functions;
    // As profiles have them.
    std::ranges::sort(rows, {}, [](const Row& row) {
      return std::tuple(row.begin.line, row.end.line, row.begin.column, row.end.column, row.statements);
    });
    if (rows.empty()) continue;
    rows_ += fmt::format("\t\t{{{}, []testdeps.CoverBlock{{\n", quote(name_in_profile(import_path, file, by_place)));
    for (const Row& row : rows) {
      rows_ += fmt::format("\t\t\t{{{}, {}, {}, {}, {}, {}}},\n", row.begin.line, row.begin.column, row.end.line, row.end.column,
                           row.statements, row.number);
    }
    rows_ += "\t\t}},\n";
  }
}

void CoverTable::count(syntax::Session& session, SourceFile& source, syntax::File& file) {
  const auto first = first_.find(std::string(source.name()));
  if (first != first_.end()) syntax::cover_blocks(session, source, file, first->second, counters_);
}

std::string CoverTable::text(const std::string& mode, const std::string& packages, const std::string& counts) const {
  return fmt::format("testdeps.Cover{{{}, {}, {}, []testdeps.CoverFile{{\n{}\t}}, {}[:]}}", quote(mode), quote(packages), functions_, rows_,
                     counts);
}

}  // namespace govm::load
