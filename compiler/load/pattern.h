// Patterns of packages, "./...", "../x/..." or "m/cmd/...", as the go command expands them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "compiler/load/build_constraint.h"

namespace govm::load {

/// A package that a pattern matches: one of its module's directories with Go files for this build.
struct MatchedPackage {
  std::string directory;
  std::string import_path;
  bool has_files = false;  ///< other ones than tests
  bool has_tests = false;
};

bool is_pattern(std::string_view word);

/// The packages by import path. "..." stands for any text; "/..." at the end also for none. What is left out: testdata, vendor, directories
/// that begin with "_" or ".", and other modules. The error is worded as the go command's.
Result<std::vector<MatchedPackage>> expand_pattern(const std::string& pattern, const BuildTags& tags);

}  // namespace govm::load
