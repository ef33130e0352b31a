// The syntactic half of escape analysis: which variables have their address taken, which are captured and how,
// of which each loop iteration has its own (escape-analysis.md 1.5, 1.8).
#pragma once

#include <vector>

#include "compiler/escape/decisions.h"
#include "compiler/types/info.h"

namespace govm::escape {

/// Notes the variables of a declared function, or of the expression that initialises a package variable, and of
/// all literals inside. Returns those whose address is taken, in order of the first taking.
std::vector<const types::Var*> note_variables(const types::Info& info, const syntax::Node* root, Decisions& decisions);

}  // namespace govm::escape
