// Func values: a pointer to a closure object. Word 0 is the address of the entry cell,
// captures lie behind it. Closures without captures are static objects outside the heap.
#pragma once

#include <cstddef>
#include <cstdint>

namespace govm::bytecode {
struct Cell;
}

namespace govm::value {

/// The fixed head of a closure object.
struct Closure {
  const bytecode::Cell* entry;

  std::byte* captures() { return reinterpret_cast<std::byte*>(this + 1); }
};

/// The entry cell of a func value that is not nil.
inline const bytecode::Cell* closure_entry(const void* closure) { return static_cast<const Closure*>(closure)->entry; }

}  // namespace govm::value
