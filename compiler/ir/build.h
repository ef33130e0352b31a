// Typed tree and escape decisions to SSA, one function instance at a time.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "compiler/ir/function.h"
#include "compiler/syntax/covered_blocks.h"

namespace govm {
class Interner;
}
namespace govm::diag {
class DiagnosticSink;
}
namespace govm::escape {
class Decisions;
}
namespace govm::syntax {
struct Expr;
}
namespace govm::types {
class Checker;
class TypeStore;
struct Info;
class Var;
}  // namespace govm::types

namespace govm::ir {

/// Where the blocks of `govm test -cover` are counted.
struct BlockCounts {
  const syntax::BlockCounters* counters = nullptr;  ///< null: none are
  const types::Var* counts = nullptr;               ///< the package variable, an array of uint64
};

/// What building needs of the compile session; all outlive the functions built.
struct BuildContext {
  types::Checker& checker;  ///< checks std bodies on first need
  const types::Info& info;
  const escape::Decisions& decisions;
  InstanceTable& instances;
  diag::DiagnosticSink& sink;               ///< takes "not supported by govm: …"
  bool all_heap = false;                    ///< --escape=off (decisions.md 7)
  const void* shape = nullptr;              ///< of an instance of a generic function: what Decisions tells its inlined calls by
  std::span<const std::string> passes_off;  ///< names of passes that are not run (pass.h)
  BlockCounts blocks = {};
};

/// What a call of a method on a value of type `receiver` names: the declared method where its receiver
/// is exactly that, else a wrapper. Itabs take that of the type itself if it is pointer-shaped, else
/// that of the pointer to it.
/// `method_args` are the type arguments of a generic method.
const Instance* instance_of_method(types::TypeStore& store, InstanceTable& instances, const types::Type* receiver,
                                   const types::Func* method, std::span<const types::Type* const> method_args = {});

/// What a package variable of std with a late initialiser holds, in the initial values of a function without code. Null as build.
std::unique_ptr<Function> build_late_variable(BuildContext& context, const Instance* package_init, const types::Var* var,
                                              const syntax::Expr* initializer);

/// Builds an instance with a body and runs the passes. Null if something in it is not supported
/// (reported to the sink).
std::unique_ptr<Function> build(BuildContext& context, const Instance* instance);

}  // namespace govm::ir
