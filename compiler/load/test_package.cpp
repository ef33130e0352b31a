// Finds test functions and the output of examples, and writes the text of package main.
#include "compiler/load/test_package.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "compiler/syntax/parser.h"

namespace govm::load {
namespace {

/// Whether a letter is a small one. Scripts with two cases lie below the first of those without, Hebrew.
bool is_small_letter(char32_t rune) {
  constexpr char32_t kFirstWithoutCases = 0x590;
  return rune < kFirstWithoutCases && is_letter(rune) && !is_upper(rune);
}

/// Whether a name is `prefix` alone, or goes on with anything but a small letter.
bool is_test_name(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix)) return false;
  name.remove_prefix(prefix.size());
  return name.empty() || !is_small_letter(decode_rune(name).rune);
}

/// A text as a Go string literal.
std::string go_literal(std::string_view text) {
  std::string out = "\"";
  for (unsigned char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c < ' ' || c == 127) {
      out += fmt::format("\\x{:02x}", c);
    } else {
      out += static_cast<char>(c);
    }
  }
  return out + "\"";
}

/// What an example shall print: the text of the last comment in its body, if that begins with "Output:".
struct ExpectedOutput {
  std::string text;
  bool unordered = false;
};

/// The text of a comment without its marks, as doc comments are read.
std::string comment_text(std::string_view comment) {
  std::string out;
  while (!comment.empty()) {
    size_t newline = comment.find('\n');
    std::string_view line = comment.substr(0, newline);
    comment = newline == std::string_view::npos ? std::string_view() : comment.substr(newline + 1);
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    if (line.starts_with("//")) line.remove_prefix(line.starts_with("// ") ? 3 : 2);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.remove_suffix(1);
    out += std::string(line) + "\n";
  }
  return out;
}

/// Finds the last comment of a body. Literals hide what looks like comments; `//` lines below each other are one comment.
std::string_view last_comment(std::string_view body) {
  size_t begin = 0, end = 0, i = 0;
  bool only_space = true;  // between the last `//` comment and here
  while (i < body.size()) {
    const char c = body[i];
    if (c == '"' || c == '\'' || c == '`') {
      for (i++; i < body.size() && body[i] != c; i++) i += c != '`' && body[i] == '\\';
      i++;
      only_space = false;
    } else if (body.substr(i, 2) == "//") {
      const size_t stop = std::min(body.find('\n', i), body.size());
      if (!only_space || end == 0) begin = i;
      end = stop;
      i = stop;
      only_space = true;
      // A blank line ends the comment.
      const size_t next = body.find_first_not_of(" \t\r", stop + 1);
      if (stop + 1 < body.size() && next != std::string_view::npos && body[next] == '\n') only_space = false;
    } else if (body.substr(i, 2) == "/*") {
      const size_t stop = body.find("*/", i + 2);
      if (stop == std::string_view::npos) break;
      begin = i + 2;
      end = stop;
      i = stop + 2;
      only_space = false;
    } else {
      only_space = only_space && (c == ' ' || c == '\t' || c == '\n' || c == '\r');
      i++;
    }
  }
  return body.substr(begin, end - begin);
}

std::optional<ExpectedOutput> expected_output(std::string_view body) {
  std::string text = comment_text(last_comment(body));
  auto take = [&](std::string_view word) {
    size_t at = text.find_first_not_of(" \t\n");
    if (at == std::string::npos || text.size() < at + word.size()) return false;
    for (size_t i = 0; i < word.size(); i++) {
      if (std::tolower(static_cast<unsigned char>(text[at + i])) != word[i]) return false;
    }
    text.erase(0, at + word.size());
    return true;
  };
  ExpectedOutput expected;
  if (take("unordered output:")) {
    expected.unordered = true;
  } else if (!take("output:")) {
    return std::nullopt;
  }
  // Spaces and a line's end behind the colon do not count.
  size_t at = text.find_first_not_of(' ');
  text.erase(0, at == std::string::npos ? text.size() : at);
  if (text.starts_with("\n")) text.erase(0, 1);
  expected.text = text;
  return expected;
}

/// The test functions of one of the two packages, as rows of the program's lists.
struct Rows {
  std::string_view alias;  ///< what the program calls the package
  bool used = false;
  TestProblem problem = {};
  std::string tests = {}, benchmarks = {}, fuzz_targets = {}, examples = {};

  void add(std::string Rows::*list, const std::string& row) {
    this->*list += row;
    used = true;
  }
};

/// Collects the test functions of a package's test files and writes the program.
class MainWriter {
 public:
  TestPackage package;

  MainWriter() : sink_(sources_, 0), session_{arena_, interner_, sources_, sink_} {}

  /// The name of a file's package; empty after a syntax error.
  std::string add(const FileText& file) {
    const size_t errors = sink_.count();
    SourceFile* source = sources_.add(file.name, file.text);
    syntax::File* tree = source != nullptr ? syntax::parse_file(session_, *source) : nullptr;
    std::string name(tree != nullptr ? tree->package_name->text() : "");
    Rows& rows = name.ends_with("_test") ? outside_ : inside_;
    if (sink_.count() != errors) {
      complain({"", file.name}, rows);
      return name;
    }
    if (tree == nullptr) return "";
    for (const syntax::Decl* decl : tree->decls) {
      const auto* func = syntax::as<syntax::FuncDecl>(decl);
      if (func != nullptr && func->recv == nullptr) add_function(*func, *source, rows);
    }
    return name;
  }

  /// Notes the file if its package clause or imports are wrong.
  void read_head(const FileText& file) {
    const size_t errors = sink_.count();
    if (SourceFile* source = sources_.add(file.name, file.text)) syntax::parse_imports(session_, *source);
    if (sink_.count() != errors && !exists(package.problem)) package.problem = {"", file.name, true};
  }

  /// What is wrong with tests in the package comes before what is wrong with those outside of it.
  void choose_problem() {
    for (const Rows* rows : {&inside_, &outside_}) {
      if (!exists(package.problem)) package.problem = rows->problem;
    }
  }

  std::string text(const std::string& import_path, const std::string& module_path, const std::string& cover, uint32_t blocks, bool profiles,
                   bool has_tests) const {
    std::string out = "package main\n\nimport (\n\t\"os\"\n\t\"testing\"\n\t\"testing/internal/testdeps\"\n";
    if (profiles) out += "\t\"testing/internal/profiles\"\n";
    if (!test_main_.empty()) out += "\t\"reflect\"\n";
    const auto import = [&](const Rows& rows, const std::string& path, bool there) {
      if (there) out += fmt::format("\t{} {}\n", rows.used ? rows.alias : "_", go_literal(path));
    };
    import(inside_, import_path, !package.inside.empty() && (has_tests || cover.empty()));
    import(outside_, import_path + "_test", !package.outside.empty());
    out += ")\n\n";
    const auto list = [&](std::string_view name, std::string_view type, std::string Rows::*rows) {
      out += fmt::format("var {} = []testing.{}{{\n{}{}}}\n\n", name, type, inside_.*rows, outside_.*rows);
    };
    list("tests", "InternalTest", &Rows::tests);
    list("benchmarks", "InternalBenchmark", &Rows::benchmarks);
    list("fuzzTargets", "InternalFuzzTarget", &Rows::fuzz_targets);
    list("examples", "InternalExample", &Rows::examples);
    if (!cover.empty()) out += fmt::format("var {} [{}]uint64\n\n", kBlockCounts, blocks);
    out += fmt::format("func main() {{\n\tdeps := testdeps.TestDeps{{Path: {}, Module: {}}}\n", go_literal(import_path),
                       go_literal(module_path));
    if (profiles) out += "\tdeps.Profiles = profiles.Runtime{}\n";
    if (!cover.empty()) out += fmt::format("\tdeps.Cover = {}\n", cover);
    out += "\tm := testing.MainStart(deps, tests, benchmarks, fuzzTargets, examples)\n";
    if (test_main_.empty()) return out + "\tos.Exit(m.Run())\n}\n";
    return out + fmt::format("\t{}(m)\n\tos.Exit(int(reflect.ValueOf(m).Elem().FieldByName(\"exitCode\").Int()))\n}}\n", test_main_);
  }

 private:
  static bool exists(const TestProblem& problem) { return !problem.text.empty() || !problem.unreadable.empty(); }
  static void complain(TestProblem problem, Rows& rows) {
    if (!exists(rows.problem)) rows.problem = std::move(problem);
  }

  /// Whether the function is a func(*T) or func(*testing.T) for a type name such as T.
  static bool takes(const syntax::FuncDecl& func, std::string_view type_name) {
    if (!func.type->results.empty() || func.type->params.size() != 1) return false;
    const auto* star = syntax::as<syntax::StarExpr>(func.type->params[0]->type);
    if (star == nullptr) return false;
    if (const auto* name = syntax::as<syntax::Name>(star->x)) return name->text() == type_name;
    const auto* selector = syntax::as<syntax::SelectorExpr>(star->x);
    return selector != nullptr && selector->sel->text() == type_name;
  }

  /// Complains about a function that has a test's name but not its shape.
  bool has_shape(const syntax::FuncDecl& func, std::string_view type_name, const SourceFile& source, Rows& rows) {
    std::string wrong;
    if (!takes(func, type_name)) {
      wrong = fmt::format("wrong signature for {0}, must be: func {0}({1} *testing.{2})", func.name->text(),
                          static_cast<char>(std::tolower(type_name[0])), type_name);
    } else if (!func.type_params.empty()) {
      wrong = fmt::format("wrong signature for {}, test functions cannot have type parameters", func.name->text());
    }
    if (!wrong.empty()) {
      const Position at = source.physical(source.at(source.text().rfind("func", source.index_of(func.pos))));
      std::error_code ignored;
      const std::string file = std::filesystem::weakly_canonical(source.name(), ignored).string();
      complain({fmt::format("{}:{}:{}: {}", file, at.line, at.column, wrong), ""}, rows);
    }
    return wrong.empty();
  }

  void add_function(const syntax::FuncDecl& func, const SourceFile& source, Rows& rows) {
    const std::string_view name = func.name->text();
    const std::string row = fmt::format("\t{{\"{}\", {}.{}", name, rows.alias, name);
    if (name == "TestMain" && !takes(func, "T")) {
      if (!has_shape(func, "M", source, rows)) return;
      if (!test_main_.empty()) complain({"multiple definitions of TestMain", ""}, rows);
      test_main_ = fmt::format("{}.{}", rows.alias, name);
      rows.used = true;
    } else if (is_test_name(name, "Test")) {
      if (has_shape(func, "T", source, rows)) rows.add(&Rows::tests, row + "},\n");
    } else if (is_test_name(name, "Benchmark")) {
      if (has_shape(func, "B", source, rows)) rows.add(&Rows::benchmarks, row + "},\n");
    } else if (is_test_name(name, "Fuzz")) {
      if (has_shape(func, "F", source, rows)) rows.add(&Rows::fuzz_targets, row + "},\n");
    } else if (is_test_name(name, "Example") && func.type->params.empty() && func.type->results.empty() && func.has_body()) {
      const size_t begin = source.index_of(func.body_text.begin), end = source.index_of(func.body_text.end);
      if (auto expected = expected_output(source.text().substr(begin, end - begin))) {
        rows.add(&Rows::examples, fmt::format("{}, {}, {}}},\n", row, go_literal(expected->text), expected->unordered));
      }
    }
  }

  Arena arena_;
  Interner interner_;
  SourceMap sources_;
  diag::DiagnosticSink sink_;
  syntax::Session session_;
  Rows inside_{.alias = "_test"};
  Rows outside_{.alias = "_xtest"};
  std::string test_main_;
};

}  // namespace

TestPackage make_test_package(std::vector<FileText> files, std::vector<FileText> tests, const std::string& import_path,
                              const std::string& module_path, const std::string& cover, uint32_t blocks, bool profiles) {
  MainWriter writer;
  writer.package.inside = std::move(files);
  const bool has_tests = !tests.empty();
  for (const FileText& file : writer.package.inside) writer.read_head(file);
  for (const FileText& file : tests) writer.read_head(file);
  for (FileText& file : tests) {
    const bool outside = writer.add(file).ends_with("_test");
    (outside ? writer.package.outside : writer.package.inside).push_back(std::move(file));
  }
  writer.choose_problem();
  writer.package.main = {"_testmain.go", writer.text(import_path, module_path, cover, blocks, profiles, has_tests)};
  return std::move(writer.package);
}

}  // namespace govm::load
