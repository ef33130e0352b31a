// Filling of the current block, and the records of its parts.
#include "gc/tiny.h"

#include <cstring>

#include "gc/heap_state.h"

namespace govm::gc {

std::size_t TinyAllocator::aligned_offset(std::size_t offset, std::size_t size) {
  const std::size_t align = size % 8 == 0 ? 8 : size % 4 == 0 ? 4 : size % 2 == 0 ? 2 : 1;
  return (offset + align - 1) & ~(align - 1);
}

bool TinyAllocator::has_room(std::size_t size) const { return block_ != nullptr && aligned_offset(used_, size) + size <= kTinySize; }

void TinyAllocator::add_part(std::byte* block, RecordId* records, RecordId record) {
  for (std::uint32_t i = 0; i < kTinyRecords; ++i) {
    if (records[i] == 0) {
      records[i] = record;
      return;
    }
  }
  const std::lock_guard lock(overflow_lock_);
  overflow_[block].push_back(record);
}

void* TinyAllocator::allocate(RecordId record, std::size_t size) {
  const std::size_t offset = aligned_offset(used_, size);
  ++parts_;
  if (block_ != nullptr && offset + size <= kTinySize) {
    // Bytes skipped for alignment belong to the part behind them.
    state_.count_slow(record, size_class_of(kTinySize), offset + size - used_);
    used_ = offset + size;
    add_part(block_, block_records_, record);
    return block_ + offset;
  }
  RecordId* records = nullptr;
  std::byte* block = state_.take_tiny_block(&records);
  std::memset(block, 0, kTinySize);
  state_.count_slow(record, size_class_of(kTinySize), size);
  add_part(block, records, record);
  if (block_ == nullptr || size < used_) {  // the block with more room stays open
    close_block();
    block_ = block;
    block_records_ = records;
    used_ = size;
  } else {
    unused_ += kTinySize - size;
  }
  return block;
}

void TinyAllocator::close_block() {
  if (block_ == nullptr) return;
  unused_ += kTinySize - used_;
  block_ = nullptr;
  used_ = 0;
}

std::uint32_t TinyAllocator::part_count(const Span& span, std::uint32_t slot) const {
  std::uint32_t count = 0;
  for_each_part(span, slot, [&count](RecordId) { ++count; });
  return count;
}

void TinyAllocator::forget(const Span& span, std::uint32_t slot) {
  RecordId* records = span.records + std::size_t{slot} * kTinyRecords;
  if (records[kTinyRecords - 1] != 0) {
    const std::lock_guard lock(overflow_lock_);
    overflow_.erase(span.slot_address(slot));
  }
  std::memset(records, 0, kTinyRecords * sizeof(RecordId));
}

}  // namespace govm::gc
