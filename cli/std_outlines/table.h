// The table that cli/std_outlines makes while govm is built: the outline of each file of std.
#pragma once

#include <span>
#include <string_view>

#include "compiler/syntax/outline.h"

namespace govm::cli {

struct FileOutline {
  std::string_view path;  ///< below std/
  syntax::Outline outline;
};

/// Sorted by path.
std::span<const FileOutline> std_outlines();

}  // namespace govm::cli
