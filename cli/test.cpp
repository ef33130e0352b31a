// Finds the packages of govm test, runs each in a process of its own and prints the lines of `go test` around them.
#include "cli/test.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>

#include "cli/exit_codes.h"
#include "cli/process.h"
#include "cli/progress.h"
#include "cli/reports.h"
#include "compiler/load/module.h"
#include "compiler/load/package_source.h"

namespace govm::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFilesPackage = "command-line-arguments";

// A package that is asked for.
struct Target {
  std::vector<std::string> words;  // as the compiler takes them: a directory, or files
  std::string import_path;
  bool has_tests = false;
};

bool has_go_files(const fs::path& directory, const load::BuildTags& tags) {
  auto plain = load::read_directory(directory, "", tags);
  auto tests = load::read_test_files(directory, "", tags);
  return (plain.ok() && !plain.value().empty()) || (tests.ok() && !tests.value().empty());
}

Target target_of_directory(const std::string& word, const load::BuildTags& tags) {
  Target target;
  target.words = {word};
  const std::unique_ptr<load::Module> module = load::Module::find_upwards(word);
  target.import_path = module ? module->import_path_of(word) : std::string(kFilesPackage);
  auto tests = load::read_test_files(word, "", tags);
  target.has_tests = tests.ok() && !tests.value().empty();
  return target;
}

// "./..." and "dir/...": the directories below, without testdata, vendor, hidden ones and other modules.
std::vector<std::string> expand(const std::string& pattern, const load::BuildTags& tags) {
  constexpr std::string_view kRest = "...";
  if (!pattern.ends_with(kRest)) return {pattern};
  std::string root = pattern.substr(0, pattern.size() - kRest.size());
  while (root.ends_with("/")) root.pop_back();
  if (root.empty()) root = ".";
  std::vector<std::string> found;
  if (has_go_files(root, tags)) found.push_back(root);
  std::error_code ignored;
  for (auto at = fs::recursive_directory_iterator(root, ignored); at != fs::recursive_directory_iterator(); at.increment(ignored)) {
    if (!at->is_directory(ignored)) continue;
    const std::string name = at->path().filename().string();
    if (name.starts_with(".") || name.starts_with("_") || name == "testdata" || name == "vendor" || fs::exists(at->path() / "go.mod")) {
      at.disable_recursion_pending();
    } else if (has_go_files(at->path(), tags)) {
      found.push_back(at->path().string());
    }
  }
  std::ranges::sort(found);
  return found;
}

std::vector<Target> targets_of(const Options& options) {
  std::vector<Target> targets;
  if (!options.packages.empty() && options.packages[0].ends_with(".go")) {
    return {{options.packages, std::string(kFilesPackage), true}};
  }
  const std::vector<std::string> here = {"."};
  for (const std::string& word : options.packages.empty() ? here : options.packages) {
    for (const std::string& directory : expand(word, options.tags)) targets.push_back(target_of_directory(directory, options.tags));
  }
  return targets;
}

// A run of all packages.
class TestRun {
 public:
  explicit TestRun(const Options& options) : options_(options), local_(options.packages.empty()) {}

  int run() {
    const std::vector<Target> targets = targets_of(options_);
    if (targets.empty()) {
      say("go: warning: no packages matched\nno packages to test\n");
      return kExitCompileError;
    }
    progress_.emplace(targets.size(), options_.quiet || streams());
    for (const Target& target : targets) {
      progress_->step(target.import_path);
      if (!target.has_tests) {
        progress_->clear();
        print(fmt::format("?   \t{}\t[no test files]\n", target.import_path));
      } else {
        run_package(target);
      }
    }
    if (failed_ && !local_) print("FAIL\n");
    return failed_ ? kExitCompileError : kExitOk;
  }

 private:
  static void print(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
  }

  bool shows_passing() const { return options_.test_verbose || options_.test_list; }
  // As in Go: with no package named, or with benchmarks, output appears as it comes.
  bool streams() const { return local_ || options_.test_bench; }

  std::vector<std::string> command_for(const Target& target, const std::vector<std::string>& mode) const {
    std::vector<std::string> words = {own_path(), "test-program"};
    words.insert(words.end(), options_.run_flags.begin(), options_.run_flags.end());
    words.insert(words.end(), mode.begin(), mode.end());
    if (!options_.test_memprofile.empty()) {
      words.push_back("-alloc-profile=" + fs::absolute(options_.test_memprofile).string());
    }
    words.insert(words.end(), target.words.begin(), target.words.end());
    words.push_back(fmt::format("-test.timeout={}", options_.test_timeout.empty() ? "10m0s" : options_.test_timeout));
    if (options_.test_verbose) words.push_back("-test.v=true");
    words.insert(words.end(), options_.test_flags.begin(), options_.test_flags.end());
    words.insert(words.end(), options_.program_args.begin(), options_.program_args.end());
    return words;
  }

  void run_package(const Target& target) {
    const auto begin = std::chrono::steady_clock::now();
    if (!options_.test_compare) {
      finish(target, run_process(command_for(target, {}), sink()), begin);
      return;
    }
    ProcessResult both;
    for (const std::string_view mode : {"on", "off"}) {
      std::vector<std::string> words = command_for(target, {fmt::format("-escape={}", mode)});
      words.push_back(fmt::format("-test.mode=escape={}", mode));
      const ProcessResult one = run_process(words, sink());
      both.output += one.output;
      both.errors = one.errors;
      both.status = std::max(both.status, one.status);
      if (!one.errors.empty()) break;
    }
    finish(target, both, begin);
  }

  std::function<void(std::string_view)> sink() const { return streams() ? print : std::function<void(std::string_view)>(); }

  // The lines of the go command behind a package's output.
  void finish(const Target& target, const ProcessResult& result, std::chrono::steady_clock::time_point begin) {
    progress_->clear();
    const std::string took = fmt::format("{:.3f}s", std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    if (!result.errors.empty()) {
      failed_ = true;
      const bool setup = result.status == kExitSetupFailed;
      say(fmt::format("# {}{}\n{}", target.import_path, setup ? "" : fmt::format(" [{}.test]", target.import_path), result.errors));
      print(fmt::format("FAIL\t{} [{} failed]\n", target.import_path, setup ? "setup" : "build"));
      return;
    }
    constexpr std::string_view kNoTests = "testing: warning: no tests to run\n";
    const std::string& output = result.output;
    if (result.status == 0) {
      if (!streams() && shows_passing()) print(output);
      const bool none = !streams() && (output.starts_with(kNoTests) || output.find(fmt::format("\n{}", kNoTests)) != std::string::npos);
      print(fmt::format("ok  \t{}\t{}{}\n", target.import_path, took, none ? " [no tests to run]" : ""));
      return;
    }
    failed_ = true;
    if (!streams()) print(output);
    if (streams() || output.empty()) print(fmt::format("exit status {}\n", result.status));
    print(fmt::format("FAIL\t{}\t{}\n", target.import_path, took));
  }

  const Options& options_;
  bool local_;
  bool failed_ = false;
  std::optional<Progress> progress_;
};

}  // namespace

int test(const Options& options) {
  if (options.test_json) {
    say("not supported by govm: test -json\n");
    return kExitUsage;
  }
  return TestRun(options).run();
}

void enter_test_process(const Options& options) {
  const fs::path first = options.packages[0];
  std::error_code ignored;
  const fs::path directory = fs::is_directory(first, ignored) ? first : first.parent_path();
  if (!directory.empty()) fs::current_path(directory, ignored);
  dup2(1, 2);
}

}  // namespace govm::cli
