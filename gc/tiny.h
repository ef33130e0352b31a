// Tiny blocks: pointer-free objects below 16 bytes share 16-byte blocks, as in Go.
//
// Each part is an object of its own record; a block dies when all its parts are dead. Up to
// four record ids of a block lie in the side table, more in an overflow table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "gc/size_class.h"

namespace govm::gc {

struct HeapState;
struct Span;

class TinyAllocator {
 public:
  explicit TinyAllocator(HeapState& state) : state_(state) {}

  void* allocate(std::uint32_t record, std::size_t size);
  /// Would allocate(size) do without a new block?
  bool has_room(std::size_t size) const;
  /// At a cycle's start: the open block takes no more parts.
  void close_block();

  /// Calls visit(record) for each part of the block in `slot`.
  template <typename Visit>
  void for_each_part(const Span& span, std::uint32_t slot, Visit&& visit) const;
  std::uint32_t part_count(const Span& span, std::uint32_t slot) const;
  /// The block is free: forget what is known of it.
  void forget(const Span& span, std::uint32_t slot);

  /// Parts ever made; bytes of blocks that no part has taken.
  std::uint64_t parts() const { return parts_; }
  std::uint64_t unused_bytes() const { return unused_ + (block_ != nullptr ? kTinySize - used_ : 0); }

 private:
  static std::size_t aligned_offset(std::size_t offset, std::size_t size);
  void add_part(std::byte* block, std::uint32_t* records, std::uint32_t record);

  HeapState& state_;
  std::byte* block_ = nullptr;
  std::uint32_t* block_records_ = nullptr;
  std::size_t used_ = 0;  // bytes of the open block
  std::uint64_t parts_ = 0;
  std::uint64_t unused_ = 0;
  mutable std::mutex overflow_lock_;  // the collector's thread asks for blocks of before the cycle
  std::unordered_map<const std::byte*, std::vector<std::uint32_t>> overflow_;
};

}  // namespace govm::gc

#include "gc/span.h"

namespace govm::gc {

template <typename Visit>
void TinyAllocator::for_each_part(const Span& span, std::uint32_t slot, Visit&& visit) const {
  const RecordId* records = span.records + std::size_t{slot} * kTinyRecords;
  for (std::uint32_t i = 0; i < kTinyRecords && records[i] != 0; ++i) visit(records[i]);
  if (records[kTinyRecords - 1] == 0) return;
  const std::lock_guard lock(overflow_lock_);
  const auto more = overflow_.find(span.slot_address(slot));
  if (more == overflow_.end()) return;
  for (const RecordId record : more->second) visit(record);
}

}  // namespace govm::gc
