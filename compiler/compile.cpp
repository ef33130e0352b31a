// One compile session, stage by stage.
#include "compiler/compile.h"

#include <chrono>
#include <filesystem>
#include <unordered_set>

#include "base/text_writer.h"
#include "compiler/codegen/codegen.h"
#include "compiler/escape/analyze.h"
#include "compiler/ir/build.h"
#include "compiler/ir/dump.h"
#include "compiler/load/load.h"
#include "compiler/syntax/ast_dump.h"
#include "compiler/syntax/parser.h"
#include "compiler/types/checker.h"
#include "vm/bytecode/disassembler.h"

namespace govm::compiler {
namespace {

using Clock = std::chrono::steady_clock;

// As the go command prints names: relative ones with "./".
std::string display_name(const std::string& path) {
  if (path.starts_with("/") || path.starts_with("./") || path.starts_with("../")) return path;
  return "./" + path;
}

}  // namespace

struct Compilation::State {
  State(Request r, const StandardLibrary& library)
      : request(std::move(r)), std_packages(library.packages), std_tags(library.escape_tags), sink(sources, request.error_limit),
        session{arena, interner, sources, sink}, types(interner), checker(session, types, info),
        analyzer(checker, info, sources, decisions, &std_tags), generator(program, types, instances, decisions, {request.counted}) {
    program.source_map = &sources;
    program.counted = request.counted;
  }

  // Runs a stage and notes its time.
  template <class Stage>
  void timed(std::string name, Stage&& stage) {
    auto begin = Clock::now();
    stage();
    phases.push_back({std::move(name), std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - begin).count()});
  }

  bool read_package();
  void drop_unused_initializers();
  void analyze();
  std::string compile_instance(const ir::Instance* instance);
  std::string compile_mentioned();
  static const types::Package* package_of(const ir::Instance* instance);

  Request request;
  const load::PackageSource* std_packages;
  escape::TagTable std_tags;
  Arena arena;
  Interner interner;
  SourceMap sources;
  diag::DiagnosticSink sink;
  syntax::Session session;
  types::TypeStore types;
  types::Info info;
  types::Checker checker;
  escape::Decisions decisions;
  escape::Analyzer analyzer;
  ir::InstanceTable instances;
  bytecode::Program program;
  codegen::CodeGenerator generator;
  std::vector<load::FileText> files;
  std::unique_ptr<load::DirectorySource> module;
  load::LoadedProgram loaded;
  bool analyzed = false;
  std::vector<PhaseTime> phases;
  std::string problem;
  std::string dump_function;
  TextWriter ir_text;
  bool want_ir = false;
};

// Files named one by one, or those of a directory; in a module its packages can be imported.
bool Compilation::State::read_package() {
  namespace fs = std::filesystem;
  if (request.packages.empty()) {
    problem = "no Go files listed";
    return false;
  }
  std::error_code ignored;
  fs::path directory;
  if (request.packages.size() == 1 && fs::is_directory(request.packages[0], ignored)) {
    directory = request.packages[0];
    Result<std::vector<load::FileText>> read = load::read_directory(directory, display_name(request.packages[0]));
    if (!read.ok()) {
      problem = read.error();
      return false;
    }
    files = std::move(read.value());
  } else {
    for (const std::string& path : request.packages) {
      Result<std::string> text = load::read_file(path);
      if (!text.ok()) {
        problem = text.error();
        return false;
      }
      files.push_back({display_name(path), std::move(text.value())});
    }
    directory = fs::path(request.packages[0]).parent_path();
    if (directory.empty()) directory = ".";
  }
  // The module is that of the nearest go.mod upwards.
  for (fs::path at = fs::absolute(directory, ignored); !at.empty(); at = at.parent_path()) {
    if (fs::exists(at / "go.mod", ignored)) {
      Result<std::string> text = load::read_file(at / "go.mod");
      if (text.ok()) {
        load::ModuleFile file = load::parse_go_mod(text.value());
        module = std::make_unique<load::DirectorySource>(at, file.path, false);
        if (request.language.empty()) request.language = file.go_version;
      }
      break;
    }
    if (at == at.parent_path()) break;
  }
  return true;
}

// In a file of std under //govm:ifused, variables that nothing uses keep no initialiser: their initialisers only look
// up static data. What uses one of them later, in a body of std, is refused (Var::left_out).
void Compilation::State::drop_unused_initializers() {
  for (const types::Package* package : loaded.packages) {
    auto steps = info.init_order.find(package);
    if (!package->is_std || steps == info.init_order.end()) continue;
    std::unordered_set<const types::Var*> unused;
    for (const syntax::File* file : package->files) {
      if (syntax::find_pragma(file->pragmas, "govm:ifused") == nullptr) continue;
      for (const syntax::Decl* decl : file->decls) {
        const auto* vars = syntax::as<syntax::VarDecl>(decl);
        if (vars == nullptr) continue;
        for (const syntax::Name* name : vars->names) {
          auto* var = types::as_object<types::Var>(info.object_of(name));
          if (var == nullptr || var->used) continue;
          var->left_out = true;
          unused.insert(var);
        }
      }
    }
    std::erase_if(steps->second, [&](const types::Initializer& step) {
      return step.lhs.size() == 1 && unused.contains(step.lhs[0]);
    });
  }
}

// The user's packages as a whole; functions of std when they are compiled.
void Compilation::State::analyze() {
  if (analyzed) return;
  analyzed = true;
  for (const types::Package* package : loaded.packages) {
    if (!package->is_std) analyzer.analyze_package(package);
  }
}

const types::Package* Compilation::State::package_of(const ir::Instance* instance) {
  while (instance->outer) instance = instance->outer;
  if (instance->package) return instance->package;
  return instance->func ? instance->func->package : nullptr;
}

std::string Compilation::State::compile_instance(const ir::Instance* instance) {
  if (!instance->has_body) return "";
  const ir::Instance* outermost = instance;
  while (outermost->outer) outermost = outermost->outer;
  if (outermost->kind == ir::InstanceKind::PackageInit) {
    analyzer.analyze_initializers(outermost->package);
  } else if (outermost->func) {
    analyzer.analyze(outermost->func);
  }
  size_t before = sink.count();
  ir::BuildContext context{checker, info, decisions, instances, sink, !request.escape_on};
  std::unique_ptr<ir::Function> function = ir::build(context, instance);
  if (!function) {
    std::string text = sink.count() > before ? diag::render_all(sink) : "not supported by govm: " + instance->name;
    return text;
  }
  if (want_ir && (dump_function.empty() || dump_function == instance->name)) ir::dump(ir_text, *function, &sources);
  return generator.generate(*function);
}

// Compiles what was mentioned and belongs to the user; std waits for its first call.
std::string Compilation::State::compile_mentioned() {
  while (const ir::Instance* instance = generator.take_mentioned()) {
    const types::Package* package = package_of(instance);
    if (package && package->is_std) continue;
    std::string wrong = compile_instance(instance);
    if (!wrong.empty()) return wrong;
  }
  return "";
}

Compilation::Compilation(Request request, const StandardLibrary& library)
    : state_(std::make_unique<State>(std::move(request), library)) {}
Compilation::~Compilation() = default;

bool Compilation::check() {
  State& s = *state_;
  if (!s.read_package()) return false;
  s.timed("load, parse and check", [&] {
    load::LoadRequest request;
    request.files = s.files;
    if (s.std_packages) request.sources.push_back(s.std_packages);
    if (s.module) request.sources.push_back(s.module.get());
    if (!s.request.language.empty()) request.go_version = s.request.language;
    request.require_main = s.request.require_main;
    request.require_bodies = s.request.require_bodies;
    s.loaded = load::load_program(s.session, s.checker, request);
  });
  return !s.sink.has_errors() && s.loaded.main;
}

bool Compilation::compile() {
  State& s = *state_;
  s.drop_unused_initializers();
  s.timed("escape analysis", [&] { s.analyze(); });
  s.timed("compile", [&] {
    std::vector<const ir::Instance*> calls;
    auto* no_parameters = s.types.make<types::Signature>();
    for (const types::Package* package : s.loaded.packages) calls.push_back(s.instances.package_init(package, no_parameters));
    const types::Object* main = s.loaded.main->scope->lookup(s.interner.intern("main"));
    if (auto* func = types::as_object<types::Func>(main)) calls.push_back(s.instances.function(func));
    s.generator.make_entry(calls);
    s.problem = s.compile_mentioned();
  });
  return s.problem.empty();
}

std::string Compilation::provide(bytecode::FunctionId function) {
  State& s = *state_;
  const ir::Instance* instance = s.generator.instance_of(function);
  if (!instance) return "no source for " + s.program.function(function).name;
  std::string wrong = s.compile_instance(instance);
  return wrong.empty() ? s.compile_mentioned() : wrong;
}

std::string Compilation::escape_lines() {
  State& s = *state_;
  s.timed("escape analysis", [&] { s.analyze(); });
  std::string text;
  for (const escape::Line& line : s.analyzer.lines()) text += s.sources.describe(line.pos) + ": " + line.text + "\n";
  return text;
}

bytecode::Program& Compilation::program() { return state_->program; }
const std::string& Compilation::problem() const { return state_->problem; }
std::string Compilation::diagnostics(diag::Excerpt excerpt) const { return diag::render_all(state_->sink, excerpt); }
const std::vector<PhaseTime>& Compilation::phase_times() const { return state_->phases; }

std::string Compilation::dump(std::string_view stage, std::string_view function) {
  State& s = *state_;
  TextWriter out;
  if (stage == "tokens") {
    if (!s.read_package()) return "";
    for (const load::FileText& file : s.files) {
      if (SourceFile* source = s.sources.add(file.name, file.text)) syntax::dump_tokens(out, *source, s.sink);
    }
    return std::move(out).str();
  }
  if (stage == "ast") {
    if (!s.loaded.main) return "";
    for (const syntax::File* file : s.loaded.main->files) syntax::dump_ast(out, file, s.sources);
    return std::move(out).str();
  }
  s.want_ir = stage == "ir";
  s.dump_function = function;
  if (!compile()) return "";
  if (s.want_ir) return std::move(s.ir_text).str();
  for (uint32_t i = 0; i < s.program.function_count(); i++) {
    const bytecode::Function& compiled = s.program.function(bytecode::FunctionId(i));
    if (compiled.cells.empty() || (!function.empty() && compiled.name != function)) continue;
    bytecode::disassemble(s.program, compiled, {}, out);
  }
  return std::move(out).str();
}

}  // namespace govm::compiler
