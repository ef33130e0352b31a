// A file or folder that is gone when it is no longer needed.
#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <string_view>

namespace govm::cli {

/// A path of this process below the temporary folder; what lies there in the end is removed.
class TemporaryPath {
 public:
  explicit TemporaryPath(std::string_view purpose, std::string_view suffix = "")
      : path_(std::filesystem::temp_directory_path() / fmt::format("govm-{}-{}{}", purpose, getpid(), suffix)) {}
  ~TemporaryPath() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryPath(const TemporaryPath&) = delete;
  TemporaryPath& operator=(const TemporaryPath&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace govm::cli
