// The functions that words of a command line mean.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "compiler/declared_functions.h"

namespace govm::cli {

struct FunctionNames {
  std::vector<std::string> names;  // as in stack traces, one for each word
  std::string problem;             // what is wrong with a word, and what may be meant; empty: nothing
};

// A word may be shorter than the name in a stack trace where one function fits: without the directories of the import path
// ("json.Marshal"), of the user's packages without the package ("f"), without "[...]" and without the marks of a pointer receiver ("T.m").
// Function literals are named by what they stand in ("f.func1").
FunctionNames find_functions(std::span<const std::string> words, std::span<const compiler::DeclaredFunction> functions);

}  // namespace govm::cli
