// Natives of internal/checksum.
#include <array>
#include <cstring>
#include <span>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Slice;

std::span<const std::uint8_t> view(Slice slice) {
  return {reinterpret_cast<const std::uint8_t*>(slice.data), static_cast<std::size_t>(slice.length)};
}

/// Eight bytes at a time pay for the tables they need, made from the one that is given, above this length.
constexpr std::size_t kLongText = 8192;

template <class T>
T crc_update(T crc, const T* table, std::span<const std::uint8_t> bytes) {
  crc = ~crc;
  if (bytes.size() >= kLongText) {
    // slices[k][b]: what the byte b does to the checksum k bytes later.
    std::array<std::array<T, 256>, 8> slices;
    for (std::size_t b = 0; b < 256; b++) {
      slices[0][b] = table[b];
      for (std::size_t k = 1; k < slices.size(); k++) {
        slices[k][b] = table[slices[k - 1][b] & 0xff] ^ (slices[k - 1][b] >> 8);
      }
    }
    for (; bytes.size() >= 8; bytes = bytes.subspan(8)) {
      std::uint64_t word;
      std::memcpy(&word, bytes.data(), sizeof word);
      word ^= crc;
      crc = 0;
      for (std::size_t k = 0; k < 8; k++) crc ^= slices[7 - k][(word >> (8 * k)) & 0xff];
    }
  }
  for (const std::uint8_t byte : bytes) crc = table[static_cast<std::uint8_t>(crc) ^ byte] ^ (crc >> 8);
  return ~crc;
}

template <class T>
NativeStatus crc(NativeCall& call) {
  const auto [start, table, bytes] = call.args<T, const T*, Slice>();
  return call.done(crc_update(start, table, view(bytes)));
}

NativeStatus adler32(NativeCall& call) {
  constexpr std::uint32_t kModulus = 65521;
  constexpr std::size_t kChunk = 5552;  // the sums of so many bytes fit into 32 bits
  const auto [start, slice] = call.args<std::uint32_t, Slice>();
  std::uint32_t first = start & 0xffff;
  std::uint32_t second = start >> 16;
  for (auto bytes = view(slice); !bytes.empty();) {
    const auto chunk = bytes.first(std::min(kChunk, bytes.size()));
    for (const std::uint8_t byte : chunk) second += first += byte;
    first %= kModulus;
    second %= kModulus;
    bytes = bytes.subspan(chunk.size());
  }
  return call.done(second << 16 | first);
}

template <class T>
T fnv_update(T hash, T prime, bool multiply_first, std::span<const std::uint8_t> bytes) {
  if (multiply_first) {
    for (const std::uint8_t byte : bytes) hash = hash * prime ^ byte;
  } else {
    for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * prime;
  }
  return hash;
}

template <class T, T kPrime>
NativeStatus fnv(NativeCall& call) {
  const auto [hash, multiply_first, bytes] = call.args<T, bool, Slice>();
  return call.done(fnv_update(hash, kPrime, multiply_first, view(bytes)));
}

NativeStatus fnv128(NativeCall& call) {
  __extension__ using Wide = unsigned __int128;
  constexpr Wide kPrime = (Wide{1} << 88) + 0x13b;
  const auto [high, low, multiply_first, bytes] = call.args<std::uint64_t, std::uint64_t, bool, Slice>();
  const Wide hash = fnv_update(Wide{high} << 64 | low, kPrime, multiply_first, view(bytes));
  return call.done(static_cast<std::uint64_t>(hash >> 64), static_cast<std::uint64_t>(hash));
}

constexpr native::NativeRow kRows[] = {
    {"internal/checksum.Adler32", adler32},
    {"internal/checksum.CRC32", crc<std::uint32_t>},
    {"internal/checksum.CRC64", crc<std::uint64_t>},
    {"internal/checksum.FNV128", fnv128},
    {"internal/checksum.FNV32", fnv<std::uint32_t, 16777619>},
    {"internal/checksum.FNV64", fnv<std::uint64_t, 1099511628211>},
};

}  // namespace

std::span<const native::NativeRow> natives_internal_checksum() { return kRows; }

}  // namespace govm::stdlib
