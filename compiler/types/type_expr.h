// Types in source (spec: "Types"): what the files about them have in common. Private to the room.
#pragma once

#include "compiler/types/context.h"

namespace govm::types {

/// A type that may still be generic; `definition` is the defined type whose right side it is, or null.
const Type* check_type_or_generic(Context& c, syntax::Expr* expr, Named* definition);
/// What stands before a list of type arguments or receiver parameters; recorded as a type.
const Type* check_instantiated_operand(Context& c, syntax::Expr* expr);

const Type* check_struct(Context& c, syntax::StructType* expr);
const Type* check_interface(Context& c, syntax::InterfaceType* expr, Named* definition);
/// ~T, A|B or a single type.
const Type* check_union(Context& c, syntax::Expr* expr);
/// Other elements than methods and interfaces with methods alone came with Go 1.18.
void check_element_version(Context& c, const Type* element, Pos pos);

}  // namespace govm::types
