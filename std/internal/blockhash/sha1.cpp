// SHA-1, FIPS 180-4.
#include <array>

#include "std/internal/blockhash/blocks.h"

namespace govm::stdlib {

void sha1_blocks(std::uint32_t* state, const std::byte* blocks, std::size_t count) {
  for (; count > 0; count--, blocks += 64) {
    std::array<std::uint32_t, 80> words;
    for (std::size_t i = 0; i < 16; i++) words[i] = read_big_endian<std::uint32_t>(blocks + 4 * i);
    for (std::size_t i = 16; i < words.size(); i++) {
      words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    }
    std::uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
    const auto turn = [&](std::size_t from, std::uint32_t constant, auto function) {
      for (std::size_t i = from; i < from + 20; i++) {
        const std::uint32_t sum = std::rotl(a, 5) + function() + e + constant + words[i];
        e = d, d = c, c = std::rotl(b, 30), b = a, a = sum;
      }
    };
    turn(0, 0x5a827999, [&] { return (b & c) | (~b & d); });
    turn(20, 0x6ed9eba1, [&] { return b ^ c ^ d; });
    turn(40, 0x8f1bbcdc, [&] { return (b & c) | (b & d) | (c & d); });
    turn(60, 0xca62c1d6, [&] { return b ^ c ^ d; });
    state[0] += a, state[1] += b, state[2] += c, state[3] += d, state[4] += e;
  }
}

}  // namespace govm::stdlib
