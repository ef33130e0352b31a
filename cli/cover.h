// govm test -cover: which packages are covered in all tests, the lines about them, and the profile that is put together from those of
// the tests.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "cli/temporary.h"

namespace govm::cli {

class Coverage {
 public:
  explicit Coverage(const Options& options) : options_(options) {}

  bool is_on() const { return !options_.cover_mode.empty(); }
  // Begins the profile. Empty, or what is wrong.
  std::string begin();
  // Takes the packages that -coverpkg names from those that the tests consist of; what it says of them is in `notes`. Empty, or what is
  // wrong.
  std::string choose(const std::set<std::string>& packages, std::string& notes);
  // Whether a package without tests is told of.
  bool covers(const std::string& import_path) const {
    return is_on() && (options_.cover_packages.empty() || chosen_.contains(import_path));
  }

  // What a test's process is told behind its command. A package without tests is covered alone.
  std::vector<std::string> flags(bool has_tests) const;
  // And behind the package: where it writes its profile.
  std::vector<std::string> test_flags() const;
  // Adds what a process wrote; whether any block was in it.
  bool take_profile();

 private:
  const Options& options_;
  std::set<std::string> chosen_;
  std::string profile_;
  TemporaryPath part_{"cover", ".out"};  ///< what one process writes
};

// Behind the first "coverage: " of an output, up to the end of that line; empty: there is none.
std::string_view coverage_in(std::string_view output);

}  // namespace govm::cli
