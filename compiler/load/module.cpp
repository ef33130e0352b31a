// Reads go.mod, and finds the directory of an import path.
#include "compiler/load/module.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "compiler/load/build_constraint.h"

namespace govm::load {
namespace {

namespace fs = std::filesystem;

constexpr int kGoMinorVersion = 27;

std::string unquoted(std::string word) {
  bool quoted = word.size() >= 2 && (word.front() == '"' || word.front() == '`') && word.back() == word.front();
  return quoted ? word.substr(1, word.size() - 2) : word;
}

bool is_directory_path(std::string_view path) {
  return path.starts_with("./") || path.starts_with("../") || path.starts_with("/") || path == "." || path == "..";
}

/// The rest of an import path behind a module's, without the slash; nothing if it is none of its packages.
std::optional<std::string_view> below(std::string_view import_path, std::string_view module_path) {
  if (!import_path.starts_with(module_path)) return std::nullopt;
  import_path.remove_prefix(module_path.size());
  if (import_path.empty()) return import_path;
  if (import_path[0] != '/') return std::nullopt;
  return import_path.substr(1);
}

/// A directory below a module's root that no other module between has for itself.
std::optional<fs::path> package_directory(const fs::path& root, std::string_view rest) {
  std::error_code ignored;
  fs::path directory = root;
  for (const fs::path& part : fs::path(rest)) {
    directory /= part;
    if (fs::exists(directory / "go.mod", ignored)) return std::nullopt;
  }
  if (!fs::is_directory(directory, ignored)) return std::nullopt;
  return directory;
}

}  // namespace

ModuleFile parse_go_mod(std::string_view text) {
  constexpr std::string_view kVerbs[] = {"module",  "go",      "toolchain", "godebug", "require",
                                         "exclude", "replace", "retract",   "tool",    "ignore"};
  ModuleFile module;
  std::string block;  // the verb of ( … )
  for (int line_number = 1; !text.empty(); ++line_number) {
    size_t newline = text.find('\n');
    std::string_view line = text.substr(0, newline);
    text = newline == std::string_view::npos ? std::string_view() : text.substr(newline + 1);
    std::istringstream in{std::string(line.substr(0, line.find("//")))};
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(unquoted(word));
    if (words.empty()) continue;
    if (words[0] == ")") {
      block.clear();
      continue;
    }
    if (block.empty()) {
      if (std::ranges::find(kVerbs, words[0]) == std::end(kVerbs)) {
        module.problem = "go: errors parsing go.mod:\ngo.mod:" + std::to_string(line_number) + ": unknown directive: " + words[0];
        return module;
      }
      if (words.size() > 1 && words[1] == "(") {
        block = words[0];
        continue;
      }
    } else {
      words.insert(words.begin(), block);
    }
    if (words.size() < 2) continue;
    if (words[0] == "module") module.path = words[1];
    if (words[0] == "go") module.go_version = "go" + words[1];
    auto arrow = std::ranges::find(words, "=>");
    if (words[0] == "replace" && arrow != words.end() && arrow + 1 != words.end() && is_directory_path(arrow[1])) {
      module.replacements.push_back({words[1], arrow[1]});
    }
  }
  int minor = 0;
  if (module.go_version.starts_with("go1.")) {
    std::from_chars(module.go_version.data() + 4, module.go_version.data() + module.go_version.size(), minor);
  }
  if (minor > kGoMinorVersion) {
    module.problem = "go: go.mod requires go >= " + module.go_version.substr(2) + " (running go 1.27; GOTOOLCHAIN=local)";
  }
  return module;
}

std::unique_ptr<Module> Module::find_upwards(const fs::path& directory) {
  std::error_code ignored;
  for (fs::path at = fs::weakly_canonical(fs::absolute(directory, ignored), ignored); !at.empty(); at = at.parent_path()) {
    if (fs::exists(at / "go.mod", ignored)) {
      Result<std::string> text = read_file(at / "go.mod");
      if (!text.ok()) return nullptr;
      auto module = std::make_unique<Module>();
      module->root_ = at;
      module->file_ = parse_go_mod(text.value());
      module->vendored_ = fs::exists(at / "vendor" / "modules.txt", ignored);
      return module;
    }
    if (at == at.parent_path()) break;
  }
  return nullptr;
}

std::string Module::import_path_of(const fs::path& directory) const {
  std::error_code ignored;
  fs::path relative = fs::weakly_canonical(fs::absolute(directory, ignored), ignored).lexically_relative(root_);
  return relative == "." || relative.empty() ? file_.path : file_.path + "/" + relative.generic_string();
}

std::optional<fs::path> Module::directory_of(std::string_view import_path) const {
  if (auto rest = below(import_path, file_.path); rest && !file_.path.empty()) {
    if (auto directory = package_directory(root_, *rest)) return directory;
  }
  if (vendored_) {
    fs::path directory = root_ / "vendor" / import_path;
    std::error_code ignored;
    if (fs::is_directory(directory, ignored)) return directory;
    return std::nullopt;
  }
  // The longest path decides between modules inside each other.
  const Replacement* best = nullptr;
  for (const Replacement& replacement : file_.replacements) {
    if (below(import_path, replacement.path) && (!best || replacement.path.size() > best->path.size())) best = &replacement;
  }
  if (!best) return std::nullopt;
  fs::path root = fs::path(best->directory).is_absolute() ? fs::path(best->directory) : (root_ / best->directory).lexically_normal();
  return package_directory(root, *below(import_path, best->path));
}

std::optional<std::vector<FileText>> Module::find(std::string_view import_path) const {
  std::optional<fs::path> directory = directory_of(import_path);
  if (!directory) return std::nullopt;
  Result<std::vector<FileText>> files = read_directory(*directory, short_path(*directory));
  if (!files.ok() || files.value().empty()) return std::nullopt;
  return std::move(files).value();
}

std::string Module::refusal(std::string_view import_path) const {
  std::optional<fs::path> directory = directory_of(import_path);
  return directory ? no_go_files(*directory, std::string(import_path)) : "";
}

std::string no_go_files(const fs::path& directory, const std::string& import_path) {
  bool tests = false, others = false;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(directory, ignored)) {
    std::string name = entry.path().filename().string();
    if (!name.ends_with(".go") || name.starts_with("_") || name.starts_with(".")) continue;
    (name.ends_with("_test.go") ? tests : others) = true;
  }
  std::string where = fs::weakly_canonical(directory, ignored).string();
  if (others) return "build constraints exclude all Go files in " + where;
  if (tests) return import_path + ": no non-test Go files in " + where;
  return "";
}

std::string short_path(const fs::path& path) {
  std::error_code ignored;
  fs::path relative = fs::weakly_canonical(path, ignored).lexically_relative(fs::weakly_canonical(fs::current_path(ignored), ignored));
  std::string text = relative.generic_string();
  return text.empty() || text.starts_with("..") ? path.string() : text;
}

std::optional<std::vector<FileText>> GoRoot::find(std::string_view import_path) const {
  std::error_code ignored;
  fs::path directory = root_ / "src" / import_path;
  if (!fs::is_directory(directory, ignored) || !refusal(import_path).empty()) return std::nullopt;
  Result<std::vector<FileText>> files = read_directory(directory, "$GOROOT/src/" + std::string(import_path));
  if (!files.ok() || files.value().empty()) return std::nullopt;
  return std::move(files).value();
}

std::string GoRoot::refusal(std::string_view import_path) const {
  std::error_code ignored;
  fs::path directory = root_ / "src" / import_path;
  std::string package = "not supported by govm: package " + std::string(import_path) + " of $GOROOT/src uses ";
  for (const auto& entry : fs::directory_iterator(directory, ignored)) {
    std::string name = entry.path().filename().string();
    if (name.ends_with(".s") && file_name_fits(name.substr(0, name.size() - 2) + ".go")) return package + "assembly";
  }
  Result<std::vector<FileText>> files = read_directory(directory, "");
  if (!files.ok()) return "";
  for (const FileText& file : files.value()) {
    if (file.text.view().find("\n//go:linkname ") != std::string::npos) return package + "//go:linkname";
    if (file.text.view().find("\nimport \"C\"") != std::string::npos) return package + "cgo";
  }
  return "";
}

}  // namespace govm::load
