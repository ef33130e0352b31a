// Trees as Go source text, as error messages quote them.
#pragma once

#include <string>

#include "compiler/syntax/decl.h"

namespace govm::syntax {

/// An expression or type on one line, in the short form of Go's compiler: bodies, struct fields,
/// interface methods and elements of composite literals are shown as {…}. Null gives "".
std::string to_string(const Node* node);

}  // namespace govm::syntax
