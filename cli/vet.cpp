// Finds the claims in comments, and compares each with the decisions of the sites it is about.
#include "cli/vet.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "cli/adapters.h"
#include "cli/exit_codes.h"
#include "cli/listing.h"
#include "cli/reports.h"

namespace govm::cli {
namespace {

using escape::Claim;
using escape::Finding;

std::string_view claim_text(Claim claim) {
  switch (claim) {
    case Claim::NoAlloc: return "//govm:noalloc";
    case Claim::Frame: return "//govm:frame";
    case Claim::Heap: return "//govm:heap";
    case Claim::Unknown: break;
  }
  return "";
}

class Vet {
 public:
  Vet(const std::vector<Finding>& findings, const SourceMap& sources) : findings_(findings), sources_(sources) {}

  /// Empty: it holds.
  std::string broken(const escape::Assertion& assertion) {
    out_.clear();
    if (assertion.claim == Claim::Unknown) {
      say_at(assertion.pos, fmt::format("//{} claims nothing: noalloc, frame and heap do", assertion.function));
    } else if (assertion.claim == Claim::NoAlloc) {
      check_function(assertion);
    } else {
      check_line(assertion);
    }
    return std::move(out_);
  }

 private:
  void say_at(Pos pos, std::string_view text) { out_ += fmt::format("{}: {}\n", sources_.describe(pos), text); }

  /// The way that a value takes to the heap.
  void say_flow(Pos pos) {
    const auto finding = std::ranges::find_if(findings_, [&](const Finding& one) { return one.pos == pos && is_on_heap(one); });
    if (finding == findings_.end()) return;
    say_at(pos, fmt::format("  because {}", finding->because));
    for (const escape::Step& step : finding->path)
      say_at(pos, fmt::format("    from {} ({}) at {}", step.text, step.word, sources_.describe(step.pos)));
  }

  static bool is_on_heap(const Finding& finding) {
    return finding.kind != escape::FindingKind::Parameter && finding.placement == escape::Placement::Heap &&
           finding.cost != escape::Cost::Nothing;
  }

  void check_function(const escape::Assertion& assertion) {
    if (assertion.function.empty()) return say_at(assertion.pos, "//govm:noalloc does not stand above a function");
    for (const escape::Allocation& allocation : assertion.allocations) {
      const std::string way =
          allocation.called_at ? fmt::format(" (in {}, called at {})", allocation.where, sources_.describe(allocation.called_at)) : "";
      say_at(allocation.pos, fmt::format("{} is //govm:noalloc, but {}{}", assertion.function, allocation.what, way));
      say_flow(allocation.pos);
    }
  }

  bool is_on(Pos pos, const SourceFile& file, uint32_t line) const {
    return pos && sources_.file_of(pos) == &file && file.physical(pos).line == line;
  }

  // A comment alone on its line is about the next one.
  void check_line(const escape::Assertion& assertion) {
    const SourceFile& file = *sources_.file_of(assertion.pos);
    const Position at = file.physical(assertion.pos);
    const std::string_view before = file.line_text(at.line).substr(0, at.column - 3);
    const bool alone = before.find_first_not_of(" \t") == std::string_view::npos;
    const uint32_t line = at.line + (alone ? 1 : 0);
    bool any = false;
    std::vector<std::pair<const Finding*, std::vector<Pos>>> on_heap;  // a value, and where its copies that are there stand
    for (const Finding& finding : findings_) {
      if (finding.kind == escape::FindingKind::Parameter || !(is_on(finding.pos, file, line) || is_on(finding.inlined_at, file, line)))
        continue;
      any = true;
      if (!is_on_heap(finding)) continue;
      auto value = std::ranges::find_if(
          on_heap, [&](const auto& known) { return known.first->pos == finding.pos && known.first->name == finding.name; });
      if (value == on_heap.end()) value = on_heap.insert(value, {&finding, {}});
      if (std::ranges::find(value->second, finding.inlined_at) == value->second.end()) value->second.push_back(finding.inlined_at);
    }
    if (!any) {
      say_at(assertion.pos, fmt::format("{}: the line makes no value that is placed", claim_text(assertion.claim)));
    } else if (assertion.claim == Claim::Heap && on_heap.empty()) {
      say_at(assertion.pos, "the line is //govm:heap, but all that it makes stays in the frame");
    } else if (assertion.claim == Claim::Frame) {
      for (const auto& [value, places] : on_heap) {
        say_at(value->pos, fmt::format("the line is //govm:frame, but {} is on the heap{}", value->name, inlined_words(places)));
        say_flow(value->pos);
      }
    }
  }

  // Text that stands for itself says it all; else the first of its copies are named.
  std::string inlined_words(const std::vector<Pos>& places) const {
    constexpr size_t kMostNamed = 3;
    if (std::ranges::find(places, Pos()) != places.end()) return "";
    std::string words;
    for (size_t i = 0; i < places.size() && i < kMostNamed; ++i)
      words += (i == 0 ? " where it is inlined at " : ", ") + sources_.describe(places[i]);
    if (places.size() > kMostNamed) words += fmt::format(" and {} more", places.size() - kMostNamed);
    return words;
  }

  const std::vector<Finding>& findings_;
  const SourceMap& sources_;
  std::string out_;
};

}  // namespace

int vet(const Options& options, RequestOf request_of) {
  PackageWalk walk(options);
  struct Verdict {
    bool holds = true;
    bool is_met = false;
    std::string unmet;  ///< what to say of a claim about a function without instance
  };
  // By place and claim: packages that others import are checked with each of them, where generic functions have other instances.
  std::map<std::string, Verdict> verdicts;
  std::set<std::string> said;
  int status = walk.run([&](const Options& one) -> int {
    StdPackages std_packages(std_outlines());
    compiler::Request request = request_of(one);
    request.findings = true;
    compiler::Compilation compilation(std::move(request), standard_library(std_packages));
    if (!compilation.check()) return walk.report_failure(compilation);
    const SourceMap& sources = *compilation.program().source_map;
    const std::vector<Finding> findings = compilation.findings();
    Vet vet(findings, sources);
    for (const escape::Assertion& assertion : compilation.assertions()) {
      const std::string text = vet.broken(assertion);
      const std::string place = sources.describe(assertion.pos);
      Verdict& verdict = verdicts[fmt::format("{} {}", place, claim_text(assertion.claim))];
      verdict.holds = verdict.holds && text.empty();
      verdict.is_met = verdict.is_met || assertion.is_met;
      verdict.unmet = fmt::format("{}: {} is //govm:noalloc, but no package here instantiates it: nothing can be said of it\n", place,
                                  assertion.function);
      if (!text.empty() && said.insert(text).second) say(text);
    }
    return kExitOk;
  });
  if (walk.count() == 0 && status == kExitOk) {
    say("no packages to vet\n");
    return kExitCompileError;
  }
  size_t broken = 0;
  for (const auto& [claim, verdict] : verdicts) {
    if (!verdict.is_met) say(verdict.unmet);
    if (!verdict.is_met || !verdict.holds) ++broken;
  }
  if (broken == 0) return status;
  say(fmt::format("govm: assertion failed ({} of {})\n", broken, verdicts.size()));
  return status == kExitOk ? kExitAssertion : status;
}

}  // namespace govm::cli
