// Text dump of what the checker found (`govm dump --types`).
#pragma once

#include "base/text_writer.h"
#include "compiler/syntax/decl.h"
#include "compiler/types/info.h"

namespace govm::types {

/// One line for each expression of `file`, operands below what they are operands of: position, text, mode, type and constant
/// value. Expressions without an entry (labels, field names) are left out. Types of `package` stand without qualifier.
void dump_types(TextWriter& out, const syntax::File* file, const Info& info, const Package* package, const SourceMap& sources);

}  // namespace govm::types
