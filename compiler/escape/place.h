// Places in the lines of -m, as the go command shows them.
#pragma once

#include <string>

#include "base/source_file.h"
#include "compiler/types/object.h"

namespace govm::escape {

/// A place in the lines of package `home`. Columns from 255 on are left out. The go command shortens what a compiler says of other
/// packages from the deepest directory on that both lie in: "./lib/l.go" where that is the working directory.
std::string place_text(const SourceMap& sources, Pos pos, const types::Package* home);

}  // namespace govm::escape
