#include "compiler/load/load.h"

#include <map>

#include "compiler/load/import_graph.h"

namespace govm::load {
namespace {

/// A package on its way: parsed, not yet checked.
struct Entry {
  types::Package* package = nullptr;
  std::vector<syntax::File*> files;
};

/// The path of an import declaration, without quotes; empty after an error.
std::string path_of(const syntax::ImportDecl* import) {
  if (import->path == nullptr || import->path->bad || import->path->text.size() < 2) return {};
  return std::string(import->path->text.substr(1, import->path->text.size() - 2));
}

class ProgramLoader {
 public:
  ProgramLoader(syntax::Session& session, types::Checker& checker, const LoadRequest& request)
      : session_(session), checker_(checker), request_(request) {}

  LoadedProgram load() {
    LoadedProgram program;
    read(request_.import_path, request_.files, false);
    // As in Go: syntax errors come alone, other mistakes that the parser finds do not.
    if (session_.sink.has_syntax_errors() || entries_[request_.import_path].package == nullptr) return program;
    size_t errors = session_.sink.count();
    for (const std::string& path : request_.implicit_imports) require(path, Pos{});
    follow_imports();
    if (session_.sink.count() != errors) return program;
    if (std::vector<std::string> cycle = graph_.find_cycle(); !cycle.empty()) {
      report_cycle(cycle);
      return program;
    }
    for (const std::string& path : graph_.initialization_order()) {
      Entry& entry = entries_.at(path);
      if (!check(entry)) return program;
      program.packages.push_back(entry.package);
      if (path == request_.import_path) program.main = entry.package;
    }
    return program;
  }

 private:
  types::TypeStore& store() { return checker_.store(); }

  /// Parses a package's files and queues its imports.
  void read(const std::string& path, const std::vector<FileText>& files, bool is_std) {
    Entry& entry = entries_[path];
    graph_.add(path);
    const syntax::File* first = nullptr;
    for (const FileText& file : files) {
      SourceFile* source = session_.sources.add(file.name, file.text);
      if (source == nullptr) {
        session_.sink.report({}, diag::kUnsupportedSourceSize);
        return;
      }
      syntax::File* tree =
          syntax::parse_file(session_, *source, is_std ? syntax::Bodies::Skip : syntax::Bodies::Parse);
      if (tree == nullptr) continue;
      if (first != nullptr && first->package_name->symbol != tree->package_name->symbol) {
        session_.sink.report(tree->package_name->pos, diag::kMixedPackages, tree->package_name->text(),
                             first->package_name->text());
        continue;
      }
      if (first == nullptr) first = tree;
      entry.files.push_back(tree);
    }
    if (first == nullptr) return;
    entry.package = store().make_package(path, first->package_name->symbol);
    entry.package->files = entry.files;
    entry.package->is_std = is_std;
    entry.package->is_user = !is_std;
    entry.package->go_version = request_.go_version;
    pending_.push_back(path);
  }

  void follow_imports() {
    for (size_t i = 0; i < pending_.size(); ++i) {
      std::string importer = pending_[i];
      for (const syntax::File* file : entries_[importer].files) {
        for (const syntax::ImportDecl* import : file->imports) {
          std::string path = path_of(import);
          if (path.empty()) {
            if (import->path != nullptr && !import->path->bad) {
              session_.sink.report(import->path->pos, diag::kEmptyImportPath);
            }
            continue;
          }
          if (path == "unsafe") continue;
          if (require(path, import->path->pos)) graph_.add_import(importer, path);
        }
      }
    }
  }

  /// Makes sure a package is read; complains at `pos` if nobody has it.
  bool require(const std::string& path, Pos pos) {
    if (entries_.contains(path)) return entries_[path].package != nullptr;
    for (const PackageSource* source : request_.sources) {
      std::optional<std::vector<FileText>> files = source->find(path);
      if (!files) continue;
      read(path, *files, source->is_std());
      return entries_[path].package != nullptr;
    }
    entries_[path] = {};
    session_.sink.report(pos, diag::kMissingPackage, path);
    return false;
  }

  bool check(Entry& entry) {
    types::CheckOptions options;
    options.bodies = !entry.package->is_std;
    options.require_bodies = entry.package->is_user && request_.require_bodies;
    options.require_main = request_.require_main && entry.package->path == request_.import_path;
    options.go_version = request_.go_version;
    auto importer = [&](const std::string& path) -> const types::Package* {
      if (path == "unsafe") return store().unsafe_package();
      auto found = entries_.find(path);
      return found != entries_.end() ? found->second.package : nullptr;
    };
    return checker_.check_package(entry.package, entry.files, importer, options);
  }

  /// Reports a cycle at the import that closes it.
  void report_cycle(const std::vector<std::string>& cycle) {
    std::string text;
    for (const std::string& path : cycle) text += (text.empty() ? "" : " -> ") + path;
    Pos pos;
    for (const syntax::File* file : entries_[cycle[0]].files) {
      for (const syntax::ImportDecl* import : file->imports) {
        if (!pos && path_of(import) == cycle[1]) pos = import->path->pos;
      }
    }
    session_.sink.report(pos, diag::kImportCycle, text);
  }

  syntax::Session& session_;
  types::Checker& checker_;
  const LoadRequest& request_;
  std::map<std::string, Entry> entries_;
  std::vector<std::string> pending_;  ///< in the order they were read; imports are followed in this order
  ImportGraph graph_;
};

}  // namespace

types::Package* LoadedProgram::find(std::string_view import_path) const {
  for (types::Package* package : packages) {
    if (package->path == import_path) return package;
  }
  return nullptr;
}

LoadedProgram load_program(syntax::Session& session, types::Checker& checker, const LoadRequest& request) {
  CheckStage stage("loading packages");
  return ProgramLoader(session, checker, request).load();
}

}  // namespace govm::load
