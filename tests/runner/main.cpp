// Runs one case one way and says whether its expectations hold (tests/README.md).
//
//   govm_case --govm PATH --way plain|stress|stack|incremental|concurrent|heap|identity CASE.go
//
// Exit status 0: passed, 1: failed, 77: this way does not apply or the case is skipped.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <regex.h>

#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <regex>

#include "tests/runner/case_file.h"
#include "tests/runner/process.h"

namespace govm::tests {
namespace {

constexpr int kPassed = 0, kFailed = 1, kNotApplicable = 77;
constexpr int kSeconds = 240;

int fail(const std::string& text) {
  std::cout << text << "\n";
  return kFailed;
}

// The first line that differs, both sides.
std::string difference(const std::string& want, const std::string& got) {
  std::istringstream left(want), right(got);
  for (int line = 1;; line++) {
    std::string a, b;
    bool more_a = static_cast<bool>(std::getline(left, a)), more_b = static_cast<bool>(std::getline(right, b));
    if (!more_a && !more_b) return "differs in its last newline";
    if (a != b || more_a != more_b) {
      return fmt::format("line {}\n  want: {}\n  got:  {}", line, more_a ? a : "(end)", more_b ? b : "(end)");
    }
  }
}

std::vector<std::string> command(const std::string& govm, const CaseFile& file, const std::string& verb,
                                 const std::vector<std::string>& flags) {
  std::vector<std::string> words = {govm, verb};
  words.insert(words.end(), flags.begin(), flags.end());
  words.insert(words.end(), file.flags.begin(), file.flags.end());
  words.push_back(file.package.string());
  return words;
}

// A comment cannot show blanks at the end of a line, nor that the last line has no end: what is compared with one
// has no blanks there, and an end.
std::string without_trailing_blanks(const std::string& text) {
  std::string out;
  for (char c : text + (text.empty() || text.ends_with("\n") ? "" : "\n")) {
    if (c == '\n') out.erase(out.find_last_not_of(" \t") + 1);
    out += c;
  }
  return out;
}

// Checks what a run printed and how it ended against the case.
int check_run(const CaseFile& file, const Finished& done) {
  if (done.timed_out) return fail("did not end in time");
  if (done.status != file.exit) {
    return fail(fmt::format("exit status {}, want {}\n{}", done.status, file.exit, done.errors));
  }
  const std::string output = file.exact ? done.output : without_trailing_blanks(done.output);
  if (output != file.output) return fail("standard output: " + difference(file.output, output));
  size_t at = 0;
  for (const std::string& line : file.errors) {
    size_t found = done.errors.find(line, at);
    if (found == std::string::npos) return fail(fmt::format("standard error lacks: {}\n{}", line, done.errors));
    at = found + line.size();
  }
  if (file.errors.empty() && file.exit == 0 && !done.errors.empty()) {
    return fail("unexpected standard error:\n" + done.errors);
  }
  return kPassed;
}

// allocated - freed = at exit, the sites add up to the totals, pauses to the collector's time.
int check_sums(const nlohmann::json& report, const std::string& flags) {
  const nlohmann::json& heap = report["heap"];
  int64_t objects = 0, bytes = 0, at_exit = 0, frames = 0;
  for (const nlohmann::json& site : report["sites"]) {
    if (site["placed"] == "heap") {
      objects += site["allocs"].get<int64_t>();
      bytes += site["bytes"].get<int64_t>();
      at_exit += site["exit"].get<int64_t>();
    } else {
      frames += site["allocs"].get<int64_t>();
    }
  }
  int64_t cycle_pauses = 0, pauses = 0, freed = 0;
  for (const nlohmann::json& cycle : report["cycles"]) {
    cycle_pauses += cycle["pause_ns"].get<int64_t>();
    freed += cycle["freed"].get<int64_t>();
  }
  if (const nlohmann::json& cut = report["unfinished_cycle"]; !cut.is_null()) cycle_pauses += cut["pause_ns"].get<int64_t>();
  for (const nlohmann::json& pause : report["pauses"]) pauses += pause[1].get<int64_t>();
  std::string wrong;
  auto expect = [&](const char* what, int64_t left, int64_t right) {
    if (left != right) wrong += fmt::format("{}: {}: {} is not {}\n", flags, what, left, right);
  };
  auto total = [&](const char* key) { return heap[key].get<int64_t>(); };
  expect("objects allocated - freed = at exit", total("alloc_objects") - total("freed_objects"), total("exit_objects"));
  expect("bytes allocated - freed = at exit", total("alloc_bytes") - total("freed_bytes"), total("exit_bytes"));
  expect("objects of the sites", objects, total("alloc_objects"));
  expect("bytes of the sites", bytes, total("alloc_bytes"));
  expect("objects of the sites at exit", at_exit, total("exit_objects"));
  expect("values of the frame sites", frames, report["frames"]["values"].get<int64_t>());
  expect("objects that the cycles freed", freed, total("freed_objects"));
  expect("pauses of the cycles", cycle_pauses, report["time_ns"]["gc"].get<int64_t>());
  expect("pauses", pauses, report["time_ns"]["gc"].get<int64_t>());
  return wrong.empty() ? kPassed : fail(wrong);
}

// Whether a run met the case and the sums of its report close; the report as JSON.
int run_with_report(const std::string& govm, const CaseFile& file, std::vector<std::string> flags, nlohmann::json& report) {
  const std::string path = fmt::format("{}/govm-case-{}.json", std::filesystem::temp_directory_path().string(), getpid());
  const std::string shown = fmt::format("{}", fmt::join(flags, " "));
  flags.insert(flags.end(), {"--gc-stats=" + path, "--gc-stats-format=json"});
  Finished done = run_process(command(govm, file, "run", flags), file.input, kSeconds);
  int result = check_run(file, done);
  if (result == kPassed) {
    std::FILE* in = std::fopen(path.c_str(), "rb");
    if (!in) return fail("no report was written");
    report = nlohmann::json::parse(in, nullptr, false);
    std::fclose(in);
    result = report.is_discarded() ? fail("the report is no JSON") : check_sums(report, shown);
  }
  std::filesystem::remove(path);
  return result;
}

// objects(escape=off) = objects(escape=on) + frame values(on), and all sums close.
int check_identity(const std::string& govm, const CaseFile& file) {
  // The virtual clock: who waits for whom, and what is made on the way, does not depend on the machine.
  nlohmann::json on, off;
  if (int result = run_with_report(govm, file, {"--clock=virtual", "--escape=on"}, on)) return result;
  if (int result = run_with_report(govm, file, {"--clock=virtual", "--escape=off"}, off)) return result;
  auto objects_on = on["heap"]["alloc_objects"].get<int64_t>();
  auto frames_on = on["frames"]["values"].get<int64_t>();
  auto objects_off = off["heap"]["alloc_objects"].get<int64_t>();
  if (objects_off == objects_on + frames_on) return kPassed;
  return fail(fmt::format("objects(off) {} is not objects(on) {} + frame values(on) {}", objects_off, objects_on, frames_on));
}

struct Message {
  int line;
  std::string text;
};

// "file.go:3:5: message" lines of the case's own file; continuation lines begin with a tab. Messages name the
// file as the go command does when called in its folder.
std::vector<Message> parse_messages(std::string text, const std::filesystem::path& path) {
  const std::string file = path.filename().string();
  const std::string folder = path.parent_path().string() + "/";
  for (size_t at = 0; (at = text.find(folder + file, at)) != std::string::npos; at += 2) text.replace(at, folder.size(), "./");
  std::vector<Message> messages;
  std::istringstream in(text);
  static const std::regex kHead(R"(^(\S+\.go):(\d+)(?::\d+)?: (.*)$)");
  for (std::string line; std::getline(in, line);) {
    std::smatch match;
    if (line.starts_with("\t") && !messages.empty()) {
      messages.back().text += "\n" + line;
    } else if (std::regex_match(line, match, kHead) && std::filesystem::path(match[1].str()).filename() == file) {
      messages.push_back({std::stoi(match[2]), match[3]});
    }
  }
  return messages;
}

int check_errors(const std::string& govm, const CaseFile& file) {
  bool escape = false;
  for (const std::string& flag : file.flags) escape |= flag.starts_with("-m");
  Finished done = run_process(command(govm, file, "check", {}), std::nullopt, kSeconds);
  if (done.timed_out) return fail("did not end in time");
  int want_status = escape ? 0 : 1;
  if (done.status != want_status) {
    return fail(fmt::format("exit status {}, want {}\n{}", done.status, want_status, done.errors));
  }
  std::vector<Message> messages = parse_messages(done.output + done.errors, file.path);
  std::string wrong;
  for (const auto& [line, patterns] : file.wanted) {
    for (const std::string& pattern : patterns) {
      regex_t expression;
      if (regcomp(&expression, pattern.c_str(), REG_EXTENDED | REG_NOSUB) != 0) return fail("not a pattern: " + pattern);
      bool found = false;
      std::erase_if(messages, [&](const Message& message) {
        bool matches = message.line == line && regexec(&expression, message.text.c_str(), 0, nullptr, 0) == 0;
        found |= matches;
        return matches;
      });
      regfree(&expression);
      if (!found) wrong += fmt::format("line {}: no message matches \"{}\"\n", line, pattern);
    }
  }
  for (const Message& message : messages) wrong += fmt::format("line {}: unwanted: {}\n", message.line, message.text);
  return wrong.empty() ? kPassed : fail(wrong);
}

// What a command prints, on either stream, with file names cut to their last part.
int check_print(const std::string& govm, const CaseFile& file) {
  Finished done = run_process(command(govm, file, file.command, {}), std::nullopt, kSeconds);
  if (done.status != file.exit) return fail(fmt::format("exit status {}, want {}\n{}", done.status, file.exit, done.errors));
  done.output += done.errors;
  const std::string folder = file.path.parent_path().string() + "/";
  for (size_t at = 0; (at = done.output.find(folder, at)) != std::string::npos;) done.output.erase(at, folder.size());
  if (std::getenv("GOVM_UPDATE")) {
    std::filesystem::path golden = file.package;
    golden.replace_extension(".out");
    std::FILE* out = std::fopen(golden.c_str(), "wb");
    if (!out) return fail("cannot write " + golden.string());
    std::fwrite(done.output.data(), 1, done.output.size(), out);
    std::fclose(out);
    return kPassed;
  }
  return done.output == file.output ? kPassed : fail(file.command + ": " + difference(file.output, done.output));
}

// The ways in which an optimisation is left out (house/passes.py): `without-NAME`.
constexpr std::string_view kWithout = "without-";

int run_case(const std::string& govm, const std::string& way, const CaseFile& file) {
  if (file.action == Action::Skip) {
    std::cout << "skipped:" << file.reason << "\n";
    return kNotApplicable;
  }
  if (way != "plain" && (file.action != Action::Run || file.plain_only)) return kNotApplicable;
  switch (file.action) {
    case Action::ErrorCheck: return check_errors(govm, file);
    case Action::Print: return check_print(govm, file);
    case Action::Compile: {
      Finished done = run_process(command(govm, file, "check", {}), std::nullopt, kSeconds);
      return done.status == 0 ? kPassed : fail(fmt::format("exit status {}\n{}", done.status, done.errors));
    }
    default: break;
  }
  if (way == "identity") return file.exit == 0 ? check_identity(govm, file) : kNotApplicable;
  std::vector<std::string> flags;
  if (way == "stress" || way == "incremental" || way == "concurrent") {
    // Collections at every safepoint for small cases; a workshop program allocates by the million.
    bool workshop = file.path.filename() == "main.go" && file.package.extension() != ".dir";
    flags = {workshop ? "--gc-stress=200003" : "--gc-stress=7", "--verify"};
    if (way != "stress") flags.push_back("--gc=" + way);
    nlohmann::json report;
    return run_with_report(govm, file, flags, report);
  } else if (way == "stack") {
    flags = {"--stack-stress", "--preempt-stress"};
  } else if (way == "heap") {
    flags = {"--escape=off"};
  } else if (way.starts_with(kWithout)) {
    flags = {"--passes-off=" + way.substr(kWithout.size())};
  } else if (way != "plain") {
    return fail("unknown way " + way);
  }
  return check_run(file, run_process(command(govm, file, "run", flags), file.input, kSeconds));
}

}  // namespace
}  // namespace govm::tests

int main(int argc, char** argv) {
  std::string govm, way = "plain", path;
  for (int i = 1; i < argc; i++) {
    std::string word = argv[i];
    if (word == "--govm" && i + 1 < argc) {
      govm = argv[++i];
    } else if (word == "--way" && i + 1 < argc) {
      way = argv[++i];
    } else {
      path = word;
    }
  }
  std::optional<govm::tests::CaseFile> file = govm::tests::read_case(path);
  if (!file || govm.empty()) {
    std::cerr << "usage: govm_case --govm PATH --way WAY CASE.go (a file with a directive)\n";
    return 2;
  }
  return govm::tests::run_case(govm, way, *file);
}
