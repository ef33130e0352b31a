// Access to what std.cmake embeds.
#include "std/std.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/embedded.h"

namespace govm::stdlib {

namespace {

extern "C" const EmbeddedEntry govm_std_files[];
extern "C" const std::uint64_t govm_std_files_count;

}  // namespace

std::vector<std::string_view> packages() {
  std::vector<std::string_view> paths;
  for (std::uint64_t i = 0; i < govm_std_files_count; i++) {
    const std::string_view path = govm_std_files[i].name();
    if (!path.ends_with(".go")) continue;
    const std::string_view package = path.substr(0, path.rfind('/'));
    if (paths.empty() || paths.back() != package) paths.push_back(package);
  }
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

std::vector<EmbeddedFile> files_of(std::string_view import_path) {
  const std::string folder = std::string(import_path) + '/';
  const EmbeddedEntry* end = govm_std_files + govm_std_files_count;
  std::vector<EmbeddedFile> files;
  for (const EmbeddedEntry* file = first_embedded(govm_std_files, govm_std_files_count, folder); file != end; file++) {
    const std::string_view path = file->name();
    if (!path.starts_with(folder)) break;
    if (path.rfind('/') == import_path.size() && path.ends_with(".go")) files.push_back({path, file->text()});
  }
  return files;
}

std::string_view text_of(std::string_view path) { return find_embedded(govm_std_files, govm_std_files_count, path); }

}  // namespace govm::stdlib
