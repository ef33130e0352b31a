// A program of the build: prints the outlines of std's files (compiler/syntax/outline.h) as a table of C++.
//
// The texts decide, and what the names in them stand for, which variables have initialisers that need no code: the compiler lays out
// their values (compiler/ir/build_static_data.cpp).
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/large_stack.h"
#include "compiler/diag/render.h"
#include "compiler/syntax/parser.h"
#include "compiler/syntax/type_expr.h"
#include "std/std.h"

namespace govm::cli {
namespace {

using Row = syntax::OutlineRow;

/// What a package-level name stands for.
struct Named {
  Row::Kind kind;
  const syntax::TypeDecl* type = nullptr;
  const syntax::Expr* init = nullptr;  ///< of a variable that is declared alone
  const syntax::File* file = nullptr;
  bool has_init = false;
};

struct Package {
  std::vector<std::pair<std::string_view, const syntax::File*>> files;  ///< by path below std/
  std::unordered_map<std::string_view, Named> names;
};

using Packages = std::map<std::string_view, Package>;

Named named_variable(const syntax::VarDecl* decl, const syntax::File* file) {
  const bool alone = decl->names.size() == 1 && decl->values.size() == 1;
  return {Row::Kind::Var, nullptr, alone ? decl->values[0] : nullptr, file, !decl->values.empty()};
}

void add_names(Package& package, const syntax::File* file) {
  for (const syntax::Decl* decl : file->decls) {
    if (const auto* constants = syntax::as<syntax::ConstDecl>(decl)) {
      for (const syntax::Name* name : constants->names) package.names[name->text()] = {Row::Kind::Const};
    } else if (const auto* variables = syntax::as<syntax::VarDecl>(decl)) {
      for (const syntax::Name* name : variables->names) package.names[name->text()] = named_variable(variables, file);
    } else if (const auto* type = syntax::as<syntax::TypeDecl>(decl)) {
      package.names[type->name->text()] = {Row::Kind::Type, type};
    } else if (const auto* function = syntax::as<syntax::FuncDecl>(decl); function != nullptr && !function->is_method()) {
      package.names[function->name->text()] = {Row::Kind::Func};
    }
  }
}

/// Whether initialisers need code.
class Initializers {
 public:
  explicit Initializers(const Packages& packages) : packages_(packages) {}

  /// Of a variable, or of one of several names of a declaration, that has one.
  bool needs_code(const Package& package, const Named& variable) const {
    if (variable.init == nullptr) return true;
    const Place at{package, *variable.file};
    return needs_code(at, variable.init) && !is_laid_out_elsewhere(at, variable.init);
  }

 private:
  /// Where names are looked up.
  struct Place {
    const Package& package;
    const syntax::File& file;
  };

  bool needs_code(const Place& at, const syntax::Expr* expr) const {
    expr = syntax::unparen(expr);
    switch (expr->kind) {
      case syntax::NodeKind::BasicLit: return false;
      case syntax::NodeKind::Name:
      case syntax::NodeKind::SelectorExpr: {
        const Named* named = find(at, expr);
        if (named == nullptr) return !is_predeclared_constant(expr);
        return named->kind != Row::Kind::Const && named->kind != Row::Kind::Func;
      }
      case syntax::NodeKind::UnaryExpr: {
        const auto* unary = syntax::cast<syntax::UnaryExpr>(expr);
        if (unary->op != syntax::Operator::And) return unary->op == syntax::Operator::Recv || needs_code(at, unary->x);
        const syntax::Expr* x = syntax::unparen(unary->x);
        if (const auto* literal = syntax::as<syntax::CompositeLit>(x)) return needs_code(at, literal, literal->type);
        const Named* named = find(at, x);
        return named == nullptr || named->kind != Row::Kind::Var;
      }
      case syntax::NodeKind::BinaryExpr: {
        const auto* binary = syntax::cast<syntax::BinaryExpr>(expr);
        return needs_code(at, binary->x) || needs_code(at, binary->y);
      }
      case syntax::NodeKind::CompositeLit: {
        const auto* literal = syntax::cast<syntax::CompositeLit>(expr);
        return needs_code(at, literal, literal->type);
      }
      case syntax::NodeKind::CallExpr: {
        const auto* call = syntax::cast<syntax::CallExpr>(expr);
        return call->args.size() != 1 || needs_code(at, call->args[0]) || !is_errors_new(at, call->fun);
      }
      default: return true;
    }
  }

  /// `type` is what the literal, or the one around it, says.
  bool needs_code(const Place& at, const syntax::CompositeLit* literal, const syntax::Expr* type) const {
    type = definition(at, type);
    const auto* array = syntax::as<syntax::ArrayType>(type);
    const auto* slice = syntax::as<syntax::SliceType>(type);
    const syntax::Expr* elem = array != nullptr ? array->elem : slice != nullptr ? slice->elem : nullptr;
    if (elem == nullptr && !syntax::is<syntax::StructType>(type)) return true;
    return std::ranges::any_of(literal->elems, [&](const syntax::Expr* element) {
      const auto* pair = syntax::as<syntax::KeyValueExpr>(element);
      const syntax::Expr* value = pair != nullptr ? pair->value : element;
      const auto* inner = syntax::as<syntax::CompositeLit>(value);
      if (inner == nullptr || inner->type != nullptr) return needs_code(at, value);
      const auto* pointer = syntax::as<syntax::StarExpr>(elem);
      return needs_code(at, inner, pointer != nullptr ? pointer->x : elem);
    });
  }

  /// The value of another package's variable that is laid out itself.
  bool is_laid_out_elsewhere(const Place& at, const syntax::Expr* expr) const {
    if (!syntax::is<syntax::SelectorExpr>(expr)) return false;
    const Package* package = nullptr;
    const Named* named = find(at, expr, &package);
    return named != nullptr && named->kind == Row::Kind::Var && named->has_init && !needs_code(*package, *named);
  }

  /// What a type's name stands for, if it is one of this package.
  static const syntax::Expr* definition(const Place& at, const syntax::Expr* type) {
    while (const auto* name = syntax::as<syntax::Name>(type)) {
      const auto found = at.package.names.find(name->text());
      if (found == at.package.names.end() || found->second.type == nullptr) break;
      type = found->second.type->type;
    }
    return type;
  }

  /// A name of this package, or of one that the file imports; null: it is predeclared, or a selector of something else.
  const Named* find(const Place& at, const syntax::Expr* expr, const Package** where = nullptr) const {
    const Package* package = &at.package;
    const auto* name = syntax::as<syntax::Name>(expr);
    if (const auto* selector = syntax::as<syntax::SelectorExpr>(expr)) {
      package = imported(at, selector->x);
      name = selector->sel;
    }
    if (package == nullptr || name == nullptr) return nullptr;
    if (where != nullptr) *where = package;
    const auto found = package->names.find(name->text());
    return found != package->names.end() ? &found->second : nullptr;
  }

  const Package* imported(const Place& at, const syntax::Expr* expr) const {
    const std::string_view path = import_path(at, expr);
    const auto found = packages_.find(path);
    return found != packages_.end() ? &found->second : nullptr;
  }

  static std::string_view import_path(const Place& at, const syntax::Expr* expr) {
    const auto* name = syntax::as<syntax::Name>(expr);
    if (name == nullptr || at.package.names.contains(name->text())) return {};
    for (const syntax::ImportDecl* import : at.file.imports) {
      const std::string_view path = import->import_path();
      const std::string_view known_as = import->local_name != nullptr ? import->local_name->text() : path.substr(path.rfind('/') + 1);
      if (known_as == name->text()) return path;
    }
    return {};
  }

  static bool is_predeclared_constant(const syntax::Expr* expr) {
    const auto* name = syntax::as<syntax::Name>(expr);
    return name != nullptr && (name->text() == "true" || name->text() == "false" || name->text() == "nil" || name->text() == "iota");
  }

  static bool is_errors_new(const Place& at, const syntax::Expr* fun) {
    const auto* selector = syntax::as<syntax::SelectorExpr>(fun);
    if (selector != nullptr) return selector->sel->text() == "New" && import_path(at, selector->x) == "errors";
    // In the package itself.
    const auto* name = syntax::as<syntax::Name>(fun);
    return name != nullptr && name->text() == "New" && at.file.package_name->text() == "errors";
  }

  const Packages& packages_;
};

/// The rows of one file.
class FileRows {
 public:
  FileRows(const Initializers& initializers, const Package& package, const syntax::File& file)
      : initializers_(initializers), package_(package), file_(file) {}

  std::vector<Row> find() {
    for (const syntax::Decl* decl : file_.decls) {
      if (const auto* constants = syntax::as<syntax::ConstDecl>(decl)) {
        const Pos begin = constants->group != nullptr ? constants->group->lparen : constants->pos;
        for (const syntax::Name* name : constants->names) add(Row::Kind::Const, begin, name);
      } else if (const auto* type = syntax::as<syntax::TypeDecl>(decl)) {
        add(Row::Kind::Type, begin_of(type), type->name);
      } else if (const auto* variables = syntax::as<syntax::VarDecl>(decl)) {
        add_variables(variables);
      } else if (const auto* function = syntax::as<syntax::FuncDecl>(decl)) {
        add_function(function);
      }
    }
    return std::move(rows_);
  }

 private:
  template <class Decl>
  static Pos begin_of(const Decl* decl) {
    return decl->pragmas.empty() ? decl->pos : Pos{decl->pragmas.front().pos.offset - 2};
  }

  Row& add(Row::Kind kind, Pos begin, const syntax::Name* name) {
    Row row;
    row.begin = index_of(begin);
    row.name = index_of(name->pos);
    row.name_size = static_cast<uint16_t>(name->text().size());
    row.kind = kind;
    rows_.push_back(row);
    return rows_.back();
  }

  void add_variables(const syntax::VarDecl* decl) {
    Row::Use use = Row::Use::Named;
    if (!decl->values.empty() && initializers_.needs_code(package_, named_variable(decl, &file_))) {
      const bool only_looks_up = syntax::find_pragma(file_.pragmas, "govm:ifused") != nullptr;
      use = only_looks_up ? Row::Use::NamedInitialised : Row::Use::Always;
    }
    for (const syntax::Name* name : decl->names) add(Row::Kind::Var, begin_of(decl), name).use = use;
  }

  void add_function(const syntax::FuncDecl* decl) {
    Row& row = add(Row::Kind::Func, begin_of(decl), decl->name);
    if (!decl->is_method()) {
      if (decl->name->text() == "init") row.use = Row::Use::Always;
      return;
    }
    const syntax::Expr* type = syntax::unparen(decl->recv->type);
    if (const auto* star = syntax::as<syntax::StarExpr>(type)) type = syntax::unparen(star->x);
    if (const auto* instance = syntax::as<syntax::IndexExpr>(type)) type = instance->x;
    row.receiver = index_of(type->pos);
    row.receiver_size = static_cast<uint16_t>(syntax::cast<syntax::Name>(type)->text().size());
  }

  uint32_t index_of(Pos pos) const { return static_cast<uint32_t>(file_.source->index_of(pos)); }

  const Initializers& initializers_;
  const Package& package_;
  const syntax::File& file_;
  std::vector<Row> rows_;
};

int run() {
  Arena arena;
  Interner interner;
  SourceMap sources;
  diag::DiagnosticSink sink(sources, 0);
  syntax::Session session{arena, interner, sources, sink};
  Packages packages;
  for (const std::string_view path : stdlib::packages()) {
    Package& package = packages[path];
    for (const stdlib::EmbeddedFile& embedded : stdlib::files_of(path)) {
      SourceFile* source = sources.add(std::string(embedded.path), SourceText::lasting(embedded.text));
      const syntax::File* file = syntax::parse_file(session, *source, syntax::Bodies::Skip);
      if (file == nullptr) continue;
      package.files.emplace_back(embedded.path, file);
      add_names(package, file);
    }
  }
  if (sink.has_errors()) {
    fmt::print(stderr, "std is not sound:\n{}\n", diag::render_all(sink));
    return 1;
  }
  const Initializers initializers(packages);
  std::map<std::string_view, std::string> tables;  // by path
  std::string imports, rows;
  size_t import_count = 0, row_count = 0;
  for (const auto& [path, package] : packages) {
    for (const auto& [file_path, file] : package.files) {
      const std::vector<Row> found = FileRows(initializers, package, *file).find();
      for (const Row& row : found) {
        rows += fmt::format("{{{},{},{},{},{},Kind({}),Use({})}},\n", row.begin, row.name, row.receiver, row.name_size, row.receiver_size,
                            static_cast<int>(row.kind), static_cast<int>(row.use));
      }
      for (const syntax::ImportDecl* import : file->imports) {
        imports += fmt::format("{{\"\\\"{}\\\"\",\"{}\",{}}},\n", import->import_path(),
                               import->local_name != nullptr ? import->local_name->text() : "", file->source->index_of(import->pos));
      }
      tables[file_path] =
          fmt::format("{{\"{}\",{{\"{}\",{},{{kImports + {},{}}},{{kRows + {},{}}}}}}},\n", file_path, file->package_name->text(),
                      file->source->index_of(file->package_name->pos), import_count, file->imports.size(), row_count, found.size());
      import_count += file->imports.size();
      row_count += found.size();
    }
  }
  fmt::print("// Made by cli/std_outlines.\n#include \"cli/std_outlines/table.h\"\n\nnamespace govm::cli {{\nnamespace {{\n\n");
  fmt::print("using Kind = syntax::OutlineRow::Kind;\nusing Use = syntax::OutlineRow::Use;\n\n");
  fmt::print("constexpr syntax::OutlineImport kImports[] = {{\n{}}};\n", imports);
  fmt::print("constexpr syntax::OutlineRow kRows[] = {{\n{}}};\n\nconst FileOutline kFiles[] = {{\n", rows);
  for (const auto& [path, table] : tables) fmt::print("{}", table);
  fmt::print("}};\n\n}}  // namespace\n\nstd::span<const FileOutline> std_outlines() {{ return kFiles; }}\n\n}}  // namespace govm::cli\n");
  return 0;
}

}  // namespace
}  // namespace govm::cli

int main() {
  int status = 0;
  govm::on_large_stack([&] { status = govm::cli::run(); });
  return status;
}
