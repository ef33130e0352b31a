// The loader at work: parses a package, queues what it imports, reports cycles, then has all of them checked.
#include "compiler/load/load.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "compiler/load/embed.h"
#include "compiler/load/import_graph.h"
#include "compiler/syntax/pragma.h"

namespace govm::load {
namespace {

/// A package on its way: parsed, not yet checked.
struct Entry {
  types::Package* package = nullptr;
  std::vector<syntax::File*> files;
  std::string importer;  ///< who imported it first
  types::EmbeddedFiles embedded;
  bool may_lack_bodies = false;  ///< functions may be written in assembly
  bool bad_import = false;       ///< an import has no path
  bool failed = false;           ///< it, or what it imports, has mistakes
};

/// Whether a path element says that only code below its parent may import the package.
size_t internal_at(std::string_view path) {
  if (path == "internal" || path.starts_with("internal/")) return 0;
  if (path.ends_with("/internal")) return path.size() - std::string_view("internal").size();
  size_t at = path.rfind("/internal/");
  return at == std::string_view::npos ? at : at + 1;
}

class ProgramLoader {
 public:
  ProgramLoader(syntax::Session& session, types::Checker& checker, const LoadRequest& request)
      : session_(session), checker_(checker), request_(request) {}

  LoadedProgram load() {
    LoadedProgram program;
    if (request_.files.size() > 1) program.problem = mixed_packages(request_.files);
    if (!program.problem.empty()) return program;
    read(request_.import_path, request_.files, nullptr);
    if (entries_[request_.import_path].package == nullptr) return program;
    for (const std::string& path : request_.implicit_imports) require(path, Pos{}, request_.import_path);
    follow_imports();
    if (request_.when_parsed) request_.when_parsed();
    if (!graph_.find_cycle().empty()) problems_.push_back({display_path(request_.import_path), find_cycle()});
    if (!problems_.empty()) {
      // As the go command: imports in order of their paths.
      std::ranges::stable_sort(problems_, {}, &Problem::path);
      for (const Problem& problem : problems_) program.problem += problem.text + "\n";
      return program;
    }
    for (const std::string& path : graph_.initialization_order()) {
      const types::Package* package = entries_.at(path).package;
      if (package != nullptr && !package->is_std) program.read.push_back(path);
    }
    program.name = entries_[request_.import_path].package->name.view();
    if (!request_.only_imports) check_all(program);
    return program;
  }

 private:
  types::TypeStore& store() { return checker_.store(); }

  /// Checks packages in the order of their initialisation. As the go command, which compiles a package when those it imports are done:
  /// what imports a package with mistakes is left alone, all others have their say.
  void check_all(LoadedProgram& program) {
    std::vector<std::string> wrong;
    for (const std::string& path : graph_.initialization_order()) {
      Entry& entry = entries_.at(path);
      entry.failed = std::ranges::any_of(graph_.imports_of(path), [&](const std::string& import) { return entries_.at(import).failed; });
      if (entry.failed) continue;
      session_.sink.enter(path);
      // As in Go: syntax errors come alone, other mistakes that the parser finds do not.
      const bool readable = entry.package != nullptr && !entry.bad_import && !session_.sink.has_syntax_errors();
      entry.failed = !readable || !check(entry) || session_.sink.has_errors();
      if (entry.failed) {
        wrong.push_back(path);
        continue;
      }
      program.packages.push_back(entry.package);
      if (path == request_.import_path) program.main = entry.package;
    }
    if (!wrong.empty()) session_.sink.show(wrong);
  }

  /// Parses a package's files and queues its imports. `found_in` null: the program's own.
  void read(const std::string& path, const std::vector<FileText>& files, const PackageSource* found_in) {
    const bool is_std = found_in != nullptr && found_in->is_std();
    const syntax::Bodies bodies = is_std ? syntax::Bodies::Skip : syntax::Bodies::Parse;
    session_.sink.enter(path);
    Entry& entry = entries_[path];
    graph_.add(path);
    const bool whole = found_in != nullptr || request_.is_directory;
    entry.may_lack_bodies = is_std || (whole && !files.empty() && has_assembly(files[0].directory));
    const syntax::File* first = nullptr;
    for (const FileText& file : files) {
      SourceFile* source = session_.sources.add(file.name, file.text);
      if (source == nullptr) {
        session_.sink.report({}, diag::kUnsupportedSourceSize);
        return;
      }
      syntax::File* tree =
          file.outline.empty() ? syntax::parse_file(session_, *source, bodies) : syntax::parse_outlined(session_, *source, file.outline);
      if (tree == nullptr) continue;
      if (request_.cover != nullptr && !session_.sink.has_errors()) request_.cover->count(session_, *source, *tree);
      if (first != nullptr && first->package_name->symbol != tree->package_name->symbol) {
        session_.sink.report(tree->package_name->pos, diag::kMixedPackages, tree->package_name->text(), first->package_name->text());
        continue;
      }
      if (first == nullptr) first = tree;
      entry.files.push_back(tree);
      if (!is_std && problems_.empty()) find_embedded(*tree, file.directory, entry.embedded);
    }
    if (first == nullptr) return;
    // A program is "main", whatever its import path is.
    const bool is_program = first->package_name->text() == std::string_view("main");
    entry.package = store().make_package(is_program ? path : display_path(path), first->package_name->symbol);
    entry.package->files = entry.files;
    entry.package->is_std = is_std;
    entry.package->is_user = !is_std;
    entry.package->go_version = is_std ? kGoVersion : found_in != nullptr ? found_in->go_version(path) : "";
    if (entry.package->go_version.empty()) entry.package->go_version = request_.go_version;
    pending_.push_back(path);
  }

  /// Finds the files that a file's go:embed patterns name; the go command looks where package embed is imported.
  void find_embedded(const syntax::File& file, const std::filesystem::path& directory, types::EmbeddedFiles& embedded) {
    if (std::ranges::none_of(file.imports, [](const syntax::ImportDecl* import) { return import->import_path() == "embed"; })) return;
    for (const syntax::Pragma& pragma : file.pragmas) {
      std::vector<syntax::EmbedPattern> patterns;
      std::string_view wrong;
      if (pragma.verb() != "go:embed" || !syntax::parse_embed(pragma, patterns, wrong)) continue;
      for (const syntax::EmbedPattern& pattern : patterns) {
        std::string problem = embed_pattern(directory.empty() ? "." : directory, pattern.text, embedded);
        if (problem.empty()) continue;
        problems_.push_back({"", place(pattern.pos) + ": pattern " + pattern.text + ": " + problem});
        return;
      }
    }
  }

  void follow_imports() {
    for (size_t i = 0; i < pending_.size(); ++i) {
      std::string importer = pending_[i];
      for (const syntax::File* file : entries_[importer].files) {
        for (const syntax::ImportDecl* import : file->imports) {
          const std::string path = entry_name(std::string(import->import_path()));
          if (path.empty()) {
            if (import->path != nullptr && !import->path->bad) {
              session_.sink.enter(importer);
              session_.sink.report(import->path->pos, diag::kEmptyImportPath);
              entries_[importer].bad_import = true;
            }
            continue;
          }
          if (path == "unsafe") continue;
          const Pos pos = import->local_name != nullptr ? import->local_name->pos : import->path->pos;
          require(path, pos, importer);
          if (graph_.has(path) && is_importable(importer, path, pos)) graph_.add_import(importer, path);
        }
      }
    }
  }

  /// The program may be imported by its path in the module, which makes a cycle.
  std::string entry_name(const std::string& path) const {
    return request_.in_module && path == request_.display_path && path != request_.importable_program ? request_.import_path : path;
  }

  /// Makes sure a package is read; complains at `pos` if nobody has it.
  void require(const std::string& path, Pos pos, const std::string& importer) {
    if (entries_.contains(path)) return;
    Refusal refusal;
    for (const PackageSource* source : request_.sources) {
      std::optional<std::vector<FileText>> files = source->find(path);
      if (!files) {
        if (refusal.text.empty()) refusal = source->refusal(path);
        continue;
      }
      entries_[path].importer = importer;
      if (!source->is_std() && files->size() > 1) {
        if (std::string mixed = mixed_packages(*files); !mixed.empty()) {
          problems_.push_back({path, place(pos) + ": " + mixed});
          return;
        }
      }
      read(path, *files, source);
      return;
    }
    entries_[path].importer = importer;
    if (refusal.behind == Refusal::Behind::Importer && !entries_[importer].package->is_std) return refuse_internal(importer, path, pos);
    problems_.push_back({path, missing(path, pos, refusal)});
  }

  /// Of what an importer may not import, the go command names the first alone.
  void refuse_internal(const std::string& importer, const std::string& path, Pos pos) {
    const auto [found, fresh] = refused_internal_.try_emplace(importer, problems_.size());
    if (fresh) problems_.emplace_back();
    Problem& problem = problems_[found->second];
    if (!fresh && problem.path <= path) return;
    problem = {path, import_stack(importer) + "\n\t" + place(pos) + ": use of internal package " + path + " not allowed"};
  }

  std::string missing(const std::string& path, Pos pos, const Refusal& refusal) {
    if (path == "C") return place(pos) + ": not supported by govm: cgo";
    if (path.starts_with("./") || path.starts_with("../")) {
      std::string text = place(pos) + ": \"" + path + "\" is relative, but relative import paths are not supported in module mode";
      if (request_.is_directory) text += "\n" + place(pos) + ": local import \"" + path + "\" in non-local package";
      return text;
    }
    if (path.starts_with('/')) return place(pos) + ": \"" + path + "\" is not a package path; see 'go help packages'";
    if (!refusal.text.empty()) {
      switch (refusal.behind) {
        case Refusal::Behind::Position:
        case Refusal::Behind::Importer: return place(pos) + ": " + refusal.text;
        case Refusal::Behind::ImportStack: return import_stack(path) + ": " + refusal.text;
        case Refusal::Behind::Nothing: return refusal.text;
      }
    }
    // Paths of other modules begin with a domain.
    if (path.substr(0, path.find('/')).find('.') == std::string::npos) return place(pos) + ": package " + path + " is not in std";
    std::string text = place(pos) + ": no required module provides package " + path;
    if (request_.in_module) return text + "; to add it:\n\tgo get " + path;
    return text + ": go.mod file not found in current directory or any parent directory; see 'go help modules'";
  }

  /// Spec leaves internal packages and programs to the implementation: the go command does not let them be imported.
  bool is_importable(const std::string& importer, const std::string& path, Pos pos) {
    const Entry& entry = entries_[path];
    const Entry& from = entries_[importer];
    if (entry.package == nullptr || importer == path) return true;
    if (path == request_.import_path) {  // a cycle besides
      problems_.push_back(
          {display_path(path), place(pos) + ": import \"" + display_path(path) + "\" is a program, not an importable package"});
      return true;
    }
    if (entry.package->name == std::string_view("main") && !entry.package->is_std && path != request_.importable_program) {
      problems_.push_back({path, place(pos) + ": import \"" + path + "\" is a program, not an importable package"});
      return false;
    }
    if (from.package->is_std || !pos) return true;
    size_t at = internal_at(path);
    if (at == std::string::npos) return true;
    std::string_view parent = std::string_view(path).substr(0, at == 0 ? 0 : at - 1);
    std::string_view user = importer == request_.import_path ? std::string_view(request_.display_path) : std::string_view(importer);
    bool below = at != 0 && user.starts_with(parent) && (user.size() == parent.size() || user[parent.size()] == '/');
    const bool is_test_main = importer == request_.import_path && !request_.importable_program.empty();
    if (below || is_test_main || (user == "command-line-arguments" && !entry.package->is_std)) return true;
    refuse_internal(importer, path, pos);
    return false;
  }

  /// "found packages a (a.go) and b (b.go) in DIR": of the first two files that disagree; empty if none do.
  std::string mixed_packages(const std::vector<FileText>& files) {
    std::string first, first_file;
    // A look ahead: mistakes are reported when the files are read.
    SourceMap sources;
    diag::DiagnosticSink sink(sources, 0);
    syntax::Session session{session_.arena, session_.interner, sources, sink};
    for (const FileText& file : files) {
      SourceFile* source = sources.add(file.name, file.text);
      syntax::File* tree = source != nullptr ? syntax::parse_imports(session, *source) : nullptr;
      if (tree == nullptr || sink.has_errors()) return "";
      std::string name(tree->package_name->text());
      std::filesystem::path path(file.name);
      if (first.empty()) {
        first = name;
        first_file = path.filename().string();
      } else if (name != first) {
        std::error_code ignored;
        return "found packages " + first + " (" + first_file + ") and " + name + " (" + path.filename().string() + ") in " +
               std::filesystem::weakly_canonical(path.parent_path(), ignored).string();
      }
    }
    return "";
  }

  std::string display_path(const std::string& path) const { return path == request_.import_path ? request_.display_path : path; }

  /// A position as the go command shows it.
  std::string place(Pos pos) const {
    std::string text = session_.sources.describe(pos);
    while (text.starts_with("./")) text.erase(0, 2);
    return text;
  }

  /// "package a\n\timports b": how the program comes to import the package.
  std::string import_stack(const std::string& path) {
    if (path == request_.import_path) return "package " + request_.display_path;
    const std::string& importer = entries_[path].importer;
    return import_stack(importer.empty() ? request_.import_path : importer) + "\n\timports " + path;
  }

  bool check(Entry& entry) {
    types::CheckOptions options;
    options.bodies = !entry.package->is_std;
    options.std_packages = request_.std_packages;
    options.require_bodies = request_.require_bodies && !entry.may_lack_bodies;
    options.require_main = request_.require_main && entry.package == entries_[request_.import_path].package;
    options.embedded = &entry.embedded;
    options.is_inlinable = request_.is_inlinable;
    options.go_version = entry.package->go_version;
    auto importer = [&](const std::string& path) -> const types::Package* {
      if (path == "unsafe") return store().unsafe_package();
      auto found = entries_.find(path);
      return found != entries_.end() ? found->second.package : nullptr;
    };
    return checker_.check_package(entry.package, entry.files, importer, options);
  }

  /// The first cycle on the way through the imports in order, from the program on.
  std::string find_cycle() {
    std::vector<std::string> stack;
    std::set<std::string> done;
    std::string text;
    auto visit = [&](auto& self, const std::string& path, const std::string& so_far) -> bool {
      if (std::ranges::find(stack, path) != stack.end()) {
        text = so_far + ": import cycle not allowed";
        return true;
      }
      if (!done.insert(path).second) return false;
      stack.push_back(path);
      std::map<std::string, std::string> imports;  // path to the file that has it first
      for (const syntax::File* file : entries_[path].files) {
        std::string name = std::filesystem::path(file->source->name()).filename().string();
        for (const syntax::ImportDecl* import : file->imports) imports.try_emplace(std::string(import->import_path()), name);
      }
      for (const auto& [imported, file] : imports) {
        if (entries_.contains(entry_name(imported)) &&
            self(self, entry_name(imported), so_far + "\n\timports " + imported + " from " + file))
          return true;
      }
      stack.pop_back();
      return false;
    };
    visit(visit, request_.import_path, "package " + request_.display_path);
    return text;
  }

  /// A package that cannot be had, for the messages' order.
  struct Problem {
    std::string path;
    std::string text;
  };

  syntax::Session& session_;
  types::Checker& checker_;
  const LoadRequest& request_;
  std::map<std::string, Entry> entries_;
  std::vector<std::string> pending_;  ///< in the order they were read; imports are followed in this order
  ImportGraph graph_;
  std::vector<Problem> problems_;
  std::map<std::string, size_t> refused_internal_;  ///< by importer, where in problems_
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
