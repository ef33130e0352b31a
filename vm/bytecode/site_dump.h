// Text dump of the site table (`govm dump --escape`): where each value lies, and why.
#pragma once

#include <string_view>

#include "base/text_writer.h"
#include "vm/bytecode/program.h"

namespace govm::bytecode {

/// The sites of functions outside std (empty `function`: of all of them), by position.
void dump_sites(const Program& program, std::string_view function, TextWriter& out);

}  // namespace govm::bytecode
