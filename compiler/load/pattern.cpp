// Walks the directories below the fixed part of a pattern.
#include "compiler/load/pattern.h"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "compiler/load/module.h"
#include "compiler/load/package_source.h"

namespace govm::load {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kWild = "...";

// Whether a name is the text with each "..." replaced by any text: the parts between them follow each other in it.
bool matches_parts(std::string_view pattern, std::string_view name) {
  size_t wild = pattern.find(kWild);
  if (wild == std::string_view::npos) return pattern == name;
  if (!name.starts_with(pattern.substr(0, wild))) return false;
  for (;;) {
    name.remove_prefix(wild);
    pattern.remove_prefix(wild + kWild.size());
    wild = pattern.find(kWild);
    if (wild == std::string_view::npos) return name.ends_with(pattern);
    const size_t at = name.find(pattern.substr(0, wild));
    if (at == std::string_view::npos) return false;
    name.remove_prefix(at);
  }
}

bool matches(std::string_view pattern, std::string_view name) {
  constexpr std::string_view kBelow = "/...";
  if (pattern.ends_with(kBelow) && matches_parts(pattern.substr(0, pattern.size() - kBelow.size()), name)) return true;
  return matches_parts(pattern, name);
}

// "./x", "../x" and "/x" are directories, all else are import paths.
bool is_local(std::string_view pattern) { return pattern.starts_with("./") || pattern.starts_with("../") || pattern.starts_with('/'); }

bool is_left_out(const fs::path& directory) {
  const std::string name = directory.filename().string();
  const bool hidden = name.starts_with('.') && name != "." && name != "..";
  return hidden || name.starts_with('_') || name == "testdata" || name == "vendor";
}

// The directories of one module from `top` on.
std::vector<fs::path> directories_from(const fs::path& top) {
  std::error_code ignored;
  if (is_left_out(top)) return {};
  std::vector<fs::path> found{top};
  for (auto at = fs::recursive_directory_iterator(top, ignored); at != fs::recursive_directory_iterator(); at.increment(ignored)) {
    if (at->symlink_status(ignored).type() != fs::file_type::directory) continue;
    if (is_left_out(at->path()) || fs::is_regular_file(at->path() / "go.mod", ignored)) {
      at.disable_recursion_pending();
    } else {
      found.push_back(at->path());
    }
  }
  return found;
}

// A directory that cannot be read as a package is one with mistakes.
bool has_any(const Result<std::vector<FileText>>& files) { return !files.ok() || !files.value().empty(); }

}  // namespace

bool is_pattern(std::string_view word) { return word.find(kWild) != std::string_view::npos && !word.ends_with(".go"); }

Result<std::vector<MatchedPackage>> expand_pattern(const std::string& pattern, const BuildTags& tags) {
  const auto error = [&](const std::string& text) { return Error{"pattern " + pattern + ": " + text}; };
  std::error_code ignored;
  const bool local = is_local(pattern) || fs::is_directory(pattern.substr(0, pattern.find('/')), ignored);
  fs::path top = ".";
  std::string wanted = pattern;
  if (local) {
    const size_t fixed = pattern.rfind('/', pattern.find(kWild));
    const std::string prefix = pattern.substr(0, fixed + 1);
    if (!fs::is_directory(prefix, ignored)) return error("lstat " + prefix + ": no such file or directory");
    top = fs::path(prefix).lexically_normal();
    if (!top.has_filename() && top.has_parent_path() && top != top.root_path()) top = top.parent_path();
    wanted = fs::path(pattern).lexically_normal().generic_string();
  }
  const std::unique_ptr<Module> module = Module::find_upwards(top, tags);
  if (module == nullptr) {
    if (!local) return std::vector<MatchedPackage>();
    return error("directory prefix " + top.generic_string() + " does not contain main module or its selected dependencies");
  }
  if (!local) {
    const auto root = module->directory_of(module->file().path);
    if (!root) return std::vector<MatchedPackage>();
    top = short_path(*root);
  }
  std::vector<MatchedPackage> found;
  for (const fs::path& directory : directories_from(top)) {
    MatchedPackage package{directory.generic_string(), module->import_path_of(directory)};
    const std::string name = directory.lexically_normal().generic_string();
    if (local ? !matches(wanted, name) && !(name == "." && wanted == kWild) : !matches(wanted, package.import_path)) continue;
    package.has_files = has_any(read_directory(directory, "", tags));
    package.has_tests = has_any(read_test_files(directory, "", tags));
    if (package.has_files || package.has_tests) found.push_back(std::move(package));
  }
  std::ranges::sort(found, {}, &MatchedPackage::import_path);
  return found;
}

}  // namespace govm::load
