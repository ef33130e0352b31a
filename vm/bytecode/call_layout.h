// Where arguments and results of a call lie (decisions 2).
//
// Receiver, then parameters, one after the other from offset 0, each in whole 8-byte words:
// scalars extended to a word, headers as they are, other aggregates in Go layout. Results
// likewise from offset 0, in place of the arguments. One rule for calls, natives, go, defer
// and reflect.
#pragma once

#include <cstdint>

namespace govm::bytecode {

/// Lays values out one after the other.
class CallLayout {
 public:
  /// Offset of the next value, of `size` bytes in memory.
  std::uint32_t add(std::uint64_t size) {
    const std::uint32_t offset = bytes_;
    bytes_ += static_cast<std::uint32_t>((size + 7) / 8 * 8);
    return offset;
  }
  /// Bytes taken so far.
  std::uint32_t bytes() const { return bytes_; }

 private:
  std::uint32_t bytes_ = 0;
};

}  // namespace govm::bytecode
