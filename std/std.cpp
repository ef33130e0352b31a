// Access to what std.cmake embeds.
#include "std/std.h"

#include <cstdint>
#include <span>

#include "base/embedded.h"

namespace govm::stdlib {

namespace {

extern "C" const EmbeddedEntry govm_std_files[];
extern "C" const std::uint64_t govm_std_files_count;

}  // namespace

#define GOVM_STD_NATIVES(table) std::span<const native::NativeRow> table();
#include "std/native_tables.inc"
#undef GOVM_STD_NATIVES

std::vector<EmbeddedFile> files_of(std::string_view import_path) {
  std::vector<EmbeddedFile> files;
  for (std::uint64_t i = 0; i < govm_std_files_count; i++) {
    const std::string_view path = govm_std_files[i].name();
    std::size_t slash = path.rfind('/');
    if (slash != std::string_view::npos && path.substr(0, slash) == import_path && path.ends_with(".go")) {
      files.push_back({path, govm_std_files[i].text()});
    }
  }
  return files;
}

std::string_view text_of(std::string_view path) { return find_embedded(govm_std_files, govm_std_files_count, path); }

void add_natives(native::Registry& registry) {
#define GOVM_STD_NATIVES(table) registry.add(table());
#include "std/native_tables.inc"
#undef GOVM_STD_NATIVES
}

}  // namespace govm::stdlib
