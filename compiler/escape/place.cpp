// Shortening names of files.
#include "compiler/escape/place.h"

#include <algorithm>
#include <filesystem>

#include "compiler/syntax/decl.h"

namespace govm::escape {
namespace {

namespace fs = std::filesystem;

/// A directory relative to the working directory, if that is shorter.
std::string shortened(const fs::path& directory, const fs::path& working_directory) {
  const std::string relative = directory.lexically_relative(working_directory).generic_string();
  return relative.size() < directory.string().size() ? relative : directory.string();
}

std::string name_beside(const fs::path& file, const fs::path& home) {
  std::error_code ignored;
  const fs::path working_directory = fs::current_path(ignored);
  const auto whole = [&](const fs::path& path) { return (working_directory / path).lexically_normal(); };
  const fs::path directory = whole(home), other = whole(file);
  const auto apart = std::ranges::mismatch(directory, other);
  fs::path shared, rest;
  for (auto part = other.begin(); part != apart.in2; ++part) shared /= *part;
  for (auto part = apart.in2; part != other.end(); ++part) rest /= *part;
  return shortened(shared, working_directory) + "/" + rest.generic_string();
}

}  // namespace

std::string place_text(const SourceMap& sources, Pos pos, const types::Package* home) {
  if (!pos) return "<unknown line number>";
  constexpr uint32_t kMaxColumn = 255;
  std::string text = sources.describe(pos);
  if (sources.resolve(pos).column >= kMaxColumn) text.resize(text.rfind(':'));
  if (home == nullptr || home->files.empty()) return text;
  // What is no file here keeps its name: std's, those of //line.
  const std::string_view name = sources.file_of(pos)->name();
  const fs::path directory = fs::path(home->files[0]->source->name()).parent_path();
  if (name.starts_with('$') || !text.starts_with(name) || fs::path(name).parent_path() == directory) return text;
  return name_beside(name, directory) + text.substr(name.size());
}

}  // namespace govm::escape
