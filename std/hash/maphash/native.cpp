// Natives of hash/maphash: the hash functions of maps.
#include <algorithm>
#include <span>

#include "vm/goroutine/scheduler.h"
#include "vm/native/registry.h"
#include "vm/value/equal_hash.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Type;

NativeStatus hash_text(NativeCall& call) {
  constexpr std::size_t kBlock = 128;
  const auto [bytes, length, seed] = call.args<const std::byte*, std::int64_t, std::uint64_t>();
  std::uint64_t hash = seed;
  std::span<const std::byte> rest(bytes, static_cast<std::size_t>(length));
  while (!rest.empty()) {
    const auto block = rest.first(std::min(rest.size(), kBlock));
    hash = value::hash_bytes(block.data(), block.size(), hash);
    rest = rest.subspan(block.size());
  }
  return call.done(hash);
}

NativeStatus hash_value(NativeCall& call) {
  const auto [type, at, seed] = call.args<const Type*, const std::byte*, std::uint64_t>();
  std::uint64_t nan_counter = call.scheduler().random();
  const Type* unhashable = nullptr;
  const std::uint64_t hash = value::hash(type, at, seed, nan_counter, &unhashable);
  if (unhashable != nullptr) return call.panic_runtime("hash of unhashable type " + std::string(unhashable->name));
  return call.done(hash);
}

constexpr native::NativeRow kRows[] = {
    {"hash/maphash.hashText", hash_text},
    {"hash/maphash.hashValue", hash_value},
};

}  // namespace

std::span<const native::NativeRow> natives_hash_maphash() { return kRows; }

}  // namespace govm::stdlib
