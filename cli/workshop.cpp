// The commands of govm workshop: list, show, start, check and all.
#include "cli/workshop.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <sstream>

#include "base/embedded.h"
#include "base/file.h"
#include "cli/exit_codes.h"
#include "cli/expectation.h"
#include "cli/process.h"
#include "cli/progress.h"
#include "cli/reports.h"
#include "cli/temporary.h"

namespace govm::cli {
namespace {

namespace fs = std::filesystem;

extern "C" const EmbeddedEntry govm_programs[];
extern "C" const std::uint64_t govm_programs_count;

// By its path below programs/, for example "boxing/main.go".
std::string embedded_program(std::string_view path) { return std::string(find_embedded(govm_programs, govm_programs_count, path)); }

constexpr std::string_view kFiles[] = {"main.go", "README.md", "expected.out", "check"};

// One row of programs/workshop.tsv.
struct Lesson {
  int number;
  std::string name;
  std::string question;
  std::string file(std::string_view file) const { return embedded_program(fmt::format("{}/{}", name, file)); }
  // "boxing: what an interface value costs", the first line of its page.
  std::string title() const {
    const std::string page = file("README.md");
    return page.substr(2, page.find('\n') - 2);
  }
};

std::vector<Lesson> lessons() {
  std::vector<Lesson> out;
  std::istringstream in(embedded_program("workshop.tsv"));
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) continue;
    const size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (second == std::string::npos) continue;
    out.push_back({std::stoi(line), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
  }
  return out;
}

std::optional<Lesson> find_lesson(const std::string& word) {
  for (const Lesson& lesson : lessons()) {
    if (std::to_string(lesson.number) == word || lesson.name == word) return lesson;
  }
  return std::nullopt;
}

// The text of a lesson's file, empty if it cannot be read.
std::string text_of(const fs::path& path) {
  Result<std::string> text = read_file(path);
  return text.ok() ? std::move(text).value() : std::string();
}

bool write_files(const Lesson& lesson, const fs::path& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  for (const std::string_view name : kFiles) {
    const Status written = write_file(directory / name, lesson.file(name));
    if (written.ok()) continue;
    say(fmt::format("govm workshop: {}\n", written.error()));
    return false;
  }
  return true;
}

// The check of one program: the runs of its check file, what it prints, and each line's figure.
class Check {
 public:
  Check(fs::path directory, bool as_task) : directory_(std::move(directory)), as_task_(as_task) {}

  // True if all holds. `lines` says what was looked at.
  bool run() {
    std::string error;
    const auto runs = parse_expectations(text_of(directory_ / "check"), error);
    if (!runs) {
      note(false, fmt::format("its file check: {}", error));
      return false;
    }
    for (const ExpectedRun& expected : *runs) {
      if (!check_run(expected)) break;
    }
    return passed_;
  }

  const std::string& lines() const { return lines_; }

 private:
  bool check_run(const ExpectedRun& expected) {
    // With a task, only what is asked of the learner counts.
    std::vector<const Expectation*> wanted;
    for (const Expectation& expectation : expected.expectations) {
      if (expectation.is_task == as_task_) wanted.push_back(&expectation);
    }
    if (wanted.empty()) return true;
    const std::string record = (directory_ / ".govm-check.json").string();
    std::vector<std::string> words = {own_path(), "run", "--clock=virtual", "--gc-stats=" + record, "--gc-stats-format=json"};
    words.insert(words.end(), expected.flags.begin(), expected.flags.end());
    words.push_back((directory_ / "main.go").string());
    const ProcessResult result = run_process(words);
    const Result<profiler::Profile> profile = read_profile(record);
    std::error_code ignored;
    fs::remove(record, ignored);
    if (!profile.ok() || result.status != 0) {
      note(false, fmt::format("the program ends with status {}\n{}", result.status, result.errors));
      return false;
    }
    note(result.output == text_of(directory_ / "expected.out"), "prints what expected.out says");
    for (const Expectation* expectation : wanted) {
      const std::optional<int64_t> figure = expectation->measure(profile.value());
      note(figure && expectation->holds(*figure),
           fmt::format("{}: {}", expectation->text(), figure ? fmt::format("{}", *figure) : "not measured"));
    }
    return true;
  }

  void note(bool good, const std::string& text) {
    passed_ = passed_ && good;
    lines_ += fmt::format("  {}  {}\n", good ? "ok  " : "FAIL", text);
  }

  fs::path directory_;
  bool as_task_;
  bool passed_ = true;
  std::string lines_;
};

int unknown(const std::string& word) {
  say(fmt::format("govm workshop: no program {}; 'govm workshop list' names them\n", word));
  return kExitUsage;
}

int list() {
  std::vector<Lesson> all = lessons();
  std::vector<int> order;
  for (const Lesson& lesson : all) order.push_back(lesson.number);
  std::ranges::sort(all, {}, &Lesson::number);
  fmt::print("  #  asks       program\n");
  for (const Lesson& lesson : all) fmt::print("{:>3}  {:<9}  {}\n", lesson.number, lesson.question, lesson.title());
  fmt::print("\nTo be read in the order {}.\ngovm workshop show N | start N DIR | check DIR\n", fmt::join(order, " "));
  return kExitOk;
}

int show(const Lesson& lesson) {
  fmt::print("{}\n", lesson.file("README.md"));
  int number = 0;
  std::istringstream in(lesson.file("main.go"));
  for (std::string line; std::getline(in, line);) fmt::print("{:>4}  {}\n", ++number, line);
  return kExitOk;
}

int start(const Lesson& lesson, const std::string& directory) {
  std::error_code ignored;
  if (fs::exists(directory, ignored) && !fs::is_empty(directory, ignored)) {
    say(fmt::format("govm workshop: {} is not empty\n", directory));
    return kExitUsage;
  }
  if (!write_files(lesson, directory)) return kExitCompileError;
  fmt::print("{0} lies in {1}. Read {1}/README.md, change {1}/main.go, then: govm workshop check {1}\n", lesson.name, directory);
  return kExitOk;
}

bool check_lesson(const Lesson& lesson, std::string& lines) {
  const TemporaryPath folder("workshop");
  if (!write_files(lesson, folder.path())) return false;
  Check check(folder.path(), false);
  const bool passed = check.run();
  lines = check.lines();
  return passed;
}

int check(const std::string& word) {
  std::string lines;
  bool passed = false;
  if (const std::optional<Lesson> lesson = find_lesson(word)) {
    passed = check_lesson(*lesson, lines);
  } else if (std::error_code ignored; fs::exists(fs::path(word) / "check", ignored)) {
    Check check(word, true);
    passed = check.run();
    lines = check.lines();
  } else {
    return unknown(word);
  }
  fmt::print("{}{}\n", lines, passed ? "done" : "not yet");
  return passed ? kExitOk : kExitAssertion;
}

int check_all() {
  const std::vector<Lesson> all = lessons();
  Progress progress(all.size());
  size_t failed = 0;
  for (const Lesson& lesson : all) {
    progress.step(lesson.name);
    std::string lines;
    const bool passed = check_lesson(lesson, lines);
    progress.clear();
    failed += !passed;
    fmt::print("{}  {}\n{}", passed ? "ok  " : "FAIL", lesson.name, passed ? "" : lines);
    std::fflush(stdout);
  }
  if (failed == 0) return kExitOk;
  say("govm: assertion failed\n");
  return kExitAssertion;
}

}  // namespace

int workshop(const Options& options) {
  std::vector<std::string> words = options.packages;
  words.insert(words.end(), options.program_args.begin(), options.program_args.end());
  const std::string verb = words.empty() ? "list" : words[0];
  if (verb == "list" && words.size() <= 1) return list();
  if (verb == "all" && words.size() == 1) return check_all();
  if (verb == "check" && words.size() == 2) return check(words[1]);
  if ((verb == "show" && words.size() == 2) || (verb == "start" && words.size() == 3)) {
    const std::optional<Lesson> lesson = find_lesson(words[1]);
    if (!lesson) return unknown(words[1]);
    return verb == "show" ? show(*lesson) : start(*lesson, words[2]);
  }
  say("usage: govm workshop list | show N | start N DIR | check N | check DIR | all\n");
  return kExitUsage;
}

}  // namespace govm::cli
