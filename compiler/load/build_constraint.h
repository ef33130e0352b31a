// Which files belong to a build: `//go:build` lines, older `// +build` lines, and names such as x_windows.go.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace govm::load {

/// Names that hold in constraints besides those of linux/amd64 and Go 1.27: what -tags gives.
using BuildTags = std::vector<std::string>;

/// Whether the constraints above a file's package clause hold: that of its `//go:build` line, which may be malformed, or if there is
/// none those of all `// +build` lines. The error is worded as the go command's.
Result<bool> constraints_hold(std::string_view text, const BuildTags& tags);

/// Whether a file of this name belongs to a build for linux/amd64 (and is no test).
bool file_name_fits(std::string_view name);

/// Whether it is a test, x_test.go, that belongs to such a build.
bool test_file_name_fits(std::string_view name);

}  // namespace govm::load
