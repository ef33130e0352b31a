// Sites: the places of a program that make a value which may be an allocation.
//
// A site is an AST node seen through an inline context. The compiler decides the placement;
// reports print it with its reason.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/position.h"
#include "vm/bytecode/ids.h"

namespace govm::bytecode {

/// What kind of construct makes the value.
enum class SiteKind : std::uint8_t {
  MovedVariable,     ///< a variable whose address is taken
  New,               ///< new(T)
  CompositeLiteral,  ///< &T{…}, or the array behind []T{…}
  MakeSlice,
  MakeMap,
  MakeChan,
  Closure,        ///< function literal or method value
  Box,            ///< value stored in an interface
  Concat,         ///< string +
  Conversion,     ///< between strings, []byte and []rune
  Append,         ///< growth by append
  MapAssign,      ///< growth by a map element
  VariadicSlice,  ///< the ... argument
  GoCall,         ///< closure of a go statement with arguments
  DeferCall,      ///< closure of a defer statement with arguments
  Native,         ///< made by C++ code
};

/// Where values of a site lie.
enum class Placement : std::uint8_t { Heap, Frame };

/// One site.
struct Site {
  Pos pos;                         ///< of the node, as Go reports it
  InlineContextId inline_context;  ///< none: not inlined
  FunctionId function;             ///< the function whose code runs the site
  TypeId type;                     ///< element type: what one object (or one element of it) is
  SiteKind kind = SiteKind::New;
  Placement placement = Placement::Heap;
  std::uint32_t buffer_bytes = 0;  ///< size of the frame buffer of the operation, 0 if it has none
  bool buffer_in_steps = false;    ///< append's buffer is filled size class by size class
  bool buffer_on_heap = false;     ///< all-heap mode: the buffer is an object
  bool may_stay = false;           ///< escape analysis lets it stay in a frame, whatever its placement
  std::string what;                ///< "o Order", "&Node{...}", "make([]int, n)"
  std::string why;                 ///< reason of the placement, in the words of -m
  std::vector<std::string> flow;   ///< steps of the path that decided, "13:9 address-of"; may be empty
  std::string function_name;       ///< qualified name of the function the node stands in
};

/// A call from a user's function to std; what std allocates in it is charged to it in reports.
struct UserCall {
  FunctionId caller;
  std::uint32_t cell;  ///< of the call, in the caller
  FunctionId callee;
};

}  // namespace govm::bytecode
