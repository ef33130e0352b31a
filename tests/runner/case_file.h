// A case: one Go file (or folder) whose first line says what to do with it (tests/README.md).
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace govm::tests {

enum class Action { Run, ErrorCheck, Compile, Print, Skip };

struct CaseFile {
  std::filesystem::path path;     // the file; of a folder its main.go
  std::filesystem::path package;  // what govm is given: the file, or the folder
  Action action = Action::Run;
  std::vector<std::string> flags;   // behind the directive
  std::string command;              // of a case that compares what a command prints: dump, escape, vet
  std::string reason;               // of a skip
  bool plain_only = false;          // "// plain: reason" on the second line
  std::string output;               // wanted standard output
  bool exact = false;               // it stands in a file of its own, blanks at the ends of lines included
  std::vector<std::string> errors;  // `// Stderr:` lines, each a part of standard error, in order
  int exit = 0;
  std::optional<std::filesystem::path> input;
  // line -> patterns of the ERROR comments on it
  std::map<int, std::vector<std::string>> wanted;
};

// Reads a case; nothing if the file has no directive (it belongs to another case).
std::optional<CaseFile> read_case(const std::filesystem::path& path);

}  // namespace govm::tests
