// The version of a file from its build constraint, else that of its package, and what depends on it.
#include "compiler/types/language_version.h"

#include <algorithm>
#include <charconv>

#include "base/source_file.h"

namespace govm::types {

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
