// Type inference and instantiation of functions (spec: "Type inference", "Instantiations").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/types/context.h"

namespace govm::types {

/// Why and where inference failed.
struct InferenceFailure {
  Pos pos;
  std::string text;
};

/// What inference starts from.
struct InferenceRequest {
  Pos pos;                               ///< of the call or instantiation
  std::vector<const TypeParam*> params;  ///< fresh ones: no argument's type mentions them unless it is generic itself
  std::vector<const Type*> known;        ///< explicit type arguments; shorter lists and nulls: not known
  std::vector<const Type*> targets;      ///< parameter types…
  std::vector<Operand> args;             ///< …and their arguments
  bool reverse = false;                  ///< a function value is matched with the type it is assigned to…
  std::string reverse_target;            ///< …which is this variable's
};

/// The type arguments for all parameters; nothing and `failure` filled if they cannot be found. The failure's
/// text stays empty where the mistake was reported before.
std::optional<std::vector<const Type*>> infer(Context& c, InferenceRequest request, InferenceFailure& failure);

/// Copies of the parameters, so that a recursive call's own are not mixed up with those to be inferred.
std::vector<const TypeParam*> fresh_params(Context& c, const std::vector<const TypeParam*>& params);

/// The instance of a generic function named by `fun` (a name, qualified or indexed or in parentheses); records it
/// there and has the constraints verified; `arg_exprs` are the explicit arguments.
const Signature* instantiate_function(Context& c, syntax::Expr* fun, Pos pos, const Signature* generic, std::vector<const Type*> args,
                                      std::span<syntax::Expr*> arg_exprs);

/// x is a generic function not called, `index` its explicit type arguments (may be null): instantiates it, with
/// the function type it is assigned to (may be null) as a further source. `what`: what it is assigned to.
void instantiate_value(Context& c, Operand& x, syntax::IndexExpr* index, Pos pos, const Type* target, std::string_view what);

/// The explicit type arguments; nothing if one is wrong or there are too many (reported).
/// Too many are reported at the first or (not called) the last.
std::optional<std::vector<const Type*>> check_type_args(Context& c, const Signature* generic, syntax::IndexExpr* index, bool called);

}  // namespace govm::types
