#include "compiler/load/package_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "compiler/load/build_constraint.h"

namespace govm::load {
namespace {

bool belongs_to_build(std::string_view text) {
  std::string_view constraint = find_build_constraint(text);
  return constraint.empty() || build_constraint_holds(constraint);
}

}  // namespace

std::optional<std::vector<FileText>> MemorySource::find(std::string_view import_path) const {
  auto found = packages_.find(import_path);
  if (found == packages_.end()) return std::nullopt;
  std::vector<FileText> files;
  for (const FileText& file : found->second) {
    if (belongs_to_build(file.text)) files.push_back(file);
  }
  return files;
}

std::optional<std::vector<FileText>> DirectorySource::find(std::string_view import_path) const {
  std::string_view below = import_path;
  if (!prefix_.empty()) {
    if (!below.starts_with(prefix_)) return std::nullopt;
    below.remove_prefix(prefix_.size());
    if (!below.empty() && below[0] != '/') return std::nullopt;
    if (!below.empty()) below.remove_prefix(1);
  }
  std::filesystem::path directory = below.empty() ? root_ : root_ / below;
  std::error_code error;
  if (!std::filesystem::is_directory(directory, error)) return std::nullopt;
  Result<std::vector<FileText>> files = read_directory(directory, directory.string());
  if (!files.ok() || files.value().empty()) return std::nullopt;
  return std::move(files).value();
}

Result<std::string> read_file(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return Error{"read " + path.string() + ": is a directory"};
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{"open " + path.string() + ": " + (errno == ENOENT ? "no such file or directory" : std::strerror(errno))};
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

Result<std::vector<FileText>> read_directory(const std::filesystem::path& directory, const std::string& display) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error)) {
    std::string name = entry.path().filename().string();
    if (file_name_fits(name) && !entry.is_directory()) names.push_back(std::move(name));
  }
  if (error) return Error{"open " + directory.string() + ": " + error.message()};
  std::ranges::sort(names);
  std::vector<FileText> files;
  for (const std::string& name : names) {
    Result<std::string> text = read_file(directory / name);
    if (!text.ok()) return Error{text.error()};
    if (!belongs_to_build(text.value())) continue;
    files.push_back({display.empty() ? name : display + "/" + name, std::move(text).value()});
  }
  return files;
}

ModuleFile parse_go_mod(std::string_view text) {
  ModuleFile module;
  while (!text.empty()) {
    size_t newline = text.find('\n');
    std::string_view line = text.substr(0, newline);
    text = newline == std::string_view::npos ? std::string_view() : text.substr(newline + 1);
    line = line.substr(0, line.find("//"));
    std::istringstream words{std::string(line)};
    std::string verb, value;
    if (!(words >> verb >> value)) continue;
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    if (verb == "module") module.path = value;
    if (verb == "go") module.go_version = "go" + value;
  }
  return module;
}

}  // namespace govm::load
