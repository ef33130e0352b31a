// Rewritings of a lowered function between lowering and escape analysis, in this order.
#pragma once

#include "compiler/inline/lower.h"
#include "compiler/inline/tree.h"

namespace govm::inl {

/// Gives each iteration of a loop variables of its own where the program could notice (escape-analysis.md 1.8). With literals inside.
void separate_iterations(Lowering& session, Function* function);

/// Gives large map literals of package variables functions of their own, "map.init.0"; right after lowering.
void outline_map_initializers(Lowering& session, Function* initializers);

/// Leaves the static parts of package variables' initialisers out: what the linker lays out needs no code (escape-analysis.md 1.20).
void drop_static_initializers(Lowering& session, Function* initializers);

/// Drops assignments without effect to variables that nothing uses (escape-analysis.md 0.3).
void drop_dead_locals(Lowering& session, Function* function);

/// Indexing that is in range by its form: the lines "index bounds check elided" (escape-analysis.md 2.1).
void note_elided_checks(const Function* function, std::vector<Remark>& remarks);

}  // namespace govm::inl
