// Which values of functions and methods Go's compiler makes as function literals of its own: those that need a dictionary
// besides what they are called with. In the order of the text they are numbered like the literals of the source.
#pragma once

namespace govm::types {

struct Instantiation;
struct Selection;

/// A method value or method expression that is not called.
bool is_made_literal(const Selection& method);
/// An instance of a generic function that is not called.
bool is_made_literal(const Instantiation& function);

}  // namespace govm::types
