// What joins compiler, standard library and VM, which do not know each other: std's packages for the loader, and functions compiled on
// their first call for the VM.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sorted_rows.h"
#include "cli/std_outlines/table.h"
#include "compiler/compile.h"
#include "std/std.h"
#include "vm/exec/code_provider.h"

namespace govm::cli {

/// The standard library's packages as the loader asks for them.
class StdPackages : public load::PackageSource {
 public:
  /// Without outlines files are read whole, for who looks at each function.
  explicit StdPackages(std::span<const FileOutline> outlines = {}) : outlines_(outlines) {}
  std::optional<std::vector<load::FileText>> find(std::string_view import_path) const override {
    std::vector<load::FileText> files;
    for (const stdlib::EmbeddedFile& file : stdlib::files_of(import_path)) {
      files.push_back({fmt::format("$GOROOT/src/{}", file.path), SourceText::lasting(file.text), {}, outline_of(file.path)});
    }
    if (files.empty()) return std::nullopt;
    return files;
  }
  load::Refusal refusal(std::string_view import_path) const override {
    const std::string row = fmt::format("{}\t", import_path);
    if (!rows_from(stdlib::text_of("packages.tsv"), row).starts_with(row)) return {};
    if (import_path.starts_with("vendor/")) return {"use of vendored package not allowed", load::Refusal::Behind::Position};
    const bool is_internal = fmt::format("/{}/", import_path).find("/internal/") != std::string::npos;
    return {fmt::format("not supported by govm: package {}", import_path),
            is_internal ? load::Refusal::Behind::Importer : load::Refusal::Behind::Position};
  }
  bool is_std() const override { return true; }

 private:
  syntax::Outline outline_of(std::string_view path) const {
    const auto found = std::ranges::lower_bound(outlines_, path, {}, &FileOutline::path);
    return found != outlines_.end() && found->path == path ? found->outline : syntax::Outline();
  }

  std::span<const FileOutline> outlines_;
};

/// What a compilation needs of the standard library; `packages` must outlive it.
inline compiler::StandardLibrary standard_library(const StdPackages& packages) {
  return {&packages,
          stdlib::text_of("escape_tags.tsv"),
          stdlib::own_tags(),
          stdlib::text_of("inline.tsv"),
          stdlib::text_of("inlined_sites.tsv"),
          stdlib::code(),
          stdlib::text_of("packages.tsv")};
}

/// Lets the VM ask the compiler for std functions.
class LateCode : public exec::CodeProvider {
 public:
  explicit LateCode(compiler::Compilation& compilation) : compilation_(compilation) {}
  std::string provide(bytecode::FunctionId function) override { return compilation_.provide(function); }
  bool describe(bytecode::TypeId type) override { return compilation_.describe(type); }
  bool describe_pointer_to(bytecode::TypeId type) override { return compilation_.describe_pointer_to(type); }
  bool describe_methods(bytecode::TypeId type) override { return compilation_.describe_methods(type); }

 private:
  compiler::Compilation& compilation_;
};

}  // namespace govm::cli
