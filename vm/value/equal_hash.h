// == and hashing of values in memory, driven by type descriptors (spec: Comparison operators).
//
// Both can meet an interface whose dynamic type is not comparable, which is a run-time panic
// in Go: the type is reported and the caller panics ("comparing uncomparable type T", "hash
// of unhashable type T").
#pragma once

#include <cstdint>

#include "vm/value/interface.h"
#include "vm/value/string.h"
#include "vm/value/type.h"

namespace govm::value {

/// a == b for two values of `type`, which is comparable. *uncomparable is set to the dynamic
/// type that is not (then the result means nothing); else untouched.
bool equal(const Type* type, const void* a, const void* b, const Type** uncomparable);
bool equal_eface(Interface a, Interface b, const Type** uncomparable);
bool equal_iface(Interface a, Interface b, const Type** uncomparable);

/// Hash of the value at `p`. *unhashable as above. NaNs hash to different values each time
/// (`nan_counter`), zeroes of both signs alike.
std::uint64_t hash(const Type* type, const void* p, std::uint64_t seed, std::uint64_t& nan_counter, const Type** unhashable);
/// The dynamic type that would make hashing `p` panic, or null.
const Type* unhashable_type(const Type* type, const void* p);

/// Full 64-bit mix of a word.
inline std::uint64_t hash_word(std::uint64_t value, std::uint64_t seed) {
  const auto product = static_cast<unsigned __int128>(value ^ seed ^ 0x9e3779b97f4a7c15U) * 0xa0761d6478bd642fU;
  const std::uint64_t folded = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  const auto again = static_cast<unsigned __int128>(folded ^ seed) * 0xe7037ed1a0b428dbU;
  return static_cast<std::uint64_t>(again) ^ static_cast<std::uint64_t>(again >> 64);
}
std::uint64_t hash_bytes(const void* p, std::size_t size, std::uint64_t seed);

}  // namespace govm::value
