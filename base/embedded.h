// Files that lie in the binary, as embed.cmake lays their table out.
#pragma once

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

/// The text of a file of a table; empty if it is not there.
inline std::string_view find_embedded(const EmbeddedEntry* files, std::uint64_t count, std::string_view name) {
  for (std::uint64_t i = 0; i < count; i++) {
    if (files[i].name() == name) return files[i].text();
  }
  return {};
}

}  // namespace govm
