// Natives of the cipher AES: FIPS 197 by tables, which hold the substitution and the mixing of a column together.
#include <algorithm>
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
using value::Slice;

constexpr size_t kBlock = 16;
constexpr size_t kKeyWords = 60;

using Bytes = std::array<std::uint8_t, 256>;
using Words = std::array<std::uint32_t, 256>;
/// Four columns; the first row is in the highest bytes.
using State = std::array<std::uint32_t, 4>;

/// The product in the field of x^8 + x^4 + x^3 + x + 1.
constexpr std::uint8_t times(unsigned a, unsigned b) {
  unsigned product = 0;
  for (; b != 0; b >>= 1) {
    if ((b & 1) != 0) product ^= a;
    a <<= 1;
    if ((a & 0x100) != 0) a ^= 0x11b;
  }
  return static_cast<std::uint8_t>(product);
}

/// The inverse of each element, and the affine map of it.
constexpr Bytes substitutions() {
  Bytes box{};
  // 3 is a generator, 0xf6 its inverse.
  std::uint8_t p = 1;
  std::uint8_t inverse = 1;
  do {
    p = times(p, 3);
    inverse = times(inverse, 0xf6);
    box[p] = static_cast<std::uint8_t>(inverse ^ std::rotl(inverse, 1) ^ std::rotl(inverse, 2) ^ std::rotl(inverse, 3) ^
                                       std::rotl(inverse, 4) ^ 0x63);
  } while (p != 1);
  box[0] = 0x63;
  return box;
}

constexpr Bytes inverted(const Bytes& box) {
  Bytes back{};
  for (size_t i = 0; i < box.size(); ++i) back[box[i]] = static_cast<std::uint8_t>(i);
  return back;
}

/// A substituted byte as the top of a column, mixed with the factors.
constexpr Words mixed(const Bytes& box, const std::array<unsigned, 4>& factors) {
  Words table{};
  for (size_t i = 0; i < table.size(); ++i) {
    for (const unsigned factor : factors) table[i] = table[i] << 8 | times(box[i], factor);
  }
  return table;
}

/// One direction: its substitution, that with mixing, and which way rows are shifted.
struct Direction {
  Bytes box;
  Words table;
  size_t shift;
};
constexpr Bytes kBox = substitutions();
constexpr Bytes kBack = inverted(kBox);
constexpr Direction kEncrypt{kBox, mixed(kBox, {2, 1, 1, 3}), 1};
constexpr Direction kDecrypt{kBack, mixed(kBack, {14, 9, 13, 11}), 3};

constexpr std::uint8_t byte_of(std::uint32_t word, size_t row) { return static_cast<std::uint8_t>(word >> (24 - 8 * row)); }

std::uint32_t load(const std::byte* from) {
  std::uint32_t word;
  std::memcpy(&word, from, sizeof word);
  return __builtin_bswap32(word);
}

void store(std::byte* to, std::uint32_t word) {
  word = __builtin_bswap32(word);
  std::memcpy(to, &word, sizeof word);
}

void crypt(const Direction& way, std::int64_t rounds, const std::uint32_t* key, std::byte* to, const std::byte* from) {
  State state;
  for (size_t i = 0; i < 4; ++i) state[i] = load(from + 4 * i) ^ *key++;
  for (std::int64_t round = 1; round < rounds; ++round) {
    State next;
    for (size_t i = 0; i < 4; ++i) {
      std::uint32_t word = *key++;
      for (size_t row = 0; row < 4; ++row)
        word ^= std::rotr(way.table[byte_of(state[(i + row * way.shift) % 4], row)], static_cast<int>(8 * row));
      next[i] = word;
    }
    state = next;
  }
  // The last round does not mix.
  for (size_t i = 0; i < 4; ++i) {
    std::uint32_t word = 0;
    for (size_t row = 0; row < 4; ++row) word = word << 8 | way.box[byte_of(state[(i + row * way.shift) % 4], row)];
    store(to + 4 * i, word ^ *key++);
  }
}

std::uint32_t substituted(std::uint32_t word) {
  std::uint32_t result = 0;
  for (size_t row = 0; row < 4; ++row) result = result << 8 | kBox[byte_of(word, row)];
  return result;
}

// func expand(key []byte, enc, dec *[60]uint32)
NativeStatus expand(NativeCall& call) {
  const auto [key, enc, dec] = call.args<Slice, std::uint32_t*, std::uint32_t*>();
  const size_t words = static_cast<size_t>(key.length) / 4;
  const size_t all = 4 * (words + 7);
  unsigned power = 1;
  for (size_t i = 0; i < all; ++i) {
    if (i < words) {
      enc[i] = load(key.data + 4 * i);
      continue;
    }
    std::uint32_t word = enc[i - 1];
    if (i % words == 0) {
      word = substituted(std::rotl(word, 8)) ^ power << 24;
      power = times(power, 2);
    } else if (words > 6 && i % words == 4) {
      word = substituted(word);
    }
    enc[i] = enc[i - words] ^ word;
  }
  // Backwards, and mixed the other way but for the first and last round.
  for (size_t i = 0; i < all; i += 4) {
    for (size_t k = 0; k < 4; ++k) {
      std::uint32_t word = enc[all - 4 - i + k];
      if (i != 0 && i + 4 != all) {
        std::uint32_t mixed_word = 0;
        for (size_t row = 0; row < 4; ++row) mixed_word ^= std::rotr(kDecrypt.table[kBox[byte_of(word, row)]], static_cast<int>(8 * row));
        word = mixed_word;
      }
      dec[i + k] = word;
    }
  }
  return call.done();
}

NativeStatus crypt_blocks(NativeCall& call, const Direction& way) {
  const auto [rounds, key, dst, src] = call.args<std::int64_t, const std::uint32_t*, Slice, Slice>();
  for (std::int64_t at = 0; at < src.length; at += kBlock) crypt(way, rounds, key, dst.data + at, src.data + at);
  return call.done();
}
NativeStatus encrypt_blocks(NativeCall& call) { return crypt_blocks(call, kEncrypt); }
NativeStatus decrypt_blocks(NativeCall& call) { return crypt_blocks(call, kDecrypt); }

void combine(std::byte* to, const std::byte* a, const std::byte* b, size_t count) {
  for (size_t i = 0; i < count; ++i) to[i] = a[i] ^ b[i];
}

NativeStatus encrypt_chain(NativeCall& call) {
  const auto [rounds, key, iv, dst, src] = call.args<std::int64_t, const std::uint32_t*, std::byte*, Slice, Slice>();
  for (std::int64_t at = 0; at < src.length; at += kBlock) {
    combine(iv, iv, src.data + at, kBlock);
    crypt(kEncrypt, rounds, key, iv, iv);
    std::memcpy(dst.data + at, iv, kBlock);
  }
  return call.done();
}

NativeStatus decrypt_chain(NativeCall& call) {
  const auto [rounds, key, iv, dst, src] = call.args<std::int64_t, const std::uint32_t*, std::byte*, Slice, Slice>();
  for (std::int64_t at = 0; at < src.length; at += kBlock) {
    std::array<std::byte, kBlock> encrypted;
    std::array<std::byte, kBlock> plain;
    std::memcpy(encrypted.data(), src.data + at, kBlock);
    crypt(kDecrypt, rounds, key, plain.data(), encrypted.data());
    combine(dst.data + at, plain.data(), iv, kBlock);
    std::memcpy(iv, encrypted.data(), kBlock);
  }
  return call.done();
}

// func xorCounters(rounds int, key *[60]uint32, hi, lo uint64, skip int, dst, src []byte)
NativeStatus xor_counters(NativeCall& call) {
  auto [rounds, key, hi, lo, skip, dst, src] =
      call.args<std::int64_t, const std::uint32_t*, std::uint64_t, std::uint64_t, std::int64_t, Slice, Slice>();
  for (std::int64_t at = 0; at < src.length;) {
    std::array<std::byte, kBlock> numbers;
    store(numbers.data(), static_cast<std::uint32_t>(hi >> 32));
    store(numbers.data() + 4, static_cast<std::uint32_t>(hi));
    store(numbers.data() + 8, static_cast<std::uint32_t>(lo >> 32));
    store(numbers.data() + 12, static_cast<std::uint32_t>(lo));
    if (++lo == 0) ++hi;
    crypt(kEncrypt, rounds, key, numbers.data(), numbers.data());
    const std::int64_t count = std::min<std::int64_t>(kBlock - skip, src.length - at);
    combine(dst.data + at, src.data + at, numbers.data() + skip, static_cast<size_t>(count));
    at += count;
    skip = 0;
  }
  return call.done();
}

constexpr native::NativeRow kRows[] = {
    {"crypto/internal/fips140/aes.decryptBlocks", decrypt_blocks},
    {"crypto/internal/fips140/aes.decryptChain", decrypt_chain},
    {"crypto/internal/fips140/aes.encryptBlocks", encrypt_blocks},
    {"crypto/internal/fips140/aes.encryptChain", encrypt_chain},
    {"crypto/internal/fips140/aes.expand", expand},
    {"crypto/internal/fips140/aes.xorCounters", xor_counters},
};

}  // namespace

std::span<const native::NativeRow> natives_crypto_internal_fips140_aes() { return kRows; }

}  // namespace govm::stdlib
