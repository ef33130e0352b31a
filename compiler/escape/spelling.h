// The compiler's own names in texts for people. The lines of -m print the lowered tree, in which generic functions have shapes for type
// arguments and dictionaries for parameters, results have numbers for names, and range-over-func loops have states.
#pragma once

#include <string>

namespace govm::escape {

/// A text of the lowered tree in words that a reader knows: "gen[go.shape.int](&.dict.gen[int], 3)" is "gen[...](3)".
std::string spelled(std::string text);

}  // namespace govm::escape
