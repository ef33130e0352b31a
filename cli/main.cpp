// The govm command: which command was asked for, and its exit status.
#include <fmt/format.h>
#include <pthread.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "cli/exit_codes.h"
#include "cli/options.h"
#include "compiler/compile.h"
#include "gc/heap.h"
#include "profiler/collect.h"
#include "profiler/report.h"
#include "std/std.h"
#include "vm/exec/code_provider.h"
#include "vm/native/registry.h"
#include "vm/vm.h"

namespace govm::cli {
namespace {

constexpr const char* kVersion = "0.1.0";

void say(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

// The standard library's packages as the loader asks for them.
class StdPackages : public load::PackageSource {
 public:
  std::optional<std::vector<load::FileText>> find(std::string_view import_path) const override {
    std::vector<load::FileText> files;
    for (const stdlib::EmbeddedFile& file : stdlib::files_of(import_path)) {
      files.push_back({fmt::format("$GOROOT/src/{}", file.path), std::string(file.text)});
    }
    if (files.empty()) return std::nullopt;
    return files;
  }
  bool is_std() const override { return true; }
};

// Lets the VM ask the compiler for std functions.
class Provider : public exec::CodeProvider {
 public:
  explicit Provider(compiler::Compilation& compilation) : compilation_(compilation) {}
  std::string provide(bytecode::FunctionId function) override { return compilation_.provide(function); }

 private:
  compiler::Compilation& compilation_;
};

compiler::Request request_of(const Options& options) {
  compiler::Request request;
  request.packages = options.packages;
  request.escape_on = options.escape_on;
  request.language = options.lang;
  request.counted = options.gc_stats.wanted || options.max_steps > 0 || options.virtual_clock || options.counts;
  request.require_main = options.command == Command::Run;
  request.require_bodies = options.complete;
  request.error_limit = options.command == Command::Check || options.command == Command::Build ? 0 : 10;
  return request;
}

// Says what is wrong with the program or its environment.
int report_failure(const compiler::Compilation& compilation) {
  if (!compilation.problem().empty()) {
    std::string text = compilation.problem();
    if (!text.ends_with("\n")) text += "\n";
    say(text);
  } else {
    say(compilation.diagnostics(isatty(2) ? diag::Excerpt::Yes : diag::Excerpt::No));
  }
  return kExitCompileError;
}

void say_phases(const Options& options, const compiler::Compilation& compilation) {
  if (!options.time_phases) return;
  for (const compiler::PhaseTime& phase : compilation.phase_times()) {
    say(fmt::format("{:<24} {:9.3f} ms\n", phase.name, static_cast<double>(phase.nanoseconds) / 1e6));
  }
}

// The environment variable if the flag was not given, as Go reads GOGC and GOMEMLIMIT.
int64_t gogc_of(const Options& options) {
  if (options.gogc) return *options.gogc;
  const char* text = std::getenv("GOGC");
  if (!text || !*text) return 100;
  return std::string_view(text) == "off" ? -1 : std::atoll(text);
}

int64_t memory_limit_of(const Options& options) {
  if (options.memory_limit) return *options.memory_limit == INT64_MAX ? -1 : *options.memory_limit;
  const char* text = std::getenv("GOMEMLIMIT");
  auto size = text && *text ? parse_size(text) : std::nullopt;
  return size && *size != INT64_MAX ? *size : -1;
}

vm::Options vm_options(const Options& options) {
  vm::Options out;
  out.gc = options.gc_mode == "incremental" ? vm::GcMode::Incremental
           : options.gc_mode == "off"       ? vm::GcMode::Off
                                            : vm::GcMode::StopTheWorld;
  out.gogc = static_cast<int>(gogc_of(options));
  out.memory_limit = memory_limit_of(options);
  if (options.max_heap) out.max_heap = options.max_heap;
  if (options.max_stack) out.max_stack = options.max_stack;
  out.gc_stress = static_cast<uint64_t>(options.gc_stress);
  out.verify = options.verify;
  out.stack_stress = options.stack_stress;
  out.preempt_stress = options.preempt_stress;
  out.seed = options.seed;
  out.clock = options.virtual_clock ? vm::ClockMode::Virtual : vm::ClockMode::Wall;
  out.max_steps = static_cast<uint64_t>(options.max_steps);
  out.timeout_seconds = static_cast<double>(options.timeout_ns) / 1e9;
  out.trace_instructions = options.trace_instructions;
  out.arguments.push_back(options.packages.empty() ? "govm" : options.packages[0]);
  out.arguments.insert(out.arguments.end(), options.program_args.begin(), options.program_args.end());
  return out;
}

// Writes a report to its file, or to standard error.
void write_report(const ReportRequest& request, const std::string& text) {
  if (request.path.empty()) {
    say("\n" + text);
    return;
  }
  std::FILE* out = std::fopen(request.path.c_str(), "wb");
  bool written = out && std::fwrite(text.data(), 1, text.size(), out) == text.size();
  if (out) written = std::fclose(out) == 0 && written;
  if (!written) say(fmt::format("govm: cannot write {}\n", request.path));
}

void write_gc_stats(const Options& options, vm::Vm& vm, const bytecode::Program& program, const vm::Options& run) {
  profiler::RunFacts facts;
  facts.mode.version = kVersion;
  facts.mode.program = options.packages[0];
  facts.mode.escape = options.escape_on ? "on" : "off";
  facts.mode.gogc = run.gogc;
  facts.mode.memory_limit = run.memory_limit;
  facts.mode.clock = options.virtual_clock ? "virtual" : "wall";
  facts.mode.gc_mode = options.gc_mode;
  facts.mode.seed = options.seed;
  facts.total_time = vm.stats().wall_nanoseconds;
  facts.instructions = vm.stats().instructions;
  facts.frame_site_counts = vm.frame_site_counts();
  profiler::Profile profile = profiler::collect(vm.heap(), program, facts);
  write_report(options.gc_stats, options.gc_stats_format == "json"
                                     ? profiler::report_json(profile)
                                     : profiler::report_text(profile, static_cast<uint64_t>(options.top)));
}

int run(const Options& options) {
  StdPackages std_packages;
  compiler::Compilation compilation(request_of(options), {&std_packages, stdlib::text_of("escape_tags.tsv")});
  if (!compilation.check() || !compilation.compile()) return report_failure(compilation);
  say_phases(options, compilation);
  native::Registry registry;
  stdlib::add_natives(registry);
  Provider provider(compilation);
  vm::Options run = vm_options(options);
  run.counting = compilation.program().counted;
  vm::Vm vm(run, registry, &provider);
  vm.set_before_exit([&] {
    if (options.gc_stats.wanted) write_gc_stats(options, vm, compilation.program(), run);
  });
  return vm.run(compilation.program());
}

int check(const Options& options) {
  StdPackages std_packages;
  compiler::Compilation compilation(request_of(options), {&std_packages, stdlib::text_of("escape_tags.tsv")});
  bool valid = compilation.check();
  say_phases(options, compilation);
  if (!valid) return report_failure(compilation);
  if (options.escape_verbosity > 0) {
    if (!options.no_inlining || options.escape_verbosity > 1) {
      say("govm: only -m -l is supported by this version of govm: no inlining, no -m=2\n");
      return kExitUsage;
    }
    say(compilation.escape_lines());
  }
  return kExitOk;
}

int dump(const Options& options) {
  StdPackages std_packages;
  compiler::Compilation compilation(request_of(options), {&std_packages, stdlib::text_of("escape_tags.tsv")});
  if (options.dump_stage.empty()) {
    say("govm dump: which stage? One of --tokens --ast --ir --bytecode\n");
    return kExitUsage;
  }
  if (options.dump_stage == "types" || options.dump_stage == "escape") {
    say(fmt::format("govm dump: --{} is not supported by this version of govm\n", options.dump_stage));
    return kExitUsage;
  }
  if (options.dump_stage != "tokens" && !compilation.check()) return report_failure(compilation);
  std::string text = compilation.dump(options.dump_stage, options.dump_func);
  if (text.empty() && !compilation.problem().empty()) return report_failure(compilation);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return kExitOk;
}

int print_opcodes() {
#define OP(name, ...) std::puts(#name);
#include "vm/bytecode/opcodes.def"
#undef OP
  return kExitOk;
}

int execute(const Options& options) {
  bool needs_package = options.command == Command::Run || options.command == Command::Check ||
                       options.command == Command::Build || options.command == Command::Dump;
  if (needs_package && options.packages.empty()) {
    say("govm: no Go files listed\n");
    return kExitUsage;
  }
  switch (options.command) {
    case Command::Run: return run(options);
    case Command::Check:
    case Command::Build: return check(options);
    case Command::Dump: return dump(options);
    case Command::Opcodes: return print_opcodes();
    case Command::Env:
      for (const char* name : {"GOGC", "GOMEMLIMIT", "GODEBUG", "GOROOT"}) {
        const char* value = std::getenv(name);
        fmt::print("{}='{}'\n", name, value ? value : "");
      }
      return kExitOk;
    case Command::Version: fmt::print("govm {} (Go 1.27, linux/amd64)\n", kVersion); return kExitOk;
    case Command::Help: fmt::print("{}", help_text(options.help_topic)); return kExitOk;
  }
  return kExitUsage;
}

struct Job {
  const Options& options;
  int status = 0;
};

// The compiler's recursion follows the program's nesting: it runs on a thread with a large stack.
int execute_on_large_stack(const Options& options) {
  Job job{options};
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, compiler::kCompilerStackBytes);
  auto entry = [](void* argument) -> void* {
    Job* job = static_cast<Job*>(argument);
    job->status = execute(job->options);
    return nullptr;
  };
  if (pthread_create(&thread, &attributes, entry, &job) != 0) return execute(options);
  pthread_join(thread, nullptr);
  return job.status;
}

}  // namespace
}  // namespace govm::cli

int main(int argc, char** argv) {
  std::string error;
  std::vector<std::string> words(argv + 1, argv + argc);
  std::optional<govm::cli::Options> options = govm::cli::parse_options(words, error);
  if (!options) {
    std::fprintf(stderr, "govm: %s\n", error.c_str());
    return govm::cli::kExitUsage;
  }
  int status = govm::cli::execute_on_large_stack(*options);
  std::fflush(stdout);
  return status;
}
