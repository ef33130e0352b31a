// Interface method calls whose receiver always holds one concrete type (escape-analysis.md 5.6).
//
// Escape analysis takes such a call for one of that type's method. Only -m's lines and the placement of what is
// boxed depend on it: calls run through the interface's method table either way.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "compiler/escape/variables.h"
#include "compiler/syntax/expr.h"

namespace govm::escape {

struct DirectMethod {
  const types::Type* receiver = nullptr;  ///< the concrete type
  const types::Func* method = nullptr;
  std::vector<uint32_t> path;             ///< embedded fields that lead from the receiver to the method's owner
  bool partial = false;                   ///< the method is one of an embedded interface: still unknown
};

/// The method that a call of an interface's method always calls; nothing if it is no such call or not known.
std::optional<DirectMethod> devirtualize(const types::Info& info, const Variables& variables, const syntax::CallExpr* call);

}  // namespace govm::escape
