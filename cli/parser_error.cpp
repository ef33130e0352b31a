// The program that asks go/parser lies in a file while it runs.
#include "cli/parser_error.h"

#include "base/file.h"
#include "cli/process.h"
#include "cli/temporary.h"

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
  const TemporaryPath program("parser", ".go");
  if (const Status written = write_file(program.path(), kProgram); !written.ok()) return written.error() + "\n";
  return run_process({own_path(), program.path().string(), "--", file.starts_with("./") ? file.substr(2) : file}).output;
}

}  // namespace govm::cli
