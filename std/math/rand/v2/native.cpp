// Natives of math/rand/v2: the blocks of ChaCha8.
//
// Four blocks of the cipher are computed side by side, word by word, and written so: number 2i+k holds the words i of
// the blocks 2k and 2k+1. Of the initial state only the key is added at the end (the constants are not: they would
// add nothing secret).
#include <array>
#include <bit>
#include <cstring>
#include <span>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

using State = std::array<std::uint32_t, 16>;

void quarter_round(State& s, int a, int b, int c, int d) {
  s[a] += s[b];
  s[d] = std::rotl(s[d] ^ s[a], 16);
  s[c] += s[d];
  s[b] = std::rotl(s[b] ^ s[c], 12);
  s[a] += s[b];
  s[d] = std::rotl(s[d] ^ s[a], 8);
  s[c] += s[d];
  s[b] = std::rotl(s[b] ^ s[c], 7);
}

NativeStatus fill_block(NativeCall& call) {
  constexpr int kSideBySide = 4;
  const auto [words, key, block] = call.args<std::byte*, const std::byte*, std::uint32_t>();
  for (int lane = 0; lane < kSideBySide; ++lane) {
    State state{0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
    std::memcpy(&state[4], key, 8 * sizeof(std::uint32_t));
    state[12] = block * kSideBySide + static_cast<std::uint32_t>(lane);
    const State initial = state;
    for (int round = 0; round < 4; ++round) {
      for (int i = 0; i < 4; ++i) quarter_round(state, i, 4 + i, 8 + i, 12 + i);
      for (int i = 0; i < 4; ++i) quarter_round(state, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
    }
    for (int i = 4; i < 12; ++i) state[static_cast<std::size_t>(i)] += initial[static_cast<std::size_t>(i)];
    for (int i = 0; i < 16; ++i) std::memcpy(words + (i * kSideBySide + lane) * 4, &state[static_cast<std::size_t>(i)], 4);
  }
  return NativeStatus::Done;
}

constexpr native::NativeRow kRows[] = {
    {"math/rand/v2.fillBlock", fill_block},
};

}  // namespace

std::span<const native::NativeRow> natives_math_rand_v2() { return kRows; }

}  // namespace govm::stdlib
