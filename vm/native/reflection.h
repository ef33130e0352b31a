// What reflect asks of the VM beyond native.h: channels, calls of any function, func values made at run time.
//
// Reached by Host::reflection(). Of other natives nobody needs it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "gc/heap.h"
#include "vm/bytecode/ids.h"

namespace govm::bytecode {
struct Cell;
}
namespace govm::rt {
class Channels;
}
namespace govm::value {
struct Type;
}

namespace govm::native {

class Reflection {
 public:
  virtual rt::Channels& channels() = 0;
  /// The heap's record of what a native makes of `type`, where not NativeCall::allocate makes it.
  virtual gc::RecordId record(const value::Type* type) = 0;
  /// Has the compiler describe a func type that only methods had (Type::is_described).
  virtual void describe(const value::Type* signature) = 0;
  /// Has it describe the methods of a type (value::TypeTable::methods).
  virtual void describe_methods(const value::Type* type) = 0;
  /// *T with all its methods, which are described by the compiler when they are first asked for.
  virtual const value::Type* pointer_to(const value::Type* type) = 0;
  /// The func value of a function without captures.
  virtual const void* function_value(bytecode::FunctionId function) = 0;
  /// The entry cell of closures that take and return what `signature`, a func type, says, and whose calls arrive at
  /// the native reflect.makeFuncStub, with the arguments at its frame.
  virtual const bytecode::Cell* entry_for(const value::Type* signature) = 0;
  /// A callee frame with room for `bytes` of arguments or results: `here` if they fit, else one in a new stack
  /// segment. Null: stack overflow.
  virtual std::byte* callee_frame(std::byte* here, std::size_t bytes) = 0;
  /// Whether the function of an entry cell is the stub of entry_for.
  virtual bool is_stub(const bytecode::Cell* entry) = 0;

 protected:
  ~Reflection() = default;
};

}  // namespace govm::native
