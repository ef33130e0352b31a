// Every exported function and method that std declares is named by some case under tests/std: the declarations are counted here, so that a
// new one without a case fails. Whether a case holds is the case runner's matter.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "cli/adapters.h"
#include "compiler/diag/render.h"
#include "compiler/load/load.h"
#include "compiler/syntax/decl.h"
#include "compiler/syntax/visit.h"
#include "compiler/types/checker.h"

namespace govm {
namespace {

using Names = std::set<std::string, std::less<>>;

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return std::move(text).str();
}

/// "strings.Index", "encoding/json.(*Decoder).Token", without type arguments.
std::string name_of(const types::Func* func) {
  if (func->origin != nullptr) func = func->origin;
  std::string name = func->full_name();
  if (size_t from = name.find('['); from != std::string::npos) name.erase(from, name.rfind(']') - from + 1);
  return name;
}

/// Whether a program that imports the package can name the function: it and its receiver's type are exported.
bool is_public(const types::Func* func) {
  if (!func->is_exported()) return false;
  std::string name = name_of(func);
  size_t type = name.find_first_not_of("(*", name.rfind('/') == std::string::npos ? 0 : name.rfind('/') + 1);
  type = name.find_first_not_of("(*", name.find('.', type) + 1);
  return types::is_exported_name(std::string_view(name).substr(type));
}

/// One program, loaded with std.
struct Program {
  explicit Program(std::string text)
      : sink(sources, 0), session{arena, interner, sources, sink}, store(interner), checker(session, store, info) {
    load::LoadRequest request;
    request.files = {{"main.go", std::move(text)}};
    request.sources = {&std};
    loaded = load::load_program(session, checker, request);
  }
  cli::StdPackages std;
  Arena arena;
  Interner interner;
  SourceMap sources;
  diag::DiagnosticSink sink;
  syntax::Session session;
  types::TypeStore store;
  types::Info info;
  types::Checker checker;
  load::LoadedProgram loaded;
};

Names declared() {
  std::string text = "package main\n\nimport (\n";
  for (const std::string_view path : stdlib::packages()) {
    if (!path.starts_with("internal/") && path.find("/internal") == std::string::npos && path != "syscall")
      text += "\t_ \"" + std::string(path) + "\"\n";
  }
  Program program(text + ")\n\nfunc main() {}\n");
  Names names;
  for (const types::Package* package : program.loaded.packages) {
    if (!package->is_std || package->path.starts_with("internal/") || package->path.find("/internal") != std::string::npos ||
        package->path == "syscall")
      continue;
    for (const syntax::File* file : package->files) {
      for (const syntax::Decl* decl : file->decls) {
        const auto* function = syntax::as<syntax::FuncDecl>(decl);
        if (function == nullptr) continue;
        const auto* func = types::as_object<types::Func>(program.info.object_of(function->name));
        if (func != nullptr && is_public(func)) names.insert(name_of(func));
      }
    }
  }
  return names;
}

/// Adds the functions of std that the file names.
void add_reached(const std::filesystem::path& path, Names& names) {
  Program program(text_of(path));
  ASSERT_NE(program.loaded.main, nullptr) << path << program.loaded.problem << diag::render_all(program.sink);
  auto add = [&](const types::Object* object) {
    const auto* func = types::as_object<types::Func>(object);
    if (func != nullptr && func->package != nullptr && func->package->is_std) names.insert(name_of(func));
  };
  for (const syntax::File* file : program.loaded.main->files) {
    syntax::walk(file, [&](const syntax::Node* node) {
      const auto* selector = syntax::as<syntax::SelectorExpr>(node);
      if (selector == nullptr) return true;
      if (const types::Selection* selection = program.info.selection_of(selector)) {
        add(selection->object);
      } else {
        add(program.info.object_of(selector->sel));
      }
      return true;
    });
  }
}

/// Functions that no case can name and still end as a case must, with the reason.
const std::map<std::string, const char*, std::less<>> kWithoutCase = {
    {"runtime.Breakpoint", "ends the program by a trap"},
    {"runtime.ReadTrace", "not supported: Go's format of traces"},
    {"runtime.StartTrace", "not supported: Go's format of traces"},
    {"runtime/debug.PrintStack", "writes addresses of the machine"},
    {"os.StartProcess", "not supported: starting processes"},
    {"os.(*ProcessState).ExitCode", "there is none without a process that was started"},
    {"os.(*ProcessState).Exited", "as ExitCode"},
    {"os.(*ProcessState).Pid", "as ExitCode"},
    {"os.(*ProcessState).String", "as ExitCode"},
    {"os.(*ProcessState).Success", "as ExitCode"},
    {"os.(*ProcessState).Sys", "as ExitCode"},
    {"os.(*ProcessState).SysUsage", "as ExitCode"},
    {"os.(*ProcessState).SystemTime", "as ExitCode"},
    {"os.(*ProcessState).UserTime", "as ExitCode"},
};

TEST(StdCases, ReachEveryExportedFunction) {
  Names reached;
  size_t lines = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(GOVM_SOURCE_DIR) / "tests/std")) {
    if (entry.path().extension() == ".out") {
      std::string text = text_of(entry.path());
      lines += static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
    }
    if (entry.path().extension() != ".go") continue;
    std::string text = text_of(entry.path());
    if (size_t output = text.find("\n// Output:\n"); output != std::string::npos) {
      lines += static_cast<size_t>(std::count(text.begin() + static_cast<ptrdiff_t>(output) + 1, text.end(), '\n')) - 1;
    }
    add_reached(entry.path(), reached);
  }
  Names all = declared();
  EXPECT_GT(all.size(), 2000u);
  EXPECT_GT(lines, 1500u) << "lines that cases print, each compared with real Go's";
  for (const std::string& name : all) {
    if (name.starts_with("testing.")) continue;  // tests/gotest compares package testing with go test
    bool excused = kWithoutCase.contains(name);
    EXPECT_NE(reached.contains(name), excused) << name << (excused ? " has a case: take it off the list" : " has no case under tests/std");
  }
  for (const auto& [name, reason] : kWithoutCase) EXPECT_TRUE(all.contains(name)) << name << " is not declared";
}

}  // namespace
}  // namespace govm
