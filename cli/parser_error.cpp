// The program that asks go/parser lies in a file while it runs.
#include "cli/parser_error.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "base/file.h"
#include "cli/process.h"

namespace govm::cli {
namespace {

constexpr std::string_view kProgram = R"(package main

import (
	"fmt"
	"go/parser"
	"go/scanner"
	"go/token"
	"os"
)

func main() {
	_, err := parser.ParseFile(token.NewFileSet(), os.Args[1], nil, parser.ParseComments|parser.SkipObjectResolution)
	if list, ok := err.(scanner.ErrorList); ok {
		err = list[0]
	}
	if err != nil {
		fmt.Println(err)
	}
}
)";

}  // namespace

std::string parser_error(const std::string& file) {
  const std::filesystem::path program = std::filesystem::temp_directory_path() / fmt::format("govm-parser-{}.go", getpid());
  if (const Status written = write_file(program, kProgram); !written.ok()) return written.error() + "\n";
  const ProcessResult result = run_process({own_path(), program.string(), "--", file.starts_with("./") ? file.substr(2) : file});
  std::error_code ignored;
  std::filesystem::remove(program, ignored);
  return result.output;
}

}  // namespace govm::cli
