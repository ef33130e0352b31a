// Files by the patterns of //go:embed, as the go command matches them.
#include "compiler/load/embed.h"

#include <fnmatch.h>

#include <algorithm>

#include "base/file.h"
#include "compiler/load/package_source.h"

namespace govm::load {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> elements_of(std::string_view path) {
  std::vector<std::string> list(1);
  for (char c : path) {
    if (c == '/') {
      list.emplace_back();
    } else {
      list.back() += c;
    }
  }
  return list;
}

// Package embed: "Patterns must not contain '.' or '..' or empty path elements, nor may they begin or end with a slash."
bool is_valid(const std::vector<std::string>& elements) {
  return std::ranges::none_of(elements, [](const std::string& element) {
    if (element.empty() || element == "." || element == "..") return true;
    for (size_t i = 0; i < element.size(); i++) {
      if (element[i] == '\\') {
        if (++i == element.size()) return true;
      } else if (element[i] == '[') {
        size_t close = element.find(']', i + 1);
        if (close == std::string::npos || close == i + 1) return true;
        i = close;
      }
    }
    return false;
  });
}

// Names that a module cannot hold.
bool is_bad_name(const std::string& name) {
  if (name == ".bzr" || name == ".hg" || name == ".git" || name == ".svn" || name.ends_with('.')) return true;
  return name.find_first_of("\"'*<>?`|\\:") != std::string::npos;
}

class Search {
 public:
  Search(fs::path directory, types::EmbeddedFiles& embedded) : directory_(std::move(directory)), embedded_(embedded) {}

  std::string find(const std::string& pattern) {
    all_ = pattern.starts_with("all:");
    std::vector<std::string> elements = elements_of(all_ ? pattern.substr(4) : pattern);
    if (!is_valid(elements)) return "invalid pattern syntax";
    std::vector<std::string> matches{""};
    for (const std::string& element : elements) {
      std::vector<std::string> next;
      for (const std::string& match : matches) add_matches(match, element, next);
      matches = std::move(next);
    }
    for (const std::string& match : matches) {
      if (std::string wrong = take(match); !wrong.empty()) return wrong;
    }
    if (names_.empty()) return "no matching files found";
    std::ranges::sort(names_);
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    for (const std::string& name : names_) {
      if (embedded_.contents.contains(name)) continue;
      Result<std::string> text = read_file(directory_ / name);
      if (!text.ok()) return text.error();
      embedded_.contents[name] = std::move(text).value();
    }
    embedded_.by_pattern[pattern] = std::move(names_);
    return "";
  }

 private:
  void add_matches(const std::string& parent, const std::string& element, std::vector<std::string>& matches) {
    std::error_code ignored;
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(directory_ / parent, ignored)) {
      std::string name = entry.path().filename().string();
      if (fnmatch(element.c_str(), name.c_str(), 0) == 0) found.push_back(parent.empty() ? name : parent + "/" + name);
    }
    std::ranges::sort(found);
    matches.insert(matches.end(), found.begin(), found.end());
  }

  std::string take(const std::string& match) {
    std::error_code ignored;
    fs::file_status status = fs::symlink_status(directory_ / match, ignored);
    std::string what = std::string("cannot embed ") + (fs::is_directory(status) ? "directory " : "file ") + match;
    std::string path;
    for (const std::string& element : elements_of(match)) {
      path += path.empty() ? element : "/" + element;
      if (fs::exists(directory_ / path / "go.mod", ignored)) return what + ": in different module";
      bool last = path == match;
      if (!last && fs::is_symlink(directory_ / path, ignored)) return what + ": in non-directory " + path;
      if (is_bad_name(element)) return what + (last ? ": invalid name " : ": in invalid directory ") + element;
    }
    if (fs::is_regular_file(status)) {
      names_.push_back(match);
      return "";
    }
    if (!fs::is_directory(status)) return "cannot embed irregular file " + match;
    size_t before = names_.size();
    if (std::string wrong = take_below(match); !wrong.empty()) return wrong;
    return names_.size() > before ? "" : what + ": contains no embeddable files";
  }

  // Package embed: "If a pattern names a directory, all files in the subtree rooted at that directory are embedded (recursively),
  // except that files with names beginning with '.' or '_' are excluded."
  std::string take_below(const std::string& parent) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(directory_ / parent, ignored)) {
      std::string name = entry.path().filename().string(), path = parent + "/" + name;
      bool hidden = name.starts_with('.') || name.starts_with('_');
      bool directory = fs::is_directory(entry.symlink_status());
      if (hidden && (!all_ || is_bad_name(name))) continue;
      if (is_bad_name(name)) {
        if (directory) continue;
        return "cannot embed file " + path + ": invalid name " + name;
      }
      if (directory) {
        if (fs::exists(directory_ / path / "go.mod", ignored)) continue;
        if (std::string wrong = take_below(path); !wrong.empty()) return wrong;
      } else if (fs::is_regular_file(entry.symlink_status())) {
        names_.push_back(path);
      }
    }
    return "";
  }

  fs::path directory_;
  types::EmbeddedFiles& embedded_;
  bool all_ = false;
  std::vector<std::string> names_;
};

}  // namespace

std::string embed_pattern(const fs::path& directory, const std::string& pattern, types::EmbeddedFiles& embedded) {
  if (embedded.by_pattern.contains(pattern)) return "";
  return Search(directory, embedded).find(pattern);
}

}  // namespace govm::load
