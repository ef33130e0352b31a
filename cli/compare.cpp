// Runs both sides of govm compare by turns, first counted and then timed, and compares what they print.
#include "cli/compare.h"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <unistd.h>
#include <xxhash.h>

#include <cstdio>
#include <filesystem>
#include <sstream>

#include "cli/exit_codes.h"
#include "cli/process.h"
#include "cli/progress.h"
#include "cli/reports.h"
#include "profiler/compare.h"

namespace govm::cli {
namespace {

std::vector<std::string> words_of(const std::string& flags) {
  std::vector<std::string> words;
  std::istringstream in(flags);
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

struct Side {
  std::vector<std::string> flags;
  profiler::ComparedMode mode;
};

class Comparison {
 public:
  explicit Comparison(const Options& options)
      : options_(options),
        record_(fmt::format("{}/govm-compare-{}.json", temporary(), getpid())),
        progress_(static_cast<size_t>(2 * options.runs), options.quiet) {
    sides_[0].mode.name = options.compare_a.empty() ? "all-heap" : options.compare_a;
    sides_[1].mode.name = options.compare_b.empty() ? "escape" : options.compare_b;
    sides_[0].flags = words_of(options.compare_a.empty() ? "--escape=off" : options.compare_a);
    sides_[1].flags = words_of(options.compare_b.empty() ? "--escape=on" : options.compare_b);
  }
  ~Comparison() { std::remove(record_.c_str()); }

  int run() {
    // First the counted runs, then the timed ones by turns: what disturbs the machine disturbs both sides.
    for (Side& side : sides_) {
      if (const int status = run_once(side, true)) return status;
    }
    for (int64_t i = 0; i < options_.runs; i++) {
      for (Side& side : sides_) {
        progress_.step("run");
        if (const int status = run_once(side, false)) return status;
      }
    }
    progress_.clear();
    const std::string hash = fmt::format("{:016x}", XXH3_64bits(output_.data(), output_.size()));
    const profiler::ComparedMode &a = sides_[0].mode, &b = sides_[1].mode;
    std::fputs((options_.json ? profiler::compare_json(a, b) : profiler::report_compare(a, b, output_.size(), hash)).c_str(), stdout);
    return write_compare_page(options_, b.counted, a.counted) ? kExitOk : kExitLostReport;
  }

 private:
  static std::string temporary() { return std::filesystem::temp_directory_path().string(); }

  // A run of one side; its profile is kept. Not 0: the comparison ends with that status.
  int run_once(Side& side, bool counted) {
    std::vector<std::string> words = {own_path(), "run"};
    words.insert(words.end(), side.flags.begin(), side.flags.end());
    if (counted) {
      words.push_back("--record=" + record_);
    } else {
      words.insert(words.end(), {"--gc-stats=" + record_, "--gc-stats-format=json", "--counting=off"});
    }
    words.insert(words.end(), options_.packages.begin(), options_.packages.end());
    words.insert(words.end(), options_.program_args.begin(), options_.program_args.end());
    const ProcessResult result = run_process(words);
    Result<profiler::Profile> profile = read_profile(record_);
    std::remove(record_.c_str());
    if (!profile.ok()) {
      progress_.clear();
      say(result.errors);
      return result.status != 0 ? result.status : kExitInternal;
    }
    if (runs_++ == 0) {
      output_ = result.output;
      status_ = result.status;
    } else if (result.output != output_ || result.status != status_) {
      progress_.clear();
      say(fmt::format(
          "govm: assertion failed\ngovm compare: {} prints or ends otherwise than {} did first ({} bytes and status {}, not {} and {})\n",
          side.mode.name, sides_[0].mode.name, result.output.size(), result.status, output_.size(), status_));
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
  std::string record_;
  Side sides_[2];
  std::string output_;
  int status_ = 0;
  size_t runs_ = 0;
  Progress progress_;
};

}  // namespace

int compare(const Options& options) { return Comparison(options).run(); }

}  // namespace govm::cli
