// How Go names functions in traces and profiles.
#pragma once

#include <string>

#include "compiler/ir/instance.h"

namespace govm::ir {

/// Fills name, position, signature and has_body of a declared function's instance.
void describe_function(Instance& instance);
/// "main.f.func1", "main.f.func1.2" inside it, "main.init.func1" in package initialisers, "main.f-range1". `outer` has the text; of
/// an inlined text `inside_literal` tells what it was copied into.
std::string literal_name(const Instance& outer, bool is_range_body, bool inside_literal, uint32_t number);
/// Whether a literal is the rewritten body of a range-over-func loop.
bool is_range_body(const syntax::FuncLit* literal);
/// "main.(*T).m", "main.T.m".
std::string wrapper_name(const types::Type* receiver, const types::Func* method);
/// "main.f.deferwrap1", "main.f.gowrap1".
std::string call_wrapper_name(const Instance& outer, const syntax::CallStmt* statement, uint32_t number);
/// "main.init".
std::string package_init_name(const types::Package* package);
/// Positions of the nodes behind instances.
Pos literal_pos(const syntax::FuncLit* literal);
Pos statement_pos(const syntax::CallStmt* statement);

}  // namespace govm::ir
