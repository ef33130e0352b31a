// Files that lie in the binary, as embed.cmake lays their table out.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace govm {

/// One row of a table. The text lives as long as the process; a NUL byte stands behind it.
struct EmbeddedEntry {
  const char* name_data;
  std::size_t name_size;
  const char* text_data;
  std::size_t text_size;

  std::string_view name() const { return {name_data, name_size}; }
  std::string_view text() const { return {text_data, text_size}; }
};

/// The first file of a table whose name is not below this one.
inline const EmbeddedEntry* first_embedded(const EmbeddedEntry* files, std::uint64_t count, std::string_view name) {
  return std::lower_bound(files, files + count, name,
                          [](const EmbeddedEntry& file, std::string_view wanted) { return file.name() < wanted; });
}

/// The text of a file of a table; empty if it is not there.
inline std::string_view find_embedded(const EmbeddedEntry* files, std::uint64_t count, std::string_view name) {
  const EmbeddedEntry* file = first_embedded(files, count, name);
  return file != files + count && file->name() == name ? file->text() : std::string_view();
}

}  // namespace govm
