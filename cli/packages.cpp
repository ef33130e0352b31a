// Words to packages, and the order of the walk.
#include "cli/packages.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <map>

#include "cli/adapters.h"
#include "cli/exit_codes.h"
#include "cli/reports.h"
#include "compiler/load/pattern.h"

namespace govm::cli {
namespace {

// What is known of a package without checking it.
struct Outline {
  std::string problem;  // why it cannot be had; empty: nothing
  std::string name, import_path;
  std::vector<std::string> order;  // import paths of the user's packages it needs, each behind those it imports
};

Outline outline_of(const NamedPackage& package, const Options& options) {
  compiler::Request request = request_of_imports(package, options);
  request.require_main = false;
  StdPackages std_packages(std_outlines());
  compiler::Compilation compilation(request, standard_library(std_packages));
  compilation.check();
  return {compilation.problem(), std::string(compilation.package_name()), compilation.import_path(), compilation.packages()};
}

void say_matched_none(std::string_view pattern, std::string_view what) {
  say(fmt::format("go: warning: \"{}\" matched {}\n", pattern, what));
}

}  // namespace

compiler::Request request_of_imports(const NamedPackage& package, const Options& options) {
  compiler::Request request;
  request.packages = package.words;
  request.language = options.lang;
  request.tags = options.tags;
  request.only_imports = true;
  return request;
}

std::optional<std::vector<NamedPackage>> named_packages(const std::vector<std::string>& words, const load::BuildTags& tags) {
  if (!words.empty() && words[0].ends_with(".go")) return std::vector<NamedPackage>{{words, "", true, true}};
  std::vector<NamedPackage> packages;
  const auto add = [&packages](NamedPackage package) {
    if (std::ranges::find(packages, package.words, &NamedPackage::words) == packages.end()) packages.push_back(std::move(package));
  };
  for (const std::string& word : words) {
    if (!load::is_pattern(word)) {
      add({{word}, "", true, true});
      continue;
    }
    const Result<std::vector<load::MatchedPackage>> matched = load::expand_pattern(word, tags);
    if (!matched.ok()) {
      say(matched.error() + "\n");
      return std::nullopt;
    }
    if (matched.value().empty()) say_matched_none(word, "no packages");
    for (const load::MatchedPackage& one : matched.value()) add({{one.directory}, one.import_path, one.has_files, one.has_tests});
  }
  return packages;
}

std::optional<std::vector<std::string>> package_to_run(const Options& options) {
  const std::string& word = options.packages[0];
  if (!load::is_pattern(word)) return options.packages;
  const std::optional<std::vector<NamedPackage>> matched = named_packages({word}, options.tags);
  if (!matched) return std::nullopt;
  std::vector<NamedPackage> programs;
  for (const NamedPackage& package : *matched) {
    if (package.has_files && outline_of(package, options).name == "main") programs.push_back(package);
  }
  if (programs.size() == 1) return programs[0].words;
  if (programs.empty()) {
    if (!matched->empty()) say_matched_none(word, "only non-main packages");
    say(fmt::format("go: no packages loaded from {}\n", word));
    return std::nullopt;
  }
  std::vector<std::string> names;
  for (const NamedPackage& package : programs) names.push_back(package.import_path);
  say(fmt::format("go: pattern {} matches multiple packages:\n\t{}\n", word, fmt::join(names, "\n\t")));
  return std::nullopt;
}

int PackageWalk::run(const std::function<int(const Options& one)>& visit) {
  std::optional<std::vector<NamedPackage>> packages = named_packages(options_.packages, options_.tags);
  if (!packages) return kExitCompileError;
  count_ = packages->size();
  std::erase_if(*packages, [](const NamedPackage& package) { return !package.has_files; });
  has_several_ = packages->size() > 1 || (!options_.packages.empty() && load::is_pattern(options_.packages[0]));
  if (has_several_) packages = in_order(std::move(*packages));
  if (!packages) return kExitCompileError;
  std::vector<std::string> named;
  for (const NamedPackage& package : *packages) named.push_back(package.import_path);
  int status = kExitOk;
  for (const NamedPackage& package : *packages) {
    Options one = options_;
    one.packages = package.words;
    one.named = named;
    const int of_one = visit(one);
    if (status == kExitOk) status = of_one;
  }
  return status;
}

// By import path, but for what they import of each other. As the go command: nothing is built if one cannot be had.
std::optional<std::vector<NamedPackage>> PackageWalk::in_order(std::vector<NamedPackage> packages) {
  std::map<std::string, NamedPackage> waiting;
  std::map<std::string, Outline> outlines;
  bool failed = false;
  for (NamedPackage& package : packages) {
    Outline outline = outline_of(package, options_);
    if (!outline.problem.empty()) {
      say(outline.problem.ends_with("\n") ? outline.problem : outline.problem + "\n");
      failed = true;
      continue;
    }
    const std::string path = package.import_path = outline.import_path;
    waiting.emplace(path, std::move(package));
    outlines.emplace(path, std::move(outline));
  }
  if (failed) return std::nullopt;
  std::vector<NamedPackage> ordered;
  const auto take = [&](const std::string& path) {
    if (auto node = waiting.extract(path)) ordered.push_back(std::move(node.mapped()));
  };
  for (const auto& [path, outline] : outlines) {
    for (const std::string& needed : outline.order) take(needed);
    take(path);
  }
  return ordered;
}

int PackageWalk::report_failure(const compiler::Compilation& compilation) {
  if (!has_several_ || !compilation.problem().empty()) return cli::report_failure(compilation);
  for (const auto& [path, text] : compilation.errors_by_package(isatty(STDERR_FILENO) ? diag::Excerpt::Yes : diag::Excerpt::No)) {
    if (said_.insert(path).second) say(fmt::format("# {}\n{}", path, text));
  }
  return kExitCompileError;
}

}  // namespace govm::cli
