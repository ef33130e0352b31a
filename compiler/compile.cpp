// One compile session, stage by stage.
#include "compiler/compile.h"

#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <unordered_set>

#include "base/file.h"
#include "base/text_writer.h"
#include "compiler/codegen/codegen.h"
#include "compiler/escape/analyze.h"
#include "compiler/escape/place.h"
#include "compiler/ir/build.h"
#include "compiler/ir/dump.h"
#include "compiler/ir/pass.h"
#include "compiler/load/load.h"
#include "compiler/load/module.h"
#include "compiler/load/test_package.h"
#include "compiler/syntax/ast_dump.h"
#include "compiler/syntax/parser.h"
#include "compiler/types/checker.h"
#include "compiler/types/info_dump.h"
#include "compiler/types/language_version.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/site_dump.h"

namespace govm::compiler {
namespace {

// What the go command calls a package of files named one by one.
constexpr const char* kFilesPackage = "command-line-arguments";

// Processor time of this thread: what a stage costs also where other processes want the machine.
struct Clock {
  using duration = std::chrono::nanoseconds;
  static duration now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
  }
};

// As the go command prints names: those of the working directory with "./", others relative to it.
std::string display_name(const std::string& path) {
  if (path.starts_with("/") || path.starts_with("../")) return path;
  std::string plain = path;
  while (plain.starts_with("./")) plain.erase(0, 2);
  return plain.find('/') == std::string::npos ? "./" + plain : plain;
}

// The name of a directory's files in front of "/name.go".
std::string display_directory(const std::string& path) {
  std::string name = std::filesystem::path(path).lexically_normal().generic_string();
  while (name.ends_with("/")) name.pop_back();
  return name.empty() ? "." : name;
}

std::filesystem::path directory_of_file(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path().lexically_normal() : std::filesystem::path(".");
}

bool is_test_file(std::string_view name) { return name.ends_with("_test.go"); }

}  // namespace

struct Compilation::State {
  State(Request r, const StandardLibrary& library)
      : request(std::move(r)),
        std_packages(library.packages),
        std_tags({library.escape_tags, library.own_tags}),
        std_verdicts(library.inline_verdicts),
        sink(sources, request.error_limit),
        session{arena, interner, sources, sink},
        types(interner),
        checker(session, types, info),
        analyzer(checker, info, sources, decisions, &std_tags, &std_verdicts),
        generator(program, types, instances, decisions, {request.counted}) {
    std::error_code ignored;  // the working directory may be gone
    program.directory = std::filesystem::current_path(ignored).string();
    program.source_map = &sources;
    program.counted = request.counted;
  }

  // Adds to the time of a stage, which may have several parts.
  void add_time(std::string_view name, Clock::duration time) {
    auto phase = std::ranges::find(phases, name, &PhaseTime::name);
    if (phase == phases.end()) phase = phases.insert(phase, {std::string(name), 0});
    phase->nanoseconds += time.count();
  }

  // Runs a part of a stage and notes its time.
  template <class Stage>
  auto timed(std::string_view name, Stage&& stage) {
    struct Notes {
      State& state;
      std::string_view name;
      Clock::duration begin = Clock::now();
      ~Notes() { state.add_time(name, Clock::now() - begin); }
    } notes{*this, name};
    return stage();
  }

  bool read_package();
  void take_import_path();
  bool read_directory(const std::filesystem::path& directory);
  void make_test_program(std::vector<load::FileText> test_files);
  std::string make_cover_table();
  void drop_unused_initializers();
  bool is_initialized(const types::Package* package) const;
  bool is_named(const types::Package* package) const;
  void analyze();
  std::string compile_instance(const ir::Instance* instance);
  std::string compile_mentioned();
  void leave_mentioned();
  static const types::Package* package_of(const ir::Instance* instance);
  // The path that the loader knows a package by, as the go command calls it.
  std::string import_path_of(const std::string& path) const { return path == load::LoadRequest().import_path ? display_path : path; }

  Request request;
  const load::PackageSource* std_packages;
  escape::TagTable std_tags;
  inl::VerdictTable std_verdicts;
  Arena arena;
  Interner interner;
  SourceMap sources;
  diag::DiagnosticSink sink;
  syntax::Session session;
  types::TypeStore types;
  types::Info info;
  types::Checker checker;
  escape::Decisions decisions;
  const types::Package* analyzed_package = nullptr;              // last
  std::vector<std::pair<const types::Package*, size_t>> logged;  // how far the log reaches with each of the user's packages
  escape::Analyzer analyzer;
  ir::InstanceTable instances;
  bytecode::Program program;
  codegen::CodeGenerator generator;
  std::vector<load::FileText> files;
  load::MemorySource tested{false};  // the package under test, and the package of its external tests
  std::string tested_path;
  load::TestProblem test_problem;
  load::CoverTable cover;
  const types::Var* block_counts = nullptr;  // null: no blocks are counted
  std::unique_ptr<load::Module> module;
  std::unique_ptr<load::GoRoot> go_root;
  std::string display_path{kFilesPackage};
  bool is_directory = false;  // the package is that of a directory, no files are named
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
  if (!request.language.empty()) problem = types::unknown_language(request.language);
  if (!problem.empty()) return false;
  if (request.require_main && !request.tests && std::ranges::any_of(request.packages, is_test_file)) {
    problem = "go: cannot run *_test.go files (" + *std::ranges::find_if(request.packages, is_test_file) + ")";
    return false;
  }
  take_import_path();
  std::error_code ignored;
  fs::path directory;
  is_directory = request.packages.size() == 1 && fs::is_directory(request.packages[0], ignored);
  for (const std::string& path : request.packages) {
    std::error_code error;
    if (fs::is_character_file(path, error)) {
      problem = path + ": a device is no Go source file";
      return false;
    }
    if (fs::exists(path, error)) continue;
    problem = path.ends_with(".go")
                  ? "stat " + path + (error == std::errc::permission_denied ? ": permission denied" : ": no such file or directory")
                  : "stat " + fs::weakly_canonical(fs::absolute(path, ignored), ignored).string() + ": directory not found";
    return false;
  }
  directory = is_directory ? fs::path(request.packages[0]) : directory_of_file(request.packages[0]);
  for (const std::string& path : request.packages) {
    if (is_directory || directory_of_file(path) == directory) continue;
    problem = "named files must all be in one directory; have " + display_directory(directory) + " and " +
              display_directory(directory_of_file(path));
    return false;
  }
  module = load::Module::find_upwards(directory, request.tags);
  if (module && !module->file().problem.empty()) {
    problem = module->file().problem;
    return false;
  }
  // Files that are named are no package of the module, for the go command.
  if (module && is_directory && request.language.empty()) request.language = module->file().go_version;
  if (const char* root = std::getenv("GOROOT"); root && *root) go_root = std::make_unique<load::GoRoot>(root);
  if (is_directory) return read_directory(directory);
  std::vector<load::FileText> tests;
  for (const std::string& path : request.packages) {
    Result<std::string> text = read_file(path);
    if (!text.ok()) {
      problem = text.error();
      return false;
    }
    // A file that is named belongs to the build, whatever its constraint says; but that must be one.
    if (const Result<bool> holds = load::constraints_hold(text.value(), request.tags); !holds.ok()) {
      problem = fs::path(path).filename().string() + ": " + holds.error();
      return false;
    }
    const bool is_test = request.tests && path.ends_with("_test.go");
    (is_test ? tests : files).push_back({display_name(path), std::move(text.value()), directory});
  }
  if (request.tests) make_test_program(std::move(tests));
  return true;
}

// A word that names no file or directory may be the import path of a package of the module here.
void Compilation::State::take_import_path() {
  std::error_code ignored;
  std::string& word = request.packages[0];
  if (request.packages.size() != 1 || word.ends_with(".go") || std::filesystem::exists(word, ignored)) return;
  const std::unique_ptr<load::Module> here = load::Module::find_upwards(".", request.tags);
  if (here == nullptr) return;
  if (const auto directory = here->directory_of(word)) word = load::short_path(*directory);
}

bool Compilation::State::read_directory(const std::filesystem::path& directory) {
  if (module) display_path = module->import_path_of(directory);
  const std::string display = display_directory(request.packages[0]);
  Result<std::vector<load::FileText>> read = load::read_directory(directory, display, request.tags);
  if (!read.ok()) {
    problem = read.error();
    return false;
  }
  files = std::move(read.value());
  if (request.tests) {
    Result<std::vector<load::FileText>> tests = load::read_test_files(directory, display, request.tags);
    make_test_program(tests.ok() ? std::move(tests.value()) : std::vector<load::FileText>());
    return true;
  }
  if (files.empty()) {
    std::error_code ignored;
    problem = load::no_go_files(directory, display_path).text;
    if (problem.starts_with("build constraints")) problem = "package " + display_path + ": " + problem;
    if (problem.empty()) problem = "no Go files in " + std::filesystem::weakly_canonical(directory, ignored).string();
    return false;
  }
  return true;
}

// The program becomes the one that runs the tests; the package is imported by it.
void Compilation::State::make_test_program(std::vector<load::FileText> test_files) {
  tested_path = display_path;
  display_path = "command-line-arguments";
  const std::string module_path = module ? module->file().path : "";
  const std::string table = request.cover_mode.empty() ? "" : make_cover_table();
  load::TestPackage test =
      load::make_test_package(std::move(files), std::move(test_files), tested_path, module_path, table, cover.block_count());
  test_problem = test.problem;
  for (load::FileText& file : test.inside) tested.add(tested_path, std::move(file));
  for (load::FileText& file : test.outside) tested.add(tested_path + "_test", std::move(file));
  files = {std::move(test.main)};
}

// The blocks of what is covered, as the program of the tests holds them.
std::string Compilation::State::make_cover_table() {
  std::vector<std::string> paths = request.covered;
  if (paths.empty()) paths.push_back(tested_path);
  std::ranges::sort(paths);
  for (const std::string& path : paths) {
    const bool is_tested = path == tested_path;
    const std::optional<std::vector<load::FileText>> found = is_tested || module == nullptr ? std::nullopt : module->find(path);
    cover.add_package(path, is_tested ? files : found.value_or(std::vector<load::FileText>()), path == kFilesPackage);
  }
  return cover.text(request.cover_mode, request.covered_words, std::string(load::kBlockCounts));
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
    std::erase_if(steps->second, [&](const types::Initializer& step) { return step.lhs.size() == 1 && unused.contains(step.lhs[0]); });
  }
}

// Whether there is anything to do for a package before main runs.
bool Compilation::State::is_initialized(const types::Package* package) const {
  auto steps = info.init_order.find(package);
  if (steps != info.init_order.end() && !steps->second.empty()) return true;
  if (info.embeddings.contains(package)) return true;
  for (const syntax::File* file : package->files) {
    for (const syntax::Decl* decl : file->decls) {
      const auto* func = syntax::as<syntax::FuncDecl>(decl);
      if (func != nullptr && func->recv == nullptr && func->name->text() == "init") return true;
    }
  }
  return false;
}

// Whether the user asked for a package: of one that is tested it, with the tests in it and beside it, but not the program that runs them.
bool Compilation::State::is_named(const types::Package* package) const {
  if (!request.tests) return package == loaded.main;
  return package->path == tested_path || package->path == tested_path + "_test";
}

// The user's packages as a whole; functions of std when they are compiled.
void Compilation::State::analyze() {
  if (analyzed) return;
  analyzed = true;
  analyzer.set_verbosity(request.verbosity);
  analyzer.set_inlining(request.inlining, request.kept);
  if (request.log) analyzer.want_log();
  if (request.findings) analyzer.want_findings();
  if (request.counted) analyzer.want_reasons();
  for (const types::Package* package : loaded.packages) {
    if (package->is_std) continue;
    analyzed_package = package;
    analyzer.analyze_package(package, request.all_lines || is_named(package));
    logged.push_back({package, analyzer.log().size()});
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
  timed("escape analysis", [&] {
    if (outermost->kind == ir::InstanceKind::PackageInit) {
      analyzer.analyze_initializers(outermost->package);
    } else if (outermost->func) {
      analyzer.analyze(outermost->func, outermost->type_args);
    }
  });
  size_t before = sink.count();
  ir::BuildContext context{checker, info, decisions, instances, sink, !request.escape_on, nullptr, request.passes_off};
  if (block_counts != nullptr) context.blocks = {&cover.counters(), block_counts};
  if (outermost->func) context.shape = analyzer.shape_of(outermost->func, outermost->type_args);
  std::unique_ptr<ir::Function> function = timed("ir", [&] { return ir::build(context, instance); });
  if (!function) {
    std::string text = sink.count() > before ? diag::render_all(sink) : "not supported by govm: " + instance->name;
    return text;
  }
  if (want_ir && (dump_function.empty() || dump_function == instance->name)) ir::dump(ir_text, *function, &sources);
  return timed("codegen", [&] { return generator.generate(*function); });
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

// What was mentioned is compiled when it is called.
void Compilation::State::leave_mentioned() {
  while (generator.take_mentioned()) {
  }
}

Compilation::Compilation(Request request, const StandardLibrary& library) : state_(std::make_unique<State>(std::move(request), library)) {}
Compilation::~Compilation() = default;

bool Compilation::check() {
  State& s = *state_;
  if (!s.read_package()) return false;
  load::LoadRequest request;
  request.files = s.files;
  if (s.request.tests) {
    request.sources.push_back(&s.tested);
    request.importable_program = s.tested_path;
    request.cover = &s.cover;
  }
  if (s.std_packages) request.sources.push_back(s.std_packages);
  if (s.module) request.sources.push_back(s.module.get());
  if (s.go_root) request.sources.push_back(s.go_root.get());
  request.display_path = s.display_path;
  request.in_module = s.module != nullptr;
  request.is_directory = s.is_directory;
  if (!s.request.language.empty()) request.go_version = s.request.language;
  request.require_main = s.request.require_main;
  request.only_imports = s.request.only_imports;
  request.require_bodies = s.request.require_bodies;
  // Asked of a package that is checked, for a message: nothing is compiled then.
  std::unordered_set<const types::Package*> asked;
  request.is_inlinable = [&s, &asked](const types::Func* func) {
    if (asked.insert(func->package).second) {
      s.analyzer.set_inlining(true, {});
      s.analyzer.analyze_package(func->package);
    }
    return s.analyzer.is_inlinable(func);
  };
  Clock::duration begin = Clock::now(), parsed = begin;
  request.when_parsed = [&parsed] { parsed = Clock::now(); };
  s.loaded = load::load_program(s.session, s.checker, request);
  s.add_time("load and parse", parsed - begin);
  s.add_time("check", Clock::now() - parsed);
  s.problem = s.loaded.problem.empty() ? s.test_problem.text : s.loaded.problem;
  bool program = !s.loaded.main || s.loaded.main->name == std::string_view("main");
  if (s.request.require_main && !program && s.problem.empty()) s.problem = "package " + s.display_path + " is not a main package";
  return !s.sink.has_errors() && s.problem.empty() && s.loaded.main;
}

bool Compilation::compile() {
  State& s = *state_;
  s.drop_unused_initializers();
  s.timed("escape analysis", [&] { s.analyze(); });
  if (!s.request.cover_mode.empty()) {
    s.block_counts = types::as_object<types::Var>(s.loaded.main->scope->lookup(s.interner.intern(load::kBlockCounts)));
  }
  std::vector<const ir::Instance*> calls;
  auto* no_parameters = s.types.make<types::Signature>();
  for (const types::Package* package : s.loaded.packages) {
    if (s.is_initialized(package)) calls.push_back(s.instances.package_init(package, no_parameters));
  }
  const types::Object* main = s.loaded.main->scope->lookup(s.interner.intern("main"));
  if (auto* func = types::as_object<types::Func>(main)) calls.push_back(s.instances.function(func));
  s.generator.make_entry(calls);
  s.problem = s.compile_mentioned();
  return s.problem.empty();
}

std::string Compilation::provide(bytecode::FunctionId function) {
  State& s = *state_;
  const ir::Instance* instance = s.generator.instance_of(function);
  if (!instance) return "no source for " + s.program.function(function).name;
  std::string wrong = s.compile_instance(instance);
  return wrong.empty() ? s.compile_mentioned() : wrong;
}

bool Compilation::describe(bytecode::TypeId type) {
  const bool has_source = state_->generator.describe(type);
  state_->leave_mentioned();
  return has_source;
}

bool Compilation::describe_pointer_to(bytecode::TypeId type) {
  const bool has_source = state_->generator.describe_pointer_to(type);
  state_->leave_mentioned();
  return has_source;
}

bool Compilation::describe_methods(bytecode::TypeId type) {
  const bool has_source = state_->generator.describe_methods(type);
  state_->leave_mentioned();
  return has_source;
}

void Compilation::escape_lines(const std::function<void(const std::string&)>& out, bool headers) {
  constexpr size_t kAtOnce = 1 << 16;
  State& s = *state_;
  std::string text;
  const types::Package* headed = nullptr;
  s.analyzer.set_line_writer([&](const escape::Line& line) {
    if (headers && headed != s.analyzed_package) {
      headed = s.analyzed_package;
      text += "# " + (headed == s.loaded.main ? s.display_path : headed->path);
      text += s.request.tests ? " [" + s.tested_path + ".test]\n" : "\n";
    }
    text += (line.pos ? escape::place_text(s.sources, line.pos, s.analyzed_package) + ": " : "") + line.text + "\n";
    if (text.size() < kAtOnce) return;
    out(text);
    text.clear();
  });
  s.timed("escape analysis", [&] { s.analyze(); });
  s.analyzer.set_line_writer({});
  if (!text.empty()) out(text);
}

std::vector<std::pair<std::string, std::string>> Compilation::log_files() {
  State& s = *state_;
  s.timed("escape analysis", [&] { s.analyze(); });
  std::vector<std::pair<std::string, std::string>> files;
  size_t begin = 0;
  for (const auto& [package, end] : s.logged) {
    const std::span<const escape::LogRecord> records = s.analyzer.log().subspan(begin, end - begin);
    begin = end;
    std::ranges::move(escape::log_files(s.sources, package->path, records), std::back_inserter(files));
  }
  return files;
}

std::vector<escape::Finding> Compilation::findings() {
  State& s = *state_;
  s.timed("escape analysis", [&] { s.analyze(); });
  std::vector<escape::Finding> all(s.analyzer.findings().begin(), s.analyzer.findings().end());
  std::ranges::stable_sort(all, {}, [](const escape::Finding& finding) { return std::pair(finding.pos, finding.inlined_at); });
  return all;
}

std::vector<escape::Assertion> Compilation::assertions() {
  State& s = *state_;
  std::vector<escape::Assertion> all;
  for (const types::Package* package : s.loaded.packages) {
    if (package->is_std) continue;
    for (const syntax::File* file : package->files) {
      for (const syntax::Pragma& pragma : file->pragmas) {
        const std::string_view verb = pragma.verb();
        if (!verb.starts_with("govm:")) continue;
        const escape::Claim claim = verb == "govm:frame"     ? escape::Claim::Frame
                                    : verb == "govm:heap"    ? escape::Claim::Heap
                                    : verb == "govm:noalloc" ? escape::Claim::NoAlloc
                                                             : escape::Claim::Unknown;
        all.push_back({claim, pragma.pos, claim == escape::Claim::Unknown ? std::string(verb) : "", {}});
      }
      for (const syntax::Decl* decl : file->decls) {
        const auto* declared = syntax::as<syntax::FuncDecl>(decl);
        const syntax::Pragma* pragma = declared != nullptr ? syntax::find_pragma(declared->pragmas, "govm:noalloc") : nullptr;
        const auto* func = pragma != nullptr ? types::as_object<types::Func>(s.info.object_of(declared->name)) : nullptr;
        if (func == nullptr) continue;
        auto assertion = std::ranges::find(all, pragma->pos, &escape::Assertion::pos);
        assertion->function = func->name.view();
        assertion->allocations = s.analyzer.allocations_of(func);
      }
    }
  }
  return all;
}

std::vector<std::string_view> optional_passes() {
  std::vector<std::string_view> names;
  for (const ir::Pass& pass : ir::passes()) {
    if (!pass.required) names.push_back(pass.name);
  }
  return names;
}

std::string Compilation::build_info() const {
  const State& s = *state_;
  std::string out = "path\t" + s.display_path + "\n";
  if (s.module && s.display_path != kFilesPackage) out += "mod\t" + s.module->file().path + "\t(devel)\t\n";
  for (const char* setting : {"-buildmode=exe", "-compiler=gc", "CGO_ENABLED=0", "GOARCH=amd64", "GOOS=linux", "GOAMD64=v1"})
    out += std::string("build\t") + setting + '\n';
  return out;
}

const load::TestProblem& Compilation::test_problem() const { return state_->test_problem; }
const std::vector<std::string>& Compilation::packages() const { return state_->loaded.read; }
bytecode::Program& Compilation::program() { return state_->program; }
const std::string& Compilation::problem() const { return state_->problem; }
std::string Compilation::diagnostics(diag::Excerpt excerpt) const { return diag::render_all(state_->sink, excerpt); }
std::vector<std::pair<std::string, std::string>> Compilation::errors_by_package(diag::Excerpt excerpt) const {
  std::vector<std::pair<std::string, std::string>> all;
  for (const diag::DiagnosticSink::Listing& listing : state_->sink.listings()) {
    std::string text = diag::render(listing, state_->sources, excerpt);
    if (!text.empty()) all.emplace_back(state_->import_path_of(std::string(listing.section)), std::move(text));
  }
  return all;
}
std::string_view Compilation::package_name() const { return state_->loaded.name; }
const std::string& Compilation::import_path() const { return state_->display_path; }
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
  if (stage == "types") {
    if (!s.loaded.main) return "";
    for (const syntax::File* file : s.loaded.main->files) types::dump_types(out, file, s.info, s.loaded.main, s.sources);
    return std::move(out).str();
  }
  s.want_ir = stage == "ir";
  s.dump_function = function;
  if (!compile()) return "";
  if (s.want_ir) return std::move(s.ir_text).str();
  if (stage == "escape") {
    bytecode::dump_sites(s.program, function, out);
    return std::move(out).str();
  }
  for (uint32_t i = 0; i < s.program.function_count(); i++) {
    const bytecode::Function& compiled = s.program.function(bytecode::FunctionId(i));
    if (compiled.cells.empty() || (!function.empty() && compiled.name != function)) continue;
    bytecode::disassemble(s.program, compiled, {}, out);
  }
  return std::move(out).str();
}

}  // namespace govm::compiler
