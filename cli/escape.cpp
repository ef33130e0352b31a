// Joins the listing of govm escape with the counts of a recorded run, if they are asked for.
#include "cli/escape.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/adapters.h"
#include "cli/exit_codes.h"
#include "cli/listing.h"
#include "cli/process.h"
#include "cli/reports.h"

namespace govm::cli {
namespace {

/// Runs the program once, recorded; nothing if it left no record.
std::optional<profiler::Profile> recorded_run(const Options& options) {
  const std::string record = fmt::format("{}/govm-escape-{}.json", std::filesystem::temp_directory_path().string(), getpid());
  std::vector<std::string> words = {own_path(), "run", "--record=" + record};
  if (options.no_inlining) words.push_back("-l");
  if (!options.escape_on) words.push_back("--escape=off");
  if (!options.lang.empty()) words.push_back("-lang=" + options.lang);
  if (!options.tags.empty()) words.push_back(fmt::format("-tags={}", fmt::join(options.tags, ",")));
  words.insert(words.end(), options.packages.begin(), options.packages.end());
  words.insert(words.end(), options.program_args.begin(), options.program_args.end());
  const ProcessResult result = run_process(words);
  std::ifstream in(record, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  std::remove(record.c_str());
  std::optional<profiler::Profile> profile = profiler::profile_from_json(text.str());
  if (!profile) {
    say(result.errors);
  } else if (result.status != 0) {
    say(fmt::format("govm escape: the program ended with exit status {}; counts up to there\n", result.status));
  }
  return profile;
}

}  // namespace

int escape(const Options& options, compiler::Request request) {
  StdPackages std_packages;
  request.findings = true;
  compiler::Compilation compilation(std::move(request), standard_library(std_packages));
  if (!compilation.check()) return report_failure(compilation);
  const std::vector<escape::Finding> findings = compilation.findings();
  std::optional<profiler::Profile> run;
  if (options.counts) {
    run = recorded_run(options);
    if (!run) return kExitCompileError;
  }
  const SourceMap& sources = *compilation.program().source_map;
  const profiler::Profile* counts = run ? &*run : nullptr;
  const std::vector<Noted> notes = join(findings, sources, counts);
  const std::string text = options.why.empty() ? listing(notes, sources, counts) : explanations(notes, sources, options.why);
  if (text.empty()) {
    say(options.why.empty() ? "govm escape: the package has no variables and allocates nothing\n"
                            : fmt::format("govm escape: no variable or site is called {0}, and none stands at a line {0}\n", options.why));
    return options.why.empty() ? kExitOk : kExitCompileError;
  }
  std::fwrite(text.data(), 1, text.size(), stdout);
  return kExitOk;
}

}  // namespace govm::cli
