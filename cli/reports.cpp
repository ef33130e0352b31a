// Chooses a report's form by flag or by the file's name, and writes it when the run is over.
#include "cli/reports.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "base/file.h"
#include "cli/exit_codes.h"
#include "gc/heap.h"
#include "profiler/collect.h"
#include "profiler/report.h"
#include "vm/bytecode/instruction_counts.h"

namespace govm::cli {
namespace {

constexpr size_t kSlowestShown = 5;

// Writes a report to its file, or to standard error. False: it could not be written.
bool write_report(const ReportRequest& request, const std::string& text) {
  if (!request.wanted) return true;
  if (request.path.empty()) {
    say("\n" + text);
    return true;
  }
  const bool written = write_file(request.path, text);
  if (!written) say(fmt::format("govm: cannot write {}\n", request.path));
  return written;
}

// The text of the files that rows name, as far as they can be read.
std::map<std::string, std::string> sources_of(const profiler::Profile& profile) {
  std::map<std::string, std::string> sources;
  for (const profiler::SiteRow& site : profile.sites) {
    if (site.line == 0 || sources.contains(site.file)) continue;
    Result<std::string> text = read_file(site.file);
    if (text.ok()) sources[site.file] = std::move(text).value();
  }
  return sources;
}

std::string gc_stats_text(const Options& options, const profiler::Profile& profile) {
  if (options.gc_stats_format == "json") return profiler::report_json(profile);
  if (options.gc_stats_format == "csv") return profiler::report_csv(profile);
  return profiler::report_text(profile, static_cast<uint64_t>(options.top));
}

// The form follows the file's name.
std::string alloc_profile_text(const std::string& path, const profiler::Profile& profile) {
  if (path.ends_with(".folded")) return profiler::report_folded(profile);
  if (path.ends_with(".json")) return profiler::report_json(profile);
  if (path.ends_with(".cov")) return profiler::report_cover(profile, sources_of(profile));
  return profiler::report_pprof(profile);
}

}  // namespace

void say(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

int report_failure(const compiler::Compilation& compilation) {
  if (!compilation.problem().empty()) {
    std::string text = compilation.problem();
    if (!text.ends_with("\n")) text += "\n";
    say(text);
  } else {
    say(compilation.diagnostics(isatty(2) ? diag::Excerpt::Yes : diag::Excerpt::No));
  }
  return kExitCompileError;
}

bool wants_profile(const Options& options) {
  return options.gc_stats.wanted || options.alloc_profile.wanted || options.report.wanted || options.record.wanted ||
         options.trace.wanted || !options.why_alive.empty();
}

bool wants_counts(const Options& options) { return options.counting.value_or(wants_profile(options)); }

std::optional<profiler::Profile> read_profile(const std::string& path) {
  const Result<std::string> text = read_file(path);
  return text.ok() ? profiler::profile_from_json(text.value()) : std::nullopt;
}

bool write_profile(const Options& options, const profiler::Profile& profile) {
  bool written = write_report(options.gc_stats, options.gc_stats.wanted ? gc_stats_text(options, profile) : "");
  for (const profiler::LatencyRow& row : profile.latency) {
    if (options.command != Command::Report || options.gc_stats.wanted) say("\n" + profiler::report_latency(row, kSlowestShown));
  }
  if (options.record.wanted) written &= write_report(options.record, profiler::report_json(profile));
  if (options.alloc_profile.wanted) written &= write_report(options.alloc_profile, alloc_profile_text(options.alloc_profile.path, profile));
  if (options.trace.wanted) written &= write_report(options.trace, profiler::report_trace(profile));
  if (options.report.wanted) written &= write_report(options.report, profiler::report_html(profile, sources_of(profile), nullptr));
  return written;
}

bool write_compare_page(const Options& options, const profiler::ComparedMode& a, const profiler::ComparedMode& b) {
  if (!options.report.wanted) return true;
  const profiler::Compared compared{a.counted, profiler::compare_json(a, b)};
  return write_report(options.report, profiler::report_html(b.counted, sources_of(b.counted), &compared));
}

bool write_reports(const Options& options, vm::Vm& vm, const bytecode::Program& program, const vm::Options& run) {
  bool written = true;
  if (options.instruction_counts.wanted && vm.instruction_counts() != nullptr) {
    TextWriter text;
    vm.instruction_counts()->write(program, static_cast<size_t>(options.top), text);
    written = write_report(options.instruction_counts, text.str());
  }
  if (!wants_profile(options) && options.latency.empty()) return written;
  profiler::RunFacts facts;
  facts.mode.version = kVersion;
  facts.mode.program = options.packages[0];
  facts.mode.escape = options.escape_on ? "on" : "off";
  facts.mode.gogc = run.gogc;
  facts.mode.memory_limit = run.memory_limit;
  facts.mode.clock = options.virtual_clock ? "virtual" : "wall";
  facts.mode.gc_mode = options.gc_mode;
  facts.mode.seed = options.seed;
  facts.total_time = vm.stats().wall_nanoseconds;
  facts.instructions = vm.stats().instructions;
  facts.frame_values = vm.frame_values_by_record();
  facts.globals = vm.globals();
  facts.stacks = vm.stacks();
  facts.user_calls = vm.user_calls();
  profiler::Profile profile = profiler::collect(vm.heap(), program, facts);
  if (vm.latency() != nullptr) profile.latency = profiler::collect_latency(vm.heap(), *vm.latency());
  written &= write_profile(options, profile);
  if (!options.why_alive.empty()) say("\n" + profiler::why_alive(vm.heap(), program, facts, options.why_alive));
  return written;
}

void GcTrace::on_cycle_end(const gc::CycleRecord& cycle) {
  stopped_ += cycle.pause_ns;
  const double share = cycle.end > 0 ? static_cast<double>(stopped_) / static_cast<double>(cycle.end) : 0;
  say(profiler::gctrace_line(profiler::cycle_row(cycle), share));
}

}  // namespace govm::cli
