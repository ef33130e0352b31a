// Reads go.mod, and finds the directory of an import path.
#include "compiler/load/module.h"

#include <algorithm>
#include <span>

#include "base/file.h"
#include "compiler/types/language_version.h"

namespace govm::load {
namespace {

namespace fs = std::filesystem;

constexpr int kFirstVendoring = 14;  ///< from this version on vendor/ is used without being asked for

std::string unquoted(std::string word) {
  bool quoted = word.size() >= 2 && (word.front() == '"' || word.front() == '`') && word.back() == word.front();
  return quoted ? word.substr(1, word.size() - 2) : word;
}

bool is_directory_path(std::string_view path) {
  return path.starts_with("./") || path.starts_with("../") || path.starts_with("/") || path == "." || path == "..";
}

/// "path version" at the front of words, the version only if it is there.
ModuleVersion module_version(std::span<const std::string> words) {
  return {words.empty() ? "" : words[0], words.size() > 1 ? words[1] : ""};
}

/// "old [version] => new [version]"; nothing if there is no arrow, or nothing on one side of it.
std::optional<Replacement> parse_replacement(std::span<const std::string> words) {
  const auto arrow = std::ranges::find(words, "=>");
  if (arrow == words.end() || arrow == words.begin() || arrow + 1 == words.end()) return std::nullopt;
  const auto before = static_cast<size_t>(arrow - words.begin());
  return Replacement{module_version(words.first(before)), module_version(words.subspan(before + 1))};
}

std::vector<std::string> words_of(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r\n\v\f";
  std::vector<std::string> words;
  for (;;) {
    line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
    if (line.empty()) return words;
    const std::string_view word = line.substr(0, line.find_first_of(kBlanks));
    words.push_back(unquoted(std::string(word)));
    line.remove_prefix(word.size());
  }
}

/// "1.21", "1.21.3" or "1.21rc1", no number with a zero in front.
bool is_go_version(std::string_view text) {
  const auto take = [&](std::string_view set) {
    const std::string_view taken = text.substr(0, text.find_first_not_of(set));
    text.remove_prefix(taken.size());
    return taken;
  };
  constexpr std::string_view kDigits = "0123456789", kLetters = "abcdefghijklmnopqrstuvwxyz";
  for (int numbers = 1;; numbers++) {
    const std::string_view number = take(kDigits);
    if (number.empty() || (number[0] == '0' && (numbers == 1 || number.size() > 1))) return false;
    if (text.empty() || text[0] != '.' || numbers == 3) {
      if (numbers == 1) return false;
      break;
    }
    text.remove_prefix(1);
  }
  return text.empty() || (!take(kLetters).empty() && !take(kDigits).empty() && text.empty());
}

/// vendor/modules.txt: "# path version [=> path [version]]" begins what is said of a module, "## explicit; go 1.N" belongs to it.
struct VendorEntry {
  ModuleVersion module;
  std::optional<Replacement> replacement;
  bool is_explicit = false;
  std::string go_version = ModuleFile().go_version;
};

std::vector<VendorEntry> parse_vendor_list(std::string_view text) {
  std::vector<VendorEntry> entries;
  while (!text.empty()) {
    const size_t newline = text.find('\n');
    std::string_view line = text.substr(0, newline);
    text = newline == std::string_view::npos ? std::string_view() : text.substr(newline + 1);
    if (line.starts_with("# ")) {
      const std::vector<std::string> words = words_of(line.substr(2));
      entries.push_back({module_version(words), parse_replacement(words)});
      if (entries.back().replacement) {
        entries.back().module = entries.back().replacement->old;
      }
    } else if (line.starts_with("## ") && !entries.empty()) {
      for (std::string_view rest = line.substr(3);;) {
        const size_t end = rest.find(';');
        const std::vector<std::string> words = words_of(rest.substr(0, end));
        if (words.size() == 1 && words[0] == "explicit") entries.back().is_explicit = true;
        if (words.size() == 2 && words[0] == "go") entries.back().go_version = "go" + words[1];
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
      }
    }
  }
  return entries;
}

std::string describe(const ModuleVersion& module) { return module.path + (module.version.empty() ? "" : "@" + module.version); }

/// Where go.mod and vendor/modules.txt contradict each other, a line for each.
std::string vendor_contradictions(const ModuleFile& file, const std::vector<VendorEntry>& entries) {
  std::string text;
  const auto complain = [&](const ModuleVersion& module, const std::string& what) { text += "\n\t" + describe(module) + ": " + what; };
  const auto entry_of = [&](const ModuleVersion& module) { return std::ranges::find(entries, module, &VendorEntry::module); };
  for (const ModuleVersion& required : file.requirements) {
    const auto entry = entry_of(required);
    if (entry != entries.end() && entry->is_explicit) continue;
    complain(required, "is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt");
  }
  for (const Replacement& wanted : file.replacements) {
    const auto entry = entry_of(wanted.old);
    if (entry == entries.end() || !entry->replacement) {
      complain(wanted.old, "is replaced in go.mod, but not marked as replaced in vendor/modules.txt");
    } else if (entry->replacement->replacement != wanted.replacement) {
      complain(wanted.old, "is replaced by " + describe(wanted.replacement) + " in go.mod, but marked as replaced by " +
                               describe(entry->replacement->replacement) + " in vendor/modules.txt");
    }
  }
  for (const VendorEntry& entry : entries) {
    if (!entry.is_explicit || std::ranges::find(file.requirements, entry.module) != file.requirements.end()) continue;
    complain(entry.module, "is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod");
  }
  for (const VendorEntry& entry : entries) {
    const auto replaces = [&](const Replacement& other) {
      return other.old.path == entry.module.path && (other.old.version.empty() || other.old.version == entry.module.version);
    };
    if (!entry.replacement || std::ranges::any_of(file.replacements, replaces)) continue;
    complain(entry.module, "is marked as replaced in vendor/modules.txt, but not replaced in go.mod");
  }
  return text;
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

bool ModuleVersion::is_directory() const { return is_directory_path(path); }

ModuleFile parse_go_mod(std::string_view text) {
  constexpr std::string_view kVerbs[] = {"module",  "go",      "toolchain", "godebug", "require",
                                         "exclude", "replace", "retract",   "tool",    "ignore"};
  ModuleFile module;
  std::string block;  // the verb of ( … )
  std::string mistakes;
  for (int line_number = 1; !text.empty(); ++line_number) {
    size_t newline = text.find('\n');
    std::string_view line = text.substr(0, newline);
    text = newline == std::string_view::npos ? std::string_view() : text.substr(newline + 1);
    const auto complain = [&](const std::string& text) { mistakes += "\ngo.mod:" + std::to_string(line_number) + ": " + text; };
    std::vector<std::string> words = words_of(line.substr(0, line.find("//")));
    if (words.empty()) continue;
    if (words[0] == ")") {
      block.clear();
      continue;
    }
    if (block.empty()) {
      if (std::ranges::find(kVerbs, words[0]) == std::end(kVerbs)) {
        complain("unknown directive: " + words[0]);
        continue;
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
    if (words[0] == "go" && !is_go_version(words[1])) {
      complain("invalid go version '" + words[1] + "': must match format 1.23.0");
    } else if (words[0] == "go") {
      module.go_version = types::language_of("go" + words[1]);
      if (types::minor_version(module.go_version) > types::kGoMinorVersion) {
        module.problem = "go: go.mod requires go >= " + words[1] + " (running go 1.27; GOTOOLCHAIN=local)";
      }
    }
    const std::span<const std::string> operands = std::span(words).subspan(1);
    if (words[0] == "require") module.requirements.push_back(module_version(operands));
    if (words[0] == "replace") {
      if (std::optional<Replacement> replacement = parse_replacement(operands)) module.replacements.push_back(std::move(*replacement));
    }
  }
  if (!mistakes.empty()) module.problem = "go: errors parsing go.mod:" + mistakes;
  return module;
}

std::unique_ptr<Module> Module::find_upwards(const fs::path& directory, BuildTags tags) {
  std::error_code ignored;
  for (fs::path at = fs::weakly_canonical(fs::absolute(directory, ignored), ignored); !at.empty(); at = at.parent_path()) {
    if (fs::exists(at / "go.mod", ignored)) {
      Result<std::string> text = read_file(at / "go.mod");
      if (!text.ok()) return nullptr;
      auto module = std::make_unique<Module>();
      module->root_ = at;
      module->file_ = parse_go_mod(text.value());
      module->tags_ = std::move(tags);
      module->is_vendored_ = types::minor_version(module->file_.go_version) >= kFirstVendoring && fs::is_directory(at / "vendor", ignored);
      if (module->is_vendored_) module->read_vendor_list();
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
  if (is_vendored_) {
    fs::path directory = root_ / "vendor" / import_path;
    std::error_code ignored;
    if (fs::is_directory(directory, ignored)) return directory;
    return std::nullopt;
  }
  const Replacement* replacement = replacement_of(import_path);
  if (replacement == nullptr) return std::nullopt;
  return package_directory(root_of(*replacement), *below(import_path, replacement->old.path));
}

const Replacement* Module::replacement_of(std::string_view import_path) const {
  // The longest path decides between modules inside each other.
  const Replacement* best = nullptr;
  for (const Replacement& replacement : file_.replacements) {
    const std::string& path = replacement.old.path;
    if (replacement.replacement.is_directory() && below(import_path, path) && (!best || path.size() > best->old.path.size()))
      best = &replacement;
  }
  return best;
}

fs::path Module::root_of(const Replacement& replacement) const {
  const fs::path directory = replacement.replacement.path;
  return directory.is_absolute() ? directory : (root_ / directory).lexically_normal();
}

void Module::read_vendor_list() {
  const Result<std::string> text = read_file(root_ / "vendor" / "modules.txt");
  const std::vector<VendorEntry> entries = parse_vendor_list(text.ok() ? text.value() : std::string());
  for (const VendorEntry& entry : entries) go_versions_[entry.module.path] = entry.go_version;
  const std::string contradictions = vendor_contradictions(file_, entries);
  if (contradictions.empty() || !file_.problem.empty()) return;
  file_.problem =
      "go: inconsistent vendoring in " + root_.string() + ":" + contradictions +
      "\n\n\tTo ignore the vendor directory, use -mod=readonly or -mod=mod.\n\tTo sync the vendor directory, run:\n\t\tgo mod vendor";
}

std::string Module::go_version(std::string_view import_path) const {
  if (!file_.path.empty() && below(import_path, file_.path) && package_directory(root_, *below(import_path, file_.path))) {
    return file_.go_version;
  }
  if (is_vendored_) {
    std::string_view longest;
    for (const auto& [path, version] : go_versions_) {
      if (below(import_path, path) && path.size() >= longest.size()) longest = path;
    }
    const auto found = go_versions_.find(longest);
    return found != go_versions_.end() ? found->second : "";
  }
  const Replacement* replacement = replacement_of(import_path);
  if (replacement == nullptr) return "";
  const Result<std::string> text = read_file(root_of(*replacement) / "go.mod");
  return text.ok() ? parse_go_mod(text.value()).go_version : "";
}

std::optional<std::vector<FileText>> Module::find(std::string_view import_path) const {
  std::optional<fs::path> directory = directory_of(import_path);
  if (!directory) return std::nullopt;
  Result<std::vector<FileText>> files = read_directory(*directory, short_path(*directory), tags_);
  if (!files.ok() || files.value().empty()) return std::nullopt;
  return std::move(files).value();
}

Refusal Module::refusal(std::string_view import_path) const {
  using Behind = Refusal::Behind;
  std::error_code ignored;
  if (const std::optional<fs::path> directory = directory_of(import_path)) {
    const Result<std::vector<FileText>> files = read_directory(*directory, "", tags_);
    if (!files.ok()) return {files.error(), Behind::Position};
    return no_go_files(*directory, std::string(import_path));
  }
  const Replacement* replacement = is_vendored_ ? nullptr : replacement_of(import_path);
  if (replacement == nullptr || fs::is_directory(root_of(*replacement), ignored)) return {};
  const auto required = std::ranges::find(file_.requirements, replacement->old.path, &ModuleVersion::path);
  if (required == file_.requirements.end()) return {};
  return {describe(*required) + ": replacement directory " + replacement->replacement.path + " does not exist", Behind::Position};
}

Refusal no_go_files(const fs::path& directory, const std::string& import_path) {
  bool tests = false, others = false;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(directory, ignored)) {
    std::string name = entry.path().filename().string();
    if (!name.ends_with(".go") || name.starts_with("_") || name.starts_with(".")) continue;
    (name.ends_with("_test.go") ? tests : others) = true;
  }
  std::string where = fs::weakly_canonical(directory, ignored).string();
  if (others) return {"build constraints exclude all Go files in " + where, Refusal::Behind::ImportStack};
  if (tests) return {import_path + ": no non-test Go files in " + where};
  return {};
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
  if (!fs::is_directory(directory, ignored) || !refusal(import_path).text.empty()) return std::nullopt;
  Result<std::vector<FileText>> files = read_directory(directory, "$GOROOT/src/" + std::string(import_path), {});
  if (!files.ok() || files.value().empty()) return std::nullopt;
  return std::move(files).value();
}

Refusal GoRoot::refusal(std::string_view import_path) const {
  const fs::path directory = root_ / "src" / import_path;
  const auto uses = [&](const char* what) {
    return Refusal{"not supported by govm: package " + std::string(import_path) + " of $GOROOT/src uses " + what,
                   Refusal::Behind::Position};
  };
  if (has_assembly(directory)) return uses("assembly");
  const Result<std::vector<FileText>> files = read_directory(directory, "", {});
  if (!files.ok()) return {};
  for (const FileText& file : files.value()) {
    if (file.text.view().find("\n//go:linkname ") != std::string::npos) return uses("//go:linkname");
    if (file.text.view().find("\nimport \"C\"") != std::string::npos) return uses("cgo");
  }
  return {};
}

}  // namespace govm::load
