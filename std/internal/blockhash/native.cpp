// Natives of internal/blockhash: what a digest does with bytes, for every algorithm.
#include <algorithm>
#include <array>
#include <span>

#include "std/internal/blockhash/blocks.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Slice;

/// As the constants of blockhash.go.
enum class Algorithm : std::uint8_t { Md5, Sha1, Sha256, Sha512 };

constexpr std::size_t kMostStateBytes = 64;
constexpr std::size_t kMostBlockBytes = 128;

std::size_t block_bytes(Algorithm algorithm) { return algorithm == Algorithm::Sha512 ? 128 : 64; }

void take_blocks(Algorithm algorithm, void* state, const std::byte* blocks, std::size_t count) {
  switch (algorithm) {
    case Algorithm::Md5: return md5_blocks(static_cast<std::uint32_t*>(state), blocks, count);
    case Algorithm::Sha1: return sha1_blocks(static_cast<std::uint32_t*>(state), blocks, count);
    case Algorithm::Sha256: return sha256_blocks(static_cast<std::uint32_t*>(state), blocks, count);
    case Algorithm::Sha512: return sha512_blocks(static_cast<std::uint64_t*>(state), blocks, count);
  }
}

/// Puts `bytes` behind what lies in `block` and takes every block that gets full; returns how much lies there then.
std::size_t take_bytes(Algorithm algorithm, void* state, std::byte* block, std::size_t used, std::span<const std::byte> bytes) {
  const std::size_t size = block_bytes(algorithm);
  if (used > 0) {
    const std::size_t part = std::min(size - used, bytes.size());
    std::memcpy(block + used, bytes.data(), part);
    bytes = bytes.subspan(part);
    used += part;
    if (used < size) return used;
    take_blocks(algorithm, state, block, 1);
  }
  const std::size_t whole = bytes.size() / size;
  take_blocks(algorithm, state, bytes.data(), whole);
  bytes = bytes.subspan(whole * size);
  if (!bytes.empty()) std::memcpy(block, bytes.data(), bytes.size());
  return bytes.size();
}

std::span<const std::byte> view(Slice slice) { return {slice.data, static_cast<std::size_t>(slice.length)}; }

/// func write(algorithm int, state unsafe.Pointer, block []byte, used int, p []byte) int
NativeStatus write(NativeCall& call) {
  const auto [algorithm, state, block, used, bytes] = call.args<std::int64_t, void*, Slice, std::int64_t, Slice>();
  const std::size_t left = take_bytes(static_cast<Algorithm>(algorithm), state, block.data, static_cast<std::size_t>(used), view(bytes));
  return call.done(static_cast<std::int64_t>(left));
}

/// func sum(algorithm int, state unsafe.Pointer, block []byte, used int, length uint64, out []byte)
/// The digest's own state stays as it is.
NativeStatus sum(NativeCall& call) {
  const auto [number, from, block, used, length, out] = call.args<std::int64_t, const void*, Slice, std::int64_t, std::uint64_t, Slice>();
  const auto algorithm = static_cast<Algorithm>(number);
  constexpr std::array<std::size_t, 4> kStateBytes = {16, 20, 32, 64};
  alignas(8) std::array<std::byte, kMostStateBytes> state;
  std::memcpy(state.data(), from, kStateBytes[static_cast<std::size_t>(number)]);
  std::array<std::byte, kMostBlockBytes> rest;
  std::memcpy(rest.data(), block.data, static_cast<std::size_t>(used));

  // A one bit, zeros, and the length in bits at the end of a block: 8 bytes of it, 16 for SHA-512.
  std::array<std::byte, 2 * kMostBlockBytes> padding{};
  padding[0] = std::byte{0x80};
  const std::size_t size = block_bytes(algorithm);
  const std::size_t length_bytes = size / 8;
  const std::size_t filled = static_cast<std::size_t>(used) + 1 + length_bytes;
  const std::size_t total = (filled + size - 1) / size * size - static_cast<std::size_t>(used);
  if (algorithm == Algorithm::Md5) {
    const std::uint64_t bits = length << 3;
    std::memcpy(padding.data() + total - 8, &bits, sizeof bits);
  } else {
    write_big_endian<std::uint64_t>(padding.data() + total - 8, length << 3);
    if (length_bytes == 16) write_big_endian<std::uint64_t>(padding.data() + total - 16, length >> 61);
  }
  take_bytes(algorithm, state.data(), rest.data(), static_cast<std::size_t>(used), {padding.data(), total});

  std::array<std::byte, kMostStateBytes> digest = state;
  if (algorithm == Algorithm::Sha512) {
    for (std::size_t i = 0; i < kMostStateBytes; i += 8) {
      std::uint64_t word;
      std::memcpy(&word, state.data() + i, sizeof word);
      write_big_endian(digest.data() + i, word);
    }
  } else if (algorithm != Algorithm::Md5) {
    for (std::size_t i = 0; i < kStateBytes[static_cast<std::size_t>(number)]; i += 4) {
      std::uint32_t word;
      std::memcpy(&word, state.data() + i, sizeof word);
      write_big_endian(digest.data() + i, word);
    }
  }
  std::memcpy(out.data, digest.data(), static_cast<std::size_t>(out.length));
  return call.done();
}

constexpr native::NativeRow kRows[] = {
    {"internal/blockhash.sum", sum},
    {"internal/blockhash.write", write},
};

}  // namespace

std::span<const native::NativeRow> natives_internal_blockhash() { return kRows; }

}  // namespace govm::stdlib
