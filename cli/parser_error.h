// The words of go/parser about a file. The go command reads packages with that parser; the compiler's own says other ones.
#pragma once

#include <string>

namespace govm::cli {

// Its first error, "FILE:LINE:COLUMN: TEXT"; empty: it has none. A process of govm's own runs go/parser.
std::string parser_error(const std::string& file);

}  // namespace govm::cli
