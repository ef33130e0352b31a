// Reads the Go files of a directory that belong to the build.
#include "compiler/load/package_source.h"

#include <algorithm>

#include "base/file.h"

namespace govm::load {

std::optional<std::vector<FileText>> MemorySource::find(std::string_view import_path) const {
  auto found = packages_.find(import_path);
  if (found == packages_.end()) return std::nullopt;
  std::vector<FileText> files;
  for (const FileText& file : found->second) {
    const Result<bool> holds = constraints_hold(file.text.view(), {});
    if (holds.ok() && holds.value()) files.push_back(file);
  }
  return files;
}

namespace {

Result<std::vector<FileText>> read_files(const std::filesystem::path& directory, const std::string& display, const BuildTags& tags,
                                         bool (*fits)(std::string_view name)) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error)) {
    std::string name = entry.path().filename().string();
    if (fits(name) && !entry.is_directory()) names.push_back(std::move(name));
  }
  if (error) return Error{"open " + directory.string() + ": " + error.message()};
  std::ranges::sort(names);
  std::vector<FileText> files;
  for (const std::string& name : names) {
    Result<std::string> text = read_file(directory / name);
    if (!text.ok()) return Error{text.error()};
    const Result<bool> holds = constraints_hold(text.value(), tags);
    if (!holds.ok()) return Error{name + ": " + holds.error()};
    if (!holds.value()) continue;
    files.push_back({display.empty() ? name : display + "/" + name, std::move(text).value(), directory});
  }
  return files;
}

}  // namespace

Result<std::vector<FileText>> read_directory(const std::filesystem::path& directory, const std::string& display, const BuildTags& tags) {
  return read_files(directory, display, tags, file_name_fits);
}

Result<std::vector<FileText>> read_test_files(const std::filesystem::path& directory, const std::string& display, const BuildTags& tags) {
  return read_files(directory, display, tags, test_file_name_fits);
}

bool has_assembly(const std::filesystem::path& directory) {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(directory, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".s") && file_name_fits(name.substr(0, name.size() - 2) + ".go")) return true;
  }
  return false;
}

}  // namespace govm::load
