// The govm command: which command was asked for, and its exit status.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "base/file.h"
#include "base/large_stack.h"
#include "cli/adapters.h"
#include "cli/compare.h"
#include "cli/escape.h"
#include "cli/exit_codes.h"
#include "cli/function_names.h"
#include "cli/options.h"
#include "cli/packages.h"
#include "cli/process.h"
#include "cli/reports.h"
#include "cli/signals.h"
#include "cli/test.h"
#include "cli/vet.h"
#include "cli/workshop.h"
#include "compiler/compile.h"
#include "gc/heap.h"
#include "profiler/profile.h"
#include "profiler/report.h"
#include "profiler/text.h"
#include "std/std.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/instruction_counts.h"
#include "vm/native/registry.h"
#include "vm/vm.h"

namespace govm::cli {
namespace {

compiler::Request request_of(const Options& options) {
  compiler::Request request;
  request.packages = options.packages;
  request.escape_on = options.escape_on;
  request.language = options.lang;
  request.tags = options.tags;
  // Only counted code has sites for the values in frames.
  request.counted = wants_counts(options) || options.max_steps > 0 || options.virtual_clock || options.dump_stage == "escape";
  request.require_main = options.command == Command::Run || options.command == Command::TestProgram;
  request.tests = options.command == Command::TestProgram;
  request.require_bodies = options.complete || options.command != Command::Check;
  request.all_lines = options.all_lines;
  request.named = options.named;
  request.inlining = !options.no_inlining;
  request.passes_off = options.passes_off;
  if (options.command == Command::TestProgram) {
    request.test_profiles = options.test_profiles;
    request.cover_mode = options.cover_mode;
    request.covered = options.covered;
    if (!options.cover_packages.empty()) request.covered_words = fmt::format(" in {}", fmt::join(options.cover_packages, ", "));
  }
  request.error_limit = options.all_errors || options.command == Command::Check ? 0 : 10;
  return request;
}

void say_phases(const Options& options, const compiler::Compilation& compilation) {
  if (!options.time_phases) return;
  for (const compiler::PhaseTime& phase : compilation.phase_times()) {
    say(fmt::format("{:<24} {:9.3f} ms\n", phase.name, static_cast<double>(phase.nanoseconds) / 1e6));
  }
}

std::string_view environment(const char* name) {
  const char* text = std::getenv(name);
  return text != nullptr ? text : "";
}

// GOGC if the flag was not given, as Go's runtime reads it: what is no 32-bit number is 100.
int64_t gogc_of(const Options& options) {
  if (options.gogc) return *options.gogc;
  const std::string_view text = environment("GOGC");
  if (text == "off") return -1;
  int32_t percent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
  if (error != std::errc() || end != text.data() + text.size()) return 100;
  return std::max(percent, -1);
}

// GOMEMLIMIT if the flag was not given; Go's runtime does not start with one it cannot read.
int64_t memory_limit_of(const Options& options) {
  std::optional<int64_t> limit = options.memory_limit;
  const std::string_view text = environment("GOMEMLIMIT");
  if (!limit && !text.empty()) {
    limit = parse_size(text);
    if (!limit || *limit < 0) {
      say(fmt::format("GOMEMLIMIT={}\nfatal error: malformed GOMEMLIMIT; see `go doc runtime/debug.SetMemoryLimit`\n", text));
      std::exit(kExitUsage);
    }
  }
  return limit && *limit != INT64_MAX ? *limit : -1;
}

vm::GcMode gc_mode_of(std::string_view name) {
  if (name == "incremental") return vm::GcMode::Incremental;
  if (name == "concurrent") return vm::GcMode::Concurrent;
  return name == "off" ? vm::GcMode::Off : vm::GcMode::StopTheWorld;
}

vm::Options vm_options(const Options& options) {
  vm::Options out;
  out.gc = gc_mode_of(options.gc_mode);
  out.gc_slice_ns = options.gc_slice_ns;
  out.gogc = static_cast<int>(gogc_of(options));
  out.memory_limit = memory_limit_of(options);
  out.traceback = environment("GOTRACEBACK");
  if (options.max_heap) out.max_heap = options.max_heap;
  if (options.max_stack) out.max_stack = options.max_stack;
  out.gc_stress = static_cast<uint64_t>(options.gc_stress);
  out.keep_collections = wants_profile(options);
  out.verify = options.verify;
  out.stack_stress = options.stack_stress;
  out.preempt_stress = options.preempt_stress;
  out.seed = options.seed;
  out.clock = options.virtual_clock ? vm::ClockMode::Virtual : vm::ClockMode::Wall;
  out.max_steps = static_cast<uint64_t>(options.max_steps);
  out.timeout_seconds = static_cast<double>(options.timeout_ns) / 1e9;
  out.trace_instructions = options.trace_instructions;
  out.count_instructions = options.instruction_counts.wanted || (options.command == Command::Dump && options.counts);
  out.arguments.push_back(options.packages.empty() ? "govm" : options.packages[0]);
  // As the go command names the programs of tests.
  if (options.command == Command::TestProgram) {
    out.arguments[0] = std::filesystem::weakly_canonical(options.packages[0]).stem().string() + ".test";
  }
  out.arguments.insert(out.arguments.end(), options.program_args.begin(), options.program_args.end());
  return out;
}

// Ends the process from where everything still lives: taking the compiler's trees and the heap apart would take as long as
// a short program runs.
[[noreturn]] void end_process(int status) {
  std::fflush(stdout);
  std::exit(status);
}

// The standard output for what govm says of a program that is run for it: what the program prints goes to standard error.
std::FILE* claim_output() {
  std::FILE* out = fdopen(dup(STDOUT_FILENO), "w");
  dup2(STDERR_FILENO, STDOUT_FILENO);
  return out;
}

// The functions that were entered, each instruction with its executions, and the tables of the most executed.
void write_counted_code(std::FILE* out, const Options& options, const bytecode::Program& program,
                        const bytecode::InstructionCounts& counts) {
  TextWriter text;
  for (uint32_t i = 0; i < program.function_count(); i++) {
    const bytecode::Function& function = program.function(bytecode::FunctionId(i));
    const std::vector<uint64_t>* executed = counts.cells(bytecode::FunctionId(i));
    if (executed == nullptr || (!options.dump_func.empty() && function.name != options.dump_func)) continue;
    bytecode::disassemble(program, function, {.counts = executed}, text);
  }
  text.newline();
  counts.write(program, static_cast<size_t>(options.top), text);
  std::fwrite(text.str().data(), 1, text.str().size(), out);
  std::fclose(out);
}

// The lines of -m before a run. What is said of a package is more than what runs of it: it has a session of its own.
void say_lines(const Options& options) {
  if (options.escape_verbosity == 0) return;
  StdPackages std_packages(std_outlines());
  compiler::Request request = request_of(options);
  request.verbosity = options.escape_verbosity;
  compiler::Compilation compilation(std::move(request), standard_library(std_packages));
  if (compilation.check()) compilation.escape_lines(say, true);
}

// The files of -json=0,DIR.
bool write_log(const Options& options) {
  if (options.log_directory.empty()) return true;
  StdPackages std_packages(std_outlines());
  compiler::Request request = request_of(options);
  request.log = true;
  compiler::Compilation compilation(std::move(request), standard_library(std_packages));
  if (!compilation.check()) return true;
  bool written = true;
  for (const auto& [name, text] : compilation.log_files()) {
    const std::filesystem::path path = std::filesystem::path(options.log_directory) / name;
    std::error_code problem;
    std::filesystem::create_directories(path.parent_path(), problem);
    const Status status = write_file(path, text);
    if (status.ok()) continue;
    say(fmt::format("govm: {}\n", status.error()));
    written = false;
  }
  return written;
}

int run(const Options& options) {
  StdPackages std_packages(std_outlines());
  compiler::Compilation compilation(request_of(options), standard_library(std_packages));
  if (!compilation.check()) {
    say_phases(options, compilation);
    return report_failure(compilation);
  }
  std::vector<std::string> timed;
  if (!options.latency.empty()) {
    FunctionNames found = find_functions(options.latency, compilation.functions());
    if (!found.problem.empty()) {
      say(fmt::format("govm: --latency: {}\n", found.problem));
      return kExitUsage;
    }
    timed = std::move(found.names);
    compilation.keep(timed);  // calls that are timed must be calls
  }
  if (!compilation.compile()) {
    say_phases(options, compilation);
    return report_failure(compilation);
  }
  if (options.command == Command::Run || options.command == Command::TestProgram) {
    say_lines(options);
    if (!write_log(options)) return kExitLostReport;
  }
  if (options.command == Command::TestProgram) {
    enter_test_process(options);
    if (!can_write_outputs(options)) return kExitUsage;
  }
  native::Registry registry;
  stdlib::add_natives(registry);
  LateCode provider(compilation);
  vm::Options run = vm_options(options);
  run.build_info = compilation.build_info();
  run.counting = compilation.program().counted;
  run.charging = wants_profile(options);
  run.stacks = options.alloc_profile.wanted || options.report.wanted || options.record.wanted || !options.test_memprofile.empty();
  run.latency = timed;
  vm::Vm vm(run, registry, &provider);
  std::FILE* listing = options.command == Command::Dump ? claim_output() : nullptr;
  const char* debug = std::getenv("GODEBUG");
  const bool traced = options.gctrace != 0 || (debug != nullptr && std::string_view(debug).find("gctrace=1") != std::string_view::npos);
  GcTrace trace(traced);
  if (traced || wants_profile(options)) vm.heap().add_listener(&trace);
  bool written = true;
  vm.set_before_exit([&] {
    // With what was compiled as the program ran.
    say_phases(options, compilation);
    if (vm.timed_out()) say(fmt::format("govm: the program was ended after {} (--timeout)\n", profiler::duration_text(options.timeout_ns)));
    written = write_reports(options, vm, compilation.program(), run, trace);
    if (listing != nullptr) write_counted_code(listing, options, compilation.program(), *vm.instruction_counts());
  });
  handle_signals(vm, options.timeout_ns);
  const int status = vm.run(compilation.program());
  if (vm.died_of() != 0) {
    std::fflush(stdout);
    die_of_signal(vm.died_of());
  }
  end_process(status == kExitOk && !written ? kExitLostReport : status);
}

int check(const Options& options) {
  PackageWalk walk(options);
  return walk.run([&walk](const Options& one) -> int {
    StdPackages std_packages(std_outlines());
    compiler::Request request = request_of(one);
    request.verbosity = one.escape_verbosity;
    compiler::Compilation compilation(std::move(request), standard_library(std_packages));
    const bool valid = compilation.check();
    if (valid && one.escape_verbosity > 0) compilation.escape_lines(say, one.command == Command::Build || walk.has_several());
    say_phases(one, compilation);
    if (!valid) return walk.report_failure(compilation);
    return write_log(one) ? kExitOk : kExitLostReport;
  });
}

int run_package(Options options) {
  std::optional<std::vector<std::string>> package = package_to_run(options);
  if (!package) return kExitCompileError;
  options.packages = std::move(*package);
  return run(options);
}

// A recorded run in another form.
int report(Options options) {
  // Without a form it is the text.
  if (options.gctrace == 0 && !wants_profile(options)) options.gc_stats.wanted = true;
  const Result<profiler::Profile> profile = read_profile(options.packages[0]);
  if (!profile.ok()) {
    say(fmt::format("govm report: {}\n", profile.error()));
    return kExitCompileError;
  }
  if (options.gctrace != 0) say(profiler::report_gctrace(profile.value()));
  return write_profile(options, profile.value()) ? kExitOk : kExitLostReport;
}

int dump(const Options& options) {
  if (options.counts && options.dump_stage != "bytecode") {
    say("govm dump: --counts goes with --bytecode\n");
    return kExitUsage;
  }
  if (options.counts) return run(options);
  StdPackages std_packages(std_outlines());
  compiler::Compilation compilation(request_of(options), standard_library(std_packages));
  if (options.dump_stage.empty()) {
    say("govm dump: which stage? One of --tokens --ast --types --escape --ir --bytecode\n");
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

// Whether all passes that are to be left out exist; says so if not.
bool knows_passes(const Options& options) {
  const std::vector<std::string_view> known = compiler::optional_passes();
  for (const std::string& name : options.passes_off) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    say(fmt::format("govm: no optimisation is named {}; they are {}\n", name, fmt::join(known, ", ")));
    return false;
  }
  return true;
}

int execute(const Options& options) {
  if (!knows_passes(options)) return kExitUsage;
  bool needs_package = options.command == Command::Run || options.command == Command::Check || options.command == Command::Build ||
                       options.command == Command::Dump || options.command == Command::Compare || options.command == Command::Escape ||
                       options.command == Command::Vet || options.command == Command::TestProgram;
  if (options.command == Command::Report && options.packages.size() != 1) {
    say(options.packages.empty() ? "govm report: which recorded run?\n"
                                 : fmt::format("govm report: one recorded run at a time: {}\n", fmt::join(options.packages, ", ")));
    return kExitUsage;
  }
  if (needs_package && options.packages.empty()) {
    say("govm: no Go files listed\n");
    return kExitUsage;
  }
  if (!names_outputs_well(options)) return kExitUsage;
  // The processes of tests ask where they run.
  if (options.command != Command::Test && options.command != Command::TestProgram && !can_write_outputs(options)) return kExitUsage;
  switch (options.command) {
    case Command::Run: return run_package(options);
    case Command::TestProgram: return run(options);
    case Command::Test: return test(options);
    case Command::Check:
    case Command::Build: return check(options);
    case Command::Escape: return escape(options, request_of);
    case Command::Vet: return vet(options, request_of);
    case Command::Compare: return compare(options);
    case Command::Workshop: return workshop(options);
    case Command::Report: return report(options);
    case Command::Dump: return dump(options);
    case Command::Opcodes: return print_opcodes();
    case Command::Env:
      for (const char* name : {"GOGC", "GOMEMLIMIT", "GODEBUG", "GOTRACEBACK", "GOROOT"}) {
        const char* value = std::getenv(name);
        fmt::print("{}='{}'\n", name, value ? value : "");
      }
      return kExitOk;
    case Command::Version: fmt::print("govm {} (Go 1.27, linux/amd64)\n", kVersion); return kExitOk;
    case Command::Help: {
      const std::string text = help_text(options.help_topic);
      if (text.empty()) say(fmt::format("govm help {}: unknown help topic. Run 'govm help'.\n", options.help_topic));
      fmt::print("{}", text);
      return text.empty() ? kExitUsage : kExitOk;
    }
  }
  return kExitUsage;
}

// The compiler's thread is the only one that allocates much: it gets no arena of its own, which would grow by a system call
// a page, and the common one grows in large steps.
void set_up_malloc() {
  constexpr int kStep = 1 << 20;
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, kStep);
  mallopt(M_TRIM_THRESHOLD, 64 * kStep);
  mallopt(M_MMAP_THRESHOLD, 4 * kStep);
  vm::keep_place_for_code();
}

}  // namespace
}  // namespace govm::cli

int main(int argc, char** argv) {
  govm::cli::set_up_malloc();
  govm::cli::open_missing_streams();
  std::string error;
  std::vector<std::string> words(argv + 1, argv + argc);
  std::optional<govm::cli::Options> options = govm::cli::parse_options(words, error);
  if (!options) {
    std::fprintf(stderr, "govm: %s\n", error.c_str());
    return govm::cli::kExitUsage;
  }
  // The compiler's recursion follows the program's nesting.
  int status = 0;
  const auto execute = [&] {
    try {
      status = govm::cli::execute(*options);
    } catch (const govm::cli::Interrupted& by) {
      govm::cli::die_of_signal(by.signal);
    }
  };
  govm::on_large_stack(execute, govm::cli::leave_signals_to_other_threads);
  std::fflush(stdout);
  return status;
}
