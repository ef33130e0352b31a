// Where spans get their pages: one reserved range of addresses, cut into runs of 8 KiB pages.
//
// Best fit, lowest address first, so that addresses repeat between runs of a program. Also
// holds the table from page to span, which answers "which object is at this address"; only that may be asked
// by one thread while another allocates or frees.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "gc/size_class.h"
#include "gc/word.h"

namespace govm::gc {

struct Span;

class PageHeap {
 public:
  static constexpr std::uint32_t kNoPage = UINT32_MAX;

  PageHeap() = default;
  ~PageHeap();
  PageHeap(const PageHeap&) = delete;
  PageHeap& operator=(const PageHeap&) = delete;

  /// Reserves `bytes` of addresses, less if the system refuses; at 0xc000000000 if
  /// `fixed_base` and free. False: nothing at all to be had.
  bool reserve(std::uint64_t bytes, bool fixed_base);

  /// First page of a run of `count`; *clean: its memory is zero. kNoPage: out of addresses.
  std::uint32_t allocate(std::uint32_t count, bool* clean);
  void free(std::uint32_t first, std::uint32_t count);
  /// Gives free memory back to the system, highest addresses first, until at most `keep`
  /// bytes of free memory are left resident, or about `most` bytes were given. True: there is more to give.
  bool release(std::uint64_t keep, std::uint64_t most = UINT64_MAX);

  void set_span(std::uint32_t first, std::uint32_t count, Span* span) {
    for (std::uint32_t i = 0; i < count; ++i) write_word(table_ + first + i, span);
  }
  /// The span at an address; null outside the range and in free pages.
  Span* span_at(std::uintptr_t address) const {
    const std::uintptr_t offset = address - base_;
    return offset < reserved_ ? read_word(table_ + (offset >> kPageShift)) : nullptr;
  }

  /// The same for an address that is known to be below mapped_bytes.
  Span* span_below_top(std::uintptr_t address) const { return read_word(table_ + ((address - base_) >> kPageShift)); }

  std::uintptr_t base() const { return base_; }
  std::uint64_t reserved() const { return reserved_; }
  std::byte* address(std::uint32_t page) const { return reinterpret_cast<std::byte*>(base_) + (std::uint64_t{page} << kPageShift); }
  /// Bytes of the range ever used, of it in spans, of the rest given back.
  std::uint64_t mapped_bytes() const { return std::uint64_t{top_} << kPageShift; }
  std::uint64_t used_bytes() const { return used_pages_ << kPageShift; }
  std::uint64_t released_bytes() const { return released_pages_ << kPageShift; }

 private:
  using Runs = std::map<std::uint32_t, std::uint32_t>;

  void add_run(std::uint32_t first, std::uint32_t count);
  void remove_run(Runs::iterator run);
  bool take_clean(std::uint32_t first, std::uint32_t count);
  std::uint32_t dirty_pages(std::uint32_t first, std::uint32_t count) const;

  std::uintptr_t base_ = 0;
  std::uint64_t reserved_ = 0;
  Span** table_ = nullptr;
  std::uint64_t table_bytes_ = 0;
  std::uint32_t top_ = 0;  // pages from here on were never used
  std::uint64_t used_pages_ = 0;
  std::uint64_t released_pages_ = 0;
  Runs runs_;                                                  // free runs by first page
  std::set<std::pair<std::uint32_t, std::uint32_t>> by_size_;  // the same as (count, first)
  std::vector<bool> dirty_;                                    // page below top_ may not be zero
};

}  // namespace govm::gc
