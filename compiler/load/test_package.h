// What `govm test` builds of a package: it with the tests inside it, the tests outside of it (package x_test), and a package main that
// names all test functions and hands them to testing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/load/package_source.h"

namespace govm::load {

/// The array of the program that counts blocks.
inline constexpr std::string_view kBlockCounts = "blockCounts";

/// What keeps the program from being written: a text, or a file with a syntax error, or neither.
struct TestProblem {
  std::string text;        ///< of a test function of a wrong shape, in the go command's words
  std::string unreadable;  ///< the file: the go command, which reads packages with go/parser, has that one's words
  bool in_head = false;    ///< its package clause or imports are wrong; else it is a test, of which more is read
};

struct TestPackage {
  std::vector<FileText> inside;   ///< the package's files and its own tests
  std::vector<FileText> outside;  ///< package x_test; may be empty
  FileText main;                  ///< the program
  TestProblem problem;
};

/// Sorts files and writes the program. `import_path` is the package's, `module_path` that of its module, empty if it has none. `cover`:
/// as CoverTable::text writes it, with counts in the program's kBlockCounts, of which there are `blocks`; empty without -cover, with which
/// the program does not import a package that has no tests. `profiles`: it can write those of runtime/pprof.
TestPackage make_test_package(std::vector<FileText> files, std::vector<FileText> tests, const std::string& import_path,
                              const std::string& module_path, const std::string& cover, uint32_t blocks, bool profiles);

}  // namespace govm::load
