// Values that are function literals made by the compiler: see made_literal.h.
#include "compiler/types/made_literal.h"

#include <algorithm>

#include "compiler/types/info.h"
#include "compiler/types/object.h"
#include "compiler/types/relations.h"
#include "compiler/types/type.h"

namespace govm::types {

bool is_made_literal(const Selection& selection) {
  const bool is_expression = selection.kind == SelectionKind::MethodExpr;
  // The dictionary has the functions behind a type parameter's method expressions.
  if (is_type_param(selection.recv)) return !is_expression;
  const auto* method = static_cast<const Func*>(selection.object);
  const Func* origin = method->origin != nullptr ? method->origin : method;
  if (!origin->signature()->type_params.empty()) return true;
  const Var* receiver = method->signature()->recv;
  const bool is_concrete = receiver != nullptr && !is_interface(receiver->type);
  if (is_concrete && is_parameterized(receiver->type)) return true;
  const bool adapts = selection.path.size() > 1 || (is_concrete && as<Pointer>(selection.recv) != nullptr && !origin->pointer_receiver);
  return is_expression && adapts && is_parameterized(selection.recv);
}

bool is_made_literal(const Instantiation& function) { return std::ranges::any_of(function.type_args, is_parameterized); }

}  // namespace govm::types
