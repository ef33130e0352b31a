// Which packages the patterns of -coverpkg name, and how the profile grows with each process.
#include "cli/cover.h"

#include <fmt/format.h>

#include <fstream>
#include <memory>

#include "base/file.h"
#include "cli/adapters.h"
#include "compiler/load/module.h"

namespace govm::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kAny = "...";

// A pattern by import paths: one that begins with a dot counts from the working directory.
std::string absolute_pattern(const std::string& pattern) {
  if (!pattern.starts_with('.') && !pattern.starts_with('/')) return pattern;
  const std::string directory = pattern.substr(0, pattern.find(kAny));
  const std::unique_ptr<load::Module> module = load::Module::find_upwards(directory.empty() ? "." : directory);
  if (module == nullptr) return pattern;
  std::string path = module->import_path_of(directory.empty() ? "." : directory);
  if (directory.size() == pattern.size()) return path;
  if (directory.ends_with('/')) path += "/";
  return path + pattern.substr(directory.size());
}

// Whether an import path is one that a pattern stands for: "..." is any text, and "x/..." takes x in.
bool matches(std::string_view pattern, std::string_view path) {
  if (pattern.ends_with("/...") && pattern.substr(0, pattern.size() - 4) == path) return true;
  const size_t any = pattern.find(kAny);
  if (any == std::string_view::npos) return pattern == path;
  if (!path.starts_with(pattern.substr(0, any))) return false;
  pattern.remove_prefix(any + kAny.size());
  for (size_t at = any; at <= path.size(); ++at) {
    if (matches(pattern, path.substr(at))) return true;
  }
  return false;
}

}  // namespace

std::string Coverage::begin() {
  if (options_.cover_profile.empty()) return "";
  if (options_.test_fuzz) return "cannot use -coverprofile flag with -fuzz flag\n";
  const fs::path name = options_.cover_profile;
  profile_ = fs::absolute(name.is_absolute() ? name : options_.test_outputdir / name).string();
  const Status written = write_file(profile_, "mode: " + options_.cover_mode + "\n");
  return written.ok() ? "" : fmt::format("govm test: {}\n", written.error());
}

std::string Coverage::choose(const std::set<std::string>& packages, std::string& notes) {
  StdPackages std_packages(std_outlines());
  for (const std::string& words : options_.cover_packages) {
    if (words == "all" || words == "std" || words == "cmd" || standard_library(std_packages).packages->find(words)) {
      return fmt::format("not supported by govm: -coverpkg={}: packages of the standard library are not counted\n", words);
    }
    const std::string pattern = absolute_pattern(words);
    bool found = false;
    for (const std::string& path : packages) {
      if (!matches(pattern, path)) continue;
      found = true;
      chosen_.insert(path);
    }
    if (!found) notes += fmt::format("warning: no packages being tested depend on matches for pattern {}\n", words);
  }
  return "";
}

std::vector<std::string> Coverage::flags(bool has_tests) const {
  if (!is_on()) return {};
  std::vector<std::string> words = {"-covermode=" + options_.cover_mode};
  if (has_tests && !options_.cover_packages.empty()) {
    words.push_back(fmt::format("-coverpkg={}", fmt::join(options_.cover_packages, ",")));
    words.push_back(fmt::format("-covered={}", fmt::join(chosen_, ",")));
  }
  return words;
}

std::vector<std::string> Coverage::test_flags() const {
  if (!is_on()) return {};
  return {"-test.coverprofile=" + part_.path().string()};
}

bool Coverage::take_profile() {
  const Result<std::string> text = read_file(part_.path());
  std::error_code ignored;
  fs::remove(part_.path(), ignored);
  if (!text.ok()) return false;
  const size_t mode_end = text.value().find('\n');
  if (mode_end == std::string::npos) return false;
  const std::string blocks = text.value().substr(mode_end + 1);
  if (!profile_.empty()) std::ofstream(profile_, std::ios::binary | std::ios::app) << blocks;
  return !blocks.empty();
}

std::string_view coverage_in(std::string_view output) {
  constexpr std::string_view kWord = "coverage: ";
  const size_t at = output.find(kWord);
  const size_t end = at == std::string_view::npos ? at : output.find('\n', at);
  return end == std::string_view::npos ? std::string_view() : output.substr(at + kWord.size(), end - at - kWord.size());
}

}  // namespace govm::cli
