// The control word of a group of 8 slots and the probe sequence. Inside of map*.cpp.
#pragma once

#include <cstdint>
#include <cstring>

#include "gc/barrier.h"
#include "vm/value/equal_hash.h"
#include "vm/value/map.h"
#include "vm/value/type.h"

namespace govm::value {

inline constexpr std::uint8_t kControlEmpty = 0x80;
inline constexpr std::uint8_t kControlDeleted = 0xfe;
inline constexpr std::uint64_t kEachByte = 0x0101010101010101U;
inline constexpr std::uint64_t kEachTop = 0x8080808080808080U;
inline constexpr std::uint64_t kAllEmpty = kEachTop;

/// The upper bits of a hash choose the group, the lower 7 are kept in the control byte.
inline std::uint64_t hash_high(std::uint64_t hash) { return hash >> 7; }
inline std::uint8_t hash_low(std::uint64_t hash) { return hash & 0x7f; }

/// Slots of a group as the top bits of the bytes of a word.
class SlotSet {
 public:
  explicit SlotSet(std::uint64_t bits) : bits_(bits) {}
  bool empty() const { return bits_ == 0; }
  unsigned first() const { return static_cast<unsigned>(__builtin_ctzll(bits_)) >> 3; }
  void remove_first() { bits_ &= bits_ - 1; }
  void remove_below(unsigned slot) { bits_ &= ~std::uint64_t{0} << (slot * 8); }
  int count() const { return __builtin_popcountll(bits_); }

 private:
  std::uint64_t bits_;
};

/// A group in memory: control word, then slots.
class Group {
 public:
  explicit Group(std::byte* data) : data_(data) {}

  std::byte* data() const { return data_; }
  std::uint64_t control() const {
    std::uint64_t word;
    std::memcpy(&word, data_, sizeof word);
    return word;
  }
  std::uint8_t control(unsigned slot) const { return static_cast<std::uint8_t>(data_[slot]); }
  void set_control(unsigned slot, std::uint8_t value) { data_[slot] = static_cast<std::byte>(value); }
  void set_all_empty() { std::memcpy(data_, &kAllEmpty, sizeof kAllEmpty); }
  bool is_full(unsigned slot) const { return (control(slot) & kControlEmpty) == 0; }

  /// May contain slots that do not match; each is compared anyway.
  SlotSet match(std::uint8_t low) const {
    const std::uint64_t x = control() ^ kEachByte * low;
    return SlotSet((x - kEachByte) & ~x & kEachTop);
  }
  SlotSet match_empty() const {
    const std::uint64_t word = control();
    return SlotSet(word & ~(word << 6) & kEachTop);
  }
  SlotSet match_empty_or_deleted() const { return SlotSet(control() & kEachTop); }
  SlotSet match_full() const { return SlotSet(~control() & kEachTop); }

  std::byte* key_slot(const MapLayout& layout, unsigned slot) const { return data_ + 8 + slot * layout.slot_size; }
  std::byte* element_slot(const MapLayout& layout, unsigned slot) const { return key_slot(layout, slot) + layout.element_offset; }
  std::byte* key(const MapLayout& layout, unsigned slot) const {
    std::byte* p = key_slot(layout, slot);
    return layout.indirect_key ? follow(p) : p;
  }
  std::byte* element(const MapLayout& layout, unsigned slot) const {
    std::byte* p = element_slot(layout, slot);
    return layout.indirect_element ? follow(p) : p;
  }

 private:
  static std::byte* follow(std::byte* p) {
    std::byte* target;
    std::memcpy(&target, p, sizeof target);
    return target;
  }

  std::byte* data_;
};

/// Triangular probing over all groups of a table.
class ProbeSequence {
 public:
  ProbeSequence(std::uint64_t hash, std::uint64_t mask) : mask_(mask), offset_(hash_high(hash) & mask) {}
  std::uint64_t offset() const { return offset_; }
  void next() {
    ++index_;
    offset_ = (offset_ + index_) & mask_;
  }

 private:
  std::uint64_t mask_;
  std::uint64_t offset_;
  std::uint64_t index_ = 0;
};

inline Group group_of(const MapTable& table, const MapLayout& layout, std::uint64_t index) {
  return Group(table.groups + index * layout.group_size);
}
inline MapTable* table_at(const Map& map, std::uint64_t index) { return reinterpret_cast<MapTable**>(map.directory)[index]; }
inline MapTable* table_of(const Map& map, std::uint64_t hash) {
  return table_at(map, map.directory_length == 1 ? 0 : hash >> map.global_shift);
}

/// Found by a lookup; key null: not there.
struct Entry {
  std::byte* key = nullptr;
  std::byte* element = nullptr;
};

/// The entry of `*key`, for iteration and cloning; the key is known to be hashable.
Entry find_entry(MapContext& context, const Type* type, const Map& map, const void* key);

}  // namespace govm::value
