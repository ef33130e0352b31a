// The files that go:embed patterns name, found as the go command finds them.
#pragma once

#include <filesystem>
#include <string>

#include "compiler/types/checker.h"

namespace govm::load {

/// Adds the files of a pattern, read from the package's directory. Empty, or what is wrong, worded as the go command's.
std::string embed_pattern(const std::filesystem::path& directory, const std::string& pattern, types::EmbeddedFiles& embedded);

}  // namespace govm::load
