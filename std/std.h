// The standard library as it lies in the binary: Go sources, tables, natives.
//
// std/<import path>/*.go is a package; its functions without a body are the natives of
// std/<import path>/native.cpp. Both are collected by std.cmake: adding a package is adding a folder.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "vm/native/registry.h"

namespace govm::stdlib {

/// One embedded file. The views live as long as the process.
struct EmbeddedFile {
  std::string_view path;  ///< below std/, for example "strings/builder.go"
  std::string_view text;
};

/// Import paths of all packages, sorted.
std::vector<std::string_view> packages();

/// The Go files of a package, sorted by name; empty if std has no such package.
std::vector<EmbeddedFile> files_of(std::string_view import_path);

/// An embedded file by its path below std/, for example "escape_tags.tsv"; empty text if there is none.
std::string_view text_of(std::string_view path);

/// What the parameters of functions leak that are ours alone, in the form of escape_tags.tsv: found in their bodies when govm was built
/// (cli/std_tags), so that a program need not analyse them again.
std::string_view own_tags();

/// The code of functions, compiled when govm was built (compiler/codegen/code_store.h; cli/std_code).
std::string_view code();

/// Adds every package's natives.
void add_natives(native::Registry& registry);

}  // namespace govm::stdlib
