// The version of a file from its build constraint, else that of its package, and what depends on it.
#include "compiler/types/language_version.h"

#include <algorithm>
#include <charconv>

#include "base/source_file.h"

namespace govm::types {

std::string language_of(std::string_view version) {
  size_t end = version.find('.');
  if (end != std::string_view::npos) end = version.find_first_not_of("0123456789", end + 1);
  return std::string(version.substr(0, end));
}

std::string unknown_language(std::string_view version) {
  // go, a number, a dot, a number; none of them begins with 0 but 0 itself.
  const auto take_number = [](std::string_view& text, int& number, bool may_be_zero) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool valid =
        error == std::errc() && !text.starts_with('-') && (!text.starts_with('0') || (may_be_zero && end == text.data() + 1));
    text.remove_prefix(static_cast<size_t>(end - text.data()));
    return valid;
  };
  constexpr std::string_view kPrefix = "go";
  std::string_view rest = version.substr(version.starts_with(kPrefix) ? kPrefix.size() : version.size());
  int major = 0, minor = 0;
  bool valid = take_number(rest, major, false) && rest.starts_with('.');
  if (valid) {
    rest.remove_prefix(1);
    valid = take_number(rest, minor, true) && rest.empty();
  }
  std::string why;
  if (!valid) {
    why = "should be something like \"go1.12\"";
  } else if (major > 1 || minor > kGoMinorVersion) {
    why = "max known version is \"go1." + std::to_string(kGoMinorVersion) + "\"";
  }
  return why.empty() ? "" : "compile: invalid value \"" + std::string(version) + "\" for -lang: " + why;
}

int minor_version(std::string_view version) {
  constexpr std::string_view kMajor = "go1.";
  int minor = 0;
  if (version.starts_with(kMajor)) std::from_chars(version.data() + kMajor.size(), version.data() + version.size(), minor);
  return minor;
}

int language_version(const syntax::File& file, std::string_view package) {
  constexpr int kFirstInFiles = 21;
  const int own = minor_version(file.go_version);
  return own != 0 ? std::max(own, kFirstInFiles) : minor_version(package);
}

bool is_one_per_loop(const Var& var) {
  constexpr int kFirstPerIteration = 22;
  if (var.package == nullptr || var.package->is_std) return false;
  for (const syntax::File* file : var.package->files) {
    if (!file->source->contains(var.pos)) continue;
    const int version = language_version(*file, var.package->go_version);
    return version != 0 && version < kFirstPerIteration;
  }
  return false;
}

}  // namespace govm::types
