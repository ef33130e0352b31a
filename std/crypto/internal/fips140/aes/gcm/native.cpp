// Natives of Galois/counter mode: the hash GHASH of NIST SP 800-38D, half a byte at a time.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Slice;

constexpr std::int64_t kBlock = 16;

/// A polynomial of degree 127; the highest bit of `first` is the coefficient of 1.
struct Element {
  std::uint64_t first;
  std::uint64_t second;
};

/// Times x, modulo x^128 + x^7 + x^2 + x + 1.
constexpr Element times_x(Element e) {
  const std::uint64_t carry = e.second & 1;
  return {e.first >> 1 ^ (carry == 0 ? 0 : std::uint64_t{0xe1} << 56), e.second >> 1 | e.first << 63};
}

/// What four coefficients become that leave at the end.
constexpr std::array<std::uint64_t, 16> reductions() {
  std::array<std::uint64_t, 16> table{};
  for (std::uint64_t i = 0; i < table.size(); ++i) table[i] = times_x(times_x(times_x(times_x({0, i})))).first;
  return table;
}

Element load(const std::byte* from) {
  Element e;
  std::memcpy(&e, from, sizeof e);
  return {__builtin_bswap64(e.first), __builtin_bswap64(e.second)};
}

/// The products of an element with all polynomials of degree 3.
class Multiplier {
 public:
  explicit Multiplier(Element by) {
    for (size_t bit = 8; bit != 0; bit >>= 1, by = times_x(by)) {
      for (size_t i = 0; i < table_.size(); ++i) {
        if ((i & bit) != 0) table_[i] = {table_[i].first ^ by.first, table_[i].second ^ by.second};
      }
    }
  }

  Element operator()(Element e) const {
    Element sum{};
    for (const std::uint64_t half : {e.second, e.first}) {
      for (int shift = 0; shift < 64; shift += 4) {
        static constexpr auto kReductions = reductions();
        const std::uint64_t leaving = kReductions[sum.second & 15];
        const Element& more = table_[half >> shift & 15];
        sum = {sum.first >> 4 ^ leaving ^ more.first, (sum.second >> 4 | sum.first << 60) ^ more.second};
      }
    }
    return sum;
  }

 private:
  std::array<Element, 16> table_{};
};

// func hash(key, sum *[16]byte, data []byte): the last block is filled with zeros.
NativeStatus hash(NativeCall& call) {
  const auto [key, sum, data] = call.args<const std::byte*, std::byte*, Slice>();
  const Multiplier multiply(load(key));
  Element e = load(sum);
  for (std::int64_t at = 0; at < data.length; at += kBlock) {
    std::array<std::byte, kBlock> block{};
    std::memcpy(block.data(), data.data + at, static_cast<size_t>(std::min(kBlock, data.length - at)));
    const Element more = load(block.data());
    e = multiply({e.first ^ more.first, e.second ^ more.second});
  }
  e = {__builtin_bswap64(e.first), __builtin_bswap64(e.second)};
  std::memcpy(sum, &e, sizeof e);
  return call.done();
}

constexpr native::NativeRow kRows[] = {
    {"crypto/internal/fips140/aes/gcm.hash", hash},
};

}  // namespace

std::span<const native::NativeRow> natives_crypto_internal_fips140_aes_gcm() { return kRows; }

}  // namespace govm::stdlib
