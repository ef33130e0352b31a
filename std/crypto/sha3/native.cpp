// Natives of crypto/sha3: the permutation Keccak-f[1600] of FIPS 202.
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

constexpr int kRounds = 24;

/// Five rows of five lanes.
using Lanes = std::array<std::uint64_t, 25>;

/// The constants of iota: bit 2^j - 1 of round i is bit 7i + j of a shift register, x^8 + x^6 + x^5 + x^4 + 1.
constexpr std::array<std::uint64_t, kRounds> round_constants() {
  std::array<std::uint64_t, kRounds> constants{};
  unsigned shift_register = 1;
  for (std::uint64_t& constant : constants) {
    for (int j = 0; j <= 6; ++j) {
      if ((shift_register & 1) != 0) constant |= std::uint64_t{1} << ((1 << j) - 1);
      shift_register <<= 1;
      if ((shift_register & 0x100) != 0) shift_register ^= 0x171;
    }
  }
  return constants;
}

void permute(Lanes& lanes) {
  static constexpr auto kConstants = round_constants();
  for (const std::uint64_t constant : kConstants) {
    // theta: each lane with the parities of two columns
    std::array<std::uint64_t, 5> parity{};
    for (size_t i = 0; i < lanes.size(); ++i) parity[i % 5] ^= lanes[i];
    for (size_t i = 0; i < lanes.size(); ++i) lanes[i] ^= parity[(i + 4) % 5] ^ std::rotl(parity[(i + 1) % 5], 1);
    // rho and pi: each lane rotated and moved, along one orbit
    std::uint64_t moved = lanes[1];
    size_t x = 1;
    size_t y = 0;
    for (int step = 1; step <= 24; ++step) {
      const size_t to = (2 * x + 3 * y) % 5;
      x = y;
      y = to;
      const std::uint64_t next = lanes[x + 5 * y];
      lanes[x + 5 * y] = std::rotl(moved, step * (step + 1) / 2 % 64);
      moved = next;
    }
    // chi: the only step that is not linear, by rows
    for (size_t row = 0; row < lanes.size(); row += 5) {
      std::array<std::uint64_t, 5> before{};
      for (size_t i = 0; i < 5; ++i) before[i] = lanes[row + i];
      for (size_t i = 0; i < 5; ++i) lanes[row + i] = before[i] ^ (~before[(i + 1) % 5] & before[(i + 2) % 5]);
    }
    // iota
    lanes[0] ^= constant;
  }
}

// func permute(state *[200]byte): lanes are little-endian, as this machine's words.
NativeStatus permute_state(NativeCall& call) {
  const auto [state] = call.args<std::byte*>();
  Lanes lanes;
  std::memcpy(lanes.data(), state, sizeof lanes);
  permute(lanes);
  std::memcpy(state, lanes.data(), sizeof lanes);
  return call.done();
}

constexpr native::NativeRow kRows[] = {
    {"crypto/sha3.permute", permute_state},
};

}  // namespace

std::span<const native::NativeRow> natives_crypto_sha3() { return kRows; }

}  // namespace govm::stdlib
