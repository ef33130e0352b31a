// The block functions of MD5, SHA-1 and SHA-2: each takes whole blocks into a state. RFC 1321, FIPS 180-4.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace govm::stdlib {

/// `count` blocks of 64 bytes.
void md5_blocks(std::uint32_t* state, const std::byte* blocks, std::size_t count);
void sha1_blocks(std::uint32_t* state, const std::byte* blocks, std::size_t count);
void sha256_blocks(std::uint32_t* state, const std::byte* blocks, std::size_t count);
/// `count` blocks of 128 bytes.
void sha512_blocks(std::uint64_t* state, const std::byte* blocks, std::size_t count);

/// A word of a block, its most significant byte first.
template <class T>
T read_big_endian(const std::byte* bytes) {
  T word;
  std::memcpy(&word, bytes, sizeof word);
  if constexpr (sizeof(T) == 8) return __builtin_bswap64(word);
  return __builtin_bswap32(word);
}

template <class T>
void write_big_endian(std::byte* bytes, T word) {
  if constexpr (sizeof(T) == 8) {
    word = __builtin_bswap64(word);
  } else {
    word = __builtin_bswap32(word);
  }
  std::memcpy(bytes, &word, sizeof word);
}

}  // namespace govm::stdlib
