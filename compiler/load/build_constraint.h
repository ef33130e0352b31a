// Which files belong to a build: `//go:build` lines and names such as x_windows.go.
#pragma once

#include <string_view>

namespace govm::load {

/// Whether the expression of a `//go:build` line holds for linux/amd64, Go 1.27; malformed ones do not.
bool build_constraint_holds(std::string_view expression);

/// Whether a file of this name belongs to a build for linux/amd64 (and is no test).
bool file_name_fits(std::string_view name);

/// Whether it is a test, x_test.go, that belongs to such a build.
bool test_file_name_fits(std::string_view name);

/// The expression of the `//go:build` line above the package clause, empty if there is none.
std::string_view find_build_constraint(std::string_view text);

}  // namespace govm::load
