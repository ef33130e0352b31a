// A span: some pages cut into slots of one size, with the bitmaps and side table of its slots.
//
// Header, bits and side table are one piece of memory, and the four bits of a slot lie side by side: marking an object of a heap that is
// in no cache costs little more than the misses it has to have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "gc/heap.h"
#include "gc/size_class.h"
#include "gc/word.h"

namespace govm::gc {

enum class SpanKind : std::uint8_t {
  Small,
  Tiny,   ///< 16-byte blocks of parts; four record ids a block
  Large,  ///< one object
};

inline constexpr std::uint32_t kTinyRecords = 4;

/// What is known of 64 slots, a bit each.
struct SlotBits {
  std::uint64_t alloc;     ///< allocated, or reserved by a cursor
  std::uint64_t marks;     ///< reached in this cycle
  std::uint64_t old;       ///< survived a cycle
  std::uint64_t snapshot;  ///< allocated when the current cycle began; valid only if the span was allocated from since
                           ///< (snapshot_cycle), else `alloc` still says it
};

struct alignas(64) Span {
  std::byte* base;
  RecordId* records;  ///< the side table; tiny blocks have kTinyRecords entries each
  std::uint64_t slot_size;
  std::uint32_t slots;
  std::uint32_t words;         ///< of 64 slots
  std::uint32_t divide_magic;  ///< 2^32 / slot_size + 1; 0: one slot
  std::uint32_t first_page;
  std::uint32_t pages;
  std::uint32_t next_word;    ///< the allocator looks from here on
  std::uint32_t swept_cycle;  ///< the last cycle it was swept in, or was made in
  std::uint32_t snapshot_cycle;
  std::uint8_t size_class;
  SpanKind kind;

  SlotBits& bits(std::uint32_t word) const { return reinterpret_cast<SlotBits*>(const_cast<Span*>(this) + 1)[word]; }

  /// Index of the slot an address lies in; may be `slots` in the waste at the end.
  std::uint32_t slot_at(std::uintptr_t address) const {
    const std::uint64_t offset = address - reinterpret_cast<std::uintptr_t>(base);
    return static_cast<std::uint32_t>(offset * divide_magic >> 32);
  }
  std::byte* slot_address(std::uint32_t slot) const { return base + slot * slot_size; }
  /// Bits of existing slots in a word.
  std::uint64_t valid(std::uint32_t word) const {
    const std::uint32_t left = slots - word * 64;
    return left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
  }
  bool test(std::uint64_t SlotBits::*of, std::uint32_t slot) const { return (bits(slot / 64).*of >> (slot % 64) & 1) != 0; }

  /// The slots of word `w` that existed when cycle `cycle` began, the current one. The program's thread may be
  /// allocating from the span: it keeps the snapshot before it sets a bit, so whoever sees the bit sees the snapshot.
  std::uint64_t at_cycle_start(std::uint32_t cycle, std::uint32_t w) const {
    const std::uint64_t allocated = read_word(&bits(w).alloc);
    return read_word(&snapshot_cycle) == cycle ? bits(w).snapshot : allocated;
  }
  bool existed_at_start(std::uint32_t cycle, std::uint32_t slot) const {
    return (at_cycle_start(cycle, slot / 64) >> (slot % 64) & 1) != 0;
  }
  /// Keeps that knowledge before the first allocation of the cycle.
  void take_snapshot(std::uint32_t cycle) {
    if (snapshot_cycle == cycle) return;
    for (std::uint32_t w = 0; w < words; ++w) bits(w).snapshot = bits(w).alloc;
    write_word(&snapshot_cycle, cycle);
  }
  /// Sets bits of word `w`: allocated, or reserved by a cursor.
  void take_slots(std::uint32_t w, std::uint64_t taken) { write_word(&bits(w).alloc, bits(w).alloc | taken); }
  std::size_t metadata_bytes() const;
};
static_assert(sizeof(Span) == 64);  // a cache line

struct FreeSpan {
  void operator()(Span* span) const;
};
using SpanOwner = std::unique_ptr<Span, FreeSpan>;

/// A span over `pages` pages; all slots free. `size_class` 0: one large object. `spare` may be a freed one of the same class and kind,
/// whose memory serves again.
SpanOwner make_span(std::byte* base, std::uint32_t first_page, std::uint32_t pages, std::uint32_t size_class, SpanKind kind,
                    SpanOwner spare);

}  // namespace govm::gc
