// Joins the listing of govm escape with the counts of a recorded run, if they are asked for.
#include "cli/escape.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "cli/adapters.h"
#include "cli/exit_codes.h"
#include "cli/listing.h"
#include "cli/process.h"
#include "cli/reports.h"
#include "cli/temporary.h"

namespace govm::cli {
namespace {

/// Runs the program once, recorded; nothing if it left no record.
std::optional<profiler::Profile> recorded_run(const Options& options) {
  const TemporaryPath record("escape", ".json");
  std::vector<std::string> words = {own_path(), "run", "--record=" + record.path().string()};
  if (options.no_inlining) words.push_back("-l");
  if (!options.escape_on) words.push_back("--escape=off");
  if (!options.lang.empty()) words.push_back("-lang=" + options.lang);
  if (!options.tags.empty()) words.push_back(fmt::format("-tags={}", fmt::join(options.tags, ",")));
  words.insert(words.end(), options.packages.begin(), options.packages.end());
  words.insert(words.end(), options.program_args.begin(), options.program_args.end());
  const ProcessResult result = run_process(words);
  Result<profiler::Profile> profile = read_profile(record.path().string());
  if (!profile.ok()) {
    say(result.errors);
    return std::nullopt;
  }
  if (result.status != 0) say(fmt::format("govm escape: the program ended with exit status {}; counts up to there\n", result.status));
  return std::move(profile).value();
}

}  // namespace

int escape(const Options& options, RequestOf request_of) {
  PackageWalk walk(options);
  bool said = false;
  std::set<std::string, std::less<>> listed;  // files; those of a package that others import come with each of them
  const int status = walk.run([&](const Options& one) -> int {
    if (one.counts && walk.has_several()) {
      say("govm escape: --counts needs one program to run\n");
      return kExitUsage;
    }
    StdPackages std_packages(std_outlines());
    compiler::Request request = request_of(one);
    request.findings = true;
    compiler::Compilation compilation(std::move(request), standard_library(std_packages));
    if (!compilation.check()) return walk.report_failure(compilation);
    const std::vector<escape::Finding> findings = compilation.findings();
    std::optional<profiler::Profile> run;
    if (one.counts) {
      run = recorded_run(one);
      if (!run) return kExitCompileError;
    }
    const SourceMap& sources = *compilation.program().source_map;
    const profiler::Profile* counts = run ? &*run : nullptr;
    std::vector<Noted> notes = join(findings, sources, counts);
    std::erase_if(notes, [&](const Noted& note) { return listed.contains(note.at.file); });
    std::string text = one.why.empty() ? listing(notes, sources, counts) : explanations(notes, sources, one.why, counts);
    if (!text.empty() && !listed.empty()) text = "\n" + text;
    for (const Noted& note : notes) listed.insert(std::string(note.at.file));
    std::fwrite(text.data(), 1, text.size(), stdout);
    said = said || !text.empty();
    return kExitOk;
  });
  if (said || status != kExitOk) return status;
  if (options.why.empty()) {
    say(walk.has_several() ? "govm escape: the packages have no variables and allocate nothing\n"
                           : "govm escape: the package has no variables and allocates nothing\n");
    return kExitOk;
  }
  say(fmt::format("govm escape: no variable or site is called {0}, and none stands at a line {0}\n", options.why));
  return kExitCompileError;
}

}  // namespace govm::cli
