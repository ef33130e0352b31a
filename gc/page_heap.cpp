// Reserving the range, best fit among free runs, and giving pages back to the system.
#include "gc/page_heap.h"

#include <sys/mman.h>

#include <algorithm>

#include "base/check.h"

namespace govm::gc {

namespace {

constexpr std::uintptr_t kFixedBase = 0xc000000000;
constexpr std::uint64_t kLeastReserve = std::uint64_t{1} << 28;

void* map_range(void* where, std::uint64_t bytes, int extra) {
  void* p = mmap(where, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | extra, -1, 0);
  return p == MAP_FAILED ? nullptr : p;
}

}  // namespace

PageHeap::~PageHeap() {
  if (reserved_ != 0) munmap(reinterpret_cast<void*>(base_), reserved_);
  if (table_ != nullptr) munmap(table_, table_bytes_);
}

bool PageHeap::reserve(std::uint64_t bytes, bool fixed_base) {
  for (; bytes >= kLeastReserve; bytes /= 2) {
    void* range = nullptr;
    if (fixed_base) range = map_range(reinterpret_cast<void*>(kFixedBase), bytes, MAP_FIXED_NOREPLACE);
    if (range == nullptr) range = map_range(nullptr, bytes + kPageSize, 0);
    if (range == nullptr) continue;
    table_bytes_ = (bytes >> kPageShift) * sizeof(Span*);
    table_ = static_cast<Span**>(map_range(nullptr, table_bytes_, 0));
    if (table_ == nullptr) {
      munmap(range, bytes);
      continue;
    }
    base_ = (reinterpret_cast<std::uintptr_t>(range) + kPageSize - 1) & ~(kPageSize - 1);
    reserved_ = bytes;
    return true;
  }
  return false;
}

void PageHeap::add_run(std::uint32_t first, std::uint32_t count) {
  runs_.emplace(first, count);
  by_size_.emplace(count, first);
}

void PageHeap::remove_run(Runs::iterator run) {
  by_size_.erase({run->second, run->first});
  runs_.erase(run);
}

std::uint32_t PageHeap::dirty_pages(std::uint32_t first, std::uint32_t count) const {
  std::uint32_t dirty = 0;
  for (std::uint32_t i = first; i < first + count; ++i) dirty += dirty_[i] ? 1 : 0;
  return dirty;
}

// Marks the pages of a run as used; were they all zero?
bool PageHeap::take_clean(std::uint32_t first, std::uint32_t count) {
  const std::uint32_t dirty = dirty_pages(first, count);
  released_pages_ -= count - dirty;
  for (std::uint32_t i = first; i < first + count; ++i) dirty_[i] = true;
  used_pages_ += count;
  return dirty == 0;
}

std::uint32_t PageHeap::allocate(std::uint32_t count, bool* clean) {
  const auto fit = by_size_.lower_bound({count, 0});
  if (fit != by_size_.end()) {
    const auto [length, first] = *fit;
    remove_run(runs_.find(first));
    if (length > count) add_run(first + count, length - count);
    *clean = take_clean(first, count);
    return first;
  }
  std::uint32_t first = top_;
  if (!runs_.empty()) {  // a free run at the end serves as the beginning
    const auto last = std::prev(runs_.end());
    if (last->first + last->second == top_) first = last->first;
  }
  if (count > (reserved_ >> kPageShift) - first) return kNoPage;
  if (first < top_) remove_run(std::prev(runs_.end()));
  released_pages_ += first + count - top_;  // pages never used are clean and count for a moment as released
  top_ = first + count;
  dirty_.resize(top_, false);
  *clean = take_clean(first, count);
  return first;
}

void PageHeap::free(std::uint32_t first, std::uint32_t count) {
  used_pages_ -= count;
  auto next = runs_.lower_bound(first);
  if (next != runs_.end() && next->first == first + count) {
    count += next->second;
    remove_run(next);
    next = runs_.lower_bound(first);
  }
  if (next != runs_.begin()) {
    const auto previous = std::prev(next);
    GOVM_DCHECK(previous->first + previous->second <= first);
    if (previous->first + previous->second == first) {
      first = previous->first;
      count += previous->second;
      remove_run(previous);
    }
  }
  add_run(first, count);
}

bool PageHeap::release(std::uint64_t keep, std::uint64_t most) {
  std::uint64_t resident = (top_ - used_pages_ - released_pages_) << kPageShift;
  std::uint64_t given = 0;
  for (auto run = runs_.rbegin(); run != runs_.rend() && resident > keep; ++run) {
    // A long run is given from its end, a part at a time.
    for (std::uint32_t end = run->first + run->second; end > run->first && resident > keep;) {
      if (given >= most) return true;
      const auto part =
          static_cast<std::uint32_t>(std::min<std::uint64_t>(end - run->first, std::max<std::uint64_t>(most >> kPageShift, 1)));
      end -= part;
      const std::uint32_t dirty = dirty_pages(end, part);
      if (dirty == 0) continue;
      if (madvise(address(end), std::uint64_t{part} << kPageShift, MADV_DONTNEED) != 0) return false;
      for (std::uint32_t i = end; i < end + part; ++i) dirty_[i] = false;
      released_pages_ += dirty;
      resident -= std::uint64_t{dirty} << kPageShift;
      given += std::uint64_t{dirty} << kPageShift;
    }
  }
  return false;
}

}  // namespace govm::gc
