// Access to what std.cmake embeds.
#include "std/std.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace govm::stdlib {

namespace {

// As std_files.S lays the table out.
struct Entry {
  const char* name;
  std::size_t name_size;
  const char* text;
  std::size_t text_size;
};
extern "C" const Entry govm_std_files[];
extern "C" const std::uint64_t govm_std_file_count;

EmbeddedFile file_at(std::size_t i) {
  const Entry& entry = govm_std_files[i];
  return {{entry.name, entry.name_size}, {entry.text, entry.text_size}};
}

}  // namespace

#define GOVM_STD_NATIVES(table) std::span<const native::NativeRow> table();
#include "std/native_tables.inc"
#undef GOVM_STD_NATIVES

std::vector<EmbeddedFile> files_of(std::string_view import_path) {
  std::vector<EmbeddedFile> files;
  for (std::size_t i = 0; i < govm_std_file_count; i++) {
    EmbeddedFile file = file_at(i);
    std::size_t slash = file.path.rfind('/');
    if (slash != std::string_view::npos && file.path.substr(0, slash) == import_path && file.path.ends_with(".go")) {
      files.push_back(file);
    }
  }
  return files;
}

std::string_view text_of(std::string_view path) {
  for (std::size_t i = 0; i < govm_std_file_count; i++) {
    if (file_at(i).path == path) return file_at(i).text;
  }
  return {};
}

void add_natives(native::Registry& registry) {
#define GOVM_STD_NATIVES(table) registry.add(table());
#include "std/native_tables.inc"
#undef GOVM_STD_NATIVES
}

}  // namespace govm::stdlib
