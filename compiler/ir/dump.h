// Text of functions in SSA form, for `govm dump --ir` and failed checks.
#pragma once

#include "base/text_writer.h"
#include "compiler/ir/function.h"

namespace govm {
class SourceMap;
}

namespace govm::ir {

/// Writes a function. Numbers are those of the values and blocks; with `sources`, lines are shown.
void dump(TextWriter& out, const Function& function, const SourceMap* sources = nullptr);

}  // namespace govm::ir
