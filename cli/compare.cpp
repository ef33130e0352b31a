// Runs both sides of govm compare by turns, first counted and then timed, and compares what they print.
#include "cli/compare.h"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include <cstdio>
#include <sstream>

#include "cli/exit_codes.h"
#include "cli/process.h"
#include "cli/progress.h"
#include "cli/reports.h"
#include "cli/temporary.h"
#include "profiler/compare.h"

namespace govm::cli {
namespace {

// The first line in which a program, or govm, says why it ends.
std::string last_words(const std::string& errors) {
  std::istringstream in(errors);
  for (std::string line; std::getline(in, line);) {
    for (const std::string_view begin : {"panic: ", "fatal error: ", "govm: "}) {
      if (line.starts_with(begin)) return line;
    }
  }
  return "";
}

profiler::Outcome outcome_of(const ProcessResult& result) {
  const std::string& output = result.output;
  return {output.size(), fmt::format("{:016x}", XXH3_64bits(output.data(), output.size())), result.status, last_words(result.errors)};
}

struct Side {
  std::vector<std::string> flags;
  profiler::ComparedMode mode;
};

class Comparison {
 public:
  explicit Comparison(const Options& options) : options_(options), progress_(static_cast<size_t>(2 * (options.runs + 1)), options.quiet) {
    sides_[0].mode.name = options.compare_a.empty() ? "all-heap" : options.compare_a;
    sides_[1].mode.name = options.compare_b.empty() ? "escape" : options.compare_b;
    sides_[0].flags = split_words(options.compare_a.empty() ? "--escape=off" : options.compare_a);
    sides_[1].flags = split_words(options.compare_b.empty() ? "--escape=on" : options.compare_b);
  }

  int run() {
    // First the counted runs, then the timed ones by turns: what disturbs the machine disturbs both sides.
    for (Side& side : sides_) {
      if (const int status = run_once(side, true)) return status;
    }
    for (int64_t i = 0; i < options_.runs; i++) {
      for (Side& side : sides_) {
        if (const int status = run_once(side, false)) return status;
      }
    }
    progress_.clear();
    const profiler::ComparedMode &a = sides_[0].mode, &b = sides_[1].mode;
    std::fputs((options_.json ? profiler::compare_json(a, b) : profiler::report_compare(a, b)).c_str(), stdout);
    if (!write_compare_page(options_, a, b)) return kExitLostReport;
    if (profiler::agree(a.outcome, b.outcome)) return a.outcome.status;
    say(fmt::format("govm: assertion failed\ngovm compare: {} and {} print or end differently\n", a.name, b.name));
    return kExitAssertion;
  }

 private:
  // A run of one side; its profile is kept. Not 0: the comparison ends with that status.
  int run_once(Side& side, bool counted) {
    const TemporaryPath record("compare", ".json");
    std::vector<std::string> words = {own_path(), "run"};
    words.insert(words.end(), side.flags.begin(), side.flags.end());
    if (counted) {
      words.push_back("--record=" + record.path().string());
    } else {
      words.insert(words.end(), {"--gc-stats=" + record.path().string(), "--gc-stats-format=json", "--counting=off"});
    }
    words.insert(words.end(), options_.packages.begin(), options_.packages.end());
    words.insert(words.end(), options_.program_args.begin(), options_.program_args.end());
    progress_.step("run");
    const ProcessResult result = run_process(words);
    Result<profiler::Profile> profile = read_profile(record.path().string());
    if (!profile.ok()) {
      progress_.clear();
      say(result.errors);
      return result.status != 0 ? result.status : kExitInternal;
    }
    profiler::Outcome outcome = outcome_of(result);
    if (counted) {
      side.mode.outcome = std::move(outcome);
    } else if (const profiler::Outcome& first = side.mode.outcome; !profiler::agree(outcome, first)) {
      progress_.clear();
      say(fmt::format(
          "govm: assertion failed\ngovm compare: {} prints or ends otherwise than it did first: {} bytes and {}, not {} and {}\n",
          side.mode.name, outcome.output_bytes, profiler::ending_text(outcome), first.output_bytes, profiler::ending_text(first)));
      return kExitAssertion;
    }
    if (counted) {
      side.mode.counted = std::move(profile).value();
    } else {
      side.mode.timed.push_back(std::move(profile).value());
    }
    return 0;
  }

  const Options& options_;
  Side sides_[2];
  Progress progress_;
};

}  // namespace

int compare(const Options& options) { return Comparison(options).run(); }

}  // namespace govm::cli
