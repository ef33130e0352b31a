// Finds the packages of govm test, runs each in a process of its own and prints the lines of `go test` around them.
#include "cli/test.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <set>

#include "cli/adapters.h"
#include "cli/cover.h"
#include "cli/exit_codes.h"
#include "cli/packages.h"
#include "cli/parser_error.h"
#include "cli/process.h"
#include "cli/progress.h"
#include "cli/reports.h"
#include "cli/test_events.h"
#include "compiler/load/module.h"
#include "compiler/load/package_source.h"

namespace govm::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFilesPackage = "command-line-arguments";

// The packages that are asked for, with what is known of their tests; nothing: a word makes no sense, which is said.
std::optional<std::vector<NamedPackage>> targets_of(const Options& options) {
  const std::vector<std::string> here = {"."};
  std::optional<std::vector<NamedPackage>> targets = named_packages(options.packages.empty() ? here : options.packages, options.tags);
  if (!targets) return std::nullopt;
  for (NamedPackage& target : *targets) {
    if (!target.import_path.empty()) continue;
    const std::string& word = target.words[0];
    const bool is_file = word.ends_with(".go");
    const std::unique_ptr<load::Module> module = is_file ? nullptr : load::Module::find_upwards(word);
    target.import_path = module ? module->import_path_of(word) : std::string(kFilesPackage);
    if (is_file) continue;
    const auto tests = load::read_test_files(word, "", options.tags);
    target.has_tests = tests.ok() && !tests.value().empty();
  }
  return targets;
}

// The package that a problem is about: one that is imported and cannot be had; else the one that is tested.
std::string broken_package(std::string_view problem, const NamedPackage& target) {
  for (const std::string_view words : {": package ", "no required module provides package "}) {
    const size_t at = problem.find(words);
    if (at == std::string_view::npos) continue;
    const std::string_view name = problem.substr(at + words.size());
    return std::string(name.substr(0, name.find_first_of(" ;\n")));
  }
  return target.import_path;
}

// What is known of a package's tests before anything is compiled.
struct Setup {
  std::string problem;                // what keeps them from being built, such as an import that is not there; empty: nothing
  std::string broken;                 // the package that it is about
  std::vector<std::string> packages;  // of the user's, that they consist of
};

Setup set_up(const NamedPackage& target, const Options& options) {
  compiler::Request request = request_of_imports(target, options);
  request.tests = true;
  StdPackages std_packages(std_outlines());
  compiler::Compilation compilation(request, standard_library(std_packages));
  compilation.check();
  const load::TestProblem& in_tests = compilation.test_problem();
  Setup setup{compilation.problem(), broken_package(compilation.problem(), target), compilation.packages()};
  if (setup.problem.empty() && !in_tests.unreadable.empty()) setup.problem = parser_error(in_tests.unreadable);
  // The program of the tests is a package of its own.
  if (!in_tests.text.empty() || (!in_tests.unreadable.empty() && !in_tests.in_head)) setup.broken = target.import_path + ".test";
  if (!setup.problem.empty() && !setup.problem.ends_with("\n")) setup.problem += "\n";
  return setup;
}

// A run of all packages.
class TestRun {
 public:
  explicit TestRun(const Options& options) : options_(options), local_(options.packages.empty()), coverage_(options) {}

  int run() {
    const std::optional<std::vector<NamedPackage>> named = targets_of(options_);
    if (!named) return kExitCompileError;
    const std::vector<NamedPackage>& targets = *named;
    if (targets.empty()) {
      say("no packages to test\n");
      return kExitCompileError;
    }
    if (options_.test_fuzz && targets.size() > 1) {
      say("cannot use -fuzz flag with multiple packages\n");
      return kExitCompileError;
    }
    const std::string profile = options_.test_profile.empty() && options_.trace.wanted ? "-trace" : options_.test_profile;
    if (!profile.empty() && targets.size() > 1) {
      say(fmt::format("cannot use {} flag with multiple packages\n", profile));
      return kExitCompileError;
    }
    if (!profile.empty() && options_.test_fuzz) {
      say(fmt::format("cannot use {} flag with -fuzz flag\n", profile));
      return kExitCompileError;
    }
    if (!options_.test_vet.empty() && !options_.quiet) say(fmt::format("govm test: -vet={}: go vet is not run\n", options_.test_vet));
    if (const std::string wrong = coverage_.begin(); !wrong.empty()) {
      say(wrong);
      return kExitCompileError;
    }
    progress_.emplace(targets.size(), options_.quiet || streams());
    // As the go command: it looks for all packages before it builds one.
    std::vector<const NamedPackage*> found;
    std::set<std::string> packages;
    for (const NamedPackage& target : targets) {
      const Setup setup = target.has_tests || !options_.cover_packages.empty() ? set_up(target, options_) : Setup();
      packages.insert(setup.packages.begin(), setup.packages.end());
      if (setup.problem.empty()) {
        found.push_back(&target);
      } else {
        target_ = &target;
        report_failed_build("setup", setup.broken, fmt::format("# {}\n{}", target.import_path, setup.problem));
      }
    }
    std::string notes;
    const std::string wrong = coverage_.choose(packages, notes);
    say(notes + wrong);
    if (!wrong.empty()) return kExitCompileError;
    for (const NamedPackage* target : found) {
      progress_->step(target->import_path);
      target_ = target;
      if (target->has_tests) {
        run_package(*target);
        continue;
      }
      tell_untested(*target);
    }
    if (failed_ && !local_ && !options_.test_json) print("FAIL\n");
    return failed_ ? kExitCompileError : kExitOk;
  }

 private:
  static void put(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
  }

  // What belongs to a package's output: with -json it becomes events.
  void print(std::string_view text) {
    if (!options_.test_json) {
      put(text);
      return;
    }
    // They begin when the package is built.
    if (!events_) events_.emplace(target_->import_path, put);
    events_->write(text);
  }

  void end_package(bool passed, const std::string& failed_build = "") {
    failed_ = failed_ || !passed;
    if (events_) events_->finish(passed, failed_build);
    events_.reset();
  }

  bool shows_passing() const { return options_.test_verbose || options_.test_list; }
  // As in Go: with no package named, or with benchmarks, output appears as it comes.
  bool streams() const { return is_live() || options_.test_json; }
  // Of such output Go keeps nothing, and cannot look into it.
  bool is_live() const { return local_ || options_.test_bench || options_.test_fuzz; }

  // A package without tests. Its coverage is what a program without tests says that does not even run the package's initialisers.
  void tell_untested(const NamedPackage& target) {
    ProcessResult result;
    if (coverage_.covers(target.import_path)) result = run_process(command_for(target, {}));
    progress_->clear();
    if (result.output.empty() && !result.errors.empty()) {
      report_failed_build("build", target.import_path, fmt::format("# {}\n{}", target.import_path, result.errors));
      return;
    }
    if (!coverage_.is_on() || !coverage_.take_profile()) {
      print(fmt::format("?   \t{}\t[no test files]\n", target.import_path));
    } else {
      // The go command leaves this line without an end if no block has a statement.
      const std::string_view share = coverage_in(result.output);
      print(fmt::format("\t{}\t\t{}", target.import_path, share.starts_with('[') ? "" : fmt::format("coverage: {}\n", share)));
    }
    end_package(true);
  }

  std::vector<std::string> command_for(const NamedPackage& target, const std::vector<std::string>& mode) const {
    std::vector<std::string> words = {own_path(), "test-program"};
    words.insert(words.end(), options_.run_flags.begin(), options_.run_flags.end());
    words.insert(words.end(), mode.begin(), mode.end());
    const std::vector<std::string> cover = coverage_.flags(target.has_tests), cover_test = coverage_.test_flags();
    words.insert(words.end(), cover.begin(), cover.end());
    const fs::path output = fs::absolute(options_.test_outputdir.empty() ? "." : options_.test_outputdir).lexically_normal();
    if (!options_.test_memprofile.empty()) words.push_back("-memprofile=" + (output / options_.test_memprofile).string());
    if (!options_.test_profile.empty()) words.push_back("-profiles");
    words.insert(words.end(), target.words.begin(), target.words.end());
    words.push_back("-test.paniconexit0");
    if (options_.test_timeout.empty()) words.push_back("-test.timeout=10m0s");
    if (!options_.test_profile.empty() || options_.test_artifacts) words.push_back("-test.outputdir=" + output.string());
    words.insert(words.end(), cover_test.begin(), cover_test.end());
    if (options_.test_json) words.push_back("-test.v=test2json");
    for (const std::string& flag : options_.test_flags) {
      if (!options_.test_json || !flag.starts_with("-test.v=")) words.push_back(flag);
    }
    return words;
  }

  // Runs a command of a package's tests, as -exec, -x and -n have it.
  ProcessResult run_command(const std::vector<std::string>& words) {
    std::vector<std::string> all = options_.test_exec;
    all.insert(all.end(), words.begin(), words.end());
    if (options_.test_prints_commands || options_.test_runs_nothing) say(fmt::format("{}\n", fmt::join(all, " ")));
    return options_.test_runs_nothing ? ProcessResult() : run_process(all, sink());
  }

  void run_package(const NamedPackage& target) {
    const auto begin = std::chrono::steady_clock::now();
    if (!options_.test_compare) {
      const ProcessResult result = run_command(command_for(target, {}));
      if (!options_.test_runs_nothing) finish(target, result, begin);
      return;
    }
    ProcessResult both;
    for (const std::string_view mode : {"on", "off"}) {
      std::vector<std::string> words = command_for(target, {fmt::format("-escape={}", mode), "-counting=on"});
      words.push_back(fmt::format("-test.mode=escape={}", mode));
      const ProcessResult one = run_command(words);
      both.output += one.output;
      both.started = one.started;
      both.errors = one.errors;
      both.status = std::max(both.status, one.status);
      if (!one.errors.empty()) break;
    }
    if (!options_.test_runs_nothing) finish(target, both, begin);
  }

  std::function<void(std::string_view)> sink() {
    if (!streams()) return {};
    return [this](std::string_view text) { print(text); };
  }

  // The lines of the go command behind a package's output.
  void finish(const NamedPackage& target, const ProcessResult& result, std::chrono::steady_clock::time_point begin) {
    progress_->clear();
    if (!result.started) {
      print(fmt::format("exec: \"{}\": executable file not found in $PATH\nFAIL\t{}\t0.000s\n", options_.test_exec[0], target.import_path));
      end_package(false);
      return;
    }
    const std::string took = fmt::format("{:.3f}s", std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    // What is said before the tests start is why they do not, or the lines of -gcflags=-m.
    const bool started = !result.output.empty();
    if (started && !options_.test_json) say(result.errors);
    const bool by_exec = !options_.test_exec.empty() && result.status != kExitCompileError;
    if (!started && by_exec) print(result.errors);
    if (!result.errors.empty() && !started && !by_exec) {
      const std::string built = fmt::format("{0} [{0}.test]", target.import_path);
      report_failed_build("build", built, fmt::format("# {}\n{}", built, result.errors));
      return;
    }
    constexpr std::string_view kNoTests = "testing: warning: no tests to run\n";
    const std::string& output = result.output;
    if (coverage_.is_on()) coverage_.take_profile();
    if (result.status == 0) {
      if (!streams() && shows_passing()) print(output);
      const bool none = !is_live() && (output.starts_with(kNoTests) || output.find(fmt::format("\n{}", kNoTests)) != std::string::npos);
      const std::string_view share = coverage_.is_on() && !is_live() ? coverage_in(output) : std::string_view();
      print(fmt::format("ok  \t{}\t{}{}{}{}\n", target.import_path, took, share.empty() ? "" : "\tcoverage: ", share,
                        none ? " [no tests to run]" : ""));
    } else {
      if (!streams()) print(output);
      if (is_live() || output.empty()) print(fmt::format("exit status {}\n", result.status));
      print(fmt::format("{}FAIL\t{}\t{}\n", options_.test_json ? "\x16" : "", target.import_path, took));
    }
    end_package(result.status == 0);
  }

  // The package under way has mistakes, or one that it imports is not there: `built`.
  void report_failed_build(std::string_view what, const std::string& built, const std::string& errors) {
    if (options_.test_json) {
      put(build_events(built, errors));
    } else {
      say(errors);
    }
    print(fmt::format("FAIL\t{} [{} failed]\n", target_->import_path, what));
    end_package(false, built);
  }

  const Options& options_;
  bool local_;
  bool failed_ = false;
  Coverage coverage_;
  std::optional<Progress> progress_;
  const NamedPackage* target_ = nullptr;  // the package under way
  std::optional<TestEvents> events_;      // and what is said of it, with -json
};

}  // namespace

int test(const Options& options) { return TestRun(options).run(); }

void enter_test_process(const Options& options) {
  const fs::path first = options.packages[0];
  std::error_code ignored;
  const fs::path directory = fs::is_directory(first, ignored) ? first : first.parent_path();
  if (!directory.empty()) fs::current_path(directory, ignored);
  dup2(1, 2);
}

}  // namespace govm::cli
