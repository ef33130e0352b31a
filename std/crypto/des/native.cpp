// Natives of crypto/des: FIPS 46-3, with its tables.
#include <array>
#include <bit>
#include <cstdint>
#include <span>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Slice;

constexpr size_t kRounds = 16;

/// The places of the bits that a permutation takes, from the left, the first is 1.
template <size_t N>
using Places = std::array<std::uint8_t, N>;

constexpr Places<64> kInitial = {
    58, 50, 42, 34, 26, 18, 10, 2, 60, 52, 44, 36, 28, 20, 12, 4, 62, 54, 46, 38, 30, 22, 14, 6, 64, 56, 48, 40, 32, 24, 16, 8,
    57, 49, 41, 33, 25, 17, 9,  1, 59, 51, 43, 35, 27, 19, 11, 3, 61, 53, 45, 37, 29, 21, 13, 5, 63, 55, 47, 39, 31, 23, 15, 7,
};
constexpr Places<64> kFinal = {
    40, 8, 48, 16, 56, 24, 64, 32, 39, 7, 47, 15, 55, 23, 63, 31, 38, 6, 46, 14, 54, 22, 62, 30, 37, 5, 45, 13, 53, 21, 61, 29,
    36, 4, 44, 12, 52, 20, 60, 28, 35, 3, 43, 11, 51, 19, 59, 27, 34, 2, 42, 10, 50, 18, 58, 26, 33, 1, 41, 9,  49, 17, 57, 25,
};
constexpr Places<48> kExpansion = {
    32, 1,  2,  3,  4,  5,  4,  5,  6,  7,  8,  9,  8,  9,  10, 11, 12, 13, 12, 13, 14, 15, 16, 17,
    16, 17, 18, 19, 20, 21, 20, 21, 22, 23, 24, 25, 24, 25, 26, 27, 28, 29, 28, 29, 30, 31, 32, 1,
};
constexpr Places<32> kPermutation = {
    16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25,
};
constexpr Places<56> kChoice1 = {
    57, 49, 41, 33, 25, 17, 9,  1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36,
    63, 55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4,
};
constexpr Places<48> kChoice2 = {
    14, 17, 11, 24, 1,  5,  3,  28, 15, 6,  21, 10, 23, 19, 12, 4,  26, 8,  16, 7,  27, 20, 13, 2,
    41, 52, 31, 37, 47, 55, 30, 40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32,
};
constexpr std::array<int, kRounds> kRotations = {1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1};
/// Eight boxes of four rows of sixteen half bytes, the first one on the left.
constexpr std::uint64_t kBoxes[8][4] = {
    {0xe4d12fb83a6c5907, 0x0f74e2d1a6cb9538, 0x41e8d62bfc973a50, 0xfc8249175b3ea06d},
    {0xf18e6b34972dc05a, 0x3d47f28ec01a69b5, 0x0e7ba4d158c6932f, 0xd8a13f42b67c05e9},
    {0xa09e63f51dc7b428, 0xd709346a285ecbf1, 0xd6498f30b12c5ae7, 0x1ad069874fe3b52c},
    {0x7de3069a1285bc4f, 0xd8b56f03472c1ae9, 0xa690cb7df13e5284, 0x3f06a1d8945bc72e},
    {0x2c417ab6853fd0e9, 0xeb2c47d150fa3986, 0x421bad78f9c5630e, 0xb8c71e2d6f09a453},
    {0xc1af92680d34e75b, 0xaf427c9561de0b38, 0x9ef528c3704a1db6, 0x432c95fabe17608d},
    {0x4b2ef08d3c975a61, 0xd0b7491ae35c2f86, 0x14bdc37eaf680592, 0x6bd814a7950fe23c},
    {0xd2846fb1a93e50c7, 0x1fd8a374c56b0e92, 0x7b419ce206adf358, 0x21e74a8dfc90356b},
};

/// The bits of a word of `width` bits at the places.
template <size_t N>
constexpr std::uint64_t taken(const Places<N>& places, int width, std::uint64_t word) {
  std::uint64_t result = 0;
  for (const std::uint8_t place : places) result = result << 1 | (word >> (width - place) & 1);
  return result;
}

/// What each box makes of six bits, permuted.
constexpr std::array<std::array<std::uint32_t, 64>, 8> permuted_boxes() {
  std::array<std::array<std::uint32_t, 64>, 8> boxes{};
  for (unsigned box = 0; box < 8; ++box) {
    for (unsigned bits = 0; bits < 64; ++bits) {
      const unsigned row = (bits >> 4 & 2) | (bits & 1);
      const unsigned column = bits >> 1 & 15;
      const std::uint64_t value = kBoxes[box][row] >> (60 - 4 * column) & 15;
      boxes[box][bits] = static_cast<std::uint32_t>(taken(kPermutation, 32, value << (28 - 4 * box)));
    }
  }
  return boxes;
}

std::uint32_t mix(std::uint32_t half, std::uint64_t key) {
  static constexpr auto kPermuted = permuted_boxes();
  const std::uint64_t bits = taken(kExpansion, 32, half) ^ key;
  std::uint32_t result = 0;
  for (unsigned box = 0; box < 8; ++box) result ^= kPermuted[box][bits >> (42 - 6 * box) & 63];
  return result;
}

// func schedule(key []byte, keys *[16]uint64): 48 bits for each round.
NativeStatus schedule(NativeCall& call) {
  const auto [key, keys] = call.args<Slice, std::uint64_t*>();
  std::uint64_t word = 0;
  for (size_t i = 0; i < 8; ++i) word = word << 8 | std::to_integer<std::uint64_t>(key.data[i]);
  const std::uint64_t chosen = taken(kChoice1, 64, word);
  constexpr std::uint32_t kHalf = (1U << 28) - 1;
  auto left = static_cast<std::uint32_t>(chosen >> 28);
  auto right = static_cast<std::uint32_t>(chosen) & kHalf;
  for (size_t round = 0; round < kRounds; ++round) {
    const int by = kRotations[round];
    left = (left << by | left >> (28 - by)) & kHalf;
    right = (right << by | right >> (28 - by)) & kHalf;
    keys[round] = taken(kChoice2, 56, std::uint64_t{left} << 28 | right);
  }
  return call.done();
}

// func crypt(keys *[16]uint64, block uint64, backwards bool) uint64
NativeStatus crypt(NativeCall& call) {
  const auto [keys, block, backwards] = call.args<const std::uint64_t*, std::uint64_t, bool>();
  const std::uint64_t begun = taken(kInitial, 64, block);
  auto left = static_cast<std::uint32_t>(begun >> 32);
  auto right = static_cast<std::uint32_t>(begun);
  for (size_t round = 0; round < kRounds; ++round) {
    const std::uint32_t next = left ^ mix(right, keys[backwards ? kRounds - 1 - round : round]);
    left = right;
    right = next;
  }
  return call.done(taken(kFinal, 64, std::uint64_t{right} << 32 | left));
}

constexpr native::NativeRow kRows[] = {
    {"crypto/des.crypt", crypt},
    {"crypto/des.schedule", schedule},
};

}  // namespace

std::span<const native::NativeRow> natives_crypto_des() { return kRows; }

}  // namespace govm::stdlib
