// MD5, RFC 1321.
#include <array>

#include "std/internal/blockhash/blocks.h"

namespace govm::stdlib {

namespace {

/// The integer part of 2^32 · |sin(i + 1)|.
constexpr std::array<std::uint32_t, 64> kSines = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501, 0x698098d8, 0x8b44f7af, 0xffff5bb1,
    0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453,
    0xd8a1e681, 0xe7d3fbc8, 0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a, 0xfffa3942,
    0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05,
    0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665, 0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d,
    0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};
constexpr std::array<std::array<int, 4>, 4> kShifts = {{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}};

/// Sixteen operations of one round, `function` being its F, G, H or I and `first`, `step` the order of the words.
template <std::size_t kRound, class Function>
void take_round(std::array<std::uint32_t, 4>& s, const std::array<std::uint32_t, 16>& words, std::size_t first, std::size_t step,
                Function function) {
  for (std::size_t i = 0; i < words.size(); i++) {
    const std::uint32_t sum = s[0] + function(s[1], s[2], s[3]) + kSines[16 * kRound + i] + words[(first + step * i) % 16];
    const std::uint32_t turned = s[1] + std::rotl(sum, kShifts[kRound][i % 4]);
    s = {s[3], turned, s[1], s[2]};
  }
}

}  // namespace

void md5_blocks(std::uint32_t* state, const std::byte* blocks, std::size_t count) {
  using Word = std::uint32_t;
  for (; count > 0; count--, blocks += 64) {
    std::array<Word, 16> words;
    std::memcpy(words.data(), blocks, sizeof words);
    std::array<Word, 4> s = {state[0], state[1], state[2], state[3]};
    take_round<0>(s, words, 0, 1, [](Word x, Word y, Word z) { return (x & y) | (~x & z); });
    take_round<1>(s, words, 1, 5, [](Word x, Word y, Word z) { return (x & z) | (y & ~z); });
    take_round<2>(s, words, 5, 3, [](Word x, Word y, Word z) { return x ^ y ^ z; });
    take_round<3>(s, words, 0, 7, [](Word x, Word y, Word z) { return y ^ (x | ~z); });
    for (std::size_t i = 0; i < s.size(); i++) state[i] += s[i];
  }
}

}  // namespace govm::stdlib
