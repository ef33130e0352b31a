// Chooses a report's form by flag or by the file's name, and writes it when the run is over.
#include "cli/reports.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
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

// Writes a report to its file, or to standard error. False: it could not be written.
bool write_report(const ReportRequest& request, const std::string& text) {
  if (!request.wanted) return true;
  if (request.path.empty()) {
    say("\n" + text);
    return true;
  }
  const Status written = write_file(request.path, text);
  if (!written.ok()) say(fmt::format("govm: {}\n", written.error()));
  return written.ok();
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

// A form of --alloc-profile, by the end of the file's name.
struct ProfileForm {
  std::string_view ending;
  std::string (*text)(const profiler::Profile& profile);
};

constexpr ProfileForm kProfileForms[] = {
    {".pb.gz", profiler::report_pprof},
    {".folded", profiler::report_folded},
    {".cov", [](const profiler::Profile& profile) { return profiler::report_cover(profile, sources_of(profile)); }},
    {".json", profiler::report_json},
};

// What cannot be read off the name is for go tool pprof.
std::string alloc_profile_text(std::string_view path, const profiler::Profile& profile) {
  for (const ProfileForm& form : kProfileForms) {
    if (path.ends_with(form.ending)) return form.text(profile);
  }
  return profiler::report_pprof(profile);
}

// A flag that names a file which govm writes, and how its name may end; empty: anyhow.
struct Output {
  std::string_view flag;
  ReportRequest Options::*request;
  std::vector<std::string_view> endings;
};

std::vector<Output> outputs() {
  std::vector<std::string_view> profile_endings;
  for (const ProfileForm& form : kProfileForms) profile_endings.push_back(form.ending);
  return {{"gc-stats", &Options::gc_stats, {}},  {"alloc-profile", &Options::alloc_profile, profile_endings},
          {"trace", &Options::trace, {".json"}}, {"report", &Options::report, {".html"}},
          {"record", &Options::record, {}},      {"instruction-counts", &Options::instruction_counts, {}}};
}

// A device or pipe: its name says nothing, and it can be written twice.
bool is_stream(const std::string& path) {
  std::error_code ignored;
  const std::filesystem::file_status status = std::filesystem::status(path, ignored);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) && !std::filesystem::is_directory(status);
}

// Spelled in one way, whether there is such a file or not.
std::filesystem::path whole_path(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::weakly_canonical(std::filesystem::absolute(path, ignored), ignored);
}

std::string one_of(const std::vector<std::string_view>& words) {
  if (words.size() == 1) return std::string(words[0]);
  return fmt::format("{} or {}", fmt::join(words.begin(), words.end() - 1, ", "), words.back());
}

}  // namespace

bool names_outputs_well(const Options& options) {
  std::set<std::filesystem::path> taken;
  if (options.command == Command::Report) taken.insert(whole_path(options.packages[0]));
  for (const Output& output : outputs()) {
    const std::string& path = (options.*output.request).path;
    if (path.empty() || is_stream(path)) continue;
    if (path.ends_with(".go")) {
      say(fmt::format("govm: -{}={}: a report does not take the place of Go source\n", output.flag, path));
      return false;
    }
    const auto fits = [&path](std::string_view ending) { return path.ends_with(ending) && path.size() > ending.size(); };
    if (!output.endings.empty() && std::ranges::none_of(output.endings, fits)) {
      say(fmt::format("govm: -{}={}: the name must end in {}\n", output.flag, path, one_of(output.endings)));
      return false;
    }
    if (taken.insert(whole_path(path)).second) continue;
    say(fmt::format("govm: -{}={}: this file is named twice\n", output.flag, path));
    return false;
  }
  return true;
}

bool can_write_outputs(const Options& options) {
  for (const Output& output : outputs()) {
    const std::string& path = (options.*output.request).path;
    if (path.empty()) continue;
    const Status status = check_writable(path);
    if (status.ok()) continue;
    say(fmt::format("govm: -{}: {}\n", output.flag, status.error()));
    return false;
  }
  return true;
}

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
         options.trace.wanted || !options.why_alive.empty() || !options.test_memprofile.empty();
}

bool wants_counts(const Options& options) { return options.counting.value_or(wants_profile(options)); }

Result<profiler::Profile> read_profile(const std::string& path) {
  const Result<std::string> text = read_file(path);
  if (!text.ok()) return Error{text.error()};
  Result<profiler::Profile> profile = profiler::profile_from_json(text.value());
  if (!profile.ok()) return Error{fmt::format("{}: {}", path, profile.error())};
  return profile;
}

bool write_profile(const Options& options, const profiler::Profile& profile) {
  bool written = write_report(options.gc_stats, options.gc_stats.wanted ? gc_stats_text(options, profile) : "");
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

bool write_reports(const Options& options, vm::Vm& vm, const bytecode::Program& program, const vm::Options& run, const GcTrace& trace) {
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
  facts.ended = trace.ended();
  profiler::Profile profile = profiler::collect(vm.heap(), program, facts);
  if (vm.latency() != nullptr) profile.latency = profiler::collect_latency(vm.heap(), *vm.latency());
  if (!options.why_alive.empty()) profile.why_alive = profiler::why_alive(vm.heap(), program, facts, options.why_alive);
  if (!options.test_memprofile.empty()) written &= write_report({true, options.test_memprofile}, profiler::report_pprof(profile));
  written &= write_profile(options, profile);
  // Where the text was said it has said this, too.
  const bool was_said = options.gc_stats.wanted && options.gc_stats.path.empty() && options.gc_stats_format == "text";
  if (const std::string asked = profiler::report_asked(profile); !asked.empty() && !was_said) say("\n" + asked);
  return written;
}

void GcTrace::on_cycle_end(const gc::CycleRecord& cycle) {
  ended_.push_back(profiler::cycle_row(cycle));
  stopped_ += ended_.back().end_pause;
  if (says_) say(profiler::gctrace_line(ended_.back(), stopped_));
}

}  // namespace govm::cli
